from django.urls import path

from kasane.imports import views

app_name = "imports"

urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("uploads/<uuid:upload_id>/columns/", views.columns, name="columns"),
    path("uploads/<uuid:upload_id>/check/", views.check, name="check"),
    path("uploads/<uuid:upload_id>/discard/", views.discard, name="discard"),
    path("<uuid:import_id>/", views.result, name="result"),
    path("<uuid:import_id>/skipped.csv", views.skipped, name="skipped"),
    path("<uuid:import_id>/skipped/throw-away/", views.throw_away, name="throw_away"),
    path("<uuid:import_id>/undo/", views.undo, name="undo"),
]

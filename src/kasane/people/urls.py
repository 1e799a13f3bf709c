from django.urls import path

from kasane.people import views

app_name = "people"

urlpatterns = [
    path("likely/", views.likely, name="likely"),
    path("same/", views.pair_list, name="pairs"),
    path("same/<uuid:pair_id>/", views.pair_page, name="pair"),
]

from django.urls import path

from kasane.sheets import views

app_name = "sheets"

urlpatterns = [
    path("disposal/<uuid:batch_id>.pdf", views.disposal_pdf, name="disposal"),
    path("<uuid:case_id>/household.pdf", views.household_pdf, name="household"),
    path("<uuid:case_id>/<slug:code>.pdf", views.pdf, name="pdf"),
]

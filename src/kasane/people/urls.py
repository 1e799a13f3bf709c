from django.urls import path

from kasane.people import handoverviews, views

app_name = "people"

urlpatterns = [
    path("likely/", views.likely, name="likely"),
    path("same/", views.pair_list, name="pairs"),
    path("same/<uuid:pair_id>/", views.pair_page, name="pair"),
    path("protected/", handoverviews.waiting, name="unattended"),
    path("protected/<uuid:contact_id>/staff/", handoverviews.propose, name="handover"),
    path("protected/<uuid:contact_id>/agree/", handoverviews.agree, name="handover_agree"),
]

"""Addresses of 住居確保給付金."""

from django.urls import path

from kasane.intake.housing import views

_BENEFIT = "housing/<uuid:housing_benefit_id>/"

urlpatterns = [
    path("housing/", views.listing, name="housing"),
    path("housing/terms/<uuid:housing_term_id>/", views.term, name="housing_term"),
    path("<uuid:case_id>/housing/new/", views.new, name="housing_new"),
    path("<uuid:case_id>/housing/moving/new/", views.new_moving, name="housing_new_moving"),
    path(_BENEFIT, views.benefit, name="housing_benefit"),
    path(f"{_BENEFIT}change/", views.change, name="housing_change"),
    path(f"{_BENEFIT}send/", views.send, name="housing_send"),
    path(f"{_BENEFIT}decide/", views.decide, name="housing_decide"),
    path(f"{_BENEFIT}talk/", views.talk, name="housing_talk"),
    path(f"{_BENEFIT}extend/", views.extend, name="housing_extend"),
    path(f"{_BENEFIT}pause/", views.pause, name="housing_pause"),
    path(f"{_BENEFIT}resume/", views.resume, name="housing_resume"),
    path(f"{_BENEFIT}end/", views.end, name="housing_end"),
    path(f"{_BENEFIT}withdraw/", views.withdraw, name="housing_withdraw"),
]

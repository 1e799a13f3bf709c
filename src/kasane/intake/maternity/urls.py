"""Addresses of 妊産婦等の支援台帳."""

from django.urls import path

from kasane.intake.maternity import views

_ENTRY = "maternity/<uuid:maternity_entry_id>/"

urlpatterns = [
    path("maternity/", views.listing, name="maternity"),
    path("maternity/excel/", views.export, name="maternity_export"),
    path("<uuid:case_id>/maternity/new/", views.new, name="maternity_new"),
    path(_ENTRY, views.entry, name="maternity_entry"),
    path(f"{_ENTRY}change/", views.change, name="maternity_change"),
    path(f"{_ENTRY}need/", views.weigh, name="maternity_need"),
    path(f"{_ENTRY}talk/", views.talk, name="maternity_talk"),
    path(f"{_ENTRY}birth/", views.birth, name="maternity_birth"),
    path(f"{_ENTRY}plan/", views.plan_new, name="support_plan_new"),
    path(f"{_ENTRY}end/", views.end, name="maternity_end"),
    path("maternity/talks/<uuid:maternity_talk_id>/", views.held, name="maternity_held"),
    path("maternity/plans/<uuid:support_plan_id>/review/", views.review, name="support_plan_review"),
    path("maternity/plans/<uuid:support_plan_id>/hand/", views.hand_copy, name="support_plan_hand"),
]

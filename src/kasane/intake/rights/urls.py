"""Addresses of 権利擁護の道すじ."""

from django.urls import path

from kasane.intake.rights import views

urlpatterns = [
    path("rights/", views.listing, name="rights"),
    path("<uuid:case_id>/rights/new/", views.new, name="rights_new"),
    path("rights/<uuid:rights_route_id>/", views.route, name="rights_route"),
    path("rights/<uuid:rights_route_id>/change/", views.change, name="rights_change"),
    path("rights/<uuid:rights_route_id>/branch/", views.branch, name="rights_branch"),
    path("rights/<uuid:rights_route_id>/report/", views.report, name="rights_report"),
    path("rights/<uuid:rights_route_id>/finish/", views.finish, name="rights_finish"),
    path("rights/<uuid:rights_route_id>/follow-up/", views.follow_up, name="rights_follow_up"),
    path("rights/steps/<uuid:rights_step_id>/", views.step, name="rights_step"),
]

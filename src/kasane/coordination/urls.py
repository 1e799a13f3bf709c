from django.urls import path

from kasane.coordination import views

app_name = "coordination"
urlpatterns = [
    path("cases/<uuid:case_id>/application/", views.apply, name="apply"),
    path("cases/<uuid:case_id>/assessment/", views.assessment, name="assessment"),
    path("cases/<uuid:case_id>/assessment/<slug:section>/", views.assessment_part, name="assessment_part"),
    path("cases/<uuid:case_id>/plans/new/", views.plan_new, name="plan_new"),
    path("cases/<uuid:case_id>/connectedness/", views.connectedness, name="connectedness"),
    path("cases/<uuid:case_id>/evaluation/", views.evaluation, name="evaluation"),
    path("plans/<uuid:plan_id>/", views.plan, name="plan"),
    path("plans/<uuid:plan_id>/edit/", views.plan_edit, name="plan_edit"),
    path("plans/<uuid:plan_id>/submit/", views.plan_submit, name="plan_submit"),
    path("plans/<uuid:plan_id>/take-back/", views.plan_take_back, name="plan_take_back"),
    path("plans/<uuid:plan_id>/replan/", views.replan, name="replan"),
    path("plans/<uuid:plan_id>/decision/", views.decide, name="decide"),
    path("plans/<uuid:plan_id>/monitoring/", views.monitoring, name="monitoring"),
]

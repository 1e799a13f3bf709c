from django.urls import path

from kasane.coordination import views
from kasane.coordination.choices import Course
from kasane.coordination.compare.views import compare
from kasane.coordination.early import early_list
from kasane.coordination.load import views as load
from kasane.coordination.menus import views as menus
from kasane.coordination.progress import views as progress
from kasane.coordination.reopening import views as reopening
from kasane.coordination.requests import views as requests
from kasane.coordination.study import views as study

app_name = "coordination"
SELF = {"course": Course.SELF_RELIANCE}
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
    path("self-reliance/", views.ledger, name="self_ledger"),
    path("self-reliance/excel/", views.ledger_file, name="self_ledger_file"),
    path("cases/<uuid:case_id>/self-reliance/application/", views.apply, SELF, name="self_apply"),
    path("cases/<uuid:case_id>/self-reliance/plans/new/", views.plan_new, SELF, name="self_plan_new"),
    path("cases/<uuid:case_id>/self-reliance/evaluation/", views.evaluation, SELF, name="self_evaluation"),
    path("cases/<uuid:case_id>/self-reliance/end/", views.end_by_screening, SELF, name="self_end"),
    path("cases/<uuid:case_id>/self-reliance/hand-on/", views.hand_on, name="hand_on"),
    # Versions of a plan
    path("plans/<uuid:plan_id>/compare/", compare, name="plan_compare"),
    # Own plans of ② and ④, and what runs before its decision
    path("cases/<uuid:case_id>/menus/<slug:sheet>/new/", menus.menu_new, name="menu_new"),
    path("menus/<uuid:menu_id>/", menus.menu, name="menu"),
    path("menus/<uuid:menu_id>/edit/", menus.menu_edit, name="menu_edit"),
    path("menus/<uuid:menu_id>/submit/", menus.menu_submit, name="menu_submit"),
    path("menus/<uuid:menu_id>/take-back/", menus.menu_take_back, name="menu_take_back"),
    path("menus/<uuid:menu_id>/renew/", menus.menu_renew, name="menu_renew"),
    path("menus/<uuid:menu_id>/end/", menus.menu_end, name="menu_end"),
    path("early/", early_list, name="early"),
]
urlpatterns += [
    path("cases/<uuid:case_id>/requests/", requests.requests, name="requests"),
    path("cases/<uuid:case_id>/requests/new/", requests.request_new, name="request_new"),
    path("requests/", requests.inbox, name="request_inbox"),
    path("requests/<uuid:request_id>/", requests.request_page, name="request"),
    path("requests/<uuid:request_id>/take-back/", requests.take_back, name="request_take_back"),
    path("answers/<uuid:answer_id>/take/", requests.take, name="answer_take"),
    path("load/", load.load, name="load"),
    # Progress of the lines of a plan.
    path("plans/<uuid:plan_id>/progress/", progress.progress, name="progress"),
    path("progress/", progress.asked, name="progress_asked"),
    # Ends before a plan is in force, and the time after the end.
    path("cases/<uuid:case_id>/end/", views.end_by_screening, name="end"),
    path("cases/<uuid:case_id>/reopen/", reopening.reopen, name="reopen"),
    path("cases/<uuid:case_id>/follow-up/", reopening.follow_up, name="follow_up"),
    path("follow-ups/", reopening.follow_ups, name="follow_ups"),
    # 研修・勉強会・事例検討.
    path("studies/", study.studies, name="studies"),
    path("studies/new/", study.study_write, name="study_new"),
    path("studies/<uuid:study_id>/", study.study, name="study"),
    path("studies/<uuid:study_id>/edit/", study.study_write, name="study_edit"),
    path("studies/<uuid:study_id>/held/", study.study_held, name="study_held"),
    path("studies/<uuid:study_id>/rate/", study.study_rate, name="study_rate"),
    path("studies/<uuid:study_id>/cancel/", study.study_cancel, name="study_cancel"),
    path("studies/<uuid:study_id>/answer/", study.study_answer, name="study_answer"),
    path("studies/<uuid:study_id>/mail/", study.study_mail, name="study_mail"),
    path("studies/<uuid:study_id>/study.ics", study.study_calendar, name="study_calendar"),
]

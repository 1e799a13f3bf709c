from django.urls import path

from kasane.intake import views
from kasane.intake.desk import views as desk
from kasane.intake.door import views as door
from kasane.intake.hops import views as hops
from kasane.intake.hops import watch
from kasane.intake.housing.urls import urlpatterns as housing
from kasane.intake.informing.views import assistance, information
from kasane.intake.maternity.urls import urlpatterns as maternity
from kasane.intake.prefecture.views import prefecture, prefecture_new
from kasane.intake.rights.urls import urlpatterns as rights
from kasane.intake.views.continuing import continue_case

app_name = "intake"

urlpatterns = [
    path("", views.desk, name="desk"),
    path("new/", views.new, name="new"),
    path("inbox/", views.inbox, name="inbox"),
    path("<uuid:case_id>/", views.reception, name="reception"),
    path("<uuid:case_id>/edit/", views.reception_edit, name="reception_edit"),
    path("<uuid:case_id>/triage/", views.triage, name="triage"),
    path("<uuid:case_id>/consent/", views.consent, name="consent"),
    path("<uuid:case_id>/consent/effects/", views.consent_effects, name="consent_effects"),
    path("<uuid:case_id>/consent/<uuid:consent_id>/withdraw/", views.withdraw, name="withdraw"),
    path("<uuid:case_id>/refer/", views.refer, name="refer"),
    path("<uuid:case_id>/hand-back/", views.hand_back, name="hand_back"),
    path("referrals/<uuid:referral_id>/", views.referral, name="referral"),
    path("referrals/<uuid:referral_id>/answer/", views.answer, name="answer"),
    path("referrals/<uuid:referral_id>/take-back/", views.take_back, name="take_back"),
    path("referrals/<uuid:referral_id>/follow-up/", views.follow_up, name="follow_up"),
    path("door/", door.waiting, name="door"),
    path("door/<uuid:message_id>/", door.message, name="door_message"),
    path("door/<uuid:message_id>/try/", door.add_try, name="door_try"),
    path("door/<uuid:message_id>/pass/", door.pass_on, name="door_pass"),
    path("door/<uuid:message_id>/end/", door.end, name="door_end"),
    # what happens around a つなぎ (hops)
    path("<uuid:case_id>/hops/", hops.way, name="hops"),
    path("referrals/<uuid:referral_id>/comment/", hops.comment, name="comment"),
    path("referrals/<uuid:referral_id>/visit/", hops.visit_new, name="visit_new"),
    path("comments/<uuid:comment_id>/", hops.question, name="question"),
    path("visits/<uuid:visit_id>/", hops.visit, name="visit"),
    path("visits/<uuid:visit_id>/edit/", hops.visit_edit, name="visit_edit"),
    path("stalled/", watch.stalled, name="stalled"),
    path("stalled/<uuid:referral_id>/", watch.stalled_step, name="stalled_step"),
]

urlpatterns += [
    path("continue/<uuid:case_id>/", continue_case, name="continue"),
    path("<uuid:case_id>/next-date/", views.next_date, name="next_date"),
    path("<uuid:case_id>/information/", information, name="information"),
    path("<uuid:case_id>/assistance/", assistance, name="assistance"),
    path("<uuid:case_id>/prefecture/", prefecture_new, name="prefecture_new"),
    path("prefecture/<uuid:handover_id>/", prefecture, name="prefecture"),
    path("<uuid:case_id>/extra/", desk.extra, name="extra"),
    path("desk/short/", desk.shorts, name="desk_shorts"),
    path("desk/short/<uuid:short_id>/", desk.short, name="desk_short"),
    path("desk/short/<uuid:short_id>/strike/", desk.short_strike, name="desk_short_strike"),
    path("desk/short/<uuid:short_id>/begin/", desk.short_begin, name="desk_short_begin"),
    path("desk/calls/", desk.calls, name="desk_calls"),
    path("desk/calls/<uuid:call_id>/", desk.call, name="desk_call"),
    path("desk/calls/<uuid:call_id>/back/", desk.call_back, name="desk_called_back"),
    path("desk/overdue/", desk.overdue, name="desk_overdue"),
    path("desk/reports/", desk.reports, name="desk_reports"),
    path("desk/reports/new/", desk.report_new, name="desk_report_new"),
    path("desk/reports/<uuid:report_id>/", desk.report, name="desk_report"),
    path("desk/reports/<uuid:report_id>/edit/", desk.report_edit, name="desk_report_edit"),
    path("desk/reports/<uuid:report_id>/begin/", desk.report_begin, name="desk_report_begin"),
    path("desk/outposts/", desk.outposts, name="desk_outposts"),
    path("desk/outposts/<uuid:day_id>/", desk.outpost, name="desk_outpost"),
    path("desk/outposts/<uuid:day_id>/edit/", desk.outpost_edit, name="desk_outpost_edit"),
    path("desk/outposts/<uuid:day_id>/strike/", desk.outpost_strike, name="desk_outpost_strike"),
    path("desk/outposts/<uuid:day_id>/begin/", desk.outpost_begin, name="desk_outpost_begin"),
    path("desk/outposts/<uuid:day_id>/tie/<uuid:case_id>/", desk.outpost_tie, name="desk_outpost_tie"),
    path("desk/activities/", desk.activities, name="desk_activities"),
    path("desk/activities/sums/", desk.activity_sums, name="desk_activity_sums"),
    path("desk/activities/sums.xlsx", desk.activity_workbook, name="desk_activity_workbook"),
    path("desk/activities/<uuid:activity_id>/", desk.activity, name="desk_activity"),
    path("desk/activities/<uuid:activity_id>/strike/", desk.activity_strike, name="desk_activity_strike"),
    path("desk/caseload/", desk.caseload, name="desk_caseload"),
    *rights,
    *maternity,
    *housing,
]

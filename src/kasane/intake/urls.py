from django.urls import path

from kasane.intake import views
from kasane.intake.door import views as door
from kasane.intake.hops import views as hops
from kasane.intake.hops import watch
from kasane.intake.informing.views import assistance, information
from kasane.intake.prefecture.views import prefecture, prefecture_new
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
]

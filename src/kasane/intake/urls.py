from django.urls import path

from kasane.intake import views
from kasane.intake.housing.urls import urlpatterns as housing
from kasane.intake.maternity.urls import urlpatterns as maternity
from kasane.intake.rights.urls import urlpatterns as rights

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
    *rights,
    *maternity,
    *housing,
]

from django.urls import path

from kasane.sheets import views
from kasane.sheets.disclosure_request.views import disclosure_request
from kasane.sheets.meetings.views import meeting_paper
from kasane.sheets.pack.views import pack
from kasane.sheets.registers import views as registers

app_name = "sheets"

urlpatterns = [
    path("<uuid:case_id>/disclosure-request/", disclosure_request, name="disclosure_request"),
    path("blank/<slug:code>.pdf", views.blank, name="blank"),
    path("blank/<slug:code>.xlsx", views.blank_xlsx, name="blank_xlsx"),
    path("prefecture/<uuid:handover_id>.pdf", views.prefecture_pdf, name="prefecture"),
    path("disposal/<uuid:batch_id>.pdf", views.disposal_pdf, name="disposal"),
    path("referrals/<uuid:referral_id>.pdf", views.referral_pdf, name="referral_pdf"),
    path("referrals/<uuid:referral_id>.xlsx", views.referral_xlsx, name="referral_xlsx"),
    path("rights/<uuid:rights_route_id>.pdf", registers.rights, name="rights"),
    path("maternity/<uuid:maternity_entry_id>.pdf", registers.maternity, name="maternity"),
    path("support-plans/<uuid:support_plan_id>.pdf", registers.support_plan, name="support_plan"),
    path("housing/<uuid:housing_benefit_id>.pdf", registers.housing, name="housing"),
    path("meetings/<uuid:meeting_id>/<slug:paper>.pdf", meeting_paper, {"kind": "pdf"}, name="meeting_pdf"),
    path(
        "meetings/<uuid:meeting_id>/<slug:paper>.xlsx", meeting_paper, {"kind": "xlsx"}, name="meeting_xlsx"
    ),
    path("meetings/<uuid:meeting_id>/pack/", pack, name="pack"),
    path("<uuid:case_id>/household.pdf", views.household_pdf, name="household"),
    path("<uuid:case_id>/records.pdf", views.records, name="records"),
    path("<uuid:case_id>/<slug:code>.pdf", views.pdf, name="pdf"),
    path("<uuid:case_id>/<slug:code>/<uuid:row_id>.pdf", views.pdf, name="pdf_of"),
]

from django.urls import path

from kasane.cases.exceptional.urgent import urgent
from kasane.portal import views
from kasane.portal.oversight import views as oversight
from kasane.portal.patterns import views as patterns
from kasane.portal.reports import views as reports
from kasane.portal.reports.numbers import views as numbers
from kasane.portal.search import search
from kasane.portal.summary import views as summary

urlpatterns = [
    path("", views.home, name="home"),
    path("cases/<uuid:case_id>/", views.case_page, name="case_page"),
    path("cases/<uuid:case_id>/sharing/looks/", views.case_looks, name="case_looks"),
    path("cases/<uuid:case_id>/sharing/as/", views.case_sight, name="case_sight"),
    path("cases/<uuid:case_id>/summary/", summary.case_summary, name="case_summary"),
    path("cases/<uuid:case_id>/summary/pdf/", summary.case_summary_pdf, name="case_summary_pdf"),
    path("cases/<uuid:case_id>/<slug:tab>/", views.case_page, name="case_tab"),
    path("cases/<uuid:case_id>/patterns/<uuid:pattern_id>/", patterns.answer_page, name="pattern_answer"),
    path(
        "cases/<uuid:case_id>/patterns/<uuid:pattern_id>/take-back/",
        patterns.take_back,
        name="pattern_take_back",
    ),
    path("structure/patterns/", patterns.numbers, name="pattern_numbers"),
    path("structure/counts/", reports.counts, name="report_counts"),
    path("structure/numbers/", numbers.numbers, name="numbers"),
    path("structure/readings/", oversight.unusual, name="reading_oversight"),
    path("search/", search, name="search"),
    path("urgent/", urgent, name="urgent"),
    path("switch-post/", views.switch_post, name="switch_post"),
    path("help/", views.help_page, name="help"),
    path("help/drawings/", views.drawings, name="drawings"),
    path("help/<slug:slug>/", views.help_page, name="help_chapter"),
    path("healthz", views.healthz, name="healthz"),
]

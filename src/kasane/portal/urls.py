from django.urls import path

from kasane.portal import views
from kasane.portal.oversight import views as oversight
from kasane.portal.patterns import views as patterns
from kasane.portal.reports import views as reports
from kasane.portal.search import search

urlpatterns = [
    path("", views.home, name="home"),
    path("cases/<uuid:case_id>/", views.case_page, name="case_page"),
    path("cases/<uuid:case_id>/<slug:tab>/", views.case_page, name="case_tab"),
    path("cases/<uuid:case_id>/patterns/<uuid:pattern_id>/", patterns.answer_page, name="pattern_answer"),
    path(
        "cases/<uuid:case_id>/patterns/<uuid:pattern_id>/take-back/",
        patterns.take_back,
        name="pattern_take_back",
    ),
    path("structure/patterns/", patterns.numbers, name="pattern_numbers"),
    path("structure/counts/", reports.counts, name="report_counts"),
    path("structure/readings/", oversight.unusual, name="reading_oversight"),
    path("search/", search, name="search"),
    path("switch-post/", views.switch_post, name="switch_post"),
    path("help/", views.help_page, name="help"),
    path("help/drawings/", views.drawings, name="drawings"),
    path("help/<slug:slug>/", views.help_page, name="help_chapter"),
    path("healthz", views.healthz, name="healthz"),
]

from django.urls import path

from kasane.portal import views
from kasane.portal.search import search

urlpatterns = [
    path("", views.home, name="home"),
    path("cases/<uuid:case_id>/", views.case_page, name="case_page"),
    path("cases/<uuid:case_id>/<slug:tab>/", views.case_page, name="case_tab"),
    path("search/", search, name="search"),
    path("switch-post/", views.switch_post, name="switch_post"),
    path("help/", views.help_page, name="help"),
    path("help/<slug:slug>/", views.help_page, name="help_chapter"),
    path("healthz", views.healthz, name="healthz"),
]

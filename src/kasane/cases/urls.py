from django.urls import path

from kasane.cases import views

app_name = "cases"

urlpatterns = [
    path("", views.case_list, name="list"),
    path("<uuid:case_id>/records/new/", views.record_new, name="record_new"),
    path("records/<uuid:record_id>/", views.record_edit, name="record_edit"),
    path("tasks/<uuid:task_id>/done/", views.task_done, name="task_done"),
    path("drafts/<slug:form>/<str:subject_id>/", views.draft, name="draft"),
]

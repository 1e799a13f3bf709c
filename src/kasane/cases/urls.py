from django.urls import path

from kasane.cases import views
from kasane.cases.alarm import views as alarm
from kasane.cases.exceptional import views as exceptional
from kasane.cases.history.views import changes
from kasane.cases.holding import views as holding
from kasane.cases.household import protection, tieviews
from kasane.cases.household import views as household
from kasane.cases.retention import views as retention
from kasane.cases.telling.views import telling_new, tellings
from kasane.cases.writing import speech
from kasane.cases.writing import views as writing

app_name = "cases"

urlpatterns = [
    path("", views.case_list, name="list"),
    path("<uuid:case_id>/records/new/", views.record_new, name="record_new"),
    path("records/<uuid:record_id>/", views.record_edit, name="record_edit"),
    path("tasks/<uuid:task_id>/done/", views.task_done, name="task_done"),
    path("<uuid:case_id>/changes/", changes, name="changes"),
    path("drafts/<slug:form>/<str:subject_id>/", views.draft, name="draft"),
]

urlpatterns += [
    path("<uuid:case_id>/telling/", tellings, name="tellings"),
    path("<uuid:case_id>/telling/new/", telling_new, name="telling_new"),
]

_PERSON = "<uuid:case_id>/household/people/<uuid:person_id>"
_TIE = "<uuid:case_id>/household/ties"

urlpatterns += [
    path("<uuid:case_id>/household/people/new/", household.join, name="household_join"),
    path(f"{_PERSON}/change/", household.change, name="household_change"),
    path(f"{_PERSON}/correct/", household.correct, name="household_correct"),
    path(f"{_PERSON}/died/", household.died, name="household_died"),
    path(f"{_PERSON}/moved/", household.moved_out, name="household_moved"),
    path(f"{_PERSON}/protect/", protection.protect, name="household_protect"),
    path(f"{_TIE}/new/", tieviews.tie_new, name="household_tie_new"),
    path(f"{_TIE}/<uuid:tie_id>/change/", tieviews.tie_change, name="household_tie_change"),
    path(f"{_TIE}/<uuid:tie_id>/end/", tieviews.tie_end, name="household_tie_end"),
    path(f"{_TIE}/<uuid:tie_id>/withdraw/", tieviews.tie_withdraw, name="household_tie_withdraw"),
]

urlpatterns += [
    path("retention/", retention.file_list, name="retention"),
    path("retention/propose/", retention.propose, name="retention_propose"),
    path("retention/files/<uuid:case_id>/hold/", retention.hold_new, name="retention_hold"),
    path("retention/holds/<uuid:hold_id>/lift/", retention.hold_lift, name="retention_lift"),
    path("retention/batches/", retention.batch_list, name="retention_batches"),
    path("retention/batches/<uuid:batch_id>/", retention.batch_page, name="retention_batch"),
    path("retention/batches/<uuid:batch_id>/withdraw/", retention.batch_withdraw, name="retention_withdraw"),
    path("exceptions/", exceptional.listing, name="exception_list"),
    path("urgent/", exceptional.urgent_cases, name="urgent_cases"),
    path("exceptions/<uuid:exception_id>/", exceptional.exception, name="exception"),
    path("exceptions/<uuid:exception_id>/<slug:name>/", exceptional.act, name="exception_act"),
    path("<uuid:case_id>/sharing/exceptions/", exceptional.on_case, name="exceptions"),
    path("<uuid:case_id>/sharing/exceptions/new/", exceptional.ask, name="exception_new"),
]

urlpatterns += [
    path("phrases/", writing.listing, name="phrases"),
    path("phrases/new/", writing.phrase_new, name="phrase_new"),
    path("phrases/<uuid:phrase_id>/", writing.phrase_edit, name="phrase"),
    path("phrases/<uuid:phrase_id>/move/", writing.phrase_move, name="phrase_move"),
    path("phrases/<uuid:phrase_id>/remove/", writing.phrase_remove, name="phrase_remove"),
    path("writing/pieces/", writing.pieces, name="writing_pieces"),
    path("writing/when/", writing.when, name="writing_when"),
    path("writing/tidy/", writing.tidied, name="writing_tidy"),
    path("writing/speech/", speech.heard, name="writing_speech"),
    path("<uuid:case_id>/alarms/new/", alarm.alarm_new, name="alarm_new"),
    path("alarms/", alarm.alarm_list, name="alarm_list"),
    path("alarms/count/", alarm.count, name="alarm_count"),
    path("alarms/<uuid:alarm_id>/", alarm.alarm, name="alarm"),
    path("alarms/<uuid:alarm_id>/<slug:name>/", alarm.act, name="alarm_act"),
]

urlpatterns += [
    path("unheld/", holding.listing, name="unheld"),
    path("unheld/give/", holding.choose_many, name="unheld_give_many"),
    path("unheld/<uuid:case_id>/", holding.choose, name="unheld_give"),
]

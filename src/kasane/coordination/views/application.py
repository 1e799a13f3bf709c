"""申込 (2-2)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kasane.agencies.queries import active_agencies
from kasane.base.dates import today
from kasane.cases.formpage import form_page
from kasane.cases.models import Case
from kasane.coordination import actions, rules
from kasane.coordination.forms import ApplicationForm
from kasane.coordination.forms.application import PERSON_FIELDS
from kasane.coordination.models import Application
from kasane.coordination.queries import application_of, standing_of
from kasane.disclosure.access import open_case
from kasane.intake.api import reception_of
from kasane.people.models import Person
from kasane.people.queries import subject_of

SHEET_FIELDS = (
    "version", "received_on", "visitor_name", "visitor_phone", "visitor_relation", "topics", "main_topic", "request",
    "rules_explained", "explained_by", "applies", "agrees_to_sharing", "applied_on", "signature", "signed_name",
    "signature_reason", "note",
)  # fmt: skip


def apply(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """相談受付・申込票: written with the person, prefilled from what the desk already knows (R-COOR-01)."""
    case = open_case(case_id, by=request.actor, purpose="相談受付・申込票(2-2)")
    application, person = application_of(case.id), subject_of(case.id)
    initial = _person(person) | (_kept(application) if application else _from_reception(case))

    def save(forms: Any) -> str:
        actions.apply(case, by=request.actor, **forms["form"].application_values())
        return reverse("coordination:assessment", args=[case.id])

    agencies = active_agencies().exclude(pk=request.actor.agency.id)
    return form_page(
        request,
        name="application",
        subject_id=case.id,
        template="coordination/application_form.html",
        build=lambda data: {"form": ApplicationForm(data, initial=initial, agencies=agencies)},
        save=save,
        context={
            "case": case,
            "application": application,
            "obstacles": rules.standing_obstacles(standing_of(case, by=request.actor)),
        },
        saved_message="申込票を保存しました。つぎはアセスメントです。",
    )


def _person(person: Person | None) -> dict[str, Any]:
    if person is None:
        return {}
    return {name: getattr(person, name) for name in PERSON_FIELDS} | {"person_version": person.version}


def _kept(application: Application) -> dict[str, Any]:
    return {name: getattr(application, name) for name in SHEET_FIELDS} | {
        "left_out": [str(agency) for agency in application.excluded],
        "shared_kinds": application.sharing_kinds,
    }


def _from_reception(case: Case) -> dict[str, Any]:
    """What the 受付シート says, for the person to read and put right."""
    found: dict[str, Any] = {"received_on": today(), "applied_on": today()}
    sheet = reception_of(case.id)
    if sheet is None:
        return found
    found |= {"topics": sheet.topics, "main_topic": sheet.main_topic, "request": sheet.overview}
    if sheet.consulter_name:
        found |= {
            "visitor_name": sheet.consulter_name,
            "visitor_phone": sheet.consulter_contact[:40],
            "visitor_relation": sheet.consulter_tie or sheet.get_consulter_is_display(),
        }
    return found

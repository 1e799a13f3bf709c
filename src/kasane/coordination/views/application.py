"""申込 (2-2)."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.agencies.queries import active_agencies
from kasane.base.dates import today, wareki
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Obstacle
from kasane.cases.formpage import form_page
from kasane.cases.models import Case
from kasane.coordination import actions, rules
from kasane.coordination.choices import Course
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


def apply(request: HttpRequest, case_id: UUID, course: str = Course.COORDINATION) -> HttpResponse:
    """相談受付・申込票: written with the person, prefilled from what the desk already knows (R-COOR-01, R-SELF-01)."""
    case = open_case(case_id, by=request.actor, purpose="相談受付・申込票(2-2)")
    application, person = application_of(case.id, course), subject_of(case.id)
    initial = _person(person) | (_kept(application) if application else _from_reception(case))

    words = rules.words(course)
    agencies = active_agencies().exclude(pk=request.actor.agency.id)
    shown: list[ApplicationForm] = []

    def build(data: QueryDict | None) -> dict[str, Any]:
        shown[:] = [ApplicationForm(data, initial=initial, agencies=agencies, words=words)]
        return {"form": shown[0]}

    def save(forms: Any) -> str:
        try:
            actions.apply(case, by=request.actor, course=course, **forms["form"].application_values())
        except StaleEdit as stale:
            _name_new_versions(forms["form"], stale)
            raise
        return reverse("coordination:assessment", args=[case.id])

    return form_page(
        request,
        name="application" if course == Course.COORDINATION else f"application-{course}",
        subject_id=case.id,
        template="coordination/application_form.html",
        build=build,
        save=save,
        context={
            "case": case,
            "application": application,
            "words": words,
            "obstacles": _may_not(case, course, by=request.actor),
        },
        saved_message="申込票を保存しました。つぎはアセスメントです。",
        stale_lines=lambda current: _lines(shown[0], current),
    )


def _may_not(case: Case, course: str, *, by: Actor) -> list[Obstacle]:
    """What forbids the sheet to this desk, whatever is written on it: 自立相談支援 is its agency's alone."""
    standing = standing_of(case, by=by, course=course)
    return rules.standing_obstacles(standing, coordinates=course == Course.SELF_RELIANCE)


def _name_new_versions(form: ApplicationForm, stale: StaleEdit) -> None:
    """The sheet holds two rows, itself and the person; whichever moved, saving once more must name both as they stand."""
    if not isinstance(stale.current, Person):
        return
    form.data = form.data.copy()
    form.data["person_version"] = str(stale.current.version)
    stale.current.version = int(form.data.get("version") or 0)


def _lines(form: ApplicationForm, current: Any) -> list[dict[str, Any]]:
    """What was typed beside what somebody else has saved, for the row that moved."""
    names = PERSON_FIELDS if isinstance(current, Person) else SHEET_FIELDS[1:]
    return [
        {
            "label": form.fields[name].label,
            "mine": _in_words(form, name, form.cleaned_data.get(name)),
            "theirs": _in_words(form, name, getattr(current, name)),
            "different": form.cleaned_data.get(name) != getattr(current, name),
        }
        for name in names
    ]


def _in_words(form: ApplicationForm, name: str, value: Any) -> str:
    labels = dict(getattr(form.fields[name], "choices", ()))
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, date):
        return wareki(value)
    if isinstance(value, list):
        return "、".join(str(labels.get(one, one)) for one in value)
    return "" if value in (None, "") else str(labels.get(value, value))


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

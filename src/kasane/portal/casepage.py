"""The case page: header, path of stages, next step, and what each work shows on its tab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.choices import ConsentAnswer
from kasane.base.dates import today
from kasane.cases.alarm.page import Shown, on_case
from kasane.cases.exceptional.page import Notices, notices
from kasane.cases.household.page import household_papers, household_tab
from kasane.cases.models import Case, Event, Stage, SupportRecord, Task
from kasane.cases.panels import NextStep, Panel, once
from kasane.cases.queries import open_tasks, timeline
from kasane.cases.retention.queries import keeping
from kasane.conferences import panels as conferences
from kasane.coordination import panels as coordination
from kasane.disclosure.api import consents_of, said
from kasane.disclosure.models import Consent
from kasane.intake import panels as intake
from kasane.people.matching import same_elsewhere
from kasane.people.models import Person
from kasane.people.queries import household
from kasane.portal.sharing import sharing
from kasane.sheets.disclosure_request.rules import copy_obstacles
from kasane.sheets.panels import documents as sheet_panels

TABS: tuple[tuple[str, str], ...] = (
    ("course", "経過"),
    ("plan", "プラン"),
    ("household", "世帯"),
    ("meetings", "会議"),
    ("documents", "書類"),
    ("sharing", "情報共有"),
)


@dataclass(frozen=True)
class Header:
    """What stands above every tab."""

    case: Case
    people: list[Person]
    consents: list[Consent]
    steps: list[NextStep]
    tasks: list[Task]
    tab: str
    notices: Notices
    alarms: list[Shown]

    @property
    def subject(self) -> Person | None:
        return next((person for person in self.people if person.is_subject), None)

    @property
    def title(self) -> str:
        return f"{self.subject.name}さん世帯" if self.subject else "(氏名不明)"

    @property
    def warnings(self) -> list[dict[str, str]]:
        """緊急, 住所秘匿 and 同意なし, as words."""
        found = []
        if self.case.is_urgent:
            found.append({"word": "緊急", "tone": "urgent"})
        if any(person.contact_is_protected for person in self.people):
            found.append({"word": "住所秘匿", "tone": "alert"})
        if not self.has_consent:
            found.append({"word": "同意なし", "tone": "alert"})
        return found

    @property
    def has_consent(self) -> bool:
        """Whether the person's latest clear word on sharing is a yes."""
        return said(self.consents, on=today()) == ConsentAnswer.AGREE

    @property
    def path(self) -> list[dict[str, str]]:
        """The six stages with the present one marked."""
        order = list(Stage)
        if not self.case.is_open and self.case.applied_on is None:
            order = [Stage.RECEPTION, Stage.CLOSED]
        here = order.index(Stage(self.case.stage))
        return [
            {
                "label": self.case.state_label
                if stage == Stage.CLOSED and self.case.closed_as
                else stage.label,
                "state": "done" if at < here or not self.case.is_open else "now" if at == here else "todo",
            }
            for at, stage in enumerate(order)
        ]

    @property
    def tabs(self) -> list[dict[str, Any]]:
        return [
            {"label": label, "url": reverse("case_tab", args=[self.case.id, key]), "active": key == self.tab}
            for key, label in TABS
        ]

    @property
    def main_step(self) -> NextStep | None:
        return next((step for step in self.steps if step.is_main), self.steps[0] if self.steps else None)

    @property
    def other_steps(self) -> list[NextStep]:
        return [step for step in self.steps if step is not self.main_step]


def header(case: Case, *, by: Actor, tab: str) -> Header:
    """Five queries, and two for each work that offers steps."""
    consents = once(case, "consents", lambda: consents_of(case.id))
    steps = [
        *intake.next_steps(case, by=by, consents=consents),
        *coordination.next_steps(case, by=by, consents=consents),
        *conferences.next_steps(case, by=by, consents=consents),
    ]
    tasks = once(case, "tasks", lambda: open_tasks(case.id))
    people = once(case, "household", lambda: household(case.id))
    return Header(case, people, consents, steps, tasks, tab, notices(case, by=by), on_case(case))


def course(case: Case, by: Actor, query: dict[str, str]) -> dict[str, Any]:
    """経過: the timeline, newest first."""
    kind, agency = query.get("kind", ""), query.get("agency", "")
    entries = timeline(case.id, kind=kind)
    agencies = {e.agency.id: e.agency.name for e in entries if e.agency}
    shown = [e for e in entries if not agency or str(e.agency_id) == agency]
    names = _present(case, shown)
    return {
        "entries": [_entry(e, by, names) for e in shown],
        "agencies": sorted(agencies.items(), key=lambda pair: pair[1]),
        "kind": kind,
        "agency": agency,
        "panels": intake.course(case, by=by),
    }


def _plan(case: Case, by: Actor, query: dict[str, str]) -> dict[str, Any]:
    return {"panels": coordination.plan(case, by=by)}


def _household(case: Case, by: Actor, query: dict[str, str]) -> dict[str, Any]:
    return {
        **household_tab(case, query=query),
        "panels": coordination.household(case, by=by),
        "same_elsewhere": same_elsewhere(case.id),
    }


def _meetings(case: Case, by: Actor, query: dict[str, str]) -> dict[str, Any]:
    return {"panels": conferences.meetings(case, by=by)}


def _documents(case: Case, by: Actor, query: dict[str, str]) -> dict[str, Any]:
    panels = [*intake.documents(case, by=by), *coordination.documents(case, by=by)]
    return {"panels": [*panels, *household_papers(case), *sheet_panels(case), *_file_papers(case, by)]}


def _file_papers(case: Case, by: Actor) -> list[Panel]:
    """How long the file is kept (R-DIS-07), and the copy for a 開示請求 for those who may make one (R-DIS-08)."""
    kept = Panel("保存期間", "cases/retention/panel.html", {"keeping": keeping(case)})
    if copy_obstacles(role=by.role, is_municipality=by.agency.is_municipality):
        return [kept]
    return [kept, Panel("開示請求", "sheets/panel_disclosure_request.html", {"case": case})]


BODIES: dict[str, Callable[[Case, Actor, dict[str, str]], dict[str, Any]]] = {
    "course": course,
    "plan": _plan,
    "household": _household,
    "meetings": _meetings,
    "documents": _documents,
    "sharing": sharing,
}


def _present(case: Case, entries: list[Event | SupportRecord]) -> dict[UUID, str]:
    """The names of those who took part; one more query only where somebody of them has left the household since."""
    wanted = {one for entry in entries if isinstance(entry, SupportRecord) for one in entry.participants}
    people = once(case, "household", lambda: household(case.id)) if wanted else []
    left = wanted - {one.id for one in people}
    return {one.id: one.name for one in [*people, *(Person.objects.filter(pk__in=left) if left else ())]}


def _entry(entry: Event | SupportRecord, by: Actor, names: dict[UUID, str]) -> dict[str, Any]:
    """One line of the timeline as the record component draws it."""
    shared = {"at": entry.at, "agency": entry.agency.name if entry.agency else ""}
    if isinstance(entry, SupportRecord):
        next_words = f"{entry.next_step}" if entry.next_step else ""
        return shared | {
            "id": entry.id,
            "icon": "edit",
            "method": entry.get_method_display(),
            "with_whom": "、".join(
                one for one in [*(names.get(pk, "") for pk in entry.participants), entry.counterpart] if one
            ),
            "by": entry.author.name,
            "body": entry.content,
            "next": next_words,
            "next_on": entry.next_on,
            "kinds": entry.kind_labels,
            "edit_url": reverse("cases:record_edit", args=[entry.id])
            if entry.agency_id == by.agency.id
            else "",
        }
    return shared | {
        "icon": "doc",
        "method": entry.title,
        "by": entry.by.name if entry.by else "",
        "body": entry.body,
        "is_step": True,
    }


__all__ = ["BODIES", "TABS", "Header", "header"]

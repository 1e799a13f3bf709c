"""What the record page offers to write less: phrases, templates, last entries, other cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.cases.models import Case, Stage, SupportRecord
from kasane.cases.queries import attach_households
from kasane.cases.writing.models import Phrase, PhraseUse
from kasane.cases.writing.rules import Entry, Offers, Template, numbered, offers
from kasane.profiles.vocabulary import ProgramCode

LOOKED_AT = 60
MOST_CASES = 8


def phrases(by: Actor, use: str | None = None) -> QuerySet[Phrase]:
    """The phrases of the viewer's desk and their own, in their order."""
    rows = Phrase.objects.filter(agency=by.agency).filter(Q(user=None) | Q(user=by.user))
    return rows.filter(use=use) if use else rows


def town_templates(by: Actor) -> list[Template]:
    """The town's templates for the programs of the viewer's agency."""
    programs = by.programs
    return [
        Template(
            one.name,
            one.text,
            one.number,
            one.method.value if one.method else "",
            one.minutes,
            "・".join(ProgramCode(code).label for code in one.programs if code in programs) or "町",
        )
        for one in profile.current().record_templates
        if not one.programs or programs & {str(code.value) for code in one.programs}
    ]


def templates(by: Actor) -> list[Template]:
    """All templates the viewer may choose: their own, the desk's, the town's for its programs. Two queries."""
    rows = sorted(phrases(by, PhraseUse.TEMPLATE), key=lambda row: row.user_id is None)
    desk = [
        Template(
            row.name, row.text, row.number, row.method, row.minutes, "自分" if row.user_id else by.agency.name
        )
        for row in rows
    ]
    return numbered([*desk, *town_templates(by)])


def chosen(choices: list[Template], number: str) -> dict[str, Any]:
    """What the template of this number puts into a new record; nothing for a number without one."""
    one = next((one for one in choices if number and str(one.number) == number), None)
    return {"method": one.method, "minutes": one.minutes, "content": one.text} if one else {}


@dataclass(frozen=True)
class Before:
    """What this worker wrote before: offers for the fields, and the open cases they last wrote in."""

    offers: Offers
    cases: list[Case]


def before(case_id: UUID, *, by: Actor) -> Before:
    """Three queries: the case's last records, the worker's last records, the households of their cases."""
    here = SupportRecord.objects.filter(case_id=case_id)[:LOOKED_AT]
    mine = list(
        SupportRecord.objects.filter(author=by.user, agency=by.agency).select_related("case")[:LOOKED_AT]
    )
    cases = {
        row.case_id: row.case for row in mine if row.case_id != case_id and row.case.stage != Stage.CLOSED
    }
    near = list(cases.values())[:MOST_CASES]
    attach_households(near)
    found = offers([_entry(row) for row in here], [_entry(row) for row in mine], case=str(case_id))
    return Before(found, near)


def _entry(row: SupportRecord) -> Entry:
    return Entry(str(row.case_id), row.place, row.counterpart, row.method, row.minutes)

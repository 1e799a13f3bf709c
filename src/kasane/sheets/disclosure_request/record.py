"""Everything a case holds, as the copy for a 開示請求 tells it (R-DIS-08). Row-level security has filtered before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg import sql

from kasane.agencies.models import User
from kasane.base.dates import wareki, wareki_time
from kasane.base.names import fold_kana
from kasane.cases.alarm.models import AlarmTold
from kasane.cases.history.words import MASK, Line, Names, about_of, columns_of, table_label, told
from kasane.cases.models import Case
from kasane.disclosure.queries import Reading, readings_of
from kasane.people.models import Person
from kasane.people.queries import everyone
from kasane.sheets.disclosure_request.left_out import (
    LeftOut,
    calls_left_out,
    contacts_left_out,
    minutes_left_out,
    raisers_left_out,
    readings_left_out,
)
from kasane.sheets.disclosure_request.mask import Concealed, Masker, Place
from kasane.sheets.disclosure_request.people import (
    OTHERS_FIELDS,
    THIRD_PARTIES,
    concealed_person,
    concealed_staff,
    concealed_third_party,
    concealed_words,
    own_names,
    reporter_columns,
)

READINGS = "readings"
MOST_READINGS = 20_000
SECTIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "people": ("本人と世帯", ("people_person", "people_personstate", "people_tie")),
    "intake": (
        "相談受付・つなぎ",
        (
            "intake_reception", "intake_extraanswer", "intake_outpostreception", "intake_informationgiven",
            "intake_prefecturehandover", "intake_phonecall", "intake_referral", "intake_referralcomment", "intake_referralvisit",
            "intake_hopstep",
        ),
    ),
    "registers": (
        "権利擁護・妊産婦等の支援・住居確保給付金",
        (
            "intake_rightsroute",
            "intake_rightsstep",
            "intake_maternityentry",
            "intake_maternityneed",
            "intake_maternitytalk",
            "intake_supportplan",
            "intake_supportplanitem",
            "intake_housingbenefit",
            "intake_housingterm",
            "intake_housingtalk",
        ),
    ),
    "consent": ("同意・利用申込", ("disclosure_consent", "disclosure_legalexception", "coordination_application", "coordination_drawnsignature")),
    "assessment": (
        "アセスメント",
        (
            "coordination_assessment", "coordination_assessmentpart", "coordination_personissue", "people_pattern",
            "coordination_informationrequest", "coordination_informationreply", "coordination_informationanswer",
        ),
    ),
    "plan": (
        "プラン・支援決定・評価",
        (
            "coordination_plan", "coordination_plangoal", "coordination_planitem", "coordination_decision",
            "coordination_approval", "coordination_approvalstep", "coordination_itemdecision",
            "coordination_menuplan", "coordination_menujudgement",
            "coordination_monitoring", "coordination_monitoringitem", "coordination_evaluation",
            "coordination_goalresult", "coordination_connectedness", "coordination_followup",
            "coordination_progressreport",
        ),
    ),
    "records": ("支援経過記録", ("cases_supportrecord", "cases_telling")),
    "alarms": ("緊急の知らせ", ("cases_alarm", "cases_alarmtold", "cases_alarmstep")),
    "meetings": (
        "会議",
        (
            "conferences_agendaitem", "conferences_talk", "conferences_meetingdecision",
            "coordination_conferencejudgement",
        ),
    ),
    "course": ("ケースの経過と予定", ("cases_case", "cases_event", "cases_task", "disclosure_evidence")),
    READINGS: ("だれが見たか(閲覧の記録)", ()),
}  # fmt: skip
"""The parts of the copy in their order, each with its tables."""

KINDS_ARE_SAID = {"disclosure_consent", "disclosure_legalexception", "disclosure_evidence"}
"""Tables in which the kinds of data are what was agreed to, and not our own filing."""

_DAYS = (
    "at", "received_on", "sent_on", "confirmed_on", "applied_on", "gathered_on", "made_on", "held_on", "decided_on",
    "judged_on", "evaluated_on", "rated_on", "held_at", "due_on", "valid_from", "opened_on",
)  # fmt: skip


@dataclass(frozen=True)
class Wish:
    """What the copy is to hold, and what is to be blacked out in it."""

    person: Person
    sections: tuple[str, ...]
    hides_others: bool = True
    hides_staff: bool = False
    extra: str = ""


@dataclass(frozen=True)
class Entry:
    """One row of one table."""

    title: str
    lines: list[Line]


@dataclass(frozen=True)
class Part:
    title: str
    entries: list[Entry]


@dataclass
class Copy:
    """The copy as it will be printed, and each place that is blacked out in it."""

    wish: Wish
    parts: list[Part] = field(default_factory=list)
    readings: list[tuple[str, str, str, str, str]] | None = None
    places: list[Place] = field(default_factory=list)
    fields_hidden: int = 0
    concealed: list[Concealed] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(len(part.entries) for part in self.parts) + len(self.readings or [])


def make_copy(case: Case, wish: Wish) -> Copy:
    """Reads the parts that were asked for, and blacks out what was asked for. A query for each table."""
    rows = _rows(case.id, wish.sections)
    names = Names.behind([(table, row) for table, found in rows.items() for row in found])
    readings = readings_of(case.id, most=MOST_READINGS + 1) if READINGS in wish.sections else []
    by_alarm = _by_alarm(case.id)
    copy = Copy(wish, left_out=_left_out(case.id, wish, len(readings)))
    copy.left_out += raisers_left_out(len(rows.get("cases_alarm", ())))
    readings = readings[:MOST_READINGS]
    masker = _masker(case.id, wish, rows, readings, copy)
    for key in wish.sections:
        title, tables = SECTIONS[key]
        entries = [
            _entry(
                table,
                _without_others(table, _without_reporter(table, row, by_alarm, copy), copy),
                names,
                masker,
                copy,
            )
            for table in tables
            for row in rows[table]
        ]
        if key != READINGS:
            copy.parts.append(Part(title, [entry for entry in entries if entry.lines]))
    if READINGS in wish.sections:
        copy.readings = [_reading(one, masker, copy) for one in readings]
    return copy


def _left_out(case_id: UUID, wish: Wish, readings: int) -> list[LeftOut]:
    """What is missing in the parts that were asked for."""
    found = minutes_left_out(case_id) if "meetings" in wish.sections else []
    if "intake" in wish.sections:
        found += calls_left_out(case_id)
    if "people" in wish.sections:
        found += contacts_left_out(case_id, person_id=wish.person.pk)
    return [*found, readings_left_out(MOST_READINGS)] if readings > MOST_READINGS else found


def _rows(case_id: UUID, sections: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    found = {}
    with connection.cursor() as cursor:
        for table in (table for key in sections for table in SECTIONS[key][1]):
            found[table] = _table(cursor, table, case_id)
    return found


def _table(cursor: Any, table: str, case_id: UUID) -> list[dict[str, Any]]:
    column = "id" if table == "cases_case" else "case_id"
    cursor.execute(
        sql.SQL("SELECT to_jsonb(t) FROM {} t WHERE {} = %s ORDER BY id").format(
            sql.Identifier(table), sql.Identifier(column)
        ),
        [case_id],
    )
    return [json.loads(row) if isinstance(row, str) else row for (row,) in cursor.fetchall()]


def _masker(
    case_id: UUID, wish: Wish, rows: Mapping[str, list[dict[str, Any]]], readings: list[Reading], copy: Copy
) -> Masker:
    """Knows everybody of the household by all names they ever bore, whatever parts were asked for."""
    with connection.cursor() as cursor:
        people = [row | {"person_id": row["id"]} for row in _table(cursor, "people_person", case_id)]
        people += _table(cursor, "people_personstate", case_id)
        third = {table: rows.get(table) or _table(cursor, table, case_id) for table in THIRD_PARTIES}
    own = [row for row in people if row["person_id"] == str(wish.person.pk)]
    if wish.hides_others:
        for person in everyone(case_id):
            if person.pk != wish.person.pk:
                label = f"{person.name}({person.relation or ('本人' if person.is_subject else '世帯の人')})"
                theirs = [row for row in people if row["person_id"] == str(person.pk)]
                copy.concealed.append(concealed_person(label, theirs, own=own))
        found = [
            concealed_third_party(table, row, own=own_names(own))
            for table, every in third.items()
            for row in every
        ]
        copy.concealed += [one for one in found if one is not None]
    if wish.hides_staff:
        staff = {one.who for one in readings} | set(User.objects.values_list("name", flat=True))
        copy.concealed.append(concealed_staff(staff))
    extra = concealed_words(wish.extra)
    copy.concealed += [extra] if extra else []
    return Masker(copy.concealed, own=own_names(own))


def _by_alarm(case_id: UUID) -> set[str]:
    """The rights that alarms opened: they name who raised the alarm as who asked."""
    told = AlarmTold.objects.filter(case_id=case_id, exception_id__isnull=False)
    return {str(one) for one in told.values_list("exception_id", flat=True)}


def _without_reporter(table: str, row: dict[str, Any], by_alarm: set[str], copy: Copy) -> dict[str, Any]:
    """The row without who raised an alarm, whatever else is blacked out."""
    found = reporter_columns(table, row, by_alarm=by_alarm)
    hidden = {name: MASK for name in found if row.get(name)}
    copy.fields_hidden += len(hidden)
    return row | hidden


def _without_others(table: str, row: dict[str, Any], copy: Copy) -> dict[str, Any]:
    """The row with what tells of another person blacked out as a whole."""
    if not copy.wish.hides_others:
        return row
    columns: tuple[str, ...] = ()
    if _is_others(table, row, str(copy.wish.person.pk)):
        columns = OTHERS_FIELDS[table]
    elif table in THIRD_PARTIES and row.get("consulter_is") != "self" and _somebody_else(table, row, copy):
        columns = THIRD_PARTIES[table]
    hidden = {name: MASK for name in columns if row.get(name) not in (None, "", [])}
    copy.fields_hidden += len(hidden)
    return row | hidden


def _is_others(table: str, row: Mapping[str, Any], person: str) -> bool:
    if table not in OTHERS_FIELDS:
        return False
    ends = {row.get("id") if table == "people_person" else row.get("person_id"), row.get("other_person_id")}
    return person not in ends


def _somebody_else(table: str, row: Mapping[str, Any], copy: Copy) -> bool:
    return fold_kana(str(row.get(THIRD_PARTIES[table][0]) or "")) != fold_kana(copy.wish.person.name)


def _entry(table: str, row: dict[str, Any], names: Names, masker: Masker, copy: Copy) -> Entry:
    lines = []
    wanted = [column for column in columns_of(table) if column != "kinds" or table in KINDS_ARE_SAID]
    for label, value in told(table, row, names, only=wanted):
        hidden, places = masker.mask(value)
        copy.places += places
        lines.append((label, hidden))
    about = masker.mask(about_of(table, row, names))[0]
    return Entry(" ".join(filter(None, [table_label(table), _day(row), about])), lines)


def _day(row: Mapping[str, Any]) -> str:
    """The day the row is of."""
    text = next((str(row[name]) for name in _DAYS if row.get(name)), "")
    if not text:
        return ""
    return wareki(date.fromisoformat(text)) if len(text) == 10 else wareki_time(datetime.fromisoformat(text))


def _reading(one: Reading, masker: Masker, copy: Copy) -> tuple[str, str, str, str, str]:
    who, places = masker.mask(one.who)
    copy.places += places
    act = f"{one.subject}{'(書き出し)' if one.exported else ''}"
    return wareki_time(one.at), who or "(しくみ)", one.agency, act, "、".join(one.basis)

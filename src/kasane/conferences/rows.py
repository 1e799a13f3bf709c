"""会議録 and 決定事項・役割分担表 as plain rows, for whoever prints or hands them on (R-CONF-06).

They hold what the viewer may see: lay them out within the same `acting_as`. Reading the cases is logged by the caller.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from kasane.conferences import queries
from kasane.conferences.checking import queries as checking
from kasane.conferences.decisions import queries as decided
from kasane.conferences.models import AgendaItem, Meeting, MeetingDecision, Member, Shortage
from kasane.people.queries import households


@dataclass(frozen=True)
class MinutesHead:
    """The head of 会議録. Times as 13:30, empty where nobody wrote them."""

    began: str
    ended: str
    minute_takers: list[str]
    present: list[str]
    absent: list[str]
    checked: list[str]
    """Members who have confirmed the minutes."""


@dataclass(frozen=True)
class MinutesRow:
    """One item of 会議録."""

    number: int
    title: str
    function: str
    timing: str
    case: str
    who: str
    said: str
    opinions: list[tuple[str, str]]
    decision: str
    judgement: str


@dataclass(frozen=True)
class DecisionRow:
    """One line of 決定事項・役割分担表."""

    item: str
    case: str
    what: str
    agency: str
    person: str
    due_on: date
    state: str
    result: str


def minutes_head(meeting: Meeting) -> MinutesHead:
    """Two queries."""
    members = queries.members_of(meeting)
    checks = checking.checks_of(meeting)
    return MinutesHead(
        began=_clock(meeting, "began_at"),
        ended=_clock(meeting, "ended_at"),
        minute_takers=[_called(one) for one in members if one.takes_minutes],
        present=[_called(one) + _part(one) for one in members if one.attended],
        absent=[_called(one) for one in members if one.attended is False],
        checked=[_called(one.member) for one in checks if one.checked_on],
    )


def _clock(meeting: Meeting, name: str) -> str:
    moment = getattr(meeting, name)
    return f"{timezone.localtime(moment):%H:%M}" if moment else ""


def _called(member: Member) -> str:
    return f"{member.belongs_to} {member.name}".strip()


def _part(member: Member) -> str:
    """(13:40から、14:20まで)"""
    times = [f"{member.arrived_at:%H:%M}から"] if member.arrived_at else []
    times += [f"{member.left_at:%H:%M}まで"] if member.left_at else []
    return f"({'、'.join(times)})" if times else ""


def minutes_rows(meeting: Meeting) -> list[MinutesRow]:
    """The items in order with what was said, as far as the viewer sees them. Five queries."""
    items = queries.agenda(meeting)
    talks = queries.talks(items)
    people = households({item.case_id for item in items if item.case_id})
    names = {
        one.agency_id: one.agency.name for one in queries.members_of(meeting) if one.agency_id and one.agency
    }
    rows = []
    for number, item in enumerate(items, start=1):
        talk = talks.get(item.id)
        subject = (
            next((one for one in people.get(item.case_id, []) if one.is_subject), None)
            if item.case_id
            else None
        )
        rows.append(
            MinutesRow(
                number=number,
                title=item.title,
                function=item.get_function_display(),
                timing=item.get_timing_display(),
                case=_case(item),
                who=subject.name if subject else "",
                said=talk.text if talk else "",
                opinions=[(name, talk.opinion_of(key)) for key, name in names.items() if talk.opinion_of(key)]
                if talk
                else [],
                decision=talk.decision if talk else "",
                judgement=item.get_judgement_display(),
            )
        )
    return rows


def _case(row: AgendaItem | MeetingDecision) -> str:
    return row.case.label if row.case else ""


def decision_rows(meeting: Meeting) -> list[DecisionRow]:
    """Who does what until when, in the order of the agenda. Two queries."""
    items = queries.agenda(meeting)
    found = decided.of_items([item.id for item in items])
    return [
        DecisionRow(
            item=item.title,
            case=_case(row),
            what=row.what,
            agency=row.agency.name,
            person=row.user.name if row.user else "",
            due_on=row.due_on,
            state=row.get_state_display(),
            result=row.result,
        )
        for item in items
        for row in found.get(item.id, [])
    ]


def shortages(*, since: date | None = None) -> list[Shortage]:
    """足りない社会資源 found in meetings, the newest first; nothing about a person (R-CONF-07, R-COM-06). One query."""
    rows = Shortage.objects.select_related("body", "found_by")
    return list(rows.filter(found_on__gte=since) if since else rows)

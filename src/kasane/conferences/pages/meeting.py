"""What the page of a meeting shows: before, during and after."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.conferences import queries, rules
from kasane.conferences.checking.actions import is_closed
from kasane.conferences.copies.queries import outstanding
from kasane.conferences.decisions import queries as decided
from kasane.conferences.dueness.queries import Proposal, proposals, puts_under
from kasane.conferences.forms import AnswerForm
from kasane.conferences.models import (
    AgendaItem,
    Function,
    Meeting,
    MeetingDecision,
    MeetingState,
    Member,
)
from kasane.conferences.places import give_places
from kasane.conferences.series.rules import Stretch, stretches
from kasane.conferences.who import who_words
from kasane.conferences.words import PUT_WORDS
from kasane.coordination import api as coordination
from kasane.people.queries import households

WEEKDAYS = "月火水木金土日"


def day_words(moment: datetime) -> str:
    """令和7年5月14日(水) 13:30"""
    local = timezone.localtime(moment)
    return f"{wareki(local.date())}({WEEKDAYS[local.weekday()]}) {local:%H:%M}"


@dataclass(frozen=True)
class Due:
    """A plan (2-4, 2-5) or evaluation that waits for its conference, as the meeting page offers it."""

    facts: coordination.ConferenceFacts
    case: Case
    who: str
    function: str = Function.MULTI_TIER

    @property
    def put_url(self) -> str:
        """Where it is put on the agenda."""
        return reverse(PUT_WORDS[self.function].url, args=[self.case.id])


@dataclass
class MeetingPage:
    """The meeting with everything its page needs. `state` decides which parts stand on top."""

    meeting: Meeting
    by: Actor
    members: list[Member]
    items: list[AgendaItem]
    due: list[Due]
    warnings: list[str]
    talked: set[UUID]
    closed: int
    """Items about cases that are not open to the viewer (yet)."""
    proposals: list[Proposal] = field(default_factory=list)
    """What should come to the table beside the four timings."""
    copies_out: int = 0
    """Numbered copies of the papers that have not come back; told to the host alone (R-CONF-06)."""
    last_time: list[MeetingDecision] = field(default_factory=list)
    """前回までの決定事項 of the body (R-CONF-06)."""

    @property
    def is_host(self) -> bool:
        return self.meeting.host_id == self.by.agency.id

    @property
    def unconfirmed(self) -> list[str]:
        """Members who have not yet confirmed the duty of secrecy (R-DIS-02): on the screen, guests on paper."""
        return [
            member.name
            for member in self.members
            if (member.acknowledged_at if member.user_id else member.secrecy_paper_on) is None
        ]

    @property
    def is_closed(self) -> bool:
        """Whether the papers are closed for the viewer (R-CONF-06)."""
        return is_closed(self.meeting, by=self.by, on=today())

    @property
    def shows_summary(self) -> bool:
        """What stands over the whole meeting is not for those who are called to single items (R-CONF-06)."""
        called = self.own is not None and self.own.items is not None
        return bool(self.meeting.summary) and not self.is_closed and (self.is_host or not called)

    @property
    def has_guests(self) -> bool:
        return any(member.user_id is None for member in self.members)

    @property
    def own(self) -> Member | None:
        return next((member for member in self.members if member.user_id == self.by.user.id), None)

    @property
    def absent(self) -> list[Member]:
        return [member for member in self.members if member.attended is False]

    @property
    def planned_minutes(self) -> int:
        return sum(item.minutes for item in self.items if not item.withdrawn)

    @property
    def minutes_by_function(self) -> list[tuple[str, int]]:
        """How a body with several functions splits its time: each item stands under one of them (R-CONF-05)."""
        split: dict[str, int] = {}
        for item in self.items:
            if item.withdrawn:
                continue
            split[item.get_function_display()] = split.get(item.get_function_display(), 0) + item.minutes
        return list(split.items()) if len(split) > 1 else []

    @property
    def stretches(self) -> list[Stretch]:
        """The parts of the time, where the body shares an afternoon with another meeting (R-CONF-05)."""
        return stretches(self.meeting.parts, self.meeting.starts_at)

    @property
    def puts_proposals(self) -> bool:
        return bool(puts_under(self.meeting))

    @property
    def offers_marks(self) -> bool:
        """Whether anything that waits can be ticked: a button without boxes would do nothing."""
        timed = any(one.facts.ready and not one.facts.is_menu for one in self.due)
        return timed or bool(self.proposals and self.puts_proposals)

    @property
    def with_material(self) -> int:
        """How many items have what they are talked about with: a plan or an evaluation, or a purpose in words."""
        return sum(1 for item in self.items if item.subject_id or item.purpose.strip())

    @property
    def is_too_long(self) -> bool:
        return self.planned_minutes > self.meeting.length

    @property
    def when(self) -> str:
        return day_words(self.meeting.starts_at)

    @property
    def answered(self) -> int:
        return sum(1 for member in self.members if member.answer != "waiting")

    @property
    def has_case_items(self) -> bool:
        return bool(self.closed) or any(item.case_id for item in self.items)

    @property
    def must_acknowledge(self) -> bool:
        return self.has_case_items and rules.must_acknowledge(
            is_member=self.own is not None, acknowledged=bool(self.own and self.own.acknowledged_at)
        )

    @property
    def next_item(self) -> AgendaItem | None:
        """The first item without minutes or without its judgement."""
        return next(iter(self.unfinished), None)

    @property
    def unfinished(self) -> list[AgendaItem]:
        """For the page before the end: items without minutes, or 重層的支援会議 items without a judgement."""
        return [
            item
            for item in self.items
            if not item.withdrawn and (item.id not in self.talked or (item.timing and not item.judgement))
        ]


def meeting_page(meeting: Meeting, by: Actor) -> MeetingPage:
    """Everything the page of one meeting reads, in a number of queries that does not grow with its length."""
    members = queries.members_of(meeting)
    items = queries.agenda(meeting)
    outline = queries.outline(meeting.id)
    page = MeetingPage(
        meeting=meeting,
        by=by,
        members=members,
        items=items,
        due=_due(meeting, by),
        warnings=_warnings(meeting, members),
        talked=set(queries.talks(items)),
        closed=outline.hidden,
        proposals=proposals(meeting, by),
        copies_out=_copies_out(meeting, by),
        last_time=decided.of_last_time(meeting),
    )
    waiting = {one.case.id for one in page.due}
    page.proposals = [one for one in page.proposals if one.case.id not in waiting]
    give_places(items, members, meeting, outline.table)
    tasks = decided.of_items([item.id for item in items])
    for item in items:
        item.given_tasks = tasks.get(item.id, [])  # type: ignore[attr-defined]
    _attach_people(items, known=not page.must_acknowledge)
    return page


def table_page(meeting: Meeting, by: Actor) -> MeetingPage:
    """The members and the agenda with its times alone, for the copies: what was withdrawn is in nobody's. Three queries."""
    items = queries.agenda(meeting)
    members, outline = queries.members_of(meeting), queries.outline(meeting.id)
    give_places(items, members, meeting, outline.table)
    items = [item for item in items if item.number]  # type: ignore[attr-defined]
    return MeetingPage(meeting, by, members, items, due=[], warnings=[], talked=set(), closed=outline.hidden)


def _copies_out(meeting: Meeting, by: Actor) -> int:
    """Nothing is outside before the meeting has begun."""
    asks = meeting.host_id == by.agency.id and meeting.state in (MeetingState.HELD, MeetingState.FINISHED)
    return outstanding(meeting) if asks else 0


def _attach_people(items: list[AgendaItem], *, known: bool) -> None:
    """Puts the name of the household on items, for those who may open the material now."""
    found = households({item.case_id for item in items if item.case_id}) if known else {}
    for item in items:
        people = found.get(item.case_id, []) if item.case_id else []
        item.who = who_words(people)  # type: ignore[attr-defined]


def _warnings(meeting: Meeting, members: list[Member]) -> list[str]:
    if not (set(rules.COURSE_OF) & set(meeting.body.functions)) or not meeting.is_open:
        return []
    return rules.member_warnings(
        meeting.body.functions,
        works=queries.works_of({member.agency_id for member in members if member.agency_id}),
        municipality=bool(queries.municipal(members)),
    )


def _due(meeting: Meeting, by: Actor) -> list[Due]:
    """What waits for this meeting and is on no agenda yet; for those of its agency who prepare it."""
    if not (meeting.host_id == by.agency.id and meeting.is_open):
        return []
    functions = [
        function
        for function in meeting.body.functions
        if function == Function.SUPPORT_COORDINATION
        or (function == Function.MULTI_TIER and by.is_coordinator)
    ]
    put_under = {rules.COURSE_OF[function]: function for function in functions}
    menus_under = {*functions, Function.SUPPORT_CONFERENCE} & set(meeting.body.functions)
    waiting = coordination.due_for_conference(by, list(put_under)) if functions else []
    menus = [one for one in coordination.service_plans_due() if one.function in menus_under]
    if not (waiting or menus):
        return []
    open_items = AgendaItem.objects.filter(
        case_id__in=[facts.case_id for facts in [*waiting, *menus]], is_settled=False
    ).values_list("case_id", "timing", "function", "subject_id")
    on_table = {subject for *_, subject in open_items}
    own = {one.subject_id for one in menus}
    taken = {tuple(item) for *item, subject in open_items if subject not in own}
    waiting = [f for f in waiting if (f.case_id, f.timing, put_under[f.course]) not in taken]
    waiting += [f for f in menus if f.subject_id not in on_table]
    cases = Case.objects.in_bulk([facts.case_id for facts in waiting])
    people = households(cases)
    return [
        Due(
            facts,
            cases[facts.case_id],
            who_words(people.get(facts.case_id, [])),
            facts.function if facts.is_menu else put_under[facts.course],
        )
        for facts in waiting
        if facts.case_id in cases
    ]


def meeting_context(page: MeetingPage, **extra: Any) -> dict[str, Any]:
    """The variables of conferences/meeting.html."""
    return {
        "page": page,
        "meeting": page.meeting,
        "answer_form": AnswerForm(initial={"reply": page.own.answer if page.own else ""}),
        **extra,
    }

"""What the page of one item of the agenda shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.base.obstacles import Mend, Obstacle
from kasane.cases.models import Case
from kasane.cases.panels import Panel
from kasane.conferences import actions, queries, rules
from kasane.conferences.decisions import queries as decided
from kasane.conferences.live import actions as live
from kasane.conferences.models import (
    AgendaItem,
    Meeting,
    MeetingDecision,
    MeetingState,
    Member,
    Outcome,
    Talk,
)
from kasane.conferences.who import who_words
from kasane.coordination import api as coordination
from kasane.coordination.api import Course
from kasane.coordination.panels import plan as plan_panels
from kasane.coordination.rules.course import words
from kasane.disclosure import api as disclosure
from kasane.people.models import Person
from kasane.people.queries import household


@dataclass
class ItemPage:
    """One item: the material of its case, what was said, what can be judged."""

    item: AgendaItem
    meeting: Meeting | None
    by: Actor
    case: Case | None
    people: list[Person]
    talk: Talk | None
    tasks: list[MeetingDecision]
    agencies: list[Agency]
    outcomes: list[Outcome]
    obstacles: list[Obstacle]
    uncovered: list[str] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    before: AgendaItem | None = None
    after: AgendaItem | None = None
    forbids_writing: list[Obstacle] = field(default_factory=list)

    @property
    def is_host(self) -> bool:
        return self.meeting is not None and self.meeting.host_id == self.by.agency.id

    @property
    def runs(self) -> bool:
        """Whether the viewer writes down what is said now."""
        return self.is_host and self.meeting is not None and self.meeting.state == MeetingState.HELD

    @property
    def judges(self) -> bool:
        """Whether the viewer records the judgement."""
        return self.meeting is not None and bool(self.outcomes) and actions.may_judge(self.item, self.by)

    @property
    def writes(self) -> bool:
        """Whether the viewer writes the minutes: of the host's agency, or named 記録者 (R-CONF-06)."""
        return self.meeting is not None and not self.forbids_writing

    @property
    def who(self) -> str:
        return who_words(self.people)

    @property
    def opinions(self) -> list[tuple[str, str]]:
        if self.talk is None:
            return []
        words = [(agency.name, self.talk.opinion_of(agency.id)) for agency in self.agencies]
        return [(name, opinion) for name, opinion in words if opinion]

    @property
    def subject_link(self) -> Mend | None:
        """Where the plan or the evaluation itself is read."""
        if self.item.timing and coordination.is_menu(self.item.subject_id):
            return Mend("2-5のプランを開く", "coordination:menu", (("menu_id", self.item.subject_id),))
        if self.item.timing in (Timing.PLAN, Timing.REPLAN) and self.item.subject_id:
            return Mend("プランの全体を開く", "coordination:plan", (("plan_id", self.item.subject_id),))
        if self.item.timing and self.item.case_id:
            url = words(rules.COURSE_OF.get(self.item.function, Course.COORDINATION)).evaluation_url
            return Mend("評価シートを開く", url, (("case_id", self.item.case_id),))
        return None


def item_page(item: AgendaItem, meeting: Meeting | None, case: Case | None, by: Actor) -> ItemPage:
    """Everything the page of one item reads."""
    page = ItemPage(
        item=item,
        meeting=meeting,
        by=by,
        case=case,
        people=household(case.id) if case else [],
        talk=queries.talks([item]).get(item.id),
        tasks=decided.of_items([item.id]).get(item.id, []),
        agencies=[],
        outcomes=actions.allowed_outcomes(item),
        obstacles=[],
        panels=plan_panels(case, by=by, plan_id=item.subject_id) if case else [],
    )
    if meeting is None:
        return page
    item.meeting = meeting
    members = [member for member in queries.members_of(meeting) if member.sits_at(item.id)]
    page.agencies = agencies_at(members)
    page.forbids_writing = live.writing_obstacles(item, by)
    items = queries.agenda(meeting)
    here = next((index for index, one in enumerate(items) if one.id == item.id), None)
    if here is not None:
        page.before = items[here - 1] if here else None
        page.after = items[here + 1] if here + 1 < len(items) else None
    if page.is_host and item.case_id and item.function in rules.COURSE_OF:
        page.uncovered = _uncovered(item.case_id, members)
    if page.judges and meeting.state == MeetingState.HELD and not item.judgement:
        page.obstacles = actions.judgement_obstacles(item, page.outcomes[0])
    return page


def _uncovered(case_id: UUID, members: list[Member]) -> list[str]:
    """Members whose agency the person's consent leaves out: the material does not open for them (R-DIS-01)."""
    agencies = [member.agency_id for member in members if member.agency_id]
    covered = disclosure.agencies_covered(case_id, agencies, on=today())
    return sorted(member.name for member in members if member.agency_id and member.agency_id not in covered)


def agencies_at(members: list[Member]) -> list[Agency]:
    """The agencies of those who are there, or, before attendance is taken, of all members; each once."""
    present = [member for member in members if member.attended] or members
    found: dict[UUID, Agency] = {}
    for member in present:
        if member.agency is not None:
            found.setdefault(member.agency.id, member.agency)
    return list(found.values())


def item_context(page: ItemPage, **extra: Any) -> dict[str, Any]:
    """The variables of conferences/item.html."""
    return {
        "page": page,
        "item": page.item,
        "meeting": page.meeting,
        **extra,
    }

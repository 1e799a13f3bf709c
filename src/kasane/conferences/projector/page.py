"""What the wall shows of one item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kasane.base.kinds import DataKind
from kasane.conferences import queries
from kasane.conferences.decisions import queries as decided
from kasane.conferences.models import AgendaItem, Answer, Meeting, MeetingDecision, Member
from kasane.conferences.projector import rules
from kasane.conferences.seeing import Right, has_confirmed, is_guest, kinds_for, rights_on
from kasane.people.models import Person
from kasane.people.queries import household


@dataclass
class WallPage:
    """One item in large type, with the way to the one before and after it."""

    item: AgendaItem
    meeting: Meeting
    number: int
    many: int
    wall: rules.Wall
    people: list[Person]
    decision: str
    decisions: list[MeetingDecision]
    before: AgendaItem | None
    after: AgendaItem | None

    @property
    def title(self) -> str:
        return self.item.title if self.wall.shows_item else "個別のケース"


def wall_page(item: AgendaItem, meeting: Meeting) -> WallPage:
    """Everything the wall shows; a number of queries that does not grow with the meeting."""
    items = queries.agenda(meeting)
    here = next(index for index, one in enumerate(items) if one.id == item.id)
    wall = rules.wall(
        has_case=item.case_id is not None,
        function=item.function,
        kinds=item.kinds,
        present=_present(item.case_id, in_the_room(queries.members_of(meeting), item.id))
        if item.case_id
        else [],
    )
    talk = queries.talks([item]).get(item.id)
    basic = wall.shows_item and wall.kinds & DataKind.BASIC
    free = item.case_id is None
    return WallPage(
        item=item,
        meeting=meeting,
        number=here + 1,
        many=len(items),
        wall=wall,
        people=household(item.case_id) if item.case_id and basic else [],
        decision=talk.decision if talk and (free or rules.covers(wall, talk.kinds)) else "",
        decisions=[
            row
            for row in decided.of_items([item.id]).get(item.id, [])
            if free or rules.covers(wall, row.kinds)
        ],
        before=items[here - 1] if here else None,
        after=items[here + 1] if here + 1 < len(items) else None,
    )


def in_the_room(members: Sequence[Member], item_id: UUID) -> list[Member]:
    """Who sees the wall at an item. While attendance is half taken, who has not declined is taken to be there, but for
    those who are called to another item; whoever is marked as there counts until marked as gone (R-DIS-01)."""
    begun = any(member.attended is not None for member in members)
    return [
        member
        for member in members
        if not member.left_at
        and (
            member.attended
            or (
                begun
                and member.attended is None
                and member.answer != Answer.ABSENT
                and member.sits_at(item_id)
            )
        )
    ]


def _present(case_id: UUID, members: list[Member]) -> list[rules.Present]:
    rights = rights_on([case_id])[case_id]
    return [_seen(member, rights) for member in members]


def _seen(member: Member, rights: list[Right]) -> rules.Present:
    if is_guest(member):
        return rules.Present(0, acknowledged=has_confirmed(member), is_guest=True)
    kinds = kinds_for(rights, user_id=member.user_id, agency_id=member.agency_id)
    return rules.Present(kinds, acknowledged=has_confirmed(member))

"""The numbered copies of a meeting, and what each recipient's next one would hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from kasane.agencies.actors import Actor
from kasane.agencies.models import Post
from kasane.agencies.queries import staff_of
from kasane.conferences.copies.rules import Portion, Reader, portion
from kasane.conferences.models import AgendaItem, CopyState, Meeting, Member, SheetCopy
from kasane.conferences.seeing import has_confirmed, is_guest, kinds_for, rights_on

OUTSTANDING = (CopyState.OUT, CopyState.LOST)


def copies_of(meeting: Meeting) -> list[SheetCopy]:
    """All copies by number. One query."""
    rows = SheetCopy.objects.filter(meeting=meeting)
    return list(rows.select_related("member__user", "member__agency", "made_by", "noted_by", "destroyed_by"))


def outstanding(meeting: Meeting) -> int:
    """How many copies have not come back. One query."""
    return SheetCopy.objects.filter(meeting=meeting, state__in=OUTSTANDING).count()


@dataclass
class Recipient:
    """A member with what their copy will hold: a portion for each item, in the order of the agenda.

    `numbers`: the places of these items on the whole agenda, as they are printed.
    """

    member: Member
    actor: Actor | None
    numbers: list[int]
    portions: list[Portion]
    copies: list[SheetCopy]

    @property
    def waits(self) -> bool:
        """Whether more would go into the copy after 守秘義務の確認 (R-DIS-02)."""
        return any(one.waits for one in self.portions)

    @property
    def left_out(self) -> list[tuple[int, str]]:
        """(item number, why) of what is left out."""
        return [(number, one.why) for number, one in self._numbered if one.why]

    @property
    def _numbered(self) -> Iterator[tuple[int, Portion]]:
        return zip(self.numbers, self.portions, strict=True)

    @property
    def reasons(self) -> list[tuple[str, str]]:
        """Each reason once, with the numbers of its items: 「1、3」."""
        found: dict[str, list[str]] = {}
        for number, why in self.left_out:
            found.setdefault(why, []).append(str(number))
        return [("、".join(numbers), why) for why, numbers in found.items()]

    @property
    def held(self) -> str:
        """The numbers of the items in the copy."""
        return "、".join(str(number) for number, one in self._numbered if one.words)


def recipients(
    members: Sequence[Member], items: Sequence[AgendaItem], copies: Sequence[SheetCopy], *, by: Actor
) -> list[Recipient]:
    """What each member's copy will hold of these numbered items (`pages.table_page`), for one who sees them. Two queries."""
    rights = rights_on({item.case_id for item in items if item.case_id})
    posts = _posts(members)
    numbers: list[int] = [item.number for item in items]  # type: ignore[attr-defined]

    def one(member: Member) -> Recipient:
        post = posts.get((member.user_id, member.agency_id))
        portions = []
        for item in items:
            there = rights[item.case_id] if item.case_id else []
            seen = kinds_for(there, user_id=member.user_id, agency_id=member.agency_id) if post else 0
            portions.append(
                portion(
                    has_case=item.case_id is not None,
                    function=item.function,
                    kinds=item.kinds,
                    is_called=member.sits_at(item.id),
                    reader=Reader(seen, has_confirmed(member), is_guest(member)),
                    maker_kinds=kinds_for(there, user_id=by.user.id, agency_id=by.agency.id),
                )
            )
        actor = Actor(post.user, post) if post else None
        return Recipient(
            member, actor, numbers, portions, [row for row in copies if row.member_id == member.id]
        )

    return [one(member) for member in members]


def _posts(members: Sequence[Member]) -> dict[tuple[UUID | None, UUID | None], Post]:
    """The present post of each member with an account: who has left the agency has no rights there (R-DEL-06)."""
    agencies = {member.agency_id for member in members if member.agency_id and member.user_id}
    users = [member.user_id for member in members if member.user_id]
    found = staff_of(agencies).filter(user__in=users)
    return {(post.user_id, post.agency_id): post for post in found if post.sees_cases}

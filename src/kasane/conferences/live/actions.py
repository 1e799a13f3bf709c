"""What several write into the minutes of one item at once (R-CONF-06)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import AgencyKind
from kasane.base.obstacles import Obstacle, require
from kasane.conferences import queries
from kasane.conferences import rules as law
from kasane.conferences.live import lines as reading
from kasane.conferences.live import rules
from kasane.conferences.live.lines import Place
from kasane.conferences.models import (
    AgendaItem,
    Meeting,
    MeetingState,
    Member,
    MinutesCheck,
    Talk,
    TalkField,
    TalkLine,
)

_LOCK = 60606
"""The class of advisory locks on the minutes of an item."""


@dataclass(frozen=True)
class Typed:
    """One edit as a page sends it, with the part it belongs to and the line it comes after."""

    edit: rules.Edit
    field: str
    agency: UUID | None = None
    after: UUID | None = None


@dataclass(frozen=True)
class Taken:
    """What became of an edit: the line that was meant, and the one where its text stands now."""

    meant: UUID
    stands: UUID


def writing_obstacles(item: AgendaItem, by: Actor) -> list[Obstacle]:
    """What forbids `by` to write the minutes of this item; screens ask before they offer it."""
    return minute_taker_obstacles(item.meeting, by, item.id) or law.host_obstacles(
        is_host=True, state=item.meeting.state, states=(MeetingState.HELD, MeetingState.FINISHED)
    )


def minute_taker_obstacles(meeting: Meeting, by: Actor, item_id: UUID | None = None) -> list[Obstacle]:
    """Who may write at this meeting, or of this item of it: its agency, and the 記録者 it has named. Who is called to
    single items writes of those alone."""
    if meeting.host_id == by.agency.id:
        return []
    own = queries.membership(meeting.id, by)
    there = own is not None and (own.items is None or (item_id is not None and own.sits_at(item_id)))
    return rules.minute_taker_obstacles(
        is_host=False,
        takes_minutes=bool(own and there and own.takes_minutes and own.agency_id == by.agency.id),
        acknowledged=bool(own and own.acknowledged_at),
    )


@transaction.atomic
def name_minute_taker(member: Member, *, by: Actor, takes: bool) -> None:
    """記録者を決める: the host names one or several among the members, of any agency (R-CONF-06)."""
    require(
        law.host_obstacles(
            is_host=member.meeting.host_id == by.agency.id,
            state=member.meeting.state,
            states=("planned", "held", "finished"),
        )
        + rules.naming_obstacles(
            has_account=member.user_id is not None,
            is_resident=member.agency is not None and member.agency.kind == AgencyKind.RESIDENT,
        )
    )
    Member.objects.filter(pk=member.pk).update(takes_minutes=takes)


@transaction.atomic
def send(item: AgendaItem, typed: Sequence[Typed], *, by: Actor) -> list[Taken]:
    """Takes what a page has typed. Both texts stay when somebody else changed the same line meanwhile.

    Raises Forbidden for others than the host's agency and the 記録者. Sent twice it counts once.
    """
    require(writing_obstacles(item, by))
    return _write(item, typed, by=by)


def _write(item: AgendaItem, typed: Sequence[Typed], *, by: Actor) -> list[Taken]:
    lock(item)
    talk = talk_of(item)
    rows = {row.id: row for row in _kept(item, talk)}
    seq = max((row.seq for row in rows.values()), default=0)
    taken = []
    for one in typed:
        verdict = rules.merge({key: reading.state_of(row) for key, row in rows.items()}, one.edit)
        if verdict.write is not None:
            seq += 1
            rows[verdict.where] = _save(item, talk, rows, one, verdict.write, by=by, seq=seq)
        taken.append(Taken(one.edit.id, verdict.where))
    if item.meeting.state == MeetingState.FINISHED and typed:
        settle(item)
    return taken


def lock(item: AgendaItem) -> None:
    """One after the other writes into an item, so that what is read `since` a number misses nothing."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [_LOCK, str(item.id)])


def talk_of(item: AgendaItem) -> Talk:
    """The minutes of the item, begun with the first word."""
    found: Talk
    found, _ = Talk.objects.get_or_create(
        item=item, defaults={"meeting": item.meeting, "case_id": item.case_id}
    )
    return found


def _kept(item: AgendaItem, talk: Talk) -> list[TalkLine]:
    rows = list(reading.rows_of(item))
    return rows or TalkLine.objects.bulk_create(reading.seeds(item, talk))


def _save(
    item: AgendaItem,
    talk: Talk,
    rows: dict[UUID, TalkLine],
    one: Typed,
    line: rules.Line,
    *,
    by: Actor,
    seq: int,
) -> TalkLine:
    row = rows.get(line.id)
    if row is None:
        meant = rows.get(line.beside) if line.beside else None
        place: Place = reading.place_of(meant) if meant else (one.field, one.agency)
        row = TalkLine(
            id=line.id, item=item, meeting_id=item.meeting_id, case_id=item.case_id, kinds=talk.kinds,
            field=place[0], agency_id=place[1], author=by.user,
            position=_position(rows, place, meant.id if meant else one.after, seq),
        )  # fmt: skip
        row._state.adding = True
    row.text, row.version, row.page, row.turn = line.text, line.version, line.page, line.turn
    row.is_removed, row.beside, row.last_by, row.seq = line.removed, line.beside, by.user, seq
    row.save()
    row.refresh_from_db(fields=["text"])  # protected words are hidden by the database
    return row


def _position(rows: dict[UUID, TalkLine], place: Place, after: UUID | None, seq: int) -> float:
    found = reading.between(rows.values(), place, after)
    if found is None:
        _space_out(rows, place, seq)
        found = reading.between(rows.values(), place, after)
    return found if found is not None else 0.0


def _space_out(rows: dict[UUID, TalkLine], place: Place, seq: int) -> None:
    """Whole numbers again, where lines were put between lines too often."""
    here = [row for row in rows.values() if reading.place_of(row) == place]
    for number, row in enumerate(sorted(here, key=lambda row: (row.position, row.id)), start=1):
        row.position, row.seq = float(number), seq
    TalkLine.objects.bulk_update(here, ["position", "seq"])


@transaction.atomic
def settle(item: AgendaItem) -> Talk | None:
    """Puts the lines together to the minutes, as they are kept, told in the history and handed out."""
    talk = Talk.objects.select_for_update().filter(item=item).first()
    rows = list(reading.rows_of(item))
    if talk is None or not rows:
        return talk
    before = (talk.text, talk.decision, talk.opinions)
    reading.compose(talk, rows)
    if (talk.text, talk.decision, talk.opinions) != before:
        talk.save_next()
        check_anew(item.meeting_id)
    return talk


def check_anew(meeting_id: UUID) -> None:
    """The minutes have changed after they were handed out to be checked: who has checked them is asked again."""
    MinutesCheck.objects.filter(meeting=meeting_id, checked_on__isnull=False).update(checked_on=None)


def replace_by_text(item: AgendaItem, said: dict[Place, str], *, by: Actor, page: UUID) -> None:
    """What the form without script sends in one piece, line by line: what stays the same keeps its author."""
    rows = list(reading.rows_of(item))
    typed: list[Typed] = []
    for place, text in said.items():
        typed += _differences(reading.in_place(rows, place), place, text, page=page, first=len(typed) + 1)
    _write(item, typed, by=by)


def _differences(here: list[TalkLine], place: Place, text: str, *, page: UUID, first: int) -> list[Typed]:
    new = [line for line in text.splitlines() if line.strip()]
    typed: list[Typed] = []

    def add(row: TalkLine | None, words: str, after: UUID | None, removed: bool = False) -> UUID:
        key = row.id if row else rules.beside_id(page, UUID(int=first + len(typed)))
        edit = rules.Edit(
            key,
            page,
            first + len(typed),
            row.version if row else 0,
            words.removeprefix(rules.BESIDE_MARK),
            removed,
        )
        typed.append(Typed(edit, place[0], place[1], after))
        return key

    for start, end, lines in reading.changes([reading.words_of(row) for row in here], new):
        before = here[start - 1].id if start else None
        for number in range(max(end - start, len(lines))):
            row = here[start + number] if start + number < end else None
            if number < len(lines):
                before = add(row, lines[number], before)
            elif row is not None:
                add(row, row.text, before, removed=True)
    return typed


@transaction.atomic
def mark_kinds(item: AgendaItem, *, by: Actor, kinds: int) -> None:
    """情報の種類 of what was said: who is not covered for them does not see it (R-DIS-04)."""
    require(writing_obstacles(item, by))
    lock(item)
    Talk.objects.filter(pk=talk_of(item).pk).update(kinds=kinds)
    TalkLine.objects.filter(item=item).update(kinds=kinds)


__all__ = [
    "TalkField",
    "Taken",
    "Typed",
    "mark_kinds",
    "name_minute_taker",
    "send",
    "settle",
    "writing_obstacles",
]

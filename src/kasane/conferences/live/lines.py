"""The lines of one item: read, put in order, and put together to the minutes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from uuid import UUID, uuid5

from django.db.models import QuerySet

from kasane.conferences.live.rules import BESIDE_MARK, Line
from kasane.conferences.models import AgendaItem, Talk, TalkField, TalkLine

Place = tuple[str, UUID | None]
"""A part of the minutes: its field and, for an opinion, the agency."""
TEXT: Place = (TalkField.TEXT, None)
DECISION: Place = (TalkField.DECISION, None)


def lines_of(item: AgendaItem) -> list[TalkLine]:
    """The lines as they stand. Minutes written in one piece before come as lines that are not saved yet."""
    rows = list(rows_of(item).select_related("author", "last_by", "agency"))
    return rows or seeds(item, Talk.objects.filter(item=item).first())


def rows_of(item: AgendaItem) -> QuerySet[TalkLine]:
    """The lines of the minutes, without what members remark on them afterwards."""
    return TalkLine.objects.filter(item=item).exclude(field=TalkField.REMARK)


def seeds(item: AgendaItem, talk: Talk | None) -> list[TalkLine]:
    """The minutes cut into lines whose names follow from their place: made twice, they are the same."""
    if talk is None:
        return []
    parts: list[tuple[Place, str]] = [(TEXT, talk.text), (DECISION, talk.decision)]
    parts += [((TalkField.OPINION, UUID(agency)), words) for agency, words in talk.opinions.items()]
    return [
        TalkLine(
            id=uuid5(talk.id, f"{field}:{agency}:{number}"),
            item=item,
            meeting_id=item.meeting_id,
            case_id=item.case_id,
            kinds=talk.kinds,
            field=field,
            agency_id=agency,
            position=float(number),
            text=words,
            seq=1,
        )
        for (field, agency), text in parts
        for number, words in enumerate(text.splitlines(), start=1)
        if words.strip()
    ]


def place_of(row: TalkLine) -> Place:
    return row.field, row.agency_id


def in_place(rows: Iterable[TalkLine], place: Place) -> list[TalkLine]:
    """The lines of one part that can be read, in order."""
    found = [row for row in rows if place_of(row) == place and not row.is_removed and row.text.strip()]
    return sorted(found, key=lambda row: (row.position, row.id))


def words_of(row: TalkLine) -> str:
    """A line as it stands in the minutes."""
    return f"{BESIDE_MARK}{row.text}" if row.beside else row.text


def compose(talk: Talk, rows: Sequence[TalkLine]) -> Talk:
    """The minutes with the words of the lines, which nobody has saved yet."""
    said = {place: "\n".join(map(words_of, in_place(rows, place))) for place in {place_of(r) for r in rows}}
    talk.text, talk.decision = said.pop(TEXT, ""), said.pop(DECISION, "")
    talk.opinions = {
        str(agency): words for (field, agency), words in said.items() if field == TalkField.OPINION and words
    }
    return talk


def shown_version(talk: Talk, rows: Sequence[TalkLine]) -> int:
    """The version of the minutes as a form shows them: it moves with every line, too."""
    return talk.version + max((row.seq for row in rows), default=0)


def as_shown(talk: Talk, rows: Sequence[TalkLine]) -> Talk:
    """The minutes with the newest words and their version, to be read, not to be saved."""
    version = shown_version(talk, rows)
    if rows:
        compose(talk, rows)
    talk.version = version
    return talk


def state_of(row: TalkLine) -> Line:
    """The row as the rules see it."""
    return Line(row.id, row.text, row.version, row.page, row.turn, row.is_removed, row.beside)


def between(rows: Iterable[TalkLine], place: Place, after: UUID | None) -> float | None:
    """The position behind the line `after` (None: at the end of its part); None when there is no room left."""
    taken = sorted({row.position: row for row in rows if place_of(row) == place}.items())
    here = next((position for position, row in taken if row.id == after), None)
    if here is None:
        return (taken[-1][0] if taken else 0.0) + 1.0
    following = next((position for position, _ in taken if position > here), None)
    if following is None:
        return here + 1.0
    middle = (here + following) / 2
    return middle if here < middle < following else None


def changes(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, list[str]]]:
    """What differs between two texts, by line: from, to, and the lines that come in their place."""
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    return [(a, b, list(new[c:d])) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]

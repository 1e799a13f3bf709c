"""Puts the papers of a meeting together for each recipient, numbers them, and says so in the log (R-CONF-06, R-DIS-08)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kasane.agencies.actors import Actor
from kasane.base.choices import Timing
from kasane.base.dates import today, wareki
from kasane.base.kinds import kind_labels
from kasane.cases.models import Case
from kasane.conferences import queries
from kasane.conferences.copies import actions
from kasane.conferences.copies.queries import Recipient
from kasane.conferences.copies.rules import Portion, sheets_for
from kasane.conferences.models import AgendaItem, Meeting, MeetingDecision, SheetCopy
from kasane.conferences.pages import MeetingPage
from kasane.conferences.seeing import is_guest
from kasane.coordination.api import is_menu
from kasane.coordination.queries import issues_of
from kasane.disclosure.access import log_exports, log_file
from kasane.disclosure.viewer import acting_as
from kasane.people.queries import household
from kasane.sheets.document import Sheet
from kasane.sheets.fill import FILLERS, sheet_of
from kasane.sheets.filling.common import town
from kasane.sheets.pack.copies import Copy, Parts, printed_copies
from kasane.sheets.pack.material import Of, item_sheet, program_sheet
from kasane.sheets.pack.sight import Sight, sights

FRONT = "次第・出席者名簿"
LONGEST = 80
"""Of a line in the log."""
_LAST_DECISIONS = 8
Read = dict[tuple[UUID, Portion, Sight], tuple[Sheet, ...]]
"""The sheets of an item by what may go into the copy and what its reader sees: the same for all who see alike."""


@dataclass
class Booklet:
    """What one recipient gets: the parts to be printed, in words what they hold, and which sheets of which case."""

    recipient: Recipient
    parts: Parts
    contents: list[str] = field(default_factory=list)
    of_cases: dict[UUID, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Printed:
    """A copy with its row and its PDF."""

    copy: SheetCopy
    booklet: Booklet
    pdf: bytes


def make(
    page: MeetingPage,
    chosen: Sequence[Recipient],
    *,
    wanted: Collection[str],
    by: Actor,
    at: datetime,
    batch: UUID,
) -> list[Printed]:
    """Numbered copies for the chosen, each as its recipient may see it; each is in the log of each of its cases.

    Raises Forbidden (`copies.rules.making_obstacles`).
    """
    menus = {item.id for item in page.items if item.timing and is_menu(item.subject_id)}
    read: Read = {}
    booklets = [_booklet(page, one, wanted, menus, read, by=by) for one in chosen]
    rows = actions.number_copies(
        page.meeting,
        by=by,
        at=at,
        batch=batch,
        made=[(one.recipient.member, one.contents) for one in booklets],
    )
    copies = [_copy(row, one) for row, one in zip(rows, booklets, strict=True)]
    total = max((row.number for row in rows), default=0)
    files = printed_copies(copies, title=f"{page.meeting.label} 会議資料一式", total=total, timestamp=at)
    for row, one in zip(rows, booklets, strict=True):
        _log(page.meeting, row, one)
    return [Printed(*three) for three in zip(rows, booklets, files, strict=True)]


def _copy(row: SheetCopy, booklet: Booklet) -> Copy:
    member = booklet.recipient.member
    return Copy(row.number, member.name, member.belongs_to, booklet.parts)


def _log(meeting: Meeting, row: SheetCopy, booklet: Booklet) -> None:
    """A guest's name stays out of the file of a household: it would outlive the guest's own row (R-DIS-07)."""
    member = booklet.recipient.member
    who = member.name if member.user_id else "アカウントのない方"
    log_file(f"会議資料一式 資料番号{row.number}"[:LONGEST], meeting.id)
    if booklet.of_cases:
        log_exports(
            {
                case_id: f"会議資料 資料番号{row.number} {who}あて({'・'.join(names)})"[:LONGEST]
                for case_id, names in booklet.of_cases.items()
            },
            row.id,
        )


def _booklet(
    page: MeetingPage,
    recipient: Recipient,
    wanted: Collection[str],
    menus: Collection[UUID],
    read: Read,
    *,
    by: Actor,
) -> Booklet:
    visible, seen_of = _visible(page, recipient)
    portions = [
        one if item.id in visible else Portion()
        for item, one in zip(page.items, recipient.portions, strict=True)
    ]
    labels = [
        item.case.label if item.case and one.kinds else ""
        for item, one in zip(page.items, portions, strict=True)
    ]
    seen = [one.words for one in portions]
    front = program_sheet(page, recipient.member, seen, labels, town(), printed_on=wareki(today()))
    parts: list[tuple[str, tuple[Sheet, ...]]] = [(FRONT, (front,))]
    booklet = Booklet(recipient, (), [FRONT])
    for number, item, one, label in zip(recipient.numbers, page.items, portions, labels, strict=True):
        if not one.words:
            continue
        alike = (item.id, one, () if one.as_maker else seen_of.get(item.case_id or item.id, ()))
        if alike not in read:
            with _eyes(recipient, one, by=by):
                read[alike] = _sheets(number, item, one, wanted, is_menu=item.id in menus)
        sheets = read[alike]
        named = ["会議資料", *(sheet.code for sheet in sheets[1:])]
        booklet.contents.append(f"議題{number} {'・'.join(named)}"[:200])
        if item.case_id:
            booklet.of_cases.setdefault(item.case_id, []).extend(named)
        parts.append((f"議題{number} {item.title} {label}".strip(), sheets))
    booklet.parts = tuple(parts)
    return booklet


def _visible(page: MeetingPage, recipient: Recipient) -> tuple[set[UUID], Mapping[UUID, Sight]]:
    """The items the database shows to the recipient, and what of their cases; without an account, what the rule has let
    through, and nothing of a case."""
    if recipient.actor is None:
        return {
            item.id
            for item in page.items
            if item.case_id is None or (is_guest(recipient.member) and recipient.member.user_id is None)
        }, {}
    with acting_as(recipient.actor):
        cases = [item.case_id for item in page.items if item.case_id]
        return {item.id for item in queries.agenda(page.meeting)}, sights(cases)


@contextmanager
def _eyes(recipient: Recipient, portion: Portion, *, by: Actor) -> Iterator[None]:
    """Reads as the recipient; as whoever makes the copy, when that one sees less. Without a case nobody's eyes are needed."""
    if not portion.kinds or recipient.actor is None:
        yield
        return
    with acting_as(by if portion.as_maker else recipient.actor):
        yield


def _sheets(
    number: int, item: AgendaItem, portion: Portion, wanted: Collection[str], *, is_menu: bool
) -> tuple[Sheet, ...]:
    """会議資料 and the sheets of one item; only what is to be talked about when there is nothing of a case to be seen."""
    words, printed_on = town(), wareki(today())
    case = _case(item, portion)
    if case is None:
        return (item_sheet(number, item, None, words, printed_on=printed_on),)
    first = item_sheet(number, item, _of(case, portion), words, printed_on=printed_on)
    found = (
        sheet_of(case, code, row_id)
        for wished in sheets_for(item.timing, wanted)
        for code, row_id in _rows(wished, item, is_menu=is_menu)
    )
    return (first, *(sheet for sheet in found if sheet is not None))


def _case(item: AgendaItem, portion: Portion) -> Case | None:
    if item.case_id is None or not portion.kinds:
        return None
    case = Case.objects.select_related("responsible_agency").filter(pk=item.case_id).first()
    if case is not None:
        case.visible_kinds = portion.kinds
    return case


def _of(case: Case, portion: Portion) -> Of:
    issues = {
        person: [row.issue for row in rows if not row.kinds & ~portion.kinds]
        for person, rows in issues_of(case.id).items()
    }
    decisions = MeetingDecision.objects.filter(case_id=case.id).select_related("agency", "user")
    return Of(
        case,
        household(case.id),
        issues,
        [row for row in decisions.order_by("-decided_on", "-id") if not row.kinds & ~portion.kinds][
            :_LAST_DECISIONS
        ],
        "、".join(kind_labels(portion.kinds)),
    )


def _rows(code: str, item: AgendaItem, *, is_menu: bool) -> list[tuple[str, UUID | None]]:
    """Which row of a sheet an item brings: the very plan or evaluation it is about, and else the newest."""
    if code == "2-5":
        return [(one, item.subject_id) for one in FILLERS if one.startswith(code)] if is_menu else []
    own = {"2-4": (Timing.PLAN, Timing.REPLAN), "2-6": (Timing.CLOSURE, Timing.INTERRUPTION)}.get(code, ())
    return [(code, item.subject_id if item.timing in own and not is_menu else None)]

"""What lies in a copy before the sheets: 次第, 出席者, and of each item the 会議資料 on one page (R-CONF-06, FORMS).

Pure: the rows come in as the recipient sees them, a Sheet goes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from kasane.base.choices import Issue
from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.conferences.models import AgendaItem, MeetingDecision, Member
from kasane.conferences.pages import MeetingPage
from kasane.people.models import Person
from kasane.sheets.document import Block, Cell, Column, Fields, Heading, Notice, Prose, Sheet, Table
from kasane.sheets.paper.town import Town

FOOTER = "取扱注意・構成員限り・要回収"
UNSEEN = "個別のケースの検討"
"""How an item is called whose words are not for this recipient; that it takes place is known from the notice."""
OTHERS = "ほかの議題"
"""The same for who is called to single items and not to this one; nothing else of it is told, nor its function."""


@dataclass(frozen=True)
class Of:
    """What the recipient sees of the case of an item."""

    case: Case
    people: Sequence[Person] = ()
    issues: dict[Any, list[str]] = field(default_factory=dict)
    decisions: Sequence[MeetingDecision] = ()
    kind_words: str = ""


def program_sheet(
    page: MeetingPage,
    member: Member,
    seen: Sequence[bool],
    labels: Sequence[str],
    town: Town,
    *,
    printed_on: str,
) -> Sheet:
    """次第 and 出席者名簿 as this member may read them: items that are not for them keep their time, without their words."""
    rows = [
        _row(item, label, is_called=member.sits_at(item.id), is_seen=is_seen)
        for item, is_seen, label in zip(page.items, seen, labels, strict=True)
    ]
    columns = (
        Column("", 0.3), Column("時刻", 1), Column("議題", 3), Column("会議の機能", 1.5), Column("提出", 1.5),
    )  # fmt: skip
    meeting = page.meeting
    place = "・".join(filter(None, [meeting.place, "オンライン" if meeting.online_url else ""]))
    blocks: list[Block] = [
        Fields(
            (
                (Cell("会議", meeting.label, width=1.4), Cell("日時", page.when)),
                (Cell("場所", place), Cell("招集", f"{meeting.host.name} {meeting.convened_by.name}")),
            )
        ),
        Table(columns, tuple(rows), row_lines=1),
        Heading("出席者名簿"),
        _roster(page, member),
        Notice(
            "この資料には番号があります。会議の目的のほかに使わず、写しを取らず、会議のあとに返してください。",
            title="資料の扱い",
        ),
    ]
    return town.sheet("agenda", "次第", blocks, printed_on=printed_on, footer=FOOTER)


def _row(item: Any, label: str, *, is_called: bool, is_seen: bool) -> tuple[str, ...]:
    begins, ends = timezone.localtime(item.begins_at), timezone.localtime(item.ends_at)
    place = (str(item.number), f"{begins:%H:%M}-{ends:%H:%M}")
    if not is_called:
        return (*place, OTHERS, "", "")
    if not is_seen:
        return (*place, UNSEEN, item.get_function_display(), "")
    about = "・".join(filter(None, [item.get_function_display(), item.get_timing_display()]))
    return (*place, f"{item.title}\n{label}".strip(), about, item.brought_by.name)


def _roster(page: MeetingPage, member: Member) -> Table:
    """Who is there, without lines to sign and without who has confirmed what.

    Who is called to single items reads whom they meet at these: 本人 and family of another item are not their business.
    """
    there = [one for one in page.members if _meets(member, one)]
    rows = tuple((one.belongs_to, one.name, one.get_role_display()) for one in there)
    columns = (Column("機関・所属", 2.2), Column("氏名", 1.6), Column("役割", 0.8))
    return Table(columns, rows, row_lines=1)


def _meets(member: Member, other: Member) -> bool:
    if member.items is None or other.items is None or member.id == other.id:
        return True
    return any(other.sits_at(item_id) for item_id in member.items)


def item_sheet(number: int, item: AgendaItem, of: Of | None, town: Town, *, printed_on: str) -> Sheet:
    """会議資料 of one item on one page; without a case what is to be talked about alone."""
    about = "・".join(
        filter(None, [item.get_function_display(), item.get_timing_display(), f"{item.minutes}分"])
    )
    blocks: list[Block] = [
        Fields(
            (
                (Cell("議題", f"{number} {item.title}"),),
                (Cell("会議の機能・時期", about, width=1.4), Cell("提出", item.brought_by.name)),
            )
        )
    ]
    if of is not None:
        blocks += _case(of)
    blocks.append(Prose("話し合うこと", item.purpose, lines=3))
    if item.agenda_points:
        points = tuple((str(n), point) for n, point in enumerate(item.agenda_points, 1))
        blocks.append(Table((Column("", 0.2), Column("この時期に確かめること", 5)), points, row_lines=1))
    if of is not None and of.decisions:
        blocks.append(_decided(of.decisions))
    blocks.append(Prose("メモ", "", lines=6))
    if of is not None and of.kind_words:
        blocks.append(Notice(f"入っている情報: {of.kind_words}"))
    return town.sheet(
        "material",
        "会議資料",
        blocks,
        printed_on=printed_on,
        case_number=of.case.label if of else None,
        footer=FOOTER,
    )


def _case(of: Of) -> list[Block]:
    people = tuple(_person(one, of.issues.get(one.id, [])) for one in of.people)
    columns = (Column("氏名", 1.6), Column("続柄・年齢", 1.2), Column("課題", 3.4))
    return [
        Fields(
            (
                (
                    Cell("ケース", of.case.label),
                    Cell("いまの状態", of.case.state_label),
                    Cell("主担当", of.case.responsible_agency.name, width=1.6),
                ),
            )
        ),
        Table(columns, people, label="本人・世帯", row_lines=1),
    ]


def _person(one: Person, issues: Sequence[str]) -> tuple[str, str, str]:
    age = one.age(today())
    who = "本人" if one.is_subject else one.relation
    named = [str(Issue(issue).label) for issue in issues]
    return one.name, " ".join(filter(None, [who, f"{age}歳" if age is not None else ""])), "、".join(named)


def _decided(decisions: Sequence[MeetingDecision]) -> Table:
    rows = tuple(
        (row.what, row.owner, wareki(row.due_on), row.result if not row.is_open else "まだ")
        for row in decisions
    )
    columns = (
        Column("決まったこと", 2.4),
        Column("担当", 1.6),
        Column("いつまでに", 1.1),
        Column("結果", 1.6),
    )
    return Table(columns, rows, label="前回までの決定事項", row_lines=1)

"""What stands on each paper of a meeting. Pure: the page of the meeting in, a Sheet out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from kasane.base.dates import wareki
from kasane.conferences.pages import MeetingPage
from kasane.sheets.document import Block, Cell, Column, Fields, Heading, Notice, Prose, Sheet, Table
from kasane.sheets.paper.town import Town

CONFIDENTIAL = "取扱注意・構成員限り"
_ANSWERS = {"attends": "出席", "online": "オンライン", "absent": "欠席", "waiting": ""}
SECRECY = (
    "会議で知った個人の情報と秘密を、会議の目的のほかに使いません。会議の外で話さず、資料を人に渡しません。"
    "番号のある資料は、会議のあとに返します。構成員でなくなったあとも同じです。"
)


def notice_paper(page: MeetingPage, points: Sequence[str], town: Town, *, printed_on: str) -> Sheet:
    """開催通知: it goes out by post and mail, so it carries no name of a case (R-CONF-06)."""
    meeting = page.meeting
    blocks: list[Block] = [
        Fields(
            (
                (Cell("会議", meeting.label),),
                (Cell("日時", f"{page.when}(予定 {meeting.length}分)"),),
                (Cell("場所", _place(meeting)),),
                (Cell("会議の機能", "・".join(meeting.body.function_labels)),),
                (Cell("招集", f"{meeting.host.name} {meeting.convened_by.name}"),),
                *((Cell("議題ごとの構成員", called),) for called in [_comers(page)] if called),
            )
        ),
        Table(
            (Column("", 0.3), Column("議題", 4)),
            tuple((str(n), one) for n, one in enumerate(points, 1)),
            row_lines=1,
        ),
    ]
    if meeting.message:
        blocks.append(Prose("お知らせ", meeting.message, lines=2))
    blocks.append(
        Notice("個別のケースの資料は、守秘義務を確かめたあとに、画面か番号のある資料で見ていただきます。")
    )
    return _sheet("notice", "開催通知", town, blocks, printed_on)


def agenda_paper(page: MeetingPage, town: Town, *, printed_on: str) -> Sheet:
    """次第: each item with its time of the clock, its function and who brings it (R-CONF-05)."""
    rows = []
    for item in page.items:
        times = f"{_clock(item.begins_at)}-{_clock(item.ends_at)}" if item.number else ""
        rows.append(
            (
                str(item.number or "－"),
                times,
                "\n".join(filter(None, [item.title, item.case.label if item.case else "", _called(item)])),
                "・".join(filter(None, [item.get_function_display(), item.get_timing_display()])),
                item.brought_by.name,
            )
        )
    columns = (
        Column("", 0.3),
        Column("時刻", 1),
        Column("議題", 3),
        Column("会議の機能", 1.5),
        Column("提出", 1.5),
    )
    blocks = [_head(page), Table(columns, tuple(rows), row_lines=1), *_unseen(page)]
    return _sheet("agenda", "次第", town, blocks, printed_on, CONFIDENTIAL)


def _clock(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%H:%M}"


def _comers(page: MeetingPage) -> str:
    """Who comes for single items, with the place on the agenda and the time; the person by standing alone (R-CONF-05)."""
    return "\n".join(
        f"{'ご本人' if member.is_person else f'{member.belongs_to} {member.name}'.strip()}: "
        + "、".join(map(str, member.places))  # type: ignore[attr-defined]
        for member in page.members
        if member.places  # type: ignore[attr-defined]
    )


def _called(item: Any) -> str:
    """Who comes for this item alone, and why nothing is talked about it (R-CONF-05)."""
    words = [f"取り下げ: {item.withdrawn}"] if item.withdrawn else []
    return "\n".join([*words, f"この議題に来る人: {item.called}"] if item.called else words)


def roster_paper(page: MeetingPage, town: Town, *, printed_on: str) -> Sheet:
    """出席者名簿・守秘義務の確認: a line to sign for everybody, for guests and whoever comes unasked too (R-DIS-02)."""
    rows = tuple(
        (
            member.belongs_to,
            member.name,
            member.get_role_display(),
            _attendance(member),
            _confirmed(member),
            "",
        )
        for member in page.members
    )
    columns = (
        Column("機関・所属", 1.8), Column("氏名", 1.4), Column("役割", 0.8), Column("出欠", 0.8),
        Column("画面での確認", 1.1), Column("署名", 1.8),
    )  # fmt: skip
    blocks = [
        _head(page),
        Notice(SECRECY, title="守秘義務の確認"),
        Table(columns, (*rows, *((("",) * len(columns),) * 3))),
    ]
    return _sheet("roster", "出席者名簿・守秘義務の確認", town, blocks, printed_on)


def minutes_paper(page: MeetingPage, town: Town, *, printed_on: str) -> Sheet:
    """会議録: item by item what was said, by whom, and what was judged."""
    meeting = page.meeting
    there = "、".join(f"{one.belongs_to} {one.name}" for one in page.members if one.attended)
    away = "、".join(f"{one.belongs_to} {one.name}" for one in page.members if one.attended is False)
    blocks: list[Block] = [_head(page), Fields(((Cell("出席", there),), (Cell("欠席", away),)))]
    for number, item in enumerate(page.items, 1):
        blocks += _item(number, item)
    blocks += _unseen(page)
    if page.shows_summary:
        blocks.append(Prose("会議全体の記録", meeting.summary, lines=1))
    blocks.append(_decisions(page))
    finished = wareki(meeting.finished_on) if meeting.finished_on else "作成中"
    blocks.append(Fields(((Cell("作成", f"{finished} {meeting.host.name}"),),)))
    return _sheet("minutes", "会議録", town, blocks, printed_on, CONFIDENTIAL)


def decisions_paper(page: MeetingPage, town: Town, *, printed_on: str) -> Sheet:
    """決定事項・役割分担表: what was decided, who does it, by when."""
    return _sheet(
        "decisions",
        "決定事項・役割分担表",
        town,
        [_head(page), _decisions(page), *_unseen(page)],
        printed_on,
        CONFIDENTIAL,
    )


def _sheet(
    kind: str, title: str, town: Town, blocks: Sequence[Block], printed_on: str, copy_note: str = ""
) -> Sheet:
    return town.sheet(kind, title, blocks, printed_on=printed_on, footer=copy_note or None)


def _head(page: MeetingPage) -> Fields:
    return Fields(
        (
            (Cell("会議", page.meeting.label, width=1.4), Cell("日時", page.when)),
            (Cell("場所", _place(page.meeting)),),
        )
    )


def _place(meeting: Any) -> str:
    return "・".join(filter(None, [meeting.place, "オンライン" if meeting.online_url else ""]))


def _unseen(page: MeetingPage) -> list[Block]:
    if not page.closed:
        return []
    return [Notice(f"ほかに、印刷した人が見られない議題が{page.closed}件あります。")]


def _attendance(member: Any) -> str:
    if member.attended is None:
        return _ANSWERS.get(member.answer, "")
    return "出席" if member.attended else "欠席"


def _confirmed(member: Any) -> str:
    if member.user_id is None:
        return "紙で確認"
    return wareki(timezone.localdate(member.acknowledged_at)) if member.acknowledged_at else "まだ"


def _item(number: int, item: Any) -> list[Block]:
    whose = f"{item.case.label} {item.who}" if item.case else ""
    about = "・".join(
        filter(None, [item.get_function_display(), item.get_timing_display(), f"提出 {item.brought_by.name}"])
    )
    rows: list[tuple[Cell, ...]] = [(Cell("機能・提出", about),)]
    if item.said and item.said.text:
        rows.append((Cell("話し合ったこと", item.said.text),))
    rows += [(Cell(name, opinion),) for name, opinion in item.given]
    if item.said and item.said.decision:
        rows.append((Cell("決まったこと", item.said.decision),))
    if item.judgement:
        rows.append((Cell("判断", f"{item.get_judgement_display()}({wareki(item.judged_on)})"),))
    return [Heading(f"{number} {item.title}", note=whose.strip(), is_typed=True), Fields(tuple(rows))]


def _answered(task: Any) -> str:
    return f"{wareki(task.answered_on)} {task.get_state_display()}"


def _decisions(page: MeetingPage) -> Table:
    rows: list[tuple[str, ...]] = []
    for item in page.items:
        decided = "。".join(
            filter(None, [item.get_judgement_display(), item.said.decision if item.said else ""])
        )
        if decided:
            rows.append((item.title, decided, "", ""))
        rows += [
            (
                item.title,
                task.what,
                task.owner,
                wareki(task.due_on) + ("" if task.is_open else f"\n{_answered(task)}"),
            )
            for task in item.given_tasks
        ]
    columns = (
        Column("議題", 1.4),
        Column("決まったこと・すること", 2.6),
        Column("担当", 1.6),
        Column("いつまでに", 1.1),
    )
    return Table(columns, tuple(rows), min_rows=3, label="決定事項・役割分担表", row_lines=1)

"""What stands in a 引き継ぎまとめ. Pure: rows of the works in, lines out.

No line is made up: each is a field or a quotation of what somebody wrote, with the place where it stands. What is cut is
marked as cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from kasane.base.dates import short_wareki, wareki

QUOTED = 240
CUT = "…(つづきは記録へ)"


@dataclass(frozen=True)
class Line:
    """One line: what it is, the words as they stand, and where they stand."""

    label: str
    words: str
    source: str
    url: str
    is_quoted: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the page; `empty` says what is missing when there is nothing."""

    key: str
    title: str
    lines: tuple[Line, ...]
    empty: str


@dataclass(frozen=True)
class Places:
    """Where the sources stand."""

    household: str
    plan: str
    sharing: str
    course: str
    meetings: str


def quoted(text: str, *, most: int = QUOTED) -> str:
    """The text as it was written; longer ones up to `most` characters, marked as cut."""
    text = text.strip()
    return text if len(text) <= most else text[:most].rstrip() + CUT


def people_lines(people: Iterable[Any], places: Places) -> tuple[Line, ...]:
    """世帯: 本人 first, each with what the file says of them."""
    lines = []
    for one in people:
        age = one.age()
        said = [
            f"{age}歳" if age is not None else "",
            "" if one.lives_together or one.is_subject else "別居",
            one.occupation,
        ]
        words = " ".join([one.name or "(氏名不明)", *(word for word in said if word)])
        lines.append(
            Line("本人" if one.is_subject else one.relation or "世帯の人", words, "世帯", places.household)
        )
    return tuple(lines)


def state_lines(case: Any, places: Places) -> tuple[Line, ...]:
    """いまの状態: stage, days, who is responsible."""
    lead = " ".join(one.name for one in (case.responsible_agency, case.responsible_user) if one is not None)
    lines = [
        Line("段階", case.state_label, "ケース", places.course),
        Line("受付日", wareki(case.opened_on), "ケース", places.course),
        Line("主担当", lead, "ケース", places.course),
        Line("利用申込日", wareki(case.applied_on), "ケース", places.plan),
        Line("終結日", wareki(case.closed_on), "ケース", places.course),
    ]
    return tuple(line for line in lines if line.words)


def consent_lines(spoken: Sequence[Any], places: Places) -> tuple[Line, ...]:
    """同意: the person's latest answer with all it names."""
    if not spoken:
        return ()
    last = spoken[0]
    source = f"同意 {short_wareki(last.row.confirmed_on)}"
    parts = [
        ("答え", last.row.get_answer_display()),
        ("確かめた日", wareki(last.row.confirmed_on)),
        ("いつまで", wareki(last.last_day) + ("(期限がすぎています)" if last.has_expired else "")),
        ("情報の種類", "・".join(last.kinds)),
        ("機関", "・".join([*last.agencies, *last.groups])),
        ("のぞく機関", "・".join(last.excluded)),
    ]
    return tuple(Line(label, words, source, places.sharing) for label, words in parts if words)


def care_lines(
    case: Any, people: Iterable[Any], referrals: Iterable[Any], places: Places, *, agreed: bool
) -> tuple[Line, ...]:
    """気をつけること: what the fields say that must not be done or forgotten."""
    lines = []
    if case.is_urgent:
        lines.append(Line("緊急", case.urgent_note or "緊急の印がついています。", "ケース", places.course))
    for one in people:
        if one.contact_is_protected:
            lines.append(Line("住所秘匿", f"{one.name} の住所・連絡先は秘匿です。", "世帯", places.household))
    if not agreed:
        lines.append(
            Line("同意なし", "情報共有に同意するという本人の答えはありません。", "情報共有", places.sharing)
        )
    for one in referrals:
        if one.care_note:
            source = f"つなぎ {short_wareki(one.sent_on)} {one.receiver.name}あて"
            lines.append(Line("不安への配慮", quoted(one.care_note), source, places.course, is_quoted=True))
    return tuple(lines)


def plan_lines(plans: Iterable[Any], places: Places) -> tuple[Line, ...]:
    """プラン in force, of each course: its goals and who does what."""
    return tuple(line for plan in plans for line in _plan_lines(plan, places))


def _plan_lines(plan: Any, places: Places) -> tuple[Line, ...]:
    source = plan.full_name
    span = (
        f"{wareki(plan.starts_on)}から{wareki(plan.ends_on)}まで" if plan.starts_on and plan.ends_on else ""
    )
    head = [
        Line("期間", span, source, places.plan),
        Line("望む姿", quoted(plan.wish), source, places.plan, is_quoted=True),
        Line("長期目標", quoted(plan.long_goal), source, places.plan, is_quoted=True),
        *(
            Line("短期目標", quoted(" ".join([goal.text, goal.by_when])), source, places.plan, is_quoted=True)
            for goal in plan.goals.all()
        ),
    ]
    items = [
        Line(
            " ".join(one for one in (item.agency.name, item.staff) if one),
            " / ".join(one for one in (quoted(item.support), item.frequency, item.period) if one),
            source,
            places.plan,
            is_quoted=True,
        )
        for item in plan.items.all()
    ]
    monitoring = Line("次回モニタリング", wareki(plan.next_monitoring_on), source, places.plan)
    return tuple(line for line in (*head, *items, monitoring) if line.words)


def task_lines(tasks: Iterable[Any], places: Places, *, on: date, promised: bool) -> tuple[Line, ...]:
    """だれが、何を、いつまでに. `promised`: those that a record named as the next step, or all others."""
    lines = []
    for task in tasks:
        if (task.source == "record") != promised:
            continue
        who = " ".join(one.name for one in (task.agency, task.assignee) if one is not None)
        late = " (期日をすぎています)" if task.due_on < on else ""
        words = f"{task.what} — {who}"
        lines.append(
            Line(f"{short_wareki(task.due_on)}まで{late}", words, "予定", places.course, is_quoted=True)
        )
    return tuple(lines)


def contact_lines(records: Iterable[Any], names: Mapping[UUID, str], places: Places) -> tuple[Line, ...]:
    """最近のやりとり: the last records, newest first, in their own words."""
    lines = []
    for row in records:
        at = timezone.localtime(row.at)
        present = [*(names.get(one, "") for one in row.participants), row.counterpart]
        whom = "、".join(one for one in present if one)
        label = f"{short_wareki(at.date())} {at:%H:%M} {row.get_method_display()}"
        source = " ".join([row.agency.name, row.author.name])
        lines.append(
            Line(
                f"{label} {whom}".strip(),
                quoted(row.content),
                source,
                f"{places.course}?kind=records#record-{row.id}",
                is_quoted=True,
            )
        )
    return tuple(lines)


def meeting_lines(items: Iterable[Any], places: Places) -> tuple[Line, ...]:
    """会議: the last items about the case, and when."""
    lines = []
    for one in items:
        at = timezone.localtime(one.held_at)
        judged = f" — 判断: {one.get_judgement_display()}" if one.judgement else ""
        label = f"{short_wareki(at.date())} {at:%H:%M}"
        lines.append(Line(label, f"{one.title}{judged}", one.meeting_label, places.meetings, is_quoted=True))
    return tuple(lines)

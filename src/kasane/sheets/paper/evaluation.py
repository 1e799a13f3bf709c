"""別紙2-6 評価シート: what became of the goals, what remains, what comes next (R-COOR-08, R-COOR-09)."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.sheets.document import Block, Checks, Column, Fields, Heading, Option, Sheet, Table
from kasane.sheets.paper.town import DATE_BLANK, Town, fields


@dataclass(frozen=True, slots=True)
class EvaluationOptions:
    """The choices printed on the sheet."""

    changes: tuple[Option, ...]
    conclusions: tuple[Option, ...]
    other_key: str = "other"


@dataclass(frozen=True, slots=True)
class GoalData:
    """A goal and what became of it."""

    goal: str
    by_when: str = ""
    achievement: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class EvaluationData:
    """The items of the sheet in their order; what is None is left blank. Dates are text of the calendar."""

    options: EvaluationOptions
    conference: str = "重層的支援会議"
    case_number: str | None = None
    person_name: str | None = None
    evaluated_on: str | None = None
    plan: str | None = None
    author: str | None = None
    goals: tuple[GoalData, ...] = ()
    changes: frozenset[str] = frozenset()
    changes_note: str | None = None
    remaining_issues: str | None = None
    person_wish: str | None = None
    staff_opinion: str | None = None
    conclusion: str | None = None
    lead_agency_after: str | None = None
    follow_up_on: str | None = None
    follow_up_by: str | None = None
    follow_up_how: str | None = None
    contact_lost_on: str | None = None
    contact_attempts: str | None = None
    conference_on: str | None = None
    conference_opinions: str | None = None
    judgement: str | None = None


def evaluation_2_6(data: EvaluationData, town: Town, *, printed_on: str = "") -> Sheet:
    """The evaluation, filled in or blank."""
    blocks: tuple[Block, ...] = (
        _beginning(data, town),
        Heading("目標の達成状況"),
        _goals(data),
        Heading("見られた変化"),
        Checks(
            "あてはまるものすべて",
            data.options.changes,
            data.changes,
            columns=4,
            wide=True,
        ),
        *town.prose("evaluation.changes_note", "変化の内容", data.changes_note, lines=2),
        Heading("これからのこと"),
        *town.prose("evaluation.remaining_issues", "残された課題", data.remaining_issues, lines=3),
        *town.prose("evaluation.person_wish", "本人の希望", data.person_wish, lines=2),
        *town.prose("evaluation.staff_opinion", "支援員の意見", data.staff_opinion, lines=2),
        Heading("結論"),
        _conclusion(data, town),
        Heading("終結のとき", note="終結後の主担当機関とフォローアップ"),
        _closing(data, town),
        Heading("中断のとき"),
        _lost(data, town),
        Heading(f"{data.conference}での確認"),
        _conference(data, town),
    )
    return town.sheet(
        "evaluation",
        "評価シート",
        blocks,
        code="2-6",
        printed_on=printed_on,
        case_number=data.case_number,
    )


def _beginning(data: EvaluationData, town: Town) -> Fields:
    return fields(
        town.cells("evaluation.person_name", "本人氏名", data.person_name, width=1.4)
        + town.cells("evaluation.evaluated_on", "評価日", data.evaluated_on, always=True, blank=DATE_BLANK),
        town.cells("evaluation.plan", "対象プラン", data.plan, always=True, width=1.4)
        + town.cells("evaluation.author", "記入者", data.author, always=True),
    )


def _goals(data: EvaluationData) -> Table:
    return Table(
        (Column("目標", 2.2), Column("いつまでに", 0.9), Column("達成状況", 1.1), Column("内容", 2.0)),
        tuple((one.goal, one.by_when, one.achievement, one.note) for one in data.goals),
        min_rows=4,
    )


def _conclusion(data: EvaluationData, town: Town) -> Fields:
    return fields(
        town.checks("evaluation.conclusion", "結論", data.options.conclusions, data.conclusion, always=True)
    )


def _closing(data: EvaluationData, town: Town) -> Fields:
    return fields(
        town.cells("evaluation.lead_agency_after", "主担当機関", data.lead_agency_after, width=1.4)
        + town.cells("evaluation.follow_up_on", "フォローアップの日", data.follow_up_on, blank=DATE_BLANK),
        town.cells("evaluation.follow_up_by", "フォローアップをする人", data.follow_up_by),
        town.cells("evaluation.follow_up_how", "フォローアップの方法", data.follow_up_how),
    )


def _lost(data: EvaluationData, town: Town) -> Fields:
    return fields(
        town.cells(
            "evaluation.contact_lost_on",
            "連絡が取れなくなった日",
            data.contact_lost_on,
            blank=DATE_BLANK,
        ),
        town.cells(
            "evaluation.contact_attempts",
            "連絡を取ろうとしたこと",
            data.contact_attempts,
            lines=2,
        ),
    )


def _conference(data: EvaluationData, town: Town) -> Fields:
    return fields(
        town.cells("evaluation.conference_on", "開催日", data.conference_on, blank=DATE_BLANK)
        + town.cells("evaluation.judgement", "判断", data.judgement),
        town.cells("evaluation.conference_opinions", "意見", data.conference_opinions, lines=2),
    )

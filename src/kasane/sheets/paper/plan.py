"""別紙2-4 プラン兼事業等利用申込書 (R-COOR-04, R-COOR-06), also of 自立相談支援 (R-SELF-01)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kasane.sheets.document import (
    Block,
    Cell,
    Checks,
    Column,
    Fields,
    Heading,
    Notice,
    Option,
    Sheet,
    Signature,
    Table,
)
from kasane.sheets.paper.town import DATE_BLANK, PERIOD_BLANK, Town, fields, own_items


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """The choices printed on the sheet, in the town's words."""

    rounds: tuple[Option, ...]
    uses: tuple[Option, ...]
    judgements: tuple[Option, ...]
    decisions: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """Heading, conference and parts of the sheet, by the course of the plan."""

    title: str = "多機関協働事業のプラン兼事業等利用申込書"
    conference: str = "重層的支援会議"
    uses_two_and_four: bool = True


@dataclass(frozen=True, slots=True)
class PlanItemData:
    """One line of the plan: what is done, by whom, how often, until when, and the person's own part."""

    issue: str = ""
    support: str = ""
    responsible: str = ""
    frequency: str = ""
    period: str = ""
    own_effort: str = ""


@dataclass(frozen=True, slots=True)
class PlanData:
    """The items of the sheet in their order; what is None is left blank. Dates are text of the calendar.

    `participation` and `outreach` are keys of `options.uses` (used or not) with the reason beside them.
    """

    options: PlanOptions
    paper: PlanPaper = PlanPaper()
    case_number: str | None = None
    person_name: str | None = None
    round: str | None = None
    round_number: str | None = None
    written_on: str | None = None
    author: str | None = None
    issues: str | None = None
    wishes: str | None = None
    long_goal: str | None = None
    short_goal: str | None = None
    items: tuple[PlanItemData, ...] = ()
    lead_agency: str | None = None
    participation: str | None = None
    participation_reason: str | None = None
    outreach: str | None = None
    outreach_reason: str | None = None
    early_start: str | None = None
    early_start_detail: str | None = None
    plan_period: str | None = None
    next_monitoring: str | None = None
    next_evaluation: str | None = None
    conference_on: str | None = None
    conference_members: str | None = None
    conference_opinions: str | None = None
    judgement: str | None = None
    decision: str | None = None
    decided_on: str | None = None
    approval: str | None = None
    notice: str = ""
    agreed_on: str | None = None
    signer: str | None = None
    proxy: str | None = None
    proxy_name: str | None = None
    proxy_reason: str | None = None
    extra: tuple[tuple[str, str], ...] = ()


def plan_2_4(data: PlanData, town: Town, *, printed_on: str = "", copy_note: str = "") -> Sheet:
    """The plan with the application for its services, filled in or blank."""
    blocks: tuple[Block, ...] = (
        _beginning(data, town),
        Heading("課題と目標"),
        *town.prose("plan.issues", "解決したい課題", data.issues, always=True, lines=4),
        *town.prose("plan.wishes", "本人・世帯の望む姿", data.wishes, always=True, lines=3),
        _goals(data, town),
        Heading("支援内容"),
        _items(data),
        _services(data, town),
        *own_items(data.extra),
        Heading(data.paper.conference),
        _conference(data, town),
        *town.prose("plan.conference_opinions", "意見", data.conference_opinions, lines=4),
        _judgement(data, town),
        Heading("市町村の支援決定・確認"),
        _decision(data, town),
        Heading("本人の同意"),
        *((Notice(data.notice),) if data.notice else ()),
        _signature(data),
    )
    sheet = town.sheet(
        "plan",
        data.paper.title,
        blocks,
        code="2-4",
        printed_on=printed_on,
        case_number=data.case_number,
        copy_note=copy_note,
    )
    # The town's plan names the sheet of ⑤; that of 自立相談支援 keeps its own name.
    return sheet if data.paper.uses_two_and_four else replace(sheet, title=data.paper.title)


def _beginning(data: PlanData, town: Town) -> Fields:
    again = data.round_number or ""
    return fields(
        town.cells("plan.case_number", "ID(ケース番号)", data.case_number)
        + town.cells("plan.person_name", "本人氏名", data.person_name, width=1.4),
        (
            Checks(
                town.label("plan.round", "プラン回数"),
                data.options.rounds,
                frozenset({data.round}) if data.round else frozenset(),
                other=again,
                other_key=data.options.rounds[-1][0],
            ),
        ),
        town.cells("plan.written_on", "作成日", data.written_on, always=True, blank=DATE_BLANK)
        + town.cells("plan.author", "作成者", data.author, always=True, width=1.4),
    )


def _goals(data: PlanData, town: Town) -> Fields:
    return fields(
        town.cells("plan.long_goal", "長期目標", data.long_goal, lines=2),
        town.cells("plan.short_goal", "短期目標", data.short_goal, lines=2),
    )


def _items(data: PlanData) -> Table:
    return Table(
        columns=(
            Column("課題", 1.1),
            Column("支援内容", 1.5),
            Column("担当機関・担当者", 1.2),
            Column("頻度", 0.7),
            Column("期間", 0.9),
            Column("本人の取組", 1.1),
        ),
        rows=tuple(
            (item.issue, item.support, item.responsible, item.frequency, item.period, item.own_effort)
            for item in data.items
        ),
        min_rows=5,
        row_lines=2,
    )


def _services(data: PlanData, town: Town) -> Fields:
    return fields(
        town.cells("plan.lead_agency", "主担当機関", data.lead_agency, always=True),
        *_uses(data, town),
        town.cells("plan.period", "プラン期間", data.plan_period, always=True, blank=PERIOD_BLANK),
        town.cells(
            "plan.next_monitoring", "次回モニタリング", data.next_monitoring, always=True, blank=DATE_BLANK
        ),
        *(() if data.paper.uses_two_and_four else (_evaluation(data, town),)),
    )


def _evaluation(data: PlanData, town: Town) -> tuple[Cell | Checks, ...]:
    return town.cells(
        "plan.next_evaluation", "評価の時期", data.next_evaluation, always=True, blank=DATE_BLANK
    )


def _uses(data: PlanData, town: Town) -> tuple[tuple[Cell | Checks, ...], ...]:
    """② and ④, which the sheet of 自立相談支援 does not ask for."""
    if not data.paper.uses_two_and_four:
        return ()
    return (
        _use(
            "plan.participation", "参加支援の利用", data.participation, data.participation_reason, data, town
        ),
        _use("plan.outreach", "アウトリーチ利用", data.outreach, data.outreach_reason, data, town),
        town.checks("plan.early_start", "支援決定前の開始", data.options.uses, data.early_start, width=0.6)
        + town.cells("plan.early_start_detail", "開始日・理由", data.early_start_detail, width=1.4),
    )


def _use(
    key: str, label: str, chosen: str | None, reason: str | None, data: PlanData, town: Town
) -> tuple[Cell | Checks, ...]:
    """Whether ② or ④ is used, always with its reason (R-COOR-04)."""
    return town.checks(key, label, data.options.uses, chosen, always=True, width=0.5) + town.cells(
        f"{key}_reason", "理由", reason, always=True, width=1.5
    )


def _conference(data: PlanData, town: Town) -> Fields:
    return fields(
        town.cells("plan.conference_on", "開催日", data.conference_on, always=True, blank=DATE_BLANK),
        town.cells("plan.conference_members", "参加機関", data.conference_members, lines=2),
    )


def _judgement(data: PlanData, town: Town) -> Fields:
    return fields(
        town.checks("plan.judgement", "適切性の判断", data.options.judgements, data.judgement, always=True)
    )


def _decision(data: PlanData, town: Town) -> Fields:
    return fields(
        town.checks("plan.decision", "支援決定・確認", data.options.decisions, data.decision, always=True)
        + town.cells("plan.decided_on", "日付", data.decided_on, always=True, blank=DATE_BLANK),
        town.cells("plan.approval", "決裁", data.approval, lines=2),
    )


def _signature(data: PlanData) -> Signature:
    return Signature(
        statement="このプランの内容に同意し、記載された事業等の利用を申し込みます。",
        date_label="同意日",
        signed_on=data.agreed_on or "",
        signer=data.signer or "",
        proxy=data.proxy,
        proxy_name=data.proxy_name or "",
        proxy_reason=data.proxy_reason or "",
    )

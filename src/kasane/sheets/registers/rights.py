"""権利擁護の道すじ on paper: why, its steps, what the division was told, what became of it (R-INT-11)."""

from __future__ import annotations

from kasane.base.dates import short_wareki, wareki
from kasane.cases.models import Case
from kasane.intake.models import Relatives, RightsRoute, RightsStep
from kasane.intake.rights.routes import ROUTES, Route
from kasane.sheets.document import (
    Block,
    Cell,
    Checks,
    Column,
    Fields,
    Heading,
    Prose,
    Sheet,
    Signature,
    Table,
)
from kasane.sheets.registers.parts import person_fields, register_sheet

SIGNED = ("family_petition", "daily_support", "consumer")
"""Routes the person goes by their own will. The mayor's petition and the placement are decided by the municipality."""
ASKS_RELATIVES = ("family_petition", "mayor_petition")


def rights_sheet(case: Case, row: RightsRoute) -> Sheet:
    """The route as it stands, with room for the person's hand or for the division's answer. One query."""
    table = ROUTES[row.kind]
    blocks: list[Block] = [
        person_fields(row.person, "本人"),
        _about(row, table),
        Prose("始めた理由", row.reason, lines=3),
        *_relatives(row),
        Heading("段階"),
        _steps(list(row.steps.all()), table),
        *(_report(row) if table.reports else ()),
        *(_result(row) if not row.is_open else ()),
        *(_signature() if row.kind in SIGNED and row.is_open else ()),
    ]
    desk = f"{row.agency.name} {row.started_by.name}"
    return register_sheet(case, f"権利擁護の道すじ — {table.title}", blocks, desk=desk)


def _about(row: RightsRoute, table: Route) -> Fields:
    return Fields(
        (
            (Cell("始めた日", wareki(row.started_on)), Cell("いまの状態", row.state_label)),
            (
                Cell("進める機関・担当者", f"{row.agency.name} {row.started_by.name}"),
                Cell(table.counterpart, row.counterpart),
            ),
        )
    )


def _relatives(row: RightsRoute) -> tuple[Block, ...]:
    if row.kind not in ASKS_RELATIVES and not row.relatives_note:
        return ()
    asked = Checks(
        "申し立てる親族", tuple(Relatives.choices), frozenset({row.relatives}), wide=True, columns=2
    )
    return (asked, Prose("親族のようす", row.relatives_note, lines=2))


def _steps(steps: list[RightsStep], table: Route) -> Table:
    columns = (
        Column("段階", 2.2),
        Column("要るもの", 2),
        Column("予定日", 0.9),
        Column("済んだ日", 0.9),
        Column("した人・機関", 1.2),
        Column("メモ", 1.8),
    )
    rows = []
    for place, one in enumerate(steps, 1):
        step = table.step(one.code)
        title = f"{place}. {step.title}" + ("" if step.must else "(要るときだけ)")
        days = short_wareki(one.planned_on), short_wareki(one.done_on)
        law = f"\n{step.law}" if step.law else ""
        rows.append((f"{title}{law}", step.needs, *days, one.done_by, one.note))
    return Table(columns, tuple(rows), row_lines=1)


def _report(row: RightsRoute) -> tuple[Block, ...]:
    told = row.reported_to.name if row.reported_to else ""
    return (
        Heading("市町村の担当課への報告"),
        Fields(((Cell("報告した日", wareki(row.reported_on)), Cell("報告した課", told, width=1.6)),)),
        Prose("報告したこと", row.report_note, lines=3),
        Fields(
            ((Cell("担当課が受け取った日"), Cell("担当者"), Cell("電話")), (Cell("担当課の返事", lines=2),))
        ),
    )


def _result(row: RightsRoute) -> tuple[Block, ...]:
    guardian = f"{row.get_guardian_kind_display()} {row.guardian_name}".strip()
    return (
        Heading("結果"),
        Fields(
            (
                (Cell("結果", row.get_result_display()), Cell("結果の日", wareki(row.ended_on))),
                *(((Cell("後見人等", guardian),),) if guardian else ()),
            )
        ),
        Prose("説明", row.result_note, lines=2),
        Fields(
            (
                (
                    Cell("フォローアップの予定日", wareki(row.follow_up_on)),
                    Cell("フォローアップ日", wareki(row.followed_up_on)),
                ),
            )
        ),
        Prose("その後のようす", row.follow_up_note, lines=2),
    )


def _signature() -> tuple[Block, ...]:
    return (
        Heading("本人の確認"),
        Signature(
            statement="この道すじについて説明を受け、進めることを確かめました。", date_label="確かめた日"
        ),
    )

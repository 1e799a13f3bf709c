"""妊産婦等の支援台帳 and サポートプラン on paper (R-INT-12)."""

from __future__ import annotations

from kasane.base.dates import short_wareki, wareki
from kasane.cases.models import Case
from kasane.intake.models import MaternityEntry, Parity, Situation, SupportPlan
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


def maternity_sheet(case: Case, entry: MaternityEntry) -> Sheet:
    """The entry with its judgements, talks and plans. Three queries."""
    blocks: list[Block] = [
        person_fields(entry.person),
        _expected(entry),
        Checks("状況", tuple(Situation.choices), frozenset(entry.situations), columns=4, wide=True),
        Prose("状況の説明", entry.situation_note, lines=3),
        Heading("支援の必要度"),
        Table(
            (
                Column("判断した日"),
                Column("必要度", 1.6),
                Column("そう考えた理由", 3),
                Column("判断した人", 1.2),
            ),
            tuple(
                (short_wareki(one.on), one.get_need_display(), one.reason, one.by.name)
                for one in entry.needs.select_related("by")
            ),
            row_lines=1,
        ),
        Heading("面談"),
        _talks(entry),
        Heading("出産と産後"),
        Fields(((Cell("出産日", wareki(entry.born_on)),),)),
        Prose("出産と子のようす", entry.birth_note, lines=2),
        Prose("産後のようす", entry.postpartum_note, lines=2),
        Heading("サポートプラン"),
        _plans(entry),
        *(_end(entry) if entry.ended_on else ()),
    ]
    return register_sheet(
        case, "妊産婦等の支援台帳", blocks, desk=f"{entry.agency.name} {entry.in_charge.name}"
    )


def _expected(entry: MaternityEntry) -> Fields:
    weeks = f"{entry.notified_weeks}週" if entry.notified_weeks else ""
    return Fields(
        (
            (
                Cell("分娩予定日", wareki(entry.due_on)),
                Cell("妊娠届出日", wareki(entry.notified_on)),
                Cell("届出時の週数", weeks, width=0.7),
            ),
            (
                Checks("初産・経産", tuple(Parity.choices), frozenset({entry.parity})),
                Cell("いまの段階", entry.state_label, width=0.7),
                Cell("窓口・担当者", f"{entry.agency.name} {entry.in_charge.name}"),
            ),
        )
    )


def _talks(entry: MaternityEntry) -> Table:
    columns = (
        Column("時期", 1.4), Column("めやすの日"), Column("面談した日"), Column("面談した人", 1.2), Column("面談の内容", 3),
    )  # fmt: skip
    rows = tuple(
        (
            one.get_stage_display(),
            short_wareki(one.expected_on),
            short_wareki(one.done_on),
            one.by.name if one.by else "",
            one.note,
        )
        for one in entry.talks.select_related("by")
    )
    return Table(columns, rows, row_lines=1)


def _plans(entry: MaternityEntry) -> Table:
    columns = (Column("版"), Column("作成日"), Column("次に見直す日"), Column("本人に渡した日"))
    rows = tuple(
        (
            f"第{plan.number}版",
            wareki(plan.made_on),
            wareki(plan.review_on),
            wareki(plan.handed_on),
        )
        for plan in entry.plans.all()
    )
    return Table(columns, rows, min_rows=1, row_lines=1)


def _end(entry: MaternityEntry) -> tuple[Block, ...]:
    return (
        Heading("台帳から外した"),
        Fields(
            ((Cell("外した日", wareki(entry.ended_on)), Cell("外した理由", entry.get_ended_as_display())),)
        ),
        Prose("引き継いだこと", entry.end_note, lines=2),
    )


def support_plan_sheet(case: Case, plan: SupportPlan) -> Sheet:
    """One version to be talked over and signed; the person takes a copy home. One query."""
    entry = plan.entry
    made = (
        "本人といっしょに作りました"
        if plan.with_person
        else f"本人といっしょに作れませんでした: {plan.without_reason}"
    )
    blocks: list[Block] = [
        Fields(
            (
                (
                    Cell("氏名", entry.person.name, lines=2, width=1.3),
                    Cell("ふりがな", entry.person.kana),
                    Cell("分娩予定日", wareki(entry.due_on)),
                ),
                (
                    Cell("作成日", wareki(plan.made_on)),
                    Cell("作った人", f"{entry.agency.name} {plan.made_by.name}", width=1.3),
                    Cell("次に見直す日", wareki(plan.review_on)),
                ),
            )
        ),
        Prose("本人の希望", plan.wishes, lines=4),
        Prose("いま困っていること・気がかり", plan.issues, lines=4),
        Prose("めざすこと", plan.goals, lines=3),
        Table(
            (Column("すること", 3), Column("だれが", 1.6), Column("いつ", 1.4)),
            tuple((item.what, item.who, item.when) for item in plan.items.all()),
            label="支援の内容",
            min_rows=3,
        ),
        Fields(((Cell("作り方", made, width=1.6), Cell("本人に渡した日", wareki(plan.handed_on))),)),
        Heading("本人の確認"),
        Signature(statement="このプランの説明を受け、内容を確かめました。", date_label="確かめた日"),
    ]
    desk = f"{entry.agency.name} {plan.made_by.name}"
    return register_sheet(case, f"サポートプラン(第{plan.number}版)", blocks, desk=desk)

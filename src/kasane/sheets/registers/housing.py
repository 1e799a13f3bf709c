"""住居確保給付金 on paper: the application as the desk took it in, to be signed and sent on, and what became of it (R-SELF-01).

It is an overview beside the authority's own form. What the desk thinks of the conditions stays off it: that decides nothing.
"""

from __future__ import annotations

from kasane.base.amounts import yen
from kasane.base.dates import short_wareki, wareki
from kasane.cases.models import Case
from kasane.intake.housing.actions import papers_of
from kasane.intake.housing.rules import GROUNDS
from kasane.intake.models import HousingBenefit, HousingCounsel, HousingGround, Seeking
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


def housing_sheet(case: Case, row: HousingBenefit) -> Sheet:
    """The overview of one application of either kind. Two queries."""
    blocks: list[Block] = [
        person_fields(row.person, "申請する人"),
        _ground(row),
        Heading("世帯と家賃"),
        _money(row),
        *(_move(row) if row.is_moving else _seeking(row)),
        Checks("受け取った書類", tuple(papers_of(row).items()), frozenset(row.papers), columns=2, wide=True),
        Prose("メモ", row.note, lines=2),
        Heading("申請する人の確認"),
        Signature(
            statement="書かれていることが、申請の内容と同じであることを確かめました。",
            date_label="確かめた日",
        ),
        *(_decision(row) if row.sent_on else ()),
        *_terms(row),
        *_talks(row),
        *(_end(row) if row.ended_on else ()),
    ]
    desk = f"{row.agency.name} {row.received_by.name}"
    return register_sheet(case, f"住居確保給付金 申請の概要({row.get_subsidy_display()})", blocks, desk=desk)


def _ground(row: HousingBenefit) -> Fields:
    grounds = tuple((one, str(HousingGround(one).label)) for one in GROUNDS[row.subsidy])
    earner = "申請する月に、主に支えている" if row.is_moving else "離職などのときに、主に支えていた"
    return Fields(
        (
            (
                Cell("受付日", wareki(row.received_on)),
                Cell("受付機関・受付者", f"{row.agency.name} {row.received_by.name}", width=1.8),
            ),
            (Checks("申請の理由", grounds, frozenset({row.ground})),),
            (
                Cell("収入が減った日" if row.is_moving else "離職・減収の日", wareki(row.lost_on)),
                _ticked("世帯の生計", earner, row.was_earner, width=1.8),
            ),
        )
    )


def _ticked(label: str, words: str, said: bool, *, width: float = 1.0) -> Checks:
    """A single box: what is not ticked was not said, which is no 「いいえ」."""
    return Checks(label, (("yes", words),), frozenset({"yes"} if said else ()), width=width)


def _money(row: HousingBenefit) -> Fields:
    aid = "公的な転居の給付を受けている" if row.is_moving else "公的な家賃の給付を受けている"
    return Fields(
        (
            (Cell("世帯の人数", f"{row.household_size}人"), _ticked("ほかの給付", aid, row.other_aid)),
            (
                Cell("世帯の収入(月)", yen(row.income)),
                Cell("世帯の預貯金", yen(row.savings)),
                Cell("いまの家賃(月)" if row.is_moving else "家賃(月)", yen(row.rent)),
            ),
        )
    )


def _seeking(row: HousingBenefit) -> tuple[Block, ...]:
    return (Checks("求職活動等", tuple(Seeking.choices), frozenset(row.seeking), columns=2, wide=True),)


def _move(row: HousingBenefit) -> tuple[Block, ...]:
    counsel = frozenset({row.counsel}) if row.counsel else frozenset[str]()
    return (
        Heading("家計改善支援と転居先"),
        Checks("家計改善支援の判断", tuple(HousingCounsel.choices), counsel, columns=1, wide=True),
        Fields(
            (
                (
                    Cell("判断の日", wareki(row.counselled_on)),
                    Cell("家計改善支援の機関", row.counselled_by, width=1.6),
                ),
                (
                    Cell("転居先", row.moving_to, width=1.6),
                    _ticked("町の外", "ほかの市町村へ転居する", row.leaves_town),
                ),
                (
                    Cell("転居先の家賃(月)", yen(row.new_rent)),
                    Cell("転居費用の見積額", yen(row.moving_cost)),
                ),
            )
        ),
    )


def _decision(row: HousingBenefit) -> tuple[Block, ...]:
    granted = row.monthly_amount is not None or row.moving_amount is not None
    amount = f"{yen(row.monthly_amount)}(月額)" if row.monthly_amount is not None else yen(row.moving_amount)
    return (
        Heading("送付と決定"),
        Fields(
            (
                (
                    Cell("いまの状態", row.state_label),
                    Cell("送った日", wareki(row.sent_on)),
                    Cell("決定する機関", row.sent_to, width=1.4),
                ),
                (
                    Cell("決定日", wareki(row.decided_on)),
                    Cell("決定の番号", row.decision_number),
                    Cell("支給額", amount if granted else ""),
                ),
                (Cell("決定の説明", row.decision_note, lines=2),),
            )
        ),
    )


def _terms(row: HousingBenefit) -> tuple[Block, ...]:
    rows = tuple(
        (
            one.label,
            f"{wareki(one.starts_on)}から{wareki(one.ends_on)}まで",
            short_wareki(one.decided_on),
            one.note,
        )
        for one in row.terms.all()
    )
    columns = (Column("何回目", 1), Column("支給期間", 2.6), Column("決定日", 0.8), Column("延長の理由", 2))
    return (Table(columns, rows, label="支給期間", row_lines=1),) if rows else ()


def _talks(row: HousingBenefit) -> tuple[Block, ...]:
    rows = tuple(
        (short_wareki(one.on), one.by.name, one.get_result_display(), one.note, short_wareki(one.next_on))
        for one in row.talks.select_related("by")
    )
    columns = (
        Column("面接日", 0.8), Column("面接した人", 1.1), Column("求職活動等", 1.6), Column("内容", 2.6), Column("次の面接日", 0.9),
    )  # fmt: skip
    return (Table(columns, rows, label="面接", row_lines=1),) if rows else ()


def _end(row: HousingBenefit) -> tuple[Block, ...]:
    how = row.get_ended_as_display() or row.state_label
    return (
        Heading("終わり"),
        Fields(((Cell("終わった日", wareki(row.ended_on)), Cell("終わり方", how)),)),
        Prose("終わったときのようす", row.end_note, lines=2),
    )

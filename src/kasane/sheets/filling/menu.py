"""参加支援プラン (別紙2-5①) and アウトリーチ等プラン (別紙2-5②), filled in and blank (R-COOR-05)."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.coordination.menus.choices import CODES, Agreement, MenuSheet
from kasane.coordination.menus.forms import SECTIONS
from kasane.coordination.menus.queries import menu_in_full
from kasane.coordination.menus.sheets import SHEETS, Item
from kasane.coordination.models import MenuJudgement, MenuPlan
from kasane.people.queries import household
from kasane.sheets.document import Sheet
from kasane.sheets.filling.common import subject_in, town, wanted, writer
from kasane.sheets.paper.menu import MenuAnswer, MenuData, menu_2_5

KINDS: dict[str, str] = {MenuSheet.PARTICIPATION: "participation_plan", MenuSheet.OUTREACH: "outreach_plan"}
"""What the town's profile calls the two sheets."""
_ROUNDS = (("first", "初回"), ("again", "再プラン"))


def participation_sheet(case: Case, row_id: UUID | None) -> Sheet | None:
    """One version of 2-5①, or the newest."""
    return _sheet(case, row_id, MenuSheet.PARTICIPATION)


def outreach_sheet(case: Case, row_id: UUID | None) -> Sheet | None:
    """One version of 2-5②, or the newest."""
    return _sheet(case, row_id, MenuSheet.OUTREACH)


def blank_participation_sheet() -> Sheet:
    """To be filled in by hand together with the person."""
    return menu_2_5(_blank(MenuSheet.PARTICIPATION), town())


def blank_outreach_sheet() -> Sheet:
    """To be filled in by hand on the way."""
    return menu_2_5(_blank(MenuSheet.OUTREACH), town())


def _blank(sheet: MenuSheet) -> MenuData:
    return MenuData(KINDS[sheet], CODES[sheet], sheet.label, _sections(sheet, {}), _ROUNDS)


def _sheet(case: Case, row_id: UUID | None, sheet: MenuSheet) -> Sheet | None:
    rows = menu_in_full().filter(case_id=case.id, sheet=sheet)
    row = wanted(rows.order_by("-made_on", "-number"), row_id)
    if row is None:
        return None
    subject = subject_in(household(case.id))
    data = MenuData(
        KINDS[sheet],
        CODES[sheet],
        sheet.label,
        _sections(sheet, row.answers),
        _ROUNDS,
        case_number=case.label,
        person_name=subject.name if subject else None,
        round="first" if row.number == 1 else "again",
        round_number=None if row.number == 1 else f"{row.number - 1}回",
        made_on=wareki(row.made_on),
        author=writer(row.agency, row.author),
        started_on=wareki(row.started_on),
        evaluate_on=wareki(row.evaluate_on),
        judgements=tuple(_judged(one) for one in row.judgements.all()),
        ending=_ending(row),
        end_reason=row.end_reason,
    )
    return menu_2_5(data, town(), printed_on=wareki(today()))


def _sections(sheet: MenuSheet, answers: Mapping[str, str]) -> tuple[tuple[str, tuple[MenuAnswer, ...]], ...]:
    """The items under the headings of the screen."""
    items = {item.key: item for item in SHEETS[sheet]}
    return tuple(
        (title, tuple(_answer(items[key], answers.get(key, "")) for key in keys))
        for title, keys in SECTIONS[sheet]
    )


def _answer(item: Item, value: str) -> MenuAnswer:
    if item.key == "agreement":
        return MenuAnswer(
            item.key, item.label, options=tuple(Agreement.choices), chosen=value or None, always=item.needed
        )
    return MenuAnswer(item.key, item.label, value, lines=max(item.rows, 1), always=item.needed)


def _judged(one: MenuJudgement) -> tuple[str, ...]:
    said = "\n".join(filter(None, [one.opinion, f"(記録 {one.agency.name} {one.recorded_by.name})"]))
    return (
        wareki(one.judged_on),
        one.get_table_display(),
        one.get_timing_display(),
        one.get_judgement_display(),
        said,
    )


def _ending(row: MenuPlan) -> str | None:
    """How it ends, once that is named."""
    if not row.ending:
        return None
    day = f"({wareki(row.ended_on)})" if row.ended_on else "(会議待ち)"
    return f"{row.get_ending_display()}{day}"

"""One row of a ledger: what is known of the person, what of the consultation, and what can not be read (R-OPS-02)."""

from __future__ import annotations

from collections.abc import Sequence

from kasane.base.dates import age_on, wareki
from kasane.imports.rules import cells
from kasane.imports.rules.cells import Bad
from kasane.imports.rules.places import take
from kasane.imports.rules.shapes import Fault, Ground, ReadRow


def read_row(
    number: int, row: Sequence[str], *, columns: Sequence[str], headings: Sequence[str], ground: Ground
) -> ReadRow:
    """Reads one row by the mapping (R-OPS-02). Every fault names its column, its value and how to mend it."""
    found = ReadRow(number, row)
    for column, key in enumerate(columns):
        text = row[column].strip() if column < len(row) else ""
        if not key or not text:
            continue
        if text in cells.EXCEL_ERRORS:
            found.faults.append(
                Fault(number, column, text, "Excelの数式のエラーです。値を入れ直してください。")
            )
            continue
        try:
            warning = take(found, key, text, headings[column], ground)
        except Bad as bad:
            found.faults.append(Fault(number, column, text, str(bad)))
        else:
            if warning:
                found.faults.append(Fault(number, column, text, warning, is_error=False))
    _look_across(found, columns, ground)
    return found


def _look_across(found: ReadRow, columns: Sequence[str], ground: Ground) -> None:
    """What only several cells together tell: no name at all, an age that is not that of the birth date."""
    column = next((columns.index(key) for key in ("name", "family_name") if key in columns), -1)
    unread = {fault.column for fault in found.faults if fault.is_error}
    if not found.name and column not in unread:
        reason = "氏名がありません。分からないときは「不明」と書いてください。"
        found.faults.append(Fault(found.number, column, "", reason))
    birth, age, on = (
        found.person.get("birth_date"),
        found.person.get("stated_age"),
        found.case.get("received_on"),
    )
    if birth is not None and age is not None:
        known = age_on(birth, ground.today), age_on(birth, on or ground.today)
        if not min(known) - 1 <= age <= max(known) + 1:
            reason = f"生年月日からは{known[1]}歳になります。生年月日のほうを取り込みます。"
            found.faults.append(Fault(found.number, columns.index("stated_age"), str(age), reason, False))
        del found.person["stated_age"]
    if birth is not None and on is not None and birth > on:
        reason = "生年月日が受付日よりあとです。どちらかを確かめてください。"
        found.faults.append(Fault(found.number, columns.index("birth_date"), wareki(birth), reason, False))

"""The ledger as an Excel file, with the items of the screen."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from kasane.base.dates import wareki
from kasane.intake.models import MaternityEntry

COLUMNS: tuple[tuple[str, int], ...] = (
    ("ケース", 11), ("氏名", 16), ("ふりがな", 18), ("分娩予定日", 16), ("妊娠届出日", 16), ("届出時の週数", 8),
    ("初産・経産", 9), ("状況", 30), ("状況の説明", 40), ("必要度", 18), ("次の面談のめやす", 16),
    ("プランの見直し", 16), ("出産日", 16), ("産後のようす", 40), ("担当者", 14), ("状態", 14),
)  # fmt: skip


def workbook(title: str, rows: Iterable[MaternityEntry]) -> bytes:
    """One row for each entry. Every cell is a text: nothing typed by somebody becomes a formula."""
    book = Workbook()
    sheet = book.active
    sheet.title = "支援台帳"
    sheet.append([title])
    sheet.append([heading for heading, _ in COLUMNS])
    for row in rows:
        sheet.append(["" if value is None else str(value) for value in _values(row)])
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    for cell in (sheet["A1"], *sheet[2]):
        cell.font = Font(bold=True)
    for at, (_, width) in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = "C3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _values(row: MaternityEntry) -> list[object]:
    return [
        row.case.label,
        row.person.name,
        row.person.kana,
        wareki(row.due_on),
        wareki(row.notified_on),
        row.notified_weeks,
        row.get_parity_display(),
        "、".join(row.situation_labels),
        row.situation_note,
        row.get_need_display(),
        wareki(row.next_talk_on),  # type: ignore[attr-defined]
        wareki(row.review_on),  # type: ignore[attr-defined]
        wareki(row.born_on),
        row.postpartum_note,
        row.in_charge.name,
        row.state_label,
    ]

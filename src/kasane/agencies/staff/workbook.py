"""職員 as an Excel file: the rows of the screen, with everything known about each post (R-DEL-06)."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font

from kasane.agencies.models import Post
from kasane.base.dates import today, wareki

COLUMNS: tuple[tuple[str, int], ...] = (
    ("機関", 32),
    ("拠点", 24),
    ("氏名", 16),
    ("ふりがな", 18),
    ("役割", 18),
    ("職名", 16),
    ("コーディネーターの種別", 26),
    ("職種", 24),
    ("資格", 32),
    ("研修", 40),
    ("常勤・非常勤", 12),
    ("専任", 12),
    ("ほかの配置", 10),
    ("兼務", 20),
    ("配置日", 16),
    ("配置の終わり", 16),
)


def workbook(posts: Iterable[Post]) -> bytes:
    """One sheet, every text as text."""
    book = Workbook()
    sheet = book.active
    sheet.title = "職員"
    sheet.append([f"職員の一覧 {wareki(today())}現在"])
    sheet["A1"].font = Font(bold=True, size=14)
    for row, cells in enumerate([tuple(name for name, _ in COLUMNS), *map(_cells, posts)], 3):
        for column, value in enumerate(cells, 1):
            cell = sheet.cell(row, column)
            cell.value = value
            cell.data_type = "s"  # a text that begins with = is no formula
            if row == 3:
                cell.font = Font(bold=True)
    for number, (_, width) in enumerate(COLUMNS):
        sheet.column_dimensions["ABCDEFGHIJKLMNOP"[number]].width = width
    sheet.freeze_panes = "D4"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _cells(post: Post) -> tuple[str, ...]:
    courses = [f"{one}（{wareki(one.done_on)}）" for one in post.user.trainings.all()]
    return (
        post.agency.name,
        post.site.name if post.site else "",
        post.user.name,
        post.user.kana,
        post.role_label,
        post.title,
        post.get_coordinator_kind_display(),
        post.job_words,
        post.qualification_words,
        "、".join([*courses, *([post.training] if post.training else [])]),
        "常勤" if post.is_full_time else "非常勤",
        "専任" if post.is_dedicated else "専任でない",
        str(post.other_posts) if post.other_posts else "",  # type: ignore[attr-defined]
        post.concurrent,
        wareki(post.starts_on),
        wareki(post.ends_on) if post.ends_on else "",
    )

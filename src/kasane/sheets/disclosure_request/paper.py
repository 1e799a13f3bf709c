"""The copy as PDF and as Excel, from the same description (R-OPS-02, R-DIS-08)."""

from __future__ import annotations

from kasane.agencies.actors import Actor
from kasane.base.dates import today, wareki
from kasane.base.kinds import ALL_KINDS, kind_labels
from kasane.base.workbook import file_of, first_sheet, further_sheet, table
from kasane.cases.models import Case
from kasane.sheets.disclosure_request.record import SECTIONS, Copy
from kasane.sheets.document import Block, Column, Fields, Heading, Notice, Sheet, Table
from kasane.sheets.document import Cell as PaperCell

TITLE = "保有個人情報の写し(開示請求)"
READING_COLUMNS = ("日時", "見た人", "機関", "何を", "根拠")


def facts(case: Case, copy: Copy, *, by: Actor) -> list[tuple[str, str]]:
    """What the first page says of the copy."""
    missing = kind_labels(int(ALL_KINDS) & ~case.visible_kinds)
    hidden = [
        word
        for word, wanted in (
            ("本人以外の人", copy.wish.hides_others),
            ("職員の氏名", copy.wish.hides_staff),
            ("ほかに指定したことば", bool(copy.wish.extra.strip())),
        )
        if wanted
    ]
    found = [
        ("本人", copy.wish.person.name),
        ("ケース番号", case.label),
        ("写しの範囲", "、".join(SECTIONS[key][0] for key in copy.wish.sections)),
        ("隠したところ(■■■)", "、".join(hidden) or "なし"),
        ("つくった日", wareki(today())),
        (
            "つくった機関・職員",
            by.agency.name if copy.wish.hides_staff else f"{by.agency.name} {by.user.name}",
        ),
    ]
    if missing:
        found.append(("入っていない情報", f"つくった職員が見られない種類の情報({'・'.join(missing)})"))
    left_out = [one.text for one in copy.left_out if one.on_paper]
    if left_out:
        found.append(("この写しに入っていないもの", "\n".join(left_out)))
    return found


def copy_sheet(case: Case, copy: Copy, *, by: Actor, town: str) -> Sheet:
    """The copy on paper: what it is, then part by part, then who has read it."""
    blocks: list[Block] = [
        Fields(tuple((PaperCell(label, value),) for label, value in facts(case, copy, by=by))),
        Notice("■■■ は、開示しないと判断したところです。そのわけは、開示決定の通知に書かれています。"),
    ]
    for part in copy.parts:
        blocks.append(Heading(part.title, note="" if part.entries else "記録はありません。"))
        blocks += [
            Table((Column("項目", 1), Column(entry.title, 3.4)), tuple(entry.lines), row_lines=1)
            for entry in part.entries
        ]
    if copy.readings is not None:
        blocks.append(Heading(SECTIONS["readings"][0]))
        widths = (1.3, 1, 1.8, 1.8, 1)
        columns = tuple(Column(name, width) for name, width in zip(READING_COLUMNS, widths, strict=True))
        blocks.append(Table(columns, tuple(copy.readings), row_lines=1))
    return Sheet(
        code="",
        title=TITLE,
        town=town,
        blocks=tuple(blocks),
        printed_on=wareki(today()),
        case_number=case.label,
    )


def copy_workbook(case: Case, copy: Copy, *, by: Actor) -> bytes:
    """The copy as Excel: a sheet for each part, every text as text."""
    book, first = first_sheet("この写しについて")
    table(first, ("項目", "内容"), facts(case, copy, by=by))
    for part in copy.parts:
        rows = [(entry.title, label, value) for entry in part.entries for label, value in entry.lines]
        table(further_sheet(book, part.title), ("記録", "項目", "内容"), rows)
    if copy.readings is not None:
        table(further_sheet(book, "閲覧の記録"), READING_COLUMNS, copy.readings)
    return file_of(book)

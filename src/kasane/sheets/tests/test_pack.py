"""会議資料一式: numbered copies of one booklet, each as its recipient may see it (R-CONF-06, R-DIS-01)."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from kasane.sheets.document import Cell, Fields, Prose, Sheet
from kasane.sheets.pack.copies import Copy, printed_copies
from kasane.sheets.render import render_booklet
from kasane.sheets.tests.reading import page_texts, squeezed

NOON = datetime(2025, 4, 14, 3, 0, tzinfo=UTC)


def sheet(title: str, text: str, number: str) -> Sheet:
    return Sheet(
        "2-4",
        title,
        "美咲町",
        (Fields(((Cell("氏名", "𠮷田 﨑雄"),),)), Prose("経過", text)),
        case_number=number,
    )


PARTS = (
    ("議題1 R7-0001", (sheet("プラン", "長い話。\n" * 120, "R7-0001"), sheet("評価", "短い話", "R7-0001"))),
    ("議題2 R7-0002", (sheet("申込票", "別の話", "R7-0002"),)),
)


def copies() -> list[bytes]:
    return printed_copies(
        [
            Copy(1, "髙橋 美和", "地域包括支援センター", PARTS),
            Copy(2, "𠮷田 健", "社会福祉協議会", PARTS[:1]),
            Copy(3, "渡邉 花", "", PARTS),
        ],
        title="資料一式",
        timestamp=NOON,
    )


def test_every_page_of_a_copy_names_its_number_and_its_recipient():
    for file, words in zip(
        copies(),
        ("資料番号1(全3部)要回収髙橋美和様(地域包括支援センター)", "資料番号2(全3部)要回収𠮷田健様(社会福祉協議会)", "資料番号3(全3部)要回収渡邉花様"),
        strict=True,
    ):  # fmt: skip
        pages = [squeezed(text) for text in page_texts(file)]
        assert len(pages) > 2
        assert all(words in page for page in pages)


def test_what_one_recipient_may_not_see_is_not_in_their_copy():
    """R-DIS-01"""
    first, second, _ = copies()
    assert "R7-0002" in squeezed("".join(page_texts(first)))
    assert "R7-0002" not in squeezed("".join(page_texts(second)))
    assert b"R7-0002" not in second


def test_no_copy_carries_the_name_of_another_recipient():
    first, *_ = copies()
    text = squeezed("".join(page_texts(first)))
    assert "渡邉" not in text and "𠮷田健" not in text


def test_pages_are_counted_through_and_sheets_by_themselves():
    pages = [squeezed(text) for text in page_texts(copies()[0])]
    for number, page in enumerate(pages, 1):
        assert f"(通し{number}/{len(pages)})" in page
    assert "1/1" in pages[-1]


def test_the_outline_names_parts_and_sheets():
    with pypdfium2.PdfDocument(copies()[0]) as document:
        found = [(entry.level, entry.get_title()) for entry in document.get_toc()]
    assert found == [(0, "議題1 R7-0001"), (1, "プラン"), (1, "評価"), (0, "議題2 R7-0002"), (1, "申込票")]


def test_a_stamped_copy_opens_in_a_strict_reader_and_stays_tagged():
    """R-OPS-01: the line drawn over the page is an artifact, the sheet under it is untouched."""
    for file in copies():
        reader = PdfReader(BytesIO(file), strict=True)
        catalog: Any = reader.trailer["/Root"]
        assert catalog["/MarkInfo"]["/Marked"]
        for page in reader.pages:
            assert b"/Artifact" in page.get_contents().get_data()


def test_nothing_to_print_is_refused():
    with pytest.raises(ValueError, match="印刷する帳票がありません"):
        render_booklet([], title="一式")


def test_a_recipient_whose_name_no_font_has_still_gets_a_copy():
    (file,) = printed_copies([Copy(1, "田中\U0001f9ff", "", PARTS[1:])], title="一式")
    assert "田中〓様" in squeezed(page_texts(file)[0])

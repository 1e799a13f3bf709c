"""A printed sheet says what was entered, whatever was typed, and never leaves the paper."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasane.base.printable import clean
from kasane.sheets import fonts
from kasane.sheets.document import (
    Block,
    Cell,
    Checks,
    Column,
    Fields,
    Heading,
    Notice,
    Prose,
    Sheet,
    Signature,
    Table,
)
from kasane.sheets.render import missing_glyphs, render_pack, render_pdf, unprintable_in
from kasane.sheets.tests.reading import A4, boxes, outline, page_texts, printed, reader, squeezed

NOON = datetime(2025, 4, 14, 3, 0, tzinfo=UTC)
MARKUP = (
    '#import "x" *bold* _it_ $x^2$ \\ [a] @ref <l> // c /* d */ `raw` = h -- ... ~ \'q\' "q" #panic() {1}'
)
NAMES = (
    "𠮷田 髙橋 山﨑 渡邉 渡邊 濵田 瀨戸 德永 辻 葛\U000e0100 槗本 𣘺本 か\u309a か\u3099 ﾊﾟﾋﾟﾌﾟ ㈱ ① ～〜−－ "
    "Nguyễn Đặng Łukasz 김민수"
)


def sheet(*blocks: Block, case_number: str = "R7-0012") -> Sheet:
    return Sheet("2-9", "試しの帳票", "美咲町", blocks=blocks, case_number=case_number, footer="福祉課")


def assert_inside_paper(pdf: bytes) -> None:
    for left, bottom, right, top in boxes(pdf):
        assert left >= 50 and right <= A4[0] - 40, (left, right)
        assert bottom >= 15 and top <= A4[1] - 15, (bottom, top)


@pytest.mark.parametrize(
    "text", [MARKUP, NAMES, "https://machi.example/" + "x" * 300, "「" * 200, "。" * 200, "ー" * 200]
)
def test_text_prints_as_typed_in_every_kind_of_block(text: str) -> None:
    pdf = render_pdf(
        sheet(
            Heading("見出し"),
            Fields(((Cell("項目", text), Cell("隣", text)),)),
            Prose("経過", text),
            Notice(text),
            Table((Column("左"), Column("右")), rows=((text, "隣"),)),
            Checks("方法", (("o", "その他"),), frozenset({"o"}), other=text, other_key="o"),
            Signature(signer=text),
        )
    )
    assert printed(pdf).count(squeezed(clean(text))) == 7
    assert_inside_paper(pdf)


ANYTHING = st.text(max_size=200)


@settings(max_examples=60, deadline=None)
@given(ANYTHING, st.text("#*_$\\[]{}@<>/`\"'-=~.:;!&%^|()ab1 \n", max_size=200))
def test_any_text_at_all_gives_a_readable_archival_pdf(anything: str, punctuation: str) -> None:
    pdf = render_pdf(sheet(Prose("自由", anything), Fields(((Cell("記号", punctuation),),))))
    assert squeezed(punctuation) in printed(pdf)
    assert_tagged_archival(pdf)
    assert_inside_paper(pdf)


KANA = [chr(code) for code in range(0x3041, 0x30FF) if code not in (0x3097, 0x3098)]
JAPANESE = st.text(
    st.one_of(
        st.sampled_from(KANA),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA0),
        st.sampled_from("、。「」()・ー々 0123456789abc"),
    ),
    min_size=1,
    max_size=120,
)


@settings(max_examples=40, deadline=None)
@given(JAPANESE)
def test_japanese_text_reads_back_equal(text: str) -> None:
    assert squeezed(text) in printed(render_pdf(sheet(Prose("自由", text))))


VISITS = "".join(f"{number:04d}回目の訪問。留守だったので手紙を置いた。\n" for number in range(800))


@pytest.mark.parametrize(
    "block",
    [
        Prose("経過", VISITS),
        Fields(((Cell("経過", VISITS),),)),
        Table((Column("日"), Column("経過", 4)), (("4月", VISITS),)),
        Notice(VISITS),
    ],
    ids=["prose", "fields", "table", "notice"],
)
def test_twenty_thousand_characters_flow_over_pages_without_loss(block: Block) -> None:
    pdf = render_pdf(sheet(block))
    assert len(reader(pdf).pages) > 8
    text = printed(pdf)
    for number in range(800):
        assert f"{number:04d}回目の訪問。留守だったので手紙を置いた。" in text
    assert_inside_paper(pdf)


def test_a_table_header_returns_on_each_page_and_no_row_is_cut() -> None:
    rows = tuple((f"第{n}行", "一行目\n二行目\n三行目", f"終{n}行") for n in range(60))
    texts = page_texts(
        render_pdf(sheet(Table((Column("番号列"), Column("内容列", 3), Column("印列")), rows)))
    )
    assert len(texts) > 2
    for page in texts:
        assert "番号列" in page
    for n in range(60):
        (page,) = [p for p in texts if f"第{n}行" in p]
        assert f"終{n}行" in page


def test_pages_carry_number_code_case_and_town() -> None:
    texts = page_texts(render_pdf(sheet(Prose("経過", "長い話。\n" * 120))))
    for number, page in enumerate(texts, start=1):
        flat = squeezed(page)
        assert f"{number}/{len(texts)}" in flat
        for part in ("別紙2-9", "R7-0012", "美咲町", "福祉課"):
            assert part in flat


def test_a_pack_counts_pages_per_sheet_and_has_an_outline() -> None:
    long = sheet(Heading("見出し一"), Prose("経過", "長い話。\n" * 120), case_number="R7-0001")
    short = sheet(Heading("見出し二"), Prose("経過", "短い話"), case_number="R7-0002")
    pdf = render_pack([long, short], title="R7-0001 一式", timestamp=NOON)
    texts = [squeezed(page) for page in page_texts(pdf)]
    assert "1/1" in texts[-1] and "R7-0002" in texts[-1] and "R7-0001" not in texts[-1]
    assert f"1/{len(texts) - 1}" in texts[0]
    assert outline(pdf) == ["試しの帳票", "見出し一", "試しの帳票", "見出し二"]
    assert title_of(pdf) == "R7-0001 一式"


def test_an_empty_pack_is_refused() -> None:
    with pytest.raises(ValueError, match="印刷する帳票がありません"):
        render_pack([], title="一式")


def title_of(pdf: bytes) -> str | None:
    metadata = reader(pdf).metadata
    return metadata.title if metadata else None


def assert_tagged_archival(pdf: bytes) -> None:
    catalog: Any = reader(pdf).trailer["/Root"]
    assert catalog["/Lang"].lower().startswith("ja")
    assert catalog["/MarkInfo"]["/Marked"]
    xmp = catalog["/Metadata"].get_data().decode()
    assert "pdfuaid:part" in xmp and "pdfaid:part" in xmp


def test_the_pdf_is_tagged_japanese_and_archival() -> None:
    pdf = render_pdf(sheet(Heading("見出し"), Checks("方法", (("a", "窓口"),), frozenset({"a"}))))
    assert_tagged_archival(pdf)
    assert title_of(pdf) == "2-9 試しの帳票"


def test_the_same_sheet_at_the_same_time_gives_the_same_bytes() -> None:
    one = sheet(Prose("経過", "同じ話"))
    assert render_pdf(one, timestamp=NOON) == render_pdf(one, timestamp=NOON)
    later = datetime(2025, 4, 15, 3, 0, tzinfo=UTC)
    assert render_pdf(one, timestamp=NOON) != render_pdf(one, timestamp=later)


def test_marks_show_what_was_chosen_and_what_weighs_most() -> None:
    choices = (("a", "住まい"), ("b", "債務"), ("c", "介護"))
    boxes = Checks("方法", choices, frozenset({"b"}))
    circles = Checks(
        "相談", choices, frozenset({"a"}), most_important="c", style="circle", columns=3, wide=True
    )
    text = printed(render_pdf(sheet(boxes, circles)))
    assert "☐住まい☑債務☐介護" in text
    assert "○住まい債務◎介護" in text


def jis_levels_one_and_two() -> str:
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF5) for cell in range(0xA1, 0xFF))
    return "".join(pair.decode("euc_jp", errors="ignore") for pair in pairs)


def test_no_glyph_is_missing_for_jis_levels_one_and_two_and_for_names() -> None:
    every = jis_levels_one_and_two()
    assert len(every) > 6800
    assert missing_glyphs(every + NAMES) == []


def test_a_character_without_glyph_is_named_and_the_rest_still_prints() -> None:
    risky = sheet(Prose("経過", "笑顔😀で\ue000手を振る\U0001f44b"))
    assert unprintable_in(risky) == ["😀", "\ue000", "👋"]
    text = printed(render_pdf(risky))
    assert "笑顔〓で〓手を振る〓" in text
    assert "U+1F600、U+E000、U+1F44B" in text


def test_eight_threads_print_at_once_each_its_own_sheet() -> None:
    def one(number: int) -> tuple[int, bytes]:
        return number, render_pdf(sheet(Prose("経過", f"担当{number:03d}の記録")))

    with ThreadPoolExecutor(8) as pool:
        for number, pdf in pool.map(one, range(48)):
            assert f"担当{number:03d}の記録" in printed(pdf)


def test_a_missing_font_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "PACKAGE", "kasane-no-such-font")
    fonts.font_directory.cache_clear()
    try:
        with pytest.raises(fonts.FontMissing, match="日本語フォント.*見つかりません"):
            fonts.font_directory()
    finally:
        fonts.font_directory.cache_clear()

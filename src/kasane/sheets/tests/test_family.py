"""The 世帯図 on paper: drawings and sentences on one page, whatever the family (R-PEO-04)."""

from __future__ import annotations

import pytest

from kasane.people import drawing
from kasane.people.drawing.gallery_data import DAY, EXAMPLES
from kasane.sheets.document import Picture, PicturePage, Sheet
from kasane.sheets.family import picture_page
from kasane.sheets.render import render_pdf
from kasane.sheets.tests.reading import A4, boxes, page_texts, printed, squeezed

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100"><rect width="200" height="100" fill="none" stroke="#000"/><text x="9" y="50" font-size="12" fill="#000">{}</text></svg>'


def sheet(page: PicturePage) -> Sheet:
    return Sheet("", "世帯図", "美咲町", blocks=(page,), case_number="R7-0012", printed_on="令和7年4月1日")


def drawn_page(example) -> PicturePage:
    family = drawing.family(example.members, example.ties, DAY, example.bonds)
    chart = drawing.ecomap(family, example.nodes, example.links)
    found = [("家族図", str(drawing.svg(family, walk=False)), drawing.text(family))]
    if chart.nodes:
        found.append(("エコマップ", str(drawing.ecomap_svg(chart, walk=False)), drawing.ecomap_text(chart)))
    return picture_page(found)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_every_example_family_fits_one_page(example):
    """R-PEO-04."""
    page = drawn_page(example)
    pdf = render_pdf(sheet(page))
    assert len(page_texts(pdf)) == 1
    for left, bottom, right, top in boxes(pdf):
        assert left >= 50 and right <= A4[0] - 40
        assert bottom >= 15 and top <= A4[1] - 15
    words = printed(pdf)
    assert all(squeezed(line) in words for _, lines in page.sentences for line in lines)


def test_sentences_that_can_not_fit_go_on_to_the_next_page():
    """R-PEO-04: nothing is cut off."""
    lines = [f"{n}人目の人についての、とても長くて一行には入りきらない文章です。" * 2 for n in range(90)]
    page = picture_page([("家族図", SVG.format("田中"), lines)])
    assert page.flows
    pdf = render_pdf(sheet(page))
    pages = [squeezed(text) for text in page_texts(pdf)]
    assert len(pages) > 1
    assert "90人目" not in pages[0]
    assert all(squeezed(line) in "".join(pages) for line in (lines[0], lines[-1]))


def test_a_name_no_font_has_is_said_to_be_missing():
    """R-PEO-04: in a drawing as in any other text."""
    pdf = render_pdf(sheet(picture_page([("家族図", SVG.format("田中\U0001f9ff"), ["田中\U0001f9ffさん"])])))
    assert "印刷できない文字" in printed(pdf)


def test_a_drawing_without_its_size_is_refused():
    with pytest.raises(ValueError, match="without its size"):
        picture_page([("家族図", "<svg></svg>", [])])


def test_a_picture_says_what_it_shows():
    """R-OPS-01: who can not see it hears its first sentence."""
    page = picture_page([("家族図", SVG.format("田中"), ["本人 田中 和子。", "…"])])
    assert page.pictures == (Picture("家族図", SVG.format("田中"), "家族図。本人 田中 和子。", 200, 100),)

"""Every sheet of the registries, blank and full: nothing entered is lost on paper or in a workbook (FORMS, R-OPS-01, R-OPS-02)."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from kasane.agencies import profile
from kasane.profiles import load
from kasane.profiles.loader import available
from kasane.sheets.excel import render_xlsx
from kasane.sheets.fill import BLANKS, FILLERS, blank_of
from kasane.sheets.panels import NAMES
from kasane.sheets.render import render_pdf
from kasane.sheets.tests.reading import page_texts, printed, squeezed
from kasane.sheets.tests.stuffing import stuffed

FORMS = ("2-1-1", "2-1-2", "2-2", "2-3", "2-4", "2-5-1", "2-5-2", "2-6", "2-7", "records")
"""The sheets of the field (FORMS)."""


def test_every_form_of_the_field_is_there_blank_and_filled_and_has_a_name():
    assert set(BLANKS) == set(FORMS) == set(NAMES)
    # 2-1-2 has its own address: there is one for each つなぎ of a case.
    assert set(FILLERS) == set(FORMS) - {"2-1-2"}


@pytest.mark.parametrize("code", list(BLANKS))
def test_every_text_that_is_entered_can_be_read_and_searched_on_the_paper(code, db):
    sheet, put = stuffed(blank_of(code))
    text = printed(render_pdf(sheet))
    assert len(put) > 3
    assert [one for one in put if squeezed(one) not in text] == []
    assert "〓" not in text


@pytest.mark.parametrize("code", list(BLANKS))
def test_every_text_that_is_entered_stands_in_the_workbook(code, db):
    sheet, put = stuffed(blank_of(code))
    page = load_workbook(BytesIO(render_xlsx(sheet))).worksheets[0]
    cells = "\n".join(str(cell) for row in page.iter_rows(values_only=True) for cell in row if cell)
    assert [one for one in put if one not in cells] == []


@pytest.mark.parametrize("name", available())
def test_every_paper_has_the_name_and_the_number_of_the_town(name, db, monkeypatch):
    """R-DEL-05: as the profile of the town names and numbers its sheets."""
    town = load(name)
    monkeypatch.setattr(profile, "current", lambda: town)
    known = {str(one.code): one for one in town.sheets}
    kinds = {
        "2-1-1": "intake", "2-2": "application", "2-3": "assessment", "2-4": "plan", "2-5-1": "participation_plan",
        "2-5-2": "outreach_plan", "2-6": "evaluation", "2-7": "connectedness",
    }  # fmt: skip
    for code in BLANKS:
        sheet = blank_of(code)
        assert sheet.town == town.town.name
        if code in kinds:
            assert (sheet.title, sheet.numbered) == (known[kinds[code]].name, known[kinds[code]].number)


def test_a_sheet_the_plan_gives_no_number_has_none_on_paper(db, monkeypatch):
    """北栄町 has its つなぐシート without a number."""
    town = load("hokuei")
    monkeypatch.setattr(profile, "current", lambda: town)
    text = page_texts(render_pdf(blank_of("2-1-2")))[0]
    assert "北栄町" in text and "つなぐシート" in text and "別紙" not in text
    assert "つなぐ課・機関" in text

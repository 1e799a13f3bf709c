"""Papers of a meeting in the words of the town, with every letter that was typed (R-DEL-05, R-OPS-01)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kasane.agencies import profile
from kasane.conferences.pages import meeting_page
from kasane.conferences.tests.conftest import *  # noqa: F403
from kasane.conferences.tests.test_views import planned  # noqa: F401
from kasane.disclosure.viewer import acting_as
from kasane.profiles import load
from kasane.sheets.meetings.views import NAMES, _sheet
from kasane.sheets.render import render_pdf
from kasane.sheets.tests.reading import printed, squeezed
from kasane.sheets.tests.stuffing import stuffed
from kasane.sheets.tests.test_meeting_papers import talked  # noqa: F401


@pytest.fixture
def sheet_of(talked, cast):  # noqa: F811
    """`sheet_of(paper)` of the meeting, as its host sees it."""

    def build(paper):
        with acting_as(cast.coordinator):
            return _sheet(meeting_page(talked, cast.coordinator), paper)

    return build


@pytest.mark.parametrize("paper", list(NAMES))
def test_every_text_that_is_entered_can_be_read_and_searched_on_the_paper(paper, sheet_of):
    sheet, put = stuffed(sheet_of(paper))
    text = printed(render_pdf(sheet))
    assert put and [one for one in put if squeezed(one) not in text] == []


@pytest.mark.parametrize("paper", list(NAMES))
def test_the_town_names_itself_and_what_it_calls_otherwise(paper, sheet_of, monkeypatch):
    town = load("hokuei")
    labels = {f"{paper}.title": "町の呼び名", f"{paper}.日時": "ひにち", f"{paper}.会議": "あつまり"}
    paper_words = replace(town.paper, labels=labels, contact="問い合わせ: 福祉課")
    monkeypatch.setattr(profile, "current", lambda: replace(town, paper=paper_words))
    text = printed(render_pdf(sheet_of(paper)))
    for words in ("北栄町", "町の呼び名", "ひにち", "あつまり"):
        assert words in text

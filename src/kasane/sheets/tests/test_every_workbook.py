"""Every workbook of the registry goes out, is filled in elsewhere, and comes back without a loss (issue 6, R-INT-01, R-OPS-02)."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kasane.agencies import profile
from kasane.cases.formbook.blank import blank_book, numbered, read
from kasane.cases.formbook.book import FACTS, Facts, book_of
from kasane.cases.formbook.page import SHEETS, _answers, differences
from kasane.cases.formbook.places import Entry, Rows
from kasane.cases.formbook.reading import NotOurs, read_book
from kasane.cases.formbook.words import escaped
from kasane.cases.tests.answering import filled, said
from kasane.coordination.tests.conftest import *  # noqa: F403
from kasane.coordination.tests.test_formbooks import changed, row_of, upload
from kasane.intake.models import Reception
from kasane.profiles import load
from kasane.sheets.blanks import WORKBOOKS
from kasane.sheets.fill import BLANKS

TOWN = "美咲町"
CODES = list(WORKBOOKS)
BRIEF = settings(
    max_examples=3,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)


def facts_of(part: Any) -> Facts:
    return Facts("page", "1", TOWN, part.title, "R7-0001")


def test_every_sheet_on_paper_is_a_workbook_too_and_every_form_page_has_its_blank(cast):
    assert set(WORKBOOKS) == set(BLANKS)
    titles = {part.title for parts in WORKBOOKS.values() for part in parts(cast.worker)}
    assert set(SHEETS.values()) - titles == {"モニタリング"}


@pytest.mark.parametrize("code", CODES)
def test_what_was_answered_comes_back_equal(code, cast):
    parts = WORKBOOKS[code](cast.worker)

    @BRIEF
    @given(st.data())
    def back(data: Any) -> None:
        for part in parts:
            typed = part.build(filled(data.draw, part.build(None)))
            reading = read_book(book_of(facts_of(part), typed), facts_of(part), typed)
            assert reading.faults == []
            assert said(part.build(reading.data)) == said(typed)
            assert differences(typed, part.build(reading.data)) == []

    back()


def by_hand(content: bytes, title: str, typed: Any) -> bytes:
    """The blank after somebody wrote these answers into it."""
    book = load_workbook(BytesIO(content))
    page = book[page_of(book, title)]
    for key, place in numbered(typed):
        if isinstance(place, Entry):
            write(page, row_of(page, f"{key}"), 3, place.value)
        elif isinstance(place, Rows):
            first = row_of(page, f"{place.prefix}[0]") if place.rows else 0
            for number, line in enumerate(place.rows):
                for column, entry in enumerate(line, 2):
                    write(page, first + number, column, entry.value)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def page_of(book: Any, title: str) -> str:
    rows = dict(book[FACTS].iter_rows(max_col=2, values_only=True))
    return rows[f"page:{title}"]


def write(page: Any, row: int, column: int, text: str) -> None:
    cell = page.cell(row, column)
    cell.value = escaped(text) or None
    if cell.value:
        cell.data_type = "s"


@pytest.mark.parametrize("code", CODES)
def test_what_was_written_by_hand_into_a_blank_stands_on_the_page(code, cast):
    parts = WORKBOOKS[code](cast.worker)
    content = blank_book(TOWN, parts)

    @BRIEF
    @given(st.data())
    def back(data: Any) -> None:
        for part in parts:
            typed = part.build(filled(data.draw, part.build(None)))
            reading = read(by_hand(content, part.title, typed), facts_of(part), part.build(None))
            wanted, got = _answers(typed), _answers(part.build(reading.data))
            assert reading.faults == []
            assert {label: got[label] for label, words in wanted.items() if words.strip()} == {
                label: words for label, words in wanted.items() if words.strip()
            }

    back()


@pytest.mark.parametrize("code", CODES)
def test_an_empty_blank_changes_nothing(code, cast):
    parts = WORKBOOKS[code](cast.worker)
    content = blank_book(TOWN, parts)

    @BRIEF
    @given(st.data())
    def nothing(data: Any) -> None:
        for part in parts:
            now = part.build(filled(data.draw, part.build(None)))
            reading = read(content, facts_of(part), now)
            assert (reading.faults, differences(now, part.build(reading.data))) == ([], [])

    nothing()


@pytest.mark.parametrize("code", CODES)
def test_the_blank_of_another_sheet_or_town_is_refused(code, cast):
    part = WORKBOOKS[code](cast.worker)[0]
    other = "2-7" if code != "2-7" else "2-6"
    with pytest.raises(NotOurs, match="ほかの様式"):
        read(blank_book(TOWN, WORKBOOKS[other](cast.worker)), facts_of(part), part.build(None))
    with pytest.raises(NotOurs, match="ほかの自治体"):
        read(blank_book("北栄町", WORKBOOKS[code](cast.worker)), facts_of(part), part.build(None))


def test_a_blank_reception_filled_in_elsewhere_becomes_a_new_one_only_when_it_is_saved(cast, sign_in):
    """R-INT-01"""
    client = sign_in(cast.worker)
    blank = client.get(reverse("sheets:blank_xlsx", args=["2-1-1"]))

    def work(page: Any) -> None:
        for key, words in {
            "overview": "𠮷田さんから、父のこと",
            "channel": "電話",
            "family_name": "髙邉",
            "topics=care": "○",
            "received_on": "いつか",
        }.items():
            page.cell(row_of(page, key), 3).value = words
        page.cell(row_of(page, "members[0]"), 2).value = "母"

    page = upload(client, reverse("intake:new"), changed(blank.content, work))
    words = page.content.decode()
    assert page.status_code == 422
    assert "𠮷田さんから、父のこと" in words and "髙邉" in words
    assert "いつか" in words and "日付として読めません" in words
    assert Reception.objects.count() == 0


def test_a_blank_keeps_what_it_says_nothing_of_and_adds_its_lines(assessed, sign_in):
    """R-COOR-04: goals on the page stay, those of the file come after them."""
    plan = assessed.make()
    client = sign_in(assessed.cast.coordinator)
    blank = client.get(reverse("sheets:blank_xlsx", args=["2-4"]))

    def work(page: Any) -> None:
        page.cell(row_of(page, "long_goal"), 3).value = "海まで歩く"
        page.cell(row_of(page, "goals[0]"), 2).value = "庭に出る"

    page = upload(
        client, reverse("coordination:plan_edit", args=[plan.id]), changed(blank.content, work)
    ).content.decode()
    assert "海まで歩く" in page and "庭に出る" in page
    assert "二人でこの家で暮らしたい" in page and "月に1回外に出る" in page
    assert "違うところは2か所" in page


def test_an_answer_that_finds_no_place_is_named_and_not_dropped_in_silence(cast):
    """A sixth goal in the file, and a page with none."""
    (part,) = WORKBOOKS["2-6"](cast.worker)

    def work(page: Any) -> None:
        page.cell(row_of(page, "result_#2"), 3).value = "二つ目はできた"

    content = changed(blank_book(TOWN, [part]), work)
    shown = part.build(None)
    for name in [name for name in shown["form"].fields if name.startswith(("result_0", "achievement_0"))]:
        del shown["form"].fields[name]
    shown["form"].SECTIONS = ()
    (fault,) = read(content, facts_of(part), shown).faults
    assert (fault.column, fault.value) == (
        "C",
        "二つ目はできた",
    ) and "入れるところがありません" in fault.reason


@pytest.mark.parametrize("code", CODES)
def test_nobody_but_a_worker_at_a_desk_gets_a_blank(code, cast, sign_in):
    address = reverse("sheets:blank_xlsx", args=[code])
    assert sign_in(cast.administrator).get(address).status_code == 404
    assert sign_in(cast.worker).get(address).content[:2] == b"PK"


def test_a_workbook_has_the_towns_name_of_the_sheet_its_labels_and_not_what_it_leaves_out(cast, monkeypatch):
    """R-DEL-05: and what is left out keeps its answer when the file comes back."""
    town = load("hokuei")
    paper = replace(
        town.paper,
        labels={"referral.requests": "お願いしたいこと", "referral.つなぐ理由": "つなぐわけ"},
        hidden=("referral.wish", "referral.receiver"),
    )
    monkeypatch.setattr(profile, "current", lambda: replace(town, paper=paper))
    part = WORKBOOKS["2-1-2"](cast.worker)[0]
    now = part.build(None)
    now["form"].initial["wish"] = "人前は苦手"
    content = book_of(facts_of(part), now)
    page = load_workbook(BytesIO(content)).worksheets[0]
    words = {str(cell) for row in page.iter_rows(max_col=2, values_only=True) for cell in row if cell}

    assert page["B1"].value == "つなぐシート"
    assert {"お願いしたいこと: 相談", "つなぐわけ", "つなぎ先"} <= words
    assert "本人の意向" not in words
    reading = read_book(content, facts_of(part), now)
    assert (reading.faults, reading.data["wish"]) == ([], "人前は苦手")


def test_the_receiving_side_of_a_referral_can_be_answered_in_a_workbook(cast, sign_in):
    """FORMS 2-1-2: 受領日, 担当者, 回答, 回答日, 協議 — and the follow-up on its own page."""
    parts = {part.title: part.build(None)["form"] for part in WORKBOOKS["2-1-2"](cast.worker)}

    assert {"received_on", "answered_by", "answer", "on", "talk_note"} <= set(
        parts["2-1-2 つなぎ先の返事"].fields
    )
    assert {"on", "result"} <= set(parts["2-1-2 フォローアップ"].fields)
    assert {"answer", "follow-up", "refer", "hand-back"} <= set(SHEETS)

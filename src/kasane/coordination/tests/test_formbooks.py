"""Every sheet goes out as a workbook and comes back without a loss (issue 6, R-OPS-02)."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kasane.agencies.models import Agency
from kasane.cases.formbook.book import Facts, book_of
from kasane.cases.formbook.page import differences
from kasane.cases.formbook.reading import NotOurs, read_book
from kasane.cases.tests.answering import filled, said
from kasane.coordination.models import Plan
from kasane.coordination.tests.formbooks import builders
from kasane.disclosure.viewer import acting_as

FACTS = Facts("plan", "1", "美咲町", "2-4 プラン", "R7-0001")
NAMES = (
    "application", "plan", "connectedness", "monitoring", "evaluation", "assessment-route", "assessment-family", "assessment-health",
    "assessment-economy", "assessment-work", "assessment-issues", "assessment-strengths", "assessment-wishes", "assessment-summary",
)  # fmt: skip


@pytest.fixture
def forms_of(cast):
    return builders(list(Agency.objects.order_by("order")[:4]))


@pytest.mark.parametrize("name", NAMES)
def test_what_was_answered_comes_back_equal(name, forms_of):
    build = forms_of[name]

    # A failing example is read as it is: making it smaller would write thousands of workbooks.
    @settings(
        max_examples=5,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(st.data())
    def back(data: Any) -> None:
        typed = build(filled(data.draw, build(None)))
        reading = read_book(book_of(FACTS, typed), FACTS, typed)
        assert reading.faults == []
        assert said(build(reading.data)) == said(typed)
        assert differences(typed, build(reading.data)) == []

    back()


def changed(content: bytes, change: Any) -> bytes:
    """The workbook after somebody worked on it."""
    book = load_workbook(BytesIO(content))
    change(book.worksheets[0])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def row_of(page: Any, key: str) -> int:
    return next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == key)


def test_a_cell_that_can_not_be_read_is_named_by_row_column_value_and_reason(forms_of):
    now = forms_of["plan"](None)

    def spoil(page: Any) -> None:
        page.cell(row_of(page, "lead_agency"), 3).value = "どこにもない機関"
        page.cell(row_of(page, "wish"), 3).value = "=1+2"

    reading = read_book(changed(book_of(FACTS, now), spoil), FACTS, now)
    page = load_workbook(BytesIO(book_of(FACTS, now))).worksheets[0]
    found = {(fault.row, fault.column, fault.value): fault.reason for fault in reading.faults}
    assert "選択肢にありません" in found[row_of(page, "lead_agency"), "C", "どこにもない機関"]
    assert "式" in found[row_of(page, "wish"), "C", "=1+2"]


def test_rows_put_in_between_are_read_and_emptied_ones_go(forms_of):
    now = forms_of["plan"](None)

    def work(page: Any) -> None:
        first = row_of(page, "goals[0]")
        for column in (2, 3, 4):
            page.cell(first, column).value = None
        page.insert_rows(first + 1)
        page.cell(first + 1, 2).value = "あいだに入れた目標"

    reading = read_book(changed(book_of(FACTS, now), work), FACTS, now)
    goals = forms_of["plan"](reading.data)["goals"]
    assert goals.is_valid()
    assert [goal.text for goal in goals.lines()] == ["=2+3 と書いた目標", "あいだに入れた目標"]


def test_a_row_that_was_thrown_away_keeps_what_stands_now(forms_of):
    now = forms_of["plan"](None)
    reading = read_book(
        changed(book_of(FACTS, now), lambda page: page.delete_rows(row_of(page, "wish"))), FACTS, now
    )
    assert ["本人・世帯の望む姿" in fault.reason for fault in reading.faults] == [True]


def test_a_date_that_excel_made_its_own_is_read_as_a_day(forms_of):
    from datetime import datetime

    now = forms_of["plan"](None)

    def type_(page: Any) -> None:
        page.cell(row_of(page, "starts_on"), 3).value = datetime(2025, 6, 1)

    reading = read_book(changed(book_of(FACTS, now), type_), FACTS, now)
    assert reading.data["starts_on"] == "令和7年6月1日"


@pytest.mark.parametrize(
    "other",
    [
        Facts("evaluation", "1", "美咲町", "", ""),
        Facts("plan", "2", "美咲町", "", ""),
        Facts("plan", "1", "北栄町", "", ""),
        Facts("plan", "1", "美咲町", "", "", schema=0),
    ],
    ids=["form", "row", "town", "schema"],
)
def test_the_file_of_something_else_is_refused(other, forms_of):
    now = forms_of["plan"](None)
    with pytest.raises(NotOurs):
        read_book(book_of(other, now), FACTS, now)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", "ただの文".encode()])
def test_what_is_no_workbook_is_refused(content, forms_of):
    with pytest.raises(NotOurs):
        read_book(content, FACTS, forms_of["plan"](None))


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda page: page.cell(1_048_576, 2, "x"), "3000行"),
        (lambda page: page.cell(5, 16_384, "x"), "40列"),
        (lambda page: page.merge_cells("H1:K9"), "結合"),
    ],
    ids=["far below", "far right", "merged"],
)
def test_a_small_file_that_spans_millions_of_cells_is_refused_before_it_is_read(spoil, told, forms_of):
    now = forms_of["plan"](None)
    with pytest.raises(NotOurs, match=told):
        read_book(changed(book_of(FACTS, now), spoil), FACTS, now)


def upload(client: Any, url: str, content: bytes) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    return client.post(url, {"book": SimpleUploadedFile("plan.xlsx", content)})


def test_a_plan_filled_in_elsewhere_is_compared_on_its_page_and_saved_only_by_the_worker(assessed, sign_in):
    plan = assessed.make()
    client, url = sign_in(assessed.cast.coordinator), reverse("coordination:plan_edit", args=[plan.id])
    file = client.get(url, {"book": "xlsx"})
    assert file["Content-Type"].endswith("sheet")

    def work(page: Any) -> None:
        page.cell(row_of(page, "wish"), 3).value = "𠮷田さんと海を見たい"

    page = upload(client, url, changed(file.content, work))
    words = page.content.decode()
    assert page.status_code == 200
    assert "二人でこの家で暮らしたい" in words and words.count("𠮷田さんと海を見たい") == 2
    with acting_as(assessed.cast.coordinator):
        assert Plan.objects.get(pk=plan.pk).wish == "二人でこの家で暮らしたい"


def test_a_file_with_a_wrong_cell_comes_back_with_the_cell(assessed, sign_in):
    plan = assessed.make()
    client, url = sign_in(assessed.cast.coordinator), reverse("coordination:plan_edit", args=[plan.id])
    file = client.get(url, {"book": "xlsx"})

    def work(page: Any) -> None:
        page.cell(row_of(page, "starts_on"), 3).value = "来月のどこか"

    page = upload(client, url, changed(file.content, work))
    assert page.status_code == 422
    assert "来月のどこか" in page.content.decode() and "日付として読めません" in page.content.decode()


def test_taking_the_file_out_is_in_the_log(assessed, sign_in):
    """R-DIS-08"""
    from kasane.disclosure.queries import readings_of

    plan = assessed.make()
    client = sign_in(assessed.cast.coordinator)
    client.get(reverse("coordination:plan_edit", args=[plan.id]), {"book": "xlsx"})
    with acting_as(assessed.cast.coordinator):
        assert "2-4 プラン(Excel)" in str(readings_of(assessed.case.id, most=10))


def test_a_stranger_gets_no_file(assessed, sign_in):
    plan = assessed.make()
    url = reverse("coordination:plan_edit", args=[plan.id])
    assert sign_in(assessed.cast.stranger).get(url, {"book": "xlsx"}).status_code == 404

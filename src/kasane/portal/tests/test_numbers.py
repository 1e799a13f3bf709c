"""相談の件数: the page, the file, and that the town's numbers tell nothing the closed tables do not (R-GRT-02)."""

from __future__ import annotations

import os
from datetime import date
from fractions import Fraction
from io import BytesIO
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from psycopg.types.json import Jsonb

from kasane.agencies.models import Agency
from kasane.disclosure.viewer import acting_as
from kasane.intake.numbers.periods import Period
from kasane.intake.numbers.sheets import Line, Sheet
from kasane.intake.tests.factories import DAY, receive
from kasane.portal.reports.models import PublishedCounts
from kasane.portal.reports.numbers import town
from kasane.portal.reports.numbers.chart import chart
from kasane.portal.reports.numbers.combined import SEVERAL, fields_of, joined
from kasane.portal.reports.numbers.pieces import Piece
from kasane.portal.reports.rules import (
    by_columns,
    content,
    first_day,
    publish,
    publish_together,
    publish_year,
)
from kasane.portal.reports.tables import BY_KEY

HERE = "/structure/numbers/"
LEAST = 4
YEAR = 2031
APRIL = {"period": "any", "since": "2025-04-01", "until": "2025-04-30"}


def closed(counts):
    """What the nightly closing publishes of one table in one year, and the quarters it told."""
    rows, periods, begun = [], [], 0
    for last in (3, 6, 9, 12):
        months = range(begun + 1, last + 1)
        part = {row: {m: n for m, n in found.items() if m in months} for row, found in counts.items()}
        found = publish_together([part], months, LEAST)
        if found is None:
            continue
        periods.append((by_columns(part, found[0].columns), found[0]))
        rows.append(_row(begun + 1, last, content(found[0], {})))
        begun = last
    rest = {row: sum(n for m, n in found.items() if m > begun) for row, found in counts.items()}
    totals, total = publish_year(periods, rest, LEAST)
    if periods:
        rows.append(_row(0, 0, {"totals": totals, "total": total, "names": {}}))
    return rows


def _row(first, last, said):
    return PublishedCounts(
        table="outcome", year=YEAR, first=first, last=last, least=LEAST, closed_on=DAY, content=said
    )


def told(rows, first, last):
    """The sheet of the months from `first` to `last` of the fiscal year."""
    wanted = Period(first_day(YEAR, first), date.fromordinal(first_day(YEAR, last + 1).toordinal() - 1))
    return town._sheet(BY_KEY["outcome"], sorted(rows, key=lambda row: row.first), wanted)


COUNTS = st.dictionaries(
    st.sampled_from(["own", "information", "refer", "conference"]),
    st.dictionaries(st.integers(1, 12), st.integers(0, 9)),
    min_size=2,
)
MONTHS = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(lambda pair: (min(pair), max(pair)))


def labelled(counts):
    names = BY_KEY["outcome"].rows
    return {names[key]: found for key, found in counts.items()}


def months_of(head):
    """The months of the fiscal year that a column's head names: 「4月」, 「4〜6月」."""
    first, _, last = head.removesuffix("月").partition("〜")
    one, other = ((int(month) - 4) % 12 + 1 for month in (first, last or first))
    return range(one, other + 1)


@settings(max_examples=60)
@given(COUNTS, MONTHS)
def test_a_number_that_is_shown_is_true_and_never_small(counts, months):
    one = told(closed(counts), *months)
    assume(one is not None)
    true = labelled(counts)
    heads = [head for head in one.columns if head != "計"]
    spans = [months_of(head) for head in heads]
    if len(heads) > 1:
        spans.append([month for span in spans for month in span])
    for line in one.lines:
        for cell, span in zip(line.cells, spans, strict=True):
            assert cell is None or cell == sum(true.get(line.label, {}).get(month, 0) for month in span)
            assert cell is None or cell == 0 or cell >= LEAST


@settings(max_examples=60)
@given(COUNTS, MONTHS, MONTHS)
def test_two_periods_beside_each_other_solve_no_number_that_was_left_out(counts, months, others):
    """A reader sets up every sum of both pages and solves for what is missing."""
    equations, unknown = [], set()
    for span in (months, others):
        one = told(closed(counts), *span)
        if one is None:
            continue
        heads = [head for head in one.columns if head != "計"]
        # The sums of a year may hold months of which no column tells; then a note says so.
        more = ["それから"] if any("少ないため" in note for note in one.notes) else []
        for line in one.lines:
            unknown |= {
                (line.label, head) for head, cell in zip(heads, line.cells, strict=False) if cell is None
            } | {(line.label, head) for head in more}
            if len(line.cells) > len(heads) and line.cells[-1] is not None:
                equations.append({(line.label, head) for head in [*heads, *more]})
        for head in heads if not more or one.total.cells[-1] is None else [*heads, *more]:
            equations.append({(line.label, head) for line in one.lines})
    assume(unknown)
    assert not solved([one & unknown for one in equations], unknown)


def solved(equations, unknown):
    """The unknowns that a system of sums determines: whose own row stands in its reduced form."""
    names = sorted(unknown)
    rows = [[Fraction(name in one) for name in names] for one in equations if one]
    at = 0
    for column in range(len(names)):
        pivot = next((n for n in range(at, len(rows)) if rows[n][column]), None)
        if pivot is None:
            continue
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][column] for value in rows[at]]
        for n, row in enumerate(rows):
            if n != at and row[column]:
                rows[n] = [a - row[column] * b for a, b in zip(row, rows[at], strict=True)]
        at += 1
    return {names[next(n for n, v in enumerate(row) if v)] for row in rows if sum(v != 0 for v in row) == 1}


def test_the_attacker_of_these_tests_solves_what_can_be_solved():
    assert solved([{"a", "b"}, {"b"}], {"a", "b"}) == {"a", "b"}
    assert solved([{"a", "b"}], {"a", "b"}) == set()


def test_the_sums_of_the_year_fill_what_its_months_leave_out():
    counts = {
        "own": {m: 20 for m in range(1, 13)},
        "refer": {m: 2 for m in range(1, 13)},
        "conference": {1: 9, 5: 9},
    }
    whole, half = (told(closed(counts), 1, last) for last in (12, 5))
    line = next(one for one in whole.lines if one.label == "ほかの機関につなぐ")
    assert line.cells[:-1] == (None,) * 12
    assert line.cells[-1] in (24, None)
    assert next(one for one in half.lines if one.label == line.label).cells[-1] is None


def test_a_quarter_told_as_one_is_left_out_where_the_period_cuts_it():
    counts = {"own": {1: 2, 2: 9, 3: 9, 4: 9, 5: 9, 6: 9}}
    assert told(closed(counts), 2, 6).columns == ("7月", "8月", "9月", "計")


def test_an_office_left_out_leaves_its_field_out():
    piece = Piece(YEAR, "4月", DAY, DAY, {"a": 9, "b": None, "c": 7, "d": 5}, 25)
    of_fields = joined(piece, {"a": "care", "b": "care", "c": "child"})
    assert of_fields.rows == {"care": None, "child": 7, "": 5}


def test_an_office_of_several_fields_is_in_none_of_them():
    one, two = Agency(id=uuid4(), name="一"), Agency(id=uuid4(), name="二")
    found = fields_of({"care": [one, two], "child": [two]})
    assert found == {str(one.id): "care", str(two.id): SEVERAL}


@pytest.fixture
def shown():
    """A closed quarter that everybody's connection sees; taken away afterwards."""
    counts = {"own": {1: 20, 2: 30, 3: 40}, "refer": {1: 2, 2: 30, 3: 40}, "conference": {1: 9, 2: 8, 3: 7}}
    period = content(publish(counts, [(1, 1), (2, 2), (3, 3)], 5), {})
    key = uuid4()
    with psycopg.connect(os.environ["KASANE_EMBEDDED_OWNER_URL"], autocommit=True) as owner:
        owner.execute("SET ROLE kasane_definer")
        owner.execute(
            'INSERT INTO portal_publishedcounts (id, created_at, "table", year, first, last, least, closed_on, content)'
            " VALUES (%s, now(), 'outcome', 2031, 1, 3, 5, '2031-07-11', %s)",
            [key, Jsonb(period)],
        )
        yield
        owner.execute("DELETE FROM portal_publishedcounts WHERE id = %s", [key])


SPRING = {"period": "any", "since": "2031-04-15", "until": "2031-08-02"}


def test_the_town_is_told_in_whole_closed_months(cast, sign_in, shown):
    page = sign_in(cast.manager).get(HERE, SPRING).content.decode()
    for words in (
        "町全体",
        "令和13年4月1日から令和13年8月31日まで",
        "令和13年6月30日までの数です",
        "※",
        "5件未満など",
    ):
        assert words in page


def test_the_town_is_put_together_without_a_look_at_any_consultation(cast, shown):
    with acting_as(cast.manager), CaptureQueriesContext(connection) as asked:
        found = town.town_numbers(Period(date(2031, 4, 1), date(2032, 3, 31)))
    assert found.sheets
    assert len(asked) <= 2
    assert not [one for one in asked.captured_queries if "intake_" in one["sql"] or "cases_" in one["sql"]]


def test_the_file_leaves_out_the_same_and_says_what_it_is(cast, sign_in, shown):
    answer = sign_in(cast.coordinator).get(HERE, {**SPRING, "as": "excel"})
    book = load_workbook(BytesIO(answer.content))
    cover = [row[:2] for row in book["表紙"].iter_rows(values_only=True)]
    assert ("範囲", "町全体") in cover
    assert any(fact == "※" for fact, _ in cover)
    sheet = next(one for one in book.worksheets if "対応" in one.title)
    rows = {row[0]: row[1:] for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert rows["ほかの機関につなぐ"][0] == "※"
    assert rows["計"] == (31, 68, 87, 186)


def test_a_file_that_leaves_is_in_the_log(cast, sign_in):
    with CaptureQueriesContext(connection) as asked:
        sign_in(cast.worker).get(HERE, {**APRIL, "as": "excel"})
    logged = [one["sql"] for one in asked.captured_queries if "disclosure_log_file" in one["sql"]]
    assert len(logged) == 1
    assert "相談の件数" in logged[0]
    assert "R7.4.1〜R7.4.30" in logged[0]


def test_a_worker_reads_the_numbers_of_the_own_agency(cast, sign_in):
    with acting_as(cast.worker):
        receive(cast.worker)
    page = sign_in(cast.worker).get(HERE, APRIL).content.decode()
    assert "美咲町地域包括支援センター" in page
    assert "受付方法" in page
    assert "町全体" not in page


def test_a_colleague_elsewhere_reads_none_of_them(cast, sign_in):
    with acting_as(cast.worker):
        receive(cast.worker)
    assert "この期間に数えるものはありません" in sign_in(cast.stranger).get(HERE, APRIL).content.decode()


@pytest.mark.parametrize("who", ["worker", "stranger", "disability"])
def test_the_town_is_not_for_every_worker(cast, sign_in, who):
    assert sign_in(getattr(cast, who)).get(HERE, {"scope": "town"}).status_code == 404


@pytest.mark.parametrize("asked", [{}, {"scope": "town"}, {"scope": "own"}, {"as": "excel"}])
def test_a_system_administrator_finds_nothing_here(cast, sign_in, asked):
    assert sign_in(cast.administrator).get(HERE, asked).status_code == 404


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"period": "any", "since": "2025-05-01", "until": "2025-04-01"}, "前になっています"),
        ({"period": "any", "since": "2025-05-01"}, "両方入れてください"),
        ({"period": "any", "since": "きのうのきのうのころ", "until": "2025-05-01"}, "読めません"),
        ({"since": "2010-05-01", "until": "2025-04-01"}, "10年まで"),
        ({"period": "x"}, "選択"),
    ],
)
def test_a_period_that_can_not_be_is_said_kindly(cast, sign_in, asked, words):
    answer = sign_in(cast.worker).get(HERE, asked)
    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.parametrize("period", ["month", "last_month", "quarter", "last_quarter", "year", "last_year"])
def test_every_period_opens_and_so_does_its_file(cast, sign_in, period):
    visitor = sign_in(cast.decider)
    for scope in ("own", "town"):
        assert visitor.get(HERE, {"period": period, "scope": scope}).status_code == 200
        assert visitor.get(HERE, {"period": period, "scope": scope, "as": "excel"}).status_code == 200


def test_the_page_asks_the_database_a_bounded_number_of_times(cast, sign_in, django_assert_max_num_queries):
    visitor = sign_in(cast.worker)
    visitor.get(HERE)
    with django_assert_max_num_queries(22):
        visitor.get(HERE)


def test_the_chart_reads_itself_aloud_and_leaves_the_sum_out():
    sheet = Sheet("all", "", "", "件", "", ("4月", "5月", "計"), (Line("受付シート", (3, 7, 10)),))
    drawn = chart(sheet, sheet.lines)
    assert 'aria-label="受付シート 4月 3件、5月 7件。"' in drawn
    assert drawn.count("<rect") == 2


def test_one_column_needs_no_chart():
    sheet = Sheet("all", "", "", "件", "", ("4月",), (Line("受付シート", (3,)),))
    assert chart(sheet, sheet.lines) == ""

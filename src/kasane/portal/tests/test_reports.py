"""件数の報告: what is closed, in which columns, who reads it, and that nothing smaller is ever within reach (R-GRT-02)."""

from __future__ import annotations

import os
from datetime import date
from io import BytesIO
from uuid import uuid4

import psycopg
import pytest
from django.db import connection, connections, transaction
from django.db.utils import ProgrammingError
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from psycopg.types.json import Jsonb

from kasane.agencies.models import Agency, AgencyKind, Role
from kasane.base.dates import at_noon
from kasane.base.suppression import Cell, possible
from kasane.cases.models import Case
from kasane.disclosure.definer import as_definer
from kasane.disclosure.viewer import acting_as
from kasane.portal.reports import closing
from kasane.portal.reports.models import HeldCounts, PublishedCounts
from kasane.portal.reports.queries import report
from kasane.portal.reports.rules import (
    by_columns,
    closed_quarters,
    content,
    first_day,
    left_out,
    period_cells,
    publish,
    publish_together,
    publish_year,
    reader_obstacles,
)
from kasane.portal.reports.tables import TABLES

OWNER = "owner"
SINGLE = [(1, 1), (2, 2), (3, 3)]


@pytest.mark.parametrize("role", [Role.MANAGER, Role.DECIDER, Role.COORDINATOR])
def test_who_answers_for_the_work_reads_the_counts(role):
    assert reader_obstacles(role) == []


@pytest.mark.parametrize("role", [Role.WORKER, Role.ADMINISTRATOR])
def test_others_do_not(role):
    assert [one.code for one in reader_obstacles(role)] == ["not_a_reader"]


def test_the_months_of_a_fiscal_year():
    assert first_day(2025, 1) == date(2025, 4, 1)
    assert first_day(2025, 10) == date(2026, 1, 1)
    assert first_day(2025, 13) == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("on", "quarters"),
    [
        (date(2025, 7, 10), []),
        (date(2025, 7, 11), [3]),
        (date(2026, 1, 11), [3, 6, 9]),
        (date(2026, 4, 10), [3, 6, 9]),
        (date(2026, 4, 11), [3, 6, 9, 12]),
    ],
)
def test_a_quarter_is_closed_ten_days_after_its_end(on, quarters):
    assert closed_quarters(2025, on) == quarters


def months_of(*tables):
    periods = publish_together(tables, [1, 2, 3], 5)
    return None if periods is None else [period.columns for period in periods]


def test_months_stand_alone_where_each_is_large_enough():
    assert months_of({"a": {1: 5, 3: 9}}) == [[(1, 1), (2, 2), (3, 3)]]


def test_a_small_month_draws_the_period_together():
    assert months_of({"a": {1: 4, 3: 9}}) == [[(1, 3)]]


def test_tables_about_the_same_people_are_shown_in_the_same_columns():
    assert months_of({"a": {1: 6, 2: 6, 3: 9}}, {"a": {1: 4, 2: 8, 3: 9}}) == [[(1, 3)], [(1, 3)]]


def test_one_table_that_can_not_be_told_keeps_the_others_waiting():
    assert months_of({"a": {1: 5}}, {"a": {1: 2}, "b": {1: 3}}) is None


def test_a_period_that_is_small_in_all_waits():
    assert months_of({"a": {1: 2}, "b": {2: 2}}) is None


def test_a_small_number_and_what_gives_it_away_are_left_out():
    period = publish({"a": {1: 2, 2: 20, 3: 9}, "b": {1: 9, 2: 30, 3: 9}, "c": {1: 8, 2: 7, 3: 6}}, SINGLE, 5)
    assert period.rows["a"][0] is None
    assert sum(row[0] is None for row in period.rows.values()) >= 2
    assert period.column_totals == [19, 57, 24]


def test_nothing_at_all_is_a_table_of_zeros():
    period = publish({}, SINGLE, 5)
    assert period.rows == {}
    assert period.column_totals == [0, 0, 0]


ROWS = st.dictionaries(
    st.sampled_from("abcd"), st.dictionaries(st.integers(1, 12), st.integers(0, 9)), min_size=2
)


@settings(max_examples=100, deadline=None)
@given(ROWS)
def test_the_sums_of_the_year_tell_no_number_that_a_quarter_left_out(counts):
    """The reader knows every closed quarter and the sums of the year at once."""
    least = 4
    periods, begun = [], 0
    for last in (3, 6, 9, 12):
        months = range(begun + 1, last + 1)
        part = {row: {m: n for m, n in found.items() if m in months} for row, found in counts.items()}
        closed = publish_together([part], months, least)
        if closed is not None:
            periods.append((by_columns(part, closed[0].columns), closed[0]))
            begun = last
    assume(periods)
    rest = {row: sum(n for m, n in found.items() if m > begun) for row, found in counts.items()}
    totals, total = publish_year(periods, rest, least)
    assume(totals)
    assert total in (None, sum(sum(found.values()) for found in counts.values()))
    assert total is None or sum(rest.values()) == 0 or sum(rest.values()) >= least
    cells: dict = {}
    hidden = set()
    for n, (values, shown) in enumerate(periods):
        cells |= period_cells(values, label=f"p{n}")
        hidden |= left_out(shown, label=f"p{n}")
    for row, number in rest.items():
        cells["rest", row] = Cell(("year", row), "rest", number)
        hidden |= {("rest", row)} if number else set()
    if total is None:
        cells["rest",] = Cell("rest", "all", sum(rest.values()))
        hidden.add(("rest",))
    for row, shown_total in totals.items():
        value = sum(counts[row].values())
        assert shown_total in (None, value)
        cells["year", row] = Cell("all", ("year", row), value)
        if shown_total is None and value:
            hidden.add(("year", row))
    for key in hidden:
        low, high = possible(cells, hidden, key, most=least)
        assert high - low >= least - 1


def test_a_rest_that_any_sum_would_tell_keeps_the_year_without_sums():
    nothing = publish({}, SINGLE, 4)
    assert publish_year([({}, nothing)], {"a": 2, "b": 2}, 4) == ({}, None)


@pytest.fixture
def town(db):
    """Cases of 2023: many at one agency in each month, two at another in May; written as the owner."""
    with transaction.atomic(using=OWNER):
        big, small = (
            Agency.objects.using(OWNER).create(key=key, name=name, kind=AgencyKind.DIVISION)
            for key, name in (("big", "大きな課"), ("small", "小さな課"))
        )
        made = [(big, month, n) for month in (4, 5, 6) for n in range(8)] + [(small, 5, n) for n in range(2)]
        with as_definer():
            for number, (agency, month, _) in enumerate(made):
                day = date(2023, month, 10)
                Case(
                    year=2023, number=9000 + number, opened_on=day, responsible_agency=agency, touched_at=at_noon(day),
                    stage="support" if agency == big else "closed", closed_on=None if agency == big else day,
                ).save(using=OWNER)  # fmt: skip
        yield


databases = pytest.mark.django_db(databases=["default", "owner"])


def published(table):
    with as_definer():
        return list(PublishedCounts.objects.using(OWNER).filter(table=table, year=2023).order_by("first"))


@databases
def test_quarters_are_closed_with_small_numbers_left_out(town):
    closing.close(on=date(2023, 8, 1))
    (row,) = published("stage")
    assert (row.first, row.last) == (1, 3)
    shown = row.content["rows"]
    assert shown["closed"] == [0, None, 0]
    assert shown["support"][1] is None
    assert row.content["column_totals"] == [8, 10, 8]


@databases
def test_closing_again_changes_nothing_though_more_was_written(town):
    closing.close(on=date(2023, 8, 1))
    with as_definer():
        Case.objects.using(OWNER).filter(number=9000).update(opened_on=date(2023, 5, 2))
    assert closing.close(on=date(2023, 8, 2)) == 0


@databases
def test_the_year_is_summed_up_when_its_last_quarter_is_closed(town):
    closing.close(on=date(2024, 4, 11))
    rows = published("stage")
    assert [(row.first, row.last) for row in rows] == [(0, 0), (1, 3), (4, 6), (7, 9), (10, 12)]
    assert rows[0].content["totals"] == {"support": None, "closed": None}


@databases
def test_every_table_is_counted_and_two_closures_alone_wait(town):
    assert closing.close(on=date(2023, 8, 1)) == len(TABLES) - 1
    assert published("closure") == []


@pytest.fixture
def shown():
    """A closed quarter that everybody's connection sees; taken away afterwards."""
    counts = {"support": {1: 20, 2: 30, 3: 40}, "closed": {1: 2, 2: 30, 3: 40}, "plan": {1: 9, 2: 8, 3: 7}}
    period = content(publish(counts, SINGLE, 5), {})
    key = uuid4()
    with psycopg.connect(os.environ["KASANE_EMBEDDED_OWNER_URL"], autocommit=True) as owner:
        owner.execute("SET ROLE kasane_definer")
        owner.execute(
            'INSERT INTO portal_publishedcounts (id, created_at, "table", year, first, last, least, closed_on, content)'
            " VALUES (%s, now(), 'stage', 2031, 1, 3, 5, '2031-07-11', %s)",
            [key, Jsonb(period)],
        )
        yield
        owner.execute("DELETE FROM portal_publishedcounts WHERE id = %s", [key])


def test_the_report_is_there_for_readers_in_the_database_too(cast, shown):
    for actor in (cast.manager, cast.decider, cast.coordinator):
        with acting_as(actor):
            assert report("stage", "2031").lines
    for actor in (cast.worker, cast.stranger, cast.administrator, None):
        with acting_as(actor):
            assert not PublishedCounts.objects.exists()


@pytest.mark.parametrize(
    "statement", ["SELECT * FROM portal_heldcounts", "DELETE FROM portal_publishedcounts"]
)
def test_the_web_role_reads_nothing_behind_the_tables_and_changes_none(cast, statement):
    with (
        acting_as(cast.manager),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        connection.cursor().execute(statement)


@databases
def test_not_even_the_definer_changes_what_is_published(town):
    closing.close(on=date(2023, 8, 1))
    with pytest.raises(ProgrammingError, match="permission denied"), as_definer():
        connections[OWNER].cursor().execute("UPDATE portal_publishedcounts SET content = '{}'")
    assert HeldCounts._meta.db_table == "portal_heldcounts"


def test_the_page_shows_the_sign_instead_of_small_numbers(cast, sign_in, shown):
    page = sign_in(cast.manager).get("/structure/counts/?table=stage&year=2031").content.decode()
    assert "令和13年度" in page
    assert "※" in page
    assert "5ケース未満など" in page
    assert "4〜6月計" in page


def test_the_excel_file_leaves_out_the_same(cast, sign_in, shown):
    answer = sign_in(cast.coordinator).get("/structure/counts/?table=stage&year=2031&as=excel")
    sheet = load_workbook(BytesIO(answer.content)).active
    table = {row[0]: row[1:] for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert table["終結"][0] == "※"
    assert table["計"] == (31, 68, 87, 186)


def test_the_page_says_kindly_that_nothing_is_closed(cast, sign_in):
    page = sign_in(cast.decider).get("/structure/counts/").content.decode()
    assert "まだ出せません" in page


@pytest.mark.parametrize("who", ["worker", "stranger", "administrator"])
def test_the_page_is_closed_to_others(cast, sign_in, shown, who):
    assert sign_in(getattr(cast, who)).get("/structure/counts/").status_code == 403


def test_what_is_asked_for_wrongly_gets_the_first_table(cast, sign_in, shown):
    assert sign_in(cast.manager).get("/structure/counts/?table=x&year=9x").status_code == 200


@pytest.mark.parametrize("year", ["9" * 5000, "²", "-1", "", "1900"])
def test_a_year_that_is_not_there_shows_the_newest(cast, sign_in, year):
    assert sign_in(cast.manager).get("/structure/counts/", {"year": year}).status_code == 200

"""本人の年齢と分野 of the town: told once a year, and telling nothing that ages and topics leave out (R-GRT-02)."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.db import transaction
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kasane.agencies.models import Agency, AgencyKind, User
from kasane.base.dates import at_noon
from kasane.base.ids import new_id
from kasane.base.suppression import Cell, possible
from kasane.cases.models import Case
from kasane.disclosure.definer import OWNER, as_definer
from kasane.intake.models import Reception
from kasane.intake.numbers.periods import Period
from kasane.people.models import Person
from kasane.portal.reports import closing
from kasane.portal.reports.models import HeldCounts, PublishedCounts
from kasane.portal.reports.numbers.combined import ages_by_field
from kasane.portal.reports.split import (
    TOGETHER,
    Side,
    Split,
    by_field,
    fields_shown,
    publish_split,
    read_split,
    split_content,
)

LEAST = 4
AGES = ("18", "40", "65", "75")
FIELDS = ("elderly", "disability", "child", "hardship")


def side(place, counts, left_out=(), hidden=()):
    """One side of a cross: its sums, and the same numbers as those of one stretch."""
    sums: Counter[str] = Counter()
    for key, number in counts.items():
        sums[key[place]] += number
    shown = {key: None if key in hidden else number for key, number in sums.items()}
    return Side(shown, {key: {"whole": number} for key, number in sums.items()}, left_out)


def crossed(counts, *, hidden_rows=(), hidden_columns=(), rows_left_out=()):
    return publish_split(
        counts,
        rows=side(0, counts, rows_left_out, hidden_rows),
        columns=side(1, counts, (), hidden_columns),
        total=sum(counts.values()),
        least=LEAST,
    )


BIG = {(age, field): 10 + n for n, (age, field) in enumerate((a, f) for a in AGES for f in FIELDS)}


def test_a_cross_of_large_numbers_is_told_whole():
    split = crossed(BIG)
    assert split is not None
    assert not any(cell is None for line in split.cells for cell in line)
    assert split.total == sum(BIG.values()) == sum(split.row_sums) == sum(split.column_sums)


def test_a_small_number_and_what_gives_it_away_are_left_out():
    split = crossed({**BIG, ("18", "child"): 2})
    assert split.cells[0][split.columns.index("child")] is None
    assert sum(cell is None for line in split.cells for cell in line) >= 4


def test_ages_that_their_own_table_leaves_out_are_told_together():
    split = crossed(BIG, hidden_rows=("18", "75"))
    assert split.rows == ["40", "65", TOGETHER]
    assert split.cells[2][0] == BIG["18", "elderly"] + BIG["75", "elderly"]


def test_fields_with_a_topic_left_out_are_told_together():
    assert crossed(BIG, hidden_columns=("child", "hardship")).columns == ["elderly", "disability", TOGETHER]


def test_nothing_is_told_where_only_one_row_would_be_left():
    assert crossed(BIG, hidden_rows=AGES) is None


def test_nothing_is_told_without_the_sum_of_all():
    one = side(0, BIG), side(1, BIG)
    assert publish_split(BIG, rows=one[0], columns=one[1], total=None, least=LEAST) is None


def test_nothing_is_told_where_the_sums_are_of_another_count():
    rows, columns = side(0, BIG), side(1, BIG)
    wrong = Side({**rows.sums, "18": 1}, rows.numbers)
    assert publish_split(BIG, rows=wrong, columns=columns, total=sum(BIG.values()), least=LEAST) is None


def test_nothing_is_told_where_it_would_tell_a_month_of_an_age():
    """All of the oldest are of one field, and all of that field are of the oldest: so are their months."""
    counts = {("75", "elderly"): 20, ("40", "hardship"): 20, ("65", "hardship"): 9}
    assert crossed(counts) is not None
    assert crossed(counts, rows_left_out=[("75", "whole", 20)]) is None


CROSS = st.dictionaries(
    st.tuples(st.sampled_from(AGES), st.sampled_from(FIELDS)), st.integers(0, 9), min_size=6
)


@settings(max_examples=150, deadline=None)
@given(CROSS, st.sets(st.sampled_from(AGES), max_size=3), st.sets(st.sampled_from(FIELDS), max_size=3))
def test_each_number_left_out_keeps_its_room_though_all_sums_are_known(counts, hidden_rows, hidden_columns):
    split = crossed(counts, hidden_rows=hidden_rows, hidden_columns=hidden_columns)
    assume(split is not None)
    true: Counter[tuple[str, str]] = Counter()
    for (row, column), number in counts.items():
        place = (TOGETHER if row in hidden_rows else row, TOGETHER if column in hidden_columns else column)
        true[place] += number
    cells = {place: Cell(("row", place[0]), ("column", place[1]), n) for place, n in true.items()}
    hidden = set()
    for row, line in zip(split.rows, split.cells, strict=True):
        for column, cell in zip(split.columns, line, strict=True):
            assert cell in (None, true[row, column])
            assert cell is None or cell == 0 or cell >= LEAST
            hidden |= {(row, column)} if cell is None else set()
    for key in hidden:
        low, high = possible(cells, hidden, key, most=LEAST)
        assert high - low >= LEAST - 1


def test_topics_are_added_up_by_their_field():
    assert by_field({"75/care": 3, "75/rent": 2, "75/debt": 1, "75/": 4}) == {
        ("75", "elderly"): 3,
        ("75", "hardship"): 3,
        ("75", ""): 4,
    }


def test_a_topic_left_out_leaves_its_field_out():
    assert fields_shown({"rent": 5, "debt": None, "care": 7, "": 6}) == {
        "hardship": None,
        "elderly": 7,
        "": 6,
    }


def test_what_is_kept_is_read_again():
    split = crossed(BIG)
    assert read_split(split_content(split)) == split
    assert read_split(split_content(None)) is None


def test_the_page_tells_the_cross_of_whole_years_alone():
    row = PublishedCounts(
        table="age_field", year=2024, first=0, last=0, least=5, closed_on=date(2025, 4, 11),
        content=split_content(Split(["18", TOGETHER], ["elderly", ""], [[6, None], [None, 9]], [8, 12], [9, 11], 20)),
    )  # fmt: skip
    (sheet,) = ages_by_field([row], Period(date(2024, 4, 1), date(2025, 3, 31)))
    assert sheet.columns == ("高齢・介護", "ほか・決められない", "計")
    assert [line.label for line in sheet.lines] == ["18歳未満", "ほかの年齢(まとめた数)"]
    assert sheet.lines[0].cells == (6, None, 8)
    assert ages_by_field([row], Period(date(2024, 4, 1), date(2025, 2, 28))) == []


def receptions(day: date, agency: Agency, user: User, *, first: int) -> list[tuple[Case, Person, Reception]]:
    """A month: people of thirty and of eighty, with debts and in need of care."""
    made = []
    for age, topic, times in ((30, "debt", 9), (80, "care", 9), (80, "debt", 6), (30, "care", 5)):
        for _ in range(times):
            case = Case(
                id=new_id(), year=2022, number=first + len(made), opened_on=day, responsible_agency=agency,
                touched_at=at_noon(day), stage="support",
            )  # fmt: skip
            person = Person(
                case=case, kinds=1, is_subject=True, family_name="見本", birth_date=date(day.year - age, 1, 1)
            )
            reception = Reception(
                case=case, kinds=1, received_on=day, agency=agency, received_by=user, channel="phone",
                consulter_is="self", overview="x", topics=[topic, "other"], main_topic=topic,
            )  # fmt: skip
            made.append((case, person, reception))
    return made


@pytest.fixture
def town(db):
    """A whole fiscal year of such months."""
    with transaction.atomic(using=OWNER), as_definer():
        agency = Agency.objects.using(OWNER).create(key="one", name="一つの課", kind=AgencyKind.DIVISION)
        user = User.objects.using(OWNER).create(name="担当", email="x@example.jp")
        made = []
        for month in range(12):
            day = date(2022 + (month + 3) // 12, (month + 3) % 12 + 1, 10)
            made += receptions(day, agency, user, first=1 + month * 100)
        for model, rows in zip((Case, Person, Reception), zip(*made, strict=True), strict=True):
            model._default_manager.using(OWNER).bulk_create(rows)
        yield


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_cross_is_told_when_the_year_is_closed_and_not_before(town):
    closing.close(on=date(2023, 1, 20))
    with as_definer():
        rows = PublishedCounts.objects.using(OWNER).filter(table="age_field")
        assert [read_split(row.content) for row in rows] == [None, None, None]
        assert HeldCounts.objects.using(OWNER).filter(published__table="age_field").count() == 3
    closing.close(on=date(2023, 4, 20))
    with as_definer():
        year = PublishedCounts.objects.using(OWNER).get(table="age_field", first=0)
        split = read_split(year.content)
    assert (split.rows, split.columns) == (["40", "200"], ["elderly", "hardship"])
    assert split.cells == [[60, 108], [108, 72]]


@pytest.mark.django_db(databases=["default", "owner"])
def test_topics_ticked_beside_the_main_one_are_a_table_of_their_own(town):
    closing.close(on=date(2023, 4, 20))
    with as_definer():
        year = PublishedCounts.objects.using(OWNER).get(table="also_topic", first=0)
    assert year.content["totals"] == {"other": 348}

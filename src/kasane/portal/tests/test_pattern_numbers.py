"""The nightly refresh over all open cases, and numbers that give nobody away (R-PEO-03, R-GRT-02)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connections, transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, AgencyKind, Area, Post, Role, User
from kasane.base.choices import Issue
from kasane.base.dates import at_noon, fiscal_year, today
from kasane.base.kinds import DataKind
from kasane.cases.models import Case
from kasane.coordination.choices import issue_kinds
from kasane.coordination.models import Assessment, PersonIssue
from kasane.people.models import Pattern, Person
from kasane.portal.patterns import counts
from kasane.portal.patterns.night import refresh_all

pytestmark = pytest.mark.django_db(databases=["default", "owner"])
OWNER = "owner"
LIFE = int(DataKind.BASIC | DataKind.LIFE)


@pytest.fixture
def town(monkeypatch):
    """An agency, its worker and two areas, written by the owner, whose transaction the numbers are read in."""
    monkeypatch.setattr(counts, "connection", connections[OWNER])
    agency = Agency.objects.using(OWNER).create(key="night", name="夜の課", kind=AgencyKind.DIVISION)
    user = User(login="night", name="夜 見子")
    user.save(using=OWNER)
    post = Post(user=user, agency=agency, role=Role.MANAGER, starts_on=date(2020, 4, 1))
    areas = [
        Area.objects.using(OWNER).create(key=name, name=name, kind="地区") for name in ("東", "西", "南")
    ]
    return Actor(user=user, post=post), areas


@pytest.fixture
def as_definer():
    """Rows of all cases, as the nightly refresh may write them."""

    class Role:
        def __enter__(self):
            with connections[OWNER].cursor() as cursor:
                cursor.execute("SET LOCAL ROLE kasane_definer")

        def __exit__(self, *_):
            with connections[OWNER].cursor() as cursor:
                cursor.execute("RESET ROLE")

    return Role()


class Book:
    """Cases 8050, numbered through."""

    def __init__(self, actor, role):
        self.actor, self.role, self.count = actor, role, 0

    def case(self, *, area=None, mother=83, son=52, isolated=True, stage="reception", closed_on=None):
        self.count += 1
        case = Case(
            year=2025, number=9000 + self.count, opened_on=date(2025, 5, 1), stage=stage, closed_on=closed_on,
            responsible_agency=self.actor.agency, touched_at=at_noon(date(2025, 5, 1)),
        )  # fmt: skip
        with self.role:
            case.save(using=OWNER)
            Person(case=case, relation="母", birth_date=_born(mother), kinds=int(DataKind.BASIC)).save(
                using=OWNER
            )
            subject = Person(case=case, is_subject=True, birth_date=_born(son), area=area)
            subject.save(using=OWNER)
            if isolated:
                sheet = Assessment(case=case, started_on=date(2025, 5, 2))
                sheet.save(using=OWNER)
                PersonIssue(
                    case=case, assessment=sheet, person=subject, issue=Issue.ISOLATION,
                    kinds=issue_kinds(Issue.ISOLATION),
                ).save(using=OWNER)  # fmt: skip
        return case

    def rows(self, **wanted):
        with self.role:
            return list(Pattern.objects.using(OWNER).filter(**wanted))


def _born(age):
    return today() - timedelta(days=round(age * 365.25) + 20)


@pytest.fixture
def book(town, as_definer):
    return Book(town[0], as_definer)


def numbers(actor, year=None, smallest=3):
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT set_config('kasane.user_id', %s, true), set_config('kasane.agency_id', %s, true)",
            [str(actor.user.id) if actor else "", str(actor.agency.id) if actor else ""],
        )
    wanted = year or fiscal_year(today())
    return {
        (code, part, area): (count, sure)
        for code, part, area, count, sure in counts._counts(wanted, smallest)
        if code == "8050"
    }


def test_the_night_finds_what_ages_bring_and_ends_what_is_closed(book):
    case, young = book.case(), book.case(mother=70)
    done = refresh_all(on=today())
    assert (done.cases, [row.code for row in book.rows(case=case, until=None)]) == (2, ["8050", "withdrawn"])
    assert [row.code for row in book.rows(case=young, until=None)] == ["withdrawn"]
    later = today() + timedelta(days=int(365.25 * 6))
    refresh_all(on=later)
    assert [(row.code, row.since) for row in book.rows(case=young, code="8050", until=None)] == [
        ("8050", later)
    ]
    with book.role, transaction.atomic(using=OWNER):
        Case.objects.using(OWNER).filter(pk=case.pk).update(stage="closed", closed_on=later)
    assert refresh_all(on=later).ended == 2
    assert {row.until for row in book.rows(case=case)} == {later}


def test_the_night_changes_nothing_when_run_twice_and_says_when_it_looked(book):
    case = book.case()
    refresh_all(on=today() - timedelta(days=1))
    before = [(row.pk, row.since) for row in book.rows(case=case)]
    assert refresh_all(on=today()).patterns == refresh_all(on=today()).patterns == 2
    after = book.rows(case=case)
    assert [(row.pk, row.since) for row in after] == before
    assert {row.checked_on for row in after} == {today()}


def test_the_night_looks_at_any_number_of_cases_with_as_many_questions(book, django_assert_max_num_queries):
    for _ in range(12):
        book.case()
    with django_assert_max_num_queries(30, connection=connections[OWNER]):
        assert refresh_all(on=today()).cases == 12


def test_small_numbers_are_left_out(book, town):
    for _ in range(2):
        book.case()
    refresh_all(on=today())
    assert numbers(town[0])["8050", "total", None] == (None, None)
    book.case()
    refresh_all(on=today())
    assert numbers(town[0])["8050", "total", None] == (3, 3)
    assert numbers(town[0], smallest=5)["8050", "total", None] == (None, None)
    assert numbers(town[0], smallest=0)["8050", "total", None] == (3, 3)


def test_the_floor_of_three_is_the_databases_own(book, town):
    book.case()
    refresh_all(on=today())
    assert numbers(town[0], smallest=0)["8050", "total", None] == (None, None)


def test_a_certain_number_is_left_out_where_the_remainder_would_be_small(book, town):
    for _ in range(4):
        book.case()
    for row in book.rows(code="8050")[:1]:
        with book.role:
            Pattern.objects.using(OWNER).filter(pk=row.pk).delete()
    refresh_all(on=today())
    with book.role:
        one = Pattern.objects.using(OWNER).filter(code="8050")[0]
        Pattern.objects.using(OWNER).filter(pk=one.pk).update(certainty="perhaps", missing=["?"])
    assert numbers(town[0])["8050", "total", None] == (4, None)


def test_an_area_that_would_give_a_small_rest_away_is_left_out_too(book, town):
    actor, (east, west, south) = town
    for area, many in ((east, 4), (west, 3), (south, 2)):
        for _ in range(many):
            book.case(area=area)
    refresh_all(on=today())
    found = numbers(actor)
    assert found["8050", "total", None][0] == 9
    assert found["8050", "area", east.pk][0] == 4
    assert ("8050", "area", west.pk) not in found and ("8050", "area", south.pk) not in found
    assert found["8050", "rest", None][0] == 5


def test_what_was_answered_is_not_counted(book, town):
    cases = [book.case() for _ in range(4)]
    refresh_all(on=today())
    with book.role:
        Pattern.objects.using(OWNER).filter(case=cases[0], code="8050").update(
            answered_on=today(), answered_by=town[0].user, answered_for=town[0].agency, answer="ちがう"
        )
    assert numbers(town[0])["8050", "total", None] == (3, 3)


def test_each_word_on_a_pattern_is_in_the_log_and_nothing_derived_is(book, town):
    case = book.case()

    def logged():
        with book.role, connections[OWNER].cursor() as cursor:
            cursor.execute(
                "SELECT act, after ->> 'answer' FROM disclosure_logentry WHERE subject = 'people_pattern'"
                " AND case_id = %s ORDER BY id",
                [case.pk],
            )
            return cursor.fetchall()

    refresh_all(on=today())
    refresh_all(on=today() + timedelta(days=400))
    assert logged() == []
    answer = {"answered_on": today(), "answered_by": town[0].user, "answered_for": town[0].agency}
    with book.role:
        rows = Pattern.objects.using(OWNER).filter(case=case, code="8050")
        rows.update(answer="ちがう", **answer)
        rows.update(answer="", **dict.fromkeys(answer))
    assert logged() == [("update", "ちがう"), ("update", "")]


def test_a_year_counts_what_held_in_it(book, town):
    for _ in range(3):
        book.case()
    this = fiscal_year(today())
    refresh_all(on=date(this - 2, 6, 1))
    with book.role:
        Pattern.objects.using(OWNER).update(until=date(this - 1, 4, 1))
    assert numbers(town[0], this - 2)["8050", "total", None] == (3, 3)
    assert numbers(town[0], this - 1) == {}
    assert counts._state()[1] == this - 2


def test_nobody_and_the_administrator_get_no_number(book, town):
    for _ in range(3):
        book.case()
    refresh_all(on=today())
    assert numbers(None) == {}
    assert counts._state() == (None, None)


@pytest.mark.django_db
def test_the_page_of_numbers_for_whom_and_empty(cast, sign_in):
    page = sign_in(cast.manager).get("/structure/patterns/")
    assert page.status_code == 200
    assert "この年度に数えられる世帯はありません" in page.content.decode()
    assert sign_in(cast.manager).get("/structure/patterns/?year=abc").status_code == 200
    assert sign_in(cast.administrator).get("/structure/patterns/").status_code == 403

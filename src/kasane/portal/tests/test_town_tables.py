"""What the town counts of answers and of 緊急の知らせ, and all topics put together (R-GRT-02, R-INT-05, R-INT-09)."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from django.db import transaction

from kasane.agencies.models import Agency, AgencyKind, User
from kasane.base.dates import at_noon
from kasane.base.ids import new_id
from kasane.cases.models import Alarm, Case
from kasane.disclosure.definer import OWNER, as_definer
from kasane.disclosure.viewer import acting_as
from kasane.intake.models import Referral
from kasane.intake.numbers.periods import Period
from kasane.portal.reports import closing
from kasane.portal.reports.models import PublishedCounts
from kasane.portal.reports.numbers.combined import all_topics
from kasane.portal.reports.numbers.pieces import drawn, pieces
from kasane.portal.reports.numbers.town import town_numbers
from kasane.portal.reports.rules import content, publish

JAPAN = timezone(timedelta(hours=9))
YEAR = Period(date(2023, 4, 1), date(2024, 3, 31))
databases = pytest.mark.django_db(databases=["default", "owner"])


@pytest.fixture
def town(db):
    """April 2023: つなぎ that were answered in time and late, and alarms of the last moment of a day in Japan."""
    with transaction.atomic(using=OWNER), as_definer():
        one, other = (
            Agency.objects.using(OWNER).create(key=key, name=key, kind=AgencyKind.DIVISION)
            for key in ("one", "other")
        )
        user = User.objects.using(OWNER).create(name="担当", email="x@example.jp")
        case = Case(
            id=new_id(), year=2023, number=9001, opened_on=date(2023, 4, 1), responsible_agency=one,
            touched_at=at_noon(date(2023, 4, 1)), stage="support",
        )  # fmt: skip
        case.save(using=OWNER)
        sent = date(2023, 4, 3)
        Referral._default_manager.using(OWNER).bulk_create(
            Referral(
                case=case, kinds=1, kind=kind, state=state, sender=one, receiver=other, sent_by=user, sent_on=sent,
                is_urgent=urgent, answered_on=sent + timedelta(days=days) if state != "withdrawn" else None, reason="x",
                requests=[],
                explained_on=sent,
                talk_on=sent,
                talk_note="x",
            )
            for urgent, days, state, kind, times in (
                (False, 1, "accepted", "refer", 9), (False, 60, "returned", "refer", 8), (True, 1, "joint", "refer", 7),
                (True, 2, "accepted", "refer", 6), (False, 1, "withdrawn", "refer", 5), (False, 1, "accepted", "hand_back", 5),
            )
            for _ in range(times)
        )  # fmt: skip
        last = datetime(2023, 6, 30, 23, 59, tzinfo=JAPAN)
        Alarm._default_manager.using(OWNER).bulk_create(
            Alarm(
                case=case, kinds=1, danger="elder", law="x", facts="x", place="x", raised_at=last, raised_by=user,
                raised_agency=one, ack_until=last + timedelta(minutes=30), safety_due=last + timedelta(hours=48),
                acknowledged_at=None if late is None else last + timedelta(minutes=31 if late else 30),
                safety_at=None if late is None else last + timedelta(hours=49 if late else 1),
            )
            for late, times in ((False, 9), (True, 7), (None, 6))
            for _ in range(times)
        )  # fmt: skip
        yield


def totals(table):
    with as_definer():
        (row,) = PublishedCounts.objects.using(OWNER).filter(table=table, year=2023, first=1)
    return row.content["totals"]


@databases
def test_answers_are_counted_by_the_town_s_days_and_in_the_month_they_came(town):
    closing.close(on=date(2023, 7, 20))
    assert totals("answer") == {
        "other/in_time": 9,
        "other/late": 8,
        "urgent/in_time": 7,
        "urgent/late": 6,
    }


@databases
def test_alarms_are_counted_by_the_days_of_japan_and_by_their_deadlines(town):
    closing.close(on=date(2023, 7, 20))
    assert totals("alarm_taken") == {"in_time": 9, "late": 7, "": 6}
    assert totals("alarm_safety") == {"in_time": 9, "late": 7, "": 6}
    assert list(totals("alarm_kind").values()) == [22]
    with as_definer():
        row = PublishedCounts.objects.using(OWNER).get(table="alarm_kind", year=2023, first=1)
    assert row.content["column_totals"] == [0, 0, 22]


@databases
def test_few_alarms_wait_and_none_are_zeros(town):
    with as_definer():
        kept = list(Alarm._default_manager.using(OWNER).values_list("pk", flat=True)[:20])
        Alarm._default_manager.using(OWNER).filter(pk__in=kept).update(
            raised_at=datetime(2023, 8, 1, tzinfo=JAPAN)
        )
    closing.close(on=date(2023, 7, 20))
    with as_definer():
        assert not PublishedCounts.objects.using(OWNER).filter(table="alarm_kind", year=2023).exists()


def closed(table, counts, year=2023):
    """The first quarter of the year as it is published."""
    period = publish(counts, [(1, 1), (2, 2), (3, 3)], 5)
    return PublishedCounts(
        table=table,
        year=year,
        first=1,
        last=3,
        least=5,
        closed_on=date(2023, 7, 11),
        content=content(period, {}),
    )


def test_all_topics_are_the_main_ones_and_those_beside_them():
    main = closed("topic", {"care": {1: 9, 2: 8, 3: 7}, "debt": {1: 6, 2: 7, 3: 8}})
    also = closed("also_topic", {"care": {1: 5, 2: 6, 3: 7}})
    sheet = all_topics([main], [also], YEAR)
    found = {line.label: line.cells for line in sheet.lines}
    assert found["介護"] == (14, 14, 14, 42)
    assert found["債務"] == (6, 7, 8, 21)
    assert sheet.total.label == "受付の件数"
    assert sheet.total.cells == (15, 15, 15, 45)


def test_a_topic_left_out_in_either_table_is_left_out_of_all():
    main = closed(
        "topic", {"care": {1: 9, 2: 8, 3: 7}, "debt": {1: 2, 2: 7, 3: 8}, "rent": {1: 9, 2: 9, 3: 9}}
    )
    also = closed("also_topic", {"debt": {1: 9, 2: 9, 3: 9}})
    found = {line.label: line.cells for line in all_topics([main], [also], YEAR).lines}
    assert found["債務"][0] is None


def test_tables_cut_in_other_months_are_not_added():
    main = closed("topic", {"care": {1: 9, 2: 8, 3: 7}})
    period = publish({"care": {1: 9, 2: 8, 3: 7}}, [(1, 3)], 5)
    also = PublishedCounts(
        table="also_topic", year=2023, first=1, last=6, least=5, closed_on=date(2023, 10, 11),
        content=content(period, {}),
    )  # fmt: skip
    assert all_topics([main], [also], YEAR) is None


def test_the_sums_cover_the_same_months_in_every_row_and_say_which():
    """The last months of a year were too few to be told alone: they are in the sums of the year, of all rows."""
    row = closed(
        "outcome", {"own": {1: 9, 2: 8, 3: 7}, "refer": {1: 2, 2: 9, 3: 8}, "information": {1: 8, 2: 8, 3: 8}}
    )
    sums = PublishedCounts(
        table="outcome", year=2023, first=0, last=0, least=5, closed_on=date(2024, 4, 11),
        content={"totals": {"own": 30, "refer": 25, "information": 24}, "total": 79, "names": {}},
    )  # fmt: skip
    sheet = drawn(
        ("outcome", "", "", "件", ""), {"own": "own", "refer": "refer"}, pieces([sums, row], YEAR), YEAR
    )
    assert [line.cells[-1] for line in sheet.lines] == [30, 25]
    assert "少ないため" in sheet.notes[0]


@pytest.mark.parametrize("who", ["worker", "stranger", "administrator"])
def test_nobody_else_reads_any_of_it(cast, who):
    with acting_as(getattr(cast, who)):
        assert town_numbers(YEAR).sheets == []

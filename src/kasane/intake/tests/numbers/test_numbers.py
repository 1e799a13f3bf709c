"""相談の件数 of one agency: counted against its own rows one by one, and against strangers (R-INT-02, R-INT-05)."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from statistics import median

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from kasane.agencies.models import Agency, AgencyKind
from kasane.base.choices import Channel, ContactMethod, Topic
from kasane.base.dates import age_on, at_noon
from kasane.cases import actions as cases
from kasane.cases.models import SupportRecord
from kasane.disclosure.definer import as_definer
from kasane.disclosure.viewer import acting_as
from kasane.intake.desk import actions as desk
from kasane.intake.models import Reception, Referral, ShortConsultation
from kasane.intake.numbers.beside import disposed
from kasane.intake.numbers.periods import Period
from kasane.intake.numbers.queries import passed, sheets, taken
from kasane.intake.numbers.sql import CONTACTS
from kasane.intake.numbers.tables import Passed, Taken, by_first_contact, field_of, in_time_share
from kasane.intake.tests.factories import case_of, receive, refer, said
from kasane.people.models import Person

PERIOD = Period(date(2025, 4, 1), date(2025, 9, 30))


def sheet(key, found):
    return next(one for one in found if one.key == key)


def numbers_in(one):
    """By the label of a line, its last number: the sum of the period."""
    return {line.label: line.cells[-1] for line in one.lines}


def counted(**values):
    said = {
        "on": date(2025, 5, 1),
        "channel": "phone",
        "topics": (),
        "main_topic": "",
        "outcome": "",
        "age": None,
    }
    return Taken(**{**said, "first_contact": None, "hops": 0, **values})


@pytest.fixture
def town(cast):
    """Random receptions of two agencies over eight months, some with records, some passed on; the same each time."""
    rng = random.Random(20251)
    for _ in range(24):
        by = rng.choice([cast.worker, cast.worker, cast.disability])
        on = date(2025, 3, 1) + timedelta(days=rng.randrange(240))
        topics = rng.sample([str(one) for one in Topic], rng.randint(1, 3))
        with acting_as(by):
            row = receive(
                by,
                consent=said(confirmed_on=on),
                received_on=on,
                channel=rng.choice([str(one) for one in Channel]),
                topics=topics,
                main_topic=rng.choice(["", topics[0]]),
                channel_note="",
            )
            Person.objects.filter(case_id=row.case_id, is_subject=True).update(
                birth_date=rng.choice([None, date(rng.randrange(1935, 2015), 6, 15)]),
                stated_age=rng.choice([None, 44]),
                stated_age_on=on,
            )
            if rng.random() < 0.6:
                cases.write_record(
                    case_of(row), by=by, at=at_noon(on + timedelta(days=rng.randrange(12))),
                    method=rng.choice([ContactMethod.PHONE, ContactMethod.OFFICE_MEETING]), content="話した",
                )  # fmt: skip
            for receiver in rng.sample(
                [cast.coordinator, cast.participation, cast.stranger], rng.randrange(3)
            ):
                refer(case_of(row), by=by, to=receiver.agency, on=on + timedelta(days=1), explained_on=on)
    return cast


def brute(by):
    """The same by looking at each row in Python."""
    found = []
    for row in Reception.objects.filter(agency=by.agency):
        if not PERIOD.since <= row.received_on <= PERIOD.until:
            continue
        person = Person.objects.filter(case_id=row.case_id, is_subject=True).first()
        age = person.stated_age if person else None
        if person and person.birth_date:
            age = age_on(person.birth_date, row.received_on)
        records = SupportRecord.objects.filter(case_id=row.case_id, method__in=CONTACTS)
        days = [(one.at.date() - row.received_on).days for one in records]
        hops = Referral.objects.filter(case_id=row.case_id, kind="refer").exclude(state="withdrawn").count()
        found.append((row, age, min([d for d in days if d >= 0], default=None), hops))
    return found


def test_what_is_read_is_what_stands_in_the_rows(town):
    for by in (town.worker, town.disability):
        with acting_as(by):
            read = taken(PERIOD, by=by)
            true = brute(by)
        assert Counter((t.on, t.channel, t.age, t.first_contact, t.hops) for t in read) == Counter(
            (row.received_on, row.channel, age, days, hops) for row, age, days, hops in true
        )
        assert read


def test_the_tables_add_up_to_the_rows(town):
    with acting_as(town.worker):
        found, true = sheets(PERIOD, by=town.worker), brute(town.worker)
    assert numbers_in(sheet("all", found))["受付シート"] == len(true)
    for key in ("channel", "age", "outcome", "first_contact", "hops"):
        assert sheet(key, found).total.cells[-1] == len(true), key
    topics = Counter(str(Topic(topic).label) for row, *_ in true for topic in row.topics)
    assert {k: v for k, v in numbers_in(sheet("topic", found)).items() if v} == topics
    channels = Counter(row.get_channel_display() for row, *_ in true)
    assert {k: v for k, v in numbers_in(sheet("channel", found)).items() if v} == channels
    hops = Counter(min(hops, 3) for *_, hops in true)
    words = ("つないでいない", "1回", "2回", "3回以上")
    assert numbers_in(sheet("hops", found)) == {word: hops[n] for n, word in enumerate(words)}


def test_the_months_stand_in_their_columns(town):
    with acting_as(town.worker):
        found, true = sheets(PERIOD, by=town.worker), brute(town.worker)
    months = Counter(row.received_on.month for row, *_ in true)
    first = sheet("all", found)
    assert first.columns == ("4月", "5月", "6月", "7月", "8月", "9月", "計")
    assert first.lines[0].cells[:-1] == tuple(months[month] for month in range(4, 10))


def test_a_shorter_period_counts_its_own_days_alone(town):
    half = Period(date(2025, 5, 11), date(2025, 6, 20))
    with acting_as(town.worker):
        read = taken(half, by=town.worker)
        days = [row.received_on for row, *_ in brute(town.worker)]
    assert len(read) == sum(half.since <= day <= half.until for day in days)


def test_the_hops_are_told_from_both_sides(town):
    with acting_as(town.worker):
        sent, _ = passed(PERIOD, by=town.worker)
        rows = Referral.objects.filter(sender=town.worker.agency, sent_on__range=(PERIOD.since, PERIOD.until))
        assert len(sent) == rows.count() > 0
    with acting_as(town.coordinator):
        _, received = passed(PERIOD, by=town.coordinator)
        rows = Referral.objects.filter(receiver=town.coordinator.agency)
        assert len(received) == rows.filter(sent_on__range=(PERIOD.since, PERIOD.until)).count() > 0


def test_an_agency_without_receptions_counts_none_of_the_others(town):
    with acting_as(town.decider):
        assert taken(PERIOD, by=town.decider) == []
        assert taken(PERIOD, by=town.worker) == []
        found = sheets(PERIOD, by=town.decider)
    assert all(one.is_empty for one in found)


@pytest.mark.parametrize("months", [1, 100])
def test_eight_queries_however_long_the_period(town, months):
    period = Period(date(2025, 4, 1), date(2025, 4, 1) + timedelta(days=30 * months))
    with acting_as(town.worker), CaptureQueriesContext(connection) as asked:
        sheets(period, by=town.worker)
    assert len(asked) <= 8


def test_the_field_is_that_of_what_troubles_most():
    assert field_of(counted(main_topic="care", topics=("care", "debt"))) == "elderly"


def test_without_it_the_only_field_of_the_topics():
    assert field_of(counted(topics=("debt", "food", "other"))) == "hardship"


@pytest.mark.parametrize("topics", [("care", "debt"), ("other",), ()])
def test_else_the_field_is_not_guessed(topics):
    assert field_of(counted(topics=topics)) == ""


def test_the_median_is_told_from_five_on():
    columns = Period(date(2025, 5, 1), date(2025, 5, 31)).columns()
    days = [0, 2, 3, 9, 30]
    told = by_first_contact([counted(first_contact=one) for one in days], columns, least=5)
    assert told.lines[-1].cells == (f"{median(days):g}",)
    few = by_first_contact([counted(first_contact=one) for one in [*days[:4], None]], columns, least=5)
    assert few.lines[-1].cells == ("—",)


def test_the_share_of_answers_in_time_leaves_out_what_waits():
    on = date(2025, 5, 1)
    rows = [
        Passed(on, "accepted", False, on + timedelta(days=7)),
        Passed(on, "returned", False, on + timedelta(days=8)),
        Passed(on, "joint", True, on + timedelta(days=2)),
        Passed(on, "sent", False, None),
        Passed(on, "withdrawn", False, None),
    ]
    assert in_time_share(rows, within_days=7) == "33%"
    assert in_time_share(rows[3:], within_days=7) == "—"


def test_short_consultations_stand_beside_the_receptions(town):
    with acting_as(town.worker):
        desk.add_line(
            ShortConsultation,
            by=town.worker, on=date(2025, 5, 2), channel="phone", topics=["care", "debt"], age_band="old",
            consulter_is="self", outcome="informed",
        )  # fmt: skip
        found = sheets(PERIOD, by=town.worker)
    assert numbers_in(sheet("all", found))["短い相談"] == 1
    assert sheet("short_topic", found).total.cells[-1] == 1


@pytest.mark.django_db(databases=["default", "owner"])
def test_of_files_that_are_gone_an_agency_counts_its_own():
    with transaction.atomic(using="owner"):
        own, other = (
            Agency.objects.using("owner").create(key=key, name=key, kind=AgencyKind.DIVISION)
            for key in ("own", "other")
        )
        with as_definer(), connections["owner"].cursor() as cursor:
            for agency, year, measure, value, n in (
                (own, 2019, "reception", "phone", 3),
                (own, 2018, "reception", "phone", 9),
                (own, 2019, "opened", "", 3),
                (other, 2019, "reception", "phone", 7),
            ):
                cursor.execute(
                    "INSERT INTO disclosure_pastcount (measure, year, agency_id, value, count) VALUES (%s, %s, %s, %s, %s)",
                    [measure, year, agency.id, value, n],
                )
            for viewer, told in ((own.id, [("reception", 2019, "phone", 3)]), ("", [])):
                cursor.execute(
                    "SELECT set_config('kasane.user_id', %s, true), set_config('kasane.agency_id', %s, true)",
                    [str(viewer), str(viewer)],
                )
                cursor.execute("SELECT * FROM intake_past_counts(2019, 2020)")
                assert [(m, y, v, int(n)) for m, y, v, n in cursor.fetchall()] == told
        transaction.set_rollback(True, using="owner")


def test_what_stays_of_files_that_are_gone_is_told_by_year():
    rows = [("reception", 2019, "phone", 3), ("topic", 2019, "care", 2), ("referral", 2019, "sent", 1)]
    one = disposed(rows, [2019, 2020])
    assert one.columns == ("R1年度", "R2年度", "計")
    assert [(line.label, line.cells) for line in one.lines] == [
        ("受付方法:電話", (3, 0, 3)),
        ("相談内容:介護", (2, 0, 2)),
    ]
    assert one.total.cells == (3, 0, 3)

"""安全確認 that is late turns to those who were not told, though somebody took the alarm (R-INT-09).

Written by the owner, in whose transaction all of this happens: the web role can not move the times of an alarm.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connections
from django.utils import timezone

from kasane.agencies.models import Agency, AgencyKind, Post, User
from kasane.base.dates import today
from kasane.cases.models import Alarm, Case
from kasane.cases.retention.disposal import OWNER
from kasane.cases.tests.alarm.conftest import FACTS

pytestmark = pytest.mark.django_db(databases=["default", "owner"])


@pytest.fixture
def asks():
    """What a function answers about an alarm to somebody of an agency."""

    def ask(alarm: Alarm, kind: str, role: str) -> tuple[bool, bool, list[bool]]:
        agency = Agency.objects.using(OWNER).create(key=f"late-{kind}-{role}", name="機関", kind=kind)
        user = User(login=f"late-{kind}-{role}", name=role)
        user.save(using=OWNER)
        Post.objects.using(OWNER).create(user=user, agency=agency, role=role, starts_on=today())
        with connections[OWNER].cursor() as cursor:
            cursor.execute(
                "SELECT set_config('kasane.user_id', %s, true), set_config('kasane.agency_id', %s, true)",
                [str(user.id), str(agency.id)],
            )
            cursor.execute("SET LOCAL ROLE kasane_definer")
            cursor.execute("SELECT cases_hears_alarm(%s), cases_sees_alarm(%s)", [alarm.id, alarm.id])
            hears, sees = cursor.fetchone()
            cursor.execute("SELECT waits FROM cases_my_alarms() WHERE alarm_id = %s", [alarm.id])
            waits = [row[0] for row in cursor.fetchall()]
            cursor.execute("RESET ROLE")
        return hears, sees, waits

    return ask


@pytest.fixture
def taken():
    """An alarm of two days ago that was taken in time; what is given replaces the usual."""

    def make(**values) -> Alarm:
        now = timezone.now()
        agency = Agency.objects.using(OWNER).create(key="late", name="包括", kind=AgencyKind.CENTRE)
        user = User(login="late", name="包括 花子")
        user.save(using=OWNER)
        usual = {
            "raised_at": now - timedelta(hours=49), "ack_until": now - timedelta(hours=48),
            "acknowledged_at": now - timedelta(hours=48, minutes=30), "safety_due": now - timedelta(hours=1),
        }  # fmt: skip
        with connections[OWNER].cursor() as cursor:
            cursor.execute("SET LOCAL ROLE kasane_definer")
            case = Case.objects.using(OWNER).create(
                year=2019, number=1, opened_on=today(), responsible_agency=agency, touched_at=now
            )
            row = Alarm.objects.using(OWNER).create(
                case=case, danger="elder", law="x", facts=FACTS, place="自宅", raised_by=user, raised_agency=agency,
                **(usual | values),
            )  # fmt: skip
            cursor.execute("RESET ROLE")
        return row

    return make


OVERSEERS = [("npo", "coordinator"), ("division", "manager"), ("division", "decider")]


@pytest.mark.parametrize(("kind", "role"), OVERSEERS)
def test_it_is_heard_again_and_waits_for_them_without_what_was_seen(taken, asks, kind, role):
    assert asks(taken(), kind, role) == (True, False, [True])


@pytest.mark.parametrize("role", ["manager", "decider"])
def test_while_there_is_time_it_is_not_theirs(taken, asks, role):
    alarm = taken(safety_due=timezone.now() + timedelta(hours=1))
    assert asks(alarm, "division", role) == (False, False, [])


def test_the_coordinator_hears_it_all_the_same_and_is_not_called(taken, asks):
    alarm = taken(safety_due=timezone.now() + timedelta(hours=1))
    assert asks(alarm, "npo", "coordinator") == (True, False, [])


def test_once_safety_was_made_sure_it_is_not_theirs_any_more(taken, asks):
    assert asks(taken(safety_at=timezone.now()), "division", "manager") == (False, False, [])


@pytest.mark.parametrize(("kind", "role"), [("division", "worker"), ("npo", "manager"), ("npo", "decider")])
def test_nobody_else_hears_it(taken, asks, kind, role):
    assert asks(taken(), kind, role) == (False, False, [])


def told_of(alarm) -> list[tuple[str, UUID]]:
    """What the process that sends mail is answered, for whom nobody is signed in."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT danger, raised_by_id FROM cases_late_alarm(%s)", [alarm.id])
        return list(cursor.fetchall())


def test_the_sender_learns_which_kind_is_late_and_nothing_else(taken):
    alarm = taken()
    assert told_of(alarm) == [("elder", alarm.raised_by_id)]


@pytest.mark.parametrize("made_sure", [True, False])
def test_the_sender_learns_nothing_of_what_is_not_late(taken, made_sure):
    now = timezone.now()
    values = {"safety_at": now} if made_sure else {"safety_due": now + timedelta(hours=1)}
    assert told_of(taken(**values)) == []


def test_nobody_who_is_signed_in_learns_it_so(taken):
    alarm = taken()
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT set_config('kasane.user_id', %s, true)", [str(alarm.raised_by_id)])
    assert told_of(alarm) == []

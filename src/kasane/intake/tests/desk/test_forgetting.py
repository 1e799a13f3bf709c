"""What the registers say of persons goes after a time; the lines stay, to be counted (R-DIS-07)."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from kasane.agencies.models import Agency, AgencyKind, User
from kasane.base.dates import today
from kasane.disclosure.definer import OWNER
from kasane.intake.desk import forgetting, rules
from kasane.intake.models import PhoneCall, VolunteerReport

pytestmark = pytest.mark.django_db(databases=["default", "owner"])

LONG_AGO = rules.REPORTS_KEPT_DAYS + 1


@pytest.fixture
def desk():
    """An agency with one worker, written by the owner, in whose transaction all of this happens."""
    agency = Agency.objects.using(OWNER).create(key="forgets", name="忘れる窓口", kind=AgencyKind.CENTRE)
    user = User(login="forgets", name="窓口 一郎")
    user.save(using=OWNER)
    return SimpleNamespace(agency=agency, author=user)


def call(desk, days: int, **values) -> PhoneCall:
    at = timezone.now() - timedelta(days=days)
    given = {"direction": "in", "party": "隣の方", "number": "0868", "content": "配食のこと", **values}
    with forgetting.as_definer():
        return PhoneCall.objects.using(OWNER).create(at=at, **vars(desk), **given)


def report(desk, **values) -> VolunteerReport:
    given = {"reporter_role": "commissioner", "about": "角の家", "noticed": "新聞", "on": today(), **values}
    with forgetting.as_definer():
        return VolunteerReport.objects.using(OWNER).create(**vars(desk), **given)


def now(row):
    with forgetting.as_definer():
        return type(row).objects.using(OWNER).get(pk=row.pk)


def test_an_old_call_loses_its_words_once(desk):
    row = call(desk, rules.CALLS_KEPT_DAYS + 1)
    assert forgetting.forget(on=today()) == 1
    assert (now(row).party, now(row).number, now(row).content) == ("", "", "")
    assert now(row).emptied_on == today()
    assert forgetting.forget(on=today()) == 0


def test_a_young_call_and_one_that_is_waited_for_stay(desk):
    young, waiting = call(desk, rules.CALLS_KEPT_DAYS - 1), call(desk, 400, call_back_until=today())
    assert forgetting.forget(on=today()) == 0
    assert now(young).party == now(waiting).party == "隣の方"


def test_a_report_goes_when_it_was_dealt_with_long_ago(desk):
    done = {"state": "done", "dealt_on": today() - timedelta(days=LONG_AGO)}
    row = report(desk, **done, dealt_with="訪ねた", reporter_name="報告 委員子")
    assert forgetting.forget(on=today()) == 1
    assert (now(row).about, now(row).noticed, now(row).dealt_with, now(row).reporter_name) == ("", "", "", "")


def test_an_open_report_stays_however_old(desk):
    row = report(desk, on=today() - timedelta(days=LONG_AGO))
    assert forgetting.forget(on=today()) == 0
    assert now(row).noticed == "新聞"

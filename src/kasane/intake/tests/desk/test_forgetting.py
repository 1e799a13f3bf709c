"""What the registers say of persons goes after a time; the lines stay, to be counted (R-DIS-07)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from kasane.agencies import profile
from kasane.agencies.models import Agency, AgencyKind, User
from kasane.base.dates import today
from kasane.cases.models import Case, Draft
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


def days_ago(days: int):
    return today() - timedelta(days=days)


@pytest.fixture
def undone_days():
    return profile.current().rules.undone_days


def test_a_report_nobody_dealt_with_goes_after_the_towns_time(desk, undone_days):
    row = report(desk, on=days_ago(undone_days + 1), reporter_name="報告 委員子", address="字下 1")
    assert forgetting.forget(on=today()) == 1
    left = now(row)
    assert (left.about, left.noticed, left.address, left.reporter_name) == ("", "", "", "")
    assert (left.state, left.dealt_on, left.dealt_by, left.emptied_on) == ("done", today(), None, today())
    assert forgetting.forget(on=today()) == 0


def test_an_open_report_stays_until_then(desk, undone_days):
    row = report(desk, on=days_ago(undone_days))
    assert forgetting.forget(on=today()) == 0
    assert (now(row).noticed, now(row).state) == ("新聞", "new")


def test_a_report_that_is_watched_stays_until_so_long_after_its_day(desk, undone_days):
    old = days_ago(3 * undone_days)
    stays = report(desk, on=old, state="watching", follow_up_on=days_ago(undone_days))
    goes = report(desk, on=old, state="watching", follow_up_on=days_ago(undone_days + 1))
    assert forgetting.forget(on=today()) == 1
    assert (now(stays).noticed, now(goes).noticed) == ("新聞", "")


def test_a_call_nobody_returned_goes_after_the_towns_time(desk, undone_days):
    at = 2 * undone_days
    goes = call(desk, at, call_back_until=days_ago(undone_days + 1))
    stays = call(desk, at, call_back_until=days_ago(undone_days))
    assert forgetting.forget(on=today()) == 1
    assert (now(goes).party, now(goes).content, now(goes).emptied_on) == ("", "", today())
    assert now(goes).waits is False
    assert (now(stays).party, now(stays).waits) == ("隣の方", True)


def test_a_call_of_a_case_that_was_never_returned_goes_with_the_case_alone(desk, undone_days):
    with forgetting.as_definer():
        case = Case.objects.using(OWNER).create(
            year=2019, number=1, opened_on=today(), responsible_agency=desk.agency, touched_at=timezone.now()
        )
    row = call(desk, 2 * undone_days, call_back_until=days_ago(undone_days + 1), case=case)
    assert forgetting.forget(on=today()) == 0
    assert now(row).party == "隣の方"


def test_what_was_being_typed_about_it_goes_too(desk, undone_days):
    gone, open_one = report(desk, on=days_ago(undone_days + 1)), report(desk)
    with forgetting.as_definer():
        for row in (gone, open_one):
            Draft.objects.using(OWNER).create(
                user=desk.author, agency=desk.agency, form="report-finish", subject_id=str(row.id),
                data={"finish-note": ["角の家の方を訪ねた"]},
            )  # fmt: skip
    forgetting.forget(on=today())
    with forgetting.as_definer():
        assert [one.subject_id for one in Draft.objects.using(OWNER).all()] == [str(open_one.id)]


def test_the_town_may_say_for_how_long(desk, monkeypatch):
    town = profile.current()
    brief = replace(town, rules=replace(town.rules, undone_days=100))
    monkeypatch.setattr(profile, "current", lambda: brief)
    row = report(desk, on=days_ago(101))
    assert forgetting.forget(on=today()) == 1
    assert now(row).noticed == ""

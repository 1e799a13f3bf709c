"""A mail that lies days ahead goes to those in office when it is sent (R-INT-09)."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from kasane.agencies.mail import actions
from kasane.agencies.models import MailOccasion, MailState, OutgoingMail

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(cast):
    """Four with an address each."""
    found = (cast.decider.user, cast.manager.user, cast.coordinator.user, cast.worker.user)
    for user in found:
        user.email = f"{user.login}@town.example.jp"
        user.save()
    return found


@pytest.fixture
def in_office(monkeypatch):
    """Says who is in office when the mail is sent; None: nothing is known of it."""

    def are(users) -> None:
        monkeypatch.setitem(actions._audiences, MailOccasion.LATE, lambda about: users)

    return are


def written(users, occasion=MailOccasion.LATE, ago=timedelta(minutes=1)):
    about = uuid4()
    actions.write(users, about=about, due_at=timezone.now() - ago, occasion=occasion)
    return about


def sent_to(server) -> set[str]:
    while actions.send_due():
        pass
    return {letter["To"].partition("@")[0] for letter in server.letters}


def test_who_left_is_not_written_to_and_who_came_is(server, staff, in_office):
    left, stays, comes, _ = staff
    in_office([stays, comes])
    about = written([left, stays])
    assert sent_to(server) == {stays.login, comes.login}
    assert OutgoingMail.objects.get(about=about, user=left).state == MailState.NOT_NEEDED


def test_nobody_is_written_to_twice(server, staff, in_office):
    in_office(staff[:3])
    written(staff[:2])
    assert len(sent_to(server)) == len(server.letters) == 3


def test_nothing_is_asked_before_it_is_due(server, staff, in_office):
    in_office(staff[2:])
    about = written(staff[:1], ago=timedelta(hours=-1))
    assert sent_to(server) == set()
    assert [mail.user for mail in OutgoingMail.objects.filter(about=about)] == [staff[0]]


def test_where_nothing_is_known_it_goes_to_those_who_were_written_down(server, staff, in_office):
    in_office(None)
    written(staff[:1])
    assert sent_to(server) == {staff[0].login}


def test_a_mail_that_goes_at_once_asks_nobody(server, staff, in_office):
    in_office([])
    written(staff[:1], occasion=MailOccasion.NEWS)
    assert sent_to(server) == {staff[0].login}


def test_an_address_that_was_given_since_is_used(server, staff, in_office):
    user = staff[0]
    user.email = ""
    user.save()
    in_office([user])
    about = written([user])
    user.email = "new@town.example.jp"
    user.save()
    assert sent_to(server) == {"new"}
    assert OutgoingMail.objects.get(about=about).state == MailState.SENT


def test_who_has_no_address_by_then_is_known(server, staff, in_office):
    user = staff[0]
    user.email = ""
    user.save()
    in_office([user])
    about = written([user])
    assert sent_to(server) == set()
    assert OutgoingMail.objects.get(about=about).state == MailState.NO_ADDRESS

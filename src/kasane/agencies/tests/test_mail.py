"""The outbox: mails without a word about anybody, tried again, and a failure that is told (R-INT-09)."""

from __future__ import annotations

import smtplib
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from kasane.agencies.mail import actions, rules
from kasane.agencies.models import MailOccasion, MailState, OutgoingMail, User
from kasane.config import environment

NOW = datetime(2025, 5, 1, 10, 0, tzinfo=UTC)


@pytest.fixture
def mail(cast) -> OutgoingMail:
    user = cast.decider.user
    user.email = "fukushi@town.example.jp"
    user.save()
    about = uuid4()
    actions.write([user], about=about, due_at=timezone.now())
    return OutgoingMail.objects.get(about=about)


def test_the_letter_says_that_something_waits_and_nothing_else(server, mail):
    assert actions.send_due() == 1
    (letter,) = server.letters
    words = letter.get_content()
    assert letter["To"] == "fukushi@town.example.jp"
    assert "緊急の知らせが1件あります。かさねを開いてください" in words and "美咲町" in words
    assert str(mail.about) not in words and "福祉" not in words
    mail.refresh_from_db()
    assert (mail.state, mail.tries) == (MailState.SENT, 1)


def test_it_is_sent_once(server, mail):
    actions.send_due()
    assert actions.send_due() == 0
    assert len(server.letters) == 1


def test_what_is_not_due_waits(server, mail):
    OutgoingMail.objects.update(due_at=timezone.now() + timedelta(minutes=30))
    assert actions.send_due() == 0


def test_a_refusal_is_tried_again_later_and_told_without_an_address(server, mail):
    server.refuses = True
    actions.send_due()
    mail.refresh_from_db()
    assert (mail.state, mail.tries) == (MailState.WAITING, 1)
    assert mail.due_at > timezone.now()
    assert mail.failure and "@" not in mail.failure


def test_after_the_last_try_it_has_failed(server, mail):
    server.refuses = True
    OutgoingMail.objects.update(tries=rules.MOST_TRIES - 1)
    actions.send_due()
    mail.refresh_from_db()
    assert mail.state == MailState.FAILED


@pytest.mark.parametrize("address", ["fukushi@town.example.jp\nBcc: x@example.jp", "福祉@", "@", "a b@c d@e"])
def test_an_address_no_letter_can_be_written_to_holds_up_no_other(server, mail, cast, address):
    OutgoingMail.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    User.objects.filter(pk=cast.decider.user.pk).update(email=address)
    cast.manager.user.email = "kanri@town.example.jp"
    cast.manager.user.save()
    actions.write([cast.manager.user], about=mail.about, due_at=timezone.now())
    assert actions.send_due() == 2
    mail.refresh_from_db()
    assert mail.state != MailState.SENT and mail.failure and "@" not in mail.failure
    assert [letter["To"] for letter in server.letters] == ["kanri@town.example.jp"]


def test_a_header_in_an_address_fails_at_once(server, mail, cast):
    User.objects.filter(pk=cast.decider.user.pk).update(email="a@example.jp\nBcc: x@example.jp")
    actions.send_due()
    mail.refresh_from_db()
    assert (mail.state, mail.tries) == (MailState.FAILED, 1)


def test_a_mail_about_what_is_late_says_so(server, mail):
    OutgoingMail.objects.update(occasion=MailOccasion.LATE)
    actions.send_due()
    (letter,) = server.letters
    assert "安全確認が、期限をすぎています" in letter["Subject"]
    assert "安全確認が、期限をすぎています" in letter.get_content()


def test_only_what_is_of_the_occasion_is_not_needed(server, mail):
    OutgoingMail.objects.update(due_at=timezone.now() + timedelta(minutes=30))
    actions.not_needed(mail.about, occasion=MailOccasion.LATE)
    mail.refresh_from_db()
    assert mail.state == MailState.WAITING


def test_a_server_that_is_away_fails_no_page(server, mail, settings):
    settings.EMAIL_PORT = 1
    assert actions.send_due() == 1
    mail.refresh_from_db()
    assert mail.state == MailState.WAITING and mail.failure


def test_without_a_server_nothing_is_tried(mail):
    assert not actions.is_set_up()
    assert actions.send_due() == 0


def test_who_has_no_address_is_known_at_once(cast):
    about = uuid4()
    actions.write([cast.manager.user], about=about, due_at=timezone.now())
    assert OutgoingMail.objects.get(about=about).state == MailState.NO_ADDRESS


def test_what_was_to_go_later_is_not_needed_any_more(server, mail):
    OutgoingMail.objects.update(due_at=timezone.now() + timedelta(minutes=30))
    actions.not_needed(mail.about, occasion=MailOccasion.NEWS)
    mail.refresh_from_db()
    assert mail.state == MailState.NOT_NEEDED


def test_the_waits_grow_and_end():
    waits = [rules.next_try(tries, now=NOW) for tries in range(1, rules.MOST_TRIES + 1)]
    assert waits[0] == NOW + timedelta(seconds=15) and waits[1] == NOW + timedelta(seconds=30)
    assert waits[-1] is None and None not in waits[:-1]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example.jp", {"host": "mail.example.jp", "port": 25}),
        ("smtp+tls://a%40b:p%2Fq@h:2525", {"host": "h", "port": 2525, "host_user": "a@b", "use_tls": True}),
        ("smtp+ssl://h", {"port": 465, "use_ssl": True}),
    ],
)
def test_the_address_of_the_server_is_read(url, expected):
    assert expected.items() <= environment.mail_server(url).items()


@pytest.mark.parametrize("values", [{"SMTP_URL": "http://x"}, {"SMTP_URL": "smtp://h", "MAIL_FROM": ""}])
def test_a_wrong_setting_is_named(monkeypatch, values):
    for name, value in values.items():
        monkeypatch.setenv(f"KASANE_{name}", value)
    with pytest.raises(environment.WrongSettings):
        environment.read()


def test_errors_of_the_protocol_are_told_by_kind_and_number():
    error = smtplib.SMTPRecipientsRefused({"yamada@example.jp": (550, b"no yamada@example.jp")})
    assert actions._kind_of(error) == "SMTPRecipientsRefused"

"""Mails are written with what they tell of, and sent after it by a process of their own (R-INT-09)."""

from __future__ import annotations

import smtplib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from kasane.agencies.mail import rules
from kasane.agencies.models import MailOccasion, MailState, Municipality, OutgoingMail, User
from kasane.base.dates import wareki_time

AT_ONCE = 20
"""So many mails are taken in one turn."""


Audience = Callable[[UUID], Collection[User] | None]
_audiences: dict[str, Audience] = {}


def ask_when_sent(occasion: str, audience: Audience) -> None:
    """Of an occasion that lies days ahead: who is written to is asked when the mail is due, since people change offices.

    `audience` answers them by what the mail is about, or None to leave it to those who were written down.
    """
    _audiences[str(occasion)] = audience


def is_set_up() -> bool:
    """Whether the operator has said how mail leaves (KASANE_SMTP_URL)."""
    return bool(settings.MAIL_IS_SET_UP)


@dataclass(frozen=True)
class Letter:
    """A mail with words of its own: of a meeting, with an event for the calendar. Never a word about a person."""

    subject: str
    text: str
    event: str = ""


NO_WORDS = Letter("", "")


def write(
    users: Collection[User],
    *,
    about: UUID,
    due_at: datetime,
    occasion: str = MailOccasion.NEWS,
    letter: Callable[[User], Letter] = lambda _: NO_WORDS,
) -> None:
    """Puts one mail for each into the outbox, in the transaction of what it tells of. Who has no address is kept too.

    An urgent matter has no words of its own; `letter` writes those of a meeting for one user.
    """
    letters = {user.pk: letter(user) for user in users}
    OutgoingMail.objects.bulk_create(
        [
            OutgoingMail(
                user=user,
                about=about,
                occasion=occasion,
                subject=letters[user.pk].subject,
                text=letters[user.pk].text,
                attachment=letters[user.pk].event,
                due_at=due_at,
                state=MailState.WAITING if user.email or occasion in _audiences else MailState.NO_ADDRESS,
            )
            for user in users
        ],
        ignore_conflicts=True,
    )


def not_needed(about: UUID, *, occasion: str) -> None:
    """What was to be sent later about this, on this occasion, need not be sent any more."""
    later = OutgoingMail.objects.filter(about=about, occasion=occasion, due_at__gt=timezone.now())
    later.filter(state=MailState.WAITING).update(state=MailState.NOT_NEEDED)


def send_due() -> int:
    """Sends what is due, each mail in a transaction of its own; answers how many were tried."""
    if not is_set_up():
        return 0
    for tried in range(AT_ONCE):
        if not _send_one():
            return tried
    return AT_ONCE


@transaction.atomic
def _send_one() -> bool:
    now = timezone.now()
    mail = (
        OutgoingMail.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("user")
        .filter(state=MailState.WAITING, due_at__lte=now)
        .first()
    )
    if mail is None:
        return False
    if not _is_for_who_is_in_office(mail):
        mail.save(update_fields=["state"])
        return True
    mail.tries += 1
    message = _message(mail)
    try:
        message.send()
    except (OSError, smtplib.SMTPException) as error:
        again = rules.next_try(mail.tries, now=now)
        mail.failure = _kind_of(error)
        mail.due_at, mail.state = again or mail.due_at, MailState.WAITING if again else MailState.FAILED
    except (
        Exception
    ) as error:  # an address no letter can be written to, in whatever way: the next mail must go out
        mail.failure, mail.state = _kind_of(error), MailState.FAILED
    else:
        mail.state, mail.sent_at, mail.failure = MailState.SENT, timezone.now(), ""
    mail.save(update_fields=["tries", "failure", "due_at", "state", "sent_at"])
    return True


def _is_for_who_is_in_office(mail: OutgoingMail) -> bool:
    """Whether this one is still to be written to; those who have come into office since get a mail of their own."""
    audience = _audiences.get(mail.occasion)
    present = audience(mail.about) if audience else None
    if present is not None:
        write(present, about=mail.about, due_at=mail.due_at, occasion=mail.occasion)
    if present is not None and mail.user not in present:
        mail.state = MailState.NOT_NEEDED
    elif not mail.user.email:
        mail.state = MailState.NO_ADDRESS
    return mail.state == MailState.WAITING


def _message(mail: OutgoingMail) -> EmailMessage:
    town = Municipality.objects.values_list("name", flat=True).first() or ""
    address = next(iter(settings.CSRF_TRUSTED_ORIGINS), "")
    if mail.text:
        return _letter(mail, address)
    late = mail.occasion == MailOccasion.LATE
    body = rules.words(town=town, at=wareki_time(mail.created_at), address=address, late=late)
    return EmailMessage(
        subject=rules.LATE_SUBJECT if late else rules.SUBJECT, body=body, to=[mail.user.email]
    )


def _letter(mail: OutgoingMail, address: str) -> EmailMessage:
    text = f"{mail.text}\n\n{address}\n".replace("\n\n\n", "\n\n") if address else f"{mail.text}\n"
    message = EmailMessage(subject=mail.subject, body=text, to=[mail.user.email])
    if mail.attachment:
        method = "CANCEL" if "METHOD:CANCEL" in mail.attachment else "REQUEST"
        message.attach("yotei.ics", mail.attachment, f"text/calendar; method={method}; charset=utf-8")
    return message


def _kind_of(error: Exception) -> str:
    """What went wrong, by its kind and number alone: a server's answer may repeat an address."""
    code = getattr(error, "smtp_code", "")
    return f"{type(error).__name__} {code}".strip()[:60]

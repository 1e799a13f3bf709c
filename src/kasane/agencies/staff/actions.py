"""研修 of staff, entered and taken out by the system administrator (R-DEL-06); each leaves a line (R-DIS-08)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from kasane.agencies import account_rules
from kasane.agencies.actors import Actor
from kasane.agencies.changes import differences, record, snapshot
from kasane.agencies.models import AccountAct, Training, User
from kasane.agencies.staff import rules
from kasane.base.dates import today
from kasane.base.obstacles import require

ITEMS = ("course", "name", "done_on")


@transaction.atomic
def add_training(user: User, *, by: Actor, course: str, done_on: date, name: str = "") -> Training:
    """Enters 研修 somebody has finished. Raises Forbidden for others than an administrator, and for a coming day."""
    person = User.lock(user.pk, version=None)
    row = Training(user=person, course=course, name=name.strip(), done_on=done_on)
    known = Training.objects.filter(user=person, course=course, name=row.name, done_on=done_on).exists()
    require(
        [
            *account_rules.administrator_obstacles(is_administrator=by.is_administrator),
            *rules.training_obstacles(
                course=course, name=name, done_on=done_on, today=today(), is_known=known
            ),
        ]
    )
    row.save(force_insert=True)
    record(AccountAct.TRAINING_ADDED, person, by=by, lines=differences({}, snapshot(row, ITEMS)))
    return row


@transaction.atomic
def remove_training(training: Training, *, by: Actor) -> None:
    """Takes out what was entered wrongly; what stood there is kept in the record of changes."""
    require(account_rules.administrator_obstacles(is_administrator=by.is_administrator))
    gone = {label: "" for label in snapshot(training, ITEMS)}
    lines = differences(snapshot(training, ITEMS), gone)
    record(AccountAct.TRAINING_REMOVED, training.user, by=by, lines=lines)
    training.delete()

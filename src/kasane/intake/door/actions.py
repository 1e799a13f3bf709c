"""A message that comes in by the door, and what the desk does about it: tries, hand-over, end (R-INT-01, R-INT-05)."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, connections, transaction
from django.utils.crypto import salted_hmac

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.agencies.queries import center_agency
from kasane.base.counters import next_number
from kasane.base.dates import fiscal_year, today
from kasane.base.models import StaleEdit
from kasane.base.obstacles import require
from kasane.disclosure.definer import OWNER, as_definer
from kasane.intake.door import rules
from kasane.intake.door.queries import desks_with_staff
from kasane.intake.models import DoorMessage, DoorStep, DoorStepKind


@transaction.atomic
def leave(
    *,
    sender: str,
    agency_id: UUID,
    language: str,
    topic: str,
    area_id: UUID | None = None,
    called: str = "",
    phone: str = "",
    mail: str = "",
    times: list[str] | None = None,
    words: str = "",
) -> int | None:
    """Lays somebody's wish to be contacted at a desk and answers its number; None when too many came within the hour.

    A desk where nobody works today does not get it: the centre does (R-INT-06). Nobody is signed in. Of `sender` (an address) only a keyed hash of the day is counted; it is not kept.
    """
    year = fiscal_year(today())
    hashed = salted_hmac(f"kasane.intake.door {today()}", sender, algorithm="sha256").hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT intake_door_admits(%s, %s, %s)", [hashed, rules.MOST_OF_ONE, rules.MOST_OF_ALL]
        )
        if not cursor.fetchone()[0]:
            return None
        number = next_number("door", year)
        left: dict[str, Any] = {
            "number": number, "year": year, "agency_id": _staffed(agency_id), "language": language, "topic": topic,
            "area_id": area_id, "called": called, "phone": phone, "mail": mail, "times": times or [], "words": words,
        }  # fmt: skip
        cursor.execute(
            "SELECT intake_leave_door_message(%s::jsonb)", [json.dumps(left, cls=DjangoJSONEncoder)]
        )
    return number


def _staffed(agency_id: UUID) -> UUID:
    """The desk, or the centre where nobody works at the desk today."""
    centre = center_agency()
    is_staffed = centre is None or desks_with_staff().filter(pk=agency_id).exists()
    return agency_id if is_staffed or centre is None else centre.pk


@transaction.atomic
def note_try(message: DoorMessage, *, by: Actor, reached: bool, note: str = "") -> DoorStep:
    """「連絡した」「つながらなかった」: one try to reach the person. Raises Forbidden when the message was dealt with."""
    row = DoorMessage.lock(message.pk, version=None)
    require(rules.waiting_obstacles(result=row.result))
    kind = DoorStepKind.REACHED if reached else DoorStepKind.MISSED
    return DoorStep.objects.create(message=row, kind=kind, agency=by.agency, by=by.user, note=note)


@transaction.atomic
def pass_on(message: DoorMessage, *, by: Actor, to: Agency, why: str, version: int | None) -> None:
    """Gives the message to another desk, which alone has it from now on (R-INT-05).

    Raises Forbidden without a reason or for a desk without staff, and StaleEdit when somebody else was faster.
    """
    row = DoorMessage.lock(message.pk, version=version)
    has_staff = desks_with_staff(besides=by.agency).filter(pk=to.pk).exists()
    require(
        rules.pass_obstacles(result=row.result, is_own=to.pk == by.agency.pk, has_staff=has_staff, why=why)
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT intake_pass_door_message(%s, %s, %s, %s)", [row.pk, to.pk, why.strip(), row.version]
        )
        if not cursor.fetchone()[0]:
            raise StaleEdit(row)


@transaction.atomic
def end(
    message: DoorMessage, *, by: Actor, on: date, result: str, note: str = "", version: int | None = None
) -> DoorMessage:
    """Writes down how it ended; what was typed is emptied 90 days later (R-INT-03).

    Raises Forbidden when nobody tried to reach the person, and StaleEdit when somebody else was faster.
    """
    row = DoorMessage.lock(message.pk, version=version)
    tries = list(row.steps.values_list("kind", flat=True))
    require(rules.end_obstacles(result=row.result, ends_with=result, tries=tries, note=note))
    row.result, row.result_note, row.ended_on, row.ended_by = result, note, on, by.user
    row.save_next(update_fields=["result", "result_note", "ended_on", "ended_by", "version", "updated_at"])
    return row


def empty_old(*, on: date) -> int:
    """Empties what was typed in messages dealt with 90 days ago and before; how many. For the nightly command.

    Messages of a desk that nobody works at any more go to the centre first.
    """
    centre = center_agency()
    with as_definer(), connections[OWNER].cursor() as cursor:
        if centre is not None:
            cursor.execute("SELECT intake_bring_door_messages(%s)", [centre.pk])
        cursor.execute("SELECT intake_empty_door_messages(%s)", [on - timedelta(days=rules.KEPT_DAYS)])
        return int(cursor.fetchone()[0])


def drop_old_drafts(*, on: date) -> int:
    """Drops 受付シート begun from a message that ended 90 days ago, or left alone so long; how many. For the nightly command.

    What the resident wrote stands in them too (R-DIS-07).
    """
    with as_definer(), connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT intake_drop_door_drafts(%s)", [on - timedelta(days=rules.KEPT_DAYS)])
        return int(cursor.fetchone()[0])

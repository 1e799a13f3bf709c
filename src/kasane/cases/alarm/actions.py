"""What is done about 緊急の知らせ. One transaction each; the rule is asked inside, the database writes (R-INT-09)."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.agencies.mail import actions as mail
from kasane.agencies.models import AgencyKind, MailOccasion, Post, User
from kasane.base.obstacles import require
from kasane.cases.alarm import queries, rules
from kasane.cases.alarm.models import Alarm, AlarmStepKind, Suspect
from kasane.cases.exceptional.rules import law_of
from kasane.cases.models import Case


@transaction.atomic
def raise_alarm(
    case: Case,
    *,
    by: Actor,
    danger: str,
    facts: str,
    place: str,
    done: str = "",
    suspect: str = Suspect.UNKNOWN,
) -> UUID:
    """緊急の知らせを出す: the officers of the town's route are told on screen and by mail, and see the case at once.

    They see it by the statutory exception, for the days of the profile, never tax information; it is looked at
    afterwards (R-INT-09, R-DIS-05). Raises Forbidden for who does not see the case, and for one that was raised already.
    """
    standing = list(
        Alarm.objects.filter(case=case, danger=danger, ended_at__isnull=True).values_list("id", flat=True)
    )
    require(
        rules.raising_obstacles(
            sees_case=Case.objects.filter(pk=case.pk).exists(),
            is_resident=by.agency.kind == AgencyKind.RESIDENT,
            danger=danger,
            facts=facts,
            place=place,
            same_open=standing,
        )
    )
    route = queries.route_of(danger)
    officers = queries.told_by(route, raiser=by.user)
    alarm_id: UUID = _call(
        "cases_raise_alarm",
        case.pk,
        danger,
        suspect,
        law_of(danger, suspect),
        facts,
        place,
        done,
        json.dumps([{"person": str(one.user_id), "office": str(one.agency_id)} for one in officers]),
        route.ack_minutes,
        route.safety_hours,
        profile.current().rules.urgent_days,
    )
    _write_mails(alarm_id, officers=officers, raiser=by.user)
    return alarm_id


def _write_mails(alarm_id: UUID, *, officers: list[Post], raiser: User) -> None:
    """To the officers at once, to those who look after disclosure when nobody acknowledges, to all when 安全確認 is late.

    For the last of these who is in office is asked again when it is sent (`queries.late_audience`).
    """
    now = timezone.now()
    ack_until, safety_due = Alarm.objects.values_list("ack_until", "safety_due").get(pk=alarm_id)
    later = [one.user for one in queries.overseers() if one.user_id != raiser.id]
    everybody = queries.told_when_late(officers, raiser=raiser)
    mail.write([one.user for one in officers], about=alarm_id, due_at=now)
    mail.write(later, about=alarm_id, due_at=max(ack_until, now))
    mail.write(everybody, about=alarm_id, due_at=safety_due, occasion=MailOccasion.LATE)


@transaction.atomic
def acknowledge(alarm_id: UUID, *, by: Actor, who: str, next_step: str) -> None:
    """受け取りました: who acts and what comes next. The first one counts; the mail to the managers is not needed then.

    Who was not told of it reads it from now on, by the exception this makes.
    The mail of late 安全確認 stays. Raises Forbidden for who is not told of it and has not to hear it (R-INT-09).
    """
    require(
        rules.acknowledging_obstacles(
            queries.course(alarm_id),
            user=by.user.id,
            hears_it=queries.hears(alarm_id),
            who=who,
            next_step=next_step,
        )
    )
    _call("cases_acknowledge_alarm", alarm_id, who, next_step, profile.current().rules.urgent_days)
    mail.not_needed(alarm_id, occasion=MailOccasion.NEWS)


@transaction.atomic
def add_step(alarm_id: UUID, *, by: Actor, what: str, content: str, at: datetime) -> None:
    """What was done about it; 「安全を確かめた」 ends the wait for 安全確認. Raises Forbidden (R-INT-09)."""
    course, works = queries.course(alarm_id), queries.works_on(alarm_id)
    require(
        rules.stepping_obstacles(course, works=works, what=what, at=at, now=timezone.now(), content=content)
    )
    _call("cases_add_alarm_step", alarm_id, what, content, at)
    if what == AlarmStepKind.SAFETY:
        mail.not_needed(alarm_id, occasion=MailOccasion.LATE)


@transaction.atomic
def look_again(alarm_id: UUID, *, by: Actor) -> None:
    """The case once more for the days of the profile, while the alarm is open (R-DIS-05)."""
    _call("cases_look_again", alarm_id, profile.current().rules.urgent_days)


@transaction.atomic
def end(alarm_id: UUID, *, by: Actor, finding: str, measure: str, watch: str, reason: str) -> None:
    """Ends an alarm with the result of the inquiry. Everybody who was told reads it on 今日やること.

    Raises Forbidden for who is no told officer of the municipality, without an acknowledgement, without 安全確認, a
    result or a reason (R-INT-09).
    """
    require(
        rules.ending_obstacles(
            queries.course(alarm_id),
            user=by.user.id,
            is_municipality=by.agency.is_municipality,
            finding=finding,
            measure=measure,
            watch=watch,
            reason=reason,
        )
    )
    _call("cases_end_alarm", alarm_id, finding, measure, watch, reason)
    for occasion in (MailOccasion.NEWS, MailOccasion.LATE):
        mail.not_needed(alarm_id, occasion=occasion)


@transaction.atomic
def read_end(alarm_id: UUID, *, by: Actor) -> None:
    """The actor has read how it ended: it leaves their 今日やること."""
    _call("cases_read_alarm_end", alarm_id)


def _call(function: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}({', '.join(['%s'] * len(values))})", values)
        return cursor.fetchone()[0]

"""What is read for one agency's 相談の件数: its own rows alone, as far as the viewer sees them. Nothing is left out of
these numbers, because whoever reads them could open each sheet.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection
from django.utils.timezone import localdate

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.dates import end_of_day, today
from kasane.cases.alarm.models import Alarm
from kasane.intake.desk import counting
from kasane.intake.models import DoorMessage, InformationGiven, Referral, ReferralKind
from kasane.intake.numbers import beside, tables
from kasane.intake.numbers.periods import Period
from kasane.intake.numbers.sheets import Sheet
from kasane.intake.numbers.sql import AGE, FIRST_CONTACT, HOPS, SUBJECT
from kasane.intake.numbers.tables import Passed, Taken

_TAKEN = f"""
SELECT r.received_on, r.channel, r.topics, r.main_topic, r.outcome, {AGE}, {FIRST_CONTACT}, {HOPS}
FROM intake_reception r {SUBJECT}
WHERE r.agency_id = %s AND r.received_on BETWEEN %s AND %s
"""


def sheets(period: Period, *, by: Actor) -> list[Sheet]:
    """All tables of the actor's agency, in columns up to this month. Eight queries, however long the period."""
    rules, columns = profile.current().rules, period.until_day(today()).columns()
    took, desk = taken(period, by=by), _desk(period, by=by)
    sent, received = passed(period, by=by)
    days = rules.referral_answer_days
    found = [
        beside.consultations([one.on for one in took], desk, columns),
        tables.by_channel(took, columns),
        tables.by_topic(took, columns),
        tables.by_age_and_field(took),
        tables.by_outcome(took, columns),
        tables.by_first_contact(took, columns, least=rules.small_cell),
        tables.by_hops(took, columns),
        tables.by_answer("sent", "送ったつなぎ", sent, columns, within_days=days),
        tables.by_answer("received", "届いたつなぎ", received, columns, within_days=days),
        beside.short_topics(desk, columns),
        beside.activities(desk, columns),
        beside.alarms(_alarms(period, by=by), columns),
        beside.information(_information(period, by=by), columns),
        beside.door(_door(period, by=by), columns),
    ]
    gone = disposed(period)
    return [*found, beside.disposed(gone, period.whole_years)] if gone else found


def taken(period: Period, *, by: Actor) -> list[Taken]:
    """The receptions of the agency, with what is counted of each. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_TAKEN, [by.agency.id, period.since, period.until])
        return [Taken(on, channel, tuple(topics), *rest) for on, channel, topics, *rest in cursor.fetchall()]


def passed(period: Period, *, by: Actor) -> tuple[list[Passed], list[Passed]]:
    """つなぎ the agency sent, and those it received. Two queries."""
    rows = Referral.objects.filter(kind=ReferralKind.REFER, sent_on__range=(period.since, period.until))
    wanted = ("sent_on", "state", "is_urgent", "answered_on")
    sent = rows.filter(sender=by.agency).order_by().values_list(*wanted)
    received = rows.filter(receiver=by.agency).order_by().values_list(*wanted)
    return [Passed(*row) for row in sent], [Passed(*row) for row in received]


def disposed(period: Period) -> list[tuple[str, int, str, int]]:
    """What stays of the agency's receptions that are gone, by whole fiscal year. One query, or none."""
    years = period.whole_years
    if not years:
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM intake_past_counts(%s, %s)", [years[0], years[-1]])
        return [(measure, year, value, int(number)) for measure, year, value, number in cursor.fetchall()]


def _desk(period: Period, *, by: Actor) -> list[counting.Figure]:
    rows = counting.figures(period.since, min(period.until, today()))
    return [one for one in rows if one.agency_id == by.agency.id]


def _moments(period: Period, name: str) -> dict[str, Any]:
    """The period for a moment, by the days of Japan."""
    before = end_of_day(date.fromordinal(period.since.toordinal() - 1))
    return {f"{name}__gt": before, f"{name}__lte": end_of_day(period.until)}


def _alarms(period: Period, *, by: Actor) -> beside.Said:
    rows = Alarm.objects.filter(raised_agency=by.agency, **_moments(period, "raised_at")).order_by()
    return [(one.danger, localdate(one.raised_at)) for one in rows.only("danger", "raised_at")]


def _information(period: Period, *, by: Actor) -> list[tuple[str, str, date]]:
    rows = InformationGiven.objects.filter(agency=by.agency, on__range=(period.since, period.until))
    return list(rows.order_by().values_list("matter", "reply", "on"))


def _door(period: Period, *, by: Actor) -> beside.Said:
    rows = DoorMessage.objects.filter(agency=by.agency, **_moments(period, "created_at")).order_by()
    return [(one.topic, one.came_on) for one in rows.only("topic", "created_at")]

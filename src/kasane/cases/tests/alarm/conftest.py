"""A case of 田中 和子 at hokatsu, and alarms about it. fukushi is the town's division of the routes."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.cases import actions as cases
from kasane.cases.alarm import actions, queries
from kasane.cases.models import Alarm, Case
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person

FACTS = "両腕に新しいあざがあり、本人が長男にたたかれたと話した。"
REASON = "訪問と面接で事実を確かめ、分離の必要がないと判断したため。"


@pytest.fixture
def case(cast) -> Case:
    Agency.objects.filter(key="fukushi").update(key="fukushi-shiawase")
    with acting_as(cast.worker):
        row = cases.open_case(by=cast.worker, on=today())
        add_person(
            row.id, by=cast.worker, family_name="田中", given_name="和子", is_subject=True,
            birth_date=date(1943, 2, 1),
        )  # fmt: skip
    return row


@pytest.fixture
def raised(case, cast):
    """The worker raises an alarm; what is given replaces the usual."""

    def make(by=None, **values) -> UUID:
        by = by or cast.worker
        usual = {"danger": "elder", "suspect": "carer", "facts": FACTS, "place": "自宅"}
        with acting_as(by):
            return actions.raise_alarm(case, by=by, **(usual | values))

    return make


@pytest.fixture
def alarm(raised) -> UUID:
    return raised()


@pytest.fixture
def answer():
    def make(by, alarm_id, **values) -> None:
        usual = {"who": "岡部と保健師", "next_step": "これから訪問する"}
        with acting_as(by):
            actions.acknowledge(alarm_id, by=by, **(usual | values))

    return make


@pytest.fixture
def safe():
    """Somebody has seen that the person is safe."""

    def make(by, alarm_id, **values) -> None:
        usual = {"what": "safety", "content": "本人に会い、けがの手当てを見た", "at": timezone.now()}
        with acting_as(by):
            actions.add_step(alarm_id, by=by, **(usual | values))

    return make


@pytest.fixture
def end():
    def make(by, alarm_id, **values) -> None:
        usual = {"finding": "found", "measure": "短期入所", "watch": "包括が週1回訪問", "reason": REASON}
        with acting_as(by):
            actions.end(alarm_id, by=by, **(usual | values))

    return make


def sees(by, alarm_id) -> bool:
    """Whether they read what was seen."""
    with acting_as(by):
        return Alarm.objects.filter(pk=alarm_id).exists()


def hears(by, alarm_id) -> bool:
    """Whether they know that there is one."""
    with acting_as(by):
        return bool(queries.notices([alarm_id]))


def concerns() -> dict[UUID, bool]:
    """What 今日やること of the viewer holds, and whether it waits for them."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {queries.MY_ALARMS}")
        return queries.concerns(cursor.fetchone()[0])

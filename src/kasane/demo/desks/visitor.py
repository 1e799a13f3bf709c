"""Somebody who comes to a desk: a few lines of a 受付シート, taken in as the desk does it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.cases.models import Case
from kasane.demo.calendar import workday, workday_around
from kasane.disclosure.viewer import acting_as
from kasane.intake import rules
from kasane.intake.actions import reception
from kasane.intake.actions.consent import Said
from kasane.intake.models import Likely, Outcome, Reception


@dataclass(frozen=True)
class Visitor:
    """本人, what is told, and how long ago."""

    name: tuple[str, str]
    kana: tuple[str, str]
    sex: str
    age: int
    days_ago: int
    words: str
    topics: tuple[str, ...]
    channel: str = "window"
    consulter_is: str = "self"
    tie: str = ""
    address: str = ""
    phone: str = ""
    agrees: bool = True
    family: tuple[dict[str, Any], ...] = ()

    @property
    def on(self) -> date:
        return ago(self.days_ago)


def ago(days: int) -> date:
    """The working day so many days ago."""
    return workday(today() - timedelta(days=days))


def ahead(days: int) -> date:
    """The working day so many days from now."""
    return workday_around(today() + timedelta(days=days), today())


def born(age: int) -> date:
    """Counted back from today, so that nobody grows older from year to year."""
    return today() - timedelta(days=round(age * 365.25) + 140)


def relative(
    relation: str, family: str, given: str, kana: tuple[str, str], sex: str, age: int
) -> dict[str, Any]:
    """A member of the household, as `reception.receive` takes one."""
    return {
        "relation": relation, "family_name": family, "given_name": given, "family_kana": kana[0],
        "given_kana": kana[1], "sex": sex, "birth_date": born(age), "lives_together": True,
    }  # fmt: skip


def take_in(visitor: Visitor, *, by: Actor) -> Reception:
    """受付: the sheet, with the answer on sharing."""
    sheet = {
        "received_on": visitor.on,
        "channel": visitor.channel,
        "consulter_is": visitor.consulter_is,
        "consulter_tie": visitor.tie,
        "consulter_contact": visitor.phone,
        "overview": visitor.words,
        "topics": list(visitor.topics),
        "main_topic": visitor.topics[0],
    }
    subject = {
        "family_name": visitor.name[0],
        "given_name": visitor.name[1],
        "family_kana": visitor.kana[0],
        "given_kana": visitor.kana[1],
        "sex": visitor.sex,
        "birth_date": born(visitor.age),
        "address": visitor.address,
        "mobile": visitor.phone,
    }
    answer = "agree" if visitor.agrees else "unclear"
    said = Said(answer, visitor.on, method="oral" if visitor.agrees else "", explained_by=by.user.name)
    with acting_as(by):
        return reception.receive(
            by=by, sheet=sheet, subject=subject, household=list(visitor.family), consent=said
        )


def support(row: Reception, *, by: Actor, reason: str, next_days: int, what: str) -> Case:
    """The desk goes on itself, and knows when it meets the person next (R-INT-03)."""
    likely = row.assistance or (Likely.NO if rules.asks_assistance(row.topics) else None)
    with acting_as(by):
        kept = reception.decide(
            row, by=by, on=row.received_on, outcome=Outcome.OWN, reason=reason, assistance=likely
        )
        reception.plan_next(
            kept, by=by, on=row.received_on, due_on=ahead(next_days), what=what, assignee=by.user
        )
        return Case.objects.get(pk=row.case_id)

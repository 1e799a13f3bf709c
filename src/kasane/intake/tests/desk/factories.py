"""Lines of the registers to arrange tests with."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import Delivery, Work
from kasane.base.dates import today
from kasane.disclosure.viewer import acting_as
from kasane.intake.desk import actions
from kasane.intake.models import DeskActivity, OutpostDay, PhoneCall, ShortConsultation, VolunteerReport


def short(by: Actor, **values: Any) -> ShortConsultation:
    given = {
        "on": today(),
        "channel": "phone",
        "topics": ["care"],
        "consulter_is": "family",
        "outcome": "informed",
        "memo": "介護保険の申請",
        **values,
    }
    with acting_as(by):
        return actions.add_line(ShortConsultation, by=by, **given)


def activity(by: Actor, **values: Any) -> DeskActivity:
    given = {
        "on": today(),
        "kind": "training",
        "what": "ケアマネジャーの研修",
        "minutes": 90,
        "participants": 12,
        **values,
    }
    with acting_as(by):
        return actions.add_line(DeskActivity, by=by, **given)


def outpost(by: Actor, **values: Any) -> OutpostDay:
    with acting_as(by):
        return actions.add_line(OutpostDay, by=by, **{"on": today(), "place": "中央公民館", **values})


def call(by: Actor, at: datetime | None = None, **values: Any) -> PhoneCall:
    given = {
        "direction": "in",
        "party": "大山商店の隣の方",
        "number": "0868-00-0000",
        "content": "配食のこと",
        **values,
    }
    with acting_as(by):
        return actions.take_call(by=by, at=at or timezone.now(), **given)


def report(by: Actor, **values: Any) -> VolunteerReport:
    given = {
        "on": today(),
        "reporter_role": "commissioner",
        "reporter_name": "報告 委員子",
        "about": "角の家の一人暮らしの方",
        "address": "打穴中9",
        "noticed": "新聞がたまっている。",
        **values,
    }
    with acting_as(by):
        return actions.take_report(by=by, **given)


def delivers(by: Actor, program: str) -> None:
    """Gives the actor's agency a program of ①."""
    Delivery.objects.create(
        key=f"{by.agency.key}-{program.replace('_', '-')}",
        works=[Work.CONSULTATION.value],
        fields=["care"],
        program=program,
        name=program,
    ).agencies.add(by.agency)

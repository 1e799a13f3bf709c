"""A town's bodies, a consulted household, and meetings, made by the product's own actions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from kasane.agencies.models import Delivery
from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.base.ids import new_id
from kasane.base.obstacles import Obstacle
from kasane.cases import api as cases
from kasane.conferences import actions, queries
from kasane.conferences.models import Body
from kasane.coordination import api as coordination
from kasane.disclosure import api as disclosure
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person
from kasane.profiles.model import BodyPart
from kasane.profiles.vocabulary import StandingRole, Weekday


class Code(Enum):
    SUPPORT = "support_conference"
    MULTI = "multi_tier"
    HEADQUARTERS = "headquarters"
    NETWORK = "network"
    PLAN = "plan"


@dataclass(frozen=True)
class TownBody:
    """A body as `kasane.profiles` hands it over."""

    key: str
    name: str
    functions: tuple[Code, ...]
    host: str | None = "juso"
    legal_basis: str | None = None
    convener: str | None = "美咲町"
    regular: bool = False
    ad_hoc: bool = True
    times_per_year: int | None = None
    months: tuple[int, ...] = ()
    week: int | None = None
    weekday: Weekday | None = None
    starts: time | None = None
    length: int | None = None
    parts: tuple[BodyPart, ...] = ()
    member_roles: tuple[StandingRole, ...] = ()
    part_of: str | None = None
    members: tuple[str, ...] = ()
    members_text: str | None = None
    roles: tuple[str, ...] = ()
    text: str | None = None


@dataclass(frozen=True)
class TownTiming:
    code: Code
    name: str
    agenda: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True)
class Town:
    bodies: tuple[TownBody, ...]
    timings: tuple[TownTiming, ...]


TOWN = Town(
    bodies=(
        TownBody("network", "みんなで支え愛ネットワーク", (Code.NETWORK,), host=None),
        TownBody("shien", "支援会議", (Code.SUPPORT,)),
        TownBody("sasaeai", "みんなで支え愛会議", (Code.MULTI,), members=("juso", "fukushi", "shakyo")),
        TownBody("honbu", "推進本部会議", (Code.HEADQUARTERS,), host=None, times_per_year=1),
        TownBody("tsunagaru", "つながる会議", (Code.SUPPORT, Code.MULTI)),
    ),
    timings=(TownTiming(Code.PLAN, "プラン策定後の評価時", ("本人の目標", "役割分担の確認")),),
)


@dataclass
class Meetings:
    """Bodies by key, and meetings as the tests need them."""

    cast: Any
    bodies: dict[str, Body]

    def convene(self, key: str = "sasaeai", *, by=None, members=(), acknowledged=True, **values):
        by = by or self.cast.coordinator
        with acting_as(by):
            meeting = actions.convene(
                self.bodies[key],
                by=by,
                on=today(),
                starts_at=values.pop("starts_at", soon()),
                posts=[member.post for member in members],
                **values,
            )
        if acknowledged:
            acknowledge(meeting, by, *members)
        return meeting


def acknowledge(meeting, *members) -> None:
    """Each of these reads and confirms the duty of secrecy (R-DIS-02)."""
    for member in members:
        with acting_as(member):
            actions.acknowledge(queries.membership(meeting.id, member), by=member)


def soon(days: int = 7) -> datetime:
    day = today() + timedelta(days=days)
    return timezone.make_aware(datetime(day.year, day.month, day.day, 13, 30))


@pytest.fixture
def town(cast):
    coordination_delivery = Delivery.objects.create(
        key="takikan", works=[5], fields=[], program="coordination", name="多機関協働事業", modes=[],
    )  # fmt: skip
    coordination_delivery.divisions.add(cast.decider.agency)
    coordination_delivery.agencies.add(cast.coordinator.agency)
    return Meetings(cast, {body.key: body for body in actions.install_bodies(TOWN)})


@pytest.fixture
def case(cast):
    """A household known to the agency that took the consultation alone."""
    with acting_as(cast.worker):
        case = cases.open_case(by=cast.worker, on=date(2025, 5, 1))
        add_person(case.id, by=cast.worker, family_name="山形", given_name="正樹", is_subject=True)
        return case


@pytest.fixture
def consented(case, cast):
    """The same household after consent, with 重層支援センター in the team."""
    with acting_as(cast.worker):
        disclosure.record_consent(
            case.id, by=cast.worker, level="application", answer="agree", confirmed_on=date(2025, 5, 2)
        )
        disclosure.add_evidence(
            case.id,
            [disclosure.New("team", cast.coordinator.agency.id, "つなぎを受けた機関", "referral", new_id())],
            on=date(2025, 5, 3),
        )
    return case


@dataclass
class Desk:
    """What coordination answers, so that these tests are about the conference alone."""

    facts: dict[tuple[UUID, str], coordination.ConferenceFacts]
    recorded: list[dict[str, Any]]

    def ready(self, case, timing=Timing.PLAN, **values):
        self.facts[case.id, timing] = coordination.ConferenceFacts(
            case_id=case.id,
            timing=timing,
            subject_id=values.pop("subject_id", new_id()),
            title=values.pop("title", "プラン(初回)"),
            consented=values.pop("consented", True),
            ready=values.pop("ready", True),
            obstacles=values.pop("obstacles", []),
            agencies=values.pop("agencies", set()),
        )


@pytest.fixture
def desk(monkeypatch):
    desk = Desk({}, [])

    def nothing_yet(case_id, timing):
        obstacle = Obstacle("no_consent", "本人の同意がありません。", "R-CONF-03")
        return coordination.ConferenceFacts(case_id, timing, None, "プラン", False, False, [obstacle], set())

    def facts(case_id, timing, course="coordination"):
        return desk.facts.get((case_id, timing)) or nothing_yet(case_id, timing)

    monkeypatch.setattr(coordination, "conference_facts", facts)
    monkeypatch.setattr(
        coordination,
        "due_for_conference",
        lambda by, courses: [one for one in desk.facts.values() if one.ready],
    )
    monkeypatch.setattr(coordination, "record_judgement", lambda **values: desk.recorded.append(values))
    monkeypatch.setattr(
        coordination,
        "judgements_for",
        lambda timing: {
            Timing.PLAN: [coordination.Judgement.APPROPRIATE, coordination.Judgement.REVISE],
            Timing.CLOSURE: [coordination.Judgement.CLOSE, coordination.Judgement.CONTINUE],
        }[timing],
    )
    return desk

"""A town with three desks of 包括的相談支援 and its centre, and a message that waits at one of them."""

from __future__ import annotations

from typing import Any

import pytest

from kasane.agencies.models import Agency, Area, Delivery, DeliveryAgency
from kasane.disclosure.viewer import acting_as
from kasane.intake.door import actions
from kasane.intake.door.queries import waiting_messages
from kasane.intake.models import DoorMessage
from kasane.profiles.vocabulary import Field, ProgramCode, Work

LEFT = {
    "language": "vi", "topic": "care", "called": "ホア", "phone": "090-1234-5678", "mail": "hoa@example.com",
    "times": ["evening"], "words": "Mẹ tôi bị bệnh",
}  # fmt: skip


def deliver(agency: Agency, field: Field) -> None:
    delivery = Delivery.objects.create(
        key=f"d-{agency.key}", works=[Work.CONSULTATION.value], fields=[field.value], name="相談",
        program=ProgramCode.SUPPORT_CENTER.value,
    )  # fmt: skip
    DeliveryAgency.objects.create(delivery=delivery, agency=agency)


@pytest.fixture
def open_door(settings: Any) -> None:
    settings.DOOR = True


@pytest.fixture
def desks(cast: Any) -> Any:
    """hokatsu for the aged, kikan for disabled people, juso as the centre."""
    Agency.objects.filter(key="juso").update(key="juso-center", phone="0868-00-0001")
    Agency.objects.filter(key="hokatsu").update(
        phone="0868-00-0002", address="原田1735", kana="ちいきほうかつ"
    )
    deliver(cast.worker.agency, Field.CARE)
    deliver(cast.disability.agency, Field.DISABILITY)
    return cast


@pytest.fixture
def areas(desks: Any) -> list[Area]:
    """Two areas; hokatsu is there for the first alone."""
    made = [
        Area.objects.create(key=name, name=name, kind="圏域", level=1, order=nth)
        for nth, name in enumerate(("北", "南"))
    ]
    desks.worker.agency.areas.set([made[0]])
    return made


@pytest.fixture
def message(desks: Any) -> DoorMessage:
    """Left at hokatsu by nobody signed in."""
    actions.leave(sender="203.0.113.1", agency_id=desks.worker.agency.id, **LEFT)
    with acting_as(desks.worker):
        return waiting_messages(desks.worker)[0]

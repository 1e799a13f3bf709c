"""What the door reads of the delivery structure, and what the desk reads of its messages."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, QuerySet

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, Area, Work
from kasane.agencies.queries import active_agencies, center_agency, deliveries_in_force, staff_of
from kasane.intake.door.rules import Place
from kasane.intake.models import DoorMessage, DoorStepKind

MOST = 50


def places() -> list[Place]:
    """Every desk of ① 包括的相談支援 in the order of the plan, and the centre. Five queries, however many there are."""
    center = center_agency()
    fields: dict[UUID, set[str]] = {}
    areas: dict[UUID, set[UUID]] = {}
    deliveries = deliveries_in_force().filter(works__contains=[Work.CONSULTATION.value])
    for delivery in deliveries.prefetch_related("agencies", "areas"):
        for agency in delivery.agencies.all():
            fields.setdefault(agency.id, set()).update(delivery.fields)
            areas.setdefault(agency.id, set()).update(one.id for one in delivery.areas.all() if one.level)
    found = active_agencies().filter(pk__in=[*fields, *([center.id] if center else [])])
    return [
        Place(
            id=agency.id,
            name=agency.name,
            kana=agency.kana,
            phone=agency.phone,
            address=agency.address,
            fields=frozenset(fields.get(agency.id, ())),
            areas=frozenset(one.id for one in agency.areas.all() if one.level) or frozenset(areas.get(agency.id, ())),
            is_center=center is not None and agency.id == center.id,
        )
        for agency in found.prefetch_related("areas")
    ]  # fmt: skip


def areas_asked(among: list[Place]) -> list[Area]:
    """The areas a visitor may choose from: those that some desks are there for and others are not (R-DEL-05). One query."""
    divided = {area for place in among for area in place.areas}
    return list(Area.objects.filter(pk__in=divided, is_active=True)) if divided else []


def area_and_above(area_id: UUID | None) -> set[UUID]:
    """An area with all it lies in. One query per level, of which a town has two or three."""
    found: set[UUID] = set()
    while area_id is not None and area_id not in found:
        found.add(area_id)
        area_id = Area.objects.filter(pk=area_id).values_list("parent_id", flat=True).first()
    return found


def _messages(by: Actor) -> QuerySet[DoorMessage]:
    """The agency's own, without what was typed: a list is no reading."""
    missed = Count("steps", filter=Q(steps__kind__in=[DoorStepKind.MISSED, DoorStepKind.REACHED]))
    typed = ("called", "phone", "mail", "words", "result_note")
    return DoorMessage.objects.filter(agency=by.agency).annotate(tries=missed).defer(*typed)


def waiting_messages(by: Actor) -> list[DoorMessage]:
    """What waits at the viewer's desk, the longest waiting first. One query."""
    return list(_messages(by).filter(result="").order_by("created_at")[:MOST])


def ended_messages(by: Actor) -> list[DoorMessage]:
    """What the desk has dealt with, the latest first. One query."""
    rows = _messages(by).exclude(result="").select_related("ended_by")
    return list(rows.order_by("-ended_on", "-id")[:MOST])


def open_message(message_id: UUID) -> DoorMessage | None:
    """The message with everything in it; the reading goes to the log. None for everybody but the desk that has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT intake_read_door_message(%s)", [message_id])
        mine = cursor.fetchone()[0]
    return _whole(message_id) if mine else None


def as_it_stands(row: DoorMessage) -> DoorMessage:
    """The same message once more, in the same reading: a colleague may have written meanwhile."""
    return _whole(row.pk) or row


def _whole(message_id: UUID) -> DoorMessage | None:
    rows = DoorMessage.objects.select_related("agency", "area", "ended_by")
    return rows.filter(pk=message_id).first()


def desks_with_staff(*, besides: Agency | None = None) -> QuerySet[Agency]:
    """The desks where somebody could read a message today."""
    others = active_agencies().exclude(pk=besides.pk) if besides else active_agencies()
    there = staff_of(others.values("pk")).exclude(role="administrator")
    return others.filter(pk__in=there.values("agency_id"))

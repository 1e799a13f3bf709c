"""連絡を取ろうとした記録: the visits, calls, letters and questions to those around that 支援経過記録 tell of (R-COOR-09)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from kasane.base.choices import ContactMethod
from kasane.base.dates import short_wareki
from kasane.cases.models import SupportRecord

METHODS = (
    ContactMethod.VISIT,
    ContactMethod.PHONE,
    ContactMethod.MAIL,
    ContactMethod.LETTER,
    ContactMethod.INTERVIEW,
    ContactMethod.AGENCY_TALK,
)
"""Ways in which contact is sought: with the person, and by asking those around."""
OFFERED = 30
SHOWN = 40


def attempts_offered(case_id: UUID) -> list[tuple[str, str]]:
    """The newest records in which contact may have been sought, to be ticked: key and words. One query."""
    rows = (
        SupportRecord.objects.filter(case_id=case_id, method__in=METHODS)
        .select_related("agency")
        .order_by("-at", "-id")[:OFFERED]
    )
    return [(str(row.id), _words(row)) for row in rows]


def known_attempts(case_id: UUID, records: Iterable[UUID]) -> list[UUID]:
    """Of these, the records of this case that the viewer may see: nothing else can be an attempt. One query at most."""
    wanted = list(records)
    if not wanted:
        return []
    return list(
        SupportRecord.objects.filter(case_id=case_id, pk__in=wanted)
        .order_by("at")
        .values_list("id", flat=True)
    )


def attempt_lines(case_id: UUID, records: Iterable[UUID]) -> list[str]:
    """What the kept attempts were, in words, the earliest first. One query."""
    rows = SupportRecord.objects.filter(case_id=case_id, pk__in=list(records)).select_related("agency")
    return [_words(row) for row in rows.order_by("at", "id")]


def _words(row: SupportRecord) -> str:
    day = short_wareki(timezone.localdate(row.at))
    text = " ".join(row.content.split())
    said = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    return f"{day} {row.get_method_display()} {row.agency.name}: {said}"

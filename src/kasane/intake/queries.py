"""What the screens of the desk read. Row-level security has filtered before any of this."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, Delivery, Work
from kasane.cases.queries import attach_households
from kasane.disclosure.access import Today
from kasane.disclosure.models import Grant
from kasane.intake.models import Reception, Referral, ReferralState

MOST = 30
MOST_WAITING = 50


def coordination_agencies() -> QuerySet[Agency]:
    """The agencies that do ⑤ 多機関協働: by delivery, or as the town's centre (R-INT-06)."""
    return Agency.objects.filter(
        Q(deliveries__works__contains=[Work.COORDINATION.value]) | Q(key=profile.current().rules.center)
    ).distinct()


def center_agencies() -> QuerySet[Agency]:
    """The town's centre, which takes what nobody can place (R-INT-06)."""
    return Agency.objects.filter(key=profile.current().rules.center)


def outreach_agencies() -> QuerySet[Agency]:
    """The agencies that do ④ アウトリーチ等."""
    return Agency.objects.filter(deliveries__works__contains=[Work.OUTREACH.value]).distinct()


def agencies_by_field() -> dict[str, list[Agency]]:
    """Who delivers in each field today (R-DEL-01): what 「障害の機関」 means when the person names agencies by a word.

    One query.
    """
    rows = (
        Delivery.objects.filter(is_active=True, agencies__is_active=True)
        .order_by("agencies__order", "agencies__name")
        .values_list("fields", "agencies__id", "agencies__name")
    )
    found: dict[str, dict[UUID, Agency]] = {}
    for fields, id, name in rows:
        for field in fields:
            found.setdefault(field, {})[id] = Agency(id=id, name=name)
    return {field: list(agencies.values()) for field, agencies in found.items()}


def delivers_coordination(agency_id: UUID) -> bool:
    return coordination_agencies().filter(pk=agency_id).exists()


def latest_receptions(by: Actor) -> list[Reception]:
    """The desk's latest receptions with their households. Two queries."""
    rows = list(
        Reception.objects.filter(agency=by.agency)
        .select_related("case", "received_by")
        .order_by("-received_on", "-id")[:MOST]
    )
    attach_households([row.case for row in rows])
    return rows


def inbox(by: Actor) -> list[Referral]:
    """What waits for an answer of this agency: urgent first, then the longest waiting. Two queries."""
    return _with_households(
        Referral.objects.filter(receiver=by.agency, state=ReferralState.SENT).order_by(
            "-is_urgent", "sent_on", "id"
        )[:MOST_WAITING]
    )


def sent_open(by: Actor) -> list[Referral]:
    """What this agency sent and has not finished with: unanswered, or returned without a follow-up. Two queries."""
    unfinished = Q(state=ReferralState.SENT) | Q(state=ReferralState.RETURNED, followed_up_on__isnull=True)
    return _with_households(
        Referral.objects.filter(unfinished, sender=by.agency).order_by("-is_urgent", "sent_on", "id")[:MOST]
    )


def _with_households(rows: QuerySet[Referral]) -> list[Referral]:
    found = list(rows.select_related("case", "sender", "sent_by", "receiver"))
    attach_households([row.case for row in found])
    return found


def reception_of(case_id: UUID) -> Reception | None:
    """The sheet with which the case began."""
    return (
        Reception.objects.filter(case_id=case_id)
        .select_related("agency", "received_by", "outcome_by")
        .order_by("received_on", "id")
        .first()
    )


def reception_for_steps(case_id: UUID, *, by: Actor) -> Any:
    """The sheet, with `viewer_writes`: whether the viewer works on the case. One query."""
    mine = Q(agency_id=by.agency.id) | Q(user_id=by.user.id)
    writing = Grant.objects.filter(mine, case_id=OuterRef("case_id"), writes=True, valid__contains=Today())
    return (
        Reception.objects.filter(case_id=case_id)
        .select_related("agency", "received_by")
        .annotate(viewer_writes=Exists(writing))
        .order_by("received_on", "id")
        .first()
    )


def referrals_of(case_id: UUID) -> list[Referral]:
    """The hops of a case, in their order."""
    return list(
        Referral.objects.filter(case_id=case_id).select_related(
            "sender", "receiver", "sent_by", "answered_by", "followed_up_by"
        )
    )


def pending_referrals(case_id: UUID) -> list[Referral]:
    """The hops nobody has answered yet."""
    return [row for row in referrals_of(case_id) if row.is_waiting]


def names_of(agency_ids: Sequence[UUID]) -> list[str]:
    """Names of agencies, in the town's order."""
    if not agency_ids:
        return []
    return list(Agency.objects.filter(pk__in=list(agency_ids)).values_list("name", flat=True))

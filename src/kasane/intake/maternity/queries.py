"""What the screens of the ledger read. Row-level security has filtered before any of this."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import DateField, OuterRef, Q, QuerySet, Subquery

from kasane.agencies.actors import Actor
from kasane.agencies.queries import active_agencies, deliveries_in_force
from kasane.intake.maternity.rules import PROGRAMS
from kasane.intake.models import MaternityEntry, MaternityTalk, SupportPlan, TalkStage

PEOPLE = ("case", "person", "agency", "in_charge")


def desks() -> dict[UUID, str]:
    """The 母子保健 desks of the town by the plan."""
    rows = active_agencies().filter(deliveries__in=deliveries_in_force().filter(program__in=PROGRAMS))
    return dict(rows.distinct().values_list("id", "name"))


def ledger(by: Actor, wanted: Mapping[str, Any]) -> QuerySet[MaternityEntry]:
    """The ledger of the desk by 分娩予定日, with the next talk and the review of the plan beside each entry."""
    talks = (
        MaternityTalk.objects.filter(entry=OuterRef("pk"), done_on__isnull=True)
        .exclude(stage__in=(TalkStage.NOTICE, TalkStage.EIGHT_MONTHS), entry__born_on__isnull=False)
        .order_by("expected_on")
    )
    plans = SupportPlan.objects.filter(entry=OuterRef("pk")).order_by("-number")
    rows = MaternityEntry.objects.filter(agency=by.agency).select_related(*PEOPLE)
    rows = rows.annotate(
        next_talk_on=Subquery(talks.values("expected_on")[:1], output_field=DateField()),
        review_on=Subquery(plans.values("review_on")[:1], output_field=DateField()),
    )
    part = wanted.get("part", "")
    if part == "ended":
        return rows.filter(ended_on__isnull=False).order_by("-ended_on", "-id")
    rows = rows.filter(ended_on__isnull=True)
    if part:
        rows = rows.filter(born_on__isnull=part == "pregnant")
    if need := wanted.get("need"):
        rows = rows.filter(need=need)
    if situation := wanted.get("situation"):
        rows = rows.filter(situations__contains=[situation])
    return rows.order_by("due_on", "id")


def in_ledger(person_id: UUID, due_on: date, *, but: UUID | None = None) -> bool:
    """Whether this pregnancy of the person stands in a ledger already."""
    rows = MaternityEntry.objects.filter(Q(due_on=due_on), person_id=person_id)
    return rows.exclude(pk=but).exists() if but else rows.exists()

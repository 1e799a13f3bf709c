"""What screens and acts read of the routes. Row-level security has filtered before any of this."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.kinds import combine
from kasane.disclosure import api as disclosure
from kasane.disclosure.access import Today
from kasane.disclosure.models import Grant
from kasane.disclosure.rules import consent_in_force
from kasane.intake.models import RightsRoute, RightsStep
from kasane.intake.rights.rules import Division
from kasane.people.models import Person

PEOPLE = ("case", "person", "agency", "started_by", "reported_to")


def open_kinds(person: Person) -> set[str]:
    """The routes the person is on."""
    rows = RightsRoute.objects.filter(person=person, ended_on__isnull=True)
    return set(rows.values_list("kind", flat=True))


def done_steps(route_id: UUID) -> dict[str, date]:
    """The steps that are done, with their day."""
    rows = RightsStep.objects.filter(route_id=route_id, done_on__isnull=False)
    return {code: on for code, on in rows.values_list("code", "done_on") if on is not None}


def routes_of_desk(by: Actor, *, closed: bool) -> QuerySet[RightsRoute]:
    """The routes the agency leads or was told of: the open ones by age, the ended ones newest first."""
    rows = (
        RightsRoute.objects.filter(
            Q(agency=by.agency) | Q(reported_to=by.agency), ended_on__isnull=not closed
        )
        .select_related(*PEOPLE)
        .annotate(done=Count("steps", filter=Q(steps__done_on__isnull=False)), all=Count("steps"))
    )
    return rows.order_by("-ended_on", "-id") if closed else rows.order_by("started_on", "id")


def division_of(route: RightsRoute, division: Agency, *, by: Actor, on: date) -> Division:
    """What the division sees of the case today, and what the person lets it know."""
    grants = Grant.objects.filter(case_id=route.case_id, agency_id=division.id, valid__contains=Today())
    consent = consent_in_force(disclosure.statements_of(route.case_id), division.id, on)
    return Division(
        name=division.name,
        is_municipality=division.is_municipality,
        is_own=division.id == by.agency.id,
        sees=combine(list(grants.values_list("kinds", flat=True))),
        consented=consent.kinds if consent else 0,
    )

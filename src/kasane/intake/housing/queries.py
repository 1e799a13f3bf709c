"""What acts and screens read of 住居確保給付金. Row-level security has filtered before any of this."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import DateField, OuterRef, QuerySet, Subquery

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.agencies.models import Municipality, ProgramCode
from kasane.agencies.queries import active_agencies, deliveries_in_force
from kasane.intake.housing import moving, rules
from kasane.intake.housing.moving import Move
from kasane.intake.housing.rules import Check, Facts, standard_for
from kasane.intake.models import HousingBenefit, HousingTerm
from kasane.profiles.model import HousingStandard

PEOPLE = ("case", "person", "agency", "received_by")


def desks() -> dict[UUID, str]:
    """The 自立相談支援機関 of the town by the plan; a town without a 福祉事務所 has none of its own."""
    deliveries = deliveries_in_force().filter(program=ProgramCode.SELF_RELIANCE.value)
    return dict(active_agencies().filter(deliveries__in=deliveries).distinct().values_list("id", "name"))


def authority() -> str:
    """Who decides: the town's own 福祉事務所, or the prefecture's where the town has none."""
    town = Municipality.objects.first()
    if town is None:
        return ""
    return f"{town.name}福祉事務所" if town.has_welfare_office else f"{town.prefecture or '県'}の福祉事務所"


def standard(size: int, on: date) -> HousingStandard | None:
    """The amounts the town registered in its profile."""
    return standard_for(profile.current().housing, size=size, on=on)


def facts_of(row: HousingBenefit) -> Facts:
    return Facts(
        ground=row.ground,
        lost_on=row.lost_on,
        received_on=row.received_on,
        household_size=row.household_size,
        rent=row.rent,
        income=row.income,
        savings=row.savings,
        was_earner=row.was_earner,
        other_aid=row.other_aid,
        seeking=row.seeking,
        papers=row.papers,
    )


def move_of(row: HousingBenefit) -> Move:
    return Move(
        counsel=row.counsel,
        counselled_on=row.counselled_on,
        to=row.moving_to,
        leaves_town=row.leaves_town,
        new_rent=row.new_rent,
        cost=row.moving_cost,
    )


def checks_of(row: HousingBenefit) -> list[Check]:
    """The desk's first look at an application, by its kind."""
    amounts = standard(row.household_size, row.received_on)
    if row.is_moving:
        return moving.checks(facts_of(row), move_of(row), amounts)
    return rules.checks(facts_of(row), amounts)


def benefits_of_desk(by: Actor, *, state: str) -> QuerySet[HousingBenefit]:
    """The applications of the desk with the last day of benefit: those that run by their day, the ended newest first."""
    terms = HousingTerm.objects.filter(benefit=OuterRef("pk")).order_by("-number")
    rows = (
        HousingBenefit.objects.filter(agency=by.agency)
        .select_related(*PEOPLE)
        .annotate(last_on=Subquery(terms.values("ends_on")[:1], output_field=DateField()))
    )
    if state == "ended":
        return rows.filter(ended_on__isnull=False).order_by("-ended_on", "-id")
    rows = rows.filter(ended_on__isnull=True)
    return (rows.filter(state=state) if state else rows).order_by("received_on", "id")

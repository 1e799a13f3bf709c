"""Keeping the sites of ① (R-DEL-04): entered by hand, or made from what the plan prints."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, Area, Delivery, DeliveryAgency, Municipality, Site
from kasane.agencies.sites import rules
from kasane.agencies.sites.queries import consultations
from kasane.base.dates import today
from kasane.base.obstacles import require

ITEMS = ("name", "agency", "site_type", "backed_by", "elders", "place", "starts_on", "ends_on", "note")
"""What is laid side by side when two people change a site at once."""


def keeps(by: Actor) -> bool:
    """Whether this person keeps the town's sites."""
    return by.decides_for_town


@transaction.atomic
def add_site(
    *, by: Actor, deliveries: Collection[Delivery] = (), areas: Collection[Area] = (), **facts: Any
) -> Site:
    """A new site. `facts`: the other fields of Site. Raises Forbidden for others than managers and deciders of the town,
    for a 統合型 with one program, a 基本型 with several, a 地域型 that no site backs.
    """
    site = Site(**facts)
    _one_at_a_time()
    _require(site, deliveries, by=by)
    site.save(force_insert=True)
    _tie(site, deliveries, areas)
    return site


@transaction.atomic
def change_site(
    site: Site,
    *,
    by: Actor,
    version: int,
    deliveries: Collection[Delivery] = (),
    areas: Collection[Area] = (),
    **facts: Any,
) -> Site:
    """Mends or closes a site. Raises Forbidden as above, StaleEdit when somebody else was faster."""
    _one_at_a_time()
    row = Site.lock(site.pk, version=version)
    for key, value in facts.items():
        setattr(row, key, value)
    _require(row, deliveries, by=by)
    row.save_next()
    _tie(row, deliveries, areas)
    return row


@transaction.atomic
def sites_from_plan(*, by: Actor) -> list[Site]:
    """A site for each agency that carries out ① and has none yet, with the deliveries and areas of the plan.

    Answers those that were made; a second call makes nothing.
    """
    _one_at_a_time()
    require(rules.keeper_obstacles(decides_for_town=keeps(by)))
    return [
        _from_plan(agency, deliveries, by=by)
        for agency, deliveries in _without_site().items()
        if agency.is_active
    ]


def _without_site() -> Mapping[Agency, list[Delivery]]:
    links = (
        DeliveryAgency.objects.filter(delivery__in=consultations(), agency__sites__isnull=True)
        .select_related("agency", "delivery")
        .order_by("delivery__order", "order")
    )
    found: dict[Agency, list[Delivery]] = {}
    for link in links:
        found.setdefault(link.agency, []).append(link.delivery)
    return found


def _from_plan(agency: Agency, deliveries: list[Delivery], *, by: Actor) -> Site:
    areas = list(agency.areas.all()) or list(Area.objects.filter(deliveries__in=deliveries).distinct())
    return add_site(
        by=by,
        name=agency.name,
        agency=agency,
        site_type=rules.planned_type([delivery.program for delivery in deliveries]).value,
        place=agency.address,
        starts_on=today(),
        deliveries=deliveries,
        areas=areas,
    )


def _tie(site: Site, deliveries: Collection[Delivery], areas: Collection[Area]) -> None:
    site.deliveries.set(deliveries)
    site.areas.set(areas)


def _one_at_a_time() -> None:
    """Nobody takes a backing site away while another leans a 地域型 site on it."""
    Municipality.objects.select_for_update().filter(id=1).first()


def _require(site: Site, deliveries: Collection[Delivery], *, by: Actor) -> None:
    require(
        [
            *rules.keeper_obstacles(decides_for_town=keeps(by)),
            *rules.site_obstacles(_draft(site, deliveries)),
        ]
    )


def _draft(site: Site, deliveries: Collection[Delivery]) -> rules.Draft:
    done: set[UUID] = set(
        DeliveryAgency.objects.filter(agency=site.agency).values_list("delivery", flat=True)
    )
    same = Site.objects.filter(agency=site.agency, name=site.name.strip(), ends_on__isnull=True)
    return rules.Draft(
        name=site.name,
        site_type=site.site_type,
        starts_on=site.starts_on,
        ends_on=site.ends_on,
        programs=tuple(delivery.program for delivery in deliveries),
        not_delivered=tuple(delivery.name for delivery in deliveries if delivery.id not in done),
        user_support_types=tuple(site.user_support_types),
        backing_type=site.backed_by.site_type if site.backed_by else None,
        backing_is_open=site.backed_by is None or site.backed_by.is_open,
        backs_itself=site.backed_by_id == site.pk,
        backs=tuple(one.name for one in site.backs.all() if one.is_open) if not site._state.adding else (),
        name_is_taken=site.ends_on is None and same.exclude(pk=site.pk).exists(),
    )

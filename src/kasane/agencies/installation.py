"""Puts a town profile into the tables: the delivery structure as the plan names it (R-DEL-01, 05)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from kasane.agencies.models import (
    Agency,
    Area,
    Delivery,
    DeliveryAgency,
    DeliveryDivision,
    Municipality,
)
from kasane.profiles import Profile
from kasane.profiles import model as profiled

N = TypeVar("N", Area, Agency, Delivery)
Values = Mapping[str, dict[str, Any]]


@transaction.atomic
def install_profile(profile: Profile) -> Municipality:
    """The town with its areas, agencies and deliveries, each found again by its key.

    A second run changes nothing. What the profile no longer names stays and is switched off: cases, posts and
    meetings may stand on it. Needs no viewer, since none of it is about a person who is helped.
    """
    town = _municipality(profile)
    areas = _upsert(Area, {row.key: _area(row) for row in profile.areas})
    _link(areas, {row.key: {"parent_id": _id(areas, row.parent)} for row in profile.areas})
    agencies = _upsert(Agency, {row.key: _agency(row) for row in profile.agencies})
    _link(agencies, {row.key: _kin(row, agencies) for row in profile.agencies})
    deliveries = _upsert(Delivery, {row.key: _delivery(row) for row in profile.deliveries})
    _link(
        deliveries,
        {row.key: {"backed_by_id": _id(deliveries, row.backed_by)} for row in profile.deliveries},
    )
    _areas_of(Agency.areas.through, "agency_id", agencies, areas, profile.agencies)
    _areas_of(Delivery.areas.through, "delivery_id", deliveries, areas, profile.deliveries)
    _who_delivers(profile.deliveries, deliveries, agencies)
    return town


def _municipality(profile: Profile) -> Municipality:
    values = {
        "profile_key": Path(profile.source).stem,
        "name": profile.town.name,
        "kana": profile.town.kana,
        "prefecture": profile.town.prefecture or "",
        "code": profile.town.code or "",
        "has_welfare_office": profile.town.has_welfare_office,
        "profile_digest": hashlib.sha256(repr(profile).encode()).hexdigest(),
    }
    town = Municipality.objects.select_for_update().filter(id=1).first() or Municipality(id=1)
    if _set(town, values) or town._state.adding:
        town.save()
    return town


def _area(row: profiled.Area) -> dict[str, Any]:
    return {"name": row.name, "kind": row.kind, "level": row.level}


def _agency(row: profiled.Agency) -> dict[str, Any]:
    return {
        "name": row.name,
        "kana": row.kana,
        "kind": row.kind.value,
        "phone": row.phone or "",
        "note": row.note or "",
    }


def _kin(row: profiled.Agency, agencies: Mapping[str, Agency]) -> dict[str, Any]:
    return {"parent_id": _id(agencies, row.parent), "operator_id": _id(agencies, row.operator)}


def _id(rows: Mapping[str, N], key: str | None) -> UUID | None:
    return None if key is None else rows[key].id


def _delivery(row: profiled.Delivery) -> dict[str, Any]:
    return {
        "works": [work.value for work in row.works],
        "fields": [field.value for field in row.fields],
        "field_text": row.field_text or "",
        "program": row.program.value,
        "name": row.name,
        "legal_basis": row.legal_basis or "",
        "sites": row.sites,
        "sites_text": row.sites_text or "",
        "modes": [mode.value for mode in row.modes],
        "target": row.target or "",
        "duty_lead": row.duty_lead or "",
        "duties": list(row.duties),
        "examples": list(row.examples),
        "site_type": row.site_type.value if row.site_type else "",
        "note": row.note or "",
    }


def _upsert(model: type[N], rows: Values) -> dict[str, N]:
    """The rows by key: new ones are added, those that differ saved, those not named any more switched off."""
    standing: dict[str, N] = {row.key: row for row in model._default_manager.select_for_update()}
    for order, (key, values) in enumerate(rows.items(), start=1):
        wanted = {**values, "order": order, "is_active": True}
        if key not in standing:
            standing[key] = model._default_manager.create(key=key, **wanted)
        elif _set(standing[key], wanted):
            standing[key].save()
    for key, row in standing.items():
        if key not in rows and _set(row, {"is_active": False}):
            row.save(update_fields=["is_active"])
    return {key: standing[key] for key in rows}


def _link(rows: Mapping[str, N], links: Values) -> None:
    """Ties between rows of one table, once all of them are there."""
    for key, values in links.items():
        if _set(rows[key], values):
            rows[key].save(update_fields=list(values))


def _set(row: Model, values: Mapping[str, Any]) -> bool:
    """Puts the values on the row; whether any of them was another before."""
    changed = False
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
            changed = True
    return changed


def _areas_of(
    through: type[Model],
    column: str,
    owners: Mapping[str, Agency] | Mapping[str, Delivery],
    areas: Mapping[str, Area],
    rows: Iterable[profiled.Agency | profiled.Delivery],
) -> None:
    wanted = {(owners[row.key].pk, areas[key].pk) for row in rows for key in row.areas}
    manager = through._default_manager
    links = manager.filter(**{f"{column}__in": [owner.pk for owner in owners.values()]})
    standing = {(getattr(link, column), link.area_id): link.pk for link in links}  # type: ignore[attr-defined]
    manager.filter(pk__in=[pk for pair, pk in standing.items() if pair not in wanted]).delete()
    manager.bulk_create(
        [through(**{column: owner, "area_id": area}) for owner, area in wanted - standing.keys()]
    )


def _who_delivers(
    rows: Iterable[profiled.Delivery], deliveries: Mapping[str, Delivery], agencies: Mapping[str, Agency]
) -> None:
    """実施機関 and 所管課 in the order of the plan, written anew only where they differ."""
    for row in rows:
        delivery = deliveries[row.key]
        modes = row.agency_modes
        _links(
            DeliveryAgency,
            delivery,
            [(agencies[key], {"mode": modes[key].value if key in modes else ""}) for key in row.agencies],
        )
        _links(DeliveryDivision, delivery, [(agencies[key], {}) for key in row.divisions])


def _links(
    model: type[DeliveryAgency] | type[DeliveryDivision],
    delivery: Delivery,
    wanted: list[tuple[Agency, dict[str, Any]]],
) -> None:
    made = [
        model(delivery=delivery, agency=agency, order=order, **extra)
        for order, (agency, extra) in enumerate(wanted, start=1)
    ]
    standing = model._default_manager.filter(delivery=delivery)
    if [_told(link) for link in standing] != [_told(link) for link in made]:
        standing.delete()
        model._default_manager.bulk_create(made)  # type: ignore[arg-type]


def _told(link: DeliveryAgency | DeliveryDivision) -> tuple[Any, ...]:
    return link.agency_id, link.order, getattr(link, "mode", "")

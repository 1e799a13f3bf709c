"""Keeping contracts. What an agency sees as entrusted work follows in the database at once."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.contracts import rules
from kasane.agencies.models import Agency, Contract, Delivery
from kasane.base.obstacles import require

ITEMS = ("delivery", "starts_on", "ends_on", "note")


def keeps(by: Actor) -> bool:
    """Whether this person keeps the town's contracts."""
    return by.decides_for_town


@transaction.atomic
def add_contract(
    agency: Agency, *, by: Actor, delivery: Delivery, starts_on: date, ends_on: date | None, note: str = ""
) -> Contract:
    """The town entrusts a delivery to an agency for a time (R-DIS-01).

    Raises Forbidden for others than managers and deciders of the town, for wrong days, for a delivery the agency does
    not carry out, and for a second contract in the same time.
    """
    row = Contract(agency=agency, delivery=delivery, starts_on=starts_on, ends_on=ends_on, note=note)
    _require(row, by=by)
    row.save(force_insert=True)
    return row


@transaction.atomic
def change_contract(
    contract: Contract,
    *,
    by: Actor,
    version: int,
    starts_on: date,
    ends_on: date | None,
    note: str = "",
) -> Contract:
    """Another term: what the agency sees as entrusted work ends or goes on with it (R-DIS-01).

    Raises Forbidden as above, StaleEdit when somebody else changed it in between.
    """
    row = Contract.lock(contract.pk, version=version)
    row.starts_on, row.ends_on, row.note = starts_on, ends_on, note
    _require(row, by=by)
    row.save_next()
    return row


def _require(row: Contract, *, by: Actor) -> None:
    others = Contract.objects.filter(agency=row.agency, delivery=row.delivery).exclude(pk=row.pk)
    require(
        [
            *rules.keeper_obstacles(decides_for_town=keeps(by)),
            *rules.contract_obstacles(
                (row.starts_on, row.ends_on),
                agency_delivers=row.delivery.agency_links.filter(agency=row.agency).exists(),
                others=list(others.values_list("starts_on", "ends_on")),
            ),
        ]
    )

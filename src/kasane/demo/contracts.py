"""The contracts of the demo office: every delivery the plan prints as 委託, until the end of this fiscal year."""

from __future__ import annotations

from datetime import date

from kasane.agencies.actors import Actor
from kasane.agencies.contracts.actions import add_contract
from kasane.agencies.models import AgencyKind, DeliveryAgency, Mode
from kasane.base.dates import fiscal_year, today
from kasane.demo.accounts import POSTED_ON


def make_contracts(by: Actor) -> None:
    """Entrusts to each contractor what the plan says it carries out for the town."""
    end = date(fiscal_year(today()) + 1, 3, 31)
    links = DeliveryAgency.objects.filter(agency__kind=AgencyKind.ENTRUSTED).select_related(
        "agency", "delivery"
    )
    for link in links.order_by("delivery__order", "order"):
        if Mode.ENTRUSTED in ([link.mode] if link.mode else link.delivery.modes):
            add_contract(
                link.agency,
                by=by,
                delivery=link.delivery,
                starts_on=POSTED_ON,
                ends_on=end,
                note="年度ごとの委託契約",
            )

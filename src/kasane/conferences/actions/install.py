"""会議体 of the town, from its profile (R-CONF-05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.obstacles import Obstacle, require
from kasane.conferences import rules
from kasane.conferences.models import Body, Function
from kasane.coordination.api import self_reliance_agencies

if TYPE_CHECKING:
    from kasane.profiles import model as profiles


OWN = "own-"
"""How the key of a body begins that a desk set up itself."""


@transaction.atomic
def install_bodies(profile: profiles.Profile) -> list[Body]:
    """Makes or renews the bodies of the profile. One that is gone from it is kept for its meetings, out of use."""
    agencies = {agency.key: agency for agency in Agency.objects.all()}
    agendas = {
        timing.code.value: {"name": timing.name, "items": list(timing.agenda), "note": timing.note or ""}
        for timing in profile.timings
    }
    installed = []
    for order, body in enumerate(profile.bodies):
        functions = [Function(function.value).value for function in body.functions]
        row, _ = Body.objects.update_or_create(
            key=body.key,
            defaults={
                "name": body.name,
                "functions": functions,
                "legal_basis": body.legal_basis or "",
                "host": agencies[body.host] if body.host else None,
                "convener": body.convener or "",
                "schedule": _schedule(body),
                "standing_agencies": [agencies[key].id for key in body.members],
                "members_text": body.members_text or "",
                "roles": list(body.roles),
                "agendas": agendas if Function.MULTI_TIER.value in functions else {},
                "text": body.text or "",
                "order": order,
                "is_active": True,
            },
        )
        installed.append(row)
    gone = Body.objects.exclude(pk__in=[row.pk for row in installed]).exclude(key__startswith=OWN)
    gone.update(is_active=False)
    return installed


@transaction.atomic
def own_body(*, by: Actor) -> Body:
    """Sets up a 支援調整会議 of the desk's own where the town's profile names none (R-SELF-01, R-CONF-05)."""
    require(own_body_obstacles(by))
    return Body.objects.create(
        key=f"{OWN}{by.agency.id.hex}",
        name=Function.SUPPORT_COORDINATION.label,
        functions=[Function.SUPPORT_COORDINATION.value],
        legal_basis="実施要綱 別記1の4の5",
        host=by.agency,
        convener=by.agency.name,
        order=Body.objects.count(),
    )


def own_body_obstacles(by: Actor) -> list[Obstacle]:
    """What forbids `own_body`; the page that chooses a body asks first."""
    desks = self_reliance_agencies()
    return rules.own_body_obstacles(
        offered=bool(desks),
        runs_self_reliance=by.agency.id in desks,
        exists=Body.objects.filter(
            is_active=True, functions__contains=[Function.SUPPORT_COORDINATION.value]
        ).exists(),
    )


def _schedule(body: profiles.Body) -> str:
    """When the body meets, in words."""
    words = []
    if body.times_per_year:
        words.append(f"年{body.times_per_year}回")
    elif body.regular:
        words.append("定期")
    if body.ad_hoc:
        words.append("随時")
    return "・".join(words)

"""会議体 of the town, from its profile (R-CONF-05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.obstacles import Obstacle, require
from kasane.conferences import rules
from kasane.conferences.models import Body, BodyRhythm, Function
from kasane.conferences.series import rules as series
from kasane.coordination.api import self_reliance_agencies
from kasane.profiles.vocabulary import Weekday

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
                "times_per_year": body.times_per_year,
                "is_ad_hoc": body.ad_hoc,
                "parts": [
                    {"name": part.name, "function": part.function.value, "minutes": part.minutes}
                    for part in body.parts
                ],
                "standing_roles": [role.value for role in body.member_roles],
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
        _rhythm(row, body)
    _link_parts(profile)
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


def _rhythm(row: Body, body: profiles.Body) -> None:
    """What the plan says about the days; what the host has settled since then stays."""
    if not body.months and body.weekday is None and body.starts is None:
        return
    BodyRhythm.objects.get_or_create(
        body=row,
        defaults={
            "months": list(body.months) or series.months_of(body.times_per_year),
            "week": body.week,
            "weekday": None if body.weekday is None else list(Weekday).index(body.weekday),
            "starts": body.starts or series.USUAL_START,
            "length": body.length or series.USUAL_LENGTH,
        },
    )


def _link_parts(profile: profiles.Profile) -> None:
    """Which body is a part of which."""
    by_key = {row.key: row for row in Body.objects.filter(key__in=[body.key for body in profile.bodies])}
    for body in profile.bodies:
        by_key[body.key].part_of = by_key[body.part_of] if body.part_of else None
    Body.objects.bulk_update(by_key.values(), ["part_of"])


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

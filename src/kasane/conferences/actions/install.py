"""会議体 of the town, from its profile (R-CONF-05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from kasane.agencies.models import Agency
from kasane.conferences.models import Body, Function

if TYPE_CHECKING:
    from kasane.profiles import model as profiles


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
    Body.objects.exclude(pk__in=[row.pk for row in installed]).update(is_active=False)
    return installed


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

"""The screens beside each other under 体制・計画, as far as one's post opens them."""

from __future__ import annotations

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.agencies.models import AgencyKind, Role

_LEADING = {Role.MANAGER, Role.DECIDER}
_PLACES: tuple[tuple[str, str, set[Role] | None], ...] = (
    ("agencies:structure", "提供体制", None),
    ("agencies:sites", "拠点", None),
    ("agencies:areas", "圏域", None),
    ("agencies:staff", "職員", None),
    ("agencies:coordinators", "コーディネーター", None),
    ("pattern_numbers", "世帯の課題の組み合わせ", None),
    ("numbers", "相談の件数", {*_LEADING, Role.COORDINATOR, Role.WORKER}),
    ("report_counts", "件数の報告", {*_LEADING, Role.COORDINATOR}),
    ("reading_oversight", "気になる閲覧", _LEADING),
)


def structure_tabs(here: str, actor: Actor | None) -> list[dict[str, object]]:
    """For the tabs component; `here` is the name of the address one is at."""
    return [
        {"label": label, "url": reverse(name), "active": name == here}
        for name, label, roles in _PLACES
        if roles is None or (actor is not None and actor.role in roles and _opens(name, actor))
    ]


def _opens(name: str, actor: Actor) -> bool:
    """What only the town hall itself looks at."""
    return name != "reading_oversight" or actor.agency.kind in (AgencyKind.DIVISION, AgencyKind.CENTRE)

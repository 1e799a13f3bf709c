"""The screens beside each other under 体制・計画, as far as one's post opens them: in groups, so that all fit on a small screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.agencies.models import AgencyKind, Role

_LEADING = {Role.MANAGER, Role.DECIDER}


@dataclass(frozen=True)
class _Place:
    """A screen by the name of its address; `roles`: whose posts open it, None for everybody's."""

    name: str
    label: str
    roles: frozenset[Role] | None = None

    def opens(self, actor: Actor | None) -> bool:
        if self.roles is None:
            return True
        if actor is None or actor.role not in self.roles:
            return False
        # What only the town hall itself looks at.
        return self.name != "reading_oversight" or actor.agency.kind in (
            AgencyKind.DIVISION,
            AgencyKind.CENTRE,
        )


_GROUPS: tuple[tuple[str, tuple[_Place, ...]], ...] = (
    (
        "体制と場所",
        (
            _Place("agencies:structure", "提供体制"),
            _Place("agencies:sites", "拠点"),
            _Place("agencies:areas", "圏域"),
        ),
    ),
    (
        "人",
        (_Place("agencies:staff", "職員"), _Place("agencies:coordinators", "コーディネーター")),
    ),
    (
        "件数と点検",
        (
            _Place("numbers", "相談の件数", frozenset({*_LEADING, Role.COORDINATOR, Role.WORKER})),
            _Place("report_counts", "件数の報告", frozenset({*_LEADING, Role.COORDINATOR})),
            _Place("pattern_numbers", "世帯の課題の組み合わせ"),
            _Place("reading_oversight", "気になる閲覧", frozenset(_LEADING)),
        ),
    ),
)


@dataclass(frozen=True)
class GroupedTabs:
    """For the tab_groups component: the groups, and the screens of the one that is open."""

    groups: list[dict[str, object]]
    pages: list[dict[str, object]]


def structure_tabs(here: str, actor: Actor | None) -> GroupedTabs:
    """`here` is the name of the address one is at. A group leads to its first screen that one may open."""
    groups: list[dict[str, object]] = []
    pages: list[dict[str, object]] = []
    for label, places in _GROUPS:
        opened = [place for place in places if place.opens(actor)]
        if not opened:
            continue
        is_here = any(place.name == here for place in opened)
        groups.append({"label": label, "url": reverse(opened[0].name), "active": is_here})
        if is_here:
            pages = _tabs(opened, here)
    return GroupedTabs(groups, pages)


def _tabs(places: Iterable[_Place], here: str) -> list[dict[str, object]]:
    return [
        {"label": place.label, "url": reverse(place.name), "active": place.name == here} for place in places
    ]

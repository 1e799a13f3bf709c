"""Areas with the centres and coordinators that serve them; the number of queries does not grow (R-DEL-05)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q, QuerySet

from kasane.agencies.areas.rules import Place, Served, how_served
from kasane.agencies.models import Area, DeliveryAgency, Post, Role, Site, SiteType, Work
from kasane.agencies.people import staff
from kasane.agencies.sites.queries import open_on

SECOND_LAYER = "圏域"
"""日常生活圏域 and what the plans call so; a 自治会 is no layer of its own."""


@dataclass(frozen=True)
class Centre:
    """Where people of an area are received: a site, or an agency of ① for which no site was entered yet."""

    name: str
    agency_id: UUID
    areas: frozenset[UUID]
    site: Site | None = None

    @property
    def is_local(self) -> bool:
        return self.site is not None and self.site.site_type == SiteType.LOCAL


@dataclass
class AreaRow:
    """An area with who serves it."""

    area: Area
    served: Served
    centres: list[Centre] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)

    @property
    def is_gap(self) -> bool:
        return self.served is Served.NOT


@dataclass(frozen=True)
class AreaMap:
    """All areas, the centres of several, and the coordinators of the whole town."""

    rows: list[AreaRow]
    centres: list[Centre]
    of_town: list[Post]

    @property
    def gaps(self) -> list[AreaRow]:
        return [row for row in self.rows if row.is_gap]

    @property
    def of_several(self) -> list[tuple[Centre, list[Area]]]:
        """A centre that covers two areas or more, with them."""
        by_id = {row.area.id: row.area for row in self.rows}
        found = [(one, [by_id[key] for key in by_id if key in one.areas]) for one in self.centres]
        return [(one, areas) for one, areas in found if len(areas) > 1]


def second_layer() -> QuerySet[Area]:
    """The areas for which 生活支援コーディネーター of the second layer are placed."""
    return Area.objects.filter(is_active=True, kind__contains=SECOND_LAYER)


def read_areas() -> AreaMap:
    """The areas in use as the town's profile names them, in its order."""
    areas = list(Area.objects.filter(is_active=True).select_related("parent"))
    centres = _centres()
    with_centre = {area for one in centres if not one.is_local for area in one.areas}
    served = how_served([Place(area.id, area.parent_id) for area in areas], with_centre=with_centre)
    rows = [AreaRow(area, served[area.id]) for area in areas]
    by_area = {row.area.id: row for row in rows}
    for one in centres:
        for key in one.areas & by_area.keys():
            by_area[key].centres.append(one)
    whole = {area.id for area in areas if area.level == 0}
    of_town = []
    for post, keys in _coordinators():
        if not keys or keys & whole:
            of_town.append(post)
            continue
        for key in keys & by_area.keys():
            by_area[key].posts.append(post)
    return AreaMap(rows, centres, of_town)


def _centres() -> list[Centre]:
    sites = list(Site.objects.filter(open_on()).select_related("agency").prefetch_related("areas"))
    found = [
        Centre(site.name, site.agency_id, frozenset(area.id for area in site.areas.all()), site)
        for site in sites
    ]
    with_site = {site.agency_id for site in sites}
    return [*found, *_without_site(with_site)]


def _without_site(with_site: Iterable[UUID]) -> list[Centre]:
    links = (
        DeliveryAgency.objects.filter(
            delivery__is_active=True,
            delivery__works__contains=[Work.CONSULTATION.value],
            agency__is_active=True,
        )
        .exclude(agency__in=list(with_site))
        .select_related("agency", "delivery")
        .prefetch_related("agency__areas", "delivery__areas")
    )
    names: dict[UUID, str] = {}
    areas: dict[UUID, set[UUID]] = defaultdict(set)
    for link in links:
        names[link.agency_id] = link.agency.name
        own = link.agency.areas.all() or link.delivery.areas.all()
        areas[link.agency_id].update(area.id for area in own)
    return [Centre(name, key, frozenset(areas[key])) for key, name in names.items()]


def _coordinators() -> list[tuple[Post, set[UUID]]]:
    """Today's coordinators with the areas of their site, or of their agency; 第1層 is for the whole town."""
    posts = (
        staff()
        .filter(~Q(coordinator_kind="") | Q(role=Role.COORDINATOR))
        .prefetch_related("site__areas", "agency__areas")
    )
    return [(post, _areas_of(post)) for post in posts]


def _areas_of(post: Post) -> set[UUID]:
    if post.coordinator_kind == "living_first":
        return set()
    own = post.site.areas.all() if post.site else post.agency.areas.all()
    return {area.id for area in own}

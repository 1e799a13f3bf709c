"""提供体制 as a screen shows it: the deliveries by work, what each lacks, what the town lacks (R-DEL-01, 03, 04)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from kasane.agencies import profile, rules
from kasane.agencies.models import (
    Agency,
    Area,
    Delivery,
    DeliveryAgency,
    DeliveryDivision,
    Field,
    Municipality,
    ProgramCode,
    Work,
)
from kasane.agencies.queries import deliveries_in_force
from kasane.base.obstacles import Obstacle


@dataclass(frozen=True)
class PlainDelivery:
    """A delivery in plain values, as the rules ask for it."""

    key: str
    program: str
    works: tuple[int, ...]
    name: str
    fields: tuple[str, ...]
    legal_basis: str
    sites: int | None
    sites_text: str
    modes: tuple[str, ...]
    target: str
    areas: tuple[str, ...]
    duty_lead: str
    duties: tuple[str, ...]
    agencies: tuple[str, ...]
    divisions: tuple[str, ...]
    site_type: str
    backed_by: str


@dataclass(frozen=True)
class Row:
    """One row of the delivery tables with the words it is printed in."""

    delivery: Delivery
    agencies: list[DeliveryAgency]
    divisions: list[Agency]
    areas: list[Area]
    obstacles: list[Obstacle] = field(default_factory=list)

    @cached_property
    def plain(self) -> PlainDelivery:
        row = self.delivery
        return PlainDelivery(
            key=row.key,
            program=row.program,
            works=tuple(row.works),
            name=row.name,
            fields=tuple(row.fields),
            legal_basis=row.legal_basis,
            sites=row.sites,
            sites_text=row.sites_text,
            modes=tuple(row.modes),
            target=row.target,
            areas=tuple(area.key for area in self.areas),
            duty_lead=row.duty_lead,
            duties=tuple(row.duties),
            agencies=tuple(link.agency.key for link in self.agencies),
            divisions=tuple(agency.key for agency in self.divisions),
            site_type=row.site_type,
            backed_by=row.backed_by.key if row.backed_by else "",
        )

    @property
    def field_words(self) -> str:
        """As the plan prints it, or the town's words for the fields."""
        words = profile.current().words
        return self.delivery.field_text or "・".join(words.field(Field(one)) for one in self.delivery.fields)

    @property
    def site_words(self) -> str:
        if self.delivery.sites is not None:
            return f"{self.delivery.sites}か所"
        return self.delivery.sites_text

    @property
    def mode_words(self) -> str:
        return "・".join(self.delivery.modes)

    @property
    def area_words(self) -> str:
        return "・".join(area.name for area in self.areas)

    @property
    def works(self) -> list[Work]:
        return [Work(number) for number in self.delivery.works]

    def is_by(self, agency_id: UUID) -> bool:
        """Whether the agency does it or oversees it."""
        return any(link.agency_id == agency_id for link in self.agencies) or any(
            division.id == agency_id for division in self.divisions
        )


@dataclass(frozen=True)
class WorkSection:
    """One of the five works with its rows and the gaps in it."""

    work: Work
    name: str
    legal_basis: str
    target: str
    rows: list[Row]


def read_rows(deliveries: QuerySet[Delivery] | None = None) -> list[Row]:
    """The deliveries in force with everything a row shows and lacks. Five queries, however many rows."""
    wanted = deliveries_in_force() if deliveries is None else deliveries
    found = wanted.select_related("backed_by").prefetch_related(
        Prefetch("agency_links", DeliveryAgency.objects.select_related("agency")),
        Prefetch("division_links", DeliveryDivision.objects.select_related("agency")),
        "areas",
    )
    rows = [
        Row(
            delivery,
            list(delivery.agency_links.all()),
            [link.agency for link in delivery.division_links.all()],
            list(delivery.areas.all()),
        )
        for delivery in found
    ]
    held = _programs_by_agency(rows)
    for row in rows:
        row.obstacles.extend(_obstacles(row, held))
    return rows


def gaps(rows: Iterable[Row], town: Municipality) -> list[rules.Gap]:
    """The required programs the town lacks, with their law (R-DEL-03)."""
    return rules.gaps([row.plain for row in rows], has_welfare_office=town.has_welfare_office)


def sections(rows: Iterable[Row]) -> list[WorkSection]:
    """The rows under the works they carry, in the order ①–⑤; a program of two works stands under both."""
    listed = list(rows)
    texts = {text.work: text for text in profile.current().works}
    return [
        WorkSection(
            work=work,
            name=texts[work].name,
            legal_basis=texts[work].legal_basis,
            target=texts[work].target or "",
            rows=[row for row in listed if work in row.delivery.works],
        )
        for work in Work
    ]


def _obstacles(row: Row, held: Mapping[UUID, set[str]]) -> list[Obstacle]:
    """What the row lacks. That a 統合型 site meets each staffing standard is the matter of R-STD-01, not asked here."""
    programs = set().union(*(held[link.agency_id] for link in row.agencies)) if row.agencies else set()
    backing = row.delivery.backed_by
    return rules.delivery_obstacles(
        row.plain,
        backing_type=backing.site_type if backing else None,
        staffing=dict.fromkeys(sorted(programs), True),
    )


def _programs_by_agency(rows: Iterable[Row]) -> dict[UUID, set[str]]:
    """Which programs of ① each agency holds: a 統合型 site is one that holds several (R-DEL-04)."""
    held: dict[UUID, set[str]] = {}
    for row in rows:
        counts = Work.CONSULTATION in row.delivery.works and row.delivery.program != ProgramCode.OWN
        for link in row.agencies:
            held.setdefault(link.agency_id, set()).update([row.delivery.program] if counts else [])
    return held

"""提供体制, an agency, the staff: for everybody who signs in. None of it is about a person who is helped."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from kasane.agencies import people, profile, structure
from kasane.agencies.contracts.actions import keeps
from kasane.agencies.contracts.queries import contracts_of
from kasane.agencies.forms import StaffFilter, StructureFilter
from kasane.agencies.guards import posted_only
from kasane.agencies.models import Agency, Municipality, Work
from kasane.agencies.paging import page_of
from kasane.agencies.tabs import structure_tabs


@posted_only
def structure_page(request: HttpRequest) -> HttpResponse:
    """The deliveries of the five works as the plan prints them, with what is missing on top (R-DEL-01, 03)."""
    town = Municipality.objects.first()
    rows = structure.read_rows()
    sections = structure.sections(rows)
    form = StructureFilter(
        request.GET, works=sections, words=profile.current().words, agencies=_agencies_of(rows)
    )
    wanted = form.wanted()
    shown = [
        structure.WorkSection(
            section.work, section.name, section.legal_basis, section.target, _narrowed(section.rows, wanted)
        )
        for section in sections
        if wanted.get("work") in (None, section.work)
    ]
    context = {
        "tabs": structure_tabs("agencies:structure", request.actor),
        "town": town,
        "form": form,
        "applied": form.applied(request),
        "sections": [section for section in shown if section.rows or not wanted],
        "nothing_found": bool(rows) and not any(section.rows for section in shown),
        "gaps": structure.gaps(rows, town) if town else [],
        "rows": rows,
        "lacking": [row for row in rows if row.obstacles],
    }
    return render(request, "agencies/structure.html", context)


def _narrowed(rows: Iterable[structure.Row], wanted: dict[str, str]) -> list[structure.Row]:
    found = list(rows)
    if "field" in wanted:
        found = [row for row in found if wanted["field"] in row.delivery.fields]
    if "agency" in wanted:
        found = [row for row in found if row.is_by(UUID(wanted["agency"]))]
    return found


def _agencies_of(rows: Iterable[structure.Row]) -> list[Agency]:
    """The agencies that deliver or oversee, in the order of the structure."""
    found = {link.agency for row in rows for link in row.agencies}
    found |= {division for row in rows for division in row.divisions}
    return sorted(found, key=lambda agency: (agency.order, agency.name))


@posted_only
def agency_page(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    """What an agency does, for whom and where, how to reach it, and who works there today."""
    agency = get_object_or_404(
        Agency.objects.select_related("parent", "operator").prefetch_related("areas", "children", "operated"),
        pk=agency_id,
    )
    rows = [row for row in structure.read_rows() if row.is_by(agency.id)]
    context = {
        "agency": agency,
        "crumbs": [
            {"label": "提供体制", "url": reverse("agencies:structure")},
            {"label": agency.name, "url": ""},
        ],
        "delivers": [row for row in rows if any(link.agency_id == agency.id for link in row.agencies)],
        "oversees": [row for row in rows if agency in row.divisions],
        "contracts": list(contracts_of(agency)),
        "keeps_contracts": keeps(request.actor) and not agency.is_municipality,
        "works": [work for work in Work if any(_does(row, agency, work) for row in rows)],
        "page": page_of(request, people.staff(agency=str(agency.id)), unit="人"),
    }
    return render(request, "agencies/agency.html", context)


def _does(row: structure.Row, agency: Agency, work: Work) -> bool:
    return work in row.delivery.works and any(link.agency_id == agency.id for link in row.agencies)


@posted_only
def staff_page(request: HttpRequest) -> HttpResponse:
    """Who works where today, as what, with which qualification (R-DEL-06)."""
    form = StaffFilter(request.GET)
    context = {
        "tabs": structure_tabs("agencies:staff", request.actor),
        "form": form,
        "page": page_of(request, people.staff(**form.wanted()), unit="人"),
        "applied": form.applied(request),
    }
    return render(request, "agencies/staff.html", context)

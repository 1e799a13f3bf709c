"""委託契約 of an agency: a new one, another term."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from kasane.agencies.contracts import actions, rules
from kasane.agencies.contracts.forms import ContractForm
from kasane.agencies.contracts.queries import files_seen_by
from kasane.agencies.formpage import form_page
from kasane.agencies.guards import posted_only
from kasane.agencies.models import Agency, Contract
from kasane.base.dates import today

TEMPLATE = "agencies/contract_form.html"


@posted_only
def contract_new(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    """契約を加える."""
    agency = get_object_or_404(Agency, pk=agency_id)

    def save(form: ContractForm) -> str:
        actions.add_contract(agency, by=request.actor, **form.values())
        return _page_of(agency)

    return form_page(
        request,
        template=TEMPLATE,
        build=lambda data: ContractForm(data, agency=agency, initial={"starts_on": today()}),
        save=save,
        context=_context(request, agency, "契約を加える"),
        saved_message="委託契約を加えました。",
    )


@posted_only
def contract_edit(request: HttpRequest, contract_id: UUID) -> HttpResponse:
    """Another term, with what it closes or opens said before."""
    contract = get_object_or_404(Contract.objects.select_related("agency", "delivery"), pk=contract_id)
    initial = {name: getattr(contract, name) for name in (*actions.ITEMS, "version")}

    def save(form: ContractForm) -> str:
        values = form.values()
        values.pop("delivery")
        version = form.cleaned_data["version"] or 0
        actions.change_contract(contract, by=request.actor, version=version, **values)
        return _page_of(contract.agency)

    return form_page(
        request,
        template=TEMPLATE,
        build=lambda data: ContractForm(data, agency=contract.agency, contract=contract, initial=initial),
        save=save,
        context=_context(request, contract.agency, "契約の期間を変える")
        | {"contract": contract, "files": files_seen_by(contract.id)},
        saved_message="委託契約を直しました。",
        conflict_items=("starts_on", "ends_on", "note"),
    )


def _page_of(agency: Agency) -> str:
    return reverse("agencies:agency", args=[agency.pk])


def _context(request: HttpRequest, agency: Agency, title: str) -> dict[str, Any]:
    return {
        "agency": agency,
        "title": title,
        "crumbs": [
            {"label": "提供体制", "url": reverse("agencies:structure")},
            {"label": agency.name, "url": _page_of(agency)},
            {"label": title, "url": ""},
        ],
        "obstacles": rules.keeper_obstacles(decides_for_town=actions.keeps(request.actor)),
        "cancel_url": _page_of(agency),
    }

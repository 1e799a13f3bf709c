"""拠点: the list with how each is staffed, one site with its check, and the town's forms (R-DEL-04)."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from kasane.agencies.formpage import form_page
from kasane.agencies.guards import posted_only
from kasane.agencies.models import Site
from kasane.agencies.paging import page_of
from kasane.agencies.sites import actions, rules
from kasane.agencies.sites.forms import SiteFilter, SiteForm
from kasane.agencies.sites.queries import SiteRow, read_sites
from kasane.agencies.sites.staffing import State
from kasane.agencies.tabs import structure_tabs
from kasane.base.dates import today

FORM = "agencies/sites/form.html"
POINTS = (
    "機関ごとに拠点を一つ作り、その機関が実施する①の事業と圏域を入れます。二つ以上の事業なら統合型になります。",
    "もう拠点のある機関には、何も加えません。",
    "名前・類型・圏域は、あとから直せます。",
)


@posted_only
def site_list(request: HttpRequest) -> HttpResponse:
    """The sites in use, those with missing staff first."""
    rows = read_sites()
    form = SiteFilter(request.GET)
    wanted = form.wanted()
    shown = sorted((row for row in rows if _is_wanted(row, wanted)), key=_worst_first)
    counted = Counter(row.state for row in rows)
    context = {
        "tabs": structure_tabs("agencies:sites", request.actor),
        "form": form,
        "applied": form.applied(request),
        "any_sites": bool(rows),
        "counts": {state.value: counted[state] for state in State},
        "page": page_of(request, shown, unit="か所", per_page=20),
        "keeps": actions.keeps(request.actor),
    }
    return render(request, "agencies/sites/list.html", context)


def _worst_first(row: SiteRow) -> int:
    return (State.NOT_MET, State.UNKNOWN, State.MET).index(row.state)


def _is_wanted(row: SiteRow, wanted: dict[str, str]) -> bool:
    words = f"{row.site.name} {row.site.agency.name} {row.area_words}"
    return (
        wanted.get("type", row.site.site_type) == row.site.site_type
        and wanted.get("state", row.state) == row.state
        and wanted.get("agency", str(row.site.agency_id)) == str(row.site.agency_id)
        and all(part in words for part in wanted.get("q", "").split())
    )


@posted_only
def site_page(request: HttpRequest, site_id: UUID) -> HttpResponse:
    """One site: each program it holds with the people who fill its seats, and the clause."""
    get_object_or_404(Site, pk=site_id)
    row = read_sites(Site.objects.filter(pk=site_id))[0]
    context = {
        "row": row,
        "site": row.site,
        "backs": [site for site in row.site.backs.all() if site.is_open],
        "clause": rules.CLAUSE,
        "keeps": actions.keeps(request.actor),
        "crumbs": _crumbs((row.site.name, "")),
    }
    return render(request, "agencies/sites/site.html", context)


@posted_only
def site_new(request: HttpRequest) -> HttpResponse:
    """拠点を加える."""

    def save(form: SiteForm) -> str:
        return _page_of(actions.add_site(by=request.actor, **form.values()))

    return form_page(
        request,
        template=FORM,
        build=lambda data: SiteForm(data, initial={"starts_on": today()}),
        save=save,
        context=_form_context(request, "拠点を加える", reverse("agencies:sites")),
        saved_message="拠点を加えました。",
    )


@posted_only
def site_edit(request: HttpRequest, site_id: UUID) -> HttpResponse:
    """Mends or closes a site."""
    site = get_object_or_404(Site.objects.select_related("agency", "backed_by"), pk=site_id)
    kept = ("user_support_types", "version", *actions.ITEMS)
    initial = {name: getattr(site, name) for name in kept}
    initial |= {"deliveries": list(site.deliveries.all()), "areas": list(site.areas.all())}

    def save(form: SiteForm) -> str:
        version = form.cleaned_data["version"] or 0
        return _page_of(actions.change_site(site, by=request.actor, version=version, **form.values()))

    return form_page(
        request,
        template=FORM,
        build=lambda data: SiteForm(data, site=site, initial=initial),
        save=save,
        context=_form_context(request, "拠点を直す", _page_of(site)) | {"site": site},
        saved_message="拠点を直しました。",
        conflict_items=actions.ITEMS,
    )


@posted_only
def sites_from_plan(request: HttpRequest) -> HttpResponse:
    """Makes the sites the plan already tells of, after saying so."""

    def save(form: forms.Form) -> str:
        actions.sites_from_plan(by=request.actor)
        return reverse("agencies:sites")

    return form_page(
        request,
        template="agencies/sites/from_plan.html",
        build=forms.Form,
        save=save,
        context=_form_context(request, "実施計画から拠点を作る", reverse("agencies:sites"))
        | {"points": POINTS},
        saved_message="実施計画から拠点を作りました。類型・圏域・人数を確かめてください。",
    )


def _form_context(request: HttpRequest, title: str, back: str) -> dict[str, Any]:
    return {
        "title": title,
        "crumbs": _crumbs((title, "")),
        "obstacles": rules.keeper_obstacles(decides_for_town=actions.keeps(request.actor)),
        "cancel_url": back,
    }


def _crumbs(*more: tuple[str, str]) -> list[dict[str, str]]:
    places = (("提供体制", reverse("agencies:structure")), ("拠点", reverse("agencies:sites")), *more)
    return [{"label": label, "url": url} for label, url in places]


def _page_of(site: Site) -> str:
    return reverse("agencies:site", args=[site.pk])

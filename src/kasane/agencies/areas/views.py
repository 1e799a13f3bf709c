"""圏域: the parts of the town with who serves them (R-DEL-05). None of it is about a person who is helped."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.agencies.areas.queries import AreaRow, read_areas
from kasane.agencies.forms import ANY
from kasane.agencies.guards import posted_only
from kasane.agencies.paging import FilterForm, page_of
from kasane.agencies.tabs import structure_tabs


class AreaFilter(FilterForm):
    """圏域 narrowed by name, by kind, by whether a centre serves it."""

    q = forms.CharField(label="圏域・拠点の名前", required=False, max_length=60)
    kind = forms.ChoiceField(label="種類", required=False)
    state = forms.ChoiceField(
        label="受け持ち", required=False, choices=[*ANY, ("gap", "受け持つ拠点がない"), ("served", "ある")]
    )

    def __init__(self, data: Any, *, kinds: list[str]) -> None:
        super().__init__(data)
        kind: Any = self.fields["kind"]
        kind.choices = [*ANY, *((one, one) for one in kinds)]


@posted_only
def area_list(request: HttpRequest) -> HttpResponse:
    """The areas in pages, gaps said on top; a centre of several areas and the coordinators of the whole town beside."""
    found = read_areas()
    form = AreaFilter(request.GET, kinds=list(dict.fromkeys(row.area.kind for row in found.rows)))
    wanted = form.wanted()
    context = {
        "tabs": structure_tabs("agencies:areas", request.actor),
        "map": found,
        "form": form,
        "applied": form.applied(request),
        "page": page_of(request, [row for row in found.rows if _is_wanted(row, wanted)], unit="件"),
    }
    return render(request, "agencies/areas/list.html", context)


def _is_wanted(row: AreaRow, wanted: dict[str, str]) -> bool:
    words = " ".join([row.area.name, *(centre.name for centre in row.centres)])
    return (
        wanted.get("kind", row.area.kind) == row.area.kind
        and {"gap": row.is_gap, "served": not row.is_gap}.get(wanted.get("state", ""), True)
        and all(part in words for part in wanted.get("q", "").split())
    )

"""変更の記録 (R-DIS-08)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.db.models import BigIntegerField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.agencies.paging import FilterForm
from kasane.cases.history.queries import changes_of, tables
from kasane.disclosure.access import open_case


class ChangeFilter(FilterForm):
    table = forms.ChoiceField(label="何の変更", required=False)
    below = forms.IntegerField(
        required=False, min_value=1, max_value=BigIntegerField.MAX_BIGINT, widget=forms.HiddenInput
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        table: Any = self.fields["table"]
        table.choices = [("", "すべて"), *tables()]


def changes(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Who changed what in the case, newest first, within what the viewer may see."""
    case = open_case(case_id, by=request.actor, purpose="変更の記録")
    form = ChangeFilter(request.GET)
    wanted = form.wanted()
    page = changes_of(case.id, **wanted)
    query = request.GET.copy()
    query["below"] = str(page.next_below or "")
    context = {
        "case": case,
        "form": form,
        "page": page,
        "narrowed": "table" in wanted,
        "next_url": f"?{query.urlencode()}" if page.next_below else "",
        "newest_url": "?" if wanted.get("below") else "",
    }
    return render(request, "cases/history.html", context)

"""Two versions of a plan side by side (R-COOR-07)."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.coordination.compare.page import changes
from kasane.coordination.linking import issue_words
from kasane.coordination.queries import found_or_404, plan_in_full, plans_of
from kasane.coordination.views.ground import open_plan


def compare(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The version beside another of the same case, by default the one before it; any other by `?with=`."""
    shown, case = open_plan(request, plan_id, purpose="プラン(2-4)の版の比較")
    versions = plans_of(case.id)
    other_id = _wanted(request) or shown.previous_id
    other_id = other_id or next((one.id for one in versions if one.id != shown.id), None)
    other = None
    if other_id is not None and other_id != shown.id:
        other = found_or_404(plan_in_full(), pk=other_id, case_id=case.id)
    context = {"case": case, "plan": shown, "other": other, "versions": versions}
    if other is not None:
        earlier, later = sorted((shown, other), key=lambda plan: (plan.made_on, plan.created_at))
        context |= {
            "earlier": earlier,
            "later": later,
            "changes": changes(earlier, later, issue_words(case.id)),
        }
    return render(request, "coordination/compare.html", context)


def _wanted(request: HttpRequest) -> UUID | None:
    """The other version as asked for; Http404 for what is no id."""
    asked = request.GET.get("with", "")
    if not asked:
        return None
    try:
        return UUID(asked)
    except ValueError:
        raise Http404 from None

"""決定事項: one to be answered, and those of a body."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.cases.formpage import Forms, form_page
from kasane.conferences.decisions import actions, queries
from kasane.conferences.decisions.forms import ResultForm
from kasane.conferences.models import Body, MeetingDecision
from kasane.disclosure.access import open_case


def decision(request: HttpRequest, decision_id: UUID) -> HttpResponse:
    """One decision with its result so far; who has to do it writes what became of it."""
    if request.actor is None:
        raise Http404
    row = get_object_or_404(
        MeetingDecision.objects.select_related("agency", "user", "body", "answered_by"), pk=decision_id
    )
    case = open_case(row.case_id, by=request.actor, purpose="決定事項の閲覧") if row.case_id else None
    here = reverse("conferences:decision", args=[row.id])

    def save(forms: Forms) -> str:
        actions.answer(row, by=request.actor, on=today(), **forms["form"].cleaned_data)
        return here

    return form_page(
        request,
        name="meeting-decision",
        subject_id=row.id,
        template="conferences/decisions/decision.html",
        build=lambda data: {"form": ResultForm(data, initial={"version": row.version, "state": "done"})},
        save=save,
        context={"decision": row, "case": case, "late": _late(row), "may": _may(row, request.actor)},
        saved_message="結果を書きました。次の会議の「前回までの決定事項」に出ます。",
    )


def _may(row: MeetingDecision, by: Actor) -> bool:
    tomorrow = today() + timedelta(days=1)
    return not actions.answer_obstacles(row, by=by, on=today(), state="done", result="-", due_on=tomorrow)


def _late(row: MeetingDecision) -> int:
    return max((today() - row.due_on).days, 0) if row.is_open else 0


def decisions(request: HttpRequest, body_id: UUID) -> HttpResponse:
    """The decisions of a body: what waits, the longest overdue first, and what has a result."""
    body = get_object_or_404(Body, pk=body_id)
    answered = request.GET.get("when") == "answered"
    rows = queries.of_body(body, answered=answered)
    for row in rows:
        row.late = _late(row)  # type: ignore[attr-defined]
    context = {
        "body": body,
        "answered": answered,
        "rows": rows[: queries.MOST],
        "more": len(rows) > queries.MOST,
        "overdue": sum(1 for row in rows if _late(row)),
    }
    return render(request, "conferences/decisions/list.html", context)

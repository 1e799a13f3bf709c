"""What was imported: the list of the agency, one import with its cases, the rows left out, taking it back (R-OPS-02)."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from kasane.agencies.paging import page_of
from kasane.base.obstacles import Forbidden
from kasane.cases.queries import attach_households
from kasane.disclosure.access import log_file
from kasane.imports import actions, pages, queries
from kasane.imports.models import Import, SkippedRows
from kasane.imports.rules import UndoFacts, undo_obstacles
from kasane.imports.views.desk import at_desk


def index(request: HttpRequest) -> HttpResponse:
    """取り込みの一覧."""
    by = at_desk(request)
    context = {
        "page": page_of(request, queries.past_imports(), unit="件"),
        "begun": queries.uploads_of(by),
    }
    return render(request, "imports/index.html", context)


def result(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """One import: what became of it, and its cases."""
    at_desk(request)
    source = _import(import_id)
    page = page_of(request, queries.cases_of(source), unit="件")
    attach_households(page.rows)
    context = {"source": source, "page": page, "skipped": _skipped(source), "steps": pages.steps(4)}
    return render(request, "imports/result.html", context)


def skipped(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """The rows left out, as a file for Excel; for the importer alone."""
    at_desk(request)
    source = _import(import_id)
    rows = _skipped(source)
    if rows is None:
        raise Http404
    log_file("取り込みでとばした行(CSV)", source.id)
    name = f"とばした行 {source.file_name.rsplit('.', 1)[0]}.csv"
    return HttpResponse(
        pages.skipped_csv(rows),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": content_disposition_header(True, name) or "attachment",
            "Cache-Control": "no-store",
        },
    )


@require_POST
def throw_away(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """The list of skipped rows is needed no more."""
    by = at_desk(request)
    actions.throw_away_skipped(_import(import_id), by=by)
    messages.success(request, "とばした行の控えを消しました。")
    return redirect("imports:result", import_id=import_id)


def undo(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """取り消す: first what will happen, or which cases stand in the way; then the act."""
    by = at_desk(request)
    source = _import(import_id)
    if request.method == "POST":
        try:
            with transaction.atomic():
                removed = actions.undo(source, by=by)
        except Forbidden as forbidden:
            context = {"source": source, "obstacles": forbidden.obstacles}
            return render(request, "imports/undo.html", context, status=409)
        messages.success(request, f"取り込みを取り消しました。{removed}件のケースがなくなりました。")
        return HttpResponseRedirect(reverse("imports:index"))
    facts = UndoFacts(
        undone=source.undone_at is not None,
        same_agency=source.agency_id == by.agency.id,
        touched=queries.touched_cases(source),
    )
    return render(request, "imports/undo.html", {"source": source, "obstacles": undo_obstacles(facts)})


def _import(import_id: UUID) -> Import:
    """An import of the viewer's agency; row-level security shows no other."""
    return get_object_or_404(queries.past_imports(), pk=import_id)


def _skipped(source: Import) -> SkippedRows | None:
    return SkippedRows.objects.filter(source=source).first()

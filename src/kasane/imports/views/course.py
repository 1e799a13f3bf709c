"""The way of a ledger: choose the file, map its columns, look at what comes out, take it in (R-OPS-02)."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from kasane.agencies.paging import page_of
from kasane.base.obstacles import Forbidden
from kasane.imports import actions, pages, queries
from kasane.imports.forms import ColumnsForm, FileForm, TableForm
from kasane.imports.models import Upload
from kasane.imports.rules import Checked, ImportFacts, gather, import_obstacles
from kasane.imports.rules.columns import headings_of
from kasane.imports.tables import Unreadable, too_big
from kasane.imports.uploads import MemoryHandler
from kasane.imports.views.desk import at_desk

HEADER_ROWS = 15
HEADER_CELLS = 8


@csrf_exempt
def new(request: HttpRequest) -> HttpResponse:
    """1 ファイルを選ぶ. The token is checked only after saying where the file goes: nowhere but memory."""
    handler = MemoryHandler(request)
    request.upload_handlers = [handler]
    return _new(request, handler)


@csrf_protect
def _new(request: HttpRequest, handler: MemoryHandler) -> HttpResponse:
    by = at_desk(request)
    form = FileForm()
    if request.method == "POST":
        form = FileForm(request.POST, request.FILES)
        if handler.too_big:
            form.errors["file"] = form.error_class([too_big()])
        elif form.is_valid():
            file = form.cleaned_data["file"]
            try:
                with transaction.atomic():
                    upload = actions.upload(by=by, content=file.read(), name=file.name)
            except Unreadable as error:
                form.add_error("file", str(error))
            else:
                return redirect("imports:columns", upload_id=upload.pk)
    context = {"form": form, "steps": pages.steps(0), "begun": queries.uploads_of(by)}
    return render(request, "imports/new.html", context, status=422 if form.errors else 200)


def columns(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """2 列を合わせる."""
    by = at_desk(request)
    upload = _own(request, upload_id)
    if request.method == "POST" and "choose_table" in request.POST:
        return _choose_table(request, upload)
    sheet = queries.sheet_of(upload)
    headings = headings_of(sheet.rows, upload.header)
    form = ColumnsForm(
        request.POST if request.method == "POST" else None, headings=headings, columns=upload.columns
    )
    obstacles = []
    if request.method == "POST" and form.is_valid():
        try:
            actions.map_columns(upload, by=by, columns=form.columns())
            return redirect("imports:check", upload_id=upload.pk)
        except Forbidden as forbidden:
            obstacles = forbidden.obstacles
    context = {
        "upload": upload,
        "sheet": sheet,
        "sheets": queries.sheet_names(upload),
        "header_row": upload.header + 1,
        "top_rows": [
            (number, [cell[:16] for cell in [*row, *[""] * HEADER_CELLS][:HEADER_CELLS]])
            for number, row in enumerate(sheet.rows[:HEADER_ROWS])
            if any(row)
        ],
        "form": form,
        "lines": list(form.lines(sheet, upload.header)),
        "known": queries.remembered(headings, by=by) is not None,
        "unsure": not any(upload.columns),
        "obstacles": obstacles,
        "steps": pages.steps(1),
    }
    status = 409 if obstacles else 422 if form.errors else 200
    return render(request, "imports/columns.html", context, status=status)


def check(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """3 確かめる, and the button for 4 取り込む."""
    by = at_desk(request)
    upload = _own(request, upload_id)
    if not upload.is_mapped:
        return redirect("imports:columns", upload_id=upload.pk)
    if request.method == "POST":
        try:
            with transaction.atomic():
                source = actions.bring_in(upload, by=by, skips=request.POST.get("mode") == "skip")
        except Forbidden as forbidden:
            return _check_page(request, upload, status=409, obstacles=forbidden.obstacles)
        except Upload.DoesNotExist:  # pressed twice: the first press has taken it in
            messages.error(request, "この内容は、すでに取り込まれたか、消されています。")
            return redirect("imports:index")
        messages.success(request, f"{source.cases}件のケースとして取り込みました。")
        return redirect("imports:result", import_id=source.pk)
    return _check_page(request, upload)


@require_POST
def discard(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """やめる: the uploaded content is gone."""
    by = at_desk(request)
    actions.discard(_own(request, upload_id), by=by)
    messages.success(request, "取り込みをやめました。読み込んだ内容は消しました。")
    return HttpResponseRedirect(reverse("imports:index"))


def _own(request: HttpRequest, upload_id: UUID) -> Upload:
    """What the viewer uploaded for the agency they act for now; anything else is not found."""
    return get_object_or_404(Upload, pk=upload_id, agency=request.actor.agency)


def _choose_table(request: HttpRequest, upload: Upload) -> HttpResponse:
    form = TableForm(request.POST)
    if form.is_valid():
        values = form.cleaned_data
        try:
            actions.choose_table(upload, by=request.actor, sheet=values["sheet"], header=values["header"])
        except Forbidden as forbidden:
            messages.error(request, str(forbidden))
    else:
        messages.error(request, "見出しの行を選んでください。")
    return redirect("imports:columns", upload_id=upload.pk)


def _check_page(
    request: HttpRequest, upload: Upload, *, status: int = 200, obstacles: list | None = None
) -> HttpResponse:
    sheet = queries.sheet_of(upload)
    checked = queries.checked(upload, sheet, by=request.actor)
    headings = headings_of(sheet.rows, upload.header)
    shown = _shown(request, checked)
    notices = gather(checked.faults)
    wanted = [n for n in notices if shown == "all" or n.fault.is_error == (shown == "errors")]
    page = page_of(request, wanted, unit="か所")  # type: ignore[arg-type]
    facts = ImportFacts(
        upload_id=str(upload.pk),
        cases=len(checked.planned),
        errors=checked.errors,
        known=checked.known,
        skips=False,
    )
    context = {
        "upload": upload,
        "sheet": sheet,
        "checked": checked,
        "obstacles": obstacles or import_obstacles(facts),
        "preview": pages.preview(checked),
        "faults": pages.fault_lines(page.rows, headings),
        "page": page,
        "tabs": _tabs(checked, shown),
        "left_out": pages.left_out_columns(upload, headings),
        "wait_words": pages.wait_words(len(checked.planned)),
        "steps": pages.steps(2),
    }
    return render(request, "imports/check.html", context, status=status)


def _shown(request: HttpRequest, checked: Checked) -> str:
    wanted = request.GET.get("show", "")
    if wanted in ("errors", "warnings", "all"):
        return wanted
    return "errors" if checked.errors else "all"


def _tabs(checked: Checked, shown: str) -> list[dict[str, object]]:
    words = (
        ("errors", "直してほしい", checked.errors),
        ("warnings", "注意", checked.warnings),
        ("all", "すべて", checked.errors + checked.warnings),
    )
    return [
        {"label": label, "count": count, "url": f"?show={key}#faults", "active": key == shown}
        for key, label, count in words
    ]

"""保存期間: what falls due, what is held, what is proposed and approved (R-DIS-07). Numbers and days, never a name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.agencies.formpage import form_page
from kasane.agencies.paging import page_of
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.retention import actions, queries
from kasane.cases.retention.forms import (
    DecisionForm,
    FilesFilter,
    HoldForm,
    LiftForm,
    ProposeForm,
    chosen_cases,
)
from kasane.cases.retention.queries import FileRow, Files
from kasane.disclosure.models import DisposalBatch, HoldReason, RetentionHold
from kasane.disclosure.retention import rules

View = Callable[..., HttpResponse]


def lookers_only(view: View) -> View:
    """For those who decide about files, and for coordinators; nobody else learns that there is a list."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not queries.looks(request.actor):  # type: ignore[attr-defined]
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def _crumbs(*steps: tuple[str, str]) -> list[dict[str, str]]:
    way = [("保存期間", reverse("cases:retention")), *steps]
    return [{"label": label, "url": url} for label, url in way]


def _tabs(here: str) -> list[dict[str, object]]:
    places = (("retention", "保存期間"), ("retention_batches", "起案と決裁"))
    return [
        {"label": label, "url": reverse(f"cases:{name}"), "active": name == here} for name, label in places
    ]


@lookers_only
def file_list(request: HttpRequest) -> HttpResponse:
    """Closed files by the day on which their time is up."""
    form = FilesFilter(request.GET)
    files = form.narrowed()
    page = page_of(request, files, unit="件")  # type: ignore[arg-type]
    context = {
        "tabs": _tabs("retention"),
        "form": form,
        "applied": [one for one in form.applied(request) if not one["label"].startswith("見るもの")],
        "page": page,
        "clock": queries.clock(),
        "keeps": queries.keeps(request.actor),
        "some_to_choose": any(row.may_be_chosen for row in page.rows),
        "shows_due_only": (request.GET.get("show") or "due") == "due",
    }
    return render(request, "cases/retention/list.html", context)


def _file(case_id: UUID) -> FileRow:
    rows = Files(cases=(case_id,))[:]
    if not rows:
        raise Http404
    return rows[0]


@lookers_only
def hold_new(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """保留する."""
    file = _file(case_id)

    def save(form: HoldForm) -> str:
        values = form.cleaned_data
        actions.place_hold(
            file,
            by=request.actor,
            reason=HoldReason(values["reason"]),
            note=values["note"],
            until=values["until"],
        )
        return reverse("cases:retention") + "?show=held"

    return form_page(
        request,
        template="cases/retention/hold.html",
        build=HoldForm,
        save=save,
        context={
            "file": file,
            "crumbs": _crumbs((f"{file.number} を保留する", "")),
            "cancel_url": reverse("cases:retention"),
            "obstacles": rules.role_obstacles(keeps=queries.keeps(request.actor)),
        },
        saved_message=f"{file.number} を保留しました。",
    )


@lookers_only
def hold_lift(request: HttpRequest, hold_id: UUID) -> HttpResponse:
    """保留を解く, with what was said when it was placed."""
    hold = get_object_or_404(RetentionHold.objects.select_related("placed_by"), pk=hold_id)
    file = _file(hold.case_id)

    def save(form: LiftForm) -> str:
        actions.lift_hold(hold, by=request.actor, note=form.cleaned_data["note"])
        return reverse("cases:retention")

    return form_page(
        request,
        template="cases/retention/lift.html",
        build=LiftForm,
        save=save,
        context={
            "file": file,
            "hold": hold,
            "crumbs": _crumbs((f"{file.number} の保留", "")),
            "cancel_url": reverse("cases:retention") + "?show=held",
            "obstacles": rules.role_obstacles(keeps=queries.keeps(request.actor)),
        },
        saved_message=f"{file.number} の保留を解きました。",
    )


@lookers_only
def propose(request: HttpRequest) -> HttpResponse:
    """起案: the files ticked on the list, or all that are due by its filter, to be looked at once more."""
    files = _chosen(request)

    def save(form: ProposeForm) -> str:
        batch = actions.propose(
            [file.case_id for file in files], by=request.actor, note=form.cleaned_data["note"]
        )
        return reverse("cases:retention_batch", args=[batch.id])

    return form_page(
        request,
        template="cases/retention/propose.html",
        build=ProposeForm,
        save=save,
        context={
            "files": files,
            "clock": queries.clock(),
            "crumbs": _crumbs(("廃棄を起案する", "")),
            "cancel_url": reverse("cases:retention"),
            "obstacles": actions.propose_obstacles(files, by=request.actor),
        },
        saved_message="廃棄を起案しました。ほかの人の決裁を待ちます。",
    )


def _chosen(request: HttpRequest) -> list[FileRow]:
    """The address carries the choice, so that the form behind it saves what was shown."""
    if request.GET.get("all"):
        due = Files(before=today() + timedelta(days=1))
        form = FilesFilter(request.GET)
        found = form.narrowed()
        last = min(due.before, found.before) if found.before and due.before else due.before
        files = Files(since=found.since, before=last, agency=found.agency)[:]
        return [file for file in files if file.may_be_chosen]
    cases = chosen_cases(request.GET.getlist("case"))
    return Files(cases=cases)[:] if cases else []


@lookers_only
def batch_list(request: HttpRequest) -> HttpResponse:
    """Proposals: what waits for a decision first."""
    context = {"tabs": _tabs("retention_batches"), "batches": queries.batches()}
    return render(request, "cases/retention/batches.html", context)


@lookers_only
def batch_page(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """One proposal: its files, who said what, and the decision."""
    batch = get_object_or_404(
        DisposalBatch.objects.select_related("proposed_by", "decided_by", "executed_by"), pk=batch_id
    )

    def save(form: DecisionForm) -> str:
        act = actions.refuse if request.POST.get("act") == "refuse" else actions.approve
        act(batch, by=request.actor, note=form.cleaned_data["note"])
        return reverse("cases:retention_batch", args=[batch.id])

    return form_page(
        request,
        template="cases/retention/batch.html",
        build=DecisionForm,
        save=save,
        context=_batch_context(request, batch),
        saved_message="決裁を記録しました。",
    )


def _batch_context(request: HttpRequest, batch: DisposalBatch) -> dict[str, Any]:
    is_proposer = batch.proposed_by_id == request.actor.user.id
    items = list(batch.items.all())
    held = (
        {row.case_id: row for row in Files(cases=tuple(item.case_id for item in items))[:]} if items else {}
    )
    for item in items:
        item.file = held.get(item.case_id)  # type: ignore[attr-defined]
    return {
        "batch": batch,
        "items": items,
        "gone": queries.disposed(batch),
        "tabs": _tabs("retention_batches"),
        "crumbs": _crumbs(("起案と決裁", reverse("cases:retention_batches")), (batch.label, "")),
        "obstacles": actions.decide_obstacles(batch, by=request.actor) if batch.state == "proposed" else [],
        "may_withdraw": is_proposer and batch.state in ("proposed", "approved"),
    }


@lookers_only
@require_POST
def batch_withdraw(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """取り下げる."""
    batch = get_object_or_404(DisposalBatch, pk=batch_id)
    try:
        actions.withdraw(batch, by=request.actor)
        messages.success(request, f"{batch.label} を取り下げました。")
    except Forbidden as forbidden:
        messages.error(request, str(forbidden))
    return HttpResponseRedirect(reverse("cases:retention_batch", args=[batch.id]))

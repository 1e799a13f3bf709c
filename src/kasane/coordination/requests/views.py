"""情報提供依頼: the asking desk's pages of a case, and the asked agency's own page and list (R-COOR-03)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.agencies.models import AgencyKind
from kasane.agencies.paging import page_of
from kasane.agencies.queries import active_agencies
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden, Obstacle
from kasane.cases.formpage import Forms, form_page
from kasane.cases.models import Case
from kasane.coordination.choices import SECTION_KINDS, PartSection
from kasane.coordination.forms import PART_FORMS
from kasane.coordination.models import InformationAnswer, InformationRequest
from kasane.coordination.queries import courses_of, found_or_404, standing_of
from kasane.coordination.requests import actions, rules
from kasane.coordination.requests.forms import AskForm, ReplyForm
from kasane.coordination.requests.queries import (
    Shown,
    in_full,
    log_asked,
    requests_at,
    requests_of,
    shared_with,
    shared_with_us,
    shown,
)
from kasane.coordination.rules import SHEET_KINDS, assess_obstacles
from kasane.disclosure.access import open_case, writable_kinds


def requests(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The requests of a case: what waits, what came back, what is to be taken over."""
    case = open_case(case_id, by=request.actor, purpose="情報提供依頼の一覧")
    return render(request, "coordination/requests/list.html", _list(request, case))


def _list(request: HttpRequest, case: Case, obstacles: list[Obstacle] | None = None) -> dict[str, Any]:
    applied = bool(courses_of(case.id))
    return {
        "case": case,
        "rows": [_drawn(one, request) for one in requests_of(case.id)],
        "obstacles": obstacles,
        "ask_obstacles": assess_obstacles(
            standing_of(case, by=request.actor), applied=applied, needs=SHEET_KINDS
        ),
    }


def _drawn(one: Shown, request: HttpRequest) -> dict[str, Any]:
    """One request with its answers in words, as the lists of both sides draw it."""
    return {
        "one": one,
        "row": one.row,
        "asked": "、".join(str(PartSection(section).label) for section in one.row.all_sections),
        "answers": [
            {"row": answer, "lines": PART_FORMS[answer.section].lines(answer.answers)}
            for answer in one.answers
        ],
        "is_ours": one.row.agency_id == request.actor.agency.id,
    }


def request_new(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """情報提供を依頼する."""
    case = open_case(case_id, by=request.actor, purpose="情報提供の依頼")
    agencies = list(active_agencies().exclude(pk=request.actor.agency.id).exclude(kind=AgencyKind.RESIDENT))
    shared = shared_with(case.id, [one.id for one in agencies], on=today())
    kinds = writable_kinds(case.id, by=request.actor)
    initial = {"sections_asked": request.GET.getlist("section")}

    def save(forms: Forms) -> str:
        actions.ask(case, by=request.actor, on=today(), **forms["form"].request_values())
        return reverse("coordination:requests", args=[case.id])

    return form_page(
        request,
        name="information-request",
        subject_id=case.id,
        template="coordination/requests/ask.html",
        build=lambda data: {
            "form": AskForm(data, agencies=agencies, shared=shared, kinds=kinds, initial=dict(initial))
        },
        save=save,
        context={"case": case, "obstacles": _may_not_ask(request, case, shared)},
        saved_message="依頼を送りました。返事が来ると「今日やること」に出ます。",
    )


def _may_not_ask(request: HttpRequest, case: Case, shared: dict[UUID, int]) -> list[Obstacle]:
    standing = standing_of(case, by=request.actor)
    found = assess_obstacles(standing, applied=bool(courses_of(case.id)), needs=SHEET_KINDS)
    return found if any(shared.values()) else [*found, rules.not_shared(standing)]


def request_page(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """One request: to be answered at the asked agency; at the asking desk it stands among those of its case."""
    if request.actor is None:
        raise Http404
    row = found_or_404(in_full(), pk=request_id)
    if row.receiver_id != request.actor.agency.id:
        open_case(row.case_id, by=request.actor, purpose="情報提供依頼", subject=row.id)
        return HttpResponseRedirect(f"{reverse('coordination:requests', args=[row.case_id])}#r-{row.id}")
    log_asked(row.id)
    one = shown(row)
    if not one.waits:
        return render(request, "coordination/requests/answered.html", _drawn(one, request))
    return _reply_page(request, one)


def _reply_page(request: HttpRequest, one: Shown) -> HttpResponse:
    row, shared = one.row, shared_with_us(one.row.case_id)

    def save(forms: Forms) -> str:
        form = forms["form"]
        if form.declines:
            actions.decline(row, by=request.actor, on=today(), reason=form.cleaned_data["decline_reason"])
        else:
            actions.answer(row, form.told_values(), by=request.actor, on=today())
        return reverse("coordination:request", args=[row.id])

    return form_page(
        request,
        name="information-reply",
        subject_id=row.id,
        template="coordination/requests/reply.html",
        build=lambda data: {"form": ReplyForm(data, request=row, shared=shared, initial={"known_on": today()})},
        save=save,
        context={
            "one": one,
            "row": row,
            "kept": [str(PartSection(section).label) for section in row.all_sections
                     if SECTION_KINDS[section] & ~shared],
        },
        saved_message="回答を送りました。",
    )  # fmt: skip


def inbox(request: HttpRequest) -> HttpResponse:
    """The requests that came to the viewer's agency, or those it has sent."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    received = request.GET.get("side") != "sent"
    page = page_of(request, requests_at(request.actor, received=received), unit="件")
    rows = [shown(row) for row in page.rows]
    tabs = [
        {"label": "届いた依頼", "url": "?", "active": received},
        {"label": "送った依頼", "url": "?side=sent", "active": not received},
    ]
    return render(
        request,
        "coordination/requests/inbox.html",
        {"page": page, "rows": rows, "tabs": tabs, "received": received},
    )


@require_POST
def take(request: HttpRequest, answer_id: UUID) -> HttpResponse:
    """アセスメントに取り込む: one press."""
    answer = found_or_404(InformationAnswer.objects.all(), pk=answer_id)
    case = open_case(answer.case_id, by=request.actor, purpose="回答の取り込み", subject=answer.id)
    try:
        part = actions.take(answer, by=request.actor, on=today())
    except Forbidden as forbidden:
        return _refused(request, case, forbidden)
    messages.success(request, f"「{part}」に取り込みました。だれの回答かも残っています。")
    return HttpResponseRedirect(f"{reverse('coordination:assessment', args=[case.id])}#{part.section}")


@require_POST
def take_back(request: HttpRequest, request_id: UUID) -> HttpResponse:
    """依頼を取り下げる."""
    row = found_or_404(InformationRequest.objects.all(), pk=request_id)
    case = open_case(row.case_id, by=request.actor, purpose="情報提供依頼の取り下げ", subject=row.id)
    try:
        actions.take_back(row, by=request.actor, on=today())
    except Forbidden as forbidden:
        return _refused(request, case, forbidden)
    messages.success(request, "依頼を取り下げました。依頼先からは回答できなくなります。")
    return HttpResponseRedirect(reverse("coordination:requests", args=[case.id]))


def _refused(request: HttpRequest, case: Case, forbidden: Forbidden) -> HttpResponse:
    context = _list(request, case, forbidden.obstacles)
    return render(request, "coordination/requests/list.html", context, status=409)

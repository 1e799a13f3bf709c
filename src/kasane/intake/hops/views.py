"""Around a つなぎ: words between both sides, going along, the way of a case (R-INT-04, R-INT-05). Thin."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from kasane.base.dates import today
from kasane.cases.formpage import Forms, form_page
from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.intake.hops import actions, rules
from kasane.intake.hops.forms import CommentForm, EndVisitForm, VisitForm
from kasane.intake.hops.words import legs
from kasane.intake.models import Referral, ReferralComment, ReferralVisit
from kasane.intake.queries import reception_of, referrals_of
from kasane.intake.views.referral import opened
from kasane.people.queries import household


def way(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """つなぎの道すじ: all hops of a case, drawn and in sentences."""
    case = open_case(case_id, by=request.actor, purpose="つなぎの道すじ")
    rows = referrals_of(case.id)
    context = {
        "case": case,
        "legs": legs(rows, on=today()),
        "reception": reception_of(case.id),
        "household": household(case.id),
    }
    return render(request, "intake/hops/way.html", context)


def comment(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """A word to the other side."""
    case, row = opened(request, referral_id, "つなぎの連絡")

    def save(forms: Forms) -> str:
        actions.comment(row, by=request.actor, on=today(), **forms["form"].cleaned_data)
        return _words(row.id)

    is_party = request.actor.agency.id in (row.sender_id, row.receiver_id)
    return form_page(
        request,
        name="referral-comment",
        subject_id=row.id,
        template="intake/hops/comment.html",
        build=lambda data: {"form": CommentForm(data)},
        save=save,
        context={
            "case": case,
            "referral": row,
            "obstacles": rules.comment_obstacles(is_party=is_party, state=row.state, text="…"),
        },
        saved_message="相手の機関に伝えました。",
    )


def question(request: HttpRequest, comment_id: UUID) -> HttpResponseRedirect:
    """From 今日やること to the sheet on which one was asked something."""
    asked = get_object_or_404(ReferralComment, pk=comment_id)
    return HttpResponseRedirect(_words(asked.referral_id))


def visit_new(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """同行を決める."""
    case, row = opened(request, referral_id, "同行の予定")

    def save(forms: Forms) -> str:
        actions.plan_visit(row, by=request.actor, **forms["form"].visit_values())
        return reverse("intake:referral", args=[row.id])

    known = {"place": str(row.receiver), "note": row.care_note[:200]}
    return form_page(
        request,
        name="referral-visit",
        subject_id=row.id,
        template="intake/hops/visit_form.html",
        build=lambda data: {"form": VisitForm(data, referral=row, by=request.actor, initial=known)},
        save=save,
        context={"case": case, "referral": row, "title": "同行を決める", "submit": "同行を決める"},
        saved_message="同行の予定を、両方の機関の「今日やること」に出します。",
    )


def visit_edit(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """同行の日や行く人を変える."""
    case, row, visit = _visit(request, visit_id, "同行の予定の変更")
    fields = ("on", "at", "place", "meet_point", "sender_goes", "receiver_goes", "note", "version")
    known = {name: getattr(visit, name) for name in fields}

    def save(forms: Forms) -> str:
        form = forms["form"]
        actions.change_visit(
            visit, by=request.actor, version=form.cleaned_data["version"], **form.visit_values()
        )
        return reverse("intake:referral", args=[row.id])

    return form_page(
        request,
        name="referral-visit-edit",
        subject_id=visit.id,
        template="intake/hops/visit_form.html",
        build=lambda data: {"form": VisitForm(data, referral=row, by=request.actor, initial=known)},
        save=save,
        context={"case": case, "referral": row, "title": "同行の予定を変える", "submit": "変えて知らせる"},
        saved_message="同行の予定を変えました。",
    )


def visit(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """How the visit went, or that nobody went."""
    case, row, visit = _visit(request, visit_id, "同行")

    def save(forms: Forms) -> str:
        actions.end_visit(visit, by=request.actor, **forms["form"].values())
        return reverse("intake:referral", args=[row.id])

    return form_page(
        request,
        name="referral-visit-end",
        subject_id=visit.id,
        template="intake/hops/visit_end.html",
        build=lambda data: {"form": EndVisitForm(data, initial={"done": "yes", "version": visit.version})},
        save=save,
        context={
            "case": case,
            "referral": row,
            "visit": visit,
            "obstacles": rules.end_visit_obstacles(
                is_party=request.actor.agency.id in (row.sender_id, row.receiver_id),
                state=visit.state,
                result="…",
                on=today(),
                today=today(),
                done=False,
            ),
        },
        saved_message="同行の結果を残しました。",
    )


def _visit(request: HttpRequest, visit_id: UUID, purpose: str) -> tuple[Case, Referral, ReferralVisit]:
    """The visit with its sheet and case; 404 for strangers."""
    found = get_object_or_404(ReferralVisit.objects.select_related("agency", "planned_by"), pk=visit_id)
    case, row = opened(request, found.referral_id, purpose)
    return case, row, found


def _words(referral_id: UUID) -> str:
    return reverse("intake:referral", args=[referral_id]) + "#words"

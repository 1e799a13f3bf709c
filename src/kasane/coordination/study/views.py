"""Pages of 研修・勉強会・事例検討 (R-COOR-13)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Avg, Count, Prefetch, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from kasane.agencies.queries import active_agencies
from kasane.cases.formpage import form_page
from kasane.coordination.models import StudyInvitation, StudySession
from kasane.coordination.study import actions, rules
from kasane.coordination.study.forms import CancelForm, HeldForm, RatingForm, StudyForm

FIELDS = ("kind", "title", "starts_at", "place", "online_url", "aim", "material", "version")
SHOWN = 100


def studies(request: HttpRequest) -> HttpResponse:
    """What is planned and what was held, newest first."""
    _staff(request)
    rows = StudySession.objects.select_related("host").annotate(
        invited=Count("invitations"), came=Sum("invitations__attended"), useful=Avg("invitations__rating")
    )
    return render(request, "coordination/study/list.html", {"sessions": rows.order_by("-starts_at")[:SHOWN]})


def study(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """One session: what it is about, who is invited, what came of it."""
    session = _session(request, study_id)
    mine = next((i for i in session.invitations.all() if i.agency_id == request.actor.agency.id), None)
    context = {"session": session, "mine": mine, "is_host": session.host_id == request.actor.agency.id}
    return render(request, "coordination/study/page.html", context)


def study_write(request: HttpRequest, study_id: UUID | None = None) -> HttpResponse:
    """計画する, and changing it before it is held."""
    _staff(request)
    session = _session(request, study_id) if study_id else None
    agencies = list(active_agencies())
    initial: dict[str, Any] = {"kind": "case_study", "version": 0}
    if session is not None:
        initial = {name: getattr(session, name) for name in FIELDS}
        initial["invited"] = [str(one.agency_id) for one in session.invitations.all()]

    def save(forms: Any) -> str:
        values = forms["form"].study_values()
        version = values.pop("version") or 0
        done = actions.write(session, by=request.actor, version=version, **values)
        return reverse("coordination:study", args=[done.id])

    return _page(
        request, "study", session, "研修・勉強会・事例検討を計画する", "計画を保存する",
        build=lambda data: StudyForm(data, initial=initial, agencies=agencies), save=save,
        obstacles=rules.host_obstacles(
            is_host=session is None or session.host_id == request.actor.agency.id,
            state=session.state if session else "planned", wanted="planned",
        ),
    )  # fmt: skip


def study_held(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """開催を記録する."""
    session = _session(request, study_id)
    invitations = list(session.invitations.all())

    def save(forms: Any) -> str:
        actions.hold(session, by=request.actor, **forms["form"].held_values())
        return reverse("coordination:study", args=[session.id])

    return _page(
        request, "study-held", session, "開催を記録する", "開催を記録する",
        build=lambda data: HeldForm(data, invitations=invitations), save=save,
        obstacles=rules.hold_obstacles(
            is_host=session.host_id == request.actor.agency.id, state=session.state, attended=1, summary="-"
        ),
    )  # fmt: skip


def study_rate(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """ふり返りを送る, by an invited agency."""
    session = _session(request, study_id)
    mine = next((i for i in session.invitations.all() if i.agency_id == request.actor.agency.id), None)
    initial = {"rating": mine.rating, "comment": mine.comment} if mine else {}

    def save(forms: Any) -> str:
        values = forms["form"].cleaned_data
        actions.rate(session, by=request.actor, rating=int(values["rating"]), comment=values["comment"])
        return reverse("coordination:study", args=[session.id])

    return _page(
        request, "study-rate", session, "ふり返りを送る", "ふり返りを送る",
        build=lambda data: RatingForm(data, initial=initial), save=save,
        obstacles=rules.rate_obstacles(is_invited=mine is not None, state=session.state, rating=1),
    )  # fmt: skip


def study_cancel(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """中止する."""
    session = _session(request, study_id)

    def save(forms: Any) -> str:
        actions.cancel(session, by=request.actor, reason=forms["form"].cleaned_data["reason"])
        return reverse("coordination:study", args=[session.id])

    return _page(
        request, "study-cancel", session, "中止する", "中止する",
        build=lambda data: CancelForm(data), save=save,
        obstacles=rules.cancel_obstacles(
            is_host=session.host_id == request.actor.agency.id, state=session.state, reason="-"
        ),
    )  # fmt: skip


def _staff(request: HttpRequest) -> None:
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404


def _session(request: HttpRequest, study_id: UUID) -> StudySession:
    _staff(request)
    rows = StudySession.objects.select_related("host", "planned_by").prefetch_related(
        Prefetch("invitations", StudyInvitation.objects.select_related("agency"))
    )
    return get_object_or_404(rows, pk=study_id)


def _page(
    request: HttpRequest,
    name: str,
    session: StudySession | None,
    title: str,
    act: str,
    *,
    build: Any,
    save: Any,
    obstacles: Any,
) -> HttpResponse:
    return form_page(
        request,
        name=name,
        subject_id=session.id if session else "new",
        template="coordination/study/form.html",
        build=lambda data: {"form": build(data)},
        save=save,
        context={"session": session, "title": title, "act": act, "obstacles": obstacles},
    )

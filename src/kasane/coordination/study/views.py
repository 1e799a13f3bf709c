"""Pages of 研修・勉強会・事例検討 (R-COOR-13)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kasane.agencies.mail.actions import is_set_up
from kasane.agencies.queries import active_agencies, staff_to_invite
from kasane.base.calendar import CONTENT_TYPE, published
from kasane.base.obstacles import Forbidden, Obstacle
from kasane.cases.formpage import form_page
from kasane.coordination.models import StudyInvitation, StudySeat, StudySession
from kasane.coordination.study import actions, notice, queries, rules
from kasane.coordination.study.forms import CancelForm, HeldForm, RatingForm, StudyForm

FIELDS = ("kind", "title", "starts_at", "length", "place", "online_url", "aim", "material", "version")
SHOWN = 100


def studies(request: HttpRequest) -> HttpResponse:
    """What is planned and what was held, newest first."""
    _staff(request)
    rows = queries.sessions().order_by("-starts_at")[:SHOWN]
    return render(request, "coordination/study/list.html", {"sessions": rows})


def study(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """One session: what it is about, who is invited and comes, what came of it."""
    return _shown(request, _session(request, study_id))


def study_write(request: HttpRequest, study_id: UUID | None = None) -> HttpResponse:
    """計画する, and changing it before it is held."""
    _staff(request)
    session = _session(request, study_id) if study_id else None
    agencies, posts = list(active_agencies()), list(staff_to_invite())
    initial: dict[str, Any] = {"kind": "case_study", "version": 0}
    if session is not None:
        initial = {name: getattr(session, name) for name in FIELDS}
        there = {(seat.user_id, seat.agency_id) for seat in session.seats.all() if seat.by_name}
        initial["people"] = [str(post.id) for post in posts if (post.user_id, post.agency_id) in there]
        initial["invited"] = [str(one.agency_id) for one in session.invitations.all()]

    def save(forms: Any) -> str:
        values = forms["form"].study_values()
        version = values.pop("version") or 0
        done = actions.write(session, by=request.actor, version=version, **values)
        return reverse("coordination:study", args=[done.id])

    return _page(
        request, "study", session, "研修・勉強会・事例検討を計画する", "計画を保存する",
        build=lambda data: StudyForm(data, initial=initial, agencies=agencies, posts=posts), save=save,
        obstacles=rules.host_obstacles(
            is_host=session is None or session.host_id == request.actor.agency.id,
            state=session.state if session else "planned", wanted="planned",
        ),
    )  # fmt: skip


def study_held(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """開催を記録する."""
    session = _session(request, study_id)
    invitations, singles = list(session.invitations.all()), queries.singles(session)
    said = queries.answers_by_agency(session)
    initial: dict[str, Any] = {
        f"attended_{one.id}": said[one.agency_id]["attends"] or None for one in invitations
    }
    initial["came"] = [str(seat.id) for seat in singles if seat.answer == "attends"]

    def save(forms: Any) -> str:
        actions.hold(session, by=request.actor, **forms["form"].held_values())
        return reverse("coordination:study", args=[session.id])

    return _page(
        request, "study-held", session, "開催を記録する", "開催を記録する",
        build=lambda data: HeldForm(data, initial=initial, invitations=invitations, singles=singles), save=save,
        obstacles=rules.hold_obstacles(
            is_host=session.host_id == request.actor.agency.id, state=session.state, attended=1, summary="-"
        ),
    )  # fmt: skip


def study_rate(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """ふり返りを送る, by an invited agency."""
    session = _session(request, study_id)
    mine = _mine(request, session)
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


@require_POST
def study_answer(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """出席 or 欠席, of the one who is signed in."""
    session = _session(request, study_id)
    return _pressed(
        request,
        session,
        lambda: actions.answer(session, by=request.actor, answer=request.POST.get("answer", "")),
        done="出欠の返事を送りました。",
    )


@require_POST
def study_mail(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """案内をメールで送る."""
    session = _session(request, study_id)
    done = (
        "案内を送ります。"
        if is_set_up()
        else "案内を用意しました。メールの設定がまだなので、送られていません。"
    )
    return _pressed(
        request,
        session,
        lambda: notice.tell(session, by=request.actor),
        done=f"{done}日時や場所を変えたときと中止のときは、自動で知らせます。",
    )


def study_calendar(request: HttpRequest, study_id: UUID) -> HttpResponse:
    """カレンダーに入れる."""
    session = _session(request, study_id)
    file = published(queries.event_of(session), now=timezone.now())
    response = HttpResponse(file, content_type=CONTENT_TYPE)
    day = timezone.localtime(session.starts_at)
    response["Content-Disposition"] = f'attachment; filename="kenshu-{day:%Y%m%d}.ics"'
    return response


def _shown(request: HttpRequest, session: StudySession, refused: Sequence[Obstacle] = ()) -> HttpResponse:
    mine = _mine(request, session)
    answers = queries.answers_by_agency(session)
    invitations = list(session.invitations.all())
    for one in invitations:
        one.said = answers[one.agency_id]  # type: ignore[attr-defined]
    is_host = session.host_id == request.actor.agency.id
    context = {
        "session": session,
        "mine": mine,
        "own": next((one for one in session.seats.all() if one.user_id == request.actor.user.pk), None),
        "is_host": is_host,
        "refused": refused,
        "invitations": invitations,
        "singles": queries.singles(session),
        "mailed": notice.mailed(session) if is_host else [],
    }
    return render(request, "coordination/study/page.html", context, status=409 if refused else 200)


def _pressed(request: HttpRequest, session: StudySession, act: Any, *, done: str) -> HttpResponse:
    """What one press does, and back to the page; obstacles come back on it."""
    try:
        act()
    except Forbidden as forbidden:
        return _shown(request, session, forbidden.obstacles)
    messages.success(request, done)
    return HttpResponseRedirect(reverse("coordination:study", args=[session.id]))


def _mine(request: HttpRequest, session: StudySession) -> StudyInvitation | StudySeat | None:
    """By what the viewer is invited: their agency's invitation, or a seat of their own."""
    agency, user = request.actor.agency.id, request.actor.user.pk
    invitation = next((one for one in session.invitations.all() if one.agency_id == agency), None)
    return invitation or next((s for s in session.seats.all() if s.user_id == user and s.by_name), None)


def _staff(request: HttpRequest) -> None:
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404


def _session(request: HttpRequest, study_id: UUID) -> StudySession:
    _staff(request)
    return get_object_or_404(queries.with_invited(), pk=study_id)


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

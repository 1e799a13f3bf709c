"""会議の一覧, calling a meeting, changing it, its members."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.agencies.models import Post
from kasane.agencies.queries import staff_to_invite
from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden, Obstacle
from kasane.cases.formpage import Forms, form_page
from kasane.cases.models import Case
from kasane.conferences import actions, queries, rules
from kasane.conferences.finding.queries import open_polls
from kasane.conferences.forms import (
    BeforeForm,
    CallForm,
    CancelForm,
    InviteForm,
    MeetingForm,
    WhenAndWhere,
    in_a_week,
)
from kasane.conferences.models import Body, Function, Meeting
from kasane.conferences.pages import day_words, meeting_context, meeting_page
from kasane.conferences.series.queries import due_of, usual_of
from kasane.conferences.views.common import general_forms, get_meeting, get_member, pressed
from kasane.conferences.words import PUT_WORDS
from kasane.coordination import api as coordination


def meeting_list(request: HttpRequest) -> HttpResponse:
    """これからの会議 and 終わった会議."""
    if request.actor is None:
        raise Http404
    held = request.GET.get("when") == "held"
    form = BeforeForm(request.GET)
    before = form.cleaned_data.get("before") if form.is_valid() else None
    found = queries.meeting_list(held=held, before=before)
    size = queries.PAGE if held else queries.MOST_COMING
    shown = found[:size]
    for meeting in shown:
        meeting.when = day_words(meeting.starts_at)
    more = shown[-1].starts_at.isoformat() if len(found) > size else ""
    context = {"meetings": shown, "held": held, "more": more, "size": size}
    if not held:
        context["due_bodies"] = due_of(request.actor, on=today())
        context["polls"] = open_polls(request.actor)
    return render(request, "conferences/list.html", context)


def new(request: HttpRequest) -> HttpResponse:
    """会議をひらく: which body first, then when, where and with whom."""
    if request.actor is None:
        raise Http404
    bodies = queries.bodies()
    case = _case_in_mind(request)
    body = next((one for one in bodies if str(one.id) == request.GET.get("body")), None)
    if body is None:
        return _choose(request)
    posts = list(staff_to_invite())
    usual = usual_of(body, posts, _agencies_for(case, body) if case else ())
    initial = {
        "starts_at": in_a_week(),
        "members": [str(pk) for pk in usual],
    }
    return form_page(
        request,
        name="meeting",
        subject_id=body.id,
        template="conferences/meeting_form.html",
        build=lambda data: {"form": MeetingForm(data, posts=posts, initial=initial)},
        save=lambda forms: _convened(request, body, forms, case),
        context={
            "body": body,
            "obstacles": rules.convene_obstacles(
                body.functions, queries.convener_of(request.actor.agency, body)
            ),
        },
        saved_message="会議をひらくことにしました。議題を入れて、通知を送りましょう。",
    )


def _case_in_mind(request: HttpRequest) -> Case | None:
    """The case for which the meeting is called, when the way led here from it."""
    try:
        wanted = UUID(request.GET.get("case", ""))
    except ValueError:
        return None
    return Case.objects.filter(pk=wanted).first()


def _agencies_for(case: Case, body: Body) -> set[UUID]:
    """The agencies coordination proposes for what is ready at one of the four timings."""
    found = (
        coordination.conference_facts(case.id, timing, rules.COURSE_OF[function])
        for function in body.functions
        if function in rules.COURSE_OF
        for timing in Timing
    )
    return next((facts.agencies for facts in found if facts.ready), set())


def _convened(request: HttpRequest, body: Body, forms: Forms, case: Case | None) -> str:
    form = forms["form"]
    meeting = actions.convene(
        body,
        by=request.actor,
        on=today(),
        posts=form.chosen_posts(),
        guests=form.chosen_guests(),
        **form.meeting_values(),
    )
    if case is None:
        return reverse("conferences:meeting", args=[meeting.id])
    order = (Function.MULTI_TIER, Function.SUPPORT_COORDINATION, Function.SUPPORT_CONFERENCE)
    way = next((one for one in order if one in body.functions), Function.SUPPORT_CONFERENCE)
    return f"{reverse(PUT_WORDS[way].url, args=[case.id])}?meeting={meeting.id}"


@require_POST
def own_body(request: HttpRequest) -> HttpResponse:
    """自分の機関の支援調整会議をつくる, where the profile names none (R-SELF-01)."""
    if request.actor is None:
        raise Http404
    try:
        body = actions.own_body(by=request.actor)
    except Forbidden as forbidden:
        return _choose(request, refused=forbidden.obstacles, status=409)
    messages.success(request, "支援調整会議をつくりました。日時と構成員を入れてください。")
    case = f"&case={request.POST['case']}" if request.POST.get("case") else ""
    return HttpResponseRedirect(f"{reverse('conferences:new')}?body={body.id}{case}")


def _choose(
    request: HttpRequest, *, refused: list[Obstacle] | None = None, status: int = 200
) -> HttpResponse:
    """どの会議をひらきますか."""
    context = {
        "bodies": queries.bodies(),
        "case": _case_in_mind(request),
        "may_set_up": not actions.own_body_obstacles(request.actor),
        "obstacles": refused,
    }
    return render(request, "conferences/choose_body.html", context, status=status)


def meeting(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """One meeting: before, during and after."""
    row = get_meeting(request, meeting_id)
    context = meeting_context(
        meeting_page(row, request.actor), general_form=general_forms(request, row).shown()["item"]
    )
    return render(request, "conferences/meeting.html", context)


def edit(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """日時・場所を変える."""
    row = get_meeting(request, meeting_id)
    names = ("starts_at", "length", "place", "online_url", "message", "version")

    def save(forms: Forms) -> str:
        form = forms["form"]
        actions.reschedule(
            row,
            by=request.actor,
            on=today(),
            version=form.cleaned_data["version"] or 0,
            **form.meeting_values(),
        )
        return reverse("conferences:meeting", args=[row.id])

    return form_page(
        request,
        name="meeting-edit",
        subject_id=row.id,
        template="conferences/meeting_form.html",
        build=lambda data: {"form": WhenAndWhere(data, initial={n: getattr(row, n) for n in names})},
        save=save,
        context={"meeting": row, "body": row.body, "obstacles": _host_obstacles(request, row)},
        saved_message="日時と場所を変えました。構成員に知らせてください。",
    )


def cancel(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """会議を中止する: says what will happen first."""
    row = get_meeting(request, meeting_id)

    def save(forms: Forms) -> str:
        actions.cancel(row, by=request.actor, on=today(), reason=forms["form"].cleaned_data["reason"])
        return reverse("conferences:meeting", args=[row.id])

    return form_page(
        request,
        name="meeting-cancel",
        subject_id=row.id,
        template="conferences/cancel.html",
        build=lambda data: {"form": CancelForm(data)},
        save=save,
        context={"meeting": row, "obstacles": _host_obstacles(request, row)},
        saved_message="会議を中止しました。構成員に知らせてください。",
    )


def invite(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """構成員を加える."""
    row = get_meeting(request, meeting_id)
    seated = {member.user_id for member in queries.members_of(row)}
    posts: list[Post] = [post for post in staff_to_invite() if post.user_id not in seated]
    items = queries.agenda(row)

    def save(forms: Forms) -> str:
        form = forms["form"]
        actions.invite(
            row,
            by=request.actor,
            on=today(),
            posts=form.chosen_posts(),
            guests=form.chosen_guests(),
            items=form.chosen_items(),
        )
        return reverse("conferences:meeting", args=[row.id])

    return form_page(
        request,
        name="meeting-invite",
        subject_id=row.id,
        template="conferences/invite.html",
        build=lambda data: {"form": InviteForm(data, posts=posts, items=items)},
        save=save,
        context={"meeting": row, "obstacles": _host_obstacles(request, row)},
        saved_message="構成員を加えました。",
    )


def call(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """呼ぶ議題: the whole meeting, or some of its items alone."""
    member = get_member(request, member_id)
    row = member.meeting
    items = queries.agenda(row)
    initial = {"items": [str(one) for one in member.items or ()]}

    def save(forms: Forms) -> str:
        actions.call_to(member, by=request.actor, on=today(), items=forms["form"].chosen_items())
        return reverse("conferences:meeting", args=[row.id])

    return form_page(
        request,
        name="meeting-call",
        subject_id=member.id,
        template="conferences/call.html",
        build=lambda data: {"form": CallForm(data, items=items, initial=initial)},
        save=save,
        context={"meeting": row, "member": member, "obstacles": _host_obstacles(request, row)},
        saved_message=f"{member.name}さんを呼ぶ議題を決めました。",
    )


@require_POST
def remove_member(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """構成員から外す."""
    member = get_member(request, member_id)
    return pressed(
        request,
        member.meeting,
        lambda: actions.remove_member(member, by=request.actor, on=today()),
        done=f"{member.name}さんを構成員から外しました。議題のケースも、いまから見られません。",
        to=reverse("conferences:meeting", args=[member.meeting_id]),
    )


def _host_obstacles(request: HttpRequest, row: Meeting) -> list[Obstacle]:
    return rules.host_obstacles(is_host=row.host_id == request.actor.agency.id, state=row.state)

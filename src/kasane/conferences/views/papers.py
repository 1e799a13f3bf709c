"""Papers of a meeting: notice, calendar file, the duty of secrecy, minutes."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from kasane.agencies.models import OutgoingMail
from kasane.base.calendar import CONTENT_TYPE, published
from kasane.conferences import actions, queries, rules
from kasane.conferences.calendar import event_of
from kasane.conferences.checking import queries as checking
from kasane.conferences.checking.forms import CheckForm
from kasane.conferences.models import AgendaItem, Function, Meeting
from kasane.conferences.pages import agencies_at, meeting_page
from kasane.conferences.views.common import get_meeting, must_acknowledge, opened


def notice(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """開催通知 to print or copy. It goes out by post and mail: no name, no case number."""
    page = meeting_page(get_meeting(request, meeting_id), request.actor)
    context = {"meeting": page.meeting, "page": page, "points": public_points(page.items)}
    if page.is_host:
        context["mailed"] = OutgoingMail.objects.filter(about=meeting_id).select_related("user")
    return render(request, "conferences/notice.html", context)


def public_points(items: list[AgendaItem]) -> list[str]:
    """The agenda as it may lie on a desk: general items by title, cases by their number only."""
    points = [item.title for item in items if not item.case_id]
    for function in Function:
        count = sum(1 for item in items if item.case_id and item.function == function)
        if count:
            points.append(f"個別のケースの検討({function.label}) {count}件")
    return points


def calendar(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """カレンダーに入れる."""
    meeting = get_meeting(request, meeting_id)
    file = published(event_of(meeting, message=meeting.message), now=timezone.now())
    response = HttpResponse(file, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="kaigi-{meeting.day:%Y%m%d}.ics"'
    return response


def confidentiality(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """守秘義務の確認, before the material opens (R-DIS-02)."""
    meeting = get_meeting(request, meeting_id)
    own = queries.membership(meeting.id, request.actor)
    if own is None:
        raise Http404
    target = _target(request, meeting)
    if request.method == "POST" and request.POST.get("agreed"):
        actions.acknowledge(own, by=request.actor)
        return HttpResponseRedirect(target)
    context = {
        "meeting": meeting,
        "own": own,
        "target": target,
        "unticked": request.method == "POST",
        "by_law": Function.SUPPORT_CONFERENCE in meeting.body.functions,
        "by_consent": bool(set(rules.COURSE_OF) & set(meeting.body.functions)),
    }
    return render(
        request, "conferences/confidentiality.html", context, status=422 if context["unticked"] else 200
    )


def _target(request: HttpRequest, meeting: Meeting) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return wanted
    return reverse("conferences:meeting", args=[meeting.id])


def minutes(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """会議録 and 決定事項・役割分担表 on one page to print. Each case on it is read and logged."""
    meeting = get_meeting(request, meeting_id)
    if must_acknowledge(request, meeting.id):
        here = reverse("conferences:minutes", args=[meeting.id])
        return HttpResponseRedirect(
            f"{reverse('conferences:confidentiality', args=[meeting.id])}?next={here}"
        )
    page = meeting_page(meeting, request.actor)
    for item in page.items:
        opened(request, item, purpose="会議録の閲覧")
    talks = queries.talks(page.items)
    agencies = agencies_at(page.members)
    for item in page.items:
        item.said = talks.get(item.id)
        item.given = [
            (agency.name, item.said.opinion_of(agency.id))
            for agency in agencies
            if item.said and item.said.opinion_of(agency.id)
        ]
    remarks = checking.remarks_of([item.id for item in page.items])
    for item in page.items:
        item.remarks = remarks.get(item.id, [])
    checks = checking.checks_of(meeting)
    own = next((one for one in checks if one.member.user_id == request.actor.user.id), None)
    context = {
        "meeting": meeting,
        "page": page,
        "checks": checks,
        "check": own,
        "check_form": CheckForm(items=page.items) if own and not page.is_closed else None,
    }
    return render(request, "conferences/minutes.html", context)

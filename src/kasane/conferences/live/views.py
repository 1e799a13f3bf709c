"""Live minutes: what others typed is asked for every few seconds, what was typed here is sent (R-CONF-06)."""

from __future__ import annotations

import json
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.base.obstacles import Forbidden, Obstacle
from kasane.conferences.live import actions, lines
from kasane.conferences.live.forms import NotUnderstood, SinceForm, TalkKindsForm, typed_of
from kasane.conferences.live.pane import changed_since
from kasane.conferences.views.common import get_member, get_run_item, must_acknowledge, pressed


def live(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The lines that changed; with POST first the ones typed here are taken.

    404 for who is no member, 409 with the obstacles for who does not write, 400 for what no page of ours sends.
    """
    item = get_run_item(request, item_id)
    if item.case_id and must_acknowledge(request, item.meeting_id):
        return _refused([Obstacle("not_acknowledged", "先に、守秘義務を確かめてください。", "R-DIS-02")])
    if request.method != "POST":
        since = SinceForm(request.GET).number()
        return JsonResponse(changed_since(lines.lines_of(item), since=since))
    try:
        sent = json.loads(request.body)
        typed = typed_of(sent)
        since = SinceForm({"since": sent.get("since")}).number()
    except (ValueError, NotUnderstood):
        return JsonResponse({"obstacles": ["送られた内容を読めませんでした。"]}, status=400)
    try:
        with transaction.atomic():
            taken = actions.send(item, typed, by=request.actor)
    except Forbidden as forbidden:
        return _refused(forbidden.obstacles)
    stands = {str(one.meant): str(one.stands) for one in taken}
    return JsonResponse(
        changed_since(lines.lines_of(item), since=since, also=set(stands.values())) | {"stands": stands}
    )


def _refused(obstacles: list[Obstacle]) -> HttpResponse:
    return JsonResponse({"obstacles": [one.sentence for one in obstacles]}, status=409)


@require_POST
def kinds(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """情報の種類を変える, beside the lines."""
    item = get_run_item(request, item_id)
    form = TalkKindsForm(request.POST)
    to = reverse("conferences:item", args=[item.id])
    if not form.is_valid():
        return HttpResponseRedirect(to)
    return pressed(
        request,
        item.meeting,
        lambda: actions.mark_kinds(item, by=request.actor, kinds=form.cleaned_data["kinds"]),
        done="情報の種類を変えました。",
        to=to,
    )


@require_POST
def minute_taker(request: HttpRequest, member_id: UUID) -> HttpResponse:
    """記録者を決める."""
    member = get_member(request, member_id)
    takes = request.POST.get("takes") == "1"
    return pressed(
        request,
        member.meeting,
        lambda: actions.name_minute_taker(member, by=request.actor, takes=takes),
        done=f"{member.name}さんを記録者に{'しました' if takes else 'しないことにしました'}。",
        to=reverse("conferences:meeting", args=[member.meeting_id]) + "#members-title",
    )

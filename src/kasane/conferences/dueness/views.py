"""議題に入れる: what was ticked among what is due."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.conferences.dueness import actions
from kasane.conferences.views.common import get_meeting, refused


@require_POST
def put(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """印をつけたものを議題に入れる."""
    meeting = get_meeting(request, meeting_id)
    try:
        made, left = actions.put(
            meeting,
            by=request.actor,
            on=today(),
            keys=set(request.POST.getlist("due")),
            timed=_timed(request.POST.getlist("timed")),
        )
    except Forbidden as forbidden:
        return refused(request, meeting, forbidden.obstacles)
    if left:
        if made:
            messages.success(request, f"{len(made)}件を議題に入れました。")
        return refused(request, meeting, left)
    messages.success(request, f"{len(made)}件を議題に入れました。")
    return HttpResponseRedirect(f"{reverse('conferences:meeting', args=[meeting.id])}#agenda")


def _timed(values: list[str]) -> list[tuple[UUID, Timing, str]]:
    """「timing:function:case」 as the page writes them; what is no such value is left out."""
    found = []
    for value in values:
        timing, _, rest = value.partition(":")
        function, _, case = rest.partition(":")
        try:
            one = (UUID(case), Timing(timing), function)
        except ValueError:
            continue
        if function in actions.COURSE_FUNCTIONS:
            found.append(one)
    return found

"""Home, case page, switching posts. Thin: each work brings its own part."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kasane.cases.alarm.page import board as alarm_board
from kasane.cases.exceptional.page import board
from kasane.disclosure.access import open_case
from kasane.disclosure.middleware import POST_SESSION_KEY
from kasane.people.drawing.gallery import gallery_context
from kasane.portal import casepage
from kasane.portal.help import chapters
from kasane.portal.home import columns
from kasane.portal.search import came_from_search
from kasane.portal.sharing import looks
from kasane.portal.sight import sight


def home(request: HttpRequest) -> HttpResponse:
    """今日やること."""
    if request.actor is None:
        return render(request, "portal/no_post.html", status=403)
    if not request.actor.post.sees_cases:
        return HttpResponseRedirect(reverse("agencies:accounts"))
    first = board(request.actor)
    alarms = alarm_board(request)
    shown = columns(request.actor, first, alarms)
    nothing = not alarms.red and not any(c.rows for c in shown)
    context = {"board": first, "alarms": alarms, "columns": shown, "nothing": nothing}
    return render(request, "portal/home.html", context)


def case_page(request: HttpRequest, case_id: UUID, tab: str = "course") -> HttpResponse:
    """One case: header, next step, and the chosen tab."""
    if tab not in casepage.BODIES:
        raise Http404
    label = dict(casepage.TABS)[tab]
    way = "・検索から" if came_from_search(request) else ""
    case = open_case(case_id, by=request.actor, purpose=f"ケース画面({label}{way})")
    # The body first: what it has read `once`, the head does not ask for again.
    body = casepage.BODIES[tab](case, request.actor, request.GET.dict())
    head = casepage.header(case, by=request.actor, tab=tab)
    return render(request, f"portal/case_{tab}.html", {"head": head, "case": case, **body})


def case_looks(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """見た人: who has looked at one case, narrowed and page by page (R-DIS-08)."""
    case = open_case(case_id, by=request.actor, purpose="見た人の一覧")
    return render(
        request, "portal/case_looks.html", {"case": case, **looks(case, request.actor, request.GET.dict())}
    )


def case_sight(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """だれに何が見えるか: the case as another agency or person would see it."""
    case = open_case(case_id, by=request.actor, purpose="だれに何が見えるか")
    return render(
        request, "portal/case_sight.html", {"case": case, **sight(case, request.actor, request.GET.dict())}
    )


@require_POST
def switch_post(request: HttpRequest) -> HttpResponse:
    """People with two posts say for which agency they act now."""
    chosen = request.POST.get("post", "")
    if chosen not in {str(post.id) for post in request.posts}:
        raise Http404
    request.session[POST_SESSION_KEY] = chosen
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    return HttpResponseRedirect(target if target.startswith(("/accounts/",)) else "/")


def help_page(request: HttpRequest, slug: str = "00") -> HttpResponse:
    """One chapter of the manual, with the others beside it."""
    chapter = next((one for one in chapters() if one.slug == slug), None)
    if chapter is None:
        raise Http404
    return render(request, "portal/help.html", {"chapter": chapter, "chapters": chapters()})


def drawings(request: HttpRequest) -> HttpResponse:
    """家族図・エコマップの見本: made-up families, so that everybody reads the signs alike (R-PEO-04)."""
    return render(request, "people/drawing/gallery.html", gallery_context())


def healthz(request: HttpRequest) -> HttpResponse:
    """For the one who watches the machine: the program answers and reaches its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")

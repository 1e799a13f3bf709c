"""住民の入口: the pages without sign-in. Off unless KASANE_DOOR is set; then nothing is there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kasane.agencies.models import Municipality
from kasane.intake.door import actions, queries, rules, texts
from kasane.intake.door.forms import ContactForm
from kasane.intake.models import DoorTopic

View = Callable[..., HttpResponse]


def door(view: View) -> View:
    """404 while the door is closed, and for a language it does not speak."""

    @wraps(view)
    def opened(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            said = texts.words(kwargs["language"]) if "language" in kwargs else None
        except KeyError:
            raise Http404 from None
        if not settings.DOOR:
            raise Http404
        request.said = said
        return view(request, **kwargs)

    return opened


@door
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Leads to the language that the browser asks for."""
    language = texts.asked_for(request.headers.get("Accept-Language", ""))
    answer = HttpResponseRedirect(reverse("door:start", args=[language]))
    answer["Vary"] = "Accept-Language"
    return answer


@door
@require_safe
def start(request: HttpRequest, language: str) -> HttpResponse:
    """What the desk is for, and what it may be about."""
    names = request.said["topics"]
    topics = [{"name": names[one], "query": urlencode({"topic": one})} for one in DoorTopic.values]
    return _page(request, language, "start", {"topics": topics})


@door
@require_safe
def places(request: HttpRequest, language: str) -> HttpResponse:
    """Where to go with a topic, from the chosen area (R-DEL-05, R-INT-06)."""
    every = queries.places()
    topic, area_id = _topic(request.GET.get("topic")), _key(request.GET.get("area"))
    areas = queries.areas_asked(every)
    found = rules.places_for(every, topic=topic, area=queries.area_and_above(area_id))
    chosen = {"topic": topic.value if topic else "", "area": str(area_id or "")}
    context = {
        "areas": [_choice(one.name, one.id == area_id, chosen | {"area": str(one.id)}) for one in areas],
        "any_area": _choice("", area_id is None, chosen | {"area": ""}),
        "topic": request.said["topics"][topic] if topic else "",
        "places": [(place, urlencode(_filled(chosen | {"to": str(place.id)}))) for place in found],
        "query": urlencode(_filled(chosen)),
    }
    return _page(request, language, "places", context)


@door
@never_cache
def contact(request: HttpRequest, language: str) -> HttpResponse:
    """「連絡してください」: asks for one way to reach the person and nothing else (R-INT-01, R-INT-02)."""
    every = queries.places()
    asked = {"said": request.said, "places": every}
    if request.method != "POST":
        given = {name: request.GET.get(name, "") for name in ("topic", "to", "area")}
        form = ContactForm(initial={**given, "language": language}, **asked)
        return _page(request, language, "contact", {"form": form, "to": _place(every, given["to"])})
    form = ContactForm(request.POST, **asked)
    to = _place(every, request.POST.get("to", ""))
    page = {"form": form, "to": to}
    if not form.is_valid():
        return _page(request, language, "contact", page, status=422)
    left = form.left(page=language)
    desk = to or _first(every, left)
    if desk is None:
        raise Http404
    number = actions.leave(agency_id=desk.id, sender=_sender(request), **left)
    if number is None:
        return _page(request, language, "contact", {**page, "limited": True}, status=429)
    return HttpResponseRedirect(reverse("door:thanks", args=[language, number]))


@door
@require_safe
def thanks(request: HttpRequest, language: str, number: int) -> HttpResponse:
    """A number, and nothing of what was written."""
    return _page(request, language, "thanks", {"number": request.said["thanks_number"].filled(number=number)})


def _page(
    request: HttpRequest, language: str, name: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    route = request.resolver_match.kwargs
    kept = _filled({key: request.GET.get(key, "") for key in ("topic", "area", "to")})
    frame = {
        "t": request.said,
        "language": language,
        "town": Municipality.objects.filter(pk=1).first(),
        "others": [
            {
                "name": own,
                "tag": tag,
                "here": code == language,
                "url": f"{reverse(f'door:{name}', kwargs={**route, 'language': code})}"
                + (f"?{urlencode(kept)}" if kept else ""),
            }
            for code, own, tag in texts.spoken()
        ],
    }
    return render(request, f"intake/door/{name}.html", frame | context, status=status)


def _topic(value: str | None) -> DoorTopic | None:
    return DoorTopic(value) if value in DoorTopic.values else None


def _key(value: str | None) -> UUID | None:
    try:
        return UUID(value or "")
    except ValueError:
        return None


def _filled(values: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def _choice(name: str, here: bool, query: dict[str, str]) -> dict[str, Any]:
    return {"name": name, "here": here, "query": urlencode(_filled(query))}


def _place(every: list[rules.Place], key: str) -> rules.Place | None:
    return next((place for place in every if str(place.id) == key), None)


def _first(every: list[rules.Place], left: dict[str, Any]) -> rules.Place | None:
    """The desk for what was written when none was chosen: the first for the topic, or the centre."""
    above = queries.area_and_above(left["area_id"])
    return next(iter(rules.places_for(every, topic=DoorTopic(left["topic"]), area=above)), None)


def _sender(request: HttpRequest) -> str:
    return rules.sender_of(
        request.META.get("REMOTE_ADDR", ""),
        request.headers.get("X-Forwarded-For", ""),
        behind_proxy=settings.SECURE_PROXY_SSL_HEADER is not None,
    )

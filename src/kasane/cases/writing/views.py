"""The screen of the phrases, what the text areas ask for while one types, and the course of a new record. Thin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from kasane.agencies.actors import Actor
from kasane.agencies.paging import page_of
from kasane.base.dates import parse_date, wareki
from kasane.base.obstacles import Forbidden
from kasane.base.tidy import tidy_paste
from kasane.base.words import read_clock, split_clock
from kasane.cases.formpage import form_page
from kasane.cases.writing import actions
from kasane.cases.writing.forms import PhraseForm, initial_of
from kasane.cases.writing.models import Phrase, PhraseUse
from kasane.cases.writing.queries import phrases, templates, town_templates

LONGEST_PASTE = 100_000
WEEKDAYS = "月火水木金土日"


def listing(request: HttpRequest) -> HttpResponse:
    """定型句: one folder at a time, with the town's templates beside the desk's own."""
    by = _worker(request)
    use = request.GET.get("use", PhraseUse.RECORD)
    if use not in PhraseUse.values:
        raise Http404
    counts: dict[str, int] = {}
    for one in phrases(by).values_list("use", flat=True):
        counts[one] = counts.get(one, 0) + 1
    address = reverse("cases:phrases")
    tabs = [
        {
            "label": label,
            "url": f"{address}?use={value}",
            "active": value == use,
            "count": counts.get(value, 0),
        }
        for value, label in PhraseUse.choices
    ]
    page = page_of(request, phrases(by, use).order_by("user_id", "order", "id"), unit="件")
    town = town_templates(by) if use == PhraseUse.TEMPLATE else []
    context = {"page": page, "tabs": tabs, "use": use, "label": PhraseUse(use).label, "town": town}
    return render(request, "cases/writing/list.html", context)


def phrase_new(request: HttpRequest) -> HttpResponse:
    """A new phrase; for a template of the town, that one to be written anew for the desk."""
    by = _worker(request)
    initial: dict[str, Any] = {"use": request.GET.get("use", PhraseUse.RECORD), "owner": "desk"}
    anew = next((one for one in town_templates(by) if one.name == request.GET.get("like")), None)
    if anew:
        names = ("name", "text", "number", "method", "minutes")
        initial |= {"use": PhraseUse.TEMPLATE} | {name: getattr(anew, name) for name in names}
    return form_page(
        request,
        name="phrase",
        subject_id="new",
        template="cases/writing/form.html",
        build=lambda data: {"form": PhraseForm(data, initial=initial)},
        save=lambda forms: _to_list(actions.add_phrase(by=by, **forms["form"].values())),
        saved_message="定型句を保存しました。",
    )


def phrase_edit(request: HttpRequest, phrase_id: UUID) -> HttpResponse:
    by = _worker(request)
    phrase = get_object_or_404(Phrase, pk=phrase_id)

    def save(forms: Any) -> str:
        form = forms["form"]
        version = form.cleaned_data["version"] or 0
        return _to_list(actions.change_phrase(phrase, by=by, version=version, **form.values()))

    return form_page(
        request,
        name="phrase-edit",
        subject_id=phrase.id,
        template="cases/writing/form.html",
        build=lambda data: {"form": PhraseForm(data, initial=initial_of(phrase, by=by))},
        save=save,
        context={"phrase": phrase},
        saved_message="定型句を直しました。",
    )


@require_POST
def phrase_move(request: HttpRequest, phrase_id: UUID) -> HttpResponse:
    """One place up or down in its folder."""
    phrase = get_object_or_404(Phrase, pk=phrase_id)
    actions.move_phrase(phrase, by=_worker(request), up=request.POST.get("way") == "up")
    return HttpResponseRedirect(_to_list(phrase))


@require_POST
def phrase_remove(request: HttpRequest, phrase_id: UUID) -> HttpResponse:
    """消す. What was written with it stays."""
    phrase = get_object_or_404(Phrase, pk=phrase_id)
    try:
        actions.remove_phrase(phrase, by=_worker(request))
    except Forbidden as forbidden:
        messages.error(request, str(forbidden))
    else:
        messages.success(request, f"「{phrase.name}」を消しました。")
    return HttpResponseRedirect(_to_list(phrase))


@require_GET
def pieces(request: HttpRequest) -> HttpResponse:
    """For the text areas: the desk's phrases by folder, the asked folder first, and the templates."""
    by = _worker(request)
    asked = request.GET.get("use", "")
    folders: dict[str, list[dict[str, str]]] = {value: [] for value in PhraseUse.values}
    for row in phrases(by):
        folders[row.use].append({"name": row.name, "code": row.code, "text": row.text})
    ways = [
        {"name": one.name, "code": str(one.number or ""), "text": one.text}
        for one in (templates(by) if asked == PhraseUse.RECORD else [])
    ]
    order = sorted(set(folders) - {PhraseUse.TEMPLATE}, key=lambda use: use != asked)
    shown = [{"label": PhraseUse(use).label, "items": folders[use]} for use in order if folders[use]]
    if ways:
        shown.append({"label": str(PhraseUse.TEMPLATE.label), "items": ways})
    return JsonResponse(
        {"folders": shown, "manage": f"{reverse('cases:phrases')}?use={asked or PhraseUse.RECORD}"}
    )


@require_GET
def when(request: HttpRequest) -> HttpResponse:
    """What a word for a day was understood as, by the same rule that reads it when it is saved."""
    _worker(request)
    typed = request.GET.get("text", "")[:60]
    day, clock = split_clock(typed) if "clock" in request.GET else (typed, "")
    try:
        on = parse_date(day)
        words = f"{wareki(on)}({WEEKDAYS[on.weekday()]})"
        if not clock:
            return JsonResponse({"words": words, "day": wareki(on)})
        at = f"{read_clock(clock):%-H:%M}"
        return JsonResponse({"words": f"{words} {at}", "day": wareki(on), "clock": at})
    except ValueError as error:
        return JsonResponse({"trouble": str(error)})


@require_POST
def tidied(request: HttpRequest) -> HttpResponse:
    """Pasted text made tidy. Nothing of it is kept."""
    _worker(request)
    text = request.POST.get("text", "")
    if len(text) > LONGEST_PASTE:
        return JsonResponse({"text": text})
    return JsonResponse({"text": tidy_paste(text)})


def _worker(request: HttpRequest) -> Actor:
    """Whoever works with no case has nothing to type."""
    actor: Actor | None = request.actor  # type: ignore[attr-defined]
    if actor is None or not actor.post.sees_cases:
        raise Http404
    return actor


def _to_list(phrase: Phrase) -> str:
    return f"{reverse('cases:phrases')}?use={phrase.use}"

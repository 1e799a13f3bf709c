"""How the short forms of this app go: typed, refused with obstacles or a conflict, or saved. Nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from kasane.agencies.changes import snapshot
from kasane.base.dates import wareki_time
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden


def form_page(
    request: HttpRequest,
    *,
    template: str,
    build: Callable[[QueryDict | None], forms.Form],
    save: Callable[[Any], HttpResponse | str],
    context: Mapping[str, Any],
    saved_message: str = "保存しました。",
    conflict_items: tuple[str, ...] = (),
) -> HttpResponse:
    """Shows and saves one form. `save` acts and answers where to go, or a page of its own.

    Forbidden comes back as obstacles above the form; StaleEdit as both versions side by side (R-OPS-03), for the
    items `conflict_items` of the row `form.row(current)`.
    """
    if request.method != "POST":
        return render(request, template, {**context, "form": build(None)})
    form = build(request.POST)
    if not form.is_valid():
        return render(request, template, {**context, "form": form}, status=422)
    try:
        with transaction.atomic():
            answer = save(form)
    except Forbidden as forbidden:
        return render(
            request, template, {**context, "form": form, "obstacles": forbidden.obstacles}, status=409
        )
    except StaleEdit as stale:
        form.data = request.POST.copy()
        form.data["version"] = str(stale.current.version)  # type: ignore[attr-defined]
        conflict = _conflict(form, stale.current, conflict_items)
        return render(request, template, {**context, "form": form, "conflict": conflict}, status=409)
    if isinstance(answer, HttpResponse):
        return answer
    messages.success(request, saved_message)
    return HttpResponseRedirect(answer)


def _conflict(form: Any, current: Model, items: tuple[str, ...]) -> dict[str, Any]:
    mine, theirs = snapshot(form.row(current), items), snapshot(current, items)
    return {
        "theirs_by": "ほかの人",
        "theirs_at": wareki_time(current.updated_at),  # type: ignore[attr-defined]
        "lines": [
            {"label": label, "mine": words, "theirs": theirs[label], "different": words != theirs[label]}
            for label, words in mine.items()
        ],
    }

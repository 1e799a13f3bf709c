"""What follows from an act is shown before it is saved (R-PEO-01)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.cases.formpage import DROP_DRAFT, Forms, draft_url, form_page
from kasane.cases.household.rules import FollowUp

TEMPLATE = "cases/household/form.html"
SEEN = "seen"
"""What the worker was shown before saving: when it is something else by now, it is shown once more."""


def shown_first(
    request: HttpRequest,
    *,
    name: str,
    subject_id: UUID,
    build: Callable[[Any], Forms],
    save: Callable[[Forms], str],
    follow: Callable[[Forms], list[FollowUp]],
    context: Mapping[str, Any],
    saved_message: str,
) -> HttpResponse:
    """As `form_page`, but what will follow is shown before anything is saved; nothing follows: saved at once."""
    more = dict(context)
    if request.method == "POST" and DROP_DRAFT not in request.POST and not context.get("obstacles"):
        bound = build(request.POST)
        if all([one.is_valid() for one in bound.values()]):
            found = follow(bound)
            mark = _mark(bound, found)
            if request.POST.get(SEEN) == mark:
                more |= {"follow_ups": found, "seen": mark}
            elif found and _can_be_saved(bound, save):
                shown = {
                    **context,
                    **bound,
                    "follow_ups": found,
                    "seen": mark,
                    "draft_url": draft_url(name, subject_id),
                }
                return render(request, TEMPLATE, shown)
    return form_page(
        request,
        name=name,
        subject_id=subject_id,
        template=TEMPLATE,
        build=build,
        save=save,
        context=more,
        saved_message=saved_message,
    )


def _can_be_saved(bound: Forms, save: Callable[[Forms], str]) -> bool:
    """Whether saving would go through: nobody is asked to confirm what can not be saved. Nothing is kept of the try."""
    try:
        with transaction.atomic():
            save(bound)
            transaction.set_rollback(True)
    except (Forbidden, StaleEdit):
        return False
    return True


def _mark(bound: Forms, found: list[FollowUp]) -> str:
    told = {
        name: str(value)
        for name, value in bound["form"].cleaned_data.items()
        if not name.startswith("version")
    }
    text = json.dumps([told, [one.what for one in found]], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]

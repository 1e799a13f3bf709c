"""Who may open which screen of this app."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def posted_only(view: View) -> View:
    """For everybody with a post today, the system administrator included."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.actor is None:  # type: ignore[attr-defined]
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded


def administrators_only(view: View) -> View:
    """For the system administrator alone (R-DIS-01); the acts ask the same rule again."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        actor = request.actor  # type: ignore[attr-defined]
        if actor is None or not actor.is_administrator:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded

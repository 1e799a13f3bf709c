"""Who may import: whoever works with cases."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from kasane.agencies.actors import Actor


def at_desk(request: HttpRequest) -> Actor:
    """The worker; a system administrator, who has no right on any case, finds nothing here (R-DIS-01)."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    return request.actor

"""Error pages that tell what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open too long or came from elsewhere: what was typed is still in the draft."""
    return render(request, "403_csrf.html", status=403)

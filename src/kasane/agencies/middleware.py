"""Nobody works with a password that somebody else knows."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

OPEN_PREFIXES = ("/accounts/", "/static/", "/healthz")


class TemporaryPasswordMiddleware:
    """Leads a person with a temporary password to the page where they choose their own (R-DIS-08).

    Stands after authentication and messages.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if (
            not user.is_authenticated
            or not user.password_is_temporary
            or request.path.startswith(OPEN_PREFIXES)
        ):
            return self.get_response(request)
        messages.info(request, "いまは仮のパスワードです。自分だけが知っているパスワードに変えてください。")
        return HttpResponseRedirect(reverse("account_change_password"))

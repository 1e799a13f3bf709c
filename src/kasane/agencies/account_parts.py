"""What the pages of 管理 have in common: the way here, the way back, and the password that is shown once."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kasane.agencies.models import User


def crumbs(*steps: tuple[str, str]) -> list[dict[str, str]]:
    """The way here; the last step is this page and has no address."""
    way = [("管理", reverse("agencies:accounts")), *steps]
    return [{"label": label, "url": url} for label, url in way]


def page_of_account(user: User) -> str:
    return reverse("agencies:account", args=[user.pk])


def told(request: HttpRequest, user: User, password: str, *, title: str) -> HttpResponse:
    """The temporary password, on this answer only: not in an address, a session or a message."""
    context = {
        "subject": user,
        "password": password,
        "title": title,
        "crumbs": crumbs((user.name, page_of_account(user)), (title, "")),
    }
    return render(request, "agencies/password_told.html", context)

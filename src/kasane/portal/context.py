"""What the frame of every page shows: where one can go, who one is."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from kasane.cases.alarm.page import waiting

NAVIGATION: tuple[tuple[str, str, str, str], ...] = (
    ("今日", "home", "today", "/"),
    ("受付", "intake:desk", "intake", "/intake/"),
    ("ケース", "cases:list", "case", "/cases/"),
    ("会議", "conferences:list", "conference", "/conferences/"),
    ("体制・計画", "agencies:structure", "structure", "/structure/"),
    ("管理", "agencies:accounts", "admin", "/admin-desk/"),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Navigation for the post one acts for; nothing for a person without one."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return {"viewer": None, "posts": getattr(request, "posts", []), "nav_items": []}
    return {
        "viewer": actor,
        "speech": bool(settings.SPEECH_URL) and actor.post.sees_cases,
        "posts": request.posts,
        "alarm_count": waiting(request),
        "nav_items": [
            {
                "label": label,
                "url": reverse(url),
                "icon": icon,
                "active": _is_here(request.path, prefix),
                "badge": "",
            }
            for label, url, icon, prefix in NAVIGATION
            if _may_go(icon, actor)
        ],
    }


def _is_here(path: str, prefix: str) -> bool:
    return path == prefix if prefix == "/" else path.startswith(prefix)


def _may_go(icon: str, actor: Any) -> bool:
    if icon == "admin":
        return actor.is_administrator
    if icon in ("intake", "case", "conference"):
        return actor.post.sees_cases
    return True

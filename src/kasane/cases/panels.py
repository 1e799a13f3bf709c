"""What a work shows on the case page and offers as the next step; the page itself is composed in portal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.urls import reverse

from kasane.base.obstacles import Obstacle

T = TypeVar("T")


def once(case: Any, what: str, read: Callable[[], T]) -> T:
    """What several parts of one case page need is read once per page. Kept on the case that was opened for it."""
    found: dict[str, Any] = case.__dict__.setdefault("_read_once", {})
    if what not in found:
        found[what] = read()
    value: T = found[what]
    return value


@dataclass(frozen=True)
class NextStep:
    """次の一歩: an act, and what forbids it. A forbidden step is shown with its obstacles, never hidden."""

    label: str
    url_name: str
    kwargs: dict[str, Any] = field(default_factory=dict)
    lead: str = ""
    obstacles: list[Obstacle] = field(default_factory=list)
    is_main: bool = False

    @property
    def url(self) -> str:
        return reverse(self.url_name, kwargs=self.kwargs)


@dataclass(frozen=True)
class Panel:
    """A part of the case page: its title, the template that draws it, and what the template needs."""

    title: str
    template: str
    context: dict[str, Any]

"""What forbids a step, told to the worker: the one shape in which every rule answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse


@dataclass(frozen=True)
class Mend:
    """Where an obstacle can be mended: words for a link, a named URL and its arguments."""

    label: str
    url_name: str
    kwargs: tuple[tuple[str, Any], ...] = ()
    fragment: str = ""

    @property
    def url(self) -> str:
        return reverse(self.url_name, kwargs=dict(self.kwargs)) + (
            f"#{self.fragment}" if self.fragment else ""
        )


@dataclass(frozen=True)
class Obstacle:
    """One reason why a step is not possible yet.

    `code` is stable for tests, `sentence` is for the worker, `requirement` cites the catalogue ID.
    """

    code: str
    sentence: str
    requirement: str
    mends: tuple[Mend, ...] = field(default=())

    @property
    def citation(self) -> str:
        """As the obstacles component shows it."""
        return self.requirement

    @property
    def links(self) -> tuple[Mend, ...]:
        return self.mends


class Forbidden(Exception):
    """Raised by an action when its rule answers with obstacles. Nothing has been written."""

    def __init__(self, obstacles: Iterable[Obstacle]) -> None:
        self.obstacles = list(obstacles)
        super().__init__(" / ".join(obstacle.sentence for obstacle in self.obstacles))

    @property
    def codes(self) -> list[str]:
        return [obstacle.code for obstacle in self.obstacles]


def require(obstacles: list[Obstacle]) -> None:
    """Raises Forbidden when there is any obstacle."""
    if obstacles:
        raise Forbidden(obstacles)

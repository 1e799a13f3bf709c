"""What forbids writing in any register. Pure."""

from __future__ import annotations

from datetime import date

from kasane.base.obstacles import Obstacle
from kasane.cases.rules import write_obstacles


def register_obstacles(*, is_open: bool, writable: int, kinds: int) -> list[Obstacle]:
    """Those who work on an open case write, within the kinds of data shared with them (R-DIS-01, R-DIS-04)."""
    return write_obstacles(is_open=is_open, writable=writable, kinds=kinds)


def person_obstacles(*, belongs: bool, requirement: str) -> list[Obstacle]:
    """A register speaks of a person of its own case."""
    if belongs:
        return []
    return [Obstacle("other_person", "このケースの世帯の人を選んでください。", requirement)]


def past_obstacles(on: date | None, *, today: date, what: str, requirement: str) -> list[Obstacle]:
    """What has been done has been done by today."""
    if on is None or on <= today:
        return []
    sentence = f"{what}が、これからの日になっています。済んでから記録してください。"
    return [Obstacle("not_yet", sentence, requirement)]


def order_obstacles(
    earlier: date | None, later: date | None, *, words: str, requirement: str
) -> list[Obstacle]:
    """Of two days the later one does not come first."""
    if earlier is None or later is None or earlier <= later:
        return []
    return [Obstacle("wrong_order", words, requirement)]


def required_obstacle(code: str, value: object, sentence: str, requirement: str) -> list[Obstacle]:
    """Something that has to be written before the step."""
    blank = not value.strip() if isinstance(value, str) else not value
    return [Obstacle(code, sentence, requirement)] if blank else []

"""The lines that are counted: 短い相談, ケース以外の仕事, 出張相談の日 (R-INT-02, R-INT-13)."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.dates import today, wareki
from kasane.base.obstacles import Obstacle, require
from kasane.intake.desk import rules
from kasane.intake.models import OutpostDay, ShortConsultation
from kasane.intake.models.deskrow import CountedRow

Line = TypeVar("Line", bound=CountedRow)


FREE_TEXT = frozenset({"memo", "what", "partner_note"})
"""Items somebody types freely. A name that slipped in is corrected out for good: its trace does not keep it (R-DIS-07)."""


@transaction.atomic
def add_line(model: type[Line], /, *, by: Actor, **values: Any) -> Line:
    """Keeps one line of a register (R-INT-02, R-INT-13). Raises Forbidden for what has not happened yet."""
    require(_obstacles(model, values))
    return model._default_manager.create(agency=by.agency, author=by.user, **values)


@transaction.atomic
def change_line(row: Line, *, by: Actor, version: int | None, why: str = "", **values: Any) -> Line:
    """Corrects a line; what it said before stays with it. Raises Forbidden for the line of somebody else, and after its
    day without a reason; StaleEdit."""
    line = type(row).lock(row.pk, version=version)
    require([*_changing(line, by, why), *_obstacles(type(row), values)])
    before = [
        {
            "label": str(line._meta.get_field(name).verbose_name),  # type: ignore[union-attr]
            "value": "(消した)" if name in FREE_TEXT else _in_words(line, name),
        }
        for name, value in values.items()
        if getattr(line, name) != value
    ]
    if not before:
        return line
    for name, value in values.items():
        setattr(line, name, value)
    line.trace = [*line.trace, _entry(by, why, before)]
    line.save_next()
    return line


@transaction.atomic
def strike_line(row: Line, *, by: Actor, why: str = "") -> Line:
    """Strikes a line out: it is counted no more and stays readable (R-DIS-08). Raises Forbidden as `change_line`."""
    line = type(row).lock(row.pk, version=None)
    require(_changing(line, by, why))
    line.struck_on, line.struck_by = today(), by.user
    line.trace = [*line.trace, _entry(by, why, [{"label": "この行", "value": "数えていました"}])]
    line.save_next()
    return line


def become_reception(row: ShortConsultation, *, by: Actor) -> ShortConsultation:
    """The short talk grew into a 受付シート, with which it is counted from now on (R-INT-01); part of that saving."""
    line = ShortConsultation.lock(row.pk, version=None)
    require(rules.begin_obstacles(is_open=not line.is_struck and line.received_on is None))
    line.received_on = today()
    line.save_next()
    return line


def made_on(line: CountedRow) -> date:
    return timezone.localtime(line.created_at).date()


def _changing(line: CountedRow, by: Actor, why: str) -> list[Obstacle]:
    return rules.changing_obstacles(
        is_author=line.author_id == by.user.id,
        is_struck=line.is_struck,
        made_on=made_on(line),
        today=today(),
        why=why,
    )


def _obstacles(kind: type[CountedRow], values: dict[str, Any]) -> list[Obstacle]:
    """What is planned may lie ahead; all else has happened."""
    if issubclass(kind, OutpostDay):
        return []
    return rules.counted_obstacles(on=values["on"], today=today(), minutes=values.get("minutes"))


def _entry(by: Actor, why: str, before: list[dict[str, str]]) -> dict[str, Any]:
    return {"at": timezone.now().isoformat(), "by": by.user.name, "why": why, "before": before}


def _in_words(line: CountedRow, name: str) -> str:
    """What a field said, as people read it."""
    value = getattr(line, name)
    display = getattr(line, f"get_{name}_display", None)
    if display is not None:
        return str(display())
    if name == "topics":
        return "、".join(line.topic_labels)  # type: ignore[attr-defined]
    if isinstance(value, date):
        return wareki(value)
    if isinstance(value, list):
        return f"{len(value)}件"
    return "" if value is None else str(value)

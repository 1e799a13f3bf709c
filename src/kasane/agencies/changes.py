"""Writes what was changed about an account, item by item, in the words people read (R-DIS-08)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Model

from kasane.agencies.actors import Actor
from kasane.agencies.models import AccountAct, AccountChange, User
from kasane.base.dates import wareki

Line = dict[str, str]


def snapshot(row: Model, items: Iterable[str]) -> dict[str, str]:
    """The named items of a row as {label: words}."""
    return {str(row._meta.get_field(name).verbose_name): _words(row, name) for name in items}  # type: ignore[union-attr]


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[Line]:
    """A line for each item that is not as it was; for a new row, each item that has something in it."""
    return [
        {"label": label, "before": before.get(label, ""), "after": words}
        for label, words in after.items()
        if before.get(label, "") != words
    ]


def record(
    what: AccountAct, subject: User, *, by: Actor, note: str = "", lines: Iterable[Line] = ()
) -> AccountChange:
    """Adds the act to the record. It can not be changed or taken out afterwards."""
    return AccountChange.objects.create(
        by=by.user, subject=subject, what=what, note=note[:400], details=list(lines)
    )


def _words(row: Model, name: str) -> str:
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display is not None else getattr(row, name)
    if isinstance(value, list):
        labels = dict(row._meta.get_field(name).base_field.flatchoices)  # type: ignore[union-attr]
        return "・".join(str(labels.get(one, one)) for one in value)
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    if isinstance(value, date):
        return wareki(value)
    return "" if value is None else str(value)

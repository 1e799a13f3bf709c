"""The extra items of a profile as a desk asks them (R-INT-01). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kasane.base.kinds import DataKind
from kasane.profiles.model import ExtraItem


def kinds_of(items: Iterable[ExtraItem]) -> int:
    """The kinds of data these items tell of (R-DIS-04), in the ledger's bits."""
    total = 0
    for item in items:
        total |= DataKind[item.data_kind.name]
    return int(total)


def missing(items: Iterable[ExtraItem], answers: Mapping[str, str]) -> list[str]:
    """The labels of required items without an answer."""
    return [item.label for item in items if item.required and not answers.get(item.key)]

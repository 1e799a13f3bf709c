"""Kinds of data in a case (R-DIS-04): what consent and access are given for."""

from __future__ import annotations

from enum import IntFlag


class DataKind(IntFlag):
    """The five kinds of the 個人情報規程, and tax information, which has a rule of its own (R-DIS-03)."""

    BASIC = 1
    HEALTH = 2
    WORK = 4
    ECONOMY = 8
    LIFE = 16
    TAX = 32


KIND_LABELS: dict[DataKind, str] = {
    DataKind.BASIC: "基本情報",
    DataKind.HEALTH: "健康・障害・介護",
    DataKind.WORK: "就労・通学・通所",
    DataKind.ECONOMY: "経済・福祉制度",
    DataKind.LIFE: "生活歴その他",
    DataKind.TAX: "税",
}

ALL_KINDS = DataKind.BASIC | DataKind.HEALTH | DataKind.WORK | DataKind.ECONOMY | DataKind.LIFE | DataKind.TAX
SHAREABLE_KINDS = ALL_KINDS & ~DataKind.TAX
"""What a consent covers unless it names tax information itself (R-DIS-03)."""

KIND_CHOICES: list[tuple[int, str]] = [(kind.value, label) for kind, label in KIND_LABELS.items()]


def kind_labels(kinds: int) -> list[str]:
    """The Japanese names of the kinds in `kinds`, in the order of the 規程."""
    return [label for kind, label in KIND_LABELS.items() if kinds & kind]


def combine(values: list[int] | list[str]) -> int:
    """Puts single kinds, as a form hands them over, together into one value."""
    total = 0
    for value in values:
        total |= int(value)
    return total

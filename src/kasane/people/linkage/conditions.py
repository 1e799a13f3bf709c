"""Conditions over a pair of records, each said once and understood by Python, DuckDB and PostgreSQL alike.

A condition is SQL text over `l.column` and `r.column` with the same meaning as a Python function. Columns of a
record are never null (empty text, 0), so that there are two truth values only in all three.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kasane.people.linkage.record import Record

_SIDE = re.compile(r"\b([lr])\.([a-z_]+)")


@dataclass(frozen=True)
class Condition:
    """What may hold between two records; symmetric in them. Combine with `&`, `|` and `~`."""

    sql: str
    holds: Callable[[Record, Record], bool]

    def __and__(self, other: Condition) -> Condition:
        return Condition(
            f"({self.sql} AND {other.sql})",
            lambda left, right: self.holds(left, right) and other.holds(left, right),
        )

    def __or__(self, other: Condition) -> Condition:
        return Condition(
            f"({self.sql} OR {other.sql})",
            lambda left, right: self.holds(left, right) or other.holds(left, right),
        )

    def __invert__(self) -> Condition:
        return Condition(f"(NOT {self.sql})", lambda left, right: not self.holds(left, right))

    @property
    def suffixed(self) -> str:
        """The text as Splink wants it: column_l, column_r."""
        return _SIDE.sub(r"\2_\1", self.sql)


def same(column: str) -> Condition:
    """Both say it, and say the same."""
    return Condition(
        f"(l.{column} <> '' AND l.{column} = r.{column})",
        lambda left, right: getattr(left, column) != "" and getattr(left, column) == getattr(right, column),
    )


def said(column: str) -> Condition:
    """Both say something."""
    return Condition(
        f"(l.{column} <> '' AND r.{column} <> '')",
        lambda left, right: getattr(left, column) != "" and getattr(right, column) != "",
    )


def known(column: str) -> Condition:
    """Both numbers are known (0 means unknown)."""
    return Condition(
        f"(l.{column} > 0 AND r.{column} > 0)",
        lambda left, right: getattr(left, column) > 0 and getattr(right, column) > 0,
    )


def equal(column: str) -> Condition:
    """The same number, be it unknown in both."""
    return Condition(
        f"(l.{column} = r.{column})", lambda left, right: getattr(left, column) == getattr(right, column)
    )


def equal_or_unknown(column: str) -> Condition:
    return ~known(column) | equal(column)


def at_least(column: str, number: int) -> Condition:
    """The number of either side reaches this."""
    return Condition(
        f"(l.{column} >= {number} OR r.{column} >= {number})",
        lambda left, right: max(getattr(left, column), getattr(right, column)) >= number,
    )


def crossed(one: str, other: str) -> Condition:
    """One's `one` is the other's `other`, both ways round: day and month exchanged."""
    return Condition(
        f"(l.{one} = r.{other} AND l.{other} = r.{one})",
        lambda left, right: (
            getattr(left, one) == getattr(right, other) and getattr(left, other) == getattr(right, one)
        ),
    )


def differ_by(column: str, amounts: tuple[int, ...]) -> Condition:
    """The numbers differ by one of these amounts."""
    listed = ", ".join(map(str, amounts))
    return Condition(
        f"(abs(l.{column} - r.{column}) IN ({listed}))",
        lambda left, right: abs(getattr(left, column) - getattr(right, column)) in amounts,
    )


def near(column: str) -> Condition:
    """Both are at least three characters long and one slip of the hand apart (`one_slip`), or equal."""
    return Condition(
        f"kasane_near(l.{column}, r.{column})",
        lambda left, right: one_slip(getattr(left, column), getattr(right, column)),
    )


def same_end(column: str, length: int) -> Condition:
    """The last `length` characters are the same."""
    return Condition(
        f"(length(l.{column}) >= {length} AND right(l.{column}, {length}) = right(r.{column}, {length}))",
        lambda left, right: (
            len(getattr(left, column)) >= length
            and getattr(left, column)[-length:] == getattr(right, column)[-length:]
        ),
    )


def shares_edge(column: str) -> Condition:
    """Equally long names of two characters or more with the same first or last character: 和子 and 和美."""

    def holds(left: Record, right: Record) -> bool:
        a, b = getattr(left, column), getattr(right, column)
        return len(a) == len(b) >= 2 and (a[0] == b[0] or a[-1] == b[-1])

    lc, rc = f"l.{column}", f"r.{column}"
    return Condition(
        f"(length({lc}) >= 2 AND length({lc}) = length({rc})"
        f" AND (left({lc}, 1) = left({rc}, 1) OR right({lc}, 1) = right({rc}, 1)))",
        holds,
    )


def begins(column: str) -> Condition:
    """One begins with the other, and what follows is no digit: the address without its room."""

    def holds(left: Record, right: Record) -> bool:
        short, long = sorted((getattr(left, column), getattr(right, column)), key=len)
        return short != "" and long.startswith(short) and long[len(short) : len(short) + 1] not in _DIGITS

    def one_way(a: str, b: str) -> str:
        rest = f"substr({a}.{column}, length({b}.{column}) + 1, 1)"
        return (
            f"(left({a}.{column}, length({b}.{column})) = {b}.{column} AND length({a}.{column}) > length({b}.{column})"
            f" AND {rest} NOT IN ('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'))"
        )

    said_both = f"l.{column} <> '' AND r.{column} <> ''"
    return Condition(f"({said_both} AND ({one_way('l', 'r')} OR {one_way('r', 'l')}))", holds)


_DIGITS = tuple("0123456789") + ("",)


def one_slip(a: str, b: str) -> bool:
    """Whether one letter is changed, missing, too many, or two neighbours are exchanged; or nothing at all.

    Both must be three or more letters long and begin or end alike: in ユキ and ユミ one letter is the whole difference.
    The same as `kasane_near` in near.sql and in `DUCKDB_NEAR`.
    """
    if min(len(a), len(b)) < 3 or abs(len(a) - len(b)) > 1 or (a[0] != b[0] and a[-1] != b[-1]):
        return False
    if a == b:
        return True
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (len(rest_a) >= 2 and rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:])
    )

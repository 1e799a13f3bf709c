"""People, ties and changes of a household in plain Japanese (R-PEO-01). Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kasane.base.dates import wareki
from kasane.people.models import DATED, Particulars, PersonState, Standing, Strength, Tie, TieKind

LABELS: dict[str, str] = {
    "family_name": "氏",
    "given_name": "名",
    "family_kana": "ふりがな(氏)",
    "given_kana": "ふりがな(名)",
    "address": "住所",
    "area_id": "地区",
    "phone": "電話(自宅)",
    "mobile": "電話(携帯)",
    "email": "メール",
    "relation": "続柄",
    "standing": "世帯との関係",
    "occupation": "仕事・学校など",
    "note": "備考",
}
CARES = (TieKind.CARE, TieKind.MONEY, TieKind.KEY_PERSON)
"""Ties by which somebody depends on somebody else."""


def called(person: Particulars, *, subject: bool) -> str:
    """「長男 誠さん」; 本人 for the person the case is about."""
    name = person.given_name or person.family_name
    word = "本人" if subject else person.relation
    return " ".join(part for part in (word, f"{name}さん" if name else "") if part) or "名前の分からない人"


@dataclass(frozen=True)
class TieWords:
    """One tie as a sentence: 「長男 誠さん → 母 和子さん: 介護・世話をしている(強い)・令和5年4月1日から」."""

    tie: Tie
    who: str
    whom: str
    what: str
    days: str

    def __str__(self) -> str:
        return f"{self.who} → {self.whom}: {self.what}{'・' if self.days else ''}{self.days}"


def tie_words(tie: Tie, names: Mapping[UUID, str]) -> TieWords:
    """`names` says how each person of the household is called on the day."""
    strength = f"({tie.get_strength_display()})" if tie.strength != Strength.NORMAL else ""
    note = f" {tie.note}" if tie.note else ""
    return TieWords(
        tie,
        who=names.get(tie.person_id, tie.person.name),
        whom=other_end(tie, names),
        what=f"{tie.get_kind_display()}{strength}{note}",
        days=days_words(tie.since, tie.until),
    )


def other_end(tie: Tie, names: Mapping[UUID, str]) -> str:
    if tie.other_person_id and tie.other_person:
        return names.get(tie.other_person_id, tie.other_person.name)
    return tie.other_agency.name if tie.other_agency else tie.other_label


def days_words(since: date | None, until: date | None) -> str:
    """「令和5年4月1日から令和6年1月31日まで」; the last day is the day before it holds no more."""
    start = f"{wareki(since)}から" if since else ""
    return start + (f"{wareki(until)}に終わり" if until else "")


@dataclass(frozen=True)
class Line:
    """One line of somebody's history: from when, what, why, who wrote it and when."""

    since: date | None
    what: tuple[str, ...]
    reason: str
    by: str
    recorded_at: datetime


def history_lines(states: Sequence[PersonState], recorded: Sequence[PersonState] = ()) -> list[Line]:
    """What became different at the beginning of each stretch, newest first (R-PEO-01).

    A stretch that was only cut shorter was known since its first row: `recorded` are all rows of the person, from
    which who wrote it, and when, is taken.
    """
    lines = []
    for place, state in enumerate(states):
        before = states[place - 1] if place else None
        what = differences(before, state) if before else _first(state)
        lines.append(_line(_first_row(state, recorded), state.since, what))
    if states and states[-1].died_on:
        died = states[-1]
        lines.append(_line(died, died.died_on, ("亡くなった",)))
    return sorted(reversed(lines), key=lambda line: line.since or date.min, reverse=True)


def _line(state: PersonState, since: date | None, what: tuple[str, ...]) -> Line:
    by = state.recorded_by.name if state.recorded_by else ""
    return Line(since, what, state.get_reason_display() if state.reason else "", by, state.recorded_at)


def _first_row(state: PersonState, recorded: Sequence[PersonState]) -> PersonState:
    same = [
        row
        for row in recorded
        if row.since == state.since and all(getattr(row, name) == getattr(state, name) for name in DATED)
    ]
    return min(same, key=lambda row: row.recorded_at, default=state)


def _first(state: PersonState) -> tuple[str, ...]:
    return ("世帯に加わった",) if state.since else ("はじめの記録",)


def differences(before: PersonState, after: PersonState) -> tuple[str, ...]:
    """「住所: 大字吉ケ原1 → 大字原田2」 for whatever is different."""
    changed = [name for name in DATED if getattr(before, name) != getattr(after, name)]
    if "address" in changed and "area_id" in changed:
        changed.remove("area_id")
    return tuple(_difference(name, before, after) for name in changed)


def _difference(name: str, before: PersonState, after: PersonState) -> str:
    if name == "area_id":
        return "地区が変わった"
    old, new = (_shown(name, getattr(state, name)) for state in (before, after))
    return f"{LABELS[name]}: {old} → {new}"


def _shown(name: str, value: Any) -> str:
    if name == "standing":
        return str(Standing(value).label)
    return str(value) or "(なし)"

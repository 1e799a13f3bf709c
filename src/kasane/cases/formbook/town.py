"""A workbook in the town's own words: its name and number of the sheet, its labels, without the items it leaves out (R-DEL-05)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kasane.agencies import profile
from kasane.cases.formbook.places import OF_A_ROW, Entry, Place, Title

KINDS = {
    "2-1-1": "intake",
    "2-1-2": "referral",
    "2-2": "application",
    "2-3": "assessment",
    "2-4": "plan",
    "2-5①": "participation_plan",
    "2-5②": "outreach_plan",
    "2-6": "evaluation",
    "2-7": "connectedness",
    "支援経過記録": "records",
}
"""What a profile calls the sheets, by the beginning of their title."""


def heading(title: str) -> str:
    """The sheet as the town's plan names and numbers it, with the part of it: 「別紙２－３ アセスメントシート 健康・障害」."""
    code, _, part = title.partition(" ")
    found = next((one for one in profile.current().sheets if one.code == KINDS.get(code)), None)
    if found is None:
        return title
    return " ".join(filter(None, [found.number, found.name, f"({part})" if part not in found.name else ""]))


def leaves_out(code: str, entry: Entry) -> bool:
    """Whether the town does not ask for it; what has to be asked is asked all the same."""
    key = f"{KINDS.get(code, '')}.{entry.name}"
    return not entry.field.required and key in profile.current().paper.hidden


def in_words_of_town(code: str, every: Iterable[Place]) -> Iterator[Place]:
    """The places the town asks for, under its own labels. Words somebody entered, such as a goal, stay as they are."""
    for place in every:
        if isinstance(place, Entry):
            if not leaves_out(code, place):
                yield replace(place, label=_label(code, place))
        elif isinstance(place, Title):
            yield replace(place, text=_named(code, place.text) or place.text)
        else:
            yield replace(place, columns=tuple((key, _word(code, key, label), one) for key, label, one in place.columns))  # fmt: skip


def _label(code: str, entry: Entry) -> str:
    if OF_A_ROW.fullmatch(entry.name):
        return entry.label
    asked = str(entry.field.label or "")
    beside = entry.label.removeprefix(asked)
    return f"{_word(code, entry.name, asked)}{beside}" if entry.label.startswith(asked) else entry.label


def _named(code: str, name: str) -> str | None:
    return profile.current().paper.labels.get(f"{KINDS.get(code, '')}.{name}")


def _word(code: str, name: str, usual: str) -> str:
    town = profile.current()
    spelled = town.words.spell(usual) if town.paper.spelled else usual
    return _named(code, name) or _named(code, usual) or spelled

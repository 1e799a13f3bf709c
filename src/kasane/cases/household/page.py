"""What the 世帯 tab shows: the household, its ties and its history, on any day (R-PEO-01, R-PEO-04)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kasane.base.dates import today
from kasane.cases.household.forms import DayForm
from kasane.cases.household.pictures import Pictures, pictures
from kasane.cases.household.words import Line, TieWords, called, history_lines, tie_words
from kasane.cases.models import Case
from kasane.cases.panels import Panel, once
from kasane.people.models import KIN_KINDS, PersonState, Standing, Tie
from kasane.people.queries import all_states, household, known, on_day, present, ties_on


@dataclass(frozen=True)
class Look:
    """Which day is looked at, and whether as now known (None) or as the file said on `known_on`."""

    day: date
    known_on: date | None = None
    is_today: bool = True

    @property
    def query(self) -> str:
        """As the address says it; nothing for today."""
        if self.is_today:
            return ""
        return f"?day={self.day.isoformat()}{'&known=then' if self.known_on else ''}"


@dataclass(frozen=True)
class Row:
    """A person on the day looked at."""

    state: PersonState
    called: str
    age: int | None
    alive: bool
    history: Sequence[Line] = ()

    @property
    def is_subject(self) -> bool:
        return self.state.person.is_subject

    @property
    def where(self) -> str:
        """同居, 別居, 離れた, 亡くなった."""
        if not self.alive:
            return "亡くなった"
        return {"together": "同居", "apart": "別居", "left": "世帯を離れた"}[self.state.standing]

    @property
    def is_gone(self) -> bool:
        """Left or dead; 本人 stays in sight."""
        return not self.is_subject and (not self.alive or self.state.standing == Standing.LEFT)


@dataclass(frozen=True)
class Household:
    """The household as it was on a day: people, and ties of that day and of others, in words."""

    look: Look
    rows: list[Row]
    ties: list[TieWords]
    other_ties: list[TieWords]

    @property
    def here(self) -> list[Row]:
        return [row for row in self.rows if not row.is_gone]

    @property
    def gone(self) -> list[Row]:
        return [row for row in self.rows if row.is_gone]

    @property
    def states(self) -> list[PersonState]:
        return [row.state for row in self.rows]

    def pictures(self) -> Pictures:
        return pictures(self.states, [words.tie for words in self.ties], self.look.day)


def look_of(query: Mapping[str, str]) -> tuple[Look, DayForm]:
    """The day asked for in the address; today when none is asked for or it can not be read."""
    form = DayForm(query if query.get("day") or query.get("known") else None)
    day = form.cleaned_data.get("day") if form.is_bound and form.is_valid() else None
    if day is None or day == today():
        return Look(today()), form
    then = form.cleaned_data.get("known") == "then"
    return Look(day, day if then else None, is_today=False), form


def household_of(case_id: UUID, look: Look, *, recorded: Sequence[PersonState] | None = None) -> Household:
    """Two queries; `recorded` are all stretches of the case when they are at hand already."""
    every = all_states(case_id) if recorded is None else recorded
    states = on_day(known(every, look.known_on), look.day, with_left=True)
    names = {state.person_id: called(state, subject=state.person.is_subject) for state in states}
    told: dict[UUID, list[PersonState]] = defaultdict(list)
    for state in known(every):
        told[state.person_id].append(state)
    rows = [
        Row(
            state,
            names[state.person_id],
            state.age(look.day),
            state.is_alive(look.day),
            history_lines(told[state.person_id], [row for row in every if row.person_id == state.person_id]),
        )
        for state in states
    ]
    ties = ties_on(case_id, None, known_on=look.known_on)
    living = {row.state.person_id for row in rows if row.alive}
    held = [tie for tie in ties if holds(tie, look.day, living)]
    words = [tie_words(tie, names) for tie in sorted(held, key=_order)]
    others = [tie_words(tie, names) for tie in ties if tie not in held]
    return Household(look, rows, words, others)


def holds(tie: Tie, day: date, living: set[UUID]) -> bool:
    """Whether a tie holds on a day: kin stays kin, but the dead care for nobody (R-PEO-01)."""
    if (tie.since and day < tie.since) or (tie.until and tie.until <= day):
        return False
    if tie.kind in KIN_KINDS:
        return True
    return tie.person_id in living and (tie.other_person_id is None or tie.other_person_id in living)


def _order(tie: Tie) -> tuple[bool, str]:
    """Who helps whom first, then kin."""
    return tie.kind in KIN_KINDS, str(tie.kind)


def household_tab(case: Case, *, query: Mapping[str, str]) -> dict[str, Any]:
    """What `portal/case_household.html` draws. Two queries, of which the head of the page needs one no more."""
    look, form = look_of(query)
    recorded = all_states(case.id)
    once(case, "household", lambda: present(known(recorded), today()))
    home = household_of(case.id, look, recorded=recorded)
    return {
        "home": home,
        "look": look,
        "day_form": form,
        "pictures": home.pictures() if home.rows else None,
    }


def household_papers(case: Case) -> list[Panel]:
    """書類 tab: the 世帯図 to be printed, once there is anybody to draw. The head of the page asks the same once."""
    if not once(case, "household", lambda: household(case.id)):
        return []
    return [Panel("世帯図", "cases/household/panel_documents.html", {"case": case})]

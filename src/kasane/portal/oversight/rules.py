"""How much is much, and who may look (R-DIS-08). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from kasane.agencies.models import Role
from kasane.agencies.rules import decides_for_town
from kasane.base.obstacles import Obstacle
from kasane.disclosure.models import Oddity
from kasane.profiles.references import MUNICIPAL

SPAN_DAYS = 30
OPENS, CLOSES = time(7, 30), time(20, 0)
"""What is read outside these hours is pointed out; wider than the counter's, for evening talks are part of the work."""
MANY_LEAST, MANY_TIMES, MANY_ALONE = 20, 2, 60
"""Many: at least so many cases, and so many times what oneself and one's colleagues usually read; more where there is
nothing to compare with, as in the first weeks."""
LEAST_TIMES = {Oddity.MASKED: 2, Oddity.REFUSED: 2, Oddity.OUT_OF_HOURS: 3, Oddity.NO_OWN_WORK: 10}
"""Below this it is everyday work: a link of yesterday, a late telephone call, a word one happened to know, the cases of a meeting. Others: once."""


@dataclass(frozen=True)
class Tally:
    """Readings of one member of staff, of one kind, in the span; `own_usual`: cases in as many days before."""

    oddity: Oddity
    times: int
    cases: int
    own_usual: float
    colleagues_usual: float


def overseer_obstacles(role: Role, agency_kind: str) -> list[Obstacle]:
    """A manager or decider of the town hall looks; nobody else."""
    if decides_for_town(role, is_municipality=agency_kind in MUNICIPAL):
        return []
    return [Obstacle("not_an_overseer", "気になる閲覧は、町の管理職・決裁者だけが見られます。", "R-DIS-08")]


def is_worth_a_look(tally: Tally) -> bool:
    """Whether the manager is told of it."""
    if tally.oddity == Oddity.MANY:
        usual = max(tally.own_usual, tally.colleagues_usual)
        if not usual:
            return tally.cases >= MANY_ALONE
        return tally.cases >= MANY_LEAST and tally.cases >= MANY_TIMES * usual
    return tally.times >= LEAST_TIMES.get(tally.oddity, 1)


def check_obstacles(*, own: bool, note: str) -> list[Obstacle]:
    """Before 「確認した」: what was found out is written down, and by somebody else."""
    found = []
    if own:
        found.append(Obstacle("own_readings", "自分の閲覧は、ほかの管理職・決裁者が確認します。", "R-DIS-08"))
    if not note.strip():
        found.append(Obstacle("no_note", "確かめたことを書いてください。", "R-DIS-08"))
    return found

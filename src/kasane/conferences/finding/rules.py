"""Finding a day: what forbids to ask, to answer, to fix; which day suits best (R-CONF-06). Pure functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kasane.base.naming import parts_that_name
from kasane.base.obstacles import Obstacle

FEWEST_DAYS = 2
YES, MAYBE, NO = "yes", "maybe", "no"


def ask_obstacles(
    days: Sequence[datetime], *, asked: int, answer_until: date, now: datetime, on: date
) -> list[Obstacle]:
    """What forbids to ask for days: too few of them, none before them to answer on, nobody to ask (R-CONF-06)."""
    found = []
    if len(set(days)) < FEWEST_DAYS:
        found.append(Obstacle("few_days", "候補の日を二つ以上入れてください。", "R-CONF-06"))
    if any(day <= now for day in days):
        found.append(Obstacle("past_day", "過ぎた日が候補に入っています。", "R-CONF-06"))
    if answer_until < on:
        found.append(
            Obstacle("past_until", "返事の期限には、きょうより後の日を選んでください。", "R-CONF-06")
        )
    if days and answer_until > min(days).date():
        found.append(Obstacle("late_until", "返事の期限は、候補の日より前にしてください。", "R-CONF-06"))
    if not asked:
        found.append(Obstacle("nobody", "だれにたずねるかを選んでください。", "R-CONF-06"))
    return found


def standing_obstacles(standings: Sequence[str]) -> list[Obstacle]:
    """Who has no account is asked by standing (民生委員): no name of anybody stands in a search for a day (R-DIS-01)."""
    named = list(dict.fromkeys(part for words in standings for part in parts_that_name(words)))
    if not named:
        return []
    return [
        Obstacle(
            "names_somebody",
            f"{'・'.join(named)}らしい言葉があります。アカウントのない人は、「民生委員(北地区)」のように立場で書いてください。",
            "R-DIS-01",
        )
    ]


def answer_obstacles(*, is_self: bool, is_host: bool, is_open: bool) -> list[Obstacle]:
    """What forbids an answer: each answers themselves, the host for those who telephoned, while it is open."""
    if not is_open:
        return [Obstacle("poll_over", "この日程調整は終わっています。", "R-CONF-06")]
    if is_self or is_host:
        return []
    return [Obstacle("other_seat", "返事は、本人かたずねた機関が入れます。", "R-CONF-06")]


def host_obstacles(*, is_host: bool, is_open: bool) -> list[Obstacle]:
    """What forbids to fix, remind or drop: the agency that asked does so, while it is open."""
    if not is_host:
        return [Obstacle("not_host", "日を決めるのは、たずねた機関の職員です。", "R-CONF-06")]
    return [] if is_open else [Obstacle("poll_over", "この日程調整は終わっています。", "R-CONF-06")]


@dataclass(frozen=True)
class Tally:
    """How many can come on a day."""

    yes: int = 0
    maybe: int = 0
    no: int = 0


def tally(marks: Mapping[tuple[UUID, UUID], str], day: UUID) -> Tally:
    """The answers (seat, day) → mark, counted for one day."""
    found = [mark for (_, of_day), mark in marks.items() if of_day == day]
    return Tally(found.count(YES), found.count(MAYBE), found.count(NO))


def best(tallies: Mapping[UUID, Tally]) -> UUID | None:
    """The day on which most can come; of equal ones that with the fewest ×. None as long as nobody answered."""
    answered = {day: one for day, one in tallies.items() if one.yes or one.maybe}
    if not answered:
        return None
    return max(answered, key=lambda day: (answered[day].yes, answered[day].maybe, -answered[day].no))

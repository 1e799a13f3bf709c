"""Who holds a case, and what forbids giving it to somebody else. Pure functions, no database (R-INT-05)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kasane.base.obstacles import Obstacle
from kasane.disclosure.rules import GrantRow

REQUIREMENT = "R-INT-05"
DECIDE_WITHIN_DAYS = 3
"""Within how many days a new responsible agency says what comes next."""

MOST_AT_ONCE = 50
"""So many cases go to one agency with one reason: as many as a person still looks at."""

WHY = {
    "staff": "主担当機関に、ケースを見られる職員がいません。",
    "contract": "主担当機関の委託契約が終わり、ケースを見られません。",
    "consent": "本人の同意がなくなり、主担当機関からは見られません。",
}
HELP = {
    "staff": "職員を配置すると、その機関の「今日やること」に戻ります。",
    "contract": "契約を続けるときは、契約の期間を直します。",
    "consent": "本人にもう一度たずねて同意があれば、その機関の「今日やること」に戻ります。",
}


def next_holder(
    rows: Iterable[GrantRow], *, responsible: UUID, staffed: Collection[UUID], on: date
) -> UUID | None:
    """Who becomes responsible because the responsible agency may not work on the case any more; None when it may (R-INT-05).

    The first agency with staff that works on it by a right of its own, which the desk that took the consultation has;
    else the first that does by the person's consent. None also when there is nobody: then the coordinators are told.
    """
    working = [row for row in rows if row.writes and row.agency_id and row.stands_on(on)]
    if any(row.agency_id == responsible for row in working):
        return None
    able = [row for row in working if row.agency_id in staffed]
    first = next((row for row in able if row.consent_id is None), able[0] if able else None)
    return first.agency_id if first else None


@dataclass(frozen=True)
class Chosen:
    """One of several cases that shall go to the same agency; without a number where it is not unheld (any more)."""

    number: str
    is_unheld: bool
    possible: Collection[UUID]


def giving_many_obstacles(
    chosen: Collection[Chosen], *, oversees: bool, holder: UUID | None, reason: str
) -> list[Obstacle]:
    """What forbids giving several cases to one agency, case by case; one that can not be given keeps back all (R-INT-05)."""
    if not chosen:
        return [Obstacle("none_chosen", "決め直すケースを選んでください。", REQUIREMENT)]
    if len(chosen) > MOST_AT_ONCE:
        sentence = f"一度に決め直せるのは{MOST_AT_ONCE}件までです。分けて決めてください。"
        return [Obstacle("too_many", sentence, REQUIREMENT)]
    found: dict[tuple[str, str], Obstacle] = {}
    for case in chosen:
        for one in giving_obstacles(
            oversees=oversees,
            is_unheld=case.is_unheld,
            holder=holder,
            possible=case.possible,
            reason=reason,
        ):
            of_case = one.code in ("held", "no_right")
            sentence = f"{case.number or '選んだケースのひとつ'}: {one.sentence}" if of_case else one.sentence
            found.setdefault((one.code, sentence), replace(one, sentence=sentence))
    return list(found.values())


def giving_obstacles(
    *, oversees: bool, is_unheld: bool, holder: UUID | None, possible: Collection[UUID], reason: str
) -> list[Obstacle]:
    """What forbids making another agency responsible for a case nobody holds (R-INT-05)."""
    found = []
    if not oversees:
        sentence = "主担当機関を決め直すのは、相談支援包括化推進員か、市町村の課の管理職・決裁者です。"
        found.append(Obstacle("not_overseer", sentence, REQUIREMENT))
    if not is_unheld:
        sentence = "このケースには、いま見られる職員のいる主担当機関があります。決め直しはいりません。"
        found.append(Obstacle("held", sentence, REQUIREMENT))
    elif holder not in possible:
        sentence = "このケースを見られる機関から選んでください。ない機関に見せるには、本人の同意などの根拠が要ります。"
        found.append(Obstacle("no_right", sentence, REQUIREMENT))
    if not reason.strip():
        found.append(Obstacle("reason", "なぜその機関にするのかを書いてください。", REQUIREMENT))
    return found

"""What a contract needs: pure functions over plain values (R-DIS-01, R-DEL-01)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kasane.base.obstacles import Obstacle

Term = tuple[date, date | None]
"""First and last day of a contract; None: no end was agreed."""


def keeper_obstacles(*, decides_for_town: bool) -> list[Obstacle]:
    """Contracts are the town's: managers and deciders of its divisions keep them (R-DIS-01)."""
    if decides_for_town:
        return []
    sentence = "委託契約を入れられるのは、町の課の管理職と決裁者です。所管の課に頼んでください。"
    return [Obstacle("not_keeper", sentence, "R-DIS-01")]


def standing_obstacles(*, has_contract: bool, had_contracts: bool) -> list[Obstacle]:
    """An agency that works by contract takes nothing in after its contracts have run out (R-DIS-01)."""
    if has_contract or not had_contracts:
        return []
    sentence = (
        "この機関の委託契約は終わっています。新しい相談は受け付けられません。町の所管の課に連絡してください。"
    )
    return [Obstacle("no_contract", sentence, "R-DIS-01")]


def contract_obstacles(term: Term, *, agency_delivers: bool, others: Iterable[Term]) -> list[Obstacle]:
    """What stands in the way of a contract: its days, its delivery, another one for the same time."""
    found = []
    first, last = term
    if last is not None and last < first:
        sentence = "契約の最終日が、初日より前になっています。日付を確かめてください。"
        found.append(Obstacle("ends_before_start", sentence, "R-DIS-01"))
    if not agency_delivers:
        sentence = "この機関は、この事業の実施機関になっていません。先に提供体制を直してください。"
        found.append(Obstacle("not_delivered", sentence, "R-DEL-01"))
    if any(_overlap(term, other) for other in others):
        sentence = (
            "同じ事業の契約が、同じ期間にもうあります。前の契約の最終日を直すか、期間を分けてください。"
        )
        found.append(Obstacle("overlaps", sentence, "R-DIS-01"))
    return found


def _overlap(one: Term, other: Term) -> bool:
    return (other[1] is None or one[0] <= other[1]) and (one[1] is None or other[0] <= one[1])

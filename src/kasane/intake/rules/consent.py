"""The law of the answer on sharing: what must be kept of it, how far it can go, and taking it back (R-INT-01, R-DIS-01).

Pure functions over plain values: what forbids a step comes back as obstacles.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kasane.base.choices import ALL_PURPOSES
from kasane.base.dates import wareki
from kasane.base.obstacles import Obstacle


def consent_obstacles(*, answer: str, method: str, explained_by: str, names_agencies: bool) -> list[Obstacle]:
    """What must be kept of the person's answer (R-INT-01): for a yes, who explained and how it was confirmed."""
    if answer not in ("agree", "disagree", "unclear"):
        return [Obstacle("answer", "同意する・同意しない・不明のどれかを選んでください。", "R-INT-01")]
    found = []
    if answer == "agree" and not method:
        found.append(
            Obstacle("method", "同意をどのように確認したか(書面・口頭・代理人)を選んでください。", "R-INT-01")
        )
    if answer == "agree" and not explained_by.strip():
        found.append(Obstacle("explained_by", "同意について説明した人を書いてください。", "R-INT-01"))
    if answer == "agree" and not names_agencies:
        found.append(
            Obstacle("scope", "伝えてよい機関を選ぶか、「必要な機関すべて」を選んでください。", "R-DIS-01")
        )
    return found


@dataclass(frozen=True)
class Scope:
    """How far a yes goes, and who gave it. `chosen` are the agencies named one by one, `valid_until` is the first day on
    which it no longer holds, `tie` what a representative is to the person.
    """

    confirmed_on: date
    today: date
    own_agency: UUID
    chosen: Collection[UUID] = ()
    excluded: Collection[UUID] = ()
    purposes: int = ALL_PURPOSES
    valid_until: date | None = None
    by_representative: bool = False
    given_by: str = ""
    tie: str = ""


def scope_obstacles(scope: Scope) -> list[Obstacle]:
    """What a yes can not say: nothing it is for, one agency both told and not told, an end before the beginning, a
    representative without a name (R-DIS-01, R-DIS-04).
    """
    found = []
    if scope.confirmed_on > scope.today:
        found.append(Obstacle("future", "確認した日は、今日までの日にしてください。", "R-INT-01"))
    if scope.valid_until is not None and scope.valid_until <= scope.confirmed_on:
        last = wareki(scope.valid_until - timedelta(days=1))
        found.append(
            Obstacle("until", f"同意の終わり({last})が、確認した日より前になっています。", "R-DIS-01")
        )
    if not scope.purposes & ALL_PURPOSES:
        found.append(Obstacle("purposes", "何のために使ってよいか(利用目的)を選んでください。", "R-DIS-04"))
    if set(scope.chosen) & set(scope.excluded):
        found.append(
            Obstacle("both", "同じ機関が、伝えてよい機関と伝えない機関の両方に選ばれています。", "R-DIS-01")
        )
    if scope.own_agency in scope.excluded:
        found.append(
            Obstacle(
                "own_agency",
                "自分の機関は、相談を受けた機関として見ています。伝えない機関にはできません。",
                "R-DIS-01",
            )
        )
    if scope.by_representative and not scope.given_by.strip():
        found.append(Obstacle("given_by", "代理人の氏名を書いてください。", "R-INT-01"))
    if scope.by_representative and not scope.tie.strip():
        found.append(Obstacle("tie", "代理人の、本人との続柄を書いてください。", "R-INT-01"))
    return found


def withdrawal_obstacles(
    *, answer: str, confirmed_on: date, withdrawn_on: date | None, on: date, today: date | None = None
) -> list[Obstacle]:
    """A consent in force can be taken back at any time, at once (R-DIS-01)."""
    if answer != "agree":
        return [Obstacle("not_agreed", "取り消せるのは「同意する」という答えです。", "R-DIS-01")]
    if withdrawn_on is not None:
        return [Obstacle("withdrawn", "この同意はすでに撤回されています。", "R-DIS-01")]
    if on < confirmed_on:
        return [Obstacle("date", "撤回の日は、同意を確認した日より後にしてください。", "R-DIS-01")]
    if today is not None and on > today:
        return [Obstacle("future", "撤回の日は、今日までの日にしてください。", "R-DIS-01")]
    return []

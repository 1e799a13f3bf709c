"""保存期間 and 廃棄 (R-DIS-07): the clock of a file, and what forbids holding, proposing and approving.

Pure functions. The clock stands a second time in `clock.sql`, where the database itself refuses a file that is not
due; a test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kasane.base.obstacles import Obstacle

CITED = "R-DIS-07"
NO_APPLICATION = "利用申込がないまま終わったケースなので、受付日から保存しています。"


def kept_from(applied_on: date | None, opened_on: date) -> date:
    """The first day of keeping: that of 利用申込; without an application that of reception (R-DIS-07).

    The 規程 names the application alone. But a file holds personal data from the first talk on, and one that ended
    with information given must not lie about for ever because nobody applied.
    """
    return applied_on or opened_on


def falls_due(
    applied_on: date | None,
    opened_on: date,
    closed_on: date | None,
    years: int,
    *,
    from_fiscal_year_end: bool = False,
) -> date | None:
    """The first day on which the file may be disposed of; None while it is open, or open again (R-DIS-07).

    「支援終結日より5年間」: the first day is not counted in (民法140条), so five years begin on the day after the
    closure and end with the day before that day comes round (143条). Where it does not come round (29 February), they
    end with the last day of the month. With `from_fiscal_year_end` the years begin on the 1 April after the closure.
    `applied_on` and `opened_on` can only move the beginning: a closure noted before it counts from it.
    """
    if closed_on is None:
        return None
    ended = max(closed_on, kept_from(applied_on, opened_on))
    if from_fiscal_year_end:
        ended = date(ended.year + (ended.month >= 4), 3, 31)
    begins = ended + timedelta(days=1)
    try:
        return begins.replace(year=begins.year + years)
    except ValueError:
        return date(begins.year + years, 3, 1)


def role_obstacles(*, keeps: bool) -> list[Obstacle]:
    """What forbids everybody else to hold, propose or approve."""
    if keeps:
        return []
    return [
        Obstacle(
            "not_a_keeper",
            "保留・起案・決裁ができるのは、町の管理職と決裁者です。",
            CITED,
        )
    ]


def hold_obstacles(*, is_held: bool, reason: str, until: date | None, on: date) -> list[Obstacle]:
    """What forbids putting a file on hold: it is held already, no reason, an end that is over."""
    found = []
    if is_held:
        found.append(Obstacle("held", "このケースは、すでに保留しています。", CITED))
    if not reason.strip():
        found.append(Obstacle("no_reason", "保留するわけを書いてください。", CITED))
    if until is not None and until < on:
        found.append(
            Obstacle("past_end", "保留の終わりが過ぎた日です。きょうより後の日にしてください。", CITED)
        )
    return found


def lift_obstacles(*, is_held: bool, reason: str) -> list[Obstacle]:
    """What forbids taking a hold away."""
    found = []
    if not is_held:
        found.append(Obstacle("not_held", "このケースは保留していません。", CITED))
    if not reason.strip():
        found.append(Obstacle("no_reason", "保留を解くわけを書いてください。", CITED))
    return found


@dataclass(frozen=True)
class File:
    """One file as the rule looks at it: its number, the day it falls due, and what stands in the way."""

    number: str
    due_on: date | None
    is_held: bool = False
    in_batch: str = ""


def propose_obstacles(files: Iterable[File], *, on: date) -> list[Obstacle]:
    """What forbids proposing these files for disposal: none chosen, not due, held, in another batch."""
    chosen = list(files)
    if not chosen:
        return [Obstacle("nothing_chosen", "廃棄するケースを選んでください。", CITED)]
    return [found for file in chosen for found in _file_obstacles(file, on)]


def _file_obstacles(file: File, on: date) -> list[Obstacle]:
    if file.due_on is None:
        return [Obstacle("open_again", f"{file.number} は終結していません。保存期間は数えません。", CITED)]
    if file.due_on > on:
        return [Obstacle("not_due", f"{file.number} は、まだ保存期間のうちです。", CITED)]
    if file.is_held:
        return [Obstacle("held", f"{file.number} は保留しています。", CITED)]
    if file.in_batch:
        return [Obstacle("in_batch", f"{file.number} は、もう {file.in_batch} に入っています。", CITED)]
    return []


def decide_obstacles(*, state: str, is_proposer: bool) -> list[Obstacle]:
    """What forbids approving or refusing a batch: it is decided already, or one proposed it oneself (R-DIS-07)."""
    found = []
    if state != "proposed":
        found.append(Obstacle("decided", "この廃棄は、もう決裁を待っていません。", CITED))
    if is_proposer:
        found.append(
            Obstacle(
                "own_proposal", "自分が起案した廃棄は、自分では決裁できません。ほかの人が決裁します。", CITED
            )
        )
    return found


def refuse_obstacles(*, reason: str) -> list[Obstacle]:
    """A refusal tells why, so that the proposer can mend it."""
    return [] if reason.strip() else [Obstacle("no_reason", "差し戻すわけを書いてください。", CITED)]


def withdraw_obstacles(*, state: str, is_proposer: bool) -> list[Obstacle]:
    """What forbids taking a proposal back: only its proposer, and only before it is carried out."""
    found = []
    if not is_proposer:
        found.append(Obstacle("not_the_proposer", "取り下げられるのは、起案した人です。", CITED))
    if state not in ("proposed", "approved"):
        found.append(Obstacle("over", "この廃棄は、もう取り下げられません。", CITED))
    return found

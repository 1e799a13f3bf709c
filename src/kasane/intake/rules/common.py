"""Obstacles that reception and つなぎ share: who may decide, and the person's word on sharing (R-DIS-01)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kasane.base.obstacles import Mend, Obstacle
from kasane.disclosure.rules import Statement


def latest_word(statements: Sequence[Statement], on: date) -> str:
    """What the person last said about sharing: agree, disagree (a consent taken back too), or '' when nothing clear."""
    spoken = [s for s in statements if s.answer != "unclear" and s.confirmed_on <= on]
    if not spoken:
        return ""
    last = max(enumerate(spoken), key=lambda pair: (pair[1].confirmed_on, pair[0]))[1]
    if last.withdrawn_on is not None and last.withdrawn_on <= on:
        return "disagree"
    if last.valid_until is not None and last.valid_until <= on:
        return ""
    return last.answer


def worker_obstacles(*, writes: bool) -> list[Obstacle]:
    """Only those who work on the case decide in it (R-DIS-01)."""
    return [] if writes else [reads_only()]


def hand_obstacles(*, is_open: bool, writes: bool) -> list[Obstacle]:
    found = []
    if not is_open:
        found.append(
            Obstacle(
                "closed", "このケースは終結しています。動きがあったときは支援を再開します。", "R-COOR-10"
            )
        )
    if not writes:
        found.append(reads_only())
    return found


def reads_only() -> Obstacle:
    return Obstacle(
        "reads_only",
        "この機関はこのケースの支援チームに入っていません。決めるのは支援チームの機関です。",
        "R-DIS-01",
    )


def no_consent(case_id: str, to_coordination: bool, *, refused: bool = False) -> Obstacle:
    """Without the person's yes the way is 支援会議 (R-INT-07, R-CONF-03)."""
    case = (("case_id", case_id),)
    where = "多機関協働へは" if to_coordination else "この機関へは"
    why = "本人が同意していません" if refused else "本人の同意がまだありません"
    return Obstacle(
        "refused" if refused else "no_consent",
        f"{why}。{where}、同意を得てからつなぎます。得られないときは支援会議で扱います(法106条の6)。",
        "R-INT-07" if to_coordination else "R-DIS-01",
        (
            Mend("同意を確認する", "intake:consent", case),
            Mend("支援会議で扱う", "conferences:add_item", case),
        ),
    )


def outside_scope(case_id: str) -> Obstacle:
    case = (("case_id", case_id),)
    return Obstacle(
        "outside_scope",
        "本人の同意はこの機関には及んでいません。この機関にも伝えてよいか、本人に確かめてください。",
        "R-DIS-01",
        (
            Mend("同意を確認し直す", "intake:consent", case),
            Mend("支援会議で扱う", "conferences:add_item", case),
        ),
    )

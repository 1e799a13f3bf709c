"""Obstacles that reception and つなぎ share: who may decide, and the person's word on sharing (R-DIS-01)."""

from __future__ import annotations

from uuid import UUID

from kasane.base.kinds import kind_labels
from kasane.base.obstacles import Mend, Obstacle


def worker_obstacles(*, writes: bool) -> list[Obstacle]:
    """Only those who work on the case decide in it (R-DIS-01)."""
    return [] if writes else [reads_only()]


def sheet_kinds_obstacles(*, writable: int, kinds: int) -> list[Obstacle]:
    """Who corrects a sheet: those who work on the case, within the kinds of data shared with them (R-DIS-04)."""
    if not writable:
        return [reads_only()]
    beyond = kind_labels(kinds & ~writable)
    if not beyond:
        return []
    names = "・".join(beyond)
    return [
        Obstacle(
            "kinds_not_shared",
            f"「{names}」は、この機関と共有する同意がない種類の情報です。分類と種類を見直すか、本人の同意を確かめてください。",
            "R-DIS-04",
        )
    ]


def start_obstacles(
    *, case_id: str, is_open: bool, writes: bool, consent_answer: str, to_coordination: bool = False
) -> list[Obstacle]:
    """What forbids a つなぎ before a word of it is written, so that nobody writes in vain (R-INT-04, R-INT-07)."""
    found = hand_obstacles(is_open=is_open, writes=writes, case_id=case_id)
    if consent_answer != "agree":
        found.append(no_consent(case_id, to_coordination, refused=consent_answer == "disagree"))
    return found


def hand_back_obstacles(*, is_open: bool, writes: bool, sender_is_responsible: bool) -> list[Obstacle]:
    """つなぎもどし is for closed cases, by the agency that was responsible until then (R-COOR-11)."""
    found = []
    if is_open:
        found.append(Obstacle("still_open", "つなぎもどしは、支援が終結したあとに行います。", "R-COOR-11"))
    if not sender_is_responsible:
        found.append(
            Obstacle("not_responsible", "つなぎもどしは、終結まで主担当だった機関が行います。", "R-COOR-11")
        )
    return [*found, *worker_obstacles(writes=writes)]


def hand_obstacles(*, is_open: bool, writes: bool, case_id: UUID | str | None = None) -> list[Obstacle]:
    found = []
    if not is_open:
        mends = (Mend("支援を再開する", "coordination:reopen", (("case_id", case_id),)),) if case_id else ()
        found.append(
            Obstacle(
                "closed",
                "このケースは終結しています。動きがあったときは支援を再開します。",
                "R-COOR-10",
                mends,
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
            Mend("支援会議で扱う", "conferences:add_item_support", case),
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
            Mend("支援会議で扱う", "conferences:add_item_support", case),
        ),
    )

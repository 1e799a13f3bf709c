"""The course of a case: which stage may follow which (R-COOR-02, R-COOR-08, R-COOR-10)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kasane.base.dates import wareki
from kasane.base.kinds import kind_labels
from kasane.base.obstacles import Mend, Obstacle

NEXT_STAGES: dict[str, frozenset[str]] = {
    "reception": frozenset({"application", "closed"}),
    "application": frozenset({"assessment", "reception", "closed"}),
    "assessment": frozenset({"plan", "reception", "closed"}),
    "plan": frozenset({"support", "reception", "closed"}),
    "support": frozenset({"plan", "closed"}),
    "closed": frozenset({"reception", "application", "assessment", "plan"}),
}
"""A case goes back to 受付 when 多機関協働 hands it back, and on from 終結 when it is reopened: to where its sheets end."""

OUTLAST_CLOSURE = ("follow_up", "answer_referral", "register")
"""Tasks that closing a case does not end: how it goes on afterwards, a つなぎ that still waits for an answer (R-INT-05), and
what a desk carries to an end of its own (R-INT-11, R-INT-12)."""

_LABELS = {
    "reception": "受付",
    "application": "申込",
    "assessment": "アセスメント",
    "plan": "プラン",
    "support": "支援",
    "closed": "終結",
}


def stage_obstacles(present: str, wanted: str) -> list[Obstacle]:
    """What forbids going from one stage to another; a stage may be kept."""
    if wanted == present or wanted in NEXT_STAGES[present]:
        return []
    return [
        Obstacle(
            "stage_order",
            f"いまは「{_LABELS[present]}」の段階です。「{_LABELS[wanted]}」へは順を追って進みます。",
            "R-COOR-02",
        )
    ]


def reopen_obstacles(
    *,
    is_open: bool,
    closed_on: date | None,
    on: date,
    today: date,
    reason: str,
    leads: bool,
    stage: str,
) -> list[Obstacle]:
    """What forbids 支援の再開: a closed case, by who leads it afterwards or coordinates, with reason and day (R-COOR-10).

    `leads` says that the actor's agency leads or follows up after closure, was responsible before it, or coordinates.
    """
    if is_open:
        return [
            Obstacle("still_open", "このケースの支援は続いています。再開することはありません。", "R-COOR-10")
        ]
    found = []
    if not leads:
        found.append(
            Obstacle(
                "not_leading",
                "支援を再開するのは、終結後の主担当・フォローアップの機関、これまでの主担当機関、多機関協働の担当です。",
                "R-COOR-10",
            )
        )
    if not reason.strip():
        found.append(Obstacle("no_reason", "再開する理由(変わったこと)を書いてください。", "R-COOR-10"))
    if closed_on is not None and on < closed_on:
        found.append(
            Obstacle(
                "before_closure", f"再開の日は、終結した日({wareki(closed_on)})から後の日です。", "R-COOR-10"
            )
        )
    if on > today:
        found.append(Obstacle("in_future", "再開の日は、きょうまでの日を入れてください。", "R-COOR-10"))
    return [*found, *stage_obstacles("closed", stage)]


def reopen_mends(case_id: UUID | None) -> tuple[Mend, ...]:
    """Where a closed case is reopened."""
    return (Mend("支援を再開する", "coordination:reopen", (("case_id", case_id),)),) if case_id else ()


def write_obstacles(
    *,
    is_open: bool,
    writable: int,
    kinds: int = 0,
    follows_up: bool = False,
    case_id: UUID | None = None,
) -> list[Obstacle]:
    """What forbids writing a support record: only those who work on an open case write in it (R-DIS-01).

    `writable` are the kinds of data the agency works with in this case (0: none), `kinds` those of the record:
    what the person did not agree to share with the agency is not written by it either (R-DIS-04). What was seen at a
    follow-up (`follows_up`) is written though the case is closed (R-COOR-08).
    """
    obstacles = []
    if not is_open and not follows_up:
        obstacles.append(
            Obstacle(
                "closed",
                "このケースは終結しています。動きがあったときは支援を再開してから記録します。",
                "R-COOR-10",
                reopen_mends(case_id),
            )
        )
    if not writable:
        obstacles.append(
            Obstacle(
                "reads_only",
                "この機関はこのケースの支援チームに入っていません。記録は支援チームの機関が書きます。",
                "R-DIS-01",
            )
        )
    elif beyond := kind_labels(kinds & ~writable):
        obstacles.append(
            Obstacle(
                "kinds_not_shared",
                f"「{'・'.join(beyond)}」は、この機関と共有する同意がない種類の情報です。"
                "種類を見直すか、本人の同意を確かめてください。",
                "R-DIS-04",
            )
        )
    return obstacles


def tick_obstacles(*, same_agency: bool) -> list[Obstacle]:
    """What forbids ticking a task off: it waits for its agency, which alone knows whether it is done (R-INT-05)."""
    if same_agency:
        return []
    return [Obstacle("not_ours", "済みにできるのは、そのことを受け持つ機関の職員です。", "R-INT-05")]


def correct_obstacles(*, same_agency: bool) -> list[Obstacle]:
    """What forbids correcting a support record: it is its own agency that does (R-DIS-08)."""
    if same_agency:
        return []
    return [Obstacle("other_agency", "記録を直せるのは、書いた機関の職員です。", "R-DIS-08")]

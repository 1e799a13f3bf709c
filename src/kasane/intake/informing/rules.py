"""What a record of 情報提供 must tell (R-INT-03, R-INT-08). Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from kasane.base.obstacles import Obstacle
from kasane.intake.rules.common import hand_obstacles, sheet_kinds_obstacles


def information_obstacles(
    *, things: Collection[str], note: str, told_to: str, on: date, today: date
) -> list[Obstacle]:
    """What was told, to whom and when is always kept (R-INT-03)."""
    found = []
    if not things and not note.strip():
        found.append(Obstacle("things", "伝えたことを選ぶか、書いてください。", "R-INT-03"))
    if not told_to:
        found.append(Obstacle("told_to", "だれに伝えたかを選んでください。", "R-INT-03"))
    if on > today:
        sentence = "伝えた日が、これからの日になっています。伝えてから記録してください。"
        found.append(Obstacle("not_yet", sentence, "R-INT-03"))
    return found


def assistance_obstacles(
    *, is_open: bool, writable: int, kinds: int, told_to: str, reply: str
) -> list[Obstacle]:
    """生活保護 is told to the person, and how they answered is kept (R-INT-08)."""
    found = hand_obstacles(is_open=is_open, writes=bool(writable))
    if writable:
        found += sheet_kinds_obstacles(writable=writable, kinds=kinds)
    if told_to == "other":
        sentence = "生活保護のことは、本人か、本人に代わって相談に来た人に伝えます。"
        found.append(Obstacle("whom", sentence, "R-INT-08"))
    if not reply:
        sentence = "本人がどう答えたかを選んでください。聞けなかったときは、そう選びます。"
        found.append(Obstacle("reply", sentence, "R-INT-08"))
    return found

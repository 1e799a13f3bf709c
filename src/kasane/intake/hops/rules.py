"""What forbids a word, a visit or a coordinator's step around a つなぎ (R-INT-04, R-INT-05). Pure functions."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from kasane.base.obstacles import Obstacle
from kasane.intake.hops.alerts import MOST_QUIET_DAYS

T = TypeVar("T")


def comment_obstacles(*, is_party: bool, state: str, text: str) -> list[Obstacle]:
    """Both sides may write to each other as long as the つなぎ stands (R-INT-04)."""
    found = _party(is_party)
    if state == "withdrawn":
        found.append(
            Obstacle(
                "withdrawn",
                "このつなぎは取り下げられています。相手の機関には届きません。",
                "R-INT-04",
            )
        )
    if not text.strip():
        found.append(Obstacle("text", "伝えることを書いてください。", "R-INT-04"))
    return found


def visit_obstacles(
    *, is_party: bool, state: str, place: str, sender_goes: str, receiver_goes: str
) -> list[Obstacle]:
    """同行 has a place and somebody who goes; nobody plans it for a つなぎ that was taken back (R-INT-04)."""
    found = _party(is_party)
    if state == "withdrawn":
        found.append(
            Obstacle("withdrawn", "このつなぎは取り下げられています。同行は決められません。", "R-INT-04")
        )
    if not place.strip():
        found.append(Obstacle("place", "どこへ行くのかを書いてください。", "R-INT-04"))
    if not sender_goes.strip() and not receiver_goes.strip():
        found.append(Obstacle("nobody_goes", "だれが同行するのかを書いてください。", "R-INT-04"))
    return found


def end_visit_obstacles(
    *, is_party: bool, state: str, result: str, on: date, today: date, done: bool
) -> list[Obstacle]:
    """A visit is ended once, with its result; what has not been yet is not written as done (R-INT-04)."""
    found = _party(is_party)
    if state != "planned":
        found.append(Obstacle("ended", "この同行は、すでに結果が書かれています。", "R-INT-04"))
    if not result.strip():
        what = "同行してどうだったか" if done else "取りやめたわけ"
        found.append(Obstacle("result", f"{what}を書いてください。", "R-INT-04"))
    if done and on > today:
        found.append(Obstacle("future", "まだ来ていない日のことは、行ったとは書けません。", "R-INT-04"))
    return found


def step_obstacles(
    *, coordinates: bool, stands: bool, note: str, quiet_until: date, on: date
) -> list[Obstacle]:
    """What the coordinator does about a つなぎ that stands still is kept with its reason and never for good (R-INT-05)."""
    found = []
    if not coordinates:
        found.append(
            Obstacle(
                "not_coordinator",
                "止まっているつなぎを見るのは、相談支援包括化推進員の仕事です。",
                "R-INT-05",
            )
        )
    if not stands:
        found.append(Obstacle("moves", "このつなぎは、もう動いています。", "R-INT-05"))
    if not note.strip():
        found.append(Obstacle("note", "聞いたこと、頼むこと、知らせないわけを書いてください。", "R-INT-05"))
    if not on <= quiet_until or (quiet_until - on).days > MOST_QUIET_DAYS:
        found.append(
            Obstacle(
                "quiet", f"もう一度知らせる日は、きょうから{MOST_QUIET_DAYS}日までの日にします。", "R-INT-05"
            )
        )
    return found


def addressee(*, author: T, sender: T, receiver: T) -> T:
    """Who is to answer a question: the other side; the sender when a third asks, such as the coordinator (R-INT-05)."""
    return receiver if author == sender else sender


def sees_step(*, coordinates: bool, covers: bool) -> bool:
    """What a coordinator did is for coordinators, and for those who see the case (R-INT-05)."""
    return coordinates or covers


def _party(is_party: bool) -> list[Obstacle]:
    if is_party:
        return []
    return [Obstacle("not_party", "つなぎ元かつなぎ先の機関が行います。", "R-INT-04")]

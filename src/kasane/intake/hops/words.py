"""The way of a case from agency to agency: as a drawing of legs, and the same in sentences (R-INT-05)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kasane.base.dates import short_wareki
from kasane.intake.models import Referral, ReferralState


@dataclass(frozen=True)
class Branch:
    """One agency that was asked: how many days it took or has taken, and the hop in a sentence."""

    referral: Referral
    days: int
    sentence: str


@dataclass
class Leg:
    """One sheet on its way: from one agency to one or several."""

    first: Referral
    branches: list[Branch] = field(default_factory=list)


def legs(rows: Iterable[Referral], *, on: date) -> list[Leg]:
    """The sheets of a case in their order, those sent at once side by side."""
    found: dict[object, Leg] = {}
    for row in rows:
        leg = found.setdefault(row.group or row.id, Leg(row))
        leg.branches.append(Branch(row, days_waited(row, on), sentence(row, on)))
    return list(found.values())


def days_waited(row: Referral, on: date) -> int:
    """Days from sending to the answer, or to today while nobody has answered."""
    until = row.answered_on or row.withdrawn_on or on
    return max((until - row.sent_on).days, 0)


def sentence(row: Referral, on: date) -> str:
    """One hop as it is told: who, to whom, when, how long, what came of it."""
    days = days_waited(row, on)
    begun = f"{short_wareki(row.sent_on)}に{row.sender}から{row.receiver}へ{row.get_kind_display()}。"
    if row.state == ReferralState.SENT:
        return f"{begun}返事を{days}日待っています。"
    if row.state == ReferralState.WITHDRAWN:
        return f"{begun}{short_wareki(row.withdrawn_on)}に取り下げました。"
    answer = {
        ReferralState.ACCEPTED: "受けました",
        ReferralState.JOINT: "共に支援することになりました",
        ReferralState.RETURNED: "話し合って戻されました",
    }[ReferralState(row.state)]
    return f"{begun}{days}日後の{short_wareki(row.answered_on)}に{answer}。{_followed(row, on)}"


def _followed(row: Referral, on: date) -> str:
    if row.followed_up_on:
        return f"{short_wareki(row.followed_up_on)}にフォローアップをしました。"
    if row.state == ReferralState.RETURNED:
        return "次の手はまだ書かれていません。"
    if row.follow_up_on and row.follow_up_on < on:
        return f"フォローアップの日({short_wareki(row.follow_up_on)})をすぎています。"
    return f"フォローアップは{short_wareki(row.follow_up_on)}の予定です。" if row.follow_up_on else ""

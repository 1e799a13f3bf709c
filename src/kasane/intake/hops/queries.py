"""What the screens around a つなぎ read (R-INT-04, R-INT-05). Row-level security has filtered before any of this."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.dates import fiscal_label, today
from kasane.intake.hops.alerts import Alert, Hop, Limits, alerts
from kasane.intake.models import HopAct, HopStep, Referral, ReferralComment, ReferralState, ReferralVisit

MOST_CASES = 500
"""Cases with an unfinished つなぎ looked at for one list of alerts."""


@dataclass(frozen=True)
class Watched:
    """An alert with what a coordinator needs to act on it: telephones, the last step, whether one sees the case."""

    alert: Alert
    sender_phone: str
    receiver_phone: str
    seen: bool
    steps: int
    step_act: str
    step_note: str
    step_by: str
    step_on: date | None

    @property
    def last_act(self) -> str:
        return str(HopAct(self.step_act).label) if self.step_act else ""


def limits() -> Limits:
    """The town's days."""
    of_town = profile.current().rules
    return Limits(of_town.referral_answer_days, of_town.referral_follow_up_days, of_town.referral_pass_limit)


HOPS = "SELECT COALESCE(jsonb_agg(to_jsonb(h)), '[]') FROM intake_watched_hops(%s, %s) h"
"""The つなぎ a coordinator watches as one value, to be asked with what else a page asks. Its values: `hops_values`."""


def hops_values() -> list[int]:
    return [limits().follow_up_days, MOST_CASES]


def watched_hops(*, on: date | None = None) -> list[Watched]:
    """つなぎ that stand still, quiet ones too, for coordinators; nothing for others. One query."""
    with connection.cursor() as cursor:
        cursor.execute(HOPS, hops_values())
        return standing_still(json.loads(cursor.fetchone()[0]), on=on or today())


def standing_still(found: list[dict[str, Any]], *, on: date) -> list[Watched]:
    """Those of the watched つなぎ that cry or are quiet for some days, from what `HOPS` answers. Pure."""
    rows = [row | {name: row[name] and date.fromisoformat(row[name]) for name in _DAYS} for row in found]
    known = {UUID(row["referral_id"]): row for row in rows}
    return [_watched(alert, known[alert.hop.id]) for alert in alerts(map(_hop, rows), limits(), on=on)]


_DAYS = (
    "sent_on", "answered_on", "follow_up_on", "followed_up_on", "withdrawn_on", "step_on", "quiet_until",
)  # fmt: skip


def _hop(row: dict[str, Any]) -> Hop:
    return Hop(
        id=UUID(row["referral_id"]),
        case=f"{fiscal_label(row['year'])}-{row['number']:04d}",
        group=row["group_id"] and UUID(row["group_id"]),
        is_hand_back=row["kind"] == "hand_back",
        quiet_reasons=frozenset(row["quiet_reasons"] or ()),
        **{
            name: row[name]
            for name in (
                "state", "sender", "receiver", "sent_on", "is_urgent", "answered_on", "follow_up_on",
                "followed_up_on", "withdrawn_on", "quiet_until",
            )
        },
    )  # fmt: skip


def _watched(alert: Alert, row: dict[str, Any]) -> Watched:
    return Watched(
        alert=alert,
        sender_phone=row["sender_phone"],
        receiver_phone=row["receiver_phone"],
        seen=row["seen"],
        steps=row["steps"],
        step_act=row["step_act"] or "",
        step_note=row["step_note"] or "",
        step_by=row["step_by"] or "",
        step_on=row["step_on"],
    )


def beside(row: Referral) -> list[Referral]:
    """The rows of the same sheet that went to others. One query, none when it went to one alone."""
    if row.group is None:
        return []
    others = Referral.objects.filter(case_id=row.case_id, group=row.group).exclude(pk=row.pk)
    return list(others.select_related("receiver", "sender"))


def comments_of(row: Referral) -> list[ReferralComment]:
    return list(ReferralComment.objects.filter(referral=row).select_related("agency", "author"))


def visits_of(row: Referral) -> list[ReferralVisit]:
    return list(ReferralVisit.objects.filter(referral=row).select_related("agency", "planned_by", "ended_by"))


def steps_of(referral_id: UUID) -> list[HopStep]:
    """What coordinators did about this つなぎ, the newest first."""
    return list(HopStep.objects.filter(referral_id=referral_id).select_related("agency", "author"))


def box(by: Actor, *, sent: bool, state: str = "", urgent: bool = False) -> QuerySet[Referral]:
    """The received or the sent つなぎ of an agency; without a state what is not finished, the urgent and oldest first."""
    rows = Referral.objects.filter(sender=by.agency) if sent else Referral.objects.filter(receiver=by.agency)
    if urgent:
        rows = rows.filter(is_urgent=True)
    if state == "":
        unfinished = Q(state=ReferralState.SENT)
        if sent:
            unfinished |= Q(state=ReferralState.RETURNED, followed_up_on__isnull=True)
        return _drawn(rows.filter(unfinished)).order_by("-is_urgent", "sent_on", "id")
    if state != "all":
        rows = rows.filter(state=state)
    return _drawn(rows).order_by("-sent_on", "-id")


def _drawn(rows: QuerySet[Referral]) -> QuerySet[Referral]:
    return rows.select_related("case", "sender", "sent_by", "receiver", "answered_by")

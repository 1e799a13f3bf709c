"""Passing a case to the prefecture with the person's consent, and keeping whether they arrived (R-INT-08)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Case, TellingPurpose
from kasane.cases.telling.actions import tell
from kasane.intake.models import Arrival, PrefectureHandOver
from kasane.intake.prefecture import rules

SOURCE = "prefecture"


@transaction.atomic
def pass_on(
    case: Case,
    *,
    by: Actor,
    on: date,
    recipient: str,
    way: str,
    content: str,
    kinds: int,
    follow_up_on: date,
    recommended_by: str,
    **values: Any,
) -> PrefectureHandOver:
    """引き継ぎ: what was told stands as 外部への情報提供 on the person's consent, and a day is set to ask whether they arrived.

    Raises Forbidden without consent for it (R-DIS-06), in towns with a 福祉事務所 and for agencies that do not work on the case.
    """
    locked = Case.lock(case.pk, version=None)
    require(
        rules.passing_obstacles(
            has_welfare_office=profile.current().town.has_welfare_office,
            is_open=locked.is_open,
            writes=cases.writes_in(case.id, by=by),
            recommended_by=recommended_by,
            follow_up_on=follow_up_on,
            on=on,
        )
    )
    telling = tell(
        locked,
        by=by,
        on=on,
        recipient=recipient,
        purpose=TellingPurpose.OTHER_SUPPORT,
        kinds=kinds,
        way=way,
        content=content,
    )
    row = PrefectureHandOver.objects.create(
        case=locked,
        on=on,
        recipient=recipient,
        way=way,
        content=content,
        kinds=kinds,
        follow_up_on=follow_up_on,
        recommended_by=recommended_by,
        telling=telling,
        agency=by.agency,
        handed_by=by.user,
        **values,
    )
    _ask_again(row, by=by, since=on)
    return row


@transaction.atomic
def keep_arrival(
    handover: PrefectureHandOver,
    *,
    by: Actor,
    version: int | None,
    on: date,
    arrival: str,
    result: str,
    next_on: date | None = None,
) -> PrefectureHandOver:
    """確実につながったか. While they have not arrived it is asked again on `next_on`.

    Raises Forbidden when the result is kept already or a next day is missing, StaleEdit when somebody else wrote it.
    """
    row = PrefectureHandOver.lock(handover.pk, version=version)
    require(
        rules.arrival_obstacles(
            writes=cases.writes_in(row.case_id, by=by),
            is_done=row.arrival in (Arrival.REACHED, Arrival.DECLINED),
            arrival=arrival,
            result=result,
            on=on,
            today=today(),
            next_on=next_on,
        )
    )
    row.arrival, row.result, row.followed_up_on, row.followed_up_by = arrival, result, on, by.user
    cases.complete_tasks(row.case_id, by=by, on=on, source_id=row.id)
    if arrival == Arrival.NOT_YET and next_on is not None:
        row.follow_up_on = next_on
        _ask_again(row, by=by, since=on)
    row.save_next()
    cases.add_event(
        row.case_id,
        by=by,
        on=on,
        code="prefecture",
        title=f"{row.recipient}への引き継ぎ: {row.get_arrival_display()}",
        body=result,
        kinds=row.kinds,
        subject=SOURCE,
        subject_id=row.id,
    )
    return row


def _ask_again(row: PrefectureHandOver, *, by: Actor, since: date) -> None:
    cases.add_task(
        row.case_id,
        agency=by.agency,
        assignee=by.user,
        kind=cases.TaskKind.FOLLOW_UP,
        what=f"{row.recipient}につながったかを確かめる",
        due_on=row.follow_up_on,
        since=since,
        kinds=row.kinds,
        source=SOURCE,
        source_id=row.id,
    )

"""What waited for a meeting when its course ended is taken off the agenda, with the reason (R-CONF-04, R-DIS-02)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.cases import api as cases
from kasane.conferences import queries, rights
from kasane.conferences.models import AgendaItem


@transaction.atomic
def withdraw(
    case_id: UUID, subjects: Collection[UUID] | None, *, by: Actor, on: date, reason: str
) -> list[AgendaItem]:
    """Settles the items that wait: those about these plans and evaluations, or all of the case (None).

    The item stays on its agenda, so that the members see why nothing is talked about; its case closes for them. What has
    been talked about keeps its minutes and is only settled, also where whoever ends the support may not read them.
    """
    waiting = AgendaItem.objects.filter(case_id=case_id, is_settled=False)
    if subjects is not None:
        waiting = waiting.filter(subject_id__in=subjects)
    found = list(waiting.select_for_update(of=("self",)))
    unread = {one.meeting_id for one in queries.unread_minutes(case_id)} if found else set()
    for item in found:
        item.is_settled = True
        talked = hasattr(item, "talk") or item.meeting_id in unread
        if not talked:
            item.withdrawn = f"{reason}、取り下げました"
        item.save_next()
        if not talked:
            _take_off(item, case_id, by=by, on=on)
    return found


def _take_off(item: AgendaItem, case_id: UUID, *, by: Actor, on: date) -> None:
    cases.add_event(
        case_id,
        by=by,
        code="conference_item_removed",
        title=f"{item.meeting_label}の議題から取り下げました",
        body=f"{item.title}: {item.withdrawn}",
        on=on,
        kinds=item.kinds,
    )
    rights.leave_item(item, on=on)
    others = AgendaItem.objects.filter(
        meeting_id=item.meeting_id,
        case_id=case_id,
        withdrawn="",
        function__in=rights.same_right(item.function),
    )
    if not others.exists():
        rights.close_case(case_id, meeting_id=item.meeting_id, on=on, function=item.function)

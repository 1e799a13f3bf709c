"""Handing cases on from one worker of the agency to another (R-INT-01)."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import User
from kasane.agencies.queries import staff_of
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Task
from kasane.intake.desk import queries, rules


@transaction.atomic
def hand_over_cases(ids: Collection[UUID], *, by: Actor, to: UUID | None) -> int:
    """Makes a colleague the 主担当者 of these cases, with what is to be done in them; answers how many (R-INT-01).

    Raises Forbidden when one of them is not the agency's own, or the colleague does not work there today; nothing is
    handed over then.
    """
    wanted = set(ids)
    staff = {post.user_id for post in staff_of([by.agency.id]) if post.sees_cases}
    found = queries.writable_of(wanted, by) if len(wanted) <= rules.MOST_HANDED else []
    require(rules.handing_obstacles(chosen=len(wanted), to=to, staff=staff, writable=len(found)))
    user = User.objects.get(pk=str(to))
    moved = [case for case in found if case.responsible_user_id != user.id]
    for case in moved:
        before = case.responsible_user_id
        cases.hand_over(case, by=by, agency=by.agency, user=user)
        Task.objects.filter(case=case, agency=by.agency, assignee=before, done_on=None).exclude(
            assignee=None
        ).update(assignee=user)
        cases.add_event(
            case.id,
            by=by,
            code="assigned",
            title=f"主担当者が{user.name}さんになりました",
            kinds=1,
        )
    return len(moved)

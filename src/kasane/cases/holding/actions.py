"""Giving a case that nobody holds to an agency that can work on it (R-INT-05)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.cases import actions as cases
from kasane.cases.holding import rules
from kasane.cases.holding.queries import (
    Holder,
    Unheld,
    holders_among,
    possible_holders,
    staffed,
    unheld,
    unheld_among,
)
from kasane.cases.models import Case, TaskKind
from kasane.disclosure.api import facts_of
from kasane.disclosure.rules import Statement, derive_grants


@transaction.atomic
def give(case_id: UUID, *, by: Actor, holder: UUID, reason: str) -> None:
    """Makes another agency responsible for a case nobody holds; it stands on their 今日やること at once (R-INT-05).

    Works without seeing the case. Raises Forbidden for who does not look after it, for a case that is held, and for an
    agency that has no right to it.
    """
    found = unheld(case_id)
    possible = {one.id: one for one in possible_holders(case_id)}
    require(
        rules.giving_obstacles(
            oversees=by.looks_after_disclosure,
            is_unheld=bool(found),
            holder=holder,
            possible=possible,
            reason=reason,
        )
    )
    _give(found[0], possible[holder], reason=reason)


@transaction.atomic
def give_many(case_ids: Sequence[UUID], *, by: Actor, holder: UUID, reason: str) -> int:
    """Makes one agency responsible for several cases nobody holds, with one reason; answers how many (R-INT-05).

    All of them or none: Forbidden names each that is held by now or that the agency has no right to.
    """
    found = {one.id: one for one in unheld_among(case_ids)}
    possible = {case_id: {one.id: one for one in rows} for case_id, rows in holders_among(case_ids).items()}
    require(
        rules.giving_many_obstacles(
            [
                rules.Chosen(
                    found[case_id].number if case_id in found else "",
                    case_id in found,
                    possible.get(case_id, {}),
                )
                for case_id in dict.fromkeys(case_ids)
            ],
            oversees=by.looks_after_disclosure,
            holder=holder,
            reason=reason,
        )
    )
    for one in found.values():
        _give(one, possible[one.id][holder], reason=reason)
    return len(found)


def _give(one: Unheld, holder: Holder, *, reason: str) -> None:
    """Raises Forbidden when somebody else gave it meanwhile."""
    title = f"主担当機関: {one.agency} → {holder.name}"
    what = f"主担当になりました(これまでは{one.agency})。次の手を決める"
    due = today() + timedelta(days=rules.DECIDE_WITHIN_DAYS)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT cases_give(%s, %s, %s, %s, %s, %s)",
            [one.id, holder.id, reason.strip(), title[:120], what[:200], due],
        )
        given = cursor.fetchone()[0]
    require(
        []
        if given
        else rules.giving_obstacles(oversees=True, is_unheld=False, holder=None, possible=(), reason=reason)
    )


def keep_held(case_id: UUID, statements: Sequence[Statement], *, by: Actor) -> None:
    """Gives responsibility to who may still work on the case, when by these statements the responsible agency may not (R-INT-05).

    Told before the statements are kept: who writes may lose sight of the case by them (R-DIS-01).
    """
    case = Case.objects.select_related("responsible_agency").get(pk=case_id)
    if not case.is_open:
        return
    rows = derive_grants(facts_of(case_id), statements)
    able = staffed({row.agency_id for row in rows if row.agency_id})
    holder = rules.next_holder(rows, responsible=case.responsible_agency_id, staffed=able, on=today())
    if holder is None:
        return
    before, agency = case.responsible_agency, Agency.objects.get(pk=holder)
    cases.add_event(
        case_id,
        by=by,
        code="given",
        title=f"主担当機関: {before} → {agency}"[:120],
        body="本人の同意がなくなり、これまでの主担当機関からは見られなくなったため",
        subject="holding",
    )
    cases.add_task(
        case_id,
        agency=agency,
        kind=TaskKind.OTHER,
        what=f"主担当になりました({before}は本人の同意がなくなったため)。次の手を決める"[:200],
        due_on=today() + timedelta(days=rules.DECIDE_WITHIN_DAYS),
        since=today(),
        someone_waits=True,
        is_urgent=case.is_urgent,
        source="holding",
    )
    cases.hand_over(case, by=by, agency=agency)

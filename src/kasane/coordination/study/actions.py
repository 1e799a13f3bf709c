"""What is done with a training or case study (R-COOR-13)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.obstacles import require
from kasane.coordination.models import StudyInvitation, StudySession
from kasane.coordination.models.study import StudyState
from kasane.coordination.study import rules

TEXTS = ("title", "aim", "material")


@transaction.atomic
def write(
    session: StudySession | None,
    *,
    by: Actor,
    invited: Iterable[Agency],
    confirmed: bool = False,
    version: int | None = None,
    **values: Any,
) -> StudySession:
    """Plans a session at the actor's agency, or changes it before it is held. `values` are fields of StudySession.

    Raises Forbidden with what is missing, and when it seems to name somebody; StaleEdit when somebody saved in between.
    """
    chosen = {agency.id: agency for agency in invited}
    row = (
        StudySession.lock(session.pk, version=version)
        if session
        else StudySession(host=by.agency, planned_by=by.user, version=0)
    )
    require(
        rules.write_obstacles(
            is_host=row.host_id == by.agency.id,
            state=row.state,
            invited=len(chosen),
            texts=[values.get(name, "") for name in TEXTS],
            confirmed=confirmed,
        )
    )
    for name, value in values.items():
        setattr(row, name, value)
    row.save_next()
    row.invitations.exclude(agency_id__in=chosen).delete()
    known = set(row.invitations.values_list("agency_id", flat=True))
    StudyInvitation.objects.bulk_create(
        StudyInvitation(session=row, agency=agency) for key, agency in chosen.items() if key not in known
    )
    return row


@transaction.atomic
def hold(
    session: StudySession, *, by: Actor, attended: Mapping[UUID, int | None], summary: str
) -> StudySession:
    """Keeps that it was held: how many came from each agency, and what was learned."""
    row = StudySession.lock(session.pk, version=None)
    require(
        rules.hold_obstacles(
            is_host=row.host_id == by.agency.id,
            state=row.state,
            attended=sum(number or 0 for number in attended.values()),
            summary=summary,
        )
        + _named(summary)
    )
    for invitation in row.invitations.all():
        invitation.attended = attended.get(invitation.id) or 0
        invitation.save(update_fields=["attended"])
    row.state, row.summary = StudyState.HELD, summary
    row.save_next()
    return row


@transaction.atomic
def cancel(session: StudySession, *, by: Actor, reason: str) -> StudySession:
    """Calls it off, with the reason."""
    row = StudySession.lock(session.pk, version=None)
    require(rules.cancel_obstacles(is_host=row.host_id == by.agency.id, state=row.state, reason=reason))
    row.state, row.cancelled_reason = StudyState.CANCELLED, reason
    row.save_next()
    return row


@transaction.atomic
def rate(session: StudySession, *, by: Actor, rating: int | None, comment: str = "") -> StudyInvitation:
    """An invited agency tells how useful it was, and what it wishes next."""
    row = session.invitations.select_for_update().filter(agency=by.agency).first()
    require(
        rules.rate_obstacles(is_invited=row is not None, state=session.state, rating=rating) + _named(comment)
    )
    assert row is not None
    row.rating, row.comment = rating, comment
    row.save(update_fields=["rating", "comment"])
    return row


def _named(text: str) -> list[Any]:
    """What is told afterwards names nobody either."""
    found = rules.write_obstacles(is_host=True, state="planned", invited=1, texts=[text], confirmed=False)
    return list(found)

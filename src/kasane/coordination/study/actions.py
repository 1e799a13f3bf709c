"""What is done with a training or case study (R-COOR-13)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, Post
from kasane.base.obstacles import require
from kasane.coordination.models import StudyInvitation, StudySeat, StudySession
from kasane.coordination.models.study import StudyAnswer, StudyState
from kasane.coordination.study import notice, queries, rules

TEXTS = ("title", "aim", "material")
TOLD = ("starts_at", "length", "place", "online_url")
"""What calendars hold: those who have an invitation are written to when it changes."""


@transaction.atomic
def write(
    session: StudySession | None,
    *,
    by: Actor,
    invited: Iterable[Agency],
    people: Iterable[Post] = (),
    confirmed: bool = False,
    version: int | None = None,
    **values: Any,
) -> StudySession:
    """Plans a session at the actor's agency, or changes it before it is held. `values` are fields of StudySession.

    Invited are whole agencies and single `people`. Who has an invitation by mail is told a new day or place, and when
    they are invited no more; after a new day everybody answers anew.

    Raises Forbidden with what is missing, and when it seems to name somebody; StaleEdit when somebody saved in between.
    """
    chosen = {agency.id: agency for agency in invited}
    named = {post.user_id: post for post in people}
    row = (
        StudySession.lock(session.pk, version=version)
        if session
        else StudySession(host=by.agency, planned_by=by.user, version=0)
    )
    require(
        rules.write_obstacles(
            is_host=row.host_id == by.agency.id,
            state=row.state,
            invited=len(chosen) + len(named),
            texts=[values.get(name, "") for name in TEXTS],
            confirmed=confirmed,
        )
    )
    before = queries.audience(row) if session else {}
    old = {name: getattr(row, name) for name in TOLD}
    for name, value in values.items():
        setattr(row, name, value)
    row.save_next()
    _invite(row, chosen, named)
    if session and old["starts_at"] != row.starts_at:
        row.seats.update(answer=StudyAnswer.WAITING)
    if session:
        notice.taken_back(row, before)
    if session and old != {name: getattr(row, name) for name in TOLD}:
        notice.moved(row)
    return row


def _invite(row: StudySession, chosen: Mapping[UUID, Agency], named: Mapping[UUID, Post]) -> None:
    row.invitations.exclude(agency_id__in=chosen).delete()
    known = set(row.invitations.values_list("agency_id", flat=True))
    StudyInvitation.objects.bulk_create(
        StudyInvitation(session=row, agency=agency) for key, agency in chosen.items() if key not in known
    )
    row.seats.exclude(user__in=named).exclude(agency__in=chosen).delete()
    row.seats.exclude(user__in=named).update(by_name=False)
    row.seats.filter(user__in=named).update(by_name=True)
    seated = set(row.seats.values_list("user_id", flat=True))
    StudySeat.objects.bulk_create(
        StudySeat(session=row, user=post.user, agency=post.agency, by_name=True)
        for key, post in named.items()
        if key not in seated
    )


@transaction.atomic
def answer(session: StudySession, *, by: Actor, answer: str) -> StudySeat:
    """出席 or 欠席 of one person: invited by name, or of an invited agency."""
    row = StudySession.lock(session.pk, version=None)
    require(rules.answer_obstacles(is_invited=queries.is_invited(row, by), state=row.state, answer=answer))
    seat, _ = row.seats.update_or_create(
        user=by.user, defaults={"answer": answer}, create_defaults={"agency": by.agency, "answer": answer}
    )
    return seat


@transaction.atomic
def hold(
    session: StudySession,
    *,
    by: Actor,
    attended: Mapping[UUID, int | None],
    summary: str,
    came: Collection[UUID] = (),
) -> StudySession:
    """Keeps that it was held: how many came from each agency, whose seats of single persons were taken, what was learned."""
    row = StudySession.lock(session.pk, version=None)
    require(
        rules.hold_obstacles(
            is_host=row.host_id == by.agency.id,
            state=row.state,
            attended=sum(number or 0 for number in attended.values()) + len(came),
            summary=summary,
        )
        + _named(summary)
    )
    for invitation in row.invitations.all():
        invitation.attended = attended.get(invitation.id) or 0
        invitation.save(update_fields=["attended"])
    for seat in queries.singles(row):
        seat.came = seat.id in came
        seat.save(update_fields=["came"])
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
    notice.called_off(row)
    return row


@transaction.atomic
def rate(
    session: StudySession, *, by: Actor, rating: int | None, comment: str = ""
) -> StudyInvitation | StudySeat:
    """An invited agency, or one who was invited by name, tells how useful it was, and what they wish next."""
    row: StudyInvitation | StudySeat | None = (
        session.invitations.select_for_update().filter(agency=by.agency).first()
        or session.seats.select_for_update().filter(user=by.user, by_name=True).first()
    )
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

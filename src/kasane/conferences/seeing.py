"""What of the cases each member of a meeting may see, for papers and walls that serve many eyes (R-DIS-01)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from django.db import connection

from kasane.agencies.models import AgencyKind
from kasane.conferences.models import Member

Right = tuple[UUID | None, UUID | None, int]
"""(agency, user, kinds): of a whole agency when no user is named."""


def rights_on(case_ids: Collection[UUID]) -> dict[UUID, list[Right]]:
    """The rights of today on each of these cases, as far as the viewer sees the case. One query."""
    found: dict[UUID, list[Right]] = defaultdict(list)
    if not case_ids:
        return found
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.id, g.agency_id, g.user_id, g.kinds FROM unnest(%s::uuid[]) AS c (id),"
            " disclosure_grants_of(c.id) g WHERE g.valid @> kasane_today()",
            [list(case_ids)],
        )
        for case_id, agency_id, user_id, kinds in cursor.fetchall():
            found[case_id].append((agency_id, user_id, kinds))
    return found


def kinds_for(rights: Iterable[Right], *, user_id: UUID | None, agency_id: UUID | None) -> int:
    """The kinds of data these rights open to one person at one agency."""
    kinds = 0
    for agency, user, covered in rights:
        if (user is not None and user == user_id) or (user is None and agency == agency_id):
            kinds |= covered
    return kinds


def is_guest(member: Member) -> bool:
    """Without an account, or from among the residents: there is no right on a case for them (R-DIS-10)."""
    return member.user_id is None or (member.agency is not None and member.agency.kind == AgencyKind.RESIDENT)


def has_confirmed(member: Member) -> bool:
    """守秘義務の確認, on the screen or on paper (R-DIS-02)."""
    confirmed = member.acknowledged_at if member.user_id else member.secrecy_paper_on
    return confirmed is not None

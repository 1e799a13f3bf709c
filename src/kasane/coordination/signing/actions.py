"""Keeping a signature that was taken on the screen (R-COOR-01, R-COOR-04)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.base.obstacles import require
from kasane.coordination.choices import SignedPaper
from kasane.coordination.models import DrawnSignature
from kasane.coordination.signing import rules


@transaction.atomic
def keep_signature(
    case_id: UUID,
    *,
    by: Actor,
    on: date,
    paper: SignedPaper,
    paper_id: UUID,
    name: str,
    path: str = "",
    witness: str = "",
) -> DrawnSignature:
    """Keeps one signing as evidence; an earlier one of the same paper stays beside it. `path` is what the pad gave.

    Raises Forbidden without a name, and when nothing was drawn and nobody witnessed it; ValueError for strokes that are none.
    """
    drawn = rules.read_strokes(path)
    require(rules.sign_obstacles(path=drawn, name=name, witness=witness))
    return DrawnSignature.objects.create(
        case_id=case_id,
        paper=paper,
        paper_id=paper_id,
        path=drawn,
        name=name,
        witness=witness,
        signed_on=on,
        agency=by.agency,
        recorded_by=by.user,
    )

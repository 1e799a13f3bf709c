"""What the other works may ask of coordination: what a conference judges, and what follows from its judgement."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.choices import Timing
from kasane.coordination.choices import Judgement
from kasane.coordination.facts import ConferenceFacts

__all__ = [
    "ConferenceFacts",
    "Judgement",
    "conference_facts",
    "due_for_conference",
    "judgements_for",
    "record_judgement",
]


def judgements_for(timing: Timing) -> list[Judgement]:
    """The judgements a conference can pass at this timing, the favourable one first."""
    raise NotImplementedError


def conference_facts(case_id: UUID, timing: Timing) -> ConferenceFacts:
    """What stands ready, or in the way, of putting the case to 重層的支援会議 at this timing."""
    raise NotImplementedError


def due_for_conference(by: Actor) -> list[ConferenceFacts]:
    """The plans and evaluations that wait for 重層的支援会議 among the viewer's cases, longest waiting first."""
    raise NotImplementedError


def record_judgement(
    *,
    case_id: UUID,
    timing: Timing,
    subject_id: UUID,
    judgement: Judgement,
    opinion: str,
    on: date,
    by: Actor,
    meeting_id: UUID,
    lead_agency: Agency | None = None,
    follow_up_on: date | None = None,
    follow_up_by: Agency | None = None,
    follow_up_how: str = "",
) -> None:
    """Keeps what the conference judged and does what follows from it (R-COOR-06, R-COOR-08, R-CONF-04).

    Values not given for 終結 are taken from the evaluation. Raises Forbidden with the obstacles; nothing is written then.
    """
    raise NotImplementedError

"""Plain values that other works read of coordination."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from kasane.base.choices import Timing
from kasane.base.obstacles import Obstacle


@dataclass(frozen=True)
class ConferenceFacts:
    """What a conference needs to know of a case at one of the four timings (R-CONF-03, R-CONF-04).

    `subject_id` is the plan (プラン策定, 再プラン) or the evaluation (終結, 中断) to be judged; None when there is none yet.
    `ready` says that it may be put to 重層的支援会議 now; if not, `obstacles` say why. `agencies` are the proposed members.
    """

    case_id: UUID
    timing: Timing
    subject_id: UUID | None
    title: str
    consented: bool
    ready: bool
    obstacles: list[Obstacle]
    agencies: set[UUID]

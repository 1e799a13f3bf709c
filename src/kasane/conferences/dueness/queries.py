"""What is due for a meeting beside the four timings, among what the viewer sees (R-CONF-06)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.dates import short_wareki, today
from kasane.cases.models import Case, Stage, Task, TaskKind
from kasane.cases.queries import silent_cases
from kasane.conferences.dueness.rules import Source, comes_up, function_for, source_of
from kasane.conferences.models import AgendaItem, Meeting
from kasane.conferences.who import who_words
from kasane.coordination import api as coordination
from kasane.people.queries import households

MOST = 20
BEFORE_END = timedelta(days=30)


@dataclass(frozen=True)
class Proposal:
    """A case that should come to this meeting, and why."""

    case: Case
    who: str
    source: Source
    since: str

    @property
    def key(self) -> str:
        return f"{self.source}:{self.case.id}"


def proposals(meeting: Meeting, by: Actor) -> list[Proposal]:
    """What should come to the table of this meeting, each case once, the gravest reason first; for its host. Five queries."""
    if meeting.host_id != by.agency.id or not meeting.is_open or not meeting.body.treats_cases:
        return []
    found = sorted(_reasons(meeting, by), key=lambda one: list(Source).index(one[1]))
    if not found:
        return []
    waiting = AgendaItem.objects.filter(case=OuterRef("pk"), is_settled=False)
    cases = Case.objects.exclude(Exists(waiting)).in_bulk({case_id for case_id, _, _ in found})
    reasons: dict[UUID, tuple[Source, str]] = {}
    for case_id, source, since in found:
        if case_id in cases and comes_up(source, is_closed=cases[case_id].stage == Stage.CLOSED):
            reasons.setdefault(case_id, (source, since))
    people = households(reasons)
    return [
        Proposal(cases[case_id], who_words(people.get(case_id, [])), source, since)
        for case_id, (source, since) in reasons.items()
    ][:MOST]


def puts_under(meeting: Meeting) -> str:
    """Under which function a proposal is put here; "" when the body has none for it."""
    return function_for(meeting.body.functions)


def _reasons(meeting: Meeting, by: Actor) -> Iterable[tuple[UUID, Source, str]]:
    tasks = Task.objects.filter(
        Q(kind=TaskKind.CONFERENCE, source__in=("reception", "referral_alert", "meeting_decision"))
        | Q(kind=TaskKind.MONITORING, source="plan")
        | Q(kind=TaskKind.FOLLOW_UP, source="evaluation"),
        done_on__isnull=True,
        due_on__lte=meeting.day,
    ).order_by("due_on", "id")[:MOST]
    for task in tasks:
        source = source_of(task.kind, task.source)
        if source:
            yield task.case_id, source, f"期日 {short_wareki(task.due_on)}"
    for case_id, ends_on in coordination.plans_ending(meeting.day + BEFORE_END, most=MOST):
        yield case_id, Source.ENDING, f"{short_wareki(ends_on)}まで"
    quiet = profile.current().rules.silence_days
    for case in silent_cases(by, on=today(), days=quiet)[:MOST]:
        yield case.id, Source.SILENT, f"{quiet}日以上"

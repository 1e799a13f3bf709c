"""What is done at a meeting and after it: attendance, minutes, judgements, tasks, the end (R-CONF-06)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.choices import Timing
from kasane.base.ids import new_id
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Obstacle, require
from kasane.cases import api as cases
from kasane.conferences import queries, rules
from kasane.conferences.live import actions as live
from kasane.conferences.live import lines
from kasane.conferences.models import (
    AgendaItem,
    Function,
    Meeting,
    MeetingState,
    Member,
    Outcome,
    Talk,
    TalkField,
    TalkLine,
)
from kasane.coordination import api as coordination


@transaction.atomic
def begin(meeting: Meeting, *, by: Actor) -> Meeting:
    """The meeting is opened. Raises Forbidden for others than its agency."""
    require(rules.host_obstacles(is_host=_is_host(meeting, by), state=meeting.state, states=("planned",)))
    row = Meeting.lock(meeting.pk, version=None)
    row.state, row.began_at = MeetingState.HELD, timezone.now()
    row.save_next()
    return row


@transaction.atomic
def mark_attendance(meeting: Meeting, *, by: Actor, present: Collection[UUID]) -> None:
    """出席: who of the members is there."""
    require(rules.writing_obstacles(is_host=_is_host(meeting, by), state=meeting.state))
    members = Member.objects.filter(meeting=meeting, removed_on__isnull=True)
    members.filter(pk__in=present).update(attended=True)
    members.exclude(pk__in=present).update(attended=False)


@transaction.atomic
def write_talk(
    item: AgendaItem,
    *,
    by: Actor,
    version: int,
    text: str = "",
    decision: str = "",
    opinions: Mapping[str, str] | None = None,
    kinds: int | None = None,
) -> Talk:
    """What was said on an item, with the opinions of the agencies. `version` 0: nothing was written yet.

    Raises StaleEdit when somebody else wrote in between (R-OPS-03).
    """
    require(live.writing_obstacles(item, by))
    live.lock(item)
    talk = Talk.objects.select_for_update().filter(item=item).first()
    rows = list(lines.rows_of(item))
    if talk is not None and lines.shown_version(talk, rows) != version:
        raise StaleEdit(lines.as_shown(talk, rows))
    if talk is None:
        talk = Talk(item=item, meeting=item.meeting, case_id=item.case_id, version=0)
    if kinds is not None:
        talk.kinds = kinds
    if rows:
        TalkLine.objects.filter(item=item).update(kinds=talk.kinds)
        live.replace_by_text(item, _parts(text, decision, opinions or {}), by=by, page=new_id())
        rows = list(lines.rows_of(item))
        lines.compose(talk, rows)
    else:
        before = (talk.text, talk.decision, talk.opinions)
        talk.text, talk.decision = text, decision
        talk.opinions = {agency: words for agency, words in (opinions or {}).items() if words}
        if (talk.text, talk.decision, talk.opinions) != before:
            live.check_anew(item.meeting_id)
    talk.save_next()
    return talk


def _parts(text: str, decision: str, opinions: Mapping[str, str]) -> dict[lines.Place, str]:
    said: dict[lines.Place, str] = {
        (TalkField.OPINION.value, UUID(agency)): words for agency, words in opinions.items()
    }
    return {lines.TEXT: text, lines.DECISION: decision, **said}


def allowed_outcomes(item: AgendaItem) -> list[Outcome]:
    """The judgements that can be passed on the item, the favourable one first (R-CONF-04)."""
    if not item.case_id or not item.timing or item.withdrawn:
        return []
    return [Outcome(one.value) for one in coordination.judgements_for(Timing(item.timing))]


def may_judge(item: AgendaItem, by: Actor) -> bool:
    """Who records the word of the meeting: the host; of an end or a 2-5 without consent also who works on the case, since the host
    of 支援会議 need not (R-COOR-09)."""
    if _is_host(item.meeting, by):
        return True
    without_consent = rules.judged_without_consent(item.function, item.timing, is_menu=_is_menu(item))
    return without_consent and item.case_id is not None and cases.writes_in(item.case_id, by=by)


def _is_menu(item: AgendaItem) -> bool:
    return item.function == Function.SUPPORT_CONFERENCE and coordination.is_menu(item.subject_id)


def judgement_obstacles(item: AgendaItem, judgement: str) -> list[Obstacle]:
    """What forbids this judgement now, as far as the meeting knows. Screens ask before they offer it."""
    present = [m for m in queries.members_of(item.meeting) if m.attended and m.sits_at(item.id)]
    return rules.judge_obstacles(
        function=item.function,
        timing=item.timing,
        has_case=item.case_id is not None,
        judgement=judgement,
        allowed=[outcome.value for outcome in allowed_outcomes(item)],
        already=item.judgement,
        municipality_attends=bool(queries.municipal(present)),
        others_attend=any(member.agency_id != item.meeting.host_id for member in present),
        is_menu=_is_menu(item),
    )


@transaction.atomic
def judge(
    item: AgendaItem,
    *,
    by: Actor,
    on: date,
    judgement: Outcome,
    opinion: str = "",
    lead_agency: Agency | None = None,
    follow_up_on: date | None = None,
    follow_up_by: Agency | None = None,
    follow_up_how: str = "",
) -> AgendaItem:
    """Records what the conference judged; coordination does what follows from it (R-CONF-04, R-COOR-06, R-COOR-08).

    Raises Forbidden with the obstacles of the meeting or of the case; nothing is saved then.
    """
    require(
        rules.writing_obstacles(is_host=may_judge(item, by), state=item.meeting.state)
        + judgement_obstacles(item, judgement)
    )
    row = AgendaItem.lock(item.pk, version=item.version)
    row.judgement, row.judged_on, row.is_settled = judgement, on, True
    row.lead_agency, row.follow_up_by = lead_agency, follow_up_by
    row.follow_up_on, row.follow_up_how = follow_up_on, follow_up_how
    row.save_next()
    live.settle(item)
    # Last of all: a closing judgement may end the rights under which the item itself is written.
    coordination.record_judgement(
        case_id=_known(item.case_id),
        timing=Timing(item.timing),
        function=item.function,
        subject_id=_known(item.subject_id),
        judgement=coordination.Judgement(judgement.value),
        opinion=opinion,
        on=on,
        by=by,
        meeting_id=item.meeting_id,
        lead_agency=lead_agency,
        follow_up_on=follow_up_on,
        follow_up_by=follow_up_by,
        follow_up_how=follow_up_how,
    )
    return row


@transaction.atomic
def finish(
    meeting: Meeting,
    *,
    by: Actor,
    on: date,
    summary: str = "",
    version: int | None = None,
    began_at: datetime | None = None,
    ended_at: datetime | None = None,
) -> Meeting:
    """The meeting is over and its minutes stand. Items without a judgement get their place in the course."""
    require(
        rules.host_obstacles(is_host=_is_host(meeting, by), state=meeting.state, states=("held",))
        + rules.invite_obstacles(hidden_items=queries.hidden_items(meeting.id))
    )
    row = Meeting.lock(meeting.pk, version=version)
    row.state, row.summary, row.finished_on = MeetingState.FINISHED, summary, on
    row.began_at, row.ended_at = began_at or row.began_at, ended_at or timezone.now()
    row.save_next()
    items = queries.agenda(meeting)
    for item in items:
        live.settle(item)
    AgendaItem.objects.filter(pk__in=[item.id for item in items]).update(is_settled=True)
    for item in items:
        if item.case_id and not item.judgement and not item.withdrawn:
            cases.add_event(
                item.case_id,
                by=by,
                code="conference_held",
                title=f"{meeting.label}で話し合いました",
                body=f"{item.get_function_display()}: {item.title}",
                on=meeting.day,
                kinds=item.kinds,
                subject="agenda_item",
                subject_id=item.id,
            )
    return row


def _is_host(meeting: Meeting, by: Actor) -> bool:
    return meeting.host_id == by.agency.id


def _known(value: UUID | None) -> UUID:
    """The rule has already refused an item without it."""
    if value is None:
        raise ValueError("an item that is judged has a case and a subject")
    return value

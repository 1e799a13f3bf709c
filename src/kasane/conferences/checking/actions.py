"""Who was there and for how long, papers that came back, minutes that are checked (R-CONF-06, R-DIS-02)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.obstacles import Obstacle, require
from kasane.conferences import queries, rules
from kasane.conferences.live import rules as live
from kasane.conferences.models import (
    AgendaItem,
    Meeting,
    MeetingState,
    Member,
    MinutesCheck,
    Talk,
    TalkField,
    TalkLine,
)


class Presence(StrEnum):
    """What one press says of one person."""

    HERE = "here"
    LATE = "late"
    LEFT = "left"
    ABSENT = "absent"


@transaction.atomic
def mark_presence(member: Member, *, by: Actor, presence: Presence, at: datetime | None = None) -> None:
    """出席・遅れて・途中まで・欠席 of one person, with the time of the press for coming late and leaving early."""
    require(
        rules.writing_obstacles(is_host=member.meeting.host_id == by.agency.id, state=member.meeting.state)
    )
    now = timezone.localtime(at).time().replace(second=0, microsecond=0)
    values: dict[Presence, dict[str, Any]] = {
        Presence.HERE: {"attended": True, "arrived_at": None, "left_at": None},
        Presence.LATE: {"attended": True, "arrived_at": now, "left_at": None},
        Presence.LEFT: {"attended": True, "left_at": now},
        Presence.ABSENT: {"attended": False, "arrived_at": None, "left_at": None},
    }
    Member.objects.filter(pk=member.pk).update(**values[presence])


@transaction.atomic
def receive_paper(member: Member, *, by: Actor, on: date) -> None:
    """The signed paper on the duty of secrecy came back from somebody without an account (R-DIS-02)."""
    require(
        rules.host_obstacles(
            is_host=member.meeting.host_id == by.agency.id,
            state=member.meeting.state,
            states=("planned", "held", "finished"),
        )
        + paper_obstacles(has_account=member.user_id is not None)
    )
    Member.objects.filter(pk=member.pk).update(secrecy_paper_on=on)


def paper_obstacles(*, has_account: bool) -> list[Obstacle]:
    """Who has an account confirms on the screen: nobody does it for another (R-DIS-02)."""
    if not has_account:
        return []
    return [Obstacle("has_account", "アカウントのある人は、画面で本人が確かめます。", "R-DIS-02")]


@transaction.atomic
def ask_to_check(meeting: Meeting, *, by: Actor, on: date) -> int:
    """Asks everybody with an account who was there to check the minutes; answers how many are asked anew."""
    require(
        rules.host_obstacles(
            is_host=meeting.host_id == by.agency.id, state=meeting.state, states=("finished",)
        )
    )
    asked = set(MinutesCheck.objects.filter(meeting=meeting).values_list("member_id", flat=True))
    made = MinutesCheck.objects.bulk_create(
        MinutesCheck(meeting=meeting, member=member, asked_on=on)
        for member in queries.members_of(meeting)
        if member.user_id and member.attended and member.id not in asked and member.user_id != by.user.id
    )
    return len(made)


@transaction.atomic
def check(
    meeting: Meeting, *, by: Actor, on: date, item: AgendaItem | None = None, remark: str = ""
) -> MinutesCheck:
    """A member has read the minutes; what is to be mended is kept with the item it is about.

    Raises Forbidden for who was not asked, and after the material was closed.
    """
    own = MinutesCheck.objects.filter(meeting=meeting, member__user=by.user, member__removed_on=None).first()
    require(
        live.remark_obstacles(asked=own is not None, state=meeting.state, is_open=on < meeting.material_until)
    )
    assert own is not None  # the rule has refused who was not asked
    if item is not None and remark.strip():
        _remark(item, meeting, remark.strip(), by=by)
    own.checked_on = on
    own.save()
    return own


def _remark(item: AgendaItem, meeting: Meeting, words: str, *, by: Actor) -> TalkLine:
    talk = Talk.objects.filter(item=item).first()
    kinds: dict[str, Any] = {"kinds": talk.kinds} if talk else {}
    return TalkLine.objects.create(
        item=item,
        meeting=meeting,
        case_id=item.case_id,
        field=TalkField.REMARK,
        position=0.0,
        text=words,
        author=by.user,
        last_by=by.user,
        seq=0,
        **kinds,
    )


def is_closed(meeting: Meeting, *, by: Actor, on: date) -> bool:
    """Whether the papers of a meeting are closed for this viewer: after some days they are the host's alone (R-CONF-06)."""
    return (
        meeting.state == MeetingState.FINISHED
        and meeting.host_id != by.agency.id
        and on >= meeting.material_until
    )

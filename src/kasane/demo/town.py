"""The demo office while it is being made: who acts for an agency, and the meetings of each day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, Role
from kasane.base.dates import today
from kasane.conferences import actions as conferences
from kasane.conferences.models import Body, Meeting, MeetingState, Member
from kasane.demo.accounts import agencies_by_key
from kasane.disclosure.viewer import acting_as

SUPPORT, MULTI_TIER = "support_conference", "multi_tier"


class Town:
    """Finds who acts, and keeps one meeting per body and day."""

    def __init__(self, people: dict[str, list[Actor]]) -> None:
        self.people = people
        self.agencies: dict[str, Agency] = agencies_by_key()
        self.bodies = {function: self._body(function) for function in (SUPPORT, MULTI_TIER)}
        self._meetings: dict[tuple[str, date], Meeting] = {}
        self._seated: dict[Meeting, set[object]] = {}
        self._turn: dict[str, int] = {}

    def worker(self, key: str) -> Actor:
        """Whoever's turn it is at the agency; a manager only where nobody else works with cases."""
        people = [a for a in self.people[key] if a.post.sees_cases]
        able = [a for a in people if a.role in (Role.WORKER, Role.COORDINATOR)] or people
        self._turn[key] = self._turn.get(key, -1) + 1
        return able[self._turn[key] % len(able)]

    @property
    def decider(self) -> Actor:
        return next(a for a in self.people["fukushi"] if a.role == Role.DECIDER)

    @property
    def drafter(self) -> Actor:
        """Who drafts 支援決定 for the decider (R-COOR-06)."""
        return next(a for a in self.people["fukushi"] if a.role == Role.MANAGER)

    def meeting(self, function: str, on: date, members: Iterable[str], *, by: Actor) -> Meeting:
        """The meeting of that day, convened two weeks before, with these agencies among its members."""
        meeting = self._meetings.get((function, on))
        if meeting is None:
            meeting = self._convene(function, on, by)
            self._meetings[function, on] = meeting
            self._seated[meeting] = {by.user.id}
        wanted = [self.decider, *(self.people[key][0] for key in members if key in self.people)]
        fresh = {a.user.id: a.post for a in wanted if a.user.id not in self._seated[meeting]}
        if fresh:
            conferences.invite(meeting, by=by, on=meeting.convened_on, posts=list(fresh.values()))
            self._seated[meeting].update(fresh)
        if on <= today() and meeting.state == MeetingState.PLANNED:
            self._meetings[function, on] = meeting = self._open(meeting, by)
        return meeting

    def finish_meetings_before(self, day: date) -> None:
        """Meetings of earlier days have ended; those still to come stay planned."""
        for key, meeting in list(self._meetings.items()):
            if key[1] < day and meeting.state == MeetingState.HELD:
                by = Actor(user=meeting.convened_by, post=self._post_of(meeting))
                with acting_as(by):
                    conferences.finish(meeting, by=by, on=key[1])
                del self._meetings[key]

    def present(self, meeting: Meeting, *, by: Actor) -> None:
        """All who were invited have come."""
        members = list(Member.objects.filter(meeting=meeting, removed_on__isnull=True))
        self._acknowledge(members, at=meeting.starts_at)
        conferences.mark_attendance(meeting, by=by, present={member.id for member in members})

    def _acknowledge(self, members: Iterable[Member], *, at: datetime) -> None:
        """Who comes has read the duty of secrecy first."""
        actors = {a.user.id: a for people in self.people.values() for a in people if a.post.sees_cases}
        for member in members:
            if member.user_id in actors and member.acknowledged_at is None:
                with acting_as(actors[member.user_id]):
                    conferences.acknowledge(member, by=actors[member.user_id], at=at)

    def _body(self, function: str) -> Body:
        return next(b for b in Body.objects.order_by("order") if function in b.functions)

    def _convene(self, function: str, on: date, by: Actor) -> Meeting:
        starts = timezone.make_aware(datetime.combine(on, time(13, 30)))
        town = profile.current().town
        return conferences.convene(
            self.bodies[function],
            by=by,
            on=min(on - timedelta(days=14), today()),
            starts_at=starts,
            length=90,
            place=f"{town.name}{'役場' if town.name[-1] in '町村' else '役所'} 会議室",
        )

    def _open(self, meeting: Meeting, by: Actor) -> Meeting:
        seated = self._seated.pop(meeting)
        opened = conferences.begin(meeting, by=by)
        self._seated[opened] = seated
        return opened

    def _post_of(self, meeting: Meeting) -> object:
        return next(a.post for a in self.people["juso"] if a.user.id == meeting.convened_by_id)

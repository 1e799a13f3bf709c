"""What a 日程調整 looks like to those who are asked and to who asked (R-CONF-06)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import DateTimeField, Q, QuerySet, Value
from django.db.models.functions import Cast

from kasane.agencies.actors import Actor
from kasane.conferences.finding import rules
from kasane.conferences.models import DatePoll, Mark, Member, PollAnswer, PollDay, PollSeat, PollState
from kasane.conferences.queries import OPEN_STATES


def polls_of(by: Actor) -> QuerySet[DatePoll]:
    """The polls of the viewer's agency and those in which the viewer is asked; nobody else has to do with them."""
    asked = PollSeat.objects.filter(user=by.user).values("poll")
    return DatePoll.objects.filter(Q(host=by.agency) | Q(pk__in=asked)).select_related(
        "body", "host", "meeting"
    )


def open_polls(by: Actor) -> list[DatePoll]:
    """Polls that wait, with `own_seat`, for the list of meetings and 今日やること. One query."""
    seats = {
        seat.poll_id: seat
        for seat in PollSeat.objects.filter(user=by.user, poll__state=PollState.OPEN).select_related(
            "poll__body", "poll__host"
        )
    }
    found = []
    for seat in seats.values():
        seat.poll.own_seat = seat  # type: ignore[attr-defined]
        found.append(seat.poll)
    return sorted(found, key=lambda poll: (poll.answer_until, poll.id))


@dataclass(frozen=True)
class Waiting:
    """A meeting to come or a poll without the viewer's answer, as a row of 今日やること."""

    is_poll: bool
    id: UUID
    body: str
    year: int
    number: int
    at: datetime
    place: str
    host: str
    answer: str


def waiting_rows(by: Actor, *, until: date) -> list[Waiting]:
    """The viewer's meetings up to a day, and the polls they have not answered. One query for both."""
    meetings = Member.objects.filter(
        user=by.user,
        removed_on__isnull=True,
        meeting__state__in=OPEN_STATES,
        meeting__starts_at__date__lte=until,
    ).order_by()
    polls = PollSeat.objects.filter(
        user=by.user, answered_at__isnull=True, poll__state=PollState.OPEN
    ).order_by()
    rows = meetings.values_list(
        Value(False), "meeting_id", "meeting__body__name", "meeting__year", "meeting__number",
        "meeting__starts_at", "meeting__place", "meeting__host__name", "answer",
    ).union(
        polls.values_list(
            Value(True), "poll_id", "poll__body__name", Value(0), Value(0),
            Cast("poll__answer_until", DateTimeField()), Value(""), "poll__host__name", Value("waiting"),
        ),
        all=True,
    )  # fmt: skip
    return sorted((Waiting(*row) for row in rows), key=lambda row: (not row.is_poll, row.at, row.id))


@dataclass(frozen=True)
class Line:
    """One who is asked, with the answer for each day in the order of the days."""

    seat: PollSeat
    marks: list[str]


@dataclass(frozen=True)
class Column:
    """One day with its tally."""

    day: PollDay
    tally: rules.Tally
    is_best: bool


@dataclass(frozen=True)
class Sheet:
    """The whole table."""

    columns: list[Column]
    lines: list[Line]
    own: PollSeat | None
    own_marks: dict[UUID, str]
    spoken: PollSeat | None = None
    """For whom the host writes the answer down, and what was answered before."""
    spoken_marks: dict[UUID, str] = field(default_factory=dict)

    @property
    def waiting(self) -> int:
        return sum(1 for line in self.lines if line.seat.answered_at is None)


def sheet(poll: DatePoll, by: Actor, *, spoken_for: str = "") -> Sheet:
    """Days, people and answers of a poll; `spoken_for`: the seat whose answer the host takes down. Three queries."""
    days = list(PollDay.objects.filter(poll=poll))
    seats = list(PollSeat.objects.filter(poll=poll).select_related("user", "agency", "answered_by"))
    marks = {(one.seat_id, one.day_id): one.mark for one in PollAnswer.objects.filter(seat__poll=poll)}
    tallies = {day.id: rules.tally(marks, day.id) for day in days}
    first = rules.best(tallies)
    own = next((seat for seat in seats if seat.user_id == by.user.id), None)
    spoken = next(
        (seat for seat in seats if str(seat.id) == spoken_for and poll.host_id == by.agency.id), None
    )
    return Sheet(
        [Column(day, tallies[day.id], day.id == first) for day in days],
        [Line(seat, [_sign(marks.get((seat.id, day.id))) for day in days]) for seat in seats],
        own,
        _marks_of(own, days, marks),
        spoken,
        _marks_of(spoken, days, marks),
    )


def _marks_of(
    seat: PollSeat | None, days: list[PollDay], marks: dict[tuple[UUID, UUID], str]
) -> dict[UUID, str]:
    return {day.id: marks[seat.id, day.id] for day in days if seat and (seat.id, day.id) in marks}


def _sign(mark: str | None) -> str:
    return str(Mark(mark).label) if mark else ""

"""緊急の知らせ: who is told, by what law, who raises, acknowledges, acts and ends (R-INT-09, R-DIS-05).

Pure functions over plain values. The database holds the same limits (`alarm.sql`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kasane.base.obstacles import Mend, Obstacle
from kasane.cases.exceptional.rules import DANGERS, REASON_LETTERS, letters

REQUIREMENT = "R-INT-09"
TELLERS = ("decider", "manager", "coordinator")
FINDINGS = ("found", "not_found", "undecided")
TOLD = ("officer", "joined")
"""Those who answer for an alarm. Who raised it is told how it ends, no more."""


@dataclass(frozen=True)
class Place:
    """A present post, as far as urgent routes ask."""

    user: UUID
    agency: UUID
    role: str
    is_officer: bool = False


def officers_of(places: Iterable[Place]) -> list[Place]:
    """Who is told in one agency (R-INT-09): those marked as officers for urgent routes; where nobody is, its managers,
    deciders and coordinators; where there are none, everybody who sees cases: it must not fall into an empty room.
    """
    staff = [place for place in places if place.role != "administrator"]
    marked = [place for place in staff if place.is_officer]
    return marked or [place for place in staff if place.role in TELLERS] or staff


def told(places: Iterable[Place], *, agencies: Sequence[UUID], raiser: UUID) -> list[Place]:
    """Everybody who is told at once: the officers of the route's agencies, each once, without who raises it."""
    rows = list(places)
    found: dict[UUID, Place] = {}
    for agency in agencies:
        for place in officers_of(row for row in rows if row.agency == agency):
            found.setdefault(place.user, place)
    return [place for place in found.values() if place.user != raiser]


@dataclass(frozen=True)
class Answer:
    """What one told person answered."""

    user: UUID
    standing: str
    acknowledged: bool = False


@dataclass(frozen=True)
class Course:
    """Where an alarm stands."""

    raised_at: datetime
    ack_until: datetime
    safety_due: datetime
    acknowledged_at: datetime | None = None
    safety_at: datetime | None = None
    ended_at: datetime | None = None
    answers: tuple[Answer, ...] = field(default=())

    @property
    def is_open(self) -> bool:
        return self.ended_at is None

    def is_escalated(self, now: datetime) -> bool:
        """Whether nobody had acknowledged it in time: it is the managers' and deciders' of the town too."""
        return (self.acknowledged_at or now) > self.ack_until

    def safety_is_late(self, now: datetime) -> bool:
        """Whether 安全確認 came, or is, later than it should."""
        return (self.safety_at or self.ended_at or now) > self.safety_due

    def answer_of(self, user: UUID) -> Answer | None:
        return next((one for one in self.answers if one.user == user), None)


def raising_obstacles(
    *,
    sees_case: bool,
    is_resident: bool,
    danger: str,
    facts: str,
    place: str,
    same_open: Collection[UUID] = (),
) -> list[Obstacle]:
    """What forbids raising an alarm: next to nothing. Whoever sees the case and finds abuse has to tell (R-INT-09)."""
    found = []
    if is_resident or not sees_case:
        found.append(
            _obstacle(
                "no_case", "このケースを見られる職員が出せます。見られないときは、下の電話にかけてください。"
            )
        )
    if danger not in {one.code for one in DANGERS}:
        found.append(_obstacle("danger", "何の疑い・危険かを選んでください。"))
    if letters(facts) < REASON_LETTERS:
        found.append(
            _obstacle("facts", f"見たこと・聞いたことを、{REASON_LETTERS}文字以上で書いてください。")
        )
    if not place.strip():
        found.append(
            _obstacle("place", "本人がいまどこにいるかを書いてください。分からなければ「不明」と書きます。")
        )
    if same_open:
        found.append(
            _obstacle(
                "same_open",
                "同じ種類の知らせが、もう出ています。新しく分かったことは、その知らせに書き足してください。",
                *(Mend("知らせを開く", "cases:alarm", (("alarm_id", one),)) for one in same_open),
            )
        )
    return found


def acknowledging_obstacles(
    course: Course, *, user: UUID, hears_it: bool, who: str, next_step: str
) -> list[Obstacle]:
    """What forbids 「受け取りました」: it is for the told, and for the coordinators and managers who hear it (R-INT-09)."""
    if not course.is_open:
        return [_obstacle("ended", "この知らせは、もう終わっています。")]
    mine = course.answer_of(user)
    if mine is not None and mine.standing == "raiser":
        return [_obstacle("own", "自分が出した知らせは、ほかの人が受け取ります。")]
    if not hears_it:
        return [_obstacle("not_told", "受け取るのは、知らせを受けた担当・推進員・管理職です。")]
    if mine is not None and mine.acknowledged:
        return [_obstacle("done", "もう受け取っています。")]
    found = []
    if not who.strip():
        found.append(_obstacle("who", "だれが動くかを書いてください。"))
    if not next_step.strip():
        found.append(_obstacle("next", "次に何をするかを書いてください。"))
    return found


def stepping_obstacles(
    course: Course, *, works: bool, what: str, at: datetime, now: datetime, content: str
) -> list[Obstacle]:
    """What forbids writing what was done: by who acknowledged or raised it, and those who work on the case.

    安全確認 is of after the alarm, to the minute: what was seen before it is why it was raised (R-INT-09).
    """
    if not course.is_open:
        return [_obstacle("ended", "この知らせは、もう終わっています。支援経過記録に書いてください。")]
    if not works:
        return [_obstacle("not_yours", "先に「受け取りました」を押してください。")]
    found = []
    if at > now:
        found.append(_obstacle("future", "まだ来ていない日時です。"))
    if what == "safety" and at < course.raised_at.replace(second=0, microsecond=0):
        found.append(
            _obstacle(
                "before", "知らせより前の日時です。安全は、知らせのあとで、あらためて確かめてください。"
            )
        )
    if not content.strip():
        found.append(_obstacle("content", "したことを書いてください。"))
    return found


def may_end_obstacles(course: Course, *, user: UUID, is_municipality: bool) -> list[Obstacle]:
    """What forbids ending it before anything is typed: a told officer of the municipality, who acknowledged, and only
    when somebody has made sure that the person is safe (R-INT-09).
    """
    if not course.is_open:
        return [_obstacle("ended", "この知らせは、もう終わっています。")]
    found = []
    mine = course.answer_of(user)
    if mine is None or mine.standing not in TOLD or not is_municipality:
        found.append(_obstacle("not_officer", "終えるのは、知らせを受け取った市町村の職員です。"))
    elif not mine.acknowledged:
        found.append(_obstacle("not_acknowledged", "先に「受け取りました」を押してください。"))
    if course.safety_at is None:
        found.append(_obstacle("not_safe", "安全を確かめたことが、まだ書かれていません。"))
    return found


def ending_obstacles(
    course: Course, *, user: UUID, is_municipality: bool, finding: str, measure: str, watch: str, reason: str
) -> list[Obstacle]:
    """What forbids ending it: never without the result of the inquiry and a reason; where abuse was found, what was done;
    unless there was none, who goes on watching (R-INT-09).
    """
    found = may_end_obstacles(course, user=user, is_municipality=is_municipality)
    if finding not in FINDINGS:
        found.append(_obstacle("finding", "事実確認の結果を選んでください。"))
    if finding == "found" and not measure.strip():
        found.append(_obstacle("measure", "とった措置を書いてください。とらないときは、その理由を書きます。"))
    if finding in ("found", "undecided") and not watch.strip():
        found.append(_obstacle("watch", "だれが、どのように見守りを続けるかを書いてください。"))
    if letters(reason) < REASON_LETTERS:
        found.append(_obstacle("reason", f"終える理由を{REASON_LETTERS}文字以上で書いてください。"))
    return found


def closing_obstacles(open_alarms: Sequence[tuple[UUID | None, str]]) -> list[Obstacle]:
    """What forbids closing a case in whatever way: an alarm that is open. (its id, where it may be read; the danger)."""
    labels = {one.code: one.label for one in DANGERS}
    return [
        _obstacle(
            "alarm_open",
            f"緊急の知らせ{f'({labels[danger]})' if danger else ''}が終わっていません。事実確認の結果を書いて終えてから、進んでください。",
            *([Mend("緊急の知らせを開く", "cases:alarm", (("alarm_id", alarm_id),))] if alarm_id else []),
        )
        for alarm_id, danger in open_alarms
    ]


def _obstacle(code: str, sentence: str, *mends: Mend) -> Obstacle:
    return Obstacle(code, sentence, REQUIREMENT, tuple(mends))

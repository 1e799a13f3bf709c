"""緊急の知らせ in words: on its page, above a case, on 今日やること and in the head of every page (R-INT-09)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from kasane.agencies.mail.actions import is_set_up
from kasane.agencies.models import MailState
from kasane.base.dates import wareki_time
from kasane.cases.alarm import rules
from kasane.cases.alarm.models import Alarm, AlarmTold, Standing
from kasane.cases.alarm.queries import Label, alarms, concerns, course_of, labels, mails_about, route_of
from kasane.cases.exceptional.rules import DANGERS
from kasane.cases.models import Case
from kasane.profiles.model import UrgentRoute


@dataclass(frozen=True)
class Shown:
    """One alarm as the screens draw it."""

    row: Alarm
    label: Label

    @property
    def url(self) -> str:
        return reverse("cases:alarm", args=[self.row.id])

    @property
    def course(self) -> rules.Course:
        return course_of(self.row)

    @property
    def told(self) -> list[AlarmTold]:
        answers: list[AlarmTold] = self.row.answers  # type: ignore[attr-defined]
        return [one for one in answers if one.standing != Standing.RAISER]

    @property
    def answered(self) -> list[AlarmTold]:
        return sorted(
            (one for one in self.told if one.acknowledged_at),
            key=lambda one: one.acknowledged_at or timezone.now(),
        )

    @property
    def is_late(self) -> bool:
        return self.row.ended_at is None and not self.answered and self.course.is_escalated(timezone.now())

    @property
    def safety_is_late(self) -> bool:
        return self.row.safety_at is None and self.course.safety_is_late(timezone.now())

    @property
    def minutes(self) -> int:
        """For how many minutes nobody has acknowledged it."""
        return int((timezone.now() - self.row.raised_at) / timedelta(minutes=1))

    @property
    def waiting_words(self) -> str:
        hours, minutes = divmod(self.minutes, 60)
        return f"{hours}時間{minutes}分" if hours else f"{minutes}分" if minutes else "1分以内"

    @property
    def route(self) -> UrgentRoute:
        return route_of(self.row.danger)

    @property
    def duty(self) -> str:
        return next(one.duty for one in DANGERS if one.code == self.row.danger)

    @property
    def badge(self) -> dict[str, str]:
        """Its state: word, shape and colour."""
        if self.row.ended_at:
            return {"word": "終わりました", "tone": "done"}
        if self.is_late:
            return {"word": "受け取りの期限をすぎています", "tone": "urgent"}
        if not self.answered:
            return {"word": "だれも受け取っていません", "tone": "urgent"}
        if self.safety_is_late:
            return {"word": "安全確認の期限をすぎています", "tone": "urgent"}
        if self.row.safety_at is None:
            return {"word": "安全確認を待っています", "tone": "wait"}
        return {"word": "安全を確かめました", "tone": "now"}


def shown(rows: Sequence[Alarm]) -> list[Shown]:
    """Rows of `alarms()` with their case numbers. One query, none for no rows."""
    if not rows:
        return []
    known = labels(row.id for row in rows)
    return [Shown(row, known.get(row.id, Label("", False))) for row in rows]


@dataclass(frozen=True)
class Reached:
    """One told person on the alarm's page: what they answered, their telephone, what became of the mail."""

    told: AlarmTold
    mail: str
    call: bool


def reached(one: Shown) -> list[Reached]:
    """Everybody told, those first who have not answered. One query."""
    mails = mails_about(one.row.id)
    found = []
    for person in sorted(one.told, key=lambda told: told.acknowledged_at is not None):
        mail = mails.get(person.user_id)
        words = mail.get_state_display() if mail else ""
        if mail and mail.state == MailState.WAITING:
            words = (
                ("メールを送っています" if not mail.failure else "メールを送れず、くり返しています")
                if is_set_up()
                else "メールは設定されていません"
            )
        sent = mail is not None and mail.state == MailState.SENT
        found.append(Reached(person, words, not sent and person.acknowledged_at is None))
    return found


def mine(request: HttpRequest) -> dict[UUID, bool]:
    """The alarms that are the viewer's concern; asked with the viewer, so that it costs a page no query."""
    return concerns(getattr(request, "asked_along", {}).get("alarms"))


def waiting(request: HttpRequest) -> int:
    """The red count in the head of every page."""
    return sum(mine(request).values())


@dataclass(frozen=True)
class Board:
    """What 今日やること shows: red blocks above everything, and rows for what goes on and what has ended."""

    red: list[Shown] = field(default_factory=list)
    due: list[dict[str, Any]] = field(default_factory=list)


def board(request: HttpRequest) -> Board:
    """For the viewer's 今日やること. One query; three more when something is there."""
    own = mine(request)
    if not own:
        return Board()
    found = shown(alarms().filter(pk__in=own).order_by("raised_at"))
    red = [one for one in found if own[one.row.id]]
    return Board(red, [_row(one) for one in found if not own[one.row.id]])


def _row(one: Shown) -> dict[str, Any]:
    """As the due_row component draws it: an alarm that goes on, or how one ended."""
    ended = one.row.ended_at
    row = {
        "who": "緊急の知らせ",
        "number": one.label.number,
        "url": one.url,
        "act_url": one.url,
        "act_label": "読む" if ended else "開く",
    }
    if ended:
        return row | {
            "what": f"{one.row.get_danger_display()}の知らせが終わりました: {one.row.get_finding_display()}",
            "since": wareki_time(ended),
        }
    return row | {
        "what": f"{one.row.get_danger_display()}。{_next_of(one)}",
        "since": f"安全確認の期限 {wareki_time(one.row.safety_due)}" if one.row.safety_at is None else "",
        "tone": "urgent",
        "tone_word": one.badge["word"],
    }


def _next_of(one: Shown) -> str:
    if not one.answered:
        return "まだだれも受け取っていません。電話してください。"
    return f"{one.answered[0].actor_words}が動いています。"


def on_case(case: Case) -> list[Shown]:
    """The open alarms above a case; no query when the case was opened and has none."""
    if not getattr(case, "has_alarm", True):
        return []
    rows = alarms().filter(case=case, ended_at__isnull=True).order_by("raised_at")
    return [Shown(row, Label(case.label, True)) for row in rows]


PARTS = (("open", "続いている"), ("ended", "終わった"))


def part(name: str) -> Q:
    return Q(ended_at__isnull=name == "open")

"""緊急の知らせ in words: on its page, above a case, on 今日やること and in the head of every page (R-INT-09)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from kasane.agencies.mail.actions import is_set_up
from kasane.agencies.models import MailState
from kasane.base.dates import wareki_time
from kasane.cases.alarm.models import Alarm, AlarmTold, Finding, Standing
from kasane.cases.alarm.queries import Notice, concerns, mails_about, notices, notices_on, route_of
from kasane.cases.exceptional.rules import DANGERS, Danger
from kasane.cases.models import Case
from kasane.profiles.model import UrgentRoute


@dataclass(frozen=True)
class Shown:
    """One alarm as lists, 今日やること and the head of its page draw it: nothing of what was seen."""

    notice: Notice

    @property
    def url(self) -> str:
        return reverse("cases:alarm", args=[self.notice.id])

    @property
    def danger(self) -> str:
        return self._kind.label

    @property
    def duty(self) -> str:
        return self._kind.duty

    @property
    def _kind(self) -> Danger:
        return next(one for one in DANGERS if one.code == self.notice.danger)

    @property
    def finding(self) -> str:
        return Finding(self.notice.finding).label if self.notice.finding else ""

    @property
    def is_taken(self) -> bool:
        return self.notice.acknowledged_at is not None

    @property
    def is_late(self) -> bool:
        notice = self.notice
        return notice.ended_at is None and not self.is_taken and notice.course.is_escalated(timezone.now())

    @property
    def safety_is_late(self) -> bool:
        return self.notice.safety_at is None and self.notice.course.safety_is_late(timezone.now())

    @property
    def waiting_words(self) -> str:
        """For how long nobody has acknowledged it."""
        hours, minutes = divmod(int((timezone.now() - self.notice.raised_at) / timedelta(minutes=1)), 60)
        return f"{hours}時間{minutes}分" if hours else f"{minutes}分" if minutes else "1分以内"

    @property
    def route(self) -> UrgentRoute:
        return route_of(self.notice.danger)

    @property
    def badge(self) -> dict[str, str]:
        """Its state: word, shape and colour."""
        if self.notice.ended_at:
            return {"word": "終わりました", "tone": "done"}
        if self.is_late:
            return {"word": "受け取りの期限をすぎています", "tone": "urgent"}
        if not self.is_taken:
            return {"word": "だれも受け取っていません", "tone": "urgent"}
        if self.safety_is_late:
            return {"word": "安全確認の期限をすぎています", "tone": "urgent"}
        if self.notice.safety_at is None:
            return {"word": "安全確認を待っています", "tone": "wait"}
        return {"word": "安全を確かめました", "tone": "now"}


@dataclass(frozen=True)
class Reached:
    """One told person on the alarm's page: what they answered, their telephone, what became of the mail."""

    told: AlarmTold
    mail: str
    call: bool


def reached(row: Alarm) -> list[Reached]:
    """Everybody told, those first who have not answered. One query."""
    answers: list[AlarmTold] = row.answers  # type: ignore[attr-defined]
    told = [one for one in answers if one.standing != Standing.RAISER]
    mails = mails_about(row.id)
    found = []
    for person in sorted(told, key=lambda one: one.acknowledged_at is not None):
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
    """For the viewer's 今日やること. One query, and only when something is there."""
    own = mine(request)
    if not own:
        return Board()
    found = [Shown(one) for one in reversed(notices(list(own)))]
    red = [one for one in found if own[one.notice.id]]
    return Board(red, [_row(one) for one in found if not own[one.notice.id]])


def _row(one: Shown) -> dict[str, Any]:
    """As the due_row component draws it: an alarm that goes on, or how one ended."""
    ended = one.notice.ended_at
    row = {
        "who": "緊急の知らせ",
        "number": one.notice.number,
        "url": one.url,
        "act_url": one.url,
        "act_label": "読む" if ended else "開く",
    }
    if ended:
        return row | {
            "what": f"{one.danger}の知らせが終わりました: {one.finding}",
            "since": wareki_time(ended),
        }
    return row | {
        "what": f"{one.danger}。{_next_of(one)}",
        "since": f"安全確認の期限 {wareki_time(one.notice.safety_due)}"
        if one.notice.safety_at is None
        else "",
        "tone": "urgent",
        "tone_word": one.badge["word"],
    }


def _next_of(one: Shown) -> str:
    if not one.is_taken:
        return "まだだれも受け取っていません。電話してください。"
    return f"{one.notice.actor_words}が動いています。"


def on_case(case: Case) -> list[Shown]:
    """The open alarms above a case; no query when the case was opened and has none."""
    if not getattr(case, "has_alarm", True):
        return []
    return [Shown(one) for one in notices_on(case.id)]


PARTS = (("open", "続いている"), ("ended", "終わった"))


def listed(part: str) -> list[Notice]:
    """The alarms the viewer may know of: open, or ended. One query."""
    return [one for one in notices() if (one.ended_at is None) == (part == "open")]

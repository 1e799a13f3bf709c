"""Disclosure without consent in words: on its own page, above a case, and on 今日やること (R-DIS-05, R-INT-09)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.dates import short_wareki, today, wareki
from kasane.base.kinds import kind_labels
from kasane.cases.exceptional.queries import (
    MOST_NEWS,
    Label,
    UrgentCase,
    course_of,
    for_home,
    labels,
    of_case,
    oversees,
    urgent_news,
)
from kasane.cases.models import Case
from kasane.disclosure.models import ExceptionState, LegalException

NEWS_DAYS = 7
NEWS_ON_HOME = 3
MOST_ON_HOME = 30


@dataclass(frozen=True)
class Shown:
    """One exception as the screens draw it."""

    row: LegalException
    number: str = ""
    sees_case: bool = False

    @property
    def url(self) -> str:
        return reverse("cases:exception", args=[self.row.id])

    @property
    def who(self) -> str:
        """Whom the case is shown to."""
        if self.row.outside:
            return f"{self.row.outside}(外部)"
        return f"{self.row.user.name}({self.row.agency.name})" if self.row.user else self.row.agency.name

    @property
    def why(self) -> str:
        """The ground with its law."""
        ground = self.row.get_ground_display()
        return f"{ground}({self.row.law})" if self.row.law else ground

    @property
    def what(self) -> str:
        return "・".join(kind_labels(self.row.kinds))

    @property
    def last_day(self) -> date:
        return self.course.end - timedelta(days=1)

    @property
    def course(self) -> Any:
        return course_of(self.row)

    @property
    def is_open(self) -> bool:
        return self.course.opens(today())

    @property
    def is_unreviewed(self) -> bool:
        return self.course.to_be_reviewed(today())

    @property
    def waiting_days(self) -> int:
        """For how many days nobody has decided on it or looked at it."""
        course = self.course
        since = course.end if self.row.state == ExceptionState.APPROVED else course.created_on
        return max((today() - since).days, 0)

    @property
    def due(self) -> date:
        return self.course.review_due(profile.current().rules.urgent_review_days)

    @property
    def is_late(self) -> bool:
        return self.is_unreviewed and self.due < today()

    @property
    def badge(self) -> dict[str, str]:
        """Its state: word, shape and colour."""
        if self.row.state == ExceptionState.REQUESTED:
            return {"word": "承認待ち", "tone": "wait"}
        if self.row.state == ExceptionState.REFUSED:
            return {"word": "不承認", "tone": "off"}
        if self.is_late:
            return {"word": "確認が期日をすぎています", "tone": "urgent"}
        if self.is_unreviewed:
            return {"word": "確認待ち", "tone": "urgent" if self.row.is_urgent else "wait"}
        if self.is_open:
            return {"word": "続いています", "tone": "now"}
        if self.row.review:
            return {
                "word": self.row.get_review_display(),
                "tone": "alert" if self.row.review == "improper" else "done",
            }
        return {"word": "これから", "tone": ""}


def shown(rows: Sequence[LegalException]) -> list[Shown]:
    """Rows with their case numbers. One query, none for no rows."""
    if not rows:
        return []
    known = labels(row.id for row in rows)
    nothing = Label("", False)
    return [Shown(row, (label := known.get(row.id, nothing)).number, label.seen) for row in rows]


@dataclass(frozen=True)
class Notices:
    """What stands above a case: the viewer's own urgent view, and the unreviewed ones of others."""

    own: list[Shown] = field(default_factory=list)
    others: list[Shown] = field(default_factory=list)


def notices(case: Case, *, by: Actor) -> Notices:
    """緊急の閲覧 of this case that goes on or that nobody has looked at yet; for `exceptional/banner.html`.

    One query; none when the case was opened with `has_urgent` and it is not so.
    """
    if not getattr(case, "has_urgent", True):
        return Notices()
    rows = [Shown(row, case.label, True) for row in of_case(case.id) if row.is_urgent and not row.by_alarm]
    return Notices(
        [one for one in rows if one.row.user_id == by.user.id and (one.is_open or not one.row.outcome)],
        [one for one in rows if one.row.user_id != by.user.id and (one.is_open or one.is_unreviewed)],
    )


@dataclass(frozen=True)
class Board:
    """What 今日やること shows: red blocks above all, rows that wait, rows that are due; `lists`: the town's list too."""

    urgent: list[Shown] = field(default_factory=list)
    news: list[UrgentCase] = field(default_factory=list)
    waiting: list[dict[str, Any]] = field(default_factory=list)
    due: list[dict[str, Any]] = field(default_factory=list)
    lists: bool = False

    @property
    def news_first(self) -> list[UrgentCase]:
        """The newest of them: 今日やること must not begin below the screen."""
        return self.news[:NEWS_ON_HOME]

    @property
    def news_count(self) -> str:
        return f"{len(self.news)}件以上" if len(self.news) >= MOST_NEWS else f"{len(self.news)}件"


def board(by: Actor) -> Board:
    """For the actor's 今日やること. One query, one more when something is there, one for who looks after disclosure."""
    rows = for_home(by, most=MOST_ON_HOME)
    from_alarms = [
        row for row in rows if row.by_alarm and by.user.id not in (row.user_id, row.requested_by_id)
    ]
    found = shown([row for row in rows if not row.by_alarm])
    mine = [one for one in found if one.course.concerns(by.user.id)]
    others = [one for one in found if not one.course.concerns(by.user.id)]
    return Board(
        urgent=[one for one in others if one.row.is_urgent and one.is_unreviewed],
        news=urgent_news(days=NEWS_DAYS) if oversees(by) else [],
        waiting=[_to_decide(one) for one in others if one.row.state == ExceptionState.REQUESTED],
        due=[
            *_to_review_of_alarms(len(from_alarms)),
            *(_to_tell(one) for one in mine if one.row.is_urgent),
            *(_decided(one) for one in mine if one.row.decided_on),
            *(_to_review(one) for one in others if one.is_unreviewed and not one.row.is_urgent),
        ],
        lists=oversees(by),
    )


def _to_decide(one: Shown) -> dict[str, Any]:
    until = wareki(one.last_day)
    return _row(
        one,
        what=f"同意のない情報提供の承認: {one.who}に、{until}まで。{_short(one.row.reason)}",
        since=f"{one.row.requested_by.name}({one.row.requesting_agency.name})から",
        days=one.waiting_days,
        act_label="決める",
    )


def _to_review(one: Shown) -> dict[str, Any]:
    late = {"tone": "wait", "tone_word": f"{(today() - one.due).days}日すぎ"} if one.is_late else {}
    return _row(
        one,
        what=f"終わった例外を確かめる: {one.who}に、{wareki(one.last_day)}まで見せました。",
        since=f"期日 {short_wareki(one.due)}",
        act_label="確かめる",
        **late,
    )


def _to_review_of_alarms(number: int) -> list[dict[str, Any]]:
    """One row for all that alarms opened: their own page says what was done (R-INT-09)."""
    if not number:
        return []
    url = reverse("cases:exception_list") + "?part=review"
    what = f"終わった緊急の知らせで見せた{number}件を、あとから確かめます。"
    return [{"who": "緊急の知らせ", "url": url, "act_url": url, "act_label": "確かめる", "what": what}]


def _to_tell(one: Shown) -> dict[str, Any]:
    return _row(
        one,
        who="緊急の閲覧",
        what="緊急に見たあと、したことを書いてください。",
        since=f"{short_wareki(one.course.created_on)}から",
        act_label="書く",
        tone="urgent",
        tone_word="緊急",
    )


def _decided(one: Shown) -> dict[str, Any]:
    refused = one.row.state == ExceptionState.REFUSED
    note = f" {_short(one.row.decision_note)}" if one.row.decision_note else ""
    return _row(
        one,
        what=f"{one.who}への例外が{'不承認になりました' if refused else '承認されました'}。{note}",
        since=short_wareki(one.row.decided_on),
        act_label="見る",
    )


def _row(one: Shown, **values: Any) -> dict[str, Any]:
    """As the due_row component draws it."""
    return {"who": "法令に基づく例外", "number": one.number, "url": one.url, "act_url": one.url, **values}


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else words[:most] + "…"

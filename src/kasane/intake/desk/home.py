"""What the desk's registers put onto 今日やること: calls to return, reports, days outside, messages of residents (R-INT-02)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Case, CharField, DateField, F, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Concat, TruncDate
from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.dates import short_wareki
from kasane.intake.desk.overdue import leaving_words
from kasane.intake.desk.queries import OPEN_REPORT, WAITING_CALL
from kasane.intake.models import (
    DoorLanguage,
    DoorMessage,
    DoorTopic,
    Haste,
    OutpostDay,
    PhoneCall,
    ReportState,
    VolunteerReport,
)

Row = dict[str, Any]
MOST_OF_ONE = 10
"""So many lines of one register; then a line leads to its list."""
AHEAD = timedelta(days=7)


COLUMNS = ("id", "what", "due", "since", "first", "second")
"""What `desk_query` answers, in this order."""


def desk_query(by: Actor, *, on: date) -> QuerySet[Any, Any]:
    """Promised calls, open reports, days outside and residents' messages of the viewer's desk, to be asked with what else
    the home page asks.
    """
    mine = Q(agency=by.agency)
    calls = PhoneCall.objects.filter(mine, WAITING_CALL)
    reports = VolunteerReport.objects.filter(mine, OPEN_REPORT).filter(
        Q(state=ReportState.NEW) | Q(follow_up_on__lte=on + AHEAD)
    )
    days = OutpostDay.objects.filter(mine, struck_on=None, on__gte=on, on__lte=on + AHEAD)
    messages = DoorMessage.objects.filter(mine, result="").annotate(
        asks=Concat("topic", Value("|"), "language")
    )
    of_case = Case(When(case=None, then=Value("call")), default=Value("case_call"), output_field=CharField())
    found = _told(calls, of_case, "call_back_until", TruncDate("at"), "party", "number").union(
        _told(reports, _word("report"), "follow_up_on", F("on"), "haste", "state"),
        _told(days, _word("outpost"), "on", F("on"), "place", "note"),
        _told(messages, _word("door"), TruncDate("created_at"), TruncDate("created_at"), "number", "asks"),
        all=True,
    )
    return found


def desk_rows(found: list[Row], *, on: date, kept_days: int = 0) -> tuple[list[Row], list[Row]]:
    """The rows of 待たせている and of 今日・今週 from what `desk_query` found. Pure.

    Waiting: promised calls, reports nobody has dealt with, and residents who asked to be contacted. Due: reports to ask
    after, and days outside. With `kept_days`, how long the town keeps what was never dealt with, a line tells that its end is near.
    """
    rows = [
        row | {name: date.fromisoformat(row[name]) for name in ("due", "since") if isinstance(row[name], str)}
        for row in found
    ]
    calls, reports, days, messages = (
        [row for row in rows if row["what"].removeprefix("case_") == what]
        for what in ("call", "report", "outpost", "door")
    )
    return (
        [
            *_some(
                [
                    _call(row, on) | _leaves(row["due"], on, 0 if row["what"] == "case_call" else kept_days)
                    for row in calls
                ],
                "電話の折り返し",
                "intake:desk_calls",
            ),
            *_some(
                [_report(r, on) | _leaves(r["since"], on, kept_days) for r in reports if r["due"] is None],
                "民生委員の報告",
                "intake:desk_reports",
            ),
            *_some([_message(row, on) for row in messages], "住民の入口", "intake:door"),
        ],
        [
            *_some(
                [_follow_up(r, on) | _leaves(r["due"], on, kept_days) for r in reports if r["due"]],
                "民生委員の報告",
                "intake:desk_reports",
            ),
            *_some([_outpost(row, on) for row in days], "出張相談", "intake:desk_outposts"),
        ],
    )


def _some(rows: list[Row], who: str, page: str) -> list[Row]:
    """As many as a list on 今日やること bears, and a line that says that there are more."""
    if len(rows) <= MOST_OF_ONE:
        return rows
    more = {
        "who": who,
        "url": reverse(page),
        "what": "ほかにもあります。",
        "act_label": "すべて見る",
        "act_url": reverse(page),
    }
    return [*rows[:MOST_OF_ONE], more]


def _word(what: str) -> Value:
    return Value(what, output_field=CharField())


def _told(rows: QuerySet[Any], what: Any, due: Any, since: Any, first: str, second: str) -> QuerySet[Any]:
    def words(name: str) -> Cast:
        return Cast(name, CharField())

    told = rows.order_by().values(
        "id",
        what=what,
        due=Cast(due, DateField()),
        since=Cast(since, DateField()),
        first=words(first),
        second=words(second),
    )
    today_first = Case(When(first=Haste.TODAY.value, then=0), default=1)
    return told.order_by(today_first, F("due").asc(nulls_first=True), "since", "id")[: MOST_OF_ONE + 1]


def _call(row: Row, on: date) -> Row:
    who = row["first"] or row["second"] or "(相手不明)"
    return {
        "who": who,
        "url": reverse("intake:desk_call", args=[row["id"]]),
        "what": "電話を折り返す約束です。",
        "since": f"約束 {_day(row['due'], on)}",
        "days": (on - row["since"]).days or "",
        "act_label": "折り返した",
        "act_url": reverse("intake:desk_called_back", args=[row["id"]]),
        "act_post": True,
        **_late(row["due"], on),
    }


def _report(row: Row, on: date) -> Row:
    haste = Haste(row["first"])
    waited = (on - row["since"]).days
    tone = {"tone": "urgent", "tone_word": haste.label} if haste == Haste.TODAY else {}
    if haste == Haste.WEEK and waited >= AHEAD.days:
        tone = {"tone": "wait", "tone_word": f"{waited}日たちました"}
    return {
        "who": "民生委員・児童委員の報告",
        "url": reverse("intake:desk_report", args=[row["id"]]),
        "what": "受付にするか、見守りを頼むかを決めます。",
        "since": f"報告 {short_wareki(row['since'])}",
        "days": waited or "",
        "act_label": "開く",
        "act_url": reverse("intake:desk_report", args=[row["id"]]),
        **tone,
    }


def _follow_up(row: Row, on: date) -> Row:
    return {
        "who": "民生委員・児童委員の報告",
        "url": reverse("intake:desk_report", args=[row["id"]]),
        "what": "頼んだ見守りの様子を聞く日です。",
        "since": f"期日 {_day(row['due'], on)}",
        "act_label": "開く",
        "act_url": reverse("intake:desk_report", args=[row["id"]]),
        **_late(row["due"], on),
    }


def _message(row: Row, on: date) -> Row:
    topic, language = row["second"].split("|")
    url = reverse("intake:door_message", args=[row["id"]])
    return {
        "who": f"住民の入口 {row['first']}番",
        "url": url,
        "what": f"連絡を待っています: {DoorTopic(topic).label}・{DoorLanguage(language).label}",
        "days": (on - row["since"]).days or "",
        "act_label": "読む",
        "act_url": url,
    }


def _outpost(row: Row, on: date) -> Row:
    return {
        "who": "出張相談",
        "url": reverse("intake:desk_outpost", args=[row["id"]]),
        "what": row["first"],
        "since": _day(row["due"], on),
        "act_label": "開く",
        "act_url": reverse("intake:desk_outpost", args=[row["id"]]),
    }


def _day(day: date, on: date) -> str:
    return "今日" if day == on else short_wareki(day)


def _leaves(since: date, on: date, kept_days: int) -> Row:
    words = leaving_words(since, on=on, days=kept_days) if kept_days else ""
    return {"tone": "urgent", "tone_word": words} if words else {}


def _late(due: date, on: date) -> Row:
    late = (on - due).days
    return {"tone": "wait", "tone_word": f"{late}日すぎ"} if late > 0 else {}

"""What forbids a step at the desk's registers (R-INT-01, R-INT-02, R-INT-13). Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kasane.base.naming import parts_that_name
from kasane.base.obstacles import Obstacle

CALLS_KEPT_DAYS = 180
"""So long a call about no case stays readable; then its line is emptied."""
REPORTS_KEPT_DAYS = 365
"""So long a report that was dealt with stays readable."""
LONGEST_MINUTES = 720
MOST_HANDED = 50


def name_hint(words: str) -> str:
    """A gentle word when a memo seems to name somebody, a number, an address or a birthday (R-DIS-01); empty when it does not."""
    found = parts_that_name(words)
    if not found:
        return ""
    return (
        f"メモに{'・'.join(found)}が入っていませんか。だれのことか分かることは、受付シートに書いてください。"
    )


def counted_obstacles(*, on: date, today: date, minutes: int | None) -> list[Obstacle]:
    """What is counted has happened, and took no longer than a day of work (R-INT-02, R-INT-13)."""
    found = []
    if on > today:
        found.append(
            Obstacle("not_yet", "これからの日になっています。済んでから入れてください。", "R-INT-13")
        )
    if minutes is not None and not 0 < minutes <= LONGEST_MINUTES:
        found.append(
            Obstacle("minutes", f"時間は1分から{LONGEST_MINUTES}分までで入れてください。", "R-INT-13")
        )
    return found


def name_obstacles(words: str, *, is_sure: bool) -> list[Obstacle]:
    """The memo of what is counted stays without names, unless the worker says that it is none (R-DIS-01)."""
    hint = name_hint(words)
    return [Obstacle("named", hint, "R-DIS-01")] if hint and not is_sure else []


def changing_obstacles(
    *, is_author: bool, is_struck: bool, made_on: date, today: date, why: str
) -> list[Obstacle]:
    """Who may correct or strike out a counted line: its writer; after the day it was made, with a reason (R-DIS-08)."""
    found = []
    if not is_author:
        found.append(
            Obstacle(
                "not_own",
                "直したり取り消したりできるのは、書いた人です。書いた人に頼んでください。",
                "R-INT-02",
            )
        )
    if is_struck:
        found.append(Obstacle("struck", "取り消した行です。新しく入れてください。", "R-INT-02"))
    if made_on < today and not why.strip():
        found.append(Obstacle("why", "きのうまでに入れた行です。直す理由を一言入れてください。", "R-DIS-08"))
    return found


def begin_obstacles(*, is_open: bool) -> list[Obstacle]:
    """A line becomes a reception once (R-INT-01)."""
    if is_open:
        return []
    return [
        Obstacle(
            "begun", "もう受付にしたか、終わったものです。新しい受付は「受付」から始めます。", "R-INT-01"
        )
    ]


def call_obstacles(
    *, on: date, today: date, party: str, number: str, call_back_until: date | None
) -> list[Obstacle]:
    """A call is kept when it has been, with somebody; to be called back is promised for a day (R-INT-02)."""
    found = []
    if on > today:
        found.append(Obstacle("not_yet", "電話の日が、これからの日になっています。", "R-INT-02"))
    if not (party.strip() or number.strip()):
        found.append(
            Obstacle(
                "nobody",
                "相手か電話番号のどちらかを入れてください。分からなければ「不明」とします。",
                "R-INT-02",
            )
        )
    if call_back_until is not None and call_back_until < on:
        found.append(Obstacle("call_back", "折り返す日が、電話の日より前です。", "R-INT-02"))
    return found


def called_back_obstacles(*, waits: bool) -> list[Obstacle]:
    if waits:
        return []
    return [Obstacle("nobody_waits", "折り返しを待っている電話ではありません。", "R-INT-02")]


def outpost_obstacles(*, is_struck: bool, on: date, today: date, channel_day: date | None) -> list[Obstacle]:
    """A reception is tied to a day outside that has come, when it was taken on that very day (R-INT-02)."""
    found = []
    if is_struck or on > today:
        found.append(
            Obstacle("no_such_day", "この出張相談は、取り消されたか、まだ来ていません。", "R-INT-02")
        )
    if channel_day is not None and channel_day != on:
        found.append(Obstacle("other_day", "受付日が、この出張相談の日と違います。", "R-INT-02"))
    return found


@dataclass(frozen=True)
class ReportFacts:
    """What is known of a 民生委員の報告 when a step is asked for."""

    state: str
    today: date
    reported_on: date
    note: str = ""
    until: date | None = None
    is_answered: bool = False


def report_obstacles(*, on: date, today: date, about: str, address: str, noticed: str) -> list[Obstacle]:
    """What a report must tell to be of use (R-INT-02)."""
    found = []
    if on > today:
        found.append(Obstacle("not_yet", "聞いた日が、これからの日になっています。", "R-INT-02"))
    if not noticed.strip():
        found.append(Obstacle("noticed", "気づいたことを入れてください。", "R-INT-02"))
    if not (about.strip() or address.strip()):
        found.append(
            Obstacle("about", "だれのことか、どこのことかを、分かるだけ入れてください。", "R-INT-02")
        )
    return found


def watch_obstacles(facts: ReportFacts) -> list[Obstacle]:
    """見守りを頼む: an open report, and a day on which one asks how it goes (R-INT-05)."""
    found = begin_obstacles(is_open=facts.state in ("new", "watching"))
    if facts.until is None or facts.until <= facts.today:
        found.append(
            Obstacle(
                "follow_up",
                "様子を聞く日を、明日より後で入れてください。見守りを頼んだままにしません。",
                "R-INT-05",
            )
        )
    if not facts.note.strip():
        found.append(Obstacle("note", "頼んだことを入れてください。", "R-INT-02"))
    return found


def finish_obstacles(facts: ReportFacts) -> list[Obstacle]:
    """終わり: only with what was done (R-INT-02)."""
    found = begin_obstacles(is_open=facts.state in ("new", "watching"))
    if not facts.note.strip():
        found.append(
            Obstacle(
                "note", "したことを入れてください。何もしないと決めたときは、その理由を入れます。", "R-INT-02"
            )
        )
    return found


def answer_obstacles(facts: ReportFacts, *, on: date) -> list[Obstacle]:
    """The answer to the volunteer is kept with what was told, once (R-DIS-05)."""
    found = []
    if facts.is_answered:
        found.append(Obstacle("answered", "返事はもう残してあります。", "R-INT-02"))
    if not facts.reported_on <= on <= facts.today:
        found.append(
            Obstacle("day", "返事をした日は、聞いた日から今日までのあいだで入れてください。", "R-INT-02")
        )
    if not facts.note.strip():
        found.append(Obstacle("told", "伝えたことを入れてください。", "R-DIS-05"))
    return found


def handing_obstacles(
    *, chosen: int, to: UUID | None, staff: Collection[UUID], writable: int
) -> list[Obstacle]:
    """Cases go from one worker of the agency to another, a page of them at a time (R-INT-01)."""
    found = []
    if not chosen:
        found.append(Obstacle("none_chosen", "引き継ぐケースを選んでください。", "R-INT-01"))
    if chosen > MOST_HANDED:
        found.append(Obstacle("too_many", f"一度に引き継げるのは{MOST_HANDED}件までです。", "R-INT-01"))
    if to not in staff:
        found.append(Obstacle("not_staff", "引き継ぐ相手を、この機関の職員から選んでください。", "R-DEL-06"))
    if writable < chosen:
        sentence = f"選んだうち{chosen - writable}件は、この機関が主担当ではないか、書ける権限がありません。"
        found.append(Obstacle("not_ours", sentence, "R-DIS-01"))
    return found


def extra_obstacles(*, writable: int, kinds: int, missing: Collection[str]) -> list[Obstacle]:
    """Who writes the desk's own items: those who work on the case, within the kinds they hold (R-DIS-04)."""
    found = []
    if kinds & ~writable:
        sentence = "この項目の種類の情報は、この機関では書けません。支援チームの機関だけが書けます。"
        found.append(Obstacle("not_writable", sentence, "R-DIS-04"))
    found += [Obstacle("missing", f"「{label}」を入れてください。", "R-INT-01") for label in missing]
    return found

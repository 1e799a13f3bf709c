"""情報共有: who sees what, why, until when; who has looked; what somebody else would see (R-DIS-01, R-DIS-08)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.dates import parse_date, today, wareki
from kasane.base.kinds import kind_labels
from kasane.cases.models import Case
from kasane.cases.panels import once
from kasane.disclosure.queries import (
    PAGE,
    Looker,
    Narrowed,
    Reading,
    lookers_of,
    readings_of,
    rights_on,
    spoken_of,
)
from kasane.disclosure.wording import (
    COMING,
    ENDED,
    PRESENT,
    WAITING,
    Right,
    review_words,
    sentence,
    until_words,
)

LATEST = 10
SHOWN = 3
"""So many sentences of one agency stand open; more of them fold."""

_MARKS = {
    PRESENT: ("", ""),
    WAITING: ("wait", "確認待ち"),
    COMING: ("wait", "これから"),
    ENDED: ("off", "終わり"),
}


@dataclass(frozen=True)
class Block:
    """All rights of one agency and its people, as the page shows them."""

    agency: str
    agency_id: UUID | None
    lines: list[dict[str, Any]]

    @property
    def first(self) -> list[dict[str, Any]]:
        return self.lines[:SHOWN]

    @property
    def folded(self) -> list[dict[str, Any]]:
        return self.lines[SHOWN:]


def sharing(case: Case, by: Actor, query: Mapping[str, str]) -> dict[str, Any]:
    """The tab. Three queries, one of which serves the head too."""
    day = today()
    rights = rights_on(case.id)
    spoken = spoken_of(case.id)
    once(case, "consents", lambda: [one.row for one in reversed(spoken)])
    now = [right for right in rights if right.state_on(day) in (PRESENT, WAITING)]
    coming = [right for right in rights if right.state_on(day) == COMING]
    ended = [right for right in rights if right.state_on(day) == ENDED]
    return {
        "blocks": _blocks(now, case, day),
        "coming": _blocks(coming, case, day),
        "ended": _blocks(ended, case, day),
        "ended_count": len(ended),
        "may_see": kind_labels(case.visible_kinds),
        "words": spoken,
        "rows": [_look(row) for row in readings_of(case.id, most=LATEST)],
        "oversees": oversees(by),
    }


def looks(case: Case, by: Actor, query: Mapping[str, str]) -> dict[str, Any]:
    """見た人 on a page of their own: filters and pages of readings; and the attempts that were refused. Two queries."""
    lookers = lookers_of(case.id)
    wanted, faults = _narrowed(query, refused=oversees(by) and "refused" in query)
    rows = readings_of(case.id, wanted, most=PAGE + 1)
    base = {key: value for key, value in query.items() if key != "below" and value}
    here = reverse("case_looks", args=[case.id])
    return {
        "rows": [_look(row) for row in rows[:PAGE]],
        "faults": faults,
        "who": query.get("who", ""),
        "since": query.get("since", ""),
        "until": query.get("until", ""),
        "refused": wanted.refused,
        "oversees": oversees(by),
        "refusals": sum(looker.refused for looker in lookers),
        "choices": _choices(lookers, refused=wanted.refused),
        "narrowed": any(query.get(key) for key in ("who", "since", "until")),
        "here": here,
        "next_url": f"{here}?{urlencode({**base, 'below': rows[PAGE - 1].id})}" if len(rows) > PAGE else "",
        "first_url": f"{here}?{urlencode(base)}" if query.get("below") else "",
    }


def oversees(by: Actor) -> bool:
    """Whether the viewer looks after disclosure in the town, and so sees refused attempts (R-DIS-08).

    Only for what the screen offers: the database asks `kasane_oversees` itself.
    """
    return by.looks_after_disclosure


def _blocks(rights: Sequence[Right], case: Case, day: date) -> list[Block]:
    """The rights of each agency together, those of the agency before those of its people."""
    ordered = sorted(
        rights, key=lambda right: (right.agency, right.agency_id is None, right.person, right.since)
    )
    found = []
    for (agency, agency_id), group in groupby(ordered, key=lambda right: (right.agency, right.agency_id)):
        lines = [_line(right, case, day) for right in group]
        found.append(Block(agency, agency_id, list({line["sentence"]: line for line in lines}.values())))
    return found


def _line(right: Right, case: Case, day: date) -> dict[str, Any]:
    tone, word = _MARKS[right.state_on(day)]
    end = until_words(right, is_open=case.is_open)
    return {
        "sentence": sentence(right, day=day, is_open=case.is_open),
        "tone": tone,
        "tone_word": word,
        "kinds": right.kinds,
        "basis": right.explanation or right.basis.label,
        "valid": f"{wareki(right.since)}から{end}",
        "review": review_words(right),
    }


def _look(row: Reading) -> dict[str, Any]:
    return {
        "at": row.at,
        "who": row.who or "(不明)",
        "agency": row.agency,
        "subject": f"{row.subject}(書き出し)" if row.exported else row.subject,
        "basis": "、".join(row.basis) or "根拠なし(見られませんでした)",
    }


def _choices(lookers: Sequence[Looker], *, refused: bool) -> list[dict[str, Any]]:
    """Agencies with their people, as the filter offers them."""
    found: list[dict[str, Any]] = []
    counted = [(looker, looker.refused if refused else looker.times) for looker in lookers]
    present = [(looker, times) for looker, times in counted if times]
    for (agency_id, agency), group in groupby(present, key=lambda pair: (pair[0].agency_id, pair[0].agency)):
        people = list(group)
        if agency_id:
            total = sum(times for _, times in people)
            found.append({"value": f"a:{agency_id}", "label": f"{agency}({total}回)"})
        found.extend(
            {"value": f"u:{looker.user_id}", "label": f"  {looker.who}({times}回)"}
            for looker, times in people
            if looker.user_id
        )
    return found


def _narrowed(query: Mapping[str, str], *, refused: bool) -> tuple[Narrowed, list[str]]:
    """What the address asks for, and what of it can not be read."""
    faults: list[str] = []
    kind, _, key = query.get("who", "").partition(":")
    who = _uuid(key)
    below = query.get("below", "")
    return Narrowed(
        agency_id=who if kind == "a" else None,
        user_id=who if kind == "u" else None,
        since=_day(query.get("since", ""), faults),
        until=_day(query.get("until", ""), faults),
        refused=refused,
        below=int(below) if below.isascii() and below.isdigit() and len(below) < 19 else None,
    ), faults


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _day(text: str, faults: list[str]) -> date | None:
    if not text.strip():
        return None
    try:
        return parse_date(text)
    except ValueError as error:
        faults.append(str(error))
        return None

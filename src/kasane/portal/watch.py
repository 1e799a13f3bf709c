"""What must not be forgotten and hangs on no single task: a line each on 今日やること, in the column 気にかける."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.agencies.models import Role
from kasane.cases.retention.queries import due_count
from kasane.people.matching import pairs_waiting
from kasane.people.unattended import unattended, unsettled

Row = dict[str, Any]


def watched(by: Actor) -> list[Row]:
    """名寄せ, protected persons, files that fall due; each asked only for those whose matter it is."""
    return [*_pairs(by), *_protected(by), *_files(by)]


def _pairs(by: Actor) -> list[Row]:
    """名寄せの候補, for coordinators (R-PEO-02)."""
    waiting = pairs_waiting() if by.is_coordinator else 0
    what = f"同じ人かもしれない組が{waiting}組あります。"
    return [_row("名寄せ", what, "確かめる", reverse("people:pairs"))] if waiting else []


def _protected(by: Actor) -> list[Row]:
    """Protected persons one was given to look after, and those whom nobody looks after any more (R-DIS-09)."""
    what = "受け持つことになりました。隠すことばを確かめてください。"
    rows = [
        _row(
            "住所秘匿",
            what,
            "確かめる",
            reverse("cases:household_protect", args=[one.case_id, one.person_id]),
        )
        | {"number": one.case.label}
        for one in unsettled()
    ]
    waiting = len(unattended()) if by.role in (Role.COORDINATOR, Role.MANAGER) else 0
    if waiting:
        what = f"見られる職員のいないケースが{waiting}件あります。"
        rows.append(_row("住所秘匿", what, "開く", reverse("people:unattended")))
    return rows


def _files(by: Actor) -> list[Row]:
    """Files whose time is over, for those who decide about them (R-DIS-07)."""
    due = due_count(by)
    what = f"保存期間が満了したケースが{due}件あります。"
    return [_row("保存期間", what, "見る", reverse("cases:retention"))] if due else []


def _row(who: str, what: str, act: str, url: str) -> Row:
    return {"who": who, "url": url, "what": what, "act_label": act, "act_url": url}

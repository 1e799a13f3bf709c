"""What must not be forgotten and hangs on no single task: a line each on 今日やること, in the column 気にかける."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.db import connection
from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.base.dates import fiscal_label, today
from kasane.cases.holding.queries import ON_HOME as UNHELD
from kasane.cases.holding.queries import Unheld
from kasane.cases.holding.queries import read as read_unheld
from kasane.cases.retention.queries import clock
from kasane.coordination.load.home import WATCH, watch_rows, watch_values
from kasane.intake import api as intake

Row = dict[str, Any]

_WAITING = f"""
SELECT {UNHELD}, people_pairs_waiting(), (SELECT count(*) FROM people_unattended(NULL)),
       CASE WHEN kasane_oversees(true) THEN (
           SELECT count(*) FROM disclosure_files(%s, %s, NULL, %s, NULL, false, true, NULL, NULL, 0)) ELSE 0 END,
       (SELECT COALESCE(jsonb_agg(jsonb_build_array(c.id, p.person_id, c.year, c.number) ORDER BY p.id), '[]')
        FROM people_protectedcontact p JOIN cases_case c ON c.id = p.case_id WHERE NOT p.is_settled)
"""


def watched(by: Actor) -> tuple[list[Row], list[Row], list[Row]]:
    """名寄せ, protected persons, files that fall due, for those whose matter each is: the database knows. Beside them what
    the registers of the viewer's desk hold for today (`intake.desk.home`), and the つなぎ a coordinator watches
    (`intake.hops.watch`). One query for all.
    """
    rule = clock()
    sql, values = intake.desk_query(by, on=today()).query.sql_with_params()
    columns = ", ".join(f'"{name}"' for name in intake.COLUMNS)
    desk = f"(SELECT COALESCE(jsonb_agg(to_jsonb(d)), '[]') FROM ({sql}) AS d ({columns}))"
    with connection.cursor() as cursor:
        mine = [rule.years, rule.from_fiscal_year_end, today() + timedelta(days=1)]
        sql = f"{_WAITING}, {desk}, ({intake.HOPS}), ({WATCH})"
        cursor.execute(sql, [*mine, *values, *intake.hops_values(), *watch_values()])
        unheld, pairs, unattended, due, unsettled, lines, hops, course = cursor.fetchone()
    rows = [
        *_unheld(read_unheld(json.loads(unheld))),
        *_pairs(pairs),
        *_unsettled(json.loads(unsettled)),
        *_unattended(unattended),
        *_files(due),
        *watch_rows(json.loads(course) if course else None),
    ]
    return rows, json.loads(lines), json.loads(hops)


def _unheld(found: list[Unheld]) -> list[Row]:
    """Open cases nobody of the responsible agency can see, for those who decide anew who is responsible (R-INT-05)."""
    rows = [
        _row(
            "担い手のいないケース",
            f"{one.agency}: {one.why}",
            "決め直す",
            reverse("cases:unheld_give", args=[one.id]),
        )
        | {"number": one.number}
        | (
            {"tone": "urgent", "tone_word": "緊急"}
            if one.is_urgent
            else {"tone": "wait", "tone_word": "担い手なし"}
        )
        for one in found
    ]
    if found and found[0].total > len(found):
        what = f"ほかに{found[0].total - len(found)}件あります。"
        rows.append(_row("担い手のいないケース", what, "すべて見る", reverse("cases:unheld")))
    return rows


def _pairs(waiting: int) -> list[Row]:
    """名寄せの候補, for coordinators (R-PEO-02)."""
    what = f"同じ人かもしれない組が{waiting}組あります。"
    return [_row("名寄せ", what, "確かめる", reverse("people:pairs"))] if waiting else []


def _unsettled(contacts: list[tuple[str, str, int, int]]) -> list[Row]:
    """Protected persons one was given to look after, and has not looked at since (R-DIS-09)."""
    what = "受け持つことになりました。隠すことばを確かめてください。"
    return [
        _row("住所秘匿", what, "確かめる", reverse("cases:household_protect", args=[case_id, person_id]))
        | {"number": f"{fiscal_label(year)}-{number:04d}"}
        for case_id, person_id, year, number in contacts
    ]


def _unattended(waiting: int) -> list[Row]:
    """Protected persons whom nobody looks after any more, for coordinators and those who agree (R-DIS-09)."""
    what = f"見られる職員のいないケースが{waiting}件あります。"
    return [_row("住所秘匿", what, "開く", reverse("people:unattended"))] if waiting else []


def _files(due: int) -> list[Row]:
    """Files whose time is over, for those who decide about them (R-DIS-07)."""
    what = f"保存期間が満了したケースが{due}件あります。"
    return [_row("保存期間", what, "見る", reverse("cases:retention"))] if due else []


def _row(who: str, what: str, act: str, url: str) -> Row:
    return {"who": who, "url": url, "what": what, "act_label": act, "act_url": url}

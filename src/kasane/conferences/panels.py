"""What the conferences show on the case page (会議), and the next step they offer."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.timezone import localdate

from kasane.agencies.actors import Actor
from kasane.base.choices import ConsentAnswer
from kasane.base.dates import today, wareki
from kasane.cases.models import Case, Stage, TaskKind
from kasane.cases.panels import NextStep, Panel, once
from kasane.cases.queries import open_tasks
from kasane.conferences import queries
from kasane.conferences.models import AgendaItem
from kasane.coordination.api import add_item_url
from kasane.disclosure.api import said
from kasane.disclosure.models import Consent


def meetings(case: Case, *, by: Actor) -> list[Panel]:
    """会議 tab: every item about the case, newest first. One query."""
    items = queries.items_of_case(case.id)
    return [Panel("会議", "conferences/panel_meetings.html", {"items": items, "case": case})]


def next_steps(case: Case, *, by: Actor, consents: Sequence[Consent]) -> list[NextStep]:
    """会議にかける what waits for it, or 支援会議で扱う while there is no consent (R-CONF-03). Two queries."""
    if not case.is_open:
        return []
    on_agenda = queries.on_open_agendas(case.id)
    steps = [_expected(item) for item in on_agenda]
    waiting = [
        task
        for task in once(case, "tasks", lambda: open_tasks(case.id))
        if task.kind == TaskKind.CONFERENCE
        and task.agency_id == by.agency.id
        and task.source in ("plan", "evaluation")
    ]
    taken = {item.subject_id for item in on_agenda}
    steps += [
        NextStep(
            "会議にかける",
            add_item_url(case, task.source_id),
            {"case_id": case.id},
            lead=f"{task.what}。{wareki(task.due_on)}までに議題に入れます。",
            is_main=True,
        )
        for task in waiting
        if task.source_id not in taken
    ]
    if not on_agenda and case.stage == Stage.RECEPTION and said(consents, on=today()) != ConsentAnswer.AGREE:
        steps.append(
            NextStep(
                "支援会議で扱う",
                "conferences:add_item_support",
                {"case_id": case.id},
                lead="同意がまだのときや迷うときに、市町村が招集する会議で考えます(法106条の6)。",
            )
        )
    return steps


def _expected(item: AgendaItem) -> NextStep:
    return NextStep(
        f"{item.meeting_label}で話し合います",
        "conferences:item",
        {"item_id": item.id},
        lead=f"{item.title}({wareki(localdate(item.held_at))})",
    )

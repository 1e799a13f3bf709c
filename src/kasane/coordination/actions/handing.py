"""多機関協働に引き継ぐ: 自立相談支援 ends, and all it has typed begins 多機関協働 (R-SELF-01, R-INT-07)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from kasane.agencies import queries as structure
from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, Work
from kasane.base.dates import today
from kasane.base.obstacles import Obstacle, require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.coordination import rules
from kasane.coordination.actions.course import take_up
from kasane.coordination.actions.plan import lines_of, set_lines
from kasane.coordination.choices import Course, PlanState, Signature
from kasane.coordination.models import Application, Plan
from kasane.coordination.queries import (
    application_of,
    consent_of,
    deciding_division,
    open_plan_of,
    standing_of,
    waiting_evaluation_of,
)
from kasane.intake import api as intake

BEGIN_DUE = timedelta(days=7)
"""Until when the coordinator of the same agency is to begin."""
TYPED_ON_APPLICATION = (
    "received_on", "received_by", "agency", "visitor_name", "visitor_phone", "visitor_relation", "topics",
    "main_topic", "request", "rules_explained", "explained_by", "applies", "agrees_to_sharing", "excluded",
    "sharing_kinds", "note", "kinds",
)  # fmt: skip
"""What the application of 多機関協働 takes over; its day and signature are the person's word on the handing over."""
TYPED_ON_PLAN = (
    "issues", "wish", "long_goal", "lead_agency", "lead_staff", "starts_on", "ends_on", "next_monitoring_on",
    "evaluation_months", "kinds",
)  # fmt: skip
"""What the plan of 多機関協働 takes over beside goals and lines; the person agrees to the new plan anew."""


@dataclass(frozen=True)
class Agreed:
    """本人の申込: the person's own word that 多機関協働 goes on with them."""

    signature: str
    signed_name: str
    signature_reason: str = ""


@transaction.atomic
def hand_on(
    case: Case,
    *,
    by: Actor,
    on: date,
    agreed: Agreed,
    reason: str,
    explained_by: str,
    explained_what: str,
    explained_on: date | None,
    requests: Any,
    **sheet: Any,
) -> Application:
    """Hands a course of 自立相談支援 on to 多機関協働 in one act: the つなぐシート goes out, and application, issues,
    wish, goals and lines are the first version of its sheets. The assessment is the same one. Where one agency carries
    both out there is no sheet: the coordinator finds the case among what is to be done.

    自立相談支援 itself goes on until the coordinator begins (`take_up`): a つなぎ may come back (R-INT-04).

    Raises Forbidden with what is missing, of the sheet too; nothing is written then.
    """
    centre = coordinating_agency()
    require(hand_on_obstacles(case, by=by) + _unsigned(case, by, agreed))
    assert centre is not None
    referral = None
    if centre.id != by.agency.id:
        referral = intake.refer(
            case,
            by=by,
            receiver=centre,
            on=on,
            requests=requests,
            reason=reason,
            explained_by=explained_by,
            explained_what=explained_what,
            explained_on=explained_on,
            **sheet,
        )
    given = application_of(case.id, Course.SELF_RELIANCE)
    assert given is not None
    application = _application(given, agreed, by=by, on=on)
    ended = present_plan(case)
    if ended is not None:
        _plan(ended, on=on)
    cases.add_event(
        case.id,
        by=by,
        code="handed_on",
        title="自立相談支援から多機関協働への引き継ぎを始めました",
        body=reason if referral else f"{reason}\n本人に説明したこと: {explained_what}({explained_by})",
        on=on,
        subject="referral" if referral else "application",
        subject_id=referral.id if referral else application.id,
    )
    if referral is None:
        _begin_here(application, by=by, on=on)
    return application


def _begin_here(application: Application, *, by: Actor, on: date) -> None:
    """One agency carries out both: its coordinator begins at once, or has it among what is to be done."""
    if by.is_coordinator:
        take_up(application.case, by=by, on=on)
        return
    cases.add_task(
        application.case_id,
        agency=by.agency,
        kind=cases.TaskKind.OTHER,
        what="自立相談支援から引き継がれた多機関協働を始める",
        due_on=on + BEGIN_DUE,
        since=on,
        someone_waits=True,
        source="application",
        source_id=application.id,
    )


def hand_on_obstacles(case: Case, *, by: Actor) -> list[Obstacle]:
    """What forbids `hand_on`, before the sheet is written; screens ask first."""
    plan = present_plan(case)
    runs = application_of(case.id, Course.COORDINATION)
    facts = rules.HandOnFacts(
        applied=application_of(case.id, Course.SELF_RELIANCE) is not None,
        consented=consent_of(case.id, on=today()) is not None,
        has_centre=coordinating_agency() is not None,
        plan_id=plan.id if plan else None,
        plan_state=plan.state if plan else "",
        evaluation_waits=waiting_evaluation_of(case.id, Course.SELF_RELIANCE) is not None,
        coordination_runs=runs is not None and runs.runs,
    )
    return rules.hand_on_obstacles(standing_of(case, by=by, course=Course.SELF_RELIANCE), facts)


def coordinating_agency() -> Agency | None:
    """重層支援センター, or whoever else carries out 多機関協働 (R-INT-06)."""
    return structure.center_agency() or next(iter(structure.agencies_of_work(Work.COORDINATION)), None)


def present_plan(case: Case) -> Plan | None:
    """What 自立相談支援 has come to: the version in the making, which knows most, else the plan in force."""
    return (
        open_plan_of(case.id, Course.SELF_RELIANCE)
        or Plan.objects.filter(case=case, course=Course.SELF_RELIANCE)
        .exclude(state__in=[PlanState.SUPERSEDED, PlanState.CLOSED])
        .order_by("-number")
        .first()
    )


def _unsigned(case: Case, by: Actor, agreed: Agreed) -> list[Obstacle]:
    """The same law as for every application (R-COOR-01)."""
    return rules.unsigned_obstacles(
        rules.Standing(case.id), agreed.signature, agreed.signed_name, agreed.signature_reason
    )


def _application(given: Application, agreed: Agreed, *, by: Actor, on: date) -> Application:
    there = application_of(given.case_id, Course.COORDINATION)
    row = there or Application(case_id=given.case_id, course=Course.COORDINATION, version=0)
    for name in TYPED_ON_APPLICATION:
        setattr(row, name, getattr(given, name))
    row.applied_on, row.deciding_agency = on, deciding_division(by)
    row.signature, row.signed_name = Signature(agreed.signature), agreed.signed_name
    row.signature_reason = agreed.signature_reason
    row.taken_up_on = row.ended_on = None
    row.save_next()
    return row


def _plan(ended: Plan, *, on: date) -> Plan:
    """The first version of 多機関協働, which names the plan of 自立相談支援 as the one before it."""
    row = open_plan_of(ended.case_id, Course.COORDINATION) or Plan(
        case_id=ended.case_id, course=Course.COORDINATION, number=_next_number(ended), version=0
    )
    for name in TYPED_ON_PLAN:
        setattr(row, name, getattr(ended, name))
    row.previous, row.made_on, row.author, row.agency = ended, on, ended.author, ended.agency
    row.save_next()
    set_lines(row, *lines_of(ended))
    return row


def _next_number(plan: Plan) -> int:
    newest = Plan.objects.filter(case_id=plan.case_id, course=Course.COORDINATION).order_by("-number").first()
    return newest.number + 1 if newest else 1

"""What the 母子保健 desk does: enter, weigh, talk, plan, hand over the copy, end (R-INT-12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from kasane.agencies.actors import Actor
from kasane.base.dates import today, wareki
from kasane.base.obstacles import Obstacle, require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.intake.maternity import rules
from kasane.intake.maternity.queries import desks, in_ledger
from kasane.intake.models import (
    MATERNITY_KINDS,
    MaternityEntry,
    MaternityNeed,
    MaternityTalk,
    SupportPlan,
    SupportPlanItem,
    TalkStage,
)
from kasane.intake.registers.actions import may_write, of_this_case, remind
from kasane.people.models import Person

SOURCE = "maternity_entry"
TALK = "maternity_talk"
PLAN = "support_plan"


def desk_writes(case: Case, *, by: Actor, begins: bool = False) -> list[Obstacle]:
    """What forbids this viewer to write in the ledger of the case."""
    return may_write(case, by=by, kinds=MATERNITY_KINDS, begins=begins) + rules.desk_obstacles(
        case.id, desks=desks(), agency_id=by.agency.id
    )


@transaction.atomic
def enter(
    case: Case, *, by: Actor, person: Person, on: date, need: str, need_reason: str, **values: Any
) -> MaternityEntry:
    """Puts a pregnancy into the ledger, with its first 必要度 and the days of its talks.

    Raises Forbidden for another desk, for days that can not be and for a pregnancy that stands there already.
    """
    case = Case.lock(case.pk, version=None)
    require(
        desk_writes(case, by=by, begins=True)
        + of_this_case(case, person, rules.ID)
        + rules.entry_obstacles(
            due_on=values["due_on"],
            notified_on=values.get("notified_on"),
            notified_weeks=values.get("notified_weeks"),
            today=today(),
            doubled=in_ledger(person.id, values["due_on"]),
        )
        + rules.need_obstacles(is_open=True, reason=need_reason, on=on, latest_on=None, today=today())
    )
    row = MaternityEntry.objects.create(
        case=case, person=person, agency=by.agency, in_charge=by.user, need=need, **values
    )
    MaternityNeed.objects.create(case=case, entry=row, on=on, need=need, reason=need_reason, by=by.user)
    _expect_talks(row, by=by)
    _event(row, by=by, on=on, code="maternity_entered", title="妊産婦等の支援台帳にのせた", body=need_reason)
    return row


@transaction.atomic
def change(entry: MaternityEntry, *, by: Actor, version: int, **values: Any) -> MaternityEntry:
    """Corrects the ledger; the days of the talks follow the 分娩予定日. Raises StaleEdit, and Forbidden as `enter` does."""
    row = MaternityEntry.lock(entry.pk, version=version)
    require(
        desk_writes(row.case, by=by)
        + rules.open_obstacles(is_open=row.is_open)
        + rules.entry_obstacles(
            due_on=values["due_on"],
            notified_on=values.get("notified_on"),
            notified_weeks=values.get("notified_weeks"),
            today=today(),
            doubled=in_ledger(row.person_id, values["due_on"], but=row.pk),
        )
    )
    for name, value in values.items():
        setattr(row, name, value)
    row.save_next()
    _expect_talks(row, by=by)
    return row


@transaction.atomic
def weigh(entry: MaternityEntry, *, by: Actor, on: date, need: str, reason: str) -> MaternityNeed:
    """Adds what the desk thinks of the 必要度 from a day on; what it thought before stays (R-INT-12)."""
    row = MaternityEntry.lock(entry.pk, version=None)
    latest = row.needs.aggregate(on=Max("on"))["on"]
    require(
        desk_writes(row.case, by=by)
        + rules.need_obstacles(is_open=row.is_open, reason=reason, on=on, latest_on=latest, today=today())
    )
    weighed = MaternityNeed.objects.create(
        case=row.case, entry=row, on=on, need=need, reason=reason, by=by.user
    )
    row.need = need
    row.save_next()
    title = f"妊産婦等の支援の必要度: {weighed.get_need_display()}"
    _event(row, by=by, on=on, code="maternity_weighed", title=title, body=reason)
    return weighed


@transaction.atomic
def talk(entry: MaternityEntry, *, by: Actor, stage: str, on: date, note: str) -> MaternityTalk:
    """Writes down a talk; the one that was expected at this stage is done with it (R-INT-12)."""
    row = MaternityEntry.lock(entry.pk, version=None)
    known = None if stage == TalkStage.OTHER else row.talks.filter(stage=stage).first()
    done = known is not None and known.done_on is not None
    require(
        desk_writes(row.case, by=by)
        + rules.talk_obstacles(is_open=row.is_open, done=done, on=on, note=note, today=today())
    )
    held = known or MaternityTalk(case=row.case, entry=row, stage=stage, expected_on=on)
    held.done_on, held.by, held.note = on, by.user, note
    held.save()
    cases.complete_tasks(row.case_id, by=by, on=on, source_id=held.id)
    title = f"妊産婦等の面談({held.get_stage_display()})"
    _event(row, by=by, on=on, code="maternity_talk", title=title, body=note)
    return held


@transaction.atomic
def birth(
    entry: MaternityEntry, *, by: Actor, born_on: date, birth_note: str, postpartum_note: str
) -> MaternityEntry:
    """The child is born: the talk after the birth gets its day, those of the pregnancy wait no longer (R-INT-12)."""
    row = MaternityEntry.lock(entry.pk, version=None)
    require(
        desk_writes(row.case, by=by)
        + rules.birth_obstacles(is_open=row.is_open, born_on=born_on, due_on=row.due_on, today=today())
    )
    is_new = row.born_on is None
    row.born_on, row.birth_note, row.postpartum_note = born_on, birth_note, postpartum_note
    row.save_next()
    _expect_talks(row, by=by)
    if is_new:
        _event(row, by=by, on=born_on, code="maternity_birth", title="出産", body=birth_note)
    return row


@transaction.atomic
def make_plan(
    entry: MaternityEntry, *, by: Actor, items: Sequence[dict[str, Any]], **values: Any
) -> SupportPlan:
    """Writes a サポートプラン: the first version or the next. Raises Forbidden without items or a reason to make it alone."""
    row = MaternityEntry.lock(entry.pk, version=None)
    draft = rules.PlanDraft(items=items, **values)
    require(desk_writes(row.case, by=by) + rules.plan_obstacles(draft, is_open=row.is_open, today=today()))
    _forget(row, row.plans.values_list("id", flat=True), by=by)
    number = (row.plans.aggregate(most=Max("number"))["most"] or 0) + 1
    plan = SupportPlan.objects.create(case=row.case, entry=row, number=number, made_by=by.user, **values)
    SupportPlanItem.objects.bulk_create(
        SupportPlanItem(case=row.case, plan=plan, order=at, **item) for at, item in enumerate(items)
    )
    remind(
        row.case_id,
        by=by,
        what="サポートプランの見直し",
        due_on=plan.review_on,
        source=PLAN,
        source_id=plan.id,
        kinds=plan.kinds,
    )
    title = f"サポートプラン 第{number}版をつくった"
    _event(row, by=by, on=plan.made_on, code="support_plan_made", title=title, body=plan.goals)
    return plan


@transaction.atomic
def hand_copy(plan: SupportPlan, *, by: Actor, on: date) -> SupportPlan:
    """The person has their copy (R-INT-12)."""
    row = SupportPlan.lock(plan.pk, version=None)
    require(
        desk_writes(row.case, by=by)
        + rules.handing_obstacles(
            is_open=row.entry.is_open, handed_on=row.handed_on, on=on, made_on=row.made_on, today=today()
        )
    )
    row.handed_on = on
    row.save_next()
    title = f"サポートプラン 第{row.number}版を本人に渡した"
    _event(row.entry, by=by, on=on, code="support_plan_handed", title=title, body="")
    return row


@transaction.atomic
def end(entry: MaternityEntry, *, by: Actor, on: date, ended_as: str, note: str) -> MaternityEntry:
    """Takes an entry out of the ledger, with its reason; nothing of it waits any more."""
    row = MaternityEntry.lock(entry.pk, version=None)
    require(
        desk_writes(row.case, by=by)
        + rules.end_obstacles(is_open=row.is_open, ended_as=ended_as, note=note, on=on, today=today())
    )
    row.ended_on, row.ended_as, row.end_note = on, ended_as, note
    row.save_next()
    _forget(row, row.talks.values_list("id", flat=True), by=by)
    _forget(row, row.plans.values_list("id", flat=True), by=by)
    title = f"妊産婦等の支援台帳から外した({row.get_ended_as_display()})"
    _event(row, by=by, on=on, code="maternity_ended", title=title, body=note)
    return row


def _expect_talks(row: MaternityEntry, *, by: Actor) -> None:
    """Sets the days of the talks that are still to come, and puts them onto 今日やること."""
    expected = rules.expected_talks(due_on=row.due_on, notified_on=row.notified_on, born_on=row.born_on)
    known = {one.stage: one for one in row.talks.exclude(stage=TalkStage.OTHER)}
    for stage, day in expected.items():
        held = known.get(stage) or MaternityTalk(case=row.case, entry=row, stage=stage, expected_on=day)
        if held.done_on is None:
            held.expected_on = day
            held.save()
            gone = rules.superseded(stage, born_on=row.born_on)
            remind(
                row.case_id,
                by=by,
                what=f"妊産婦等の面談({held.get_stage_display()}) めやす {wareki(day)}",
                due_on=None if gone else day,
                source=TALK,
                source_id=held.id,
                kinds=held.kinds,
                agency=row.agency,
            )


def _forget(row: MaternityEntry, sources: Any, *, by: Actor) -> None:
    for source_id in sources:
        cases.complete_tasks(row.case_id, by=by, on=today(), source_id=source_id)


def _event(row: MaternityEntry, *, by: Actor, on: date, code: str, title: str, body: str) -> None:
    cases.add_event(
        row.case_id,
        by=by,
        on=on,
        code=code,
        title=title,
        body=body,
        kinds=row.kinds,
        subject=SOURCE,
        subject_id=row.id,
    )

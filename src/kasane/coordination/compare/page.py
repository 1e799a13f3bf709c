"""Versions of a plan as words, and side by side."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from kasane.base.dates import wareki
from kasane.coordination.choices import Course, Service
from kasane.coordination.compare.rules import Changes, Entry, PlanText, changes_between
from kasane.coordination.linking import answered
from kasane.coordination.models import Plan, PlanGoal, PlanItem
from kasane.coordination.roles import span


def changes(before: Plan, after: Plan, issues: Mapping[UUID, str]) -> Changes:
    """What changed between two versions that were read in full (R-COOR-07)."""
    return changes_between(text_of(before, issues), text_of(after, issues))


def text_of(plan: Plan, issues: Mapping[UUID, str]) -> PlanText:
    """One version in words; `issues` are those of 2-3 the viewer may see."""
    return PlanText(
        name=plan.name,
        fields=tuple(_fields(plan)),
        goals=tuple(_goal(goal, issues) for goal in plan.goals.all()),
        items=tuple(_item(item) for item in plan.items.all()),
    )


def _fields(plan: Plan) -> list[tuple[str, str]]:
    lead = f"{plan.lead_agency.name if plan.lead_agency else ''} {plan.lead_staff}".strip()
    found = [
        ("解決したい課題", plan.issues),
        ("本人・世帯の望む姿", plan.wish),
        ("長期目標", plan.long_goal),
        ("主担当機関", lead),
        ("プラン期間", _period(plan)),
        ("次回モニタリング", wareki(plan.next_monitoring_on) if plan.next_monitoring_on else ""),
    ]
    if plan.course == Course.COORDINATION:
        found += [
            ("② 参加支援", _use(plan.uses_participation, plan.participation_reason)),
            ("④ アウトリーチ", _use(plan.uses_outreach, plan.outreach_reason)),
        ]
    else:
        found.append(("評価の時期", f"{plan.evaluation_months}か月後" if plan.evaluation_months else ""))
    return [*found, ("情報の種類", "・".join(plan.kind_labels))]


def _period(plan: Plan) -> str:
    if not plan.starts_on:
        return ""
    return (
        f"{wareki(plan.starts_on)}から{wareki(plan.ends_on)}まで" if plan.ends_on else wareki(plan.starts_on)
    )


def _use(used: bool, reason: str) -> str:
    return f"使う: {reason}" if used else "使わない"


def _goal(goal: PlanGoal, issues: Mapping[UUID, str]) -> Entry:
    values = (
        ("短期目標", goal.text),
        ("いつまでに", goal.by_when),
        ("こたえる課題", answered(goal, issues)),
    )
    return Entry(goal.text, values)


def _item(item: PlanItem) -> Entry:
    values = (
        ("支援内容", item.support),
        ("使う事業", "" if item.service == Service.OTHER else str(Service(item.service).label)),
        ("担当", f"{item.agency.name} {item.staff}".strip()),
        ("頻度", item.frequency),
        ("期間", span(item)),
        ("課題", item.issue),
        ("短期目標", item.goal.text if item.goal else ""),
        ("本人の取組", item.own_effort),
    )
    return Entry(item.support, values)

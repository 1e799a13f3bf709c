"""What a 起案 says: the plan's lines, who decides on which, and the town's own words of the three patterns (R-COOR-06)."""

from __future__ import annotations

from kasane.agencies import profile
from kasane.base.dates import wareki
from kasane.coordination import rules
from kasane.coordination.choices import Course, Service
from kasane.coordination.models import Plan, PlanItem
from kasane.coordination.queries import judgements_of

_CODES = {
    rules.Pattern.ONLY_DECIDED: "only",
    rules.Pattern.DECIDED_AND_OTHER: "mixed",
    rules.Pattern.NOTHING_DECIDED: "without",
}


def needing(plan: Plan) -> list[PlanItem]:
    """The lines the municipality decides on one by one: ② and ④, or the services of 自立相談支援."""
    decided = rules.decided_services(plan.course)
    return [item for item in plan.items.all() if item.service in decided]


def town_words(plan: Plan) -> str:
    """What the town's plan says about a plan like this one; nothing for 自立相談支援, which follows 実施要綱."""
    if plan.course != Course.COORDINATION:
        return ""
    code = _CODES[rules.pattern_of([item.service for item in plan.items.all()], plan.course)]
    found = (text for text in profile.current().finality if text.code == code)
    return next((f"{text.plan}: {text.decision}" for text in found), "")


def draft_text(plan: Plan) -> str:
    """The 伺い as it is prefilled; the drafter writes on."""
    wanted = needing(plan)
    others = [item for item in plan.items.all() if item not in wanted]
    lines = [
        f"{plan.full_name}について、次のとおり支援決定してよろしいか伺います。",
        "",
        f"1 支援決定する支援内容 {len(wanted)}件",
        *(_line(item) for item in wanted),
        f"2 内容を確認する支援内容 {len(others)}件",
        *(_line(item) for item in others),
    ]
    if plan.starts_on and plan.ends_on:
        lines.append(f"3 プラン期間 {wareki(plan.starts_on)}から{wareki(plan.ends_on)}まで")
    judged = judgements_of([plan.id])
    if judged:
        last = judged[-1]
        lines.append(f"4 {plan.words.conference} {wareki(last.judged_on)} 「{last.get_judgement_display()}」")
    words = town_words(plan)
    return "\n".join([*lines, *(["", f"(町のきまり) {words}"] if words else [])])


def _line(item: PlanItem) -> str:
    service = f"【{Service(item.service).label}】" if item.service != Service.OTHER else ""
    return f"・{service}{item.support}({item.agency.name})"

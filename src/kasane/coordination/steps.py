"""The next steps of 自立相談支援 on the case page (R-SELF-01)."""

from __future__ import annotations

from typing import Any

from kasane.agencies.actors import Actor
from kasane.agencies.models import ProgramCode
from kasane.cases.models import Case
from kasane.cases.panels import NextStep, once
from kasane.coordination import rules
from kasane.coordination.choices import Course, Screening
from kasane.coordination.models import Assessment, Plan
from kasane.coordination.queries import runs_at, self_reliance_agencies


def reception_steps(case: Case, by: Actor) -> list[NextStep]:
    """利用申込, for the agency that delivers 自立相談支援; others find their way by つなぎ."""
    if ProgramCode.SELF_RELIANCE.value not in by.programs:
        return []
    return [
        NextStep(
            "自立相談支援の利用を申し込む",
            rules.words(Course.SELF_RELIANCE).apply_url,
            {"case_id": case.id},
            lead="支援の流れを説明し、利用の申込と同意を確かめてから、アセスメントに進みます。",
            obstacles=rules.self_reliance_obstacles(_standing(case, by)),
        )
    ]


def assessment_steps(case: Case, by: Actor, sheet: Assessment | None) -> list[NextStep]:
    """アセスメント, then what its スクリーニング leads to."""
    screening = sheet.screening if sheet and sheet.has_summary else ""
    standing, where = _standing(case, by), {"case_id": case.id}
    gather = NextStep(
        "アセスメントを続ける",
        "coordination:assessment",
        where,
        lead="課題のまとめとスクリーニングまで書くと、プランか、ほかの支援に進めます。",
        is_main=not screening,
    )
    plan = NextStep(
        "自立相談支援のプランをつくる",
        rules.words(Course.SELF_RELIANCE).plan_new_url,
        where,
        lead="アセスメントから課題と希望を写して書き始めます。",
        obstacles=rules.make_plan_obstacles(
            standing, applied=True, has_summary=bool(sheet and sheet.has_summary), screening=screening, open_plan=None
        ),
        is_main=screening == Screening.PLAN,
    )  # fmt: skip
    way = rules.SCREENING_WAYS.get(screening)
    follows = [NextStep(way.title, way.url, where, lead=way.lead, is_main=True)] if way else []
    steps = [*follows, plan, gather] if screening else [gather, plan]
    return [*steps, *hand_on_steps(case, by, [])]


def way_steps(case: Case, screening: str) -> list[NextStep]:
    """What a screening of 多機関協働 leads to beside a plan and an end: つなぐ, or 支援会議 towards a consent (R-COOR-02)."""
    way = rules.screening_way(Course.COORDINATION, screening)
    if way is None or screening not in (Screening.REFER, Screening.TOWARDS_CONSENT):
        return []
    return [NextStep(way.title, way.url, {"case_id": case.id}, lead=way.lead, is_main=True)]


END_LEADS = {
    "information": "伝えたことと、また相談できることを記録して終えます。",
    "refer": "ほかの制度・機関につないだことを記録して終えます。",
    "broken_off": "連絡を取ろうとしたことを記録して終えます。連絡があれば、支援を再開できます。",
}


def end_step(
    case: Case, by: Actor, screening: str, *, course: str = Course.COORDINATION, is_main: bool = False
) -> NextStep:
    """The course ends before any plan is in force: as screened, or back to 受付 (R-COOR-02, R-SELF-01)."""
    called = rules.words(course)
    return NextStep(
        f"{called.name}を終える",
        "coordination:end" if course == Course.COORDINATION else "coordination:self_end",
        {"case_id": case.id},
        lead=END_LEADS.get(screening, "通常の連携で解決するときや、プランの前に連絡が取れなくなったときに。"),
        is_main=is_main,
    )


def hand_on_steps(case: Case, by: Actor, plans: list[Any]) -> list[NextStep]:
    """多機関協働に引き継ぐ, for the desk that carries a course of 自立相談支援."""
    runs: list[Plan] = [plan for plan in plans if plan.course == Course.SELF_RELIANCE]
    if plans and not runs:
        return []
    if ProgramCode.SELF_RELIANCE.value not in by.programs or rules.self_reliance_obstacles(
        _standing(case, by)
    ):
        return []
    return [
        NextStep(
            "多機関協働に引き継ぐ",
            "coordination:hand_on",
            {"case_id": case.id},
            lead="課題が複雑にからむときに。これまで書いたことは、そのまま多機関協働の様式に移ります。",
        )
    ]


def _standing(case: Case, by: Actor) -> rules.Standing:
    """How the viewer stands to 自立相談支援 here. One query per page for who does not deliver it."""
    delivers = ProgramCode.SELF_RELIANCE.value in by.programs
    return rules.Standing(
        case.id,
        case.is_open,
        is_coordinator=by.is_coordinator,
        course=Course.SELF_RELIANCE,
        offered=delivers or bool(once(case, "self_reliance_agencies", self_reliance_agencies)),
        delivers=delivers,
        carries=case.responsible_agency_id == by.agency.id
        or (delivers and once(case, "runs_here", lambda: runs_at(case.id, by.agency.id))),
    )

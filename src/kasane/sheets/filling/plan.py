"""プラン兼事業等利用申込書 (別紙2-4) of both courses, filled in and blank (R-COOR-04, R-SELF-01)."""

from __future__ import annotations

from uuid import UUID

from kasane.agencies import profile
from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.conferences.models import Member
from kasane.coordination.choices import Course, DecisionResult, Judgement, Service
from kasane.coordination.models import ConferenceJudgement, Decision, Plan, PlanItem
from kasane.coordination.rules.course import words
from kasane.people.queries import household
from kasane.sheets.document import Sheet
from kasane.sheets.filling.common import YES_NO, signed, subject_in, town, wanted, writer
from kasane.sheets.paper.plan import PlanData, PlanItemData, PlanOptions, PlanPaper, plan_2_4

PAPERS: dict[str, PlanPaper] = {
    Course.COORDINATION: PlanPaper(),
    Course.SELF_RELIANCE: PlanPaper(
        title=words(Course.SELF_RELIANCE).plan_paper,
        conference=words(Course.SELF_RELIANCE).conference,
        uses_two_and_four=False,
    ),
}
"""What the plan of each course is headed, and which parts it has (R-SELF-01)."""
_OPTIONS = PlanOptions(
    rounds=(("first", "初回"), ("again", "再プラン")),
    uses=YES_NO,
    judgements=((Judgement.APPROPRIATE.value, "適切"), (Judgement.REVISE.value, "修正して再提出")),
    decisions=tuple(DecisionResult.choices),
)


def plan_sheet(case: Case, row_id: UUID | None) -> Sheet | None:
    """One version of a plan, or the newest."""
    plans = (
        Plan.objects.filter(case=case)
        .select_related("author", "agency", "lead_agency")
        .prefetch_related("goals", "items__agency", "decisions")
    )
    row = wanted(plans.order_by("-made_on", "course", "-number"), row_id)
    if row is None:
        return None
    subject = subject_in(household(case.id))
    judged = ConferenceJudgement.objects.filter(case=case, subject_id=row.id).last()
    data = PlanData(
        options=_OPTIONS,
        paper=PAPERS[row.course],
        case_number=case.label,
        person_name=subject.name if subject else None,
        round="first" if row.number == 1 else "again",
        round_number=None if row.number == 1 else f"{row.number - 1}回",
        written_on=wareki(row.made_on),
        author=writer(row.agency, row.author),
        issues=row.issues,
        wishes=row.wish,
        long_goal=row.long_goal,
        short_goal="\n".join(
            f"{place}. {goal.text}{f'({goal.by_when})' if goal.by_when else ''}"
            for place, goal in enumerate(row.goals.all(), 1)
        ),
        items=tuple(_item(item) for item in row.items.all()),
        lead_agency=" ".join(filter(None, [row.lead_agency.name if row.lead_agency else "", row.lead_staff])),
        participation="yes" if row.uses_participation else "no",
        participation_reason=row.participation_reason,
        outreach="yes" if row.uses_outreach else "no",
        outreach_reason=row.outreach_reason,
        early_start="yes" if row.early_start else "no",
        early_start_detail="\n".join(filter(None, [_from(row), row.early_start_reason])),
        plan_period=_period(row),
        next_monitoring=wareki(row.next_monitoring_on),
        next_evaluation=f"{row.evaluation_months}か月後({wareki(row.evaluate_on)})"
        if row.evaluate_on
        else None,
        notice=profile.current().consent.application,
        agreed_on=wareki(row.person_agreed_on),
        **_judged(judged),
        **_decided(list(row.decisions.all())),
        **signed(row.signature, row.signed_name, row.signature_note, subject),
    )
    return plan_2_4(data, town(), printed_on=wareki(today()))


def blank_plan_sheet() -> Sheet:
    """To be filled in by hand together with the person."""
    data = PlanData(options=_OPTIONS, notice=profile.current().consent.application)
    return plan_2_4(data, town())


def _from(row: Plan) -> str:
    return f"{wareki(row.early_started_on)}から" if row.early_started_on else ""


def _period(row: Plan) -> str | None:
    if row.starts_on is None:
        return None
    return f"{wareki(row.starts_on)} から {wareki(row.ends_on)} まで"


def _judged(judged: ConferenceJudgement | None) -> dict[str, str | None]:
    """What the conference said, with the agencies that took part as far as the viewer may know of the meeting."""
    if judged is None:
        return {}
    members = Member.objects.filter(meeting_id=judged.meeting_id, removed_on__isnull=True).exclude(
        attended=False
    )
    names = dict.fromkeys(member.belongs_to for member in members.select_related("agency"))
    return {
        "conference_on": wareki(judged.judged_on),
        "conference_members": "、".join(filter(None, names)),
        "conference_opinions": judged.opinion,
        "judgement": judged.judgement,
    }


def _decided(decisions: list[Decision]) -> dict[str, str | None]:
    """The last word of the municipality, with its number and what it added."""
    if not decisions:
        return {}
    last = decisions[-1]
    return {
        "decision": last.result,
        "decided_on": wareki(last.decided_on),
        "approval": "\n".join(filter(None, [last.number, last.note])),
    }


def _item(item: PlanItem) -> PlanItemData:
    return PlanItemData(
        issue=item.issue,
        support=_support(item),
        responsible=f"{item.agency.name} {item.staff}".strip(),
        frequency=item.frequency,
        period=item.period,
        own_effort=item.own_effort,
    )


def _support(item: PlanItem) -> str:
    """A service of 自立相談支援 is named before what is done with it; ② and ④ have places of their own."""
    own = (Service.OTHER, Service.PARTICIPATION, Service.OUTREACH)
    return item.support if item.service in own else f"【{item.get_service_display()}】{item.support}"

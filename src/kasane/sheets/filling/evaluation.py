"""評価シート (別紙2-6), filled in and blank (R-COOR-08, R-COOR-09)."""

from __future__ import annotations

from uuid import UUID

from kasane.base.choices import Change
from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.coordination.choices import Achievement, Conclusion
from kasane.coordination.models import ConferenceJudgement, Evaluation, GoalResult
from kasane.people.queries import household
from kasane.sheets.document import Sheet
from kasane.sheets.filling.common import subject_in, town, wanted, writer
from kasane.sheets.paper.evaluation import EvaluationData, EvaluationOptions, GoalData, evaluation_2_6

_OPTIONS = EvaluationOptions(changes=tuple(Change.choices), conclusions=tuple(Conclusion.choices))


def evaluation_sheet(case: Case, row_id: UUID | None) -> Sheet | None:
    """One evaluation, or the newest."""
    rows = (
        Evaluation.objects.filter(case=case)
        .select_related("plan", "author", "agency", "lead_agency_after", "follow_up_agency")
        .prefetch_related("results__goal", "plan__goals")
    )
    row = wanted(rows.order_by("-evaluated_on", "-created_at"), row_id)
    if row is None:
        return None
    subject = subject_in(household(case.id))
    judged = ConferenceJudgement.objects.filter(case=case, subject_id=row.id).last()
    follows = [row.follow_up_agency.name if row.follow_up_agency else "", row.follow_up_staff]
    data = EvaluationData(
        options=_OPTIONS,
        conference=row.plan.words.conference,
        case_number=case.label,
        person_name=subject.name if subject else None,
        evaluated_on=wareki(row.evaluated_on),
        plan=f"{row.plan.full_name} {wareki(row.plan.made_on)}作成",
        author=writer(row.agency, row.author),
        goals=_goals(row),
        changes=frozenset(row.changes),
        changes_note=row.changes_note,
        remaining_issues=row.remaining_issues,
        person_wish=row.person_wish,
        staff_opinion=row.staff_opinion,
        conclusion=row.conclusion,
        lead_agency_after=row.lead_agency_after.name if row.lead_agency_after else None,
        follow_up_on=wareki(row.follow_up_on),
        follow_up_by=" ".join(filter(None, follows)),
        follow_up_how=row.follow_up_how,
        contact_lost_on=wareki(row.contact_lost_on),
        contact_attempts=row.contact_attempts,
        conference_on=wareki(judged.judged_on) if judged else None,
        conference_opinions=judged.opinion if judged else None,
        judgement=judged.get_judgement_display() if judged else None,
    )
    return evaluation_2_6(data, town(), printed_on=wareki(today()))


def blank_evaluation_sheet() -> Sheet:
    """To be filled in by hand, with the person."""
    return evaluation_2_6(EvaluationData(options=_OPTIONS), town())


def _goals(row: Evaluation) -> tuple[GoalData, ...]:
    """The short goals in the order of the plan, then the long one; a goal nobody rated yet stands there all the same."""
    results: dict[UUID | None, GoalResult] = {result.goal_id: result for result in row.results.all()}
    goals = [(goal.id, goal.text, goal.by_when) for goal in row.plan.goals.all()]
    named: list[tuple[UUID | None, str, str]] = [*goals]
    if row.plan.long_goal or None in results:
        named.append((None, f"(長期目標) {row.plan.long_goal}", ""))
    return tuple(_goal(text, by_when, results.get(key)) for key, text, by_when in named)


def _goal(text: str, by_when: str, result: GoalResult | None) -> GoalData:
    if result is None:
        return GoalData(text, by_when)
    # An unrated goal is kept with its note and without an achievement.
    said = str(Achievement(result.achievement).label) if result.achievement else ""
    return GoalData(text, by_when, said, result.note)

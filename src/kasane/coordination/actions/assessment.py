"""アセスメント (2-3): each section is gathered and saved by itself (R-COOR-03)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, User
from kasane.base.models import StaleEdit
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.coordination import rules
from kasane.coordination.actions.course import desk_of
from kasane.coordination.choices import (
    ASKED,
    SECTION_KINDS,
    SHARED_SECTIONS,
    PartSection,
    Screening,
    issue_kinds,
)
from kasane.coordination.models import Assessment, AssessmentPart, PersonIssue
from kasane.coordination.queries import courses_of, standing_of
from kasane.people.actions.pattern import refresh

PLAN_DUE = timedelta(days=14)
"""Until when the plan is to be written after the screening says so."""


@transaction.atomic
def save_part(
    case: Case,
    section: PartSection,
    *,
    by: Actor,
    on: date,
    answers: Mapping[str, Any],
    sources: Iterable[str] = (),
    source_note: str = "",
    screening: str = "",
    version: int | None = None,
) -> AssessmentPart:
    """Keeps one section as its author gathered it on a day, with its source and its kinds of data.

    It is the part of the author's agency: what others wrote there stays beside it. Issues and summary are one for all;
    the section 10・11 also keeps the screening. `version` 0 says: there was none on the screen. Raises Forbidden
    before the application, and for data not shared with the author's agency; StaleEdit when somebody else saved.
    """
    kinds = SECTION_KINDS[section]
    require(rules.assess_obstacles(standing_of(case, by=by), applied=bool(courses_of(case.id)), needs=kinds))
    assessment = _assessment(case, by=by, on=on)
    part = _part(assessment, section, by.agency, version=version)
    asked = {ASKED: part.answers[ASKED]} if part.answers.get(ASKED) else {}
    part.answers, part.sources, part.source_note = dict(answers) | asked, list(sources), source_note
    part.taken_by = part.taken_on = None
    part.gathered_on, part.author, part.agency, part.kinds = on, by.user, by.agency, kinds
    part.save_next()
    if section == PartSection.SUMMARY:
        _screen(assessment, part, screening, by=by, on=on)
    return part


@transaction.atomic
def take_over(
    case: Case,
    section: PartSection,
    *,
    by: Actor,
    on: date,
    answers: Mapping[str, Any],
    sources: Iterable[str],
    source_note: str,
    known_on: date,
    author: User,
    agency: Agency,
) -> AssessmentPart:
    """Puts what another agency answered into the sheet as that agency's part (R-COOR-03): its author and day stay, and
    what it does not speak of stays as it was. The rule is asked by `requests.actions.take`.
    """
    assessment = _assessment(case, by=by, on=on)
    part = _part(assessment, section, agency, version=None)
    told = [*part.answers.get(ASKED, []), *answers.get(ASKED, [])]
    part.answers = part.answers | dict(answers) | ({ASKED: told} if told else {})
    part.sources = list(dict.fromkeys([*part.sources, *sources]))
    part.source_note = source_note or part.source_note
    part.gathered_on, part.author, part.agency, part.kinds = known_on, author, agency, SECTION_KINDS[section]
    part.taken_by, part.taken_on = by.user, on
    part.save_next()
    return part


@transaction.atomic
def save_issues(
    case: Case,
    issues: Mapping[UUID, Iterable[str]],
    *,
    by: Actor,
    on: date,
    sources: Iterable[str] = (),
    source_note: str = "",
    version: int | None = None,
) -> AssessmentPart:
    """Keeps the issues of 本人 and of each member (items 6 and 7), as far as the author may know of them (R-DIS-04)."""
    part = save_part(
        case, PartSection.ISSUES, by=by, on=on, answers={}, sources=sources, source_note=source_note,
        version=version,
    )  # fmt: skip
    known = standing_of(case, by=by).kinds
    wanted = {
        (person, issue)
        for person, chosen in issues.items()
        for issue in chosen
        if not issue_kinds(issue) & ~known
    }
    standing = {(row.person_id, row.issue): row for row in PersonIssue.objects.filter(case=case)}
    for key, row in standing.items():
        if key not in wanted:
            row.delete()
    PersonIssue.objects.bulk_create(
        PersonIssue(
            case=case,
            assessment_id=part.assessment_id,
            person_id=person,
            issue=issue,
            kinds=issue_kinds(issue),
        )
        for person, issue in sorted(wanted - standing.keys(), key=str)
    )
    refresh(case.id, by=by)
    return part


def _assessment(case: Case, *, by: Actor, on: date) -> Assessment:
    """The sheet of the case; with its first section the case stands at アセスメント."""
    assessment, is_new = Assessment.objects.get_or_create(case=case, defaults={"started_on": on})
    if is_new:
        if case.stage == cases.Stage.APPLICATION:
            cases.advance(case, cases.Stage.ASSESSMENT, by=by)
        cases.add_event(
            case.id,
            by=by,
            code="assessment_started",
            title="アセスメントを始めました",
            on=on,
            subject="assessment",
            subject_id=assessment.id,
        )
    return assessment


def _part(
    assessment: Assessment, section: PartSection, agency: Agency, *, version: int | None
) -> AssessmentPart:
    rows = AssessmentPart.objects.filter(assessment=assessment, section=section)
    standing = (rows if section in SHARED_SECTIONS else rows.filter(agency=agency)).first()
    if standing is None:
        return AssessmentPart(case_id=assessment.case_id, assessment=assessment, section=section, version=0)
    if version == 0:
        raise StaleEdit(standing)
    return AssessmentPart.lock(standing.pk, version=version)


def _screen(assessment: Assessment, part: AssessmentPart, screening: str, *, by: Actor, on: date) -> None:
    """The summary with the screening ends the gathering; a plan is due when it says so."""
    before = assessment.screening
    row = Assessment.lock(assessment.pk, version=None)
    row.has_summary = bool(str(part.answers.get("summary", "")).strip())
    row.screening, row.screened_on = screening, on if screening else None
    row.save_next()
    if not row.has_summary or not screening or screening == before:
        return
    cases.complete_tasks(row.case_id, by=by, on=on, kind=cases.TaskKind.ASSESSMENT)
    cases.add_event(
        row.case_id,
        by=by,
        code="screened",
        title=f"スクリーニング: {Screening(screening).label}",
        on=on,
        subject="assessment",
        subject_id=row.id,
    )
    if screening == Screening.PLAN:
        cases.add_task(
            row.case_id,
            agency=desk_of(part.case, by=by),
            kind=cases.TaskKind.PLAN,
            what="プランをつくる",
            due_on=on + PLAN_DUE,
            since=on,
            source="assessment",
            source_id=row.id,
        )

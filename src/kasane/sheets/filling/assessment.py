"""インテーク・アセスメントシート (別紙2-3): the sections whose kinds of data the viewer may see (R-COOR-03, R-DIS-04)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from kasane.base.choices import Issue
from kasane.base.dates import today, wareki
from kasane.cases.household.page import Look, household_of
from kasane.cases.models import Case
from kasane.coordination.choices import SECTION_KINDS, PartSection, Screening, Source, issue_kinds
from kasane.coordination.forms import PART_FORMS
from kasane.coordination.models import Assessment, AssessmentPart
from kasane.coordination.queries import issues_of, parts_of
from kasane.people.queries import household
from kasane.sheets.document import PicturePage, Sheet
from kasane.sheets.family import picture_page
from kasane.sheets.filling.common import subject_in, town, wanted, writer
from kasane.sheets.paper.assessment import Answer, AssessmentData, PartData, PersonIssues, assessment_2_3

_BLANK_PEOPLE = ("本人", "世帯の人(氏名:　　　　　　　　　)", "世帯の人(氏名:　　　　　　　　　)")


def assessment_sheet(case: Case, row_id: UUID | None) -> Sheet | None:
    """The assessment with what the viewer sees of it; None before it was begun."""
    row = wanted(Assessment.objects.filter(case=case), row_id)
    if row is None:
        return None
    people, parts, issues = household(case.id), parts_of(case.id), issues_of(case.id)
    seen = [section for section in PartSection if case.sees(SECTION_KINDS[section])]
    subject = subject_in(people)
    data = AssessmentData(
        parts=tuple(_part(section, parts.get(section)) for section in seen),
        issue_options=tuple(pair for pair in Issue.choices if case.sees(issue_kinds(pair[0]))),
        people=tuple(
            PersonIssues(
                f"{'本人' if one.is_subject else one.relation or '世帯の人'} {one.name}".strip(),
                frozenset(issue.issue for issue in issues.get(one.id, [])),
            )
            for one in people
        ),
        screenings=tuple(Screening.choices),
        screening=row.screening or None,
        screened_on=wareki(row.screened_on),
        case_number=case.label,
        person_name=subject.name if subject else None,
        started_on=wareki(row.started_on),
        is_partial=len(seen) < len(PartSection)
        or not all(case.sees(issue_kinds(issue)) for issue in Issue.values),
        picture=_picture(case),
    )
    return assessment_2_3(data, town(), printed_on=wareki(today()))


def blank_assessment_sheet() -> Sheet:
    """Every item with room to write, for a talk away from the desk."""
    data = AssessmentData(
        parts=tuple(_part(section, None) for section in PartSection),
        issue_options=tuple(Issue.choices),
        people=tuple(PersonIssues(who) for who in _BLANK_PEOPLE),
        screenings=tuple(Screening.choices),
    )
    return assessment_2_3(data, town())


def _part(section: PartSection, part: AssessmentPart | None) -> PartData:
    form = PART_FORMS[section]
    answers = part.answers if part else {}
    return PartData(
        section.label,
        tuple(_answer(name, form.base_fields[name], answers.get(name)) for name in form.ITEMS),
        f"{wareki(part.gathered_on)} {writer(part.agency, part.author)}" if part else "",
        tuple(str(Source(one).label) for one in part.sources) if part else (),
        part.source_note if part else "",
        is_issues=section == PartSection.ISSUES,
    )


def _answer(name: str, field: Any, value: Any) -> Answer:
    """An item as the form asks it: the same words and the same closed lists."""
    options = tuple((str(key), str(label)) for key, label in getattr(field, "choices", ()) if key)
    is_long = "rows" in field.widget.attrs
    if not options:
        return Answer(str(field.label), str(value or ""), key=name, always=field.required, is_long=is_long)
    chosen = frozenset(value if isinstance(value, list) else [value] if value else [])
    return Answer(str(field.label), key=name, always=field.required, options=options, chosen=chosen)


def _picture(case: Case) -> PicturePage | None:
    """Genogram and ecomap as they are today, on a page of their own."""
    home = household_of(case.id, Look(today()))
    return picture_page(home.pictures().printed) if home.rows else None

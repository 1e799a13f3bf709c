"""アセスメント (2-3): the sheet as a whole, and each section as a page of its own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kasane.base.dates import today
from kasane.cases.formpage import form_page
from kasane.cases.household.page import Look, household_of
from kasane.cases.models import Case
from kasane.coordination import actions, rules
from kasane.coordination.choices import SECTION_KINDS, SHARED_SECTIONS, PartSection
from kasane.coordination.forms import PART_FORMS, IssuesForm, PartForm
from kasane.coordination.models import Assessment, AssessmentPart
from kasane.coordination.queries import (
    assessment_of,
    contributions_of,
    course_for,
    courses_of,
    issues_of,
    open_plan_of,
    standing_of,
)
from kasane.coordination.requests.queries import requests_of
from kasane.coordination.requests.rules import State
from kasane.coordination.sheet23 import others_of, sheet_sections
from kasane.disclosure.access import open_case
from kasane.people.queries import household


def assessment(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The sheet to read, section by section; a section the viewer may not see is not there (R-DIS-04)."""
    case = open_case(case_id, by=request.actor, purpose="アセスメント(2-3)")
    courses = courses_of(case.id)
    course = course_for(courses, by=request.actor)
    standing = standing_of(case, by=request.actor, course=course)
    sheet, waiting = assessment_of(case.id), open_plan_of(case.id, course)
    way = rules.screening_way(course, sheet.screening if sheet and sheet.has_summary else "")
    home = household_of(case.id, Look(today()))
    context = {
        "case": case,
        "sheet": sheet,
        "shown": sheet_sections(case.id, visible=case.visible_kinds),
        "people": _with_issues(case),
        "home": home,
        "pictures": home.pictures() if home.rows else None,
        "asked": [one for one in requests_of(case.id) if one.state != State.TAKEN],
        "obstacles": rules.assess_obstacles(standing, applied=bool(courses)),
        "open_plan": waiting,
        "plan_url": reverse(rules.words(course).plan_new_url, args=[case.id]),
        "way": way,
        "way_url": reverse(way.url, args=[case.id]) if way else "",
        "plan_obstacles": rules.make_plan_obstacles(
            standing,
            applied=course in courses,
            has_summary=sheet is not None and sheet.has_summary,
            screening=sheet.screening if sheet else "",
            open_plan=waiting.id if waiting else None,
        ),
    }
    return render(request, "coordination/assessment.html", context)


def _with_issues(case: Case) -> list[dict[str, Any]]:
    issues = issues_of(case.id)
    return [{"person": person, "issues": issues.get(person.id, [])} for person in household(case.id)]


def assessment_part(request: HttpRequest, case_id: UUID, section: str) -> HttpResponse:
    """One section: its items, from whom they were gathered, and when."""
    case = open_case(case_id, by=request.actor, purpose="アセスメント(2-3)の記入", subject=section)
    if section not in PART_FORMS or not case.sees(SECTION_KINDS[section]):
        raise Http404
    wanted = PartSection(section)
    parts, sheet = contributions_of(case.id).get(wanted, []), assessment_of(case.id)
    part = next(
        (one for one in parts if wanted in SHARED_SECTIONS or one.agency_id == request.actor.agency.id), None
    )
    standing = standing_of(case, by=request.actor)
    return form_page(
        request,
        name=f"assessment-{section}",
        subject_id=case.id,
        template=f"coordination/{'issues' if wanted == PartSection.ISSUES else 'part'}_form.html",
        build=_builder(case, wanted, part, sheet, kinds=standing.kinds),
        save=lambda forms: _saved(request, case, wanted, forms["form"]),
        context={
            "case": case,
            "part": part,
            "others": others_of(wanted, parts, besides=part),
            "title": wanted.label,
            "obstacles": rules.assess_obstacles(
                standing, applied=bool(courses_of(case.id)), needs=SECTION_KINDS[wanted]
            ),
        },
        saved_message=f"「{wanted.label}」を保存しました。",
        stale_lines=lambda current: [
            {"label": line["label"], "mine": "", "theirs": line["value"], "different": True}
            for line in PART_FORMS[wanted].lines(current.answers)
        ],
    )


def _builder(
    case: Case, section: PartSection, part: AssessmentPart | None, sheet: Assessment | None, *, kinds: int
) -> Any:
    initial: dict[str, Any] = {"gathered_on": today(), "version": 0}
    if part is not None:
        initial = dict(part.answers) | {
            "gathered_on": part.gathered_on,
            "sources": part.sources,
            "source_note": part.source_note,
            "version": part.version,
        }
    if section == PartSection.SUMMARY and sheet is not None:
        initial["screening"] = sheet.screening
    if section != PartSection.ISSUES:
        return lambda data: {"form": PART_FORMS[section](data, initial=initial)}
    people, chosen = household(case.id), issues_of(case.id)
    initial |= {f"issues_{person}": [row.issue for row in rows] for person, rows in chosen.items()}
    return lambda data: {"form": IssuesForm(data, initial=initial, people=people, kinds=kinds)}


def _saved(request: HttpRequest, case: Case, section: PartSection, form: PartForm) -> str:
    values = form.part_values()
    if isinstance(form, IssuesForm):
        values.pop("answers")
        actions.save_issues(case, form.issues(), by=request.actor, **values)
    else:
        actions.save_part(case, section, by=request.actor, **values)
    return f"{reverse('coordination:assessment', args=[case.id])}#{section}"

"""プラン (2-4): to read, to write, to put to the conference, to write anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.agencies.queries import active_agencies
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.formpage import form_page
from kasane.cases.models import Case
from kasane.coordination import actions, rules
from kasane.coordination.choices import Course, PartSection
from kasane.coordination.forms import GoalFormSet, ItemFormSet, PlanForm
from kasane.coordination.lines import ItemLine, carried
from kasane.coordination.linking import goal_typed, issue_words
from kasane.coordination.models import Plan
from kasane.coordination.planpage import page_of
from kasane.coordination.queries import (
    application_of,
    assessment_of,
    issues_of,
    open_plan_of,
    parts_of,
    standing_of,
)
from kasane.coordination.views.ground import open_plan
from kasane.disclosure.access import open_case
from kasane.people.queries import household

FIELDS = (
    "issues", "wish", "long_goal", "lead_agency", "lead_staff", "uses_participation", "participation_reason",
    "uses_outreach", "outreach_reason", "early_start", "early_started_on", "early_start_reason", "made_on",
    "starts_on", "ends_on", "next_monitoring_on", "person_agreed_on", "signature", "signed_name",
    "signature_note", "kinds", "version", "evaluation_months",
)  # fmt: skip


def plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The plan to read: where it stands, what comes next, its lines, what was judged and decided."""
    shown, case = open_plan(request, plan_id, purpose="プラン(2-4)")
    return render(request, "coordination/plan.html", {"page": page_of(shown, case, by=request.actor)})


def plan_new(request: HttpRequest, case_id: UUID, course: str = Course.COORDINATION) -> HttpResponse:
    """A new plan, prefilled from the assessment (R-COOR-04, R-SELF-01)."""
    case = open_case(case_id, by=request.actor, purpose="プラン(2-4)の作成")
    sheet, waiting = assessment_of(case.id), open_plan_of(case.id, course)
    obstacles = rules.make_plan_obstacles(
        standing_of(case, by=request.actor, course=course),
        applied=application_of(case.id, course) is not None,
        has_summary=sheet is not None and sheet.has_summary,
        screening=sheet.screening if sheet else "",
        open_plan=waiting.id if waiting else None,
    )

    def save(forms: Any) -> str:
        values = forms["form"].plan_values()
        made_on = values.pop("made_on")
        made = actions.make_plan(case, by=request.actor, on=made_on, course=course, **values, **_lines(forms))
        return reverse("coordination:plan", args=[made.id])

    return form_page(
        request,
        name="plan-new" if course == Course.COORDINATION else f"plan-new-{course}",
        subject_id=case.id,
        template="coordination/plan_form.html",
        build=_builder(_from_assessment(case), [], [], course, issue_words(case.id)),
        save=save,
        context={"case": case, "obstacles": obstacles, "words": rules.words(course)},
        saved_message="プランを保存しました。",
    )


def plan_edit(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """A plan in the making, to go on writing."""
    shown, case = open_plan(request, plan_id, purpose="プラン(2-4)の記入")

    def save(forms: Any) -> str:
        version = forms["form"].cleaned_data["version"] or 0
        actions.change_plan(
            shown, by=request.actor, version=version, **forms["form"].plan_values(), **_lines(forms)
        )
        return reverse("coordination:plan", args=[shown.id])

    issues = issue_words(case.id)
    goals = [goal_typed(goal, issues) for goal in shown.goals.all()]
    items = [carried(item, ItemLine) for item in shown.items.all()]
    items = [item | {"goal": item["goal"] or None} for item in items]
    return form_page(
        request,
        name="plan",
        subject_id=shown.id,
        template="coordination/plan_form.html",
        build=_builder({name: getattr(shown, name) for name in FIELDS}, goals, items, shown.course, issues),
        save=save,
        context={
            "case": case,
            "plan": shown,
            "words": shown.words,
            "obstacles": rules.plan_edit_obstacles(
                standing_of(case, by=request.actor, course=shown.course), state=shown.state, plan_id=shown.id
            ),
        },
        saved_message="プランを保存しました。",
    )


def _builder(
    initial: dict[str, Any],
    goals: list[dict[str, Any]],
    items: list[dict[str, Any]],
    course: str,
    issues: dict[UUID, str],
) -> Any:
    agencies = list(active_agencies())
    return lambda data: {
        "form": PlanForm(data, initial=initial, agencies=agencies, course=course),
        "goals": GoalFormSet(data, initial=goals, prefix="goals", issues=issues),
        "items": ItemFormSet(data, initial=items, prefix="items", agencies=agencies, course=course),
    }


def _lines(forms: Any) -> dict[str, Any]:
    return {"goals": forms["goals"].lines(), "items": forms["items"].lines(forms["goals"].places())}


def _from_assessment(case: Case) -> dict[str, Any]:
    """The issues of each person, the summary and the wishes, for the coordinator to put into the words of a plan."""
    parts, issues = parts_of(case.id), issues_of(case.id)
    lines = [
        f"{'本人' if person.is_subject else person.relation or person.name}: "
        + "、".join(row.get_issue_display() for row in issues[person.id])
        for person in household(case.id)
        if person.id in issues
    ]
    summary = parts.get(PartSection.SUMMARY)
    wishes = parts.get(PartSection.WISHES)
    return {
        "made_on": today(),
        "issues": "\n".join([*lines, summary.answers.get("summary", "") if summary else ""]).strip(),
        "wish": wishes.answers.get("wishes", "") if wishes else "",
    }


@require_POST
def plan_submit(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """会議に出す."""
    return _act(request, plan_id, actions.submit_plan, "プランを会議に出しました。つぎは議題に入れます。")


@require_POST
def plan_take_back(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """会議から取り下げる."""
    return _act(request, plan_id, actions.take_back_plan, "会議から取り下げました。書き直せます。")


@require_POST
def replan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """再プラン: a new version, at once open for writing."""
    return _act(
        request, plan_id, actions.replan, "いまのプランを写して、新しい版をつくりました。", "coordination:plan_edit"
    )  # fmt: skip


def _act(
    request: HttpRequest,
    plan_id: UUID,
    act: Callable[..., Plan],
    said: str,
    target: str = "coordination:plan",
) -> HttpResponse:
    """One button of the plan's page; what forbids it is told on the page itself."""
    shown, case = open_plan(request, plan_id, purpose="プラン(2-4)")
    try:
        done = act(shown, by=request.actor, on=today())
    except Forbidden as forbidden:
        page = page_of(shown, case, by=request.actor)
        context = {"page": page, "refused": forbidden.obstacles}
        return render(request, "coordination/plan.html", context, status=409)
    messages.success(request, said)
    return HttpResponseRedirect(reverse(target, args=[done.id]))

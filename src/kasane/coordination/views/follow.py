"""モニタリング, つながり評価 (2-7) and 評価シート (2-6)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from kasane.agencies.queries import active_agencies
from kasane.base.dates import today
from kasane.cases.formpage import form_page
from kasane.coordination import actions, rules
from kasane.coordination.attempts import attempts_offered
from kasane.coordination.charts import course_picture, course_words
from kasane.coordination.choices import Conclusion, Course, Occasion
from kasane.coordination.facts import end_obstacles_of
from kasane.coordination.forms import ConnectednessForm, EvaluationForm, MonitoringForm
from kasane.coordination.models import Evaluation
from kasane.coordination.progress.queries import fresh_reports
from kasane.coordination.queries import (
    consent_of,
    evaluations_of,
    final_plan_of,
    monitorings_of,
    scores_of,
    standing_of,
)
from kasane.coordination.views.ground import open_plan
from kasane.disclosure.access import open_case

EVALUATION_FIELDS = (
    "version", "evaluated_on", "changes", "changes_note", "remaining_issues", "person_wish", "staff_opinion",
    "conclusion", "lead_agency_after", "follow_up_on", "follow_up_agency", "follow_up_staff", "follow_up_how",
    "contact_lost_on", "contact_attempts",
)  # fmt: skip
WITHOUT_CONSENT = (
    "本人の同意がいまはないため、支援会議(法106条の6)で確認します。構成員には守秘義務があります。"
)


def monitoring(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Line by line how the plan goes, and what comes next (R-COOR-07)."""
    plan, case = open_plan(request, plan_id, purpose="モニタリング")
    items, told = list(plan.items.all()), fresh_reports([plan.id])
    obstacles = rules.monitor_obstacles(
        standing_of(case, by=request.actor, course=plan.course),
        state=plan.state,
        next_on=today(),
        after="keep",
        unseen_items=0,
    )

    def save(forms: Any) -> str:
        actions.monitor(plan, by=request.actor, **forms["form"].monitoring_values())
        return reverse("coordination:plan", args=[plan.id])

    return form_page(
        request,
        name="monitoring",
        subject_id=plan.id,
        template="coordination/monitoring_form.html",
        build=lambda data: {
            "form": MonitoringForm(data, initial={"held_on": today()}, items=items, told=told)
        },
        save=save,
        context={"case": case, "plan": plan, "earlier": monitorings_of(plan), "obstacles": obstacles},
        saved_message="モニタリングを記録しました。",
    )


def connectedness(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Five scores with words, the earlier ones beside them (R-COOR-08)."""
    case = open_case(case_id, by=request.actor, purpose="つながり評価(2-7)")
    earlier = scores_of(case.id)
    initial = {"rated_on": today(), "occasion": Occasion.EVALUATION if earlier else Occasion.PLAN}

    def save(forms: Any) -> str:
        actions.rate(case, by=request.actor, **forms["form"].rating_values())
        return reverse("coordination:connectedness", args=[case.id])

    return form_page(
        request,
        name="connectedness",
        subject_id=case.id,
        template="coordination/connectedness_form.html",
        build=lambda data: {"form": ConnectednessForm(data, initial=initial)},
        save=save,
        context={
            "case": case,
            "earlier": earlier[::-1],
            "picture": course_picture(earlier),
            "picture_words": course_words(earlier),
            "obstacles": rules.score_obstacles(standing_of(case, by=request.actor), scores=[1] * 5),
        },
        saved_message="つながり評価を記録しました。",
    )


def evaluation(request: HttpRequest, case_id: UUID, course: str = Course.COORDINATION) -> HttpResponse:
    """The evaluation of the present plan, goal by goal; one that waits for the conference can be put right."""
    case = open_case(case_id, by=request.actor, purpose="評価シート(2-6)")
    plan, sheets = final_plan_of(case.id, course), evaluations_of(case.id)
    waiting = next((s for s in sheets if s.state == "waiting" and s.plan.course == course), None)
    goals = list(plan.goals.all()) if plan else []
    agencies, words = list(active_agencies()), rules.words(course)
    consented, offered = consent_of(case.id, on=today()) is not None, attempts_offered(case.id)
    initial = _kept(waiting) if waiting else {"evaluated_on": today(), "version": 0}

    def save(forms: Any) -> str:
        done = actions.evaluate(case, by=request.actor, course=course, **forms["form"].evaluation_values())
        return _next_after(done, words)

    return form_page(
        request,
        name="evaluation" if course == Course.COORDINATION else f"evaluation-{course}",
        subject_id=case.id,
        template="coordination/evaluation_form.html",
        build=lambda data: {
            "form": EvaluationForm(
                data,
                initial=initial,
                agencies=agencies,
                goals=goals,
                long_goal=plan.long_goal if plan else "",
                words=words,
                attempts=offered,
            )
        },
        save=save,
        context={
            "case": case,
            "plan": plan,
            "waiting": waiting,
            "words": words,
            "add_url": reverse(
                words.add_item_url if consented else "conferences:add_item_support", args=[case.id]
            ),
            "to_conference_words": words.to_conference if consented else WITHOUT_CONSENT,
            "rates": course == Course.COORDINATION,
            "to_conference": end_obstacles_of(waiting) if waiting else [],
            "earlier": [sheet for sheet in sheets if sheet != waiting],
            "obstacles": rules.evaluate_obstacles(
                standing_of(case, by=request.actor, course=course),
                plan_state=plan.state if plan else "",
                conclusion="close",
                unrated_goals=0,
                consented=consented,
                responsible=case.responsible_agency_id == request.actor.agency.id,
            ),
        },
        saved_message="評価シートを保存しました。",
    )


def _kept(sheet: Evaluation) -> dict[str, Any]:
    found = {name: getattr(sheet, name) for name in EVALUATION_FIELDS}
    found["attempt_records"] = [str(one) for one in sheet.attempt_records]
    for result in sheet.results.all():
        key = result.goal_id or "long"
        found |= {f"achievement_{key}": result.achievement, f"result_{key}": result.note}
    return found


def _next_after(sheet: Evaluation, words: rules.CourseWords) -> str:
    if sheet.conclusion == Conclusion.REPLAN:
        return reverse("coordination:plan", args=[sheet.plan_id])
    return reverse(words.evaluation_url, args=[sheet.case_id])

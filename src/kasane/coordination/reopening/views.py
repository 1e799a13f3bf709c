"""Pages of the time after the end of support: フォローアップ, 支援の再開, and the list of those who are looked after."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kasane.base.choices import ContactMethod
from kasane.base.dates import today
from kasane.cases.formpage import form_page
from kasane.cases.models import Case, Stage
from kasane.coordination.choices import Course, FollowUpResult
from kasane.coordination.models import Plan
from kasane.coordination.reopening import actions
from kasane.coordination.reopening.forms import FollowUpForm, ReopenForm
from kasane.coordination.reopening.queries import (
    follow_ups_of,
    last_evaluation,
    responsible_choices,
    waiting_follow_ups,
    way_back_of,
)
from kasane.disclosure.access import open_case


def reopen(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """支援を再開する: what comes back is shown, since when and why is asked (R-COOR-10)."""
    case = open_case(case_id, by=request.actor, purpose="支援の再開")
    agencies = responsible_choices(case, by=request.actor)
    initial = {"reopened_on": today(), "reason": request.GET.get("reason", "")}

    def save(forms: Any) -> str:
        actions.reopen(case, by=request.actor, **forms["form"].reopen_values())
        return reverse("case_page", args=[case.id])

    return form_page(
        request,
        name="reopen",
        subject_id=case.id,
        template="coordination/reopening/reopen.html",
        build=lambda data: {"form": ReopenForm(data, initial=initial, agencies=agencies)},
        save=save,
        context={
            "case": case,
            "back": _comes_back(case),
            "obstacles": actions.reopen_obstacles(case, by=request.actor, on=today(), reason="-"),
            "alone": case.is_open and request.method == "GET",
        },
        saved_message="支援を再開しました。次にすることは「今日やること」に出ています。",
    )


def _comes_back(case: Case) -> list[dict[str, str]]:
    """What returns by itself, told before it is done."""
    way = way_back_of(case.id)
    facts = [{"label": "段階", "value": str(Stage(way.stage).label)}]
    if way.course:
        facts.append({"label": "支援の枠組み", "value": str(Course(way.course).label)})
    if way.plan_id is not None:
        plan = Plan.objects.get(pk=way.plan_id)
        then = "これを写して再プランをつくります" if way.replans else "書きかけから続けます"
        facts.append({"label": "プラン", "value": f"{plan.full_name}。{then}"})
    team = "終結の日までの支援チーム。見られる範囲は、いまも続いている本人の同意によります"
    facts.append({"label": "支援チーム", "value": team})
    facts.append(
        {"label": "経過・保存", "value": "これまでの経過はそのまま続き、保存期間は次の終結から数え直します"}
    )
    return facts


def follow_up(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """終結後のフォローアップ: how they are, though the case is closed (R-COOR-08)."""
    case = open_case(case_id, by=request.actor, purpose="終結後のフォローアップ")
    evaluation = last_evaluation(case.id)
    initial = {"at": timezone.now(), "method": ContactMethod.PHONE, "counterpart": "本人"}

    def save(forms: Any) -> str:
        done = actions.follow_up(case, by=request.actor, **forms["form"].follow_up_values())
        page = "coordination:reopen" if done.result == FollowUpResult.REOPEN else "case_page"
        return reverse(page, args=[case.id])

    return form_page(
        request,
        name="follow-up",
        subject_id=case.id,
        template="coordination/reopening/follow_up.html",
        build=lambda data: {"form": FollowUpForm(data, initial=initial)},
        save=save,
        context={
            "case": case,
            "evaluation": evaluation,
            "earlier": follow_ups_of(case.id),
            "obstacles": actions.follow_up_obstacles(
                case, by=request.actor, on=today(), result=FollowUpResult.SAME, next_on=None
            ),
        },
        saved_message="フォローアップを記録しました。",
    )


def follow_ups(request: HttpRequest) -> HttpResponse:
    """終結後のフォローアップ of all the viewer sees, those past their day first."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    mine = request.GET.get("scope") == "mine"
    rows = waiting_follow_ups(of=request.actor if mine else None)
    day = today()
    lines = [{"task": row, "late": max((day - row.due_on).days, 0)} for row in rows]
    context = {"lines": lines, "mine": mine, "late": sum(1 for line in lines if line["late"])}
    return render(request, "coordination/reopening/list.html", context)

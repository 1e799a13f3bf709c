"""緊急の知らせ: raise, read, answer, end; the list; the red count. Thin: parse, ask the rule, act, render (R-INT-09)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from kasane.agencies.actors import Actor
from kasane.agencies.mail.actions import is_set_up
from kasane.agencies.models import AgencyKind
from kasane.agencies.paging import page_of
from kasane.base.obstacles import Obstacle
from kasane.cases.alarm import actions, rules
from kasane.cases.alarm.forms import AcknowledgeForm, EndForm, PressForm, RaiseForm, StepForm
from kasane.cases.alarm.page import PARTS, Shown, listed, mine, reached
from kasane.cases.alarm.queries import (
    Notice,
    alarms,
    course_of,
    hears,
    log_looked_at,
    notices,
    route_of,
    staff_names,
    told_by,
    works_on,
)
from kasane.cases.exceptional.rules import DANGERS
from kasane.cases.formpage import Forms, form_page
from kasane.cases.shortforms import Sent, ShortForms, sent_or_offered
from kasane.disclosure.access import open_case


def alarm_new(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """緊急の知らせを出す."""
    case = open_case(case_id, by=request.actor, purpose="緊急の知らせを出す")
    if request.actor.agency.kind == AgencyKind.RESIDENT:
        raise Http404
    routes = [
        {
            "danger": one,
            "route": (route := route_of(one.code)),
            "people": staff_names(told_by(route, raiser=request.actor.user)),
        }
        for one in DANGERS
    ]

    def save(forms: Forms) -> str:
        made = actions.raise_alarm(case, by=request.actor, **forms["form"].cleaned_data)
        return reverse("cases:alarm", args=[made])

    return form_page(
        request,
        name="alarm",
        subject_id=case.id,
        template="cases/alarm/new.html",
        build=lambda data: {"form": RaiseForm(data)},
        save=save,
        context={"case": case, "routes": routes},
        saved_message="知らせを出しました。だれが受け取ったかは、この画面に出ます。急ぐときは電話もしてください。",
    )


def alarm_list(request: HttpRequest) -> HttpResponse:
    """The alarms the viewer may know of: open, or ended."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    chosen = request.GET.get("part", "")
    here = chosen if chosen in dict(PARTS) else PARTS[0][0]
    page = page_of(request, listed(here), unit="件")  # type: ignore[arg-type]
    context = {
        "page": page,
        "rows": [Shown(one) for one in page.rows],
        "here": here,
        "tabs": [{"label": label, "url": f"?part={name}", "active": name == here} for name, label in PARTS],
    }
    return render(request, "cases/alarm/list.html", context)


@never_cache
def count(request: HttpRequest) -> HttpResponse:
    """The red count, asked for by every open page from time to time."""
    return render(request, "cases/alarm/count.html", {"alarm_count": sum(mine(request).values())})


def alarm(request: HttpRequest, alarm_id: UUID) -> HttpResponse:
    """One alarm, who has it, and what the viewer can do about it; before it is taken by who only hears it, what kind it is."""
    return _alarm(request, _found(request, alarm_id))


def act(request: HttpRequest, alarm_id: UUID, name: str) -> HttpResponse:
    """受け取る・書く・終える・読む. What is refused comes back on the page with all that was typed."""
    notice = _found(request, alarm_id)
    chosen = ACTS.get(name)
    if chosen is None or not (notice.reads or name == "acknowledge"):
        raise Http404
    if request.method != "POST":
        return HttpResponseRedirect(reverse("cases:alarm", args=[notice.id]))
    here = reverse("cases:alarm", args=[notice.id])

    def save(form: Any) -> str:
        chosen.save(notice.id, by=request.actor, **form.cleaned_data)
        return reverse("home") if name == "read" else here

    return _short(request, notice).send(
        name,
        save=save,
        show=lambda sent: _alarm(request, notice, sent=sent),
        here=here,
        saved_message=chosen.done,
    )


def _short(request: HttpRequest, notice: Notice) -> ShortForms:
    return ShortForms(
        request, page="alarm", subject_id=notice.id, build={name: one.form for name, one in ACTS.items()}
    )


def _found(request: HttpRequest, alarm_id: UUID) -> Notice:
    """The alarm as far as the viewer may know of it; 404 for a stranger. The look is logged."""
    found = notices([alarm_id]) if request.actor is not None else []
    if not found:
        raise Http404
    log_looked_at(alarm_id)
    return found[0]


@dataclass(frozen=True)
class Standing:
    """How the viewer stands to an alarm."""

    by: Actor
    course: rules.Course
    hears: bool
    works: bool
    sees_case: bool

    @property
    def answer(self) -> rules.Answer | None:
        return self.course.answer_of(self.by.user.id)

    @property
    def has_answered(self) -> bool:
        return self.answer is not None and self.answer.acknowledged


@dataclass(frozen=True)
class Act:
    """One act on an alarm: its form, when it is offered, what forbids it before anything is typed, how it is done."""

    form: type[Any]
    offered: Callable[[Standing], bool]
    forbids: Callable[[Standing], list[Obstacle]]
    save: Callable[..., Any]
    done: str


def _may_acknowledge(one: Standing) -> bool:
    found = rules.acknowledging_obstacles(
        one.course, user=one.by.user.id, hears_it=one.hears, who="-", next_step="-"
    )
    return not found


def _ends(one: Standing) -> list[Obstacle]:
    return rules.may_end_obstacles(
        one.course, user=one.by.user.id, is_municipality=one.by.agency.is_municipality
    )


ACTS: dict[str, Act] = {
    "acknowledge": Act(
        AcknowledgeForm, _may_acknowledge, lambda one: [], actions.acknowledge,
        "受け取りました。知らせた人に伝わります。",
    ),
    "step": Act(
        StepForm, lambda one: one.course.is_open and one.works, lambda one: [], actions.add_step,
        "記録しました。",
    ),
    "again": Act(
        PressForm, lambda one: one.course.is_open and one.has_answered and not one.sees_case, lambda one: [],
        actions.look_again, "ケースを、また見られるようにしました。",
    ),
    "end": Act(EndForm, lambda one: one.course.is_open and one.works, _ends, actions.end,
               "終えました。知らせを受けた全員に伝わります。"),
    "read": Act(
        PressForm, lambda one: not one.course.is_open and one.answer is not None, lambda one: [],
        actions.read_end, "読んだことを記録しました。",
    ),
}  # fmt: skip


def _alarm(request: HttpRequest, notice: Notice, *, sent: Sent | None = None) -> HttpResponse:
    row = alarms().filter(pk=notice.id).first() if notice.reads else None
    course = course_of(row) if row else notice.course
    sees_case = notice.case_id is not None
    standing = Standing(request.actor, course, hears(notice.id), works_on(notice.id), sees_case)
    status = sent.status if sent else 200
    offered = {}
    for name, form in _short(request, notice).shown(sent).items():
        chosen = ACTS[name]
        if form.is_bound or chosen.offered(standing):
            offered[name] = sent_or_offered(name, form, chosen.forbids(standing), sent)
    if "read" in offered and notice.id not in mine(request):
        del offered["read"]
    context: dict[str, Any] = {"one": Shown(notice), "acts": offered}
    if row is None:
        return render(request, "cases/alarm/heard.html", context, status=status)
    context |= {
        "alarm": row,
        "people": reached(row),
        "steps": list(row.steps.select_related("by", "agency")),
        "mail_is_set_up": is_set_up(),
    }
    return render(request, "cases/alarm/alarm.html", context, status=status)

"""法令に基づく例外 of a case, of the town, and one by one. Thin: parse, ask the rule, act, render (R-DIS-05)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.agencies.paging import page_of
from kasane.base.dates import today
from kasane.base.obstacles import Obstacle
from kasane.cases import rules as case_rules
from kasane.cases.exceptional import actions, rules
from kasane.cases.exceptional.forms import AskForm, DecideForm, EndForm, OutcomeForm, ReviewForm
from kasane.cases.exceptional.page import NEWS_DAYS, Shown, shown
from kasane.cases.exceptional.queries import (
    MOST_NEWS,
    PEOPLE,
    course_of,
    log_looked_at,
    of_case,
    oversees,
    part,
    urgent_news,
    urgent_tries,
)
from kasane.cases.formpage import Forms, form_page
from kasane.cases.shortforms import Build, Sent, ShortForms, sent_or_offered
from kasane.disclosure.access import open_case, writable_kinds
from kasane.disclosure.models import LegalException

PARTS = (("decide", "承認待ち"), ("review", "確認待ち"), ("open", "続いている"), ("past", "終わった"))
TRIES_DAYS = 30
NEWS_CHOICES = (NEWS_DAYS, 30, 90)


def on_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """All that was asked for on one case, and the way to ask."""
    case = open_case(case_id, by=request.actor, purpose="法令に基づく例外")
    context = {"case": case, "rows": [Shown(row, case.label, True) for row in of_case(case.id)]}
    return render(request, "cases/exceptional/on_case.html", context)


def ask(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """例外の承認を求める."""
    case = open_case(case_id, by=request.actor, purpose="法令に基づく例外を求める")
    writable = writable_kinds(case.id, by=request.actor)

    def save(forms: Forms) -> str:
        actions.ask(case, by=request.actor, **forms["form"].values())
        return reverse("cases:exceptions", args=[case.id])

    return form_page(
        request,
        name="exception",
        subject_id=case.id,
        template="cases/exceptional/ask.html",
        build=lambda data: {"form": AskForm(data)},
        save=save,
        context={
            "case": case,
            "obstacles": case_rules.write_obstacles(is_open=case.is_open, writable=writable, case_id=case.id),
        },
        saved_message="承認を求めました。承認されると、相手が見られるようになります。",
    )


def listing(request: HttpRequest) -> HttpResponse:
    """For those who look after disclosure: what waits for them, what is open, what has been."""
    if request.actor is None or not oversees(request.actor):
        raise Http404
    decides = oversees(request.actor, deciding=True)
    places = PARTS if decides else PARTS[1:]
    chosen = request.GET.get("part", "")
    here = chosen if chosen in dict(places) else places[0][0]
    page = page_of(request, part(here, by=request.actor), unit="件")
    context = {
        "page": page,
        "rows": shown(page.rows),
        "here": here,
        "tabs": [{"label": label, "url": f"?part={name}", "active": name == here} for name, label in places],
        "tries": urgent_tries(days=TRIES_DAYS) if decides else [],
    }
    return render(request, "cases/exceptional/list.html", context)


def urgent_cases(request: HttpRequest) -> HttpResponse:
    """緊急とされた相談: all that 今日やること shows the newest of, also of the days before (R-INT-09)."""
    if request.actor is None or not oversees(request.actor):
        raise Http404
    asked = request.GET.get("days", "")
    days = next((one for one in NEWS_CHOICES if str(one) == asked), NEWS_DAYS)
    address = reverse("cases:urgent_cases")
    tabs = [
        {"label": f"この{one}日", "url": f"{address}?days={one}", "active": one == days}
        for one in NEWS_CHOICES
    ]
    rows = urgent_news(days=days)
    context = {"rows": rows, "tabs": tabs, "days": days, "most": MOST_NEWS}
    return render(request, "cases/exceptional/urgent_cases.html", context)


def exception(request: HttpRequest, exception_id: UUID) -> HttpResponse:
    """One exception, and what the viewer can do about it."""
    return _exception(request, _found(request, exception_id))


def act(request: HttpRequest, exception_id: UUID, name: str) -> HttpResponse:
    """決める・終える・書く・確かめる. What is refused comes back on the page with all that was typed."""
    row = _found(request, exception_id)
    chosen = ACTS.get(name)
    if chosen is None:
        raise Http404
    if request.method != "POST":
        return HttpResponseRedirect(reverse("cases:exception", args=[row.id]))
    here = reverse("cases:exception", args=[row.id])

    def save(form: Any) -> str:
        chosen.save(row, request, form.cleaned_data)
        return here

    return _short(request, row).send(
        name,
        save=save,
        show=lambda sent: _exception(request, row, sent=sent),
        here=here,
        saved_message=chosen.done,
    )


def _short(request: HttpRequest, row: LegalException) -> ShortForms:
    def build(form: type[Any]) -> Build:
        return lambda data: form(data, initial={"outcome": row.outcome})

    return ShortForms(
        request,
        page="exception-act",
        subject_id=row.id,
        build={name: build(one.form) for name, one in ACTS.items()},
    )


def _found(request: HttpRequest, exception_id: UUID) -> LegalException:
    """The exception as far as the viewer may know of it; 404 for a stranger. The look is logged."""
    if request.actor is None:
        raise Http404
    row = get_object_or_404(LegalException.objects.select_related(*PEOPLE), pk=exception_id)
    log_looked_at(row.id)
    return row


@dataclass(frozen=True)
class Act:
    """One act on an exception: its form, when it is offered, what forbids it before anything is typed, how it is done."""

    form: type[Any]
    offered: Callable[[rules.Course, Actor], bool]
    forbids: Callable[[rules.Course, Actor, bool], list[Obstacle]]
    save: Callable[[LegalException, HttpRequest, dict[str, Any]], Any]
    done: str


def _decide(row: LegalException, request: HttpRequest, typed: dict[str, Any]) -> None:
    approves = request.POST.get("answer") == "approve"
    actions.decide(row, by=request.actor, approves=approves, note=typed["note"])


ACTS: dict[str, Act] = {
    "decide": Act(
        DecideForm,
        lambda course, by: course.state == "requested",
        lambda course, by, writes: rules.deciding_obstacles(
            course, by=by.user.id, decides=oversees(by, deciding=True), approves=False, note="-", day=today()
        ),
        _decide,
        "決めました。",
    ),
    "outcome": Act(
        OutcomeForm,
        lambda course, by: course.user == by.user.id and course.state in ("approved", "urgent"),
        lambda course, by, writes: rules.outcome_obstacles(course, by=by.user.id, outcome="-"),
        lambda row, request, typed: actions.tell_outcome(row, by=request.actor, outcome=typed["outcome"]),
        "したことを記録しました。",
    ),
    "review": Act(
        ReviewForm,
        lambda course, by: course.to_be_reviewed(today()),
        lambda course, by, writes: rules.reviewing_obstacles(
            course, by=by.user.id, oversees=oversees(by), verdict="proper", note="-", day=today()
        ),
        lambda row, request, typed: actions.review(row, by=request.actor, **typed),
        "確認を記録しました。",
    ),
    "end": Act(
        EndForm,
        lambda course, by: course.may_end(today()),
        lambda course, by, writes: rules.ending_obstacles(
            course, by=by.user.id, writes=writes, oversees=oversees(by), day=today()
        ),
        lambda row, request, typed: actions.end(row, by=request.actor),
        "終わらせました。もう見られません。",
    ),
}


def _exception(request: HttpRequest, row: LegalException, *, sent: Sent | None = None) -> HttpResponse:
    course = course_of(row)
    writes = bool(writable_kinds(row.case_id, by=request.actor))
    offered = {}
    for name, form in _short(request, row).shown(sent).items():
        one = ACTS[name]
        if form.is_bound or one.offered(course, request.actor):
            offered[name] = sent_or_offered(name, form, one.forbids(course, request.actor, writes), sent)
    context = {
        "one": shown([row])[0],
        "exception": row,
        "acts": offered,
        "lists": oversees(request.actor),
    }
    return render(request, "cases/exceptional/exception.html", context, status=sent.status if sent else 200)

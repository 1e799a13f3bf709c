"""妊産婦等の支援台帳: the ledger of the desk, one entry, and what is done on it (R-INT-12)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kasane.agencies.paging import page_of
from kasane.base.dates import today, wareki
from kasane.base.workbook import download
from kasane.cases.models import Case
from kasane.disclosure.access import log_export, open_case
from kasane.intake.maternity import actions, rules
from kasane.intake.maternity.forms import (
    LEDGER,
    BirthForm,
    ChangeForm,
    EndForm,
    EnterForm,
    HandForm,
    ItemFormSet,
    LedgerFilter,
    NeedForm,
    PlanForm,
    TalkForm,
)
from kasane.intake.maternity.queries import PEOPLE, ledger
from kasane.intake.maternity.workbook import workbook
from kasane.intake.models import MaternityEntry, MaternityTalk, SupportPlan
from kasane.intake.registers.page import Act, Place, act_page, case_place, lead_to, opened, person_from
from kasane.intake.views.desk import at_desk

TALKS_HINT = (
    "面談は、妊娠届出のとき・妊娠8か月のころ・出産のあと(4週ごろ)の三つが、分娩予定日から予定されます。"
)


def listing(request: HttpRequest) -> HttpResponse:
    """The ledger by 分娩予定日."""
    by = at_desk(request)
    form = LedgerFilter(request.GET)
    page = page_of(request, ledger(by, form.wanted()), unit="人")
    context = {
        "page": page,
        "form": form,
        "applied": form.applied(request),
        "query": request.GET.urlencode(),
        "today": today(),
    }
    return render(request, "intake/maternity/list.html", context)


def export(request: HttpRequest) -> HttpResponse:
    """The same list as an Excel file; each case in it keeps that it left the product (R-DIS-08)."""
    by = at_desk(request)
    rows = list(ledger(by, LedgerFilter(request.GET).wanted()))
    log_export({row.case_id for row in rows}, "妊産婦等の支援台帳(Excel)")
    title = f"妊産婦等の支援台帳 {by.agency.name} {wareki(today())}現在"
    return download(workbook(title, rows), f"妊産婦等の支援台帳_{today():%Y%m%d}.xlsx")


def new(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """台帳にのせる."""
    case = open_case(case_id, by=request.actor, purpose="妊産婦等の支援台帳にのせる")

    def save(typed: dict[str, Any]) -> str:
        person = person_from(case, typed.pop("person"))
        return _url(actions.enter(case, by=request.actor, person=person, **typed))

    place = case_place(case)
    return act_page(
        request,
        Place(case, place.subject_id, place.back, place.back_title, {"hint": TALKS_HINT}),
        Act(
            "maternity-enter",
            "妊産婦等の支援台帳にのせる",
            "妊娠の届出などで分かったことを書きます。面談の予定日は、分娩予定日から出します。",
            "台帳にのせる",
            "台帳にのせました。面談の予定が今日やることに出ます。",
        ),
        form=lambda data: EnterForm(data, case=case),
        save=save,
        obstacles=actions.desk_writes(case, by=request.actor, begins=True),
    )


def entry(request: HttpRequest, maternity_entry_id: UUID) -> HttpResponse:
    """One entry: the items of the ledger, 必要度 over time, talks, plans."""
    case, row = _opened(request, maternity_entry_id, "妊産婦等の支援台帳")
    talks = list(row.talks.select_related("by"))
    plans = list(row.plans.select_related("made_by").prefetch_related("items"))
    context = {
        "case": case,
        "entry": row,
        "weeks": None if row.born_on else rules.weeks_on(row.due_on, today()),
        "needs": list(row.needs.select_related("by")),
        "talks": [
            {"row": one, "gone": not one.done_on and rules.superseded(one.stage, born_on=row.born_on)}
            for one in talks
        ],
        "plans": plans,
        "plan": plans[0] if plans else None,
        "concerns": rules.concerns(row.situations, notified_weeks=row.notified_weeks),
        "forbids": actions.desk_writes(case, by=request.actor),
    }
    return render(request, "intake/maternity/entry.html", context)


def change(request: HttpRequest, maternity_entry_id: UUID) -> HttpResponse:
    """台帳を直す."""
    initial_names = (*LEDGER, "version")
    return _act(
        request,
        maternity_entry_id,
        Act("maternity-change", "台帳を直す", "予定日を直すと、まだの面談の予定日も動きます。", "保存する"),
        form=lambda row: (
            lambda data: ChangeForm(data, initial={name: getattr(row, name) for name in initial_names})
        ),
        save=lambda row, typed: actions.change(row, by=request.actor, **typed),
    )


def weigh(request: HttpRequest, maternity_entry_id: UUID) -> HttpResponse:
    """支援の必要度を見直す."""
    return _act(
        request,
        maternity_entry_id,
        Act(
            "maternity-need",
            "支援の必要度を見直す",
            "前の判断は書きかえず、新しい日の判断を加えます。",
            "加える",
        ),
        form=lambda row: lambda data: NeedForm(data, initial={"need": row.need}),
        save=lambda row, typed: actions.weigh(row, by=request.actor, **typed),
    )


def talk(request: HttpRequest, maternity_entry_id: UUID) -> HttpResponse:
    """面談を記録する."""
    return _act(
        request,
        maternity_entry_id,
        Act("maternity-talk", "面談を記録する", "時期を選ぶと、その予定は済みになります。", "記録する"),
        form=lambda row: lambda data: TalkForm(data, initial={"stage": request.GET.get("stage", "")}),
        save=lambda row, typed: actions.talk(row, by=request.actor, **typed),
    )


def birth(request: HttpRequest, maternity_entry_id: UUID) -> HttpResponse:
    """出産と産後."""
    names = ("born_on", "birth_note", "postpartum_note")
    return _act(
        request,
        maternity_entry_id,
        Act(
            "maternity-birth",
            "出産と産後を書く",
            "出産日から、出産のあとの面談の予定日を出します。",
            "保存する",
        ),
        form=lambda row: lambda data: BirthForm(data, initial={name: getattr(row, name) for name in names}),
        save=lambda row, typed: actions.birth(row, by=request.actor, **typed),
    )


def plan_new(request: HttpRequest, maternity_entry_id: UUID) -> HttpResponse:
    """サポートプラン: the first version, or the next from the present one."""
    before: dict[str, Any] = {}

    def latest(row: MaternityEntry) -> SupportPlan | None:
        if "plan" not in before:
            before["plan"] = row.plans.prefetch_related("items").first()
        found: SupportPlan | None = before["plan"]
        return found

    def form(row: MaternityEntry) -> Any:
        plan = latest(row)
        known = {name: getattr(plan, name) for name in ("wishes", "issues", "goals")} if plan else {}
        return lambda data: PlanForm(data, initial=known or {"issues": row.situation_note})

    def items(row: MaternityEntry) -> Any:
        plan = latest(row)
        known = [{"what": i.what, "who": i.who, "when": i.when} for i in plan.items.all()] if plan else []
        return lambda data: ItemFormSet(data, initial=known, prefix="items")

    return _act(
        request,
        maternity_entry_id,
        Act(
            "support-plan",
            "サポートプランをつくる",
            "本人と話しながら書きます。見直すときは新しい版になり、前の版はそのまま残ります。",
            "この内容でつくる",
            "サポートプランをつくりました。写しを本人に渡してください。",
        ),
        form=form,
        save=lambda row, typed: actions.make_plan(row, by=request.actor, items=typed.pop("rows"), **typed),
        rows=items,
    )


def hand_copy(request: HttpRequest, support_plan_id: UUID) -> HttpResponse:
    """写しを本人に渡した."""
    case, plan = opened(request, SupportPlan, support_plan_id, "サポートプランの写し", "entry", "case")
    return act_page(
        request,
        Place(case, plan.id, _url(plan.entry), "支援台帳"),
        Act(
            "support-plan-hand",
            "写しを本人に渡す",
            f"サポートプラン 第{plan.number}版です。",
            "渡したことを残す",
        ),
        form=lambda data: HandForm(data),
        save=lambda typed: _url(actions.hand_copy(plan, by=request.actor, **typed).entry),
        obstacles=actions.desk_writes(case, by=request.actor),
    )


def end(request: HttpRequest, maternity_entry_id: UUID) -> HttpResponse:
    """台帳から外す."""
    return _act(
        request,
        maternity_entry_id,
        Act(
            "maternity-end",
            "台帳から外す",
            "まだの面談とプランの見直しは、今日やることから消えます。書いたことは残ります。",
            "台帳から外す",
            "台帳から外しました。",
            is_grave=True,
        ),
        form=lambda row: lambda data: EndForm(data),
        save=lambda row, typed: actions.end(row, by=request.actor, **typed),
    )


def held(request: HttpRequest, maternity_talk_id: UUID) -> HttpResponse:
    """From the talk on 今日やること to its form."""
    return lead_to(
        request,
        MaternityTalk,
        maternity_talk_id,
        "intake:maternity_talk",
        of="entry_id",
        query="stage={row.stage}",
    )


def review(request: HttpRequest, support_plan_id: UUID) -> HttpResponse:
    """From the review on 今日やること to the next version."""
    return lead_to(request, SupportPlan, support_plan_id, "intake:support_plan_new", of="entry_id")


def _act(
    request: HttpRequest, maternity_entry_id: UUID, act: Act, *, form: Any, save: Any, rows: Any = None
) -> HttpResponse:
    """One form of an entry; `form(row)` and `rows(row)` answer how it is built, `save(row, typed)` acts."""
    case, row = _opened(request, maternity_entry_id, f"妊産婦等の支援台帳({act.title})")

    def keep(typed: dict[str, Any]) -> str:
        save(row, typed)
        return _url(row)

    return act_page(
        request,
        Place(case, row.pk, _url(row), row.person.name or "支援台帳"),
        act,
        form=form(row),
        save=keep,
        obstacles=actions.desk_writes(case, by=request.actor) + rules.open_obstacles(is_open=row.is_open),
        rows=rows(row) if rows else None,
    )


def _opened(request: HttpRequest, maternity_entry_id: UUID, purpose: str) -> tuple[Case, MaternityEntry]:
    return opened(request, MaternityEntry, maternity_entry_id, purpose, *PEOPLE)


def _url(row: MaternityEntry) -> str:
    return reverse("intake:maternity_entry", args=[row.pk])

"""住居確保給付金: the list of the desk, one application, and what is done on it (R-SELF-01)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kasane.agencies.paging import page_of
from kasane.base.dates import today
from kasane.base.obstacles import Obstacle
from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.intake.housing import actions, moving, rules
from kasane.intake.housing.forms import (
    APPLICATION,
    ChangeForm,
    DecideForm,
    EndForm,
    ExtendForm,
    PauseForm,
    ReceiveForm,
    ResumeForm,
    SendForm,
    TalkForm,
    WithdrawForm,
)
from kasane.intake.housing.movingforms import APPLICATION as MOVING
from kasane.intake.housing.movingforms import (
    ChangeMovingForm,
    DecideMovingForm,
    EndMovingForm,
    ReceiveMovingForm,
)
from kasane.intake.housing.queries import PEOPLE, authority, benefits_of_desk, checks_of
from kasane.intake.models import HousingBenefit, HousingState, HousingSubsidy, HousingTerm
from kasane.intake.registers.page import Act, Place, act_page, case_place, lead_to, opened, person_from
from kasane.intake.views.desk import at_desk

TABS = (
    ("", "進んでいる"),
    (HousingState.RECEIVED.value, "書類をそろえる"),
    (HousingState.SENT.value, "決定待ち"),
    (HousingState.GRANTED.value, "受給中"),
    ("ended", "終わった"),
)
RECEIVED = "受け付けました。足りない書類は、この画面に出ています。"


def listing(request: HttpRequest) -> HttpResponse:
    """The applications of this desk by their state."""
    by = at_desk(request)
    asked = request.GET.get("part", "")
    here = asked if asked in dict(TABS) else ""
    page = page_of(request, benefits_of_desk(by, state=here), unit="件")
    tabs = [{"label": label, "url": f"?part={key}", "active": key == here} for key, label in TABS]
    context = {"page": page, "tabs": tabs, "here": here, "today": today()}
    return render(request, "intake/housing/list.html", context)


def new(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """家賃補助を受け付ける."""
    act = Act(
        "housing-receive",
        "住居確保給付金を受け付ける",
        "家賃の補助です。聞きながら分かるところから書きます。支給を決めるのは、福祉事務所です。",
        "受け付ける",
        RECEIVED,
    )
    return _receive(request, case_id, act, ReceiveForm, HousingSubsidy.RENT)


def new_moving(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """転居費用補助を受け付ける."""
    act = Act(
        "housing-receive-moving",
        "転居費用補助を受け付ける",
        "家計を立て直すために転居が要る世帯に、転居の費用を補助します。支給を決めるのは、福祉事務所です。",
        "受け付ける",
        RECEIVED,
    )
    return _receive(request, case_id, act, ReceiveMovingForm, HousingSubsidy.MOVING)


def _receive(request: HttpRequest, case_id: UUID, act: Act, form: Any, subsidy: str) -> HttpResponse:
    case = open_case(case_id, by=request.actor, purpose=act.title)

    def save(typed: dict[str, Any]) -> str:
        person = person_from(case, typed.pop("person"))
        return _url(actions.receive(case, by=request.actor, person=person, subsidy=subsidy, **typed))

    return act_page(
        request,
        case_place(case),
        act,
        form=lambda data: form(data, case=case),
        save=save,
        obstacles=actions.desk_writes(case, by=request.actor, begins=True),
    )


def benefit(request: HttpRequest, housing_benefit_id: UUID) -> HttpResponse:
    """One application: what is missing, the desk's first look, terms and talks."""
    case, row = _opened(request, housing_benefit_id, "住居確保給付金")
    asked = actions.papers_of(row)
    terms = list(row.terms.all())
    context = {
        "case": case,
        "benefit": row,
        "checks": checks_of(row),
        "papers": [{"title": title, "has": code in row.papers} for code, title in asked.items()],
        "missing": rules.missing_papers(row.papers, asked),
        "terms": terms,
        "last": terms[-1] if terms else None,
        "may_extend": not row.is_moving
        and row.state == HousingState.GRANTED
        and len(terms) < rules.MOST_TERMS,
        "talks": list(row.talks.select_related("by")),
        "forbids": actions.desk_writes(case, by=request.actor),
    }
    return render(request, "intake/housing/benefit.html", context)


def change(request: HttpRequest, housing_benefit_id: UUID) -> HttpResponse:
    """直す・書類を受け取る."""
    return _act(
        request,
        housing_benefit_id,
        Act("housing-change", "書き足す・書類を受け取る", "受け取った書類に印をつけます。", "保存する"),
        form=_change_form,
        save=lambda row, typed: actions.change(row, by=request.actor, **typed),
        forbids=lambda row: rules.state_obstacles(row.state, ("received",)),
    )


def _change_form(row: HousingBenefit) -> Any:
    form, names = (ChangeMovingForm, MOVING) if row.is_moving else (ChangeForm, APPLICATION)
    return lambda data: form(data, initial={name: getattr(row, name) for name in (*names, "version")})


def _decide_by(row: HousingBenefit) -> Any:
    return actions.decide_move if row.is_moving else actions.decide


def send(request: HttpRequest, housing_benefit_id: UUID) -> HttpResponse:
    """決定する機関に送る."""
    return _act(
        request,
        housing_benefit_id,
        Act(
            "housing-send",
            "決定する機関に送る",
            "書類と数字がそろうと送れます。",
            "送ったことを残す",
            "送りました。決定を確かめる日が、今日やることに出ます。",
        ),
        form=lambda row: lambda data: SendForm(data, initial={"sent_to": authority()}),
        save=lambda row, typed: actions.send(row, by=request.actor, **typed),
        forbids=lambda row: actions.sending_obstacles(row, on=today(), sent_to="-"),
    )


def decide(request: HttpRequest, housing_benefit_id: UUID) -> HttpResponse:
    """決定を書く."""
    return _act(
        request,
        housing_benefit_id,
        Act("housing-decide", "決定を書く", "福祉事務所からの通知のとおりに書きます。", "決定を残す"),
        form=lambda row: DecideMovingForm if row.is_moving else DecideForm,
        save=lambda row, typed: _decide_by(row)(row, by=request.actor, **typed),
        forbids=lambda row: rules.state_obstacles(row.state, ("sent",)),
    )


def talk(request: HttpRequest, housing_benefit_id: UUID) -> HttpResponse:
    """面接を書く."""
    return _act(
        request,
        housing_benefit_id,
        Act("housing-talk", "面接を書く", "求職活動等のようすと、次の面接日を残します。", "残す"),
        form=lambda row: lambda data: TalkForm(data),
        save=lambda row, typed: actions.talk(row, by=request.actor, **typed),
        forbids=lambda row: rules.state_obstacles(row.state, ("received", "sent", *rules.GIVEN)),
    )


def extend(request: HttpRequest, housing_benefit_id: UUID) -> HttpResponse:
    """延長の決定を書く."""
    return _act(
        request,
        housing_benefit_id,
        Act("housing-extend", "延長の決定を書く", "3か月の延長です。2回までできます。", "延長を残す"),
        form=lambda row: lambda data: ExtendForm(data),
        save=lambda row, typed: actions.extend(row, by=request.actor, **typed),
        forbids=lambda row: _of_rent(row) + rules.state_obstacles(row.state, ("granted",)),
    )


def pause(request: HttpRequest, housing_benefit_id: UUID) -> HttpResponse:
    """中断."""
    return _act(
        request,
        housing_benefit_id,
        Act("housing-pause", "中断を書く", "30日後に、ようすを確かめる予定が出ます。", "中断を残す"),
        form=lambda row: lambda data: PauseForm(data),
        save=lambda row, typed: actions.pause(row, by=request.actor, **typed),
        forbids=lambda row: _of_rent(row) + rules.state_obstacles(row.state, ("granted",)),
    )


def resume(request: HttpRequest, housing_benefit_id: UUID) -> HttpResponse:
    """再開."""
    return _act(
        request,
        housing_benefit_id,
        Act("housing-resume", "再開を書く", "支給期間の新しい最終日を入れます。", "再開を残す"),
        form=lambda row: lambda data: ResumeForm(data),
        save=lambda row, typed: actions.resume(row, by=request.actor, **typed),
        forbids=_of_rent,
    )


def end(request: HttpRequest, housing_benefit_id: UUID) -> HttpResponse:
    """終了."""
    return _act(
        request,
        housing_benefit_id,
        Act(
            "housing-end",
            "終了を書く",
            "面接と期間の予定は、今日やることから消えます。",
            "終了を残す",
            is_grave=True,
        ),
        form=lambda row: EndMovingForm if row.is_moving else EndForm,
        save=lambda row, typed: actions.end(row, by=request.actor, **typed),
        forbids=lambda row: rules.state_obstacles(row.state, rules.GIVEN),
    )


def withdraw(request: HttpRequest, housing_benefit_id: UUID) -> HttpResponse:
    """取り下げ."""
    return _act(
        request,
        housing_benefit_id,
        Act(
            "housing-withdraw",
            "取り下げを書く",
            "本人が申請をやめたときに。",
            "取り下げを残す",
            is_grave=True,
        ),
        form=lambda row: lambda data: WithdrawForm(data),
        save=lambda row, typed: actions.withdraw(row, by=request.actor, **typed),
        forbids=lambda row: rules.state_obstacles(row.state, ("received", "sent")),
    )


def term(request: HttpRequest, housing_term_id: UUID) -> HttpResponse:
    """From the last day on 今日やること to the application."""
    return lead_to(request, HousingTerm, housing_term_id, "intake:housing_benefit", of="benefit_id")


def _act(
    request: HttpRequest, housing_benefit_id: UUID, act: Act, *, form: Any, save: Any, forbids: Any = None
) -> HttpResponse:
    """One form of an application; `forbids(row)` answers what is known to stand in the way before anything is typed."""
    case, row = _opened(request, housing_benefit_id, f"住居確保給付金({act.title})")

    def keep(typed: dict[str, Any]) -> str:
        save(row, typed)
        return _url(row)

    before: list[Obstacle] = forbids(row) if forbids else []
    return act_page(
        request,
        Place(case, row.pk, _url(row), row.title),
        act,
        form=form(row),
        save=keep,
        obstacles=actions.desk_writes(case, by=request.actor) + before,
    )


def _opened(request: HttpRequest, housing_benefit_id: UUID, purpose: str) -> tuple[Case, HousingBenefit]:
    return opened(request, HousingBenefit, housing_benefit_id, purpose, *PEOPLE)


def _of_rent(row: HousingBenefit) -> list[Obstacle]:
    return moving.kind_obstacles(is_moving=row.is_moving, wanted=False)


def _url(row: HousingBenefit) -> str:
    return reverse("intake:housing_benefit", args=[row.pk])

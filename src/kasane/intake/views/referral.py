"""つなぎ 2-1-2: sending, reading, answering, taking back, following up; つなぎもどし (R-INT-04, R-INT-07, R-COOR-11)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from kasane.agencies.models import Agency
from kasane.agencies.queries import active_agencies, center_agency
from kasane.base.dates import today, wareki
from kasane.cases.api import writes_in
from kasane.cases.formpage import Forms, form_page
from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.disclosure.api import agencies_covered, consents_of, said
from kasane.intake import actions, queries, rules
from kasane.intake.cards import answer_cards
from kasane.intake.forms import AnswerForm, FollowUpForm, HandBackForm, ReferForm, TakeBackForm
from kasane.intake.hops import queries as around
from kasane.intake.hops.forms import CommentForm
from kasane.intake.hops.rules import addressee
from kasane.intake.models import Referral, ReferralState, RequestKind
from kasane.people.queries import household

CENTRE = "centre"
"""`?to=centre`: nobody knows where this belongs (R-INT-06)."""


def refer(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """つなぐシートを書く. What can not be sent is told before a word is written."""
    case = open_case(case_id, by=request.actor, purpose="つなぎの作成")
    to = request.GET.get("to", "")
    initial = _proposed(case, to)

    covered, centre = _covered(case), center_agency()

    def build(data: QueryDict | None) -> Forms:
        if to == CENTRE and data is not None and request.method != "POST":
            data = _to(data, centre)
        return {"form": ReferForm(data, by=request.actor, covered=covered, initial=initial)}

    def save(forms: Forms) -> str:
        row = actions.refer(case, by=request.actor, **forms["form"].sheet_values())
        return reverse("intake:referral", args=[row.id])

    return form_page(
        request,
        name="refer",
        subject_id=case.id,
        template="intake/refer_form.html",
        build=build,
        save=save,
        context={
            "case": case,
            "title": "つなぐシートを書く",
            "submit": "つなぎを送る",
            "centre": centre if centre and centre.id != request.actor.agency.id else None,
            "obstacles": rules.start_obstacles(
                case_id=str(case.id),
                is_open=case.is_open,
                writes=writes_in(case.id, by=request.actor),
                consent_answer=said(consents_of(case.id), on=today()),
                to_coordination=to == "coordination",
            ),
        },
        saved_message="つなぎを送りました。",
    )


def hand_back(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """つなぎもどし: after closure, to the agency that stays with the person."""
    case = open_case(case_id, by=request.actor, purpose="つなぎもどしの作成")

    def save(forms: Forms) -> str:
        row = actions.hand_back(case, by=request.actor, **forms["form"].sheet_values())
        return reverse("intake:referral", args=[row.id])

    return form_page(
        request,
        name="hand-back",
        subject_id=case.id,
        template="intake/refer_form.html",
        build=lambda data: {
            "form": HandBackForm(
                data,
                by=request.actor,
                covered=_covered(case),
                initial={"receiver": request.GET.get("to", ""), "requests": [RequestKind.CONSULTATION]},
            )
        },
        save=save,
        context={
            "case": case,
            "title": "つなぎもどし",
            "submit": "つなぎもどしを送る",
            "obstacles": rules.hand_back_obstacles(
                is_open=case.is_open,
                writes=writes_in(case.id, by=request.actor),
                sender_is_responsible=case.responsible_agency_id == request.actor.agency.id,
            ),
        },
        saved_message="つなぎもどしを送りました。",
    )


def referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Both sides of the sheet, and what the viewer can do with it now."""
    case, row = opened(request, referral_id, "つなぎ")
    by = request.actor
    is_receiver, is_sender = row.receiver_id == by.agency.id, row.sender_id == by.agency.id
    comments = around.comments_of(row)
    context = {
        "case": case,
        "referral": row,
        "household": household(case.id),
        "is_sender": is_sender,
        "is_party": (is_sender or is_receiver) and row.state != ReferralState.WITHDRAWN,
        "beside": around.beside(row),
        "comments": comments,
        "asked": any(
            one.waits
            and by.agency.id
            == addressee(author=one.agency_id, sender=row.sender_id, receiver=row.receiver_id)
            for one in comments
        ),
        "comment_form": CommentForm(),
        "visits": around.visits_of(row),
        "steps": around.steps_of(row.id),
        "answers": answer_cards(row.id) if is_receiver and row.is_waiting else [],
        "can_follow_up": (is_sender or is_receiver) and row.is_answered and row.followed_up_on is None,
        "has_reception": queries.reception_of(case.id) is not None,
    }
    return render(request, "intake/referral.html", context)


def answer(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """受ける / 共に支援する / 戻す."""
    case, row = opened(request, referral_id, "つなぎへの返事")
    first = next((one for one in around.beside(row) if one.state == ReferralState.ACCEPTED), None)
    chosen = {"answer": request.GET.get("answer", ""), "version": row.version}

    def save(forms: Forms) -> str:
        actions.answer(row, by=request.actor, **forms["form"].answer_values())
        return reverse("intake:referral", args=[row.id])

    return form_page(
        request,
        name="answer",
        subject_id=row.id,
        template="intake/answer_form.html",
        build=lambda data: {"form": AnswerForm(data, by=request.actor, initial=chosen)},
        save=save,
        context={
            "case": case,
            "referral": row,
            "first": first,
            "obstacles": rules.answering_obstacles(
                state=row.state, is_receiver=row.receiver_id == request.actor.agency.id
            ),
        },
        saved_message="返事をつなぎ元に知らせました。",
    )


def take_back(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """取り下げ: first what will happen, then the act."""
    case, row = opened(request, referral_id, "つなぎの取り下げ")

    def save(forms: Forms) -> str:
        actions.take_back(row, by=request.actor, on=today(), **forms["form"].cleaned_data)
        return reverse("intake:referral", args=[row.id])

    return form_page(
        request,
        name="take-back",
        subject_id=row.id,
        template="intake/take_back.html",
        build=lambda data: {"form": TakeBackForm(data)},
        save=save,
        context={"case": case, "referral": row},
        saved_message="つなぎを取り下げました。",
    )


def follow_up(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """フォローアップの結果を書く (R-INT-05)."""
    case, row = opened(request, referral_id, "つなぎのフォローアップ")

    def save(forms: Forms) -> str:
        actions.follow_up(row, by=request.actor, **forms["form"].cleaned_data)
        return reverse("case_page", args=[case.id])

    return form_page(
        request,
        name="follow-up",
        subject_id=row.id,
        template="intake/follow_up.html",
        build=lambda data: {"form": FollowUpForm(data)},
        save=save,
        context={"case": case, "referral": row},
        saved_message="フォローアップの結果を残しました。",
    )


def opened(request: HttpRequest, referral_id: UUID, purpose: str) -> tuple[Case, Referral]:
    """The sheet with its case; 404 for strangers."""
    rows = Referral.objects.select_related("sender", "receiver", "sent_by", "answered_by", "followed_up_by")
    row = get_object_or_404(rows, pk=referral_id)
    return open_case(row.case_id, by=request.actor, purpose=purpose, subject=row.id), row


def _to(typed: QueryDict, agency: Agency | None) -> QueryDict:
    """What was typed before, now to this agency."""
    data = typed.copy()
    if agency is not None:
        data["receiver"] = str(agency.id)
    return data


def _covered(case: Case) -> set[UUID]:
    """The agencies the person lets know today."""
    ids = list(active_agencies().values_list("id", flat=True))
    return agencies_covered(case.id, ids, on=today())


def _proposed(case: Case, to: str) -> dict[str, Any]:
    """What the way chosen at triage already tells: the agency, the request, the reason, the course so far."""
    sheet = queries.reception_of(case.id)
    known: dict[str, Any] = {"is_urgent": case.is_urgent}
    if sheet is not None:
        known["course"] = f"{wareki(sheet.received_on)} {sheet.agency.name}で受付。{sheet.overview}"
        known["reason"], known["kinds"] = sheet.outcome_reason, sheet.kinds
        known["attachments"] = ["2-1-1"]
    if to == CENTRE and (centre := center_agency()) is not None:
        known["receiver"], known["requests"] = centre.pk, [RequestKind.CONSULTATION, RequestKind.ROLES]
        known["reason"] = (
            known.get("reason") or "どこにつなぐとよいか分からないため、いっしょに考えてほしい。"
        )
    way = _WAYS.get(to)
    if way is not None:
        agencies, request = way
        only = list(agencies()[:2])
        known["receiver"] = only[0].pk if len(only) == 1 else ""
        known["requests"] = [request]
    return known


_WAYS = {
    "coordination": (queries.coordination_agencies, RequestKind.ROLES),
    "outreach": (queries.outreach_agencies, RequestKind.OUTREACH),
}
"""What a way chosen at triage proposes: who may receive, and what is asked of them (R-INT-03, R-INT-06)."""

"""同意: asking, what was answered before, taking it back; and what each of these will change (R-INT-01, R-DIS-01)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.base.dates import today
from kasane.cases.api import writes_in
from kasane.cases.formpage import Forms, draft_url, form_page
from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.disclosure.api import said
from kasane.disclosure.models import Consent
from kasane.disclosure.queries import Spoken, spoken_of
from kasane.intake import actions, foresee, rules
from kasane.intake.forms import ConsentForm, WithdrawalForm

SHOWN = "shown_effects"
"""The mark of the effects that stood on the screen when the button was pressed."""


class _NotYetShown(Exception):
    """The answer changes what others see, and nobody has been shown how."""

    def __init__(self, foresight: foresee.Foresight) -> None:
        self.foresight = foresight
        super().__init__()


def consent(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Asks the person; earlier answers stand beside it, newest first. What changes for others is shown before it is
    kept: live as one types, or else by one more press of the button.
    """
    case = open_case(case_id, by=request.actor, purpose="同意の確認")
    spoken = spoken_of(case.id)
    consents = [one.row for one in reversed(spoken)]
    may_write = writes_in(case.id, by=request.actor)
    kept: dict[str, Any] = {"data": None}

    def build(data: QueryDict | None) -> Forms:
        kept["data"] = data
        return {"form": ConsentForm(data, by=request.actor, last=_last_yes(consents))}

    def save(forms: Forms) -> str:
        answer = forms["form"].said()
        foresight = foresee.of_answer(case.id, answer, by=request.actor)
        if may_write and foresight.mark != request.POST.get(SHOWN, ""):
            raise _NotYetShown(foresight)
        actions.record_answer(case, by=request.actor, said=answer)
        return _after(case, request, reverse("case_page", args=[case.id]))

    context = {
        "case": case,
        "earlier": _earlier(spoken),
        "word": said(consents, on=today()),
        "obstacles": rules.worker_obstacles(writes=may_write),
    }
    try:
        return form_page(
            request,
            name="consent",
            subject_id=case.id,
            template="intake/consent.html",
            build=build,
            save=save,
            context=context,
            saved_message="本人の答えを残しました。",
        )
    except _NotYetShown as not_yet:
        shown = {"form": build(kept["data"])["form"], "foresight": not_yet.foresight, "asks_again": True}
        shown["draft_url"] = draft_url("consent", case.id)
        return render(request, "intake/consent.html", {**context, **shown}, status=422)


@require_POST
def consent_effects(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What keeping the answer as it is typed now would change; a piece of the page.

    That the page was opened is in the log; each keystroke is not. A stranger is refused, and that is logged.
    """
    case = Case.objects.filter(pk=case_id).first() or open_case(
        case_id, by=request.actor, purpose="同意の確認"
    )
    form = ConsentForm(request.POST, by=request.actor)
    foresight = foresee.of_answer(case.id, form.said(), by=request.actor) if form.is_valid() else None
    return render(request, "intake/effects.html", {"foresight": foresight, "unfinished": not foresight})


def withdraw(request: HttpRequest, case_id: UUID, consent_id: UUID) -> HttpResponse:
    """同意の撤回: first what will happen, then the act."""
    case = open_case(case_id, by=request.actor, purpose="同意の撤回")
    one = next((one for one in spoken_of(case.id) if one.row.id == consent_id), None)
    if one is None:
        raise Http404
    row = one.row

    def save(forms: Forms) -> str:
        actions.withdraw_answer(case, row, by=request.actor, **forms["form"].cleaned_data)
        return _after(case, request, reverse("intake:consent", args=[case.id]))

    return form_page(
        request,
        name="withdrawal",
        subject_id=row.id,
        template="intake/withdraw.html",
        build=lambda data: {"form": WithdrawalForm(data)},
        save=save,
        context={
            "case": case,
            "consent": row,
            "one": one,
            "foresight": foresee.of_withdrawal(case.id, row.id, on=today(), by=request.actor),
            "obstacles": _withdrawal_obstacles(case, row, request),
        },
        saved_message="同意の撤回を残しました。",
    )


def _after(case: Case, request: HttpRequest, page: str) -> str:
    """Back to the case, unless the person's word has just closed it to this agency too."""
    return page if writes_in(case.id, by=request.actor) else reverse("cases:list")


def _withdrawal_obstacles(case: Case, row: Consent, request: HttpRequest) -> list[Any]:
    return [
        *rules.worker_obstacles(writes=writes_in(case.id, by=request.actor)),
        *rules.withdrawal_obstacles(
            answer=row.answer, confirmed_on=row.confirmed_on, withdrawn_on=row.withdrawn_on, on=today()
        ),
    ]


def _earlier(spoken: list[Spoken]) -> list[dict[str, object]]:
    """The answers in words, newest first; the latest yes can be taken back."""
    latest = next((one for one in spoken if one.row.answer != "unclear"), None)
    return [
        {
            "one": one,
            "withdraw_url": reverse("intake:withdraw", args=[one.row.case_id, one.row.id])
            if one is latest and one.row.answer == "agree" and one.row.withdrawn_on is None
            else "",
        }
        for one in spoken
    ]


def _last_yes(consents: list[Consent]) -> Consent | None:
    """The last yes, unless it was taken back."""
    agreed = [c for c in consents if c.answer == "agree" and c.withdrawn_on is None]
    return agreed[-1] if agreed else None

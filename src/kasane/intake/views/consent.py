"""同意: asking, what was answered before, and taking it back (R-INT-01, R-DIS-01)."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.base.kinds import kind_labels
from kasane.cases.api import writes_in
from kasane.cases.formpage import Forms, form_page
from kasane.disclosure.access import open_case
from kasane.disclosure.api import consents_of, said
from kasane.disclosure.models import Consent
from kasane.intake import actions, queries, rules
from kasane.intake.forms import ConsentForm, WithdrawalForm


def consent(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Asks the person; earlier answers stand below, newest first."""
    case = open_case(case_id, by=request.actor, purpose="同意の確認")
    consents = consents_of(case.id)

    def save(forms: Forms) -> str:
        actions.record_answer(case, by=request.actor, said=forms["form"].said())
        return reverse("case_page", args=[case.id])

    return form_page(
        request,
        name="consent",
        subject_id=case.id,
        template="intake/consent.html",
        build=lambda data: {"form": ConsentForm(data, by=request.actor)},
        save=save,
        context={
            "case": case,
            "earlier": _earlier(consents),
            "word": said(consents, on=today()),
            "obstacles": rules.worker_obstacles(writes=writes_in(case.id, by=request.actor)),
        },
        saved_message="本人の答えを残しました。",
    )


def withdraw(request: HttpRequest, case_id: UUID, consent_id: UUID) -> HttpResponse:
    """同意の撤回: first what will happen, then the act."""
    case = open_case(case_id, by=request.actor, purpose="同意の撤回")
    row = next((c for c in consents_of(case.id) if c.id == consent_id), None)
    if row is None:
        raise Http404

    def save(forms: Forms) -> str:
        actions.withdraw_answer(case, row, by=request.actor, **forms["form"].cleaned_data)
        return reverse("intake:consent", args=[case.id])

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
            "points": queries.consequences_of_withdrawal(case.id),
            "obstacles": [
                *rules.worker_obstacles(writes=writes_in(case.id, by=request.actor)),
                *rules.withdrawal_obstacles(
                    answer=row.answer,
                    confirmed_on=row.confirmed_on,
                    withdrawn_on=row.withdrawn_on,
                    on=today(),
                ),
            ],
        },
        saved_message="同意の撤回を残しました。",
    )


def _earlier(consents: list[Consent]) -> list[dict[str, object]]:
    """The answers in words, newest first; the latest yes can be taken back."""
    ids = {pk for c in consents for pk in (*c.agencies, *c.excluded)}
    names = dict(Agency.objects.filter(pk__in=ids).values_list("id", "name")) if ids else {}
    spoken = [c for c in consents if c.answer != "unclear"]
    return [
        {
            "row": c,
            "agencies": [names[pk] for pk in c.agencies if pk in names],
            "excluded": [names[pk] for pk in c.excluded if pk in names],
            "kinds": kind_labels(c.kinds),
            "can_be_withdrawn": c.answer == "agree" and c.withdrawn_on is None and spoken[-1:] == [c],
        }
        for c in reversed(consents)
    ]

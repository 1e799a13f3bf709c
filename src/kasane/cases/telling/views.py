"""外部への情報提供: a new one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kasane.agencies.paging import page_of
from kasane.base.dates import today
from kasane.base.kinds import kind_labels
from kasane.base.obstacles import Obstacle
from kasane.cases.formpage import form_page
from kasane.cases.models import Case
from kasane.cases.telling import rules
from kasane.cases.telling.actions import tell
from kasane.cases.telling.forms import TellingForm
from kasane.cases.telling.queries import approved_on, tellings_of, word_on
from kasane.disclosure.access import open_case, writable_kinds


def tellings(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What was told outside, page by page."""
    case = open_case(case_id, by=request.actor, purpose="外部への情報提供の一覧")
    page = page_of(request, tellings_of(case.id), unit="件")
    return render(request, "cases/telling/list.html", {"case": case, "page": page})


def telling_new(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Keeps whom one told what; says before what the person agreed to."""
    case = open_case(case_id, by=request.actor, purpose="外部への情報提供の記録")
    word = word_on(case.id, today())

    def save(forms) -> str:
        tell(case, by=request.actor, **forms["form"].values())
        return reverse("cases:tellings", args=[case.id])

    return form_page(
        request,
        name="telling",
        subject_id=case.id,
        template="cases/telling/form.html",
        build=lambda data: {"form": TellingForm(data)},
        save=save,
        context={
            "case": case,
            "agreed": kind_labels(word.kinds) if word else [],
            "obstacles": [] if request.method == "POST" else _before(case, request, word),
        },
        saved_message="伝えたことを記録しました。",
    )


def _before(case: Case, request: HttpRequest, word: rules.Word | None) -> list[Obstacle]:
    """What is known to stand in the way before anything is typed."""
    found = rules.telling_obstacles(
        case_id=case.id,
        writable=writable_kinds(case.id, by=request.actor),
        recipient="",
        purpose="adjustment",
        kinds=0,
        on=today(),
        today=today(),
        word=word,
        exceptions=approved_on(case.id, today()),
    )
    return [one for one in found if one.code in ("reads_only", "no_consent", "named_agencies_only")]

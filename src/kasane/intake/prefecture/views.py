"""県の自立相談支援へ引き継ぐ, and what became of it (R-INT-08)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from kasane.agencies import profile
from kasane.base.dates import today, wareki
from kasane.base.kinds import kind_labels
from kasane.base.obstacles import Obstacle
from kasane.cases.api import writes_in
from kasane.cases.formpage import Forms, form_page
from kasane.cases.models import Case, TellingPurpose
from kasane.cases.telling import rules as telling
from kasane.cases.telling.queries import approved_on, word_on
from kasane.disclosure.access import open_case, writable_kinds
from kasane.intake.models import Arrival, PrefectureHandOver, Reception
from kasane.intake.prefecture import actions, rules
from kasane.intake.prefecture.forms import ArrivalForm, HandOverForm
from kasane.intake.prefecture.queries import desk_of_prefecture
from kasane.intake.views.opened import opened


def prefecture_new(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """引き継ぎを書く. What can not be passed is told before a word is written."""
    case, row = opened(request, case_id, "県への引き継ぎの作成")
    word = word_on(case.id, today())

    def save(forms: Forms) -> str:
        kept = actions.pass_on(case, by=request.actor, **forms["form"].cleaned_data)
        return reverse("intake:prefecture", args=[kept.id])

    initial = {
        "recipient": desk_of_prefecture(),
        "content": f"{wareki(row.received_on)} {row.agency.name}で受付。{row.overview}",
        "kinds": row.kinds,
    }
    return form_page(
        request,
        name="prefecture",
        subject_id=case.id,
        template="intake/prefecture/form.html",
        build=lambda data: {"form": HandOverForm(data, by=request.actor, initial=initial)},
        save=save,
        context={
            "case": case,
            "agreed": kind_labels(word.kinds) if word else [],
            "obstacles": [] if request.method == "POST" else _before(request, case, row, word),
        },
        saved_message="県への引き継ぎを残しました。手紙を印刷できます。",
    )


def prefecture(request: HttpRequest, handover_id: UUID) -> HttpResponse:
    """The hand-over to read and print; its result is written here."""
    row = get_object_or_404(
        PrefectureHandOver.objects.select_related("agency", "handed_by", "followed_up_by"), pk=handover_id
    )
    case = open_case(row.case_id, by=request.actor, purpose="県への引き継ぎ", subject=row.id)
    writes = writes_in(case.id, by=request.actor)

    def save(forms: Forms) -> str:
        values = dict(forms["form"].cleaned_data)
        actions.keep_arrival(row, by=request.actor, **values)
        return reverse("case_page", args=[case.id])

    return form_page(
        request,
        name="arrival",
        subject_id=row.id,
        template="intake/prefecture/page.html",
        build=lambda data: {"form": ArrivalForm(data, initial={"version": row.version})},
        save=save,
        context={
            "case": case,
            "row": row,
            "asks": writes and row.arrival in ("", Arrival.NOT_YET),
        },
        saved_message="その後のようすを残しました。",
    )


def _before(request: HttpRequest, case: Case, row: Reception, word: telling.Word | None) -> list[Obstacle]:
    """What is known to stand in the way before anything is typed."""
    found = rules.passing_obstacles(
        has_welfare_office=profile.current().town.has_welfare_office,
        is_open=case.is_open,
        writes=writes_in(case.id, by=request.actor),
    )
    told = telling.telling_obstacles(
        case_id=case.id,
        writable=writable_kinds(case.id, by=request.actor),
        recipient="",
        purpose=TellingPurpose.OTHER_SUPPORT,
        kinds=0,
        on=today(),
        today=today(),
        word=word,
        exceptions=approved_on(case.id, today()),
    )
    return found + [one for one in told if one.code in ("no_consent", "named_agencies_only", "other_purpose")]

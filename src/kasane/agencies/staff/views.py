"""Coordinators by kind, the staff table as a file, and 研修 of one person (R-DEL-06)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from kasane.agencies import people
from kasane.agencies.account_parts import crumbs, page_of_account
from kasane.agencies.formpage import form_page
from kasane.agencies.forms import StaffFilter, TrainingForm
from kasane.agencies.guards import administrators_only, posted_only
from kasane.agencies.models import Training, User
from kasane.agencies.staff import actions
from kasane.agencies.staff.queries import coordinators
from kasane.agencies.staff.workbook import workbook
from kasane.agencies.tabs import structure_tabs
from kasane.base.dates import today
from kasane.base.workbook import download


@posted_only
def coordinator_page(request: HttpRequest) -> HttpResponse:
    """The six kinds with who holds each, those that are asked for and missing said on top."""
    kinds = coordinators()
    context = {
        "tabs": structure_tabs("agencies:coordinators", request.actor),
        "kinds": kinds,
        "lacking": [one for one in kinds if one.is_lacking],
    }
    return render(request, "agencies/staff/coordinators.html", context)


@posted_only
def staff_file(request: HttpRequest) -> HttpResponse:
    """The table as it is narrowed on the screen, all of its pages."""
    posts = people.staff(**StaffFilter(request.GET).wanted())
    return download(workbook(posts), f"職員の一覧_{today():%Y%m%d}.xlsx")


@administrators_only
def training_new(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """研修を加える."""
    user = get_object_or_404(User, pk=user_id)

    def save(form: TrainingForm) -> str:
        actions.add_training(user, by=request.actor, **form.cleaned_data)
        return page_of_account(user)

    return form_page(
        request,
        template="agencies/staff/training.html",
        build=TrainingForm,
        save=save,
        context=_context(user, "研修を加える"),
        saved_message="研修を入れました。",
    )


@administrators_only
def training_remove(request: HttpRequest, training_id: UUID) -> HttpResponse:
    """Takes out what was entered wrongly, after saying so."""
    training = get_object_or_404(Training.objects.select_related("user"), pk=training_id)

    def save(form: forms.Form) -> str:
        actions.remove_training(training, by=request.actor)
        return page_of_account(training.user)

    points = ("まちがえて入れたときだけ消してください。", "何を消したかは、このアカウントの変更に残ります。")
    confirm = {
        "title": f"「{training}」を消しますか",
        "points": points,
        "act_label": "研修を消す",
        "plain": False,
    }
    return form_page(
        request,
        template="agencies/confirm.html",
        build=forms.Form,
        save=save,
        context=_context(training.user, "研修を消す") | {"confirm": confirm},
        saved_message="研修を消しました。",
    )


def _context(user: User, title: str) -> dict[str, Any]:
    return {
        "subject": user,
        "crumbs": crumbs((user.name, page_of_account(user)), (title, "")),
        "cancel_url": page_of_account(user),
    }

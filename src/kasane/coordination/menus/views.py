"""2-5① and 2-5②: to read, to write, to put to the conference, to end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kasane.base.dates import today
from kasane.base.obstacles import Forbidden, Obstacle
from kasane.cases.formpage import form_page
from kasane.cases.models import Case
from kasane.coordination.menus import actions, rules
from kasane.coordination.menus.choices import CODES, MenuSheet
from kasane.coordination.menus.forms import EndForm, MenuForm
from kasane.coordination.menus.page import page_of
from kasane.coordination.menus.queries import beside, ground_of, menu_in_full
from kasane.coordination.models import MenuPlan
from kasane.coordination.queries import found_or_404, standing_of
from kasane.disclosure.access import open_case


def _open(request: HttpRequest, menu_id: UUID) -> tuple[MenuPlan, Case]:
    menu = found_or_404(menu_in_full(), pk=menu_id)
    purpose = f"{menu.get_sheet_display()}({CODES[menu.sheet]})"
    case = open_case(menu.case_id, by=request.actor, purpose=purpose, subject=menu.id)
    menu.case = case
    return menu, case


def menu(request: HttpRequest, menu_id: UUID) -> HttpResponse:
    """The sheet to read, and what comes next."""
    shown, case = _open(request, menu_id)
    return render(request, "coordination/menus/menu.html", {"page": page_of(shown, case, by=request.actor)})


def menu_new(request: HttpRequest, case_id: UUID, sheet: str) -> HttpResponse:
    """A new 2-5① or 2-5②."""
    if sheet not in MenuSheet.values:
        raise Http404
    case = open_case(case_id, by=request.actor, purpose=f"{MenuSheet(sheet).label}の作成")
    ground, _ = ground_of(case.id, sheet, by=request.actor)
    running, making = beside(case.id, sheet, request.actor.agency.id)
    obstacles = rules.new_obstacles(
        standing_of(case, by=request.actor), sheet, ground, running=running, making=making
    )

    def save(forms: Any) -> str:
        form = forms["form"]
        made = actions.begin(case, sheet, by=request.actor, on=form.cleaned_data["made_on"], **form.values())
        return reverse("coordination:menu", args=[made.id])

    return _form(request, case, sheet, f"menu-new-{sheet}", case.id, {"made_on": today()}, save, obstacles)


def menu_edit(request: HttpRequest, menu_id: UUID) -> HttpResponse:
    """A draft, to go on writing."""
    shown, case = _open(request, menu_id)
    ground, _ = ground_of(case.id, shown.sheet, by=request.actor)

    def save(forms: Any) -> str:
        form = forms["form"]
        version = form.cleaned_data["version"] or 0
        values = form.values() | {"made_on": form.cleaned_data["made_on"]}
        actions.change(shown, by=request.actor, version=version, **values)
        return reverse("coordination:menu", args=[shown.id])

    initial = shown.answers | {
        name: getattr(shown, name) for name in ("made_on", "evaluate_on", "kinds", "version")
    }
    obstacles = rules.edit_obstacles(
        standing_of(case, by=request.actor), shown.sheet, ground, state=shown.state
    )
    return _form(request, case, shown.sheet, "menu", shown.id, initial, save, obstacles, shown)


def _form(
    request: HttpRequest,
    case: Case,
    sheet: str,
    name: str,
    subject_id: UUID,
    initial: dict[str, Any],
    save: Callable[[Any], str],
    obstacles: list[Obstacle],
    menu: MenuPlan | None = None,
) -> HttpResponse:
    return form_page(
        request,
        name=name,
        subject_id=subject_id,
        template="coordination/menus/menu_form.html",
        build=lambda data: {"form": MenuForm(data, initial=initial, sheet=sheet)},
        save=save,
        context={
            "case": case,
            "menu": menu,
            "title": MenuSheet(sheet).label,
            "code": CODES[sheet],
            "obstacles": obstacles,
        },
        saved_message=f"{MenuSheet(sheet).label}を保存しました。",
    )


def menu_end(request: HttpRequest, menu_id: UUID) -> HttpResponse:
    """終結 or 中断, put before the conference."""
    shown, case = _open(request, menu_id)

    def save(forms: Any) -> str:
        typed = forms["form"].cleaned_data
        actions.end(shown, by=request.actor, on=today(), ending=typed["ending"], reason=typed["reason"])
        return reverse("coordination:menu", args=[shown.id])

    return form_page(
        request,
        name="menu-end",
        subject_id=shown.id,
        template="coordination/menus/act_form.html",
        build=lambda data: {"form": EndForm(data)},
        save=save,
        context={
            "case": case,
            "menu": shown,
            "act": "終えることを会議にかける",
            "lead": "終結も中断も、会議で確かめてから終わります。それまで支援は続きます。",
        },
        saved_message="終わりの会議待ちにしました。",
    )


@require_POST
def menu_submit(request: HttpRequest, menu_id: UUID) -> HttpResponse:
    """会議に出す."""
    return _act(request, menu_id, actions.submit, "会議に出しました。")


@require_POST
def menu_take_back(request: HttpRequest, menu_id: UUID) -> HttpResponse:
    """会議から取り下げる."""
    return _act(request, menu_id, actions.take_back, "会議から取り下げました。")


@require_POST
def menu_renew(request: HttpRequest, menu_id: UUID) -> HttpResponse:
    """再プラン."""
    return _act(
        request,
        menu_id,
        actions.renew,
        "いまの版を写して、新しい版をつくりました。",
        "coordination:menu_edit",
    )


def _act(
    request: HttpRequest,
    menu_id: UUID,
    act: Callable[..., MenuPlan],
    said: str,
    target: str = "coordination:menu",
) -> HttpResponse:
    shown, case = _open(request, menu_id)
    try:
        done = act(shown, by=request.actor, on=today())
    except Forbidden as forbidden:
        context = {"page": page_of(shown, case, by=request.actor), "refused": forbidden.obstacles}
        return render(request, "coordination/menus/menu.html", context, status=409)
    messages.success(request, said)
    return HttpResponseRedirect(reverse(target, args=[done.id]))

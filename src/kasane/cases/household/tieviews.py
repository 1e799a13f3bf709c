"""The acts of the 世帯 tab about ties: adding, changing, ending, withdrawing (R-PEO-01, R-PEO-04)."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from kasane.base.obstacles import Obstacle
from kasane.cases.formpage import Forms, form_page
from kasane.cases.household import actions
from kasane.cases.household.obstacles import moved_on_obstacles
from kasane.cases.household.tieforms import TieChangeForm, TieEndForm, TieForm, TieWithdrawForm, id_of
from kasane.cases.household.views import TEMPLATE, blocked, page, tab
from kasane.cases.household.words import called, tie_words
from kasane.cases.models import Case
from kasane.disclosure.access import open_case
from kasane.people.models import KIN_KINDS, Tie, TieKind
from kasane.people.queries import everyone


def tie_new(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """つながりを加える. The address may name `person`, `kind` and `other` beforehand (「だれの子ですか」)."""
    case = open_case(case_id, by=request.actor, purpose="つながりを加える")
    people = [(one, called(one, subject=one.is_subject)) for one in everyone(case.id)]
    asked = {name: request.GET.get(name, "") for name in ("person", "kind", "other")}
    initial = {"kind": asked["kind"] if asked["kind"] in TieKind.values else ""}
    if id_of(asked["person"]):
        initial["person"] = asked["person"]
    if id_of(asked["other"]):
        initial["other"] = f"p:{asked['other']}"

    def save(forms: Forms) -> str:
        form = forms["form"]
        person, other = form.ends()
        values = {name: form.cleaned_data[name] for name in ("kind", "strength", "note", "since", "until")}
        actions.add_tie(case, person, by=request.actor, **values, **other)
        return tab(case)

    title, lead = _question(asked, {str(one.pk): words for one, words in people})
    return form_page(
        request,
        name="household-tie",
        subject_id=case.id,
        template=TEMPLATE,
        build=lambda data: {"form": TieForm(data, initial=initial, people=people)},
        save=save,
        context=page(
            case,
            title,
            lead,
            "つながりを加える",
            obstacles=blocked(case, request),
        ),
        saved_message="つながりを加えました。",
    )


def _question(asked: Mapping[str, str], called: Mapping[str, str]) -> tuple[str, str]:
    """Title and lead: the question of the drawing when the address carries one, else the act itself."""
    who, other = called.get(asked["person"], ""), called.get(asked["other"], "")
    if asked["kind"] == TieKind.PARENT and bool(who) != bool(other):
        choose = "「だれに」に子を" if who else "「だれが」に親を"
        title = f"{who}は、だれの親ですか" if who else f"{other}は、だれの子ですか"
        return title, f"{choose}選んでください。家族図が推定でなく描けるようになります。"
    return (
        "つながりを加える",
        "世話・お金・つきあい・対立・家族関係を、世帯の人、機関、そのほかの人とのあいだで記録します。",
    )


def tie_change(request: HttpRequest, case_id: UUID, tie_id: UUID) -> HttpResponse:
    """つながりが変わった."""
    case, tie, words = _found(request, case_id, tie_id, "つながりの変化の記録")

    def save(forms: Forms) -> str:
        values = forms["form"].cleaned_data
        actions.change_tie(case, tie, by=request.actor, **values)
        return tab(case)

    return form_page(
        request,
        name="household-tie-change",
        subject_id=tie.id,
        template=TEMPLATE,
        build=lambda data: {
            "form": TieChangeForm(data, initial={"strength": tie.strength, "note": tie.note})
        },
        save=save,
        context=page(
            case,
            "つながりが変わったことを記録する",
            words,
            "変わったことを記録する",
            obstacles=_tie_obstacles(case, tie, request),
        ),
        saved_message="つながりの変化を記録しました。",
    )


def tie_end(request: HttpRequest, case_id: UUID, tie_id: UUID) -> HttpResponse:
    """つながりが終わった."""
    case, tie, words = _found(request, case_id, tie_id, "つながりの終わりの記録")

    def save(forms: Forms) -> str:
        actions.end_tie(case, tie, by=request.actor, on=forms["form"].cleaned_data["on"])
        return tab(case)

    note = (
        "夫婦の別居・離婚は、終わりではなく「別居中の夫婦」「離婚」のつながりを加えて記録します。"
        if tie.kind in KIN_KINDS
        else ""
    )
    return form_page(
        request,
        name="household-tie-end",
        subject_id=tie.id,
        template=TEMPLATE,
        build=lambda data: {"form": TieEndForm(data)},
        save=save,
        context=page(
            case,
            "つながりが終わったことを記録する",
            f"{words} {note}".strip(),
            "終わりを記録する",
            obstacles=_tie_obstacles(case, tie, request),
        ),
        saved_message="つながりの終わりを記録しました。",
    )


def tie_withdraw(request: HttpRequest, case_id: UUID, tie_id: UUID) -> HttpResponse:
    """まちがって記録したつながりを取り消す."""
    case, tie, words = _found(request, case_id, tie_id, "つながりの取り消し")

    def save(forms: Forms) -> str:
        actions.withdraw_tie(case, tie, by=request.actor)
        return tab(case)

    return form_page(
        request,
        name="household-tie-withdraw",
        subject_id=tie.id,
        template=TEMPLATE,
        build=lambda data: {"form": TieWithdrawForm(data)},
        save=save,
        context=page(
            case,
            "つながりの記録を取り消す",
            f"{words} この記録がまちがいだったときに取り消します。あったつながりが終わったときは「終える」を使ってください。",
            "まちがいとして取り消す",
            obstacles=_tie_obstacles(case, tie, request),
        ),
        saved_message="つながりの記録を取り消しました。",
    )


def _found(request: HttpRequest, case_id: UUID, tie_id: UUID, purpose: str) -> tuple[Case, Tie, str]:
    """The case, the tie (404 when its kinds are not for the viewer), and how it reads."""
    case = open_case(case_id, by=request.actor, purpose=purpose, subject=tie_id)
    rows = Tie.objects.select_related("person", "other_person", "other_agency")
    tie = get_object_or_404(rows, pk=tie_id, case=case)
    names = {one.pk: called(one, subject=one.is_subject) for one in everyone(case.id)}
    return case, tie, str(tie_words(tie, names))


def _tie_obstacles(case: Case, tie: Tie, request: HttpRequest) -> list[Obstacle]:
    changed = moved_on_obstacles() if tie.replaced_at else []
    return [*blocked(case, request, tie.kinds), *changed]

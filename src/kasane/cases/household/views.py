"""The acts of the 世帯 tab about people; those about ties are in `tieviews`. Thin: parse, act, go back to the tab."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from kasane.base.dates import today, wareki
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden, Obstacle
from kasane.cases import rules as case_rules
from kasane.cases.formpage import Forms, form_page
from kasane.cases.household import actions
from kasane.cases.household.facts import expected
from kasane.cases.household.forms import ChangeForm, CorrectForm, DeathForm, JoinForm, MoveOutForm
from kasane.cases.household.obstacles import companion_obstacles, death_obstacles
from kasane.cases.household.preview import TEMPLATE, shown_first
from kasane.cases.household.rules import FollowUp, StepKind
from kasane.cases.household.words import called
from kasane.cases.models import Case
from kasane.disclosure.access import open_case, writable_kinds
from kasane.people.models import Person, Standing
from kasane.people.queries import household, household_on


def tab(case: Case) -> str:
    return reverse("case_tab", args=[case.id, "household"])


def blocked(case: Case, request: HttpRequest, kinds: int = actions.BASIC) -> list[Obstacle]:
    writable = writable_kinds(case.id, by=request.actor)
    return case_rules.write_obstacles(is_open=case.is_open, writable=writable, kinds=kinds, case_id=case.id)


def page(case: Case, title: str, lead: str, submit: str, **more: Any) -> dict[str, Any]:
    return {"case": case, "title": title, "lead": lead, "submit": submit, "cancel_url": tab(case), **more}


def join(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """世帯の人を加える."""
    case = open_case(case_id, by=request.actor, purpose="世帯の人を加える")
    subject = Person.objects.filter(case=case, is_subject=True).first()
    home = subject.address if subject else ""

    def save(forms: Forms) -> str:
        form = forms["form"]
        values = form.values()
        if values["standing"] == Standing.APART and values["address"] == home:
            values["address"] = ""
        actions.join(case, by=request.actor, joined_on=form.cleaned_data["joined_on"], **values)
        return tab(case)

    return form_page(
        request,
        name="household-join",
        subject_id=case.id,
        template=TEMPLATE,
        build=lambda data: {
            "form": JoinForm(
                data, initial={"address": home, "family_name": subject.family_name if subject else ""}
            )
        },
        save=save,
        context=page(
            case,
            "世帯の人を加える",
            "いっしょに暮らす人、離れて暮らす家族、前に亡くなった家族を加えます。",
            "世帯に加える",
            obstacles=blocked(case, request),
        ),
        saved_message="世帯の人を加えました。",
    )


def change(request: HttpRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    """変わったことを記録する: earlier days stay as they were (R-PEO-01)."""
    case, person = _found(request, case_id, person_id, "世帯の人の変化の記録")
    words = called(person, subject=person.is_subject)

    def build(data: Any) -> Forms:
        form = ChangeForm(data, initial=_initial(person), subject=person.is_subject)
        form.fields["since"].initial = today()
        return {"form": form}

    def save(forms: Forms) -> str:
        form = forms["form"]
        actions.change(
            case,
            person,
            by=request.actor,
            version=form.cleaned_data["version"],
            since=form.cleaned_data["since"],
            reason=form.cleaned_data["reason"],
            values=form.told("since", "reason"),
        )
        return tab(case)

    def follow(forms: Forms) -> list[FollowUp]:
        form = forms["form"]
        if not actions.leaves(person, form.told("since", "reason")):
            return []
        return expected(case, StepKind.LEFT, [person.pk], on=form.cleaned_data["since"])

    return shown_first(
        request,
        name="household-change",
        subject_id=person.id,
        build=build,
        save=save,
        follow=follow,
        context=page(
            case,
            f"{words}の変わったことを記録する",
            "いつから何が変わったかを書きます。その日より前の記録はそのまま残ります。",
            "変わったことを記録する",
            obstacles=blocked(case, request),
            also=_also(case, person, "correct"),
        ),
        saved_message="変わったことを記録しました。",
    )


def correct(request: HttpRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    """まちがいを直す: what had been written never held. With `day`, as it was written for that day."""
    case, person = _found(request, case_id, person_id, "世帯の人の記録の訂正")
    on = _day(request)
    states = household_on(case.id, on, with_left=True) if on else []
    shown = next((state for state in states if state.person_id == person.pk), None)
    initial = _initial(person, shown)

    def save(forms: Forms) -> str:
        form = forms["form"]
        actions.correct(
            case, person, by=request.actor, version=form.cleaned_data["version"], on=on, values=form.told()
        )
        return tab(case) + (f"?day={on.isoformat()}" if on else "")

    words = called(person, subject=person.is_subject)
    of_day = f"{wareki(on)}の記録を直します。" if on else ""
    return form_page(
        request,
        name="household-correct",
        subject_id=person.id,
        template=TEMPLATE,
        build=lambda data: {"form": CorrectForm(data, initial=initial, subject=person.is_subject)},
        save=save,
        context=page(
            case,
            f"{words}の記録のまちがいを直す",
            f"{of_day}はじめから違っていたこと、分からなかったことを直します。途中で変わったことは「変わったことを記録する」に書きます。",
            "直す",
            obstacles=blocked(case, request),
            also=_also(case, person, "change"),
        ),
        saved_message="記録を直しました。直す前の記録も残っています。",
    )


def died(request: HttpRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    """亡くなったことを記録."""
    case, person = _found(request, case_id, person_id, "亡くなったことの記録")
    words = called(person, subject=person.is_subject)
    obstacles = [*blocked(case, request), *death_obstacles(already=person.died_on is not None)]

    def save(forms: Forms) -> str:
        values = forms["form"].cleaned_data
        actions.record_death(
            case, person, by=request.actor, version=values["version"], died_on=values["died_on"]
        )
        return tab(case)

    return shown_first(
        request,
        name="household-died",
        subject_id=person.id,
        build=lambda data: {"form": DeathForm(data, initial={"version": person.version})},
        save=save,
        follow=lambda forms: expected(
            case, StepKind.DEATH, [person.pk], on=forms["form"].cleaned_data["died_on"]
        ),
        context=page(
            case,
            f"{words}が亡くなったことを記録する",
            "亡くなった日を入れると、これからすることを確かめてから記録できます。",
            "亡くなったことを記録する",
            obstacles=obstacles,
        ),
        saved_message="亡くなったことを記録しました。",
    )


def moved_out(request: HttpRequest, case_id: UUID, person_id: UUID) -> HttpResponse:
    """転出を記録, of one person or of several who went together."""
    case, person = _found(request, case_id, person_id, "転出の記録")
    others = [
        one
        for one in household(case.id)
        if one.pk != person.pk and one.standing == Standing.TOGETHER and one.died_on is None
    ]
    words = called(person, subject=person.is_subject)

    def build(data: Any) -> Forms:
        initial = {"version": person.version}
        return {"form": MoveOutForm(data, initial=initial, subject=person.is_subject, others=others)}

    def save(forms: Forms) -> str:
        form = forms["form"]
        values = form.cleaned_data
        try:
            actions.record_moving_out(
                case,
                form.movers(person),
                by=request.actor,
                moved_on=values["moved_on"],
                to=values["to"],
                address=values["address"],
                standing=values.get("standing") or Standing.APART,
            )
        except StaleEdit as stale:
            if stale.current.pk == person.pk:
                raise
            form.now_known(stale.current)
            raise Forbidden(companion_obstacles(str(stale.current))) from None
        return tab(case)

    def follow(forms: Forms) -> list[FollowUp]:
        form = forms["form"]
        who = [one.pk for one, _ in form.movers(person)]
        values = form.cleaned_data
        to = "" if any(one.contact_is_protected for one, _ in form.movers(person)) else values["to"]
        return expected(case, StepKind.MOVED_OUT, who, on=values["moved_on"], to=to)

    return shown_first(
        request,
        name="household-moved",
        subject_id=person.id,
        build=build,
        save=save,
        follow=follow,
        context=page(
            case,
            f"{words}の転出を記録する",
            "町の外へ住まいを移したことを記録します。",
            "転出を記録する",
            obstacles=blocked(case, request),
            also=_also(case, person, "change") | {"words": "町内の転居のときは"},
        ),
        saved_message="転出を記録しました。",
    )


def _found(request: HttpRequest, case_id: UUID, person_id: UUID, purpose: str) -> tuple[Case, Person]:
    case = open_case(case_id, by=request.actor, purpose=purpose, subject=person_id)
    return case, get_object_or_404(Person, pk=person_id, case=case)


def _initial(person: Person, state: Any = None) -> dict[str, Any]:
    """What the form starts with: the person as they are today, or as they were written for another day."""
    names = [name for name in (*CorrectForm.base_fields, "area") if name != "version"]
    return {name: getattr(state or person, name) for name in names} | {"version": person.version}


def _also(case: Case, person: Person, act: str) -> dict[str, str]:
    """The other of the two ways of writing, one sentence for when it is meant."""
    words = {
        "correct": ("はじめからまちがっていたときは", "まちがいを直す"),
        "change": ("途中で変わったときは", "変わったことを記録する"),
    }[act]
    url = reverse(f"cases:household_{act}", args=[case.id, person.pk])
    return {"words": words[0], "label": words[1], "url": url}


def _day(request: HttpRequest) -> date | None:
    try:
        day = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return None
    return day if day < today() else None

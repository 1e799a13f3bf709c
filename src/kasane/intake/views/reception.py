"""受付シート: writing it, reading it, correcting it, deciding what follows (R-INT-01, R-INT-03)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.base.choices import Channel
from kasane.base.dates import today, wareki
from kasane.cases import drafts
from kasane.cases.api import writes_in
from kasane.cases.formpage import Forms, form_page
from kasane.cases.models import Case
from kasane.disclosure.queries import spoken_of
from kasane.intake import actions, queries, rules
from kasane.intake.candidates import candidate_of
from kasane.intake.cards import outcome_cards
from kasane.intake.desk.queries import extra_answers, extra_items
from kasane.intake.door import start as door
from kasane.intake.forms import MemberFormSet, NextDateForm, ReceptionForm, TriageForm
from kasane.intake.forms.reception import MEMBER_FIELDS, SHEET_FIELDS, SUBJECT_FIELDS
from kasane.intake.informing.queries import information_of
from kasane.intake.models import Outcome, Reception
from kasane.intake.prefecture.queries import offers_prefecture
from kasane.intake.views import begun
from kasane.intake.views.opened import opened
from kasane.people.models import Person
from kasane.people.queries import household

NEW_DRAFT = (begun.FORM, begun.PLAIN)
JUMPS = (
    ("W", "consulter_is", "だれから"),
    ("Y", "channel", "方法"),
    ("U", "is_urgent", "緊急"),
    ("T", "overview", "お話"),
    ("B", "topics", "分類"),
    ("N", "family_name", "本人"),
    ("R", "consulter_tie", "相談者"),
    ("G", "consent_answer", "同意"),
    ("S", "members-0-relation", "世帯"),
)
"""Keys of the sheet: letter, the field it leads to, its word on the screen. Told on the page, and to reception.js."""


def new(request: HttpRequest) -> HttpResponse:
    """新しい受付 (2-1-1). The address may say how it came: `?channel=phone` (電話が鳴った), `?door=…` (住民の入口).

    `?channel=…` is a sheet of its own, whatever was begun before; `?sheet=…` goes on with one that was begun so.
    """
    _works_at_a_desk(request)
    if (door_id := door.begun_from(request.GET.get("door"))) is None:
        channel = request.GET.get("channel", "")
        return new_sheet(
            request,
            draft=(NEW_DRAFT[0], _sheet(request, is_fresh=bool(channel))),
            initial={"channel": channel} if channel in Channel.values else {},
        )
    return new_sheet(
        request,
        draft=(NEW_DRAFT[0], str(door_id)),
        initial={} if request.method == "POST" else door.reception_initial(door_id),
        after=lambda row: door.received_from(door_id, by=request.actor),
    )


def _sheet(request: HttpRequest, *, is_fresh: bool) -> str:
    """Which sheet it is: the one that is sent, the one that is gone on with, or one more."""
    named = request.POST.get("begun") or request.GET.get("sheet")
    if named and begun.is_new(named):
        return named
    return begun.fresh() if is_fresh else NEW_DRAFT[1]


def _works_at_a_desk(request: HttpRequest) -> None:
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404


def new_sheet(
    request: HttpRequest,
    *,
    draft: tuple[str, str] = NEW_DRAFT,
    initial: Mapping[str, Any] | None = None,
    after: Callable[[Reception], object] | None = None,
    title: str = "新しい受付",
    back: str = "",
) -> HttpResponse:
    """A new 受付シート, `initial` already on it; `after` goes with the saving, in one transaction. Raises Http404."""
    _works_at_a_desk(request)

    def build(data: QueryDict | None) -> Forms:
        return {
            "form": ReceptionForm(data, by=request.actor, initial=dict(initial or {})),
            "members": MemberFormSet(data, prefix="members"),
        }

    def save(forms: Forms) -> str:
        form, members = forms["form"], forms["members"]
        row = actions.receive(
            by=request.actor,
            sheet=form.sheet_values(),
            subject=form.subject_values(),
            household=[values for _, values in members.members()],
            consent=form.said(),
        )
        if after is not None:
            after(row)
        return reverse("intake:triage", args=[row.case_id])

    return form_page(
        request,
        name=draft[0],
        subject_id=draft[1],
        template="intake/reception_form.html",
        build=build,
        save=save,
        context={
            "title": title,
            "back": back or reverse("intake:desk"),
            "ask": profile.current().consent.ask,
            "jumps": JUMPS,
            "begun": draft[1],
            "unfinished": begun.unfinished(request.actor, besides=draft[1]) if begun.is_new(draft[1]) else [],
        },
        saved_message="受付シートを保存しました。",
    )


def reception(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The sheet as it stands, to read and to print."""
    case, row = opened(request, case_id, "受付シート")
    context = {
        "case": case,
        "sheet": row,
        "people": household(case.id),
        "consents": [one for one in spoken_of(case.id) if one.row.level == "reception"],
        "involved": queries.names_of(row.involved),
        "informed": information_of(case.id),
        "writes": writes_in(case.id, by=request.actor),
        "extra": extra_answers(case.id),
        "asks_extra": extra_items(request.actor),
    }
    return render(request, "intake/reception.html", context)


def reception_edit(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Correcting the sheet; the earlier text stays in the log."""
    case, row = opened(request, case_id, "受付シートの訂正")
    people = household(case.id)
    known = {str(p.id): p for p in people if not p.is_subject}

    def build(data: QueryDict | None) -> Forms:
        rows = [_initial(p, MEMBER_FIELDS) | {"person": p.id} for p in known.values()]
        return {
            "form": ReceptionForm(
                data, by=request.actor, asks_consent=False, initial=_sheet_initial(row, people)
            ),
            "members": MemberFormSet(data, prefix="members", initial=rows),
        }

    def save(forms: Forms) -> str:
        form, members = forms["form"], forms["members"]
        actions.change_reception(
            row,
            by=request.actor,
            version=form.cleaned_data["version"] or 0,
            sheet=form.sheet_values(),
            subject=form.subject_values(),
            changes=form.subject_changes(),
            household=[(known.get(key), values) for key, values in members.members()],
        )
        return reverse("intake:reception", args=[case.id])

    return form_page(
        request,
        name="reception-edit",
        subject_id=row.id,
        template="intake/reception_form.html",
        build=build,
        save=save,
        context={
            "case": case,
            "title": "受付シートを直す",
            "back": reverse("intake:reception", args=[case.id]),
            "obstacles": rules.worker_obstacles(writes=writes_in(case.id, by=request.actor)),
        },
        saved_message="受付シートを直しました。",
    )


def triage(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """これからどうするか: one of the ways, with its reason, and on to its form (R-INT-03, R-INT-06, R-INT-08)."""
    case, row = opened(request, case_id, "受付後の対応")

    def save(forms: Forms) -> str:
        form = forms["form"]
        if form.way == Outcome.INFORMATION:
            return _to_information(request, row, form)
        values = form.cleaned_data
        actions.decide(
            row,
            by=request.actor,
            on=today(),
            outcome=form.way,
            reason=values["reason"],
            assistance=values.get("assistance"),
        )
        return _after(case, form, by=request.actor)

    people = household(case.id)
    ends = request.POST.get("outcome") == Outcome.INFORMATION
    return form_page(
        request,
        name="triage",
        subject_id=row.id,
        template="intake/triage.html",
        build=lambda data: {
            "form": TriageForm(
                data,
                topics=row.topics,
                initial={"reason": row.outcome_reason, "assistance": row.assistance},
            )
        },
        save=save,
        context={
            "case": case,
            "sheet": row,
            "people": people,
            "choices": outcome_cards(row.outcome, center=center_name()),
            "panel": {"candidate": candidate_of(case.id, row, queries.referrals_of(case.id))},
            "asks_assistance": rules.asks_assistance(row.topics),
            "offers_prefecture": offers_prefecture(row),
            "obstacles": rules.hand_obstacles(
                is_open=case.is_open, writes=writes_in(case.id, by=request.actor)
            ),
        },
        saved_message="次に、伝えたことを残してください。" if ends else "対応と理由を残しました。",
    )


def next_date(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """自分の機関で支援する: the next date, onto 今日やること (R-INT-03)."""
    case, row = opened(request, case_id, "次の予定")

    def save(forms: Forms) -> str:
        actions.plan_next(row, by=request.actor, on=today(), **forms["form"].cleaned_data)
        return reverse("case_page", args=[case.id])

    return form_page(
        request,
        name="next-date",
        subject_id=row.id,
        template="intake/reception/next_date.html",
        build=lambda data: {"form": NextDateForm(data, by=request.actor)},
        save=save,
        context={
            "case": case,
            "sheet": row,
            "obstacles": rules.hand_obstacles(
                is_open=case.is_open, writes=writes_in(case.id, by=request.actor)
            ),
        },
        saved_message="次の予定を「今日やること」に入れました。",
    )


def center_name() -> str:
    """The town's centre, as its plan calls it (R-INT-06)."""
    town = profile.current()
    return town.agency(town.rules.center).name


def _to_information(request: HttpRequest, row: Reception, form: TriageForm) -> str:
    """Before the case ends it is written down what was given; the reason goes along as a draft, so nothing is decided yet."""
    values = form.cleaned_data
    actions.check_outcome(
        row,
        by=request.actor,
        on=today(),
        outcome=Outcome.INFORMATION,
        reason=values["reason"],
        assistance=values.get("assistance"),
    )
    before = drafts.find("information", row.id, by=request.actor)
    typed = drafts.typed(before) if before else QueryDict(mutable=True)
    typed["reason"], typed["on"] = values["reason"], typed.get("on") or wareki(today())
    drafts.keep("information", row.id, typed, by=request.actor)
    return reverse("intake:information", args=[row.case_id])


def _after(case: Case, form: TriageForm, *, by: Actor) -> str:
    """The form each way leads to. Who does the work that is asked for sends no つなぎ to themselves."""
    refer = reverse("intake:refer", args=[case.id])
    itself = {
        Outcome.OUTREACH: queries.outreach_agencies,
        Outcome.COORDINATION: queries.coordination_agencies,
    }.get(form.way)
    if (form.to_center and by.agency.key == profile.current().rules.center) or (
        itself is not None and itself().filter(pk=by.agency.pk).exists()
    ):
        coordinates = form.way == Outcome.COORDINATION
        return reverse("coordination:apply" if coordinates else "intake:next_date", args=[case.id])
    if form.to_center:
        return f"{refer}?to=centre"
    return {
        Outcome.OWN: reverse("intake:next_date", args=[case.id]),
        Outcome.REFER: refer,
        Outcome.COORDINATION: f"{refer}?to=coordination",
        Outcome.OUTREACH: f"{refer}?to=outreach",
        Outcome.CONFERENCE: reverse("conferences:add_item_support", args=[case.id]),
    }[form.way]


def _sheet_initial(row: Reception, people: list[Person]) -> dict[str, Any]:
    subject = next((p for p in people if p.is_subject), None)
    known = _initial(subject, SUBJECT_FIELDS) if subject else {}
    return {"version": row.version, **known, **{name: getattr(row, name) for name in SHEET_FIELDS}}


def _initial(person: Person, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(person, name) for name in names}

"""議題: one item as it is talked about, putting a case on an agenda, putting the agenda in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.base.kinds import DataKind
from kasane.cases import drafts
from kasane.cases.formpage import Forms, draft_url, form_page, quietly
from kasane.cases.models import Case
from kasane.cases.shortforms import Sent, ShortForms
from kasane.conferences import actions, queries, rules
from kasane.conferences.decisions.forms import DecisionForm
from kasane.conferences.forms import (
    AddItemForm,
    GeneralItemForm,
    JudgeForm,
    TalkForm,
    opinion_values,
)
from kasane.conferences.live.forms import TalkKindsForm
from kasane.conferences.live.pane import pane
from kasane.conferences.models import AgendaItem, Function, Meeting, Outcome
from kasane.conferences.pages import ItemPage, item_context, item_page, meeting_context, meeting_page
from kasane.conferences.views.common import (
    general_forms,
    get_item,
    get_meeting,
    get_run_item,
    must_acknowledge,
    opened,
    pressed,
)
from kasane.conferences.words import PUT_WORDS
from kasane.coordination import api as coordination
from kasane.disclosure.access import open_case

TALK = "meeting-talk"
ENDINGS = (Timing.CLOSURE, Timing.INTERRUPTION)


def item(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """The material of one item; a member confirms the duty of secrecy first (R-DIS-02)."""
    return _show(request, get_item(request, item_id))


def _show(request: HttpRequest, row: AgendaItem, *, sent: Sent | None = None) -> HttpResponse:
    if row.case_id and must_acknowledge(request, row.meeting_id):
        return _to_confidentiality(row)
    case = opened(request, row, purpose="会議の議題の閲覧")
    meeting = Meeting.objects.select_related("body", "host").filter(pk=row.meeting_id).first()
    page = item_page(row, meeting, case, request.actor)
    extra: dict[str, Any] = {"obstacles": sent.obstacles} if sent else {}
    if page.writes or page.judges:
        shown = _short(request, row, page.outcomes).shown(sent)
        extra |= {"judge_form": shown["judge"], "task_form": shown["task"]}
        extra |= {"talk_form": _talk_in_work(request, page), "draft_url": draft_url(TALK, row.id)}
        extra |= {"live": pane(row, page.agencies), "kinds_form": _kinds_form(page)}
    status = sent.status if sent else 200
    return render(request, "conferences/item.html", item_context(page, **extra), status=status)


def _short(request: HttpRequest, row: AgendaItem, outcomes: Sequence[Outcome]) -> ShortForms:
    """The forms beside the talk of one item."""
    members = queries.members_of(row.meeting)
    return ShortForms(
        request,
        page="meeting-item",
        subject_id=row.id,
        build={
            "judge": lambda data: JudgeForm(data, outcomes=outcomes),
            "task": lambda data: DecisionForm(data, members=members),
        },
    )


def _kinds_form(page: ItemPage) -> TalkKindsForm:
    return TalkKindsForm(initial={"kinds": page.talk.kinds if page.talk else int(DataKind.LIFE)})


def _to_confidentiality(row: AgendaItem) -> HttpResponse:
    here = reverse("conferences:item", args=[row.id])
    return HttpResponseRedirect(
        f"{reverse('conferences:confidentiality', args=[row.meeting_id])}?next={here}"
    )


def _talk_in_work(request: HttpRequest, page: ItemPage) -> TalkForm:
    """What was said as it stands, or as it was being typed."""
    draft = drafts.find(TALK, page.item.id, by=request.actor)
    form = _talk_form(drafts.typed(draft) if draft else None, page)
    if draft:
        quietly({"form": form})
    return form


def _talk_form(data: QueryDict | None, page: ItemPage) -> TalkForm:
    talk = page.talk
    initial = {"version": talk.version if talk else 0, **opinion_values(page.agencies, talk)}
    if talk:
        initial |= {"words": talk.text, "decision": talk.decision, "kinds": talk.kinds}
    return TalkForm(data, agencies=page.agencies, initial=initial)


def talk(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """話し合いを書く. Two who write at once see both versions (R-OPS-03)."""
    row = get_run_item(request, item_id)
    if row.case_id and must_acknowledge(request, row.meeting_id):
        return _to_confidentiality(row)
    case = opened(request, row, purpose="会議録の記入")
    page = item_page(row, row.meeting, case, request.actor)
    here = reverse("conferences:item", args=[row.id])
    bound: dict[str, TalkForm] = {}

    def build(data: QueryDict | None) -> Forms:
        bound["form"] = _talk_form(data, page)
        return bound

    def save(forms: Forms) -> str:
        form = forms["form"]
        values = form.cleaned_data
        actions.write_talk(
            row,
            by=request.actor,
            version=values["version"] or 0,
            text=values["words"],
            decision=values["decision"],
            opinions=form.opinions(),
            kinds=values["kinds"],
        )
        return here

    return form_page(
        request,
        name=TALK,
        subject_id=row.id,
        template="conferences/talk_form.html",
        build=build,
        save=save,
        context={"item": row, "meeting": row.meeting, "page": page},
        saved_message="話し合いを記録しました。",
        stale_lines=lambda current: bound["form"].stale_lines(current),
    )


@require_POST
def judge(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """会議の判断を記録する."""
    row = get_run_item(request, item_id)

    def save(form: JudgeForm) -> str:
        actions.judge(row, by=request.actor, on=today(), **form.judgement_values())
        return reverse("conferences:item", args=[row.id])

    return _acted(request, row, "judge", save, done="会議の判断を記録しました。")


@require_POST
def assign(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """役割分担を加える."""
    row = get_run_item(request, item_id)

    def save(form: DecisionForm) -> str:
        actions.decide(row, by=request.actor, on=today(), **form.decision_values())
        return reverse("conferences:item", args=[row.id])

    return _acted(
        request,
        row,
        "task",
        save,
        done=lambda form: f"{form.cleaned_data['agency']}の「今日やること」に出ます。",
    )


def _acted(
    request: HttpRequest,
    row: AgendaItem,
    name: str,
    save: Callable[[Any], str],
    *,
    done: str | Callable[[Any], str],
) -> HttpResponse:
    """Does what a button of the item page says; what is refused comes back there with all that was typed."""
    return _short(request, row, actions.allowed_outcomes(row)).send(
        name,
        save=save,
        show=lambda sent: _show(request, row, sent=sent),
        here=reverse("conferences:item", args=[row.id]),
        saved_message=done,
    )


@require_POST
def move(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """議題の順番を変える, with the buttons ↑ and ↓."""
    row = get_run_item(request, item_id)
    up = request.POST.get("to") == "up"
    return pressed(
        request,
        row.meeting,
        lambda: actions.move_item(row, by=request.actor, up=up),
        done="",
        to=_agenda(row),
    )


@require_POST
def item_length(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """議題の時間を変える."""
    row = get_run_item(request, item_id)
    typed = request.POST.get("minutes", "")
    wanted = int(typed) if typed.isdecimal() and len(typed) < 4 and 0 < int(typed) <= 240 else row.minutes
    return pressed(
        request,
        row.meeting,
        lambda: actions.set_minutes(row, by=request.actor, minutes=wanted),
        done="",
        to=_agenda(row),
    )


@require_POST
def remove_item(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """議題から外す."""
    row = get_run_item(request, item_id)
    return pressed(
        request,
        row.meeting,
        lambda: actions.remove_item(row, by=request.actor, on=today()),
        done="議題から外しました。このケースは、会議の構成員には見えなくなります。",
        to=_agenda(row),
    )


def _agenda(row: AgendaItem) -> str:
    return reverse("conferences:meeting", args=[row.meeting_id]) + "#agenda"


@require_POST
def add_general(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """ケースのない議題を加える."""
    meeting = get_meeting(request, meeting_id)
    to = reverse("conferences:meeting", args=[meeting.id]) + "#agenda"

    def save(form: GeneralItemForm) -> str:
        actions.add_item(meeting, by=request.actor, on=today(), **form.cleaned_data)
        return to

    def show(sent: Sent) -> HttpResponse:
        page = meeting_page(meeting, request.actor)
        context = meeting_context(
            page, general_form=general_forms(request, meeting).shown(sent)["item"], obstacles=sent.obstacles
        )
        return render(request, "conferences/meeting.html", context, status=sent.status)

    return general_forms(request, meeting).send(
        "item", save=save, show=show, here=to, saved_message="議題を加えました。"
    )


def add_item(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """会議にかける: choose the meeting and the timing; what forbids it is shown for each (R-CONF-03, R-CONF-04)."""
    return _add(request, case_id, Function.MULTI_TIER)


def add_item_support(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """支援会議で扱う: the way when there is no consent (法106条の6, R-CONF-01)."""
    return _add(request, case_id, Function.SUPPORT_CONFERENCE)


def add_item_coordination(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """支援調整会議にかける: the plan or evaluation of 自立相談支援 (R-SELF-01)."""
    return _add(request, case_id, Function.SUPPORT_COORDINATION)


def _add(request: HttpRequest, case_id: UUID, function: Function) -> HttpResponse:
    case = open_case(case_id, by=request.actor, purpose="会議の議題に入れる")
    meetings = [
        coming
        for coming in queries.coming_for_cases(since=timezone.now() - timedelta(days=1))
        if function in coming.body.functions
    ]
    facts = (
        [coordination.conference_facts(case.id, timing, rules.COURSE_OF[function]) for timing in Timing]
        if function in rules.COURSE_OF
        else []
    )
    ends = _ends_without_consent(case) if function == Function.SUPPORT_CONFERENCE else []
    menus = [one for one in coordination.service_plans_due(case.id) if one.function == function]
    ready = next((one.timing for one in facts if one.ready), "")
    initial = {
        "function": function.value,
        "meeting": request.GET.get("meeting") or (str(meetings[0].id) if len(meetings) == 1 else ""),
        "timing": request.GET.get("timing") or ready,
        "subject": request.GET.get("subject", ""),
    }

    def build(data: QueryDict | None) -> Forms:
        form = AddItemForm(
            data, function=function, meetings=meetings, ends=ends, menus=menus, initial=initial
        )
        return {"form": form}

    def save(forms: Forms) -> str:
        form = forms["form"]
        coming = form.chosen_meeting()
        values = form.cleaned_data
        actions.add_item(
            coming,
            by=request.actor,
            on=today(),
            function=function,
            case=case,
            timing=form.chosen_timing(),
            subject_id=form.chosen_subject(),
            title=values["title"],
            purpose=values["purpose"],
            minutes=values["minutes"],
        )
        if Meeting.objects.filter(pk=coming.id).exists():
            return reverse("conferences:meeting", args=[coming.id]) + "#agenda"
        return reverse("case_tab", args=[case.id, "meetings"])

    return form_page(
        request,
        name=PUT_WORDS[function].draft,
        subject_id=case.id,
        template="conferences/add_item.html",
        build=build,
        save=save,
        context={
            "case": case,
            "facts": facts,
            "meetings": meetings,
            "words": PUT_WORDS[function],
        },
        saved_message="議題に入れました。構成員は、会議のあいだだけこのケースを見られます。",
    )


def _ends_without_consent(case: Case) -> list[Timing]:
    """The ends that wait for 支援会議, because no consent stands (R-COOR-09)."""
    facts = (actions.facts_under(Function.SUPPORT_CONFERENCE, case, timing) for timing in ENDINGS)
    return [
        one.timing for one in facts if one and one.subject_id and one.function == Function.SUPPORT_CONFERENCE
    ]

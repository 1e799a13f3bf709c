"""Case list, support records, drafts, ticking off tasks. The case page itself is composed in portal."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kasane.base.obstacles import Forbidden
from kasane.cases import actions, drafts, rules
from kasane.cases.formpage import form_page
from kasane.cases.forms import CaseFilterForm, RecordForm
from kasane.cases.models import SupportRecord, Task
from kasane.cases.queries import CaseFilter, case_page
from kasane.cases.retention.queries import looks
from kasane.cases.writing.actions import write_visit
from kasane.cases.writing.forms import OwnWordsForm, part_forms
from kasane.cases.writing.queries import before, chosen, templates
from kasane.disclosure.access import open_case, writable_kinds
from kasane.people.models import Person
from kasane.people.queries import household


def case_list(request: HttpRequest) -> HttpResponse:
    """The viewer's cases, newest first."""
    if request.actor is None:
        raise Http404
    form = CaseFilterForm(request.GET)
    values = form.cleaned_data if form.is_valid() else {}
    page = case_page(
        request.actor,
        CaseFilter(
            stage=values.get("stage", ""),
            only_open=not values.get("closed") and values.get("stage") != "closed",
            mine=values.get("scope") == "mine",
            urgent=bool(values.get("urgent")),
            before=values.get("before"),
        ),
    )
    query = request.GET.copy()
    query.pop("before", None)
    if page.next_before:
        query["before"] = str(page.next_before)
    narrowed = any(values.get(name) for name in ("stage", "scope", "urgent"))
    context = {"form": form, "page": page, "next_query": query.urlencode(), "narrowed": narrowed}
    context["looks_at_files"] = looks(request.actor)
    return render(request, "cases/list.html", context)


def record_new(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """支援経過を書く: with what this worker wrote before and the templates of the desk, for one case or several."""
    case = open_case(case_id, by=request.actor, purpose="支援経過記録の作成")
    obstacles = rules.write_obstacles(
        is_open=case.is_open, writable=writable_kinds(case.id, by=request.actor), case_id=case.id
    )
    people = household(case.id)
    earlier = before(case.id, by=request.actor)
    choices = templates(request.actor)
    initial = {"at": timezone.now()} | chosen(choices, request.GET.get("template", ""))
    return form_page(
        request,
        name="record",
        subject_id=case.id,
        template="cases/record_form.html",
        build=lambda data: {
            "form": RecordForm(data, initial=initial, people=people, before=earlier.offers),
            "own": OwnWordsForm(data),
            "also": part_forms(data),
        },
        save=lambda forms: _written(request, case, forms),
        context={"case": case, "obstacles": obstacles, "templates": choices, "near": earlier.cases},
        saved_message="支援経過を記録しました。",
    )


def _written(request: HttpRequest, case, forms) -> str:
    parts = forms["also"].parts()
    for part in parts:
        open_case(part.case.id, by=request.actor, purpose="支援経過記録の作成")
    write_visit(
        case,
        parts,
        by=request.actor,
        own_words=forms["own"].cleaned_data["own_words"],
        **forms["form"].record_values(),
    )
    if parts:
        labels = "、".join(part.case.label for part in parts)
        messages.info(request, f"{labels} にも、それぞれの記録として書きました。")
    return reverse("case_page", args=[case.id])


def record_edit(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """書いた記録を直す; the earlier text stays in the log."""
    record = get_object_or_404(SupportRecord, pk=record_id)
    case = open_case(record.case_id, by=request.actor, purpose="支援経過記録の訂正", subject=record.id)
    names = ("at", "method", "counterpart", "content", "next_step", "next_on", "place", "minutes", "kinds")
    initial = {name: getattr(record, name) for name in names} | {"version": record.version}
    initial["participants"] = [str(one) for one in record.participants]
    people = _could_take_part(record)

    def save(forms) -> str:
        form = forms["form"]
        version = form.cleaned_data["version"] or 0
        actions.change_record(record, by=request.actor, version=version, **form.record_values())
        return reverse("case_page", args=[case.id])

    return form_page(
        request,
        name="record-edit",
        subject_id=record.id,
        template="cases/record_form.html",
        build=lambda data: {"form": RecordForm(data, initial=initial, people=people)},
        save=save,
        context={
            "case": case,
            "record": record,
            "obstacles": rules.correct_obstacles(same_agency=record.agency_id == request.actor.agency.id),
        },
        saved_message="記録を直しました。",
    )


def _could_take_part(record: SupportRecord) -> list[Person]:
    """The household, and whoever was there then and has left since."""
    people = household(record.case_id)
    left = set(record.participants) - {one.id for one in people}
    return [*people, *(Person.objects.filter(case_id=record.case_id, pk__in=left) if left else ())]


@require_POST
def draft(request: HttpRequest, form: str, subject_id: str) -> HttpResponse:
    """Keeps what is being typed; answers when it was kept. Whoever works with no case has nothing to type."""
    if request.actor is None or not request.actor.post.sees_cases:
        raise Http404
    kept = drafts.keep(form, subject_id, request.POST, by=request.actor)
    return JsonResponse({"saved_at": timezone.localtime(kept.saved_at).strftime("%H:%M")})


@require_POST
def task_done(request: HttpRequest, task_id: UUID) -> HttpResponse:
    """済みにする, from the row on 今日やること or on the case page."""
    task = get_object_or_404(Task, pk=task_id)
    try:
        actions.complete_task(task, by=request.actor)
    except Forbidden as forbidden:
        messages.error(request, str(forbidden))
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = reverse("home")
    return HttpResponseRedirect(target)

"""民生委員・児童委員の報告 (R-INT-02)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kasane.agencies.actors import Actor
from kasane.agencies.paging import page_of
from kasane.base.choices import Channel
from kasane.base.dates import today, wareki
from kasane.cases.formpage import DROP_DRAFT, Forms, form_page
from kasane.cases.shortforms import Sent, ShortForms
from kasane.disclosure.access import open_case
from kasane.intake.desk import actions, overdue, queries, rules
from kasane.intake.desk.forms.told import AnswerForm, FinishForm, ReportForm, WatchForm
from kasane.intake.desk.tabs import tabs
from kasane.intake.desk.views.lines import own_row
from kasane.intake.models import ConsulterIs, Haste, VolunteerReport
from kasane.intake.views.desk import at_desk
from kasane.intake.views.reception import new_sheet

TAB = "desk_reports"


def reports(request: HttpRequest) -> HttpResponse:
    """The reports to this desk; those still open, unless all are asked for."""
    by = at_desk(request)
    only_open = "all" not in request.GET
    page = page_of(request, queries.reports(by, only_open=only_open), unit="件")
    overdue.say_what_leaves(page.rows, on=today())
    context = {"page": page, "only_open": only_open, "tabs": tabs(TAB)}
    return render(request, "intake/desk/reports.html", context)


def report_new(request: HttpRequest) -> HttpResponse:
    by = at_desk(request)

    def save(made: Forms) -> str:
        row = actions.take_report(by=by, **made["form"].values())
        return reverse("intake:desk_report", args=[row.id])

    return form_page(
        request,
        name="volunteer-report",
        subject_id="new",
        template="intake/desk/report_form.html",
        build=lambda data: {"form": ReportForm(data)},
        save=save,
        context={
            "tabs": tabs(TAB),
            "title": "民生委員・児童委員の報告を受ける",
            "back": reverse("intake:desk_reports"),
        },
        saved_message="報告を残しました。次にどうするかを決めてください。",
    )


def report_edit(request: HttpRequest, report_id: UUID) -> HttpResponse:
    by, row = own_row(request, VolunteerReport, report_id)
    back = reverse("intake:desk_report", args=[row.id])

    def save(made: Forms) -> str:
        form = made["form"]
        actions.change_report(row, by=by, version=form.cleaned_data["version"] or 0, **form.values())
        return back

    initial = {name: getattr(row, name) for name in (*ReportForm.base_fields, "version")}
    return form_page(
        request,
        name="volunteer-report",
        subject_id=row.id,
        template="intake/desk/report_form.html",
        build=lambda data: {"form": ReportForm(data, initial=initial)},
        save=save,
        context={"tabs": tabs(TAB), "title": "報告を直す", "back": back, "report": row},
    )


def report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """One report with what can be done about it: 受付・見守り・終わり・返事."""
    by, row = own_row(request, VolunteerReport, report_id)
    case = open_case(row.case_id, by=by, purpose="民生委員・児童委員の報告") if row.case_id else None
    short = ShortForms(
        request,
        page="report",
        subject_id=row.id,
        build={name: make for name, (make, _, _) in _ACTS.items()},
    )

    def show(sent: Sent | None = None) -> HttpResponse:
        context = {
            "report": row,
            "case": case,
            "forms": short.shown(sent),
            "sent": sent,
            "tabs": tabs(TAB),
            "kept_days": rules.REPORTS_KEPT_DAYS,
        }
        return render(request, "intake/desk/report.html", context, status=sent.status if sent else 200)

    if request.method != "POST":
        return show()
    name = request.POST.get(DROP_DRAFT) or request.POST.get("act", "")
    if name not in _ACTS:
        raise Http404
    here = reverse("intake:desk_report", args=[row.id])

    def save(form: forms.Form) -> str:
        _ACTS[name][1](row, by, form.cleaned_data)
        return here

    return short.send(name, save=save, show=show, here=here, saved_message=_ACTS[name][2])


Act = Callable[[VolunteerReport, Actor, dict[str, Any]], object]
_ACTS: dict[str, tuple[type[forms.Form], Act, str]] = {
    "watch": (
        WatchForm,
        lambda row, by, v: actions.ask_to_watch(row, by=by, **v),
        "見守りを頼んだことを残しました。",
    ),
    "finish": (FinishForm, lambda row, by, v: actions.finish_report(row, by=by, **v), "終わりにしました。"),
    "answer": (AnswerForm, lambda row, by, v: actions.answer_report(row, by=by, **v), "返事を残しました。"),
}


def report_begin(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """受付を始める: what was noticed stands on the new sheet, and leaves the report when that is saved."""
    by, row = own_row(request, VolunteerReport, report_id)
    if request.method != "POST" and not row.is_open:
        raise Http404
    return new_sheet(
        request,
        draft=("reception", str(row.id)),
        initial=_on_the_sheet(row),
        after=lambda sheet: actions.report_becomes_case(row, sheet.case, by=by),
        title="報告から受付を始める",
        back=reverse("intake:desk_report", args=[row.id]),
    )


def _on_the_sheet(row: VolunteerReport) -> dict[str, Any]:
    """Who reported stays off the sheet when they wish so: the person may ask for a copy of it (開示請求)."""
    told = [
        row.noticed,
        f"だれのこと: {row.about}" if row.about else "",
        f"場所: {row.address}" if row.address else "",
    ]
    found: dict[str, Any] = {
        "overview": "\n".join(filter(None, told)),
        "address": row.address,
        "channel": Channel.INTRODUCED,
        "is_urgent": row.haste == Haste.TODAY,
        "urgent_note": f"{wareki(row.on)}の報告で、今日のうちにとのこと" if row.haste == Haste.TODAY else "",
    }
    if row.is_anonymous:
        return found | {"consulter_is": ConsulterIs.OTHER}
    return found | {
        "consulter_is": ConsulterIs.VOLUNTEER,
        "consulter_tie": row.reporter_words[:60],
        "consulter_name": row.reporter_name,
        "area": row.reporter_area_id,
    }

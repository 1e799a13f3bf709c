"""電話の記録 and 民生委員・児童委員の報告 (R-INT-02)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.intake.desk import rules
from kasane.intake.models import PhoneCall, ReportState, VolunteerReport


@transaction.atomic
def take_call(*, by: Actor, **values: Any) -> PhoneCall:
    """Keeps a call in or out (R-INT-02). Raises Forbidden for one that has not been, or with nobody."""
    _require_call(values)
    return PhoneCall.objects.create(agency=by.agency, author=by.user, **values)


@transaction.atomic
def change_call(row: PhoneCall, *, by: Actor, version: int | None, **values: Any) -> PhoneCall:
    """Corrects a call. Raises Forbidden as `take_call`, StaleEdit."""
    call = PhoneCall.lock(row.pk, version=version)
    _require_call(values)
    for name, value in values.items():
        setattr(call, name, value)
    call.save_next()
    return call


@transaction.atomic
def called_back(row: PhoneCall, *, by: Actor, on: date) -> PhoneCall:
    """Somebody who waited was called back. Raises Forbidden when nobody waits."""
    call = PhoneCall.lock(row.pk, version=None)
    require(rules.called_back_obstacles(waits=call.waits))
    call.called_back_on, call.called_back_by = on, by.user
    call.save_next()
    return call


@transaction.atomic
def take_report(*, by: Actor, **values: Any) -> VolunteerReport:
    """Keeps what a 民生委員・児童委員 noticed (R-INT-02). Raises Forbidden when it tells of nobody and nothing."""
    _require_report(values)
    return VolunteerReport.objects.create(agency=by.agency, author=by.user, **values)


@transaction.atomic
def change_report(row: VolunteerReport, *, by: Actor, version: int | None, **values: Any) -> VolunteerReport:
    """Corrects an open report. Raises Forbidden, StaleEdit."""
    report = VolunteerReport.lock(row.pk, version=version)
    require(rules.begin_obstacles(is_open=report.is_open))
    _require_report(values)
    for name, value in values.items():
        setattr(report, name, value)
    report.save_next()
    return report


@transaction.atomic
def ask_to_watch(row: VolunteerReport, *, by: Actor, words: str, until: date) -> VolunteerReport:
    """見守りを頼む: what was asked of the volunteer, and when one asks how it goes (R-INT-05). Raises Forbidden."""
    report = VolunteerReport.lock(row.pk, version=None)
    require(rules.watch_obstacles(_facts(report, note=words, until=until)))
    report.state, report.watch_words, report.follow_up_on = ReportState.WATCHING, words, until
    report.save_next()
    return report


@transaction.atomic
def finish_report(row: VolunteerReport, *, by: Actor, note: str) -> VolunteerReport:
    """終わり, with what was done (R-INT-02). Raises Forbidden without it, and for what is dealt with."""
    report = VolunteerReport.lock(row.pk, version=None)
    require(rules.finish_obstacles(_facts(report, note=note)))
    _deal(report, by, ReportState.DONE)
    report.dealt_with = note
    report.save_next()
    return report


@transaction.atomic
def answer_report(row: VolunteerReport, *, by: Actor, on: date, told: str) -> VolunteerReport:
    """Keeps what the volunteer was told in return, and when (R-DIS-05). Raises Forbidden for a second answer."""
    report = VolunteerReport.lock(row.pk, version=None)
    require(rules.answer_obstacles(_facts(report, note=told), on=on))
    report.answered_on, report.answer = on, told
    report.save_next()
    return report


def report_becomes_case(row: VolunteerReport, case: Case, *, by: Actor) -> VolunteerReport:
    """受付を始めた: what the report says of a person stands on the course of the case now, word for word whatever the worker
    made of it on the sheet, and here no more; part of that saving.
    """
    report = VolunteerReport.lock(row.pk, version=None)
    require(rules.begin_obstacles(is_open=report.is_open))
    said = "\n".join(filter(None, [report.noticed, report.watch_words]))
    title = "寄せられた情報" if report.is_anonymous else "民生委員・児童委員の報告"
    cases.add_event(case.id, by=by, on=report.on, code="reported", title=title, body=said)
    _deal(report, by, ReportState.RECEIVED)
    report.case = case
    report.about = report.address = report.noticed = report.watch_words = ""
    report.save_next()
    return report


def _deal(report: VolunteerReport, by: Actor, state: ReportState) -> None:
    report.state, report.dealt_on, report.dealt_by = state, today(), by.user


def _facts(report: VolunteerReport, *, note: str, until: date | None = None) -> rules.ReportFacts:
    return rules.ReportFacts(
        state=report.state,
        today=today(),
        reported_on=report.on,
        note=note,
        until=until,
        is_answered=report.answered_on is not None,
    )


def _require_call(values: dict[str, Any]) -> None:
    require(
        rules.call_obstacles(
            on=timezone.localtime(values["at"]).date(),
            today=today(),
            party=values.get("party", ""),
            number=values.get("number", ""),
            call_back_until=values.get("call_back_until"),
        )
    )


def _require_report(values: dict[str, Any]) -> None:
    texts = {name: str(values.get(name, "")) for name in ("about", "address", "noticed")}
    require(rules.report_obstacles(on=values["on"], today=today(), **texts))

"""支援台帳 of 自立相談支援: each user of the desk in one line (実施要綱 別記1の4の9(2), R-SELF-01)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.dates import today, wareki
from kasane.base.workbook import file_of, first_sheet, table
from kasane.cases.models import Case, Stage, SupportRecord, Task, TaskKind
from kasane.coordination.choices import Course, PlanState
from kasane.coordination.models import Application, Plan
from kasane.people.queries import households

SOON = timedelta(days=30)
STATE_WORDS: dict[str, str] = {
    PlanState.DRAFT: "プラン作成中",
    PlanState.SUBMITTED: "支援調整会議待ち",
    PlanState.AGREED: "支援決定待ち",
    PlanState.FINAL: "支援中",
    PlanState.SUPERSEDED: "支援中",
    PlanState.CLOSED: "終了",
    PlanState.HANDED_ON: "多機関協働に引き継ぎ",
}


class Shown(models.TextChoices):
    RUNNING = "", "支援しているもの"
    DUE = "due", "評価が近いもの(30日以内)"
    HANDED_ON = "handed_on", "多機関協働に引き継いだもの"
    ENDED = "ended", "終わったもの"
    ALL = "all", "すべて"


@dataclass(frozen=True)
class Line:
    """One user of the desk."""

    case: Case
    name: str
    applied_on: date
    state: str
    starts_on: date | None
    ends_on: date | None
    evaluate_on: date | None
    last_record_on: date | None

    @property
    def is_late(self) -> bool:
        return self.evaluate_on is not None and self.evaluate_on < today()


def users_of(by: Actor, shown: str = "") -> QuerySet[Application]:
    """The applications of the viewer's desk with their newest plan, the nearest evaluation first."""
    newest = Plan.objects.filter(case=OuterRef("case"), course=Course.SELF_RELIANCE).order_by("-number")
    due = Task.objects.filter(
        case=OuterRef("case"), kind=TaskKind.EVALUATION, agency=by.agency, done_on__isnull=True
    ).order_by("due_on")
    records = SupportRecord.objects.filter(case=OuterRef("case")).order_by("-at")
    rows = (
        Application.objects.filter(course=Course.SELF_RELIANCE, agency=by.agency)
        .select_related("case")
        .annotate(
            plan_state=Subquery(newest.values("state")[:1]),
            plan_starts=Subquery(newest.values("starts_on")[:1]),
            plan_ends=Subquery(newest.values("ends_on")[:1]),
            evaluate_on=Subquery(due.values("due_on")[:1]),
            last_record_at=Subquery(records.values("at")[:1]),
        )
        .order_by(F("evaluate_on").asc(nulls_last=True), "-applied_on", "-id")
    )
    return rows.filter(_narrowed(shown))


def _narrowed(shown: str) -> Q:
    closed = Q(case__stage=Stage.CLOSED) | Q(ended_on__isnull=False, plan_state=PlanState.CLOSED)
    handed_on = ~closed & Q(ended_on__isnull=False)
    return {
        Shown.RUNNING: ~closed & Q(ended_on__isnull=True),
        Shown.DUE: ~closed & Q(evaluate_on__lte=today() + SOON),
        Shown.HANDED_ON: handed_on,
        Shown.ENDED: closed,
        Shown.ALL: Q(),
    }[Shown(shown)]


def lines_of(rows: Sequence[Any]) -> list[Line]:
    """The lines as they are shown and exported. One query for the names."""
    people = households(row.case_id for row in rows)
    return [
        Line(
            case=row.case,
            name=next((p.name for p in people.get(row.case_id, []) if p.is_subject), ""),
            applied_on=row.applied_on,
            state=_state(row),
            starts_on=row.plan_starts,
            ends_on=row.plan_ends,
            evaluate_on=row.evaluate_on,
            last_record_on=timezone.localdate(row.last_record_at) if row.last_record_at else None,
        )
        for row in rows
    ]


def _state(row: Any) -> str:
    if not row.case.is_open:
        return str(row.case.state_label)
    if row.ended_on is not None and row.plan_state != PlanState.CLOSED:
        return STATE_WORDS[PlanState.HANDED_ON]
    return STATE_WORDS.get(row.plan_state, "") or str(row.case.get_stage_display())


COLUMNS = ("番号", "氏名", "申込日", "状態", "プラン開始", "プラン終了", "次の評価", "最後の記録")


def workbook(lines: Sequence[Line]) -> bytes:
    """支援台帳 as Excel, every text as text."""
    book, sheet = first_sheet("支援台帳")
    table(sheet, COLUMNS, map(_cells, lines), fixed=2)
    return file_of(book)


def _cells(line: Line) -> tuple[str, ...]:
    days = (line.starts_on, line.ends_on, line.evaluate_on, line.last_record_on)
    return (line.case.label, line.name, wareki(line.applied_on), line.state, *map(wareki, days))

"""What the screens of a desk read. Row-level security shows each agency its own registers alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, User
from kasane.agencies.queries import staff_of
from kasane.base.dates import at_noon
from kasane.cases.models import Case, Stage, SupportRecord
from kasane.cases.numbers import parse_label
from kasane.cases.queries import numbered
from kasane.disclosure.access import Today
from kasane.disclosure.models import Grant
from kasane.intake.models import (
    DeskActivity,
    ExtraAnswer,
    OutpostDay,
    OutpostReception,
    PhoneCall,
    Reception,
    ReportState,
    ShortConsultation,
    VolunteerReport,
)
from kasane.profiles.model import ExtraItem

OPEN_REPORT = Q(state__in=[ReportState.NEW, ReportState.WATCHING])
WAITING_CALL = Q(call_back_until__isnull=False, called_back_on__isnull=True, emptied_on__isnull=True)


def shorts(by: Actor) -> QuerySet[ShortConsultation]:
    """The short consultations of the desk, newest first, struck ones too."""
    return ShortConsultation.objects.filter(agency=by.agency).select_related("author", "area")


def calls(by: Actor, *, only_waiting: bool = False) -> QuerySet[PhoneCall]:
    """The calls of the desk, newest first; those who wait, the earliest promise first."""
    rows = PhoneCall.objects.filter(agency=by.agency).select_related("author", "called_back_by", "case")
    return rows.filter(WAITING_CALL).order_by("call_back_until", "id") if only_waiting else rows


def calls_elsewhere(case_id: UUID) -> list[tuple[str, int]]:
    """The other desks that keep calls of a case, with how many; for those who may make a copy of its record (R-DIS-08)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT agency, calls FROM intake_calls_elsewhere(%s)", [case_id])
        return list(cursor.fetchall())


def reports(by: Actor, *, only_open: bool = False) -> QuerySet[VolunteerReport]:
    """The reports of 民生委員 to the desk, newest first."""
    rows = VolunteerReport.objects.filter(agency=by.agency).select_related("author", "reporter_area", "case")
    return rows.filter(OPEN_REPORT) if only_open else rows


def outposts(by: Actor, *, until: date | None = None, since: date | None = None) -> QuerySet[OutpostDay]:
    """The days outside with how many receptions and short consultations were taken on each."""
    rows = OutpostDay.objects.filter(agency=by.agency).select_related("area")
    order = ("-on", "starts", "id")
    if since is not None:
        rows, order = rows.filter(on__gte=since), ("on", "starts", "id")
    if until is not None:
        rows = rows.filter(on__lt=until)
    return rows.order_by(*order).annotate(
        reception_count=Count("receptions", distinct=True),
        short_count=Count("shorts", filter=Q(shorts__struck_on__isnull=True), distinct=True),
    )


def activities(by: Actor) -> QuerySet[DeskActivity]:
    return DeskActivity.objects.filter(agency=by.agency).select_related("author", "area")


def receptions_on(day: OutpostDay) -> list[Reception]:
    """The desk's receptions of that day, `.is_tied` when they were taken there. One query."""
    tied = OutpostReception.objects.filter(case_id=OuterRef("case_id"), day=day)
    elsewhere = OutpostReception.objects.filter(case_id=OuterRef("case_id")).exclude(day=day)
    return list(
        Reception.objects.filter(agency_id=day.agency_id, received_on=day.on)
        .annotate(is_tied=Exists(tied), is_elsewhere=Exists(elsewhere))
        .select_related("case", "received_by")
        .order_by("id")
    )


def case_numbered(text: str) -> Case | None:
    """The case of 「R8-0012」, when the viewer sees it."""
    label = parse_label(text)
    return numbered(label) if label else None


def names_of_users(ids: Collection[UUID]) -> list[str]:
    return list(User.objects.filter(pk__in=list(ids)).values_list("name", flat=True)) if ids else []


def agency_names(ids: Collection[UUID]) -> dict[UUID, str]:
    return dict(Agency.objects.filter(pk__in=set(ids)).values_list("id", "name")) if ids else {}


@dataclass(frozen=True)
class Numbers:
    """What stands on the cards of the desk today."""

    receptions: int
    shorts: int
    calls: int
    waiting_calls: int
    open_reports: int
    outposts: int
    activities: int
    cases: int


def numbers(by: Actor, *, on: date) -> Numbers:
    """Today's figures of the desk. One query."""

    def some(rows: QuerySet[Any]) -> Subquery:
        counted = rows.order_by().values("agency_id").annotate(n=Count("pk")).values("n")
        return Subquery(counted)

    start, end = (at_noon(on + timedelta(days=n)).replace(hour=0) for n in (0, 1))
    mine = {"agency": by.agency}
    open_cases = Case.objects.filter(responsible_agency=by.agency).exclude(stage=Stage.CLOSED)
    found = (
        Agency.objects.filter(pk=by.agency.id)
        .annotate(
            receptions=some(Reception.objects.filter(received_on=on, **mine)),
            shorts=some(ShortConsultation.objects.filter(on=on, struck_on=None, received_on=None, **mine)),
            calls=some(PhoneCall.objects.filter(at__gte=start, at__lt=end, **mine)),
            waiting_calls=some(PhoneCall.objects.filter(WAITING_CALL, **mine)),
            open_reports=some(VolunteerReport.objects.filter(OPEN_REPORT, **mine)),
            outposts=some(
                OutpostDay.objects.filter(on__gte=on, on__lt=on + timedelta(days=7), struck_on=None, **mine)
            ),
            activities=some(
                DeskActivity.objects.filter(on__gte=on.replace(day=1), on__lte=on, struck_on=None, **mine)
            ),
            cases=Subquery(
                open_cases.order_by().values("responsible_agency_id").annotate(n=Count("pk")).values("n")
            ),
        )
        .values(*Numbers.__dataclass_fields__)
        .get()
    )
    return Numbers(**{name: value or 0 for name, value in found.items()})


@dataclass(frozen=True)
class Load:
    """Open cases of one worker of the agency; nobody when the case has no 主担当者."""

    user_id: UUID | None
    name: str
    cases: int
    urgent: int
    silent: int
    share: int


def loads(by: Actor, *, on: date) -> list[Load]:
    """Per worker of the agency how many open cases they look after, the heaviest first. Two queries."""
    quiet = at_noon(on - timedelta(days=profile.current().rules.silence_days)).replace(hour=0)
    rows = list(
        _open_cases(by)
        .values("responsible_user_id", name=F("responsible_user__name"))
        .annotate(
            n=Count("pk"),
            urgent=Count("pk", filter=Q(is_urgent=True)),
            silent=Count("pk", filter=Q(touched_at__lt=quiet)),
        )
        .order_by("-n")
    )
    most = max((row["n"] for row in rows), default=1)
    found = [
        Load(
            row["responsible_user_id"],
            row["name"] or "主担当者のいないケース",
            row["n"],
            row["urgent"],
            row["silent"],
            round(100 * row["n"] / most),
        )
        for row in rows
    ]
    known = {load.user_id for load in found}
    idle = {post.user_id: post.user.name for post in staff_of([by.agency.id]) if post.sees_cases}
    return [*found, *(Load(pk, name, 0, 0, 0, 0) for pk, name in idle.items() if pk not in known)]


def caseload(by: Actor, *, user_id: UUID | None = None, nobody: bool = False) -> QuerySet[Case]:
    """The open cases the agency is responsible for, the longest silent first, each with `.last_record`."""
    rows = _open_cases(by)
    if nobody:
        rows = rows.filter(responsible_user=None)
    elif user_id is not None:
        rows = rows.filter(responsible_user=user_id)
    last = (
        SupportRecord.objects.filter(case_id=OuterRef("pk"))
        .order_by()
        .values("case_id")
        .annotate(at=Max("at"))
        .values("at")
    )
    return (
        rows.select_related("responsible_user")
        .annotate(last_record=Subquery(last))
        .order_by("touched_at", "id")
    )


def writable_of(ids: Collection[UUID], by: Actor) -> list[Case]:
    """Of these the open cases for which the agency is responsible and may write, locked."""
    mine = Q(agency_id=by.agency.id) | Q(user_id=by.user.id)
    writing = Grant.objects.filter(mine, case_id=OuterRef("pk"), writes=True, valid__contains=Today())
    rows = _open_cases(by).filter(Exists(writing), pk__in=list(ids))
    return list(rows.order_by("id").select_for_update(of=("self",)))


def _open_cases(by: Actor) -> QuerySet[Case]:
    return Case.objects.filter(responsible_agency=by.agency).exclude(stage=Stage.CLOSED)


def extra_items(by: Actor) -> list[ExtraItem]:
    """What the programs of the viewer's agency ask beside the 受付シート (R-INT-01)."""
    return [item for item in profile.current().extra_items if item.program.value in by.programs]


def extra_answers(case_id: UUID) -> list[ExtraAnswer]:
    """The answers of a case that the viewer may see, in the order of the profile. One query."""
    order = {item.key: at for at, item in enumerate(profile.current().extra_items)}
    rows = ExtraAnswer.objects.filter(case_id=case_id).exclude(value="").select_related("agency")
    return sorted(rows, key=lambda row: (order.get(row.item, len(order)), row.id))

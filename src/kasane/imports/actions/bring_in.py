"""Taking a ledger in as cases, and undoing it as a whole (R-OPS-02)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Area, User
from kasane.base.obstacles import Forbidden, Obstacle, require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.imports import queries, rules
from kasane.imports.models import Import, ImportedRow, SkippedRows, Upload, UploadedSheet
from kasane.imports.rules import Checked, Planned
from kasane.imports.rules.columns import headings_of
from kasane.intake import api as intake

AT_ONCE = 500
_LOCK = 106012
"""Two colleagues with the same file wait for each other, so that the second is told what is already there."""


@transaction.atomic
def bring_in(upload: Upload, *, by: Actor, skips: bool = False) -> Import:
    """Makes a case of each household of the ledger, all or nothing; the upload is gone afterwards.

    With `skips` the rows with errors are left out and kept as a list for the importer. Every case is received by
    the same act as at the desk, so its number, ledger, sheet and course are the same. Raises Forbidden with
    obstacles, Upload.DoesNotExist when it was imported or discarded in between; nothing is written then.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [_LOCK, str(by.agency.id)])
    upload = Upload.objects.select_for_update().get(pk=upload.pk)
    sheet = queries.sheet_of(upload)
    checked = queries.checked(upload, sheet, by=by)
    require(
        [
            *(rules.mapping_obstacles(upload.columns)),
            *rules.import_obstacles(
                rules.ImportFacts(
                    upload_id=str(upload.pk),
                    cases=len(checked.planned),
                    errors=checked.errors,
                    known=checked.known,
                    skips=skips,
                    same_agency=upload.agency_id == by.agency.id,
                )
            ),
        ]
    )
    source = _begin(upload, sheet, checked, by=by)
    _make_cases(source, checked.planned, by=by)
    if checked.skipped:
        SkippedRows.objects.create(
            source=source,
            user=by.user,
            headings=headings_of(sheet.rows, upload.header),
            rows=[
                {"row": s.row, "cells": list(s.cells), "reasons": list(s.reasons)} for s in checked.skipped
            ],
        )
    upload.delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT imports_end(%s)", [source.pk])
    return source


@transaction.atomic
def undo(source: Import, *, by: Actor) -> int:
    """Removes every case of an import with all that belongs to it; answers how many.

    Raises Forbidden, naming the cases, when anything happened in one of them since (R-DIS-08). The log keeps what
    was removed, and that it was.
    """
    facts = rules.UndoFacts(
        undone=source.undone_at is not None,
        same_agency=source.agency_id == by.agency.id,
        touched=queries.touched_cases(source),
    )
    require(rules.undo_obstacles(facts))
    with connection.cursor() as cursor:
        cursor.execute("SELECT imports_undo(%s)", [source.pk])
        removed: int = cursor.fetchone()[0]
    return removed


def _begin(upload: Upload, sheet: UploadedSheet, checked: Checked, *, by: Actor) -> Import:
    return Import.objects.create(
        agency=by.agency,
        user=by.user,
        file_name=upload.file_name,
        sheet_name=sheet.name,
        cases=len(checked.planned),
        persons=checked.persons,
        skipped=len(checked.skipped),
        warnings=checked.warnings,
    )


def _make_cases(source: Import, planned: Sequence[Planned], *, by: Actor) -> None:
    """In the order of reception: so the newest case is the last received, and the counter of the present year, for
    which the desks wait, is held only at the end.
    """
    areas = {area.pk: area for area in Area.objects.all()}
    wanted = {case.staff_id for case in planned} - {None, by.user.id}
    staff = User.objects.in_bulk([pk for pk in wanted if pk is not None])
    rows: list[ImportedRow] = []
    for case in sorted(planned, key=lambda one: (one.sheet["received_on"], min(one.lines))):
        case_id = _make_case(source, case, by=by, areas=areas, staff=staff)
        rows.extend(_lines(source, case, case_id, by=by))
    ImportedRow.objects.bulk_create(rows, batch_size=AT_ONCE)


def _make_case(
    source: Import, planned: Planned, *, by: Actor, areas: dict[Any, Area], staff: dict[UUID, User]
) -> UUID:
    worker = staff.get(planned.staff_id) if planned.staff_id else None
    try:
        reception = intake.receive(
            by=by,
            sheet={**planned.sheet, "received_by": worker or by.user},
            subject=_person(planned.subject, areas),
            household=[_person(member, areas) for member in planned.household],
            consent=intake.Said(**planned.consent),
        )
    except Forbidden as forbidden:
        where = f"{min(planned.lines)}行目: "
        raise Forbidden(
            Obstacle(o.code, where + o.sentence, o.requirement) for o in forbidden.obstacles
        ) from forbidden
    case: Case = reception.case
    if worker is not None:
        cases.hand_over(case, by=by, agency=by.agency, user=worker)
    if planned.closed_on is not None:
        cases.close(case, by=by, on=planned.closed_on, closed_as=cases.ClosedAs.OTHER_SYSTEM)
    cases.add_event(
        case.id,
        by=by,
        code="imported",
        title="台帳から取り込み",
        body=_origin(source, planned),
        subject="import",
        subject_id=source.id,
    )
    return case.id


def _person(values: Any, areas: dict[Any, Area]) -> dict[str, Any]:
    person = dict(values)
    if "area_id" in person:
        person["area"] = areas[person.pop("area_id")]
    return person


def _origin(source: Import, planned: Planned) -> str:
    """Where the case comes from, in words for its course."""
    rows = "・".join(str(row) for row in sorted(planned.lines))
    numbers = "・".join(dict.fromkeys(number for number in planned.lines.values() if number))
    number = f" 台帳番号 {numbers}。" if numbers else ""
    ended = " 台帳では終わっている相談です。" if planned.closed_on else ""
    return f"「{source.file_name}」の{rows}行目から。{number}{ended}"


def _lines(source: Import, planned: Planned, case_id: UUID, *, by: Actor) -> list[ImportedRow]:
    first = min(planned.lines)
    return [
        ImportedRow(
            source=source,
            agency=by.agency,
            case_id=case_id,
            row=row,
            ledger_no=number,
            fingerprint=planned.fingerprint if row == first else "",
        )
        for row, number in planned.lines.items()
    ]

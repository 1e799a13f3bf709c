"""What the screens of the import read. Row-level security has filtered before any of this."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils.timezone import localdate

from kasane.agencies.actors import Actor
from kasane.agencies.models import Area
from kasane.agencies.queries import staff_of
from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.imports.models import Import, ImportedRow, Mapping, Upload, UploadedSheet
from kasane.imports.rules import Checked, Ground, check, headings_key
from kasane.imports.rules.columns import unpadded


def uploads_of(by: Actor) -> list[Upload]:
    """What the viewer began to import for this agency and did not finish."""
    return list(Upload.objects.filter(agency=by.agency))


def past_imports() -> QuerySet[Import]:
    """What the viewer's agency has imported, newest first."""
    return Import.objects.select_related("user", "undone_by").order_by("-id")


def sheet_names(upload: Upload) -> list[UploadedSheet]:
    """The sheets of an upload without what is on them."""
    return list(UploadedSheet.objects.filter(upload=upload).defer("rows"))


def sheet_of(upload: Upload) -> UploadedSheet:
    """The sheet chosen for the import, with its rows."""
    return UploadedSheet.objects.get(upload=upload, number=upload.sheet)


def remembered(headings: Sequence[str], *, by: Actor) -> dict[str, str] | None:
    """How the agency mapped these headings the last time."""
    row = Mapping.objects.filter(agency=by.agency, headings=headings_key(headings)).first()
    return row.columns if row else None


def checked(upload: Upload, sheet: UploadedSheet, *, by: Actor) -> Checked:
    """The whole sheet against the rules, and against what the agency imported before. Four to six queries."""
    ground = Ground(today=today(), areas=_areas(), staff=_staff(by), serial_offset=sheet.serial_offset)
    first = check(sheet.rows, header=upload.header, columns=upload.columns, ground=ground)
    numbers = {number for planned in first.planned for number in planned.lines.values() if number}
    prints = {planned.fingerprint for planned in first.planned}
    known = replace(
        ground, numbers=_known("ledger_no", numbers, by=by), prints=_known("fingerprint", prints, by=by)
    )
    if not known.numbers and not known.prints:
        return first
    return check(sheet.rows, header=upload.header, columns=upload.columns, ground=known)


def touched_cases(source: Import) -> list[tuple[str, str]]:
    """Id and label of the cases of an import in which something happened since, in the order of their numbers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM imports_touched(%s)", [source.pk])
        touched = [row[0] for row in cursor.fetchall()]
    labels = {case.id: case.label for case in Case.objects.filter(pk__in=touched)}
    return sorted(((str(pk), labels.get(pk, "見られないケース")) for pk in touched), key=lambda pair: pair[1])


def cases_of(source: Import) -> QuerySet[Case]:
    """The cases an import made, as far as they stand."""
    mine = ImportedRow.objects.filter(source=source).values("case_id")
    return Case.objects.filter(pk__in=mine).order_by("id")


def _known(name: str, wanted: Iterable[str], *, by: Actor) -> dict[str, str]:
    """For ledger numbers or digests imported before: the case and the day, in words."""
    rows = ImportedRow.objects.filter(agency=by.agency, **{f"{name}__in": list(wanted)}).select_related(
        "case"
    )
    return {getattr(row, name): f"{row.case.label}、{wareki(localdate(row.created_at))}" for row in rows}


def _areas() -> dict[str, UUID]:
    """The town's areas by name; of two with the same name the wider one."""
    found: dict[str, UUID] = {}
    for pk, name in Area.objects.order_by("level", "order").values_list("pk", "name"):
        found.setdefault(unpadded(name), pk)
    return found


def _staff(by: Actor) -> dict[str, UUID]:
    posts = staff_of([by.agency.id]).values_list("user_id", "user__name")
    return {unpadded(name): user_id for user_id, name in posts}

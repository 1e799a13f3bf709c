"""支援経過記録 of a case on paper: one, or those of a stretch of time (R-DIS-04)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from kasane.base.dates import short_wareki, today, wareki, wareki_time
from kasane.base.kinds import ALL_KINDS, kind_labels
from kasane.cases.models import Case, SupportRecord
from kasane.people.models import Person
from kasane.people.queries import household
from kasane.sheets.document import Sheet
from kasane.sheets.filling.common import subject_in, town, writer
from kasane.sheets.paper.records import RecordData, RecordsData, support_records


def records_sheet(
    case: Case, row_id: UUID | None, *, since: date | None = None, until: date | None = None
) -> Sheet | None:
    """The records from `since` to `until` (both included), oldest first; None when there is none to be seen."""
    rows = SupportRecord.objects.filter(case_id=case.id).select_related("agency", "author")
    if row_id is not None:
        rows = rows.filter(pk=row_id)
    if since is not None:
        rows = rows.filter(at__date__gte=since)
    if until is not None:
        rows = rows.filter(at__date__lte=until)
    found = list(rows.order_by("at", "id"))
    if not found:
        return None
    people = household(case.id)
    subject = subject_in(people)
    names = _names(people, found)
    first, last = (timezone.localdate(row.at) for row in (found[0], found[-1]))
    data = RecordsData(
        records=tuple(_record(row, names) for row in found),
        case_number=case.label,
        person_name=subject.name if subject else None,
        span=f"{short_wareki(since or first)} から {short_wareki(until or last)} まで({len(found)}件)",
        is_partial=not case.sees(ALL_KINDS),
    )
    return support_records(data, town(), printed_on=wareki(today()))


def blank_records_sheet() -> Sheet:
    """Empty lines to be written by hand on the way."""
    return support_records(RecordsData(), town())


def _record(row: SupportRecord, names: dict[UUID, str]) -> RecordData:
    present = [*(names.get(one, "") for one in row.participants), row.counterpart]
    how = [
        row.get_method_display(),
        "、".join(filter(None, present)),
        row.place,
        f"{row.minutes}分" if row.minutes else "",
    ]
    return RecordData(
        at=wareki_time(row.at),
        by=writer(row.agency, row.author),
        how="\n".join(filter(None, how)),
        content=row.content,
        next_step="\n".join(filter(None, [short_wareki(row.next_on), row.next_step])),
        kinds="、".join(kind_labels(row.kinds)),
    )


def _names(people: list[Person], records: Sequence[SupportRecord]) -> dict[UUID, str]:
    """The names of those who took part, also of those who have left since. One query at most."""
    left = {one for row in records for one in row.participants} - {one.id for one in people}
    more = Person.objects.filter(pk__in=left) if left else ()
    return {one.id: one.name for one in [*people, *more]}

"""The one public getter of a case, and the filters that lists start from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import BooleanField, DateField, Exists, Func, OuterRef, Q
from django.http import Http404

from kasane.agencies.actors import Actor
from kasane.base.kinds import combine
from kasane.disclosure.models import ExceptionState, Grant, LegalException

if TYPE_CHECKING:
    from kasane.cases.models import Case


class Today(Func):
    """The day in Japan, as the policies see it."""

    function = "kasane_today"
    output_field = DateField()


class _IsHeld(Func):
    """Whether the file is kept beyond its time (R-DIS-07)."""

    function = "disclosure_is_held"
    output_field = BooleanField()


class Refused(Http404):
    """A stranger asked for a case. The page says only that nothing was found; the log keeps who asked."""

    def __init__(self, case_id: UUID, purpose: str, subject: UUID | str) -> None:
        self.case_id, self.purpose, self.subject = case_id, purpose, subject
        super().__init__()


def log_reading(case_id: UUID, purpose: str, subject: UUID | str = "", *, exports: bool = False) -> int:
    """Writes a reading, or the refusal of one, to the log; answers the kinds of data the viewer may see.

    `exports`: what is read leaves the product as a file (R-DIS-08).
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT disclosure_log_reading(%s, %s, %s, %s)",
            [case_id, purpose, str(subject), "export" if exports else "read"],
        )
        kinds: int = cursor.fetchone()[0]
    return kinds


def log_export(case_ids: Iterable[UUID], purpose: str) -> None:
    """Writes to the log of each case that a list with it left the product as a file (R-DIS-08). One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT disclosure_log_reading(c.id, %s, '', 'export') FROM unnest(%s::uuid[]) AS c (id)",
            [purpose, list(case_ids)],
        )


def log_exports(purposes: Mapping[UUID, str], subject: UUID | str) -> None:
    """As `log_export`, with words of its own for each case, of one file or paper `subject` (R-DIS-08). One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT disclosure_log_reading(c.id, c.purpose, %s, 'export')"
            " FROM unnest(%s::uuid[], %s::text[]) AS c (id, purpose)",
            [str(subject), list(purposes), list(purposes.values())],
        )


def log_file(purpose: str, subject: UUID | str) -> None:
    """Writes to the log that a file with personal data which hangs on no case left the product (R-DIS-08)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT disclosure_log_file(%s, %s)", [purpose, str(subject)])


def open_case(
    case_id: UUID, *, by: Actor | None, purpose: str, subject: UUID | str = "", exports: bool = False
) -> Case:
    """The case, for `purpose` (what the viewer is doing, for the log). Strangers get Http404 and nothing more.

    The reading is written to the log with the legal basis used (R-DIS-01, R-DIS-08); `exports` says that the answer
    is a file that leaves the product. The kinds of data the viewer may see are on the returned case as `visible_kinds`.
    """
    if by is None:
        raise Http404
    kinds = log_reading(case_id, purpose, subject, exports=exports)
    model: Any = apps.get_model("cases", "Case")
    urgent = LegalException.objects.filter(case_id=OuterRef("pk"), state=ExceptionState.URGENT)
    alarms: Any = apps.get_model("cases", "Alarm")
    alarm = alarms.objects.filter(case_id=OuterRef("pk"), ended_at__isnull=True)
    rows = model.objects.select_related("responsible_agency").annotate(
        has_urgent=Exists(urgent), has_alarm=Exists(alarm), is_held=_IsHeld("pk")
    )
    case = rows.filter(pk=case_id).first() if kinds else None
    if case is None:
        raise Refused(case_id, purpose, subject)
    case.visible_kinds = kinds
    return case


def newest_cases(below: UUID | None, most: int) -> tuple[list[UUID], bool]:
    """Ids of the viewer's own cases below a key, up to `most` rights, and whether there are more below them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM disclosure_newest_cases(%s, %s)", [below, most])
        found = [row[0] for row in cursor.fetchall()]
    return [case_id for case_id in found if case_id is not None], None not in found


def writable_kinds(case_id: UUID, *, by: Actor) -> int:
    """The kinds of data the viewer works with in the case, and so may write; 0 for those who do not work on it."""
    mine = Q(agency_id=by.agency.id) | Q(user_id=by.user.id)
    rights = Grant.objects.filter(mine, case_id=case_id, writes=True, valid__contains=Today())
    return combine(list(rights.values_list("kinds", flat=True)))

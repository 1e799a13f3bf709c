"""Who sits in a meeting by name alone goes with the last case that was talked about there (R-DIS-07)."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connections, transaction
from django.db.utils import ProgrammingError

from kasane.agencies.models import Agency, AgencyKind, User
from kasane.base.dates import at_noon
from kasane.cases.models import Case
from kasane.conferences.models import AgendaItem, Body, Function, Meeting, Member
from kasane.disclosure.chain import read_chain, read_disposals, verify
from kasane.disclosure.definer import OWNER
from kasane.disclosure.models import LogEntry

pytestmark = pytest.mark.django_db(databases=["default", "owner"])
DAY = date(2019, 6, 3)
GUEST, ROLE = "宇久井福江", "長女"
MARK = "(廃棄済み)"


@pytest.fixture
def hall():
    """Two cases and a body, written by the owner as the role that sees all rows."""
    with connections[OWNER].cursor() as cursor:
        agency = Agency.objects.using(OWNER).create(key="gone", name="会議の課", kind=AgencyKind.DIVISION)
        user = User(login="gone", name="招集者")
        user.save(using=OWNER)
        cursor.execute("SET LOCAL ROLE kasane_definer")
        body = Body.objects.using(OWNER).create(
            key="gone", name="支援会議", functions=[Function.SUPPORT_CONFERENCE]
        )
        cases = [
            Case.objects.using(OWNER).create(
                year=2019, number=number, opened_on=DAY, responsible_agency=agency, touched_at=at_noon(DAY)
            )
            for number in (1, 2)
        ]
        yield SimpleNamespace(agency=agency, user=user, body=body, cases=cases, cursor=cursor)
        cursor.execute("RESET ROLE")


def meeting(hall, *cases, number=1) -> Member:
    """A meeting about these cases; answers its guest."""
    row = Meeting.objects.using(OWNER).create(
        body=hall.body, year=2019, number=number, host=hall.agency, convened_by=hall.user, convened_on=DAY,
        starts_at=at_noon(DAY), material_until=DAY,
    )  # fmt: skip
    Member.objects.using(OWNER).create(meeting=row, agency=hall.agency, user=hall.user)
    for case in cases:
        AgendaItem.objects.using(OWNER).create(
            meeting=row, body=hall.body, meeting_label=row.label, held_at=row.starts_at, case=case,
            function=Function.SUPPORT_CONFERENCE, title="支援の方針", brought_by=hall.agency,
        )  # fmt: skip
    return Member.objects.using(OWNER).create(meeting=row, guest_name=GUEST, guest_role=ROLE)


def dispose(hall, case) -> list[str]:
    hall.cursor.execute(
        "SELECT disclosure_dispose_again(%s, %s, %s, 'R8-廃1')", [case.id, case.label, date(2026, 5, 1)]
    )
    return hall.cursor.fetchone()[0]


def shown(guest) -> tuple[str, str]:
    guest.refresh_from_db(using=OWNER)
    return guest.guest_name, guest.guest_role


def told(guest) -> list[LogEntry]:
    """The entries of the log that still tell of the guest."""
    rows = LogEntry.objects.using(OWNER).filter(subject="conferences_member", row_id=str(guest.pk))
    return [row for row in rows if GUEST in f"{row.before}{row.after}"]


def test_a_guest_goes_with_the_last_case_of_the_meeting(hall):
    first, second = hall.cases
    guest = meeting(hall, first, second)
    assert "conferences_member" not in dispose(hall, first)
    assert shown(guest) == (GUEST, ROLE)
    assert "conferences_member" in dispose(hall, second)
    assert shown(guest) == (MARK, MARK)


def test_guests_of_other_meetings_stay(hall):
    first, second = hall.cases
    meeting(hall, first)
    others = meeting(hall, second, number=2), meeting(hall, number=3)
    dispose(hall, first)
    assert [shown(guest) for guest in others] == [(GUEST, ROLE)] * 2
    assert all(told(guest) for guest in others)
    assert Member.objects.using(OWNER).filter(user=hall.user, guest_name="").count() == 3


def test_a_guest_goes_though_the_item_was_taken_off_the_agenda_before(hall):
    guest = meeting(hall, hall.cases[0])
    AgendaItem.objects.using(OWNER).all().delete()
    dispose(hall, hall.cases[0])
    assert shown(guest) == (MARK, MARK)


def test_the_log_forgets_the_guest_and_still_holds(hall):
    guest = meeting(hall, hall.cases[0])
    Member.objects.using(OWNER).filter(pk=guest.pk).update(answer="attends")
    assert len(told(guest)) == 2
    dispose(hall, hall.cases[0])
    assert not told(guest)
    hall.cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    hall.cursor.execute("SELECT disclosure_first_break()")
    assert hall.cursor.fetchone() == (None,)
    connection = connections[OWNER].connection
    assert verify(read_chain(connection), disposals=read_disposals(connection)).broken is None


def test_an_entry_about_a_guest_who_stays_can_not_be_emptied(hall):
    first, second = hall.cases
    guest = meeting(hall, first, second)
    dispose(hall, first)
    with pytest.raises(ProgrammingError, match="append-only"), transaction.atomic(using=OWNER):
        hall.cursor.execute(
            "UPDATE disclosure_logentry SET disposed_for = %s, subject = '', row_id = '', before = NULL, after = NULL"
            " WHERE subject = 'conferences_member' AND row_id = %s",
            [first.id, str(guest.pk)],
        )

"""Reading and writing are logged, by the database, append-only (R-DIS-08)."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.http import Http404

from kasane.cases import actions as cases
from kasane.disclosure.access import open_case
from kasane.disclosure.queries import readings_of, rights_on
from kasane.disclosure.viewer import acting_as


@pytest.fixture
def case(cast):
    with acting_as(cast.worker):
        return cases.open_case(by=cast.worker, on=date(2025, 5, 1))


def test_opening_a_case_is_logged_with_its_basis(case, cast):
    with acting_as(cast.colleague):
        open_case(case.id, by=cast.colleague, purpose="ケース画面")
        reading = readings_of(case.id)[0]
    assert (reading.who, reading.subject, reading.basis) == ("包括 次郎", "ケース画面", ["自機関の業務"])


def test_a_stranger_gets_404_and_no_list_of_readers(case, cast):
    with acting_as(cast.stranger):
        with pytest.raises(Http404):
            open_case(case.id, by=cast.stranger, purpose="ケース画面")
        assert readings_of(case.id) == []
        assert rights_on(case.id) == []


def test_who_can_see_is_told_in_words(case, cast):
    with acting_as(cast.worker):
        right = rights_on(case.id)[0]
    assert right.who == "美咲町地域包括支援センター"
    assert right.explanation == "美咲町地域包括支援センターが受け付けた相談"
    assert right.is_current


@pytest.mark.parametrize("statement", ["SELECT * FROM disclosure_logentry", "DELETE FROM disclosure_logentry",
                                       "UPDATE disclosure_seal SET entry_id = 0"])  # fmt: skip
def test_the_web_role_can_neither_read_nor_change_the_log(case, statement):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)


def first_break() -> int | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT disclosure_first_break()")
        return cursor.fetchone()[0]


def test_every_entry_is_sealed_into_one_chain_at_commit(case):
    assert first_break() is not None, "not sealed before the commit"
    connection.cursor().execute("SET CONSTRAINTS seal IMMEDIATE")
    assert first_break() is None

"""Nobody gives themselves a right: what the web role may write into the ledger and its proof (R-DIS-01, R-DIS-08)."""

from __future__ import annotations

import json
from datetime import date, timedelta

import psycopg
import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from kasane.base.dates import today
from kasane.base.ids import new_id
from kasane.cases import actions as cases
from kasane.disclosure import api
from kasane.disclosure.models import Consent, Evidence, Grant
from kasane.disclosure.viewer import acting_as


@pytest.fixture
def case(cast):
    """A case of the centre, which 社協 may read by consent."""
    with acting_as(cast.worker):
        row = cases.open_case(by=cast.worker, on=date(2025, 5, 1))
        api.record_consent(
            row.id, by=cast.worker, level="reception", answer="agree", confirmed_on=row.opened_on
        )
        new = api.New("involved", cast.participation.agency.id, "つなぎ", "test", kinds=1)
        api.add_evidence(row.id, [new], on=row.opened_on)
        return row


def put(case_id, rows) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT disclosure_replace_grants(%s, %s::jsonb)", [case_id, json.dumps(rows, default=str)]
        )


def right(evidence, **changes):
    return {
        "agency_id": evidence.agency_id, "user_id": None, "kinds": 1, "writes": False, "waits": False,
        "valid_from": "2025-05-01", "valid_until": None, "basis": "consent", "evidence_id": evidence.id,
        "consent_id": None, "explanation": "",
    } | changes  # fmt: skip


@pytest.mark.parametrize(
    "changes",
    [
        {"kinds": 63},
        {"writes": True},
        {"valid_from": "2020-01-01"},
        {"consent_id": None},
        {"evidence_id": "00000000-0000-0000-0000-000000000001"},
        {"agency_id": None},
    ],
)
def test_a_reader_can_not_widen_a_right_beyond_its_evidence(cast, case, changes):
    with acting_as(cast.participation):
        evidence = Evidence.objects.get(type="involved")
        consent = Consent.objects.get()
        put(case.id, [right(evidence, consent_id=consent.id)])
        with pytest.raises(ProgrammingError, match="without evidence"):
            put(case.id, [right(evidence, **({"consent_id": consent.id} | changes))])


def test_a_case_without_a_right_can_not_be_taken(cast, case):
    with acting_as(cast.participation):
        put(case.id, [])
    for actor in (cast.participation, cast.stranger):
        with acting_as(actor), pytest.raises(ProgrammingError, match="no right"):
            put(
                case.id,
                [{"agency_id": actor.agency.id, "kinds": 63, "writes": True, "evidence_id": new_id()}],
            )
    with acting_as(cast.participation):
        assert not Grant.objects.exists()


def test_a_reader_can_not_make_the_case_own_work(cast, case):
    with acting_as(cast.participation), pytest.raises(ProgrammingError, match="row-level security"):
        new = api.New("own_work", cast.participation.agency.id, "", "test")
        api.add_evidence(case.id, [new], on=today())


@pytest.mark.parametrize("table", ["disclosure_consent", "disclosure_evidence"])
def test_proof_is_not_taken_out(cast, case, table):
    with (
        acting_as(cast.worker),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        connection.cursor().execute(f"DELETE FROM {table}")


def test_what_was_said_is_not_changed_afterwards(cast, case):
    with acting_as(cast.worker):
        consent = Consent.objects.get()
        with pytest.raises(ProgrammingError, match="kept as it was"), transaction.atomic():
            Consent.objects.update(kinds=63)
        api.withdraw_consent(consent, on=today(), note="気が変わった")
        with pytest.raises(ProgrammingError, match="kept as it was"), transaction.atomic():
            Consent.objects.update(withdrawn_on=None)
        with pytest.raises(ProgrammingError, match="kept as it was"), transaction.atomic():
            Evidence.objects.update(kinds=63)


def test_an_oral_yes_after_a_withdrawn_application_stands_at_the_reception(cast, case):
    with acting_as(cast.worker):
        applied = api.record_consent(
            case.id,
            by=cast.worker,
            level="application",
            answer="agree",
            confirmed_on=today() - timedelta(days=9),
        )
        assert api.level_of(case.id) == "application"
        api.withdraw_consent(applied, on=today(), note="")
        assert api.level_of(case.id) == "reception"


@pytest.mark.django_db(transaction=False)
def test_two_who_derive_the_same_case_wait_for_each_other(cast, case):
    """Whoever derives holds the case until the end of the transaction."""
    with acting_as(cast.worker):
        api.reconcile(case.id)
    info = connection.connection.info
    with psycopg.connect(
        host=info.host,
        port=info.port,
        dbname=info.dbname,
        user=info.user,
        password=info.password,
        autocommit=True,
    ) as other:
        free = other.execute(
            "SELECT pg_try_advisory_xact_lock(106006, hashtext(%s))", [str(case.id)]
        ).fetchone()
    assert free == (False,)

"""No viewer, no rows; a stranger sees nothing (R-DIS-01). Found by introspection: a new table can not be forgotten."""

from __future__ import annotations

from datetime import date

import pytest
from django.apps import apps
from django.db import connection, connections, transaction
from django.db.utils import ProgrammingError

from kasane.base.choices import ContactMethod
from kasane.cases import actions as cases
from kasane.cases.models import Case, SupportRecord
from kasane.disclosure.models import Grant
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person

NOT_ABOUT_PERSONS = {
    "account_emailaddress": "addresses of staff accounts",
    "account_emailconfirmation": "confirmations of staff accounts",
    "agencies_accountchange": "changes of staff accounts",
    "agencies_agency": "public delivery structure",
    "agencies_agency_areas": "public delivery structure",
    "agencies_area": "public delivery structure",
    "agencies_contract": "public delivery structure",
    "agencies_delivery": "public delivery structure",
    "agencies_delivery_areas": "public delivery structure",
    "agencies_deliveryagency": "public delivery structure",
    "agencies_deliverydivision": "public delivery structure",
    "agencies_municipality": "public delivery structure",
    "agencies_outgoingmail": "mail to staff that says nothing about a person; the id of what waits",
    "agencies_post": "staff",
    "agencies_site": "public delivery structure",
    "agencies_site_areas": "public delivery structure",
    "agencies_site_deliveries": "public delivery structure",
    "agencies_training": "staff",
    "agencies_user": "staff accounts",
    "agencies_user_groups": "staff accounts",
    "agencies_user_user_permissions": "staff accounts",
    "auth_group": "staff accounts",
    "auth_group_permissions": "staff accounts",
    "auth_permission": "staff accounts",
    "base_counter": "numbers given out",
    "conferences_body": "public conference structure",
    "conferences_bodyrhythm": "when a body meets",
    "conferences_calendarfeed": "staff: an address of their own calendar",
    "conferences_datepoll": "days offered to staff for a meeting of a body; there is no room for words in it",
    "conferences_pollanswer": "answers of staff to such days",
    "conferences_pollday": "such days",
    "conferences_pollseat": "members of staff who are asked for days",
    "coordination_studyinvitation": "agencies invited to a training, and their answers",
    "coordination_studyseat": "staff invited to a training by name, and their answers",
    "coordination_studysession": "trainings and case studies for staff; a case in them is told without names",
    "conferences_shortage": "what the area lacks; words that name somebody are refused",
    "disclosure_seal": "digests only; the web role has no privilege on it",
    "django_content_type": "technical",
    "django_migrations": "technical",
    "django_session": "technical: account and post of a signed-in person",
    "mfa_authenticator": "second factors of staff accounts",
}


def tables() -> list[str]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
        )
        return sorted(row[0] for row in cursor.fetchall())


@pytest.mark.django_db(databases=["default", "owner"])
def test_every_table_is_protected_or_known_to_hold_nothing_personal():
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace"
            " AND relrowsecurity AND relforcerowsecurity"
        )
        protected = {row[0] for row in cursor.fetchall()}
    unprotected = set(tables()) - protected
    assert unprotected - set(NOT_ABOUT_PERSONS) == set()
    assert not protected & set(NOT_ABOUT_PERSONS)


@pytest.mark.django_db(databases=["default", "owner"])
def test_no_table_known_as_harmless_hangs_on_a_case_or_person():
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT table_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND column_name IN ('case_id', 'person_id')"
        )
        assert {row[0] for row in cursor.fetchall()} & set(NOT_ABOUT_PERSONS) == set()


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_web_role_owns_nothing_and_can_not_pass_by():
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)
        cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
        assert cursor.fetchone()[0] == 0
        cursor.execute("SELECT pg_has_role(current_user, 'kasane_definer', 'MEMBER')")
        assert cursor.fetchone()[0] is False


@pytest.fixture
def case(cast):
    with acting_as(cast.worker):
        case = cases.open_case(by=cast.worker, on=date(2025, 5, 1))
        add_person(case.id, by=cast.worker, family_name="田中", given_name="和子", is_subject=True)
        cases.write_record(
            case,
            by=cast.worker,
            at="2025-05-01T10:00+09:00",
            method=ContactMethod.PHONE,
            content="初回の電話",
        )
        return case


def personal_models():
    return [
        m
        for m in apps.get_models()
        if m._meta.app_label in PRODUCT and m._meta.db_table not in NOT_ABOUT_PERSONS
    ]


PRODUCT = {"cases", "people", "disclosure", "intake", "coordination", "conferences", "imports"}


def count(model) -> int | str:
    try:
        with transaction.atomic():
            return model.objects.count()
    except ProgrammingError as error:
        if "permission denied" not in str(error):
            raise
        return 0


def test_nobody_sees_a_row_without_a_viewer(case):
    assert {m._meta.db_table: count(m) for m in personal_models() if count(m)} == {}


def test_a_stranger_sees_no_row(case, cast):
    with acting_as(cast.stranger):
        assert {m._meta.db_table: count(m) for m in personal_models() if count(m)} == {}


def test_an_administrator_without_case_rights_sees_no_row(case, cast):
    with acting_as(cast.administrator):
        assert {m._meta.db_table: count(m) for m in personal_models() if count(m)} == {}


def test_the_agency_that_took_the_consultation_sees_it(case, cast):
    with acting_as(cast.colleague):
        assert Case.objects.get().pk == case.pk
        assert SupportRecord.objects.count() == 1


def test_a_stranger_can_not_write_into_a_case(case, cast):
    with (
        acting_as(cast.stranger),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        SupportRecord.objects.create(
            case_id=case.id, agency=cast.stranger.agency, author=cast.stranger.user, at="2025-05-02T10:00+09:00",
            method=ContactMethod.PHONE, content="書けないはず",
        )  # fmt: skip


def test_a_stranger_can_not_take_a_right(case, cast):
    with acting_as(cast.stranger), connection.cursor() as cursor:
        for statement in (
            "INSERT INTO disclosure_grant (case_id, agency_id, kinds, writes, valid, basis, evidence_id, explanation)"
            " VALUES (%(case)s, %(agency)s, 63, true, '[2020-01-01,)', 'own_work', %(case)s, '')",
            "SELECT disclosure_replace_grants(%(case)s, '[]'::jsonb)",
        ):
            with pytest.raises(ProgrammingError), transaction.atomic():
                cursor.execute(statement, {"case": case.id, "agency": cast.stranger.agency.id})
        assert Grant.objects.count() == 0

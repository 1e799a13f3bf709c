"""変更の記録: who changed what, only of what the viewer may see (R-DIS-08, R-DIS-09)."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from django.db import connection, connections

from kasane.base.choices import ContactMethod
from kasane.base.kinds import DataKind
from kasane.cases import actions as cases
from kasane.cases.history.queries import changes_of
from kasane.cases.history.words import NOT_TOLD, TABLES
from kasane.cases.models import Case, SupportRecord
from kasane.disclosure.api import EvidenceType, New, add_evidence, record_consent
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person, correct_person, protect_contact
from kasane.people.models import Person

ON = date(2025, 5, 1)


@pytest.fixture
def case(cast):
    with acting_as(cast.worker):
        case = cases.open_case(by=cast.worker, on=ON)
        add_person(
            case.id,
            by=cast.worker,
            family_name="田中",
            given_name="和子",
            is_subject=True,
            address="川口町1-2",
        )
        write(case, cast.worker, "初回の電話", DataKind.BASIC)
        return case


def write(case, by, content, kinds):
    return cases.write_record(
        case,
        by=by,
        at="2025-05-01T10:00+09:00",
        method=ContactMethod.PHONE,
        content=content,
        kinds=int(kinds),
    )


def texts(case_id, **how):
    page = changes_of(case_id, **how)
    return " ".join(
        [f"{d.label} {d.before} {d.after}" for change in page.changes for d in change.differences]
        + [f"{label} {value}" for change in page.changes for label, value in change.lines]
    )


def test_a_change_tells_who_and_what_was_before_and_after(case, cast):
    with acting_as(cast.colleague):
        record = SupportRecord.objects.get()
        record.content = "二度目の電話"
        record.save()
        change = changes_of(case.id).changes[0]
    assert (change.by, change.agency, change.act) == ("包括 次郎", "美咲町地域包括支援センター", "update")
    assert [(d.label, d.before, d.after) for d in change.differences] == [
        ("内容", "初回の電話", "二度目の電話")
    ]


def test_what_was_deleted_is_told(case, cast):
    with acting_as(cast.worker):
        SupportRecord.objects.all().delete()
        change = changes_of(case.id).changes[0]
    assert change.act == "delete"
    assert ("内容", "初回の電話") in change.lines


def test_values_are_told_in_the_words_of_the_screens(case, cast):
    with acting_as(cast.worker):
        told = texts(case.id)
    assert "方法 電話" in told
    assert "主担当機関 美咲町地域包括支援センター" in told
    assert "受付日 令和7年5月1日" in told


def test_a_stranger_sees_no_change(case, cast):
    for actor in (cast.stranger, cast.administrator, None):
        with acting_as(actor):
            assert changes_of(case.id).changes == []


def test_kinds_that_the_viewer_may_not_see_are_not_told_even_when_they_were_others_before(case, cast):
    with acting_as(cast.worker):
        record = write(case, cast.worker, "秘密の病名", DataKind.BASIC | DataKind.HEALTH)
        record.kinds = int(DataKind.BASIC)
        record.content = "差しさわりのない話"
        record.save()
        record_consent(case.id, by=cast.worker, level="reception", answer="agree", confirmed_on=ON)
        new = New(EvidenceType.TEAM, cast.disability.agency.id, "", "test", kinds=int(DataKind.BASIC))
        add_evidence(case.id, [new], on=ON)
    with acting_as(cast.disability):
        told = texts(case.id)
    assert "初回の電話" in told
    assert "秘密の病名" not in told


def test_a_protected_address_stands_in_no_old_entry(case, cast):
    with acting_as(cast.worker):
        person = Person.objects.get()
        protect_contact(person, by=cast.worker, staff=[cast.worker.user.pk], reason="支援措置", since=ON)
        told = texts(case.id)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT before::text, after::text FROM disclosure_changes_of(%s, NULL, 500, NULL, '{}')",
                [case.id],
            )
            raw = str(cursor.fetchall())
    assert "住所 〔住所秘匿〕" in told
    assert "川口町" not in raw


@pytest.mark.parametrize("number", ["2025", "10-15", "1510"])
def test_a_number_among_the_hidden_words_leaves_days_and_numbers_alone(case, cast, number):
    with acting_as(cast.worker):
        person = correct_person(
            Person.objects.get(), by=cast.worker, birth_date=date(2025, 10, 15), stated_age=30
        )
        before = changed_rows(case)
        protect_contact(
            person, by=cast.worker, staff=[cast.worker.user.pk], reason="支援措置", since=ON, words=number
        )
        cases.write_record(
            case, by=cast.worker, at="2025-05-01T10:00+09:00", method=ContactMethod.PHONE,
            content=f"{number}号室へ", kinds=int(DataKind.BASIC),
        )  # fmt: skip
        after = changed_rows(case)
        assert "〔秘匿〕号室へ" in texts(case.id)
    assert {key: after[key] for key in before} == before
    assert any(row and row.get("birth_date") == "2025-10-15" for row in before.values())


def changed_rows(case):
    """The days, numbers and keys of each entry of the log as it is shown, by its number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, after FROM disclosure_changes_of(%s, NULL, 500, NULL, '{}')", [case.id])
        rows = [(key, json.loads(row) if row else {}) for key, row in cursor.fetchall()]
    hidden = ("address", "town")
    return {key: {name: row[name] for name in row if name not in hidden} for key, row in rows}


def test_an_address_that_nobody_protects_is_told(case, cast):
    with acting_as(cast.worker):
        assert "住所 川口町1-2" in texts(case.id)


def test_who_was_deleted_while_protected_stays_protected(case, cast):
    with acting_as(cast.worker):
        person = Person.objects.get()
        protect_contact(person, by=cast.worker, staff=[cast.worker.user.pk], reason="支援措置", since=ON)
        with connection.cursor() as cursor:
            for table in (
                "people_protectedcontact",
                "people_matchkey",
                "people_personkey",
                "people_personstate",
            ):
                cursor.execute(f"DELETE FROM {table} WHERE person_id = %s", [person.pk])
            cursor.execute("DELETE FROM people_person WHERE id = %s", [person.pk])
        assert "川口町" not in texts(case.id)


def test_the_list_goes_on_below_a_key_and_narrows_to_one_table(case, cast):
    with acting_as(cast.worker):
        for number in range(5):
            write(case, cast.worker, f"記録{number}", DataKind.BASIC)
        first = changes_of(case.id, table="cases_supportrecord", most=4)
        second = changes_of(case.id, table="cases_supportrecord", most=4, below=first.next_below)
    assert [len(first.changes), len(second.changes)] == [4, 2]
    assert second.next_below is None


def test_the_page_asks_no_query_per_row(case, cast, django_assert_max_num_queries):
    with acting_as(cast.worker):
        for number in range(20):
            write(case, cast.worker, f"記録{number}", DataKind.BASIC)
        with django_assert_max_num_queries(5):
            changes_of(case.id)


def test_the_screen_shows_changes_and_is_itself_a_reading(case, cast, sign_in):
    page = sign_in(cast.worker).get(f"/cases/{case.id}/changes/")
    assert page.status_code == 200
    assert "初回の電話" in page.content.decode()
    assert sign_in(cast.stranger).get(f"/cases/{case.id}/changes/").status_code == 404


@pytest.mark.django_db(databases=["default", "owner"])
def test_every_logged_table_is_told_or_known_not_to_be():
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
                       " JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname = 'disclosure_record_change'")  # fmt: skip
        logged = {row[0] for row in cursor.fetchall()}
    assert logged - set(TABLES) - set(NOT_TOLD) == set()


@pytest.mark.django_db(databases=["default", "owner"])
def test_kinds_of_a_logged_row_are_what_the_policies_ask_for():
    """A table read by another rule than its own kinds must not come into the history by its column."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT tablename, qual FROM pg_policies WHERE policyname = 'viewer_sees'")
        rules = dict(cursor.fetchall())
        for table in TABLES:
            cursor.execute("SELECT disclosure_kinds_of(%s, '{\"kinds\": 12}')", [table])
            own = re.search(r"[(.]kinds\)?(::integer)? &", rules[table])
            any_kind = 0 if "disclosure_sees(" in rules[table] else 1
            assert cursor.fetchone()[0] == (12 if own else any_kind), (table, rules[table])


@pytest.mark.django_db(databases=["default", "owner"])
def test_tables_with_a_stricter_rule_of_their_own_are_known_to_the_history():
    """A RESTRICTIVE policy narrows what the kinds allow: the history must ask the same, or not tell the table."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT DISTINCT tablename, qual FROM pg_policies WHERE permissive = 'RESTRICTIVE'"
                       " AND cmd IN ('ALL', 'SELECT')")  # fmt: skip
        stricter = dict(cursor.fetchall())
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'disclosure_meets_own_rule'")
        source = cursor.fetchone()[0]
    asked = {table: re.findall(r"(\w+_\w+)\(", qual) for table, qual in stricter.items()}
    assert asked == {name: ["conferences_sits_at"] for name in ("conferences_talk", "conferences_talkline")}
    for table, functions in asked.items():
        assert f"'{table}'" in source
        assert all(f"{function}(" in source for function in functions)


def test_a_case_is_told_by_its_own_fields(case, cast):
    with acting_as(cast.worker):
        Case.objects.filter(pk=case.pk).update(is_urgent=True)
        change = changes_of(case.id).changes[0]
    assert [(d.label, d.before, d.after) for d in change.differences] == [("緊急", "いいえ", "はい")]


@pytest.mark.parametrize("below", ["0", str(2**63), "9" * 5000, "²", "x"])
def test_a_place_in_the_list_that_can_not_be_is_left_out(case, cast, sign_in, below):
    answer = sign_in(cast.worker).get(f"/cases/{case.id}/changes/", {"below": below})
    assert answer.status_code == 200 and "初回の電話" in answer.content.decode()


def test_the_last_place_in_the_list_is_understood(case, cast, sign_in):
    answer = sign_in(cast.worker).get(f"/cases/{case.id}/changes/", {"below": str(2**63 - 1)})
    assert answer.status_code == 200 and "初回の電話" in answer.content.decode()

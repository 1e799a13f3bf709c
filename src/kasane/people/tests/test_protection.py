"""DV等支援措置 (R-DIS-09): a protected address is nowhere but with the named staff."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from kasane.base.obstacles import Forbidden
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import (
    add_person,
    change_person,
    change_protected,
    correct_person,
    protect_contact,
    release_contact,
    sharing_contact,
)
from kasane.people.models import Person, PersonState, ProtectedContact
from kasane.people.queries import household_on
from kasane.people.search import find

SINCE = date(2025, 6, 1)
SECRET = "美咲町原田1-2"


@pytest.fixture
def protected(town):
    cast, found = town
    person = found["渡邊和子"]
    with acting_as(cast.worker):
        protect_contact(
            person, by=cast.worker, staff=[cast.worker.user.pk], reason="支援措置 第12号", since=SINCE
        )
    return cast, person


def everything_of(person):
    """Every text the viewer can read of the person, in any table of people."""
    with connection.cursor() as cursor:
        found = []
        for table, key in (
            ("people_person", "id"),
            ("people_personstate", "person_id"),
            ("people_personkey", "person_id"),
            ("people_matchkey", "person_id"),
            ("people_protectedcontact", "person_id"),
        ):
            cursor.execute(f"SELECT t::text FROM {table} t WHERE {key} = %s", [person.pk])
            found += [row[0] for row in cursor.fetchall()]
    return " ".join(found)


def test_named_staff_still_see_it(protected):
    cast, person = protected
    with acting_as(cast.worker):
        assert ProtectedContact.objects.get(person=person).address == SECRET


def test_nobody_else_sees_it_in_any_table(protected):
    cast, person = protected
    for viewer in (cast.colleague, cast.coordinator, cast.stranger, cast.administrator, None):
        with acting_as(viewer):
            words = everything_of(person)
            assert "原田" not in words and "12-3456" not in words and "0868123456" not in words, viewer


def test_it_is_never_matched_by_a_search(protected):
    cast, person = protected
    for viewer in (cast.colleague, cast.coordinator, cast.worker):
        with acting_as(viewer):
            for text in ("原田", "3456", "0868123456", "和子 原田"):
                assert person.pk not in {hit.person.pk for hit in find(text)}
    with acting_as(cast.coordinator):
        hits = [hit for hit in find("渡邊和子") if hit.person.pk == person.pk]
        assert hits[0].person.address == "" and hits[0].person.phone == ""


def test_no_past_day_shows_it(protected):
    cast, person = protected
    with acting_as(cast.colleague):
        assert {state.address for state in household_on(person.case_id, date(2025, 5, 2))} == {""}
        assert {state.address for state in PersonState.objects.filter(person=person)} == {""}


def test_no_sheet_writes_it_back(protected):
    cast, person = protected
    with acting_as(cast.colleague):
        with pytest.raises(Forbidden) as forbidden:
            correct_person(person, by=cast.colleague, address="美咲町打穴1", occupation="主婦")
        assert forbidden.value.codes == ["contact_protected"]
        row = correct_person(person, by=cast.colleague, address="", occupation="主婦")
        assert (row.address, row.occupation) == ("", "主婦")


def test_it_can_be_changed_and_released_by_named_staff_only(protected):
    cast, person = protected
    with acting_as(cast.colleague):
        assert not ProtectedContact.objects.exists()
    with acting_as(cast.worker):
        contact = ProtectedContact.objects.get(person=person)
        change_protected(
            contact, by=cast.worker, staff=[cast.worker.user.pk, cast.colleague.user.pk], address="津山市1"
        )
    with acting_as(cast.colleague):
        contact = ProtectedContact.objects.get(person=person)
        assert contact.address == "津山市1"
        release_contact(contact, by=cast.colleague)
        row = Person.objects.get(pk=person.pk)
        assert (row.address, row.contact_is_protected) == ("津山市1", False)
        assert person.pk in {hit.person.pk for hit in find("津山市")}


@pytest.mark.parametrize(
    ("staff", "reason", "code"),
    [("none", "第12号", "nobody"), ("other", "第12号", "not_oneself"), ("me", " ", "no_basis")],
)
def test_protecting_needs_staff_and_a_basis(town, staff, reason, code):
    cast, found = town
    named = {"none": [], "other": [cast.colleague.user.pk], "me": [cast.worker.user.pk]}[staff]
    with acting_as(cast.worker), pytest.raises(Forbidden) as forbidden:
        protect_contact(found["渡邊和子"], by=cast.worker, staff=named, reason=reason, since=SINCE)
    assert forbidden.value.codes == [code]


def test_it_is_not_protected_twice(protected):
    cast, person = protected
    with acting_as(cast.worker), pytest.raises(Forbidden) as forbidden:
        protect_contact(person, by=cast.worker, staff=[cast.worker.user.pk], reason="x", since=SINCE)
    assert forbidden.value.codes == ["protected"]


def test_those_who_only_read_the_case_can_not_protect(town):
    cast, found = town
    with acting_as(cast.coordinator), pytest.raises(Forbidden) as forbidden:
        protect_contact(
            found["渡邊和子"], by=cast.coordinator, staff=[cast.coordinator.user.pk], reason="x", since=SINCE
        )
    assert "reads_only" in forbidden.value.codes


def test_who_shares_the_address_is_named_so_that_they_are_protected_too(town):
    cast, found = town
    mother = found["渡邊和子"]
    with acting_as(cast.worker):
        child = add_person(mother.case_id, by=cast.worker, family_name="渡邊", address="美咲町原田1の2")
        other = add_person(mother.case_id, by=cast.worker, family_name="渡邊", address="津山市")
        assert [one.pk for one in sharing_contact(mother)] == [child.pk] and other.pk != child.pk


def test_the_end_gives_back_every_past_day(town):
    cast, found = town
    person = found["渡邊和子"]
    with acting_as(cast.worker):
        change_person(person, by=cast.worker, since=date(2025, 5, 20), reason="moved", address="津山市山下1")
        days = [date(2025, 5, 2), date(2025, 5, 21)]
        before = [[s.address for s in household_on(person.case_id, day)] for day in days]
        kept = protect_contact(person, by=cast.worker, staff=[cast.worker.user.pk], reason="x", since=SINCE)
        release_contact(kept, by=cast.worker)
        assert [[s.address for s in household_on(person.case_id, day)] for day in days] == before

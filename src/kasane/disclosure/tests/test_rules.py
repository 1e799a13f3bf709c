"""Who may see what, why and until when, as pure rules (R-DIS-01, R-DIS-03)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasane.base.choices import ALL_PURPOSES
from kasane.base.kinds import ALL_KINDS, DataKind
from kasane.disclosure.rules import (
    ACKNOWLEDGED,
    NEEDS_CONSENT,
    PURPOSE_OF,
    Fact,
    Statement,
    consent_in_force,
    derive_grants,
    may_see,
)

CENTRE, OTHER, THIRD = (UUID(int=n) for n in (1, 2, 3))
PERSON = UUID(int=9)
DAY = date(2025, 5, 1)
OWN = Fact(UUID(int=11), "own_work", CENTRE, None, int(ALL_KINDS), DAY, None, "受付")
TOLD = Fact(UUID(int=12), "involved", OTHER, None, int(ALL_KINDS), DAY, None, "つなぎ")
YES = Statement(UUID(int=21), "agree", "reception", DAY, True, frozenset(), frozenset(), 31, None, None)

APPLIED = replace(YES, level="application")


def sees(facts, statements, agency, *, day=DAY, kinds=int(DataKind.BASIC), user=None):
    return may_see(derive_grants(facts, statements), agency_id=agency, user_id=user, kinds=kinds, day=day)


def test_own_work_stands_without_consent():
    assert sees([OWN], [], CENTRE, kinds=int(ALL_KINDS))


def test_nobody_else_sees_anything():
    assert not sees([OWN], [], OTHER)


@pytest.mark.parametrize("type", sorted(NEEDS_CONSENT))
def test_what_needs_consent_opens_nothing_without_it(type):
    fact = replace(TOLD, type=type, user_id=PERSON, acknowledged_on=DAY)
    assert not sees([fact], [], OTHER, user=PERSON)
    assert sees([fact], [APPLIED], OTHER, user=PERSON)


def test_being_named_in_a_consent_opens_nothing_without_having_to_do_with_the_case():
    assert not sees([OWN], [YES], OTHER)


def test_an_excluded_agency_sees_nothing():
    assert not sees([TOLD], [replace(YES, excluded=frozenset({OTHER}))], OTHER)


def test_only_chosen_agencies_see():
    chosen = replace(YES, all_agencies=False, agencies=frozenset({THIRD}))
    assert not sees([TOLD], [chosen], OTHER)
    assert sees([replace(TOLD, agency_id=THIRD)], [chosen], THIRD)


def test_consent_opens_only_its_kinds():
    basic_and_life = replace(YES, kinds=int(DataKind.BASIC | DataKind.LIFE))
    assert sees([TOLD], [basic_and_life], OTHER, kinds=int(DataKind.LIFE))
    assert not sees([TOLD], [basic_and_life], OTHER, kinds=int(DataKind.LIFE | DataKind.HEALTH))


def test_withdrawal_ends_access_on_the_same_day():
    withdrawn = replace(YES, withdrawn_on=DAY + timedelta(days=3))
    assert sees([TOLD], [withdrawn], OTHER, day=DAY + timedelta(days=2))
    assert not sees([TOLD], [withdrawn], OTHER, day=DAY + timedelta(days=3))


def test_the_latest_word_of_the_person_counts():
    no = replace(YES, id=UUID(int=22), answer="disagree", confirmed_on=DAY + timedelta(days=5))
    assert sees([TOLD], [YES, no], OTHER, day=DAY + timedelta(days=4))
    assert not sees([TOLD], [YES, no], OTHER, day=DAY + timedelta(days=5))


def test_unclear_ends_nothing_and_opens_nothing():
    unclear = replace(YES, id=UUID(int=23), answer="unclear", confirmed_on=DAY + timedelta(days=5))
    assert sees([TOLD], [YES, unclear], OTHER, day=DAY + timedelta(days=6))
    assert not sees([TOLD], [replace(unclear, confirmed_on=DAY)], OTHER)


def test_a_support_conference_member_sees_without_consent_but_never_tax():
    member = replace(TOLD, type="support_conference", user_id=PERSON, acknowledged_on=DAY)
    rows = derive_grants([member], [])
    assert may_see(rows, agency_id=None, user_id=PERSON, kinds=int(DataKind.HEALTH), day=DAY)
    assert not may_see(rows, agency_id=None, user_id=PERSON, kinds=int(DataKind.TAX), day=DAY)


def test_membership_is_for_the_person_not_for_the_agency():
    member = replace(TOLD, type="support_conference", user_id=PERSON)
    assert not sees([member], [], OTHER)


def test_an_ended_fact_opens_nothing_after_its_end():
    ended = replace(OWN, valid_until=DAY + timedelta(days=1))
    assert sees([ended], [], CENTRE, day=DAY)
    assert not sees([ended], [], CENTRE, day=DAY + timedelta(days=1))


def test_kinds_of_two_rights_add_up():
    health = replace(YES, kinds=int(DataKind.BASIC | DataKind.HEALTH))
    member = replace(
        TOLD, id=UUID(int=13), type="support_conference", kinds=int(DataKind.ECONOMY), user_id=PERSON,
        acknowledged_on=DAY,
    )  # fmt: skip
    rows = derive_grants([TOLD, member], [health])
    both = int(DataKind.HEALTH | DataKind.ECONOMY)
    assert may_see(rows, agency_id=OTHER, user_id=PERSON, kinds=both, day=DAY)
    assert not may_see(rows, agency_id=OTHER, user_id=None, kinds=both, day=DAY)


days = st.integers(0, 40).map(lambda n: DAY + timedelta(days=n))
agencies = st.sampled_from([CENTRE, OTHER, THIRD])
statements = st.builds(
    Statement,
    id=st.uuids(),
    answer=st.sampled_from(["agree", "disagree", "unclear"]),
    level=st.just("reception"),
    confirmed_on=days,
    all_agencies=st.booleans(),
    agencies=st.frozensets(agencies),
    excluded=st.frozensets(agencies),
    kinds=st.integers(1, 63),
    valid_until=st.none() | days,
    withdrawn_on=st.none() | days,
)


@given(st.lists(statements, max_size=4), days, agencies)
def test_a_right_by_consent_exists_exactly_while_a_consent_is_in_force(said, day, agency):
    fact = replace(TOLD, agency_id=agency)
    expected = consent_in_force(said, agency, day) is not None
    assert sees([fact], said, agency, day=day) == expected


@given(st.lists(statements, max_size=4), days)
def test_nothing_the_person_says_gives_a_stranger_a_right(said, day):
    assert not sees([OWN, TOLD], said, UUID(int=77), day=day)


@pytest.mark.parametrize("type", sorted(ACKNOWLEDGED))
def test_material_waits_for_the_duty_of_secrecy(type):
    member = replace(TOLD, type=type, user_id=PERSON)
    assert not sees([member], [APPLIED], OTHER, user=PERSON)
    later = replace(member, acknowledged_on=DAY + timedelta(days=3))
    assert not sees([later], [APPLIED], OTHER, user=PERSON, day=DAY + timedelta(days=2))
    assert sees([later], [APPLIED], OTHER, user=PERSON, day=DAY + timedelta(days=3))


def test_the_consent_of_the_reception_does_not_open_a_multi_tier_conference():
    member = replace(TOLD, type="multi_tier", user_id=PERSON, acknowledged_on=DAY)
    assert not sees([member], [YES], OTHER, user=PERSON)


@pytest.mark.parametrize("type", sorted(PURPOSE_OF))
def test_a_consent_opens_only_what_it_was_given_for(type):
    fact = replace(TOLD, type=type, user_id=PERSON, acknowledged_on=DAY)
    other = replace(APPLIED, purposes=ALL_PURPOSES & ~PURPOSE_OF[type])
    assert not sees([fact], [other], OTHER, user=PERSON)
    assert sees([fact], [replace(other, purposes=int(PURPOSE_OF[type]))], OTHER, user=PERSON)


def test_entrusted_work_ends_with_its_contract():
    term = (DAY, DAY + timedelta(days=10))
    entrusted = replace(OWN, type="entrusted", terms=(term,))
    assert sees([entrusted], [], CENTRE, day=DAY + timedelta(days=9))
    assert not sees([entrusted], [], CENTRE, day=DAY + timedelta(days=10))
    longer = replace(entrusted, terms=((DAY, None),))
    assert sees([longer], [], CENTRE, day=DAY + timedelta(days=10))
    assert not sees([replace(entrusted, terms=())], [], CENTRE)
    renewed = replace(entrusted, terms=(term, (DAY + timedelta(days=10), None)))
    assert sees([renewed], [], CENTRE, day=DAY + timedelta(days=10)), "the next year's contract goes on"


@pytest.mark.parametrize("type", ["exception", "urgent"])
def test_an_exception_opens_without_consent_but_never_tax_and_never_for_writing(type):
    fact = replace(TOLD, type=type, user_id=PERSON, valid_until=DAY + timedelta(days=3))
    rows = derive_grants([fact], [])
    assert may_see(rows, agency_id=None, user_id=PERSON, kinds=int(DataKind.HEALTH), day=DAY)
    assert not may_see(rows, agency_id=None, user_id=PERSON, kinds=int(DataKind.TAX), day=DAY)
    assert not may_see(rows, agency_id=None, user_id=PERSON, kinds=1, day=DAY + timedelta(days=3))
    assert not may_see(rows, agency_id=OTHER, user_id=None, kinds=1, day=DAY), "for the person named alone"
    assert not any(row.writes for row in rows)


def test_an_exception_for_an_agency_opens_for_its_people():
    fact = replace(TOLD, type="exception", valid_until=DAY + timedelta(days=3))
    assert sees([fact], [], OTHER, user=PERSON)

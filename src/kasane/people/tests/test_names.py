"""Names are found within the ledger: the narrow function answers what the policies would (R-PEO-02, R-DIS-01)."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import Q
from hypothesis import given, settings
from hypothesis import strategies as st

from kasane.cases import actions as cases
from kasane.disclosure import api as disclosure
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person
from kasane.people.models import Person
from kasane.people.queries import cases_named

DAY = date(2025, 5, 1)
PEOPLE = (
    ("渡邊", "和子", "わたなべ", "かずこ"),
    ("渡辺", "和夫", "わたなべ", "かずお"),
    ("髙橋", "節子", "たかはし", "せつこ"),
    ("𠮷田", "一", "よしだ", "はじめ"),
    ("NGUYEN", "THI LAN", "グエン", "ティラン"),
    ("不明", "", "", ""),
)


@pytest.fixture
def town(cast):
    """Each person in a case of hokatsu; every second one is shared with 重層支援センター by consent."""
    with acting_as(cast.worker):
        for place, (family, given_name, family_kana, given_kana) in enumerate(PEOPLE):
            case = cases.open_case(by=cast.worker, on=DAY)
            add_person(
                case.id, by=cast.worker, family_name=family, given_name=given_name,
                family_kana=family_kana, given_kana=given_kana, is_subject=True,
            )  # fmt: skip
            if place % 2 == 0:
                new = disclosure.New(
                    disclosure.EvidenceType.INVOLVED, cast.coordinator.agency.id, note="つなぎ", source="test"
                )
                disclosure.add_evidence(case.id, [new], on=DAY)
                disclosure.record_consent(
                    case.id,
                    by=cast.worker,
                    level=disclosure.ConsentLevel.RECEPTION,
                    answer="agree",
                    confirmed_on=DAY,
                )
    return cast


def by_policy(words):
    rows = Person.objects.all()
    for word in words:
        rows = rows.filter(
            Q(family_name__contains=word)
            | Q(given_name__contains=word)
            | Q(family_kana__contains=word)
            | Q(given_kana__contains=word)
        )
    return set(rows.values_list("case_id", flat=True))


@pytest.mark.parametrize(
    "words",
    [
        ["渡"],
        ["渡邊"],
        ["わた"],
        ["わたなべ", "和"],
        ["子"],
        ["𠮷"],
        ["𠮷田"],
        ["NGU"],
        ["ティラン"],
        ["佐藤"],
        ["%"],
    ],
)
def test_every_viewer_finds_what_the_policies_let_through(town, words):
    for viewer in town:
        with acting_as(viewer):
            found, _ = cases_named(words, None, 50)
            assert set(found) == by_policy(words), viewer


def test_family_and_given_name_are_found_written_together(town):
    with acting_as(town.worker):
        assert len(cases_named(["渡邊和子"], None, 50)[0]) == 1


def test_a_stranger_and_nobody_find_no_one(town):
    with acting_as(town.stranger):
        assert cases_named(["渡"], None, 50) == ([], False)
    assert cases_named(["渡"], None, 50) == ([], False)


def test_the_walk_goes_on_below_a_key(town):
    with acting_as(town.worker):
        first, more = cases_named(["わたなべ"], None, 1)
        second, _ = cases_named(["わたなべ"], first[0], 1)
    assert more
    assert second[0] < first[0]


@pytest.mark.django_db
@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=6).filter(lambda t: "\x00" not in t and not t.isspace()))
def test_no_searched_text_breaks_the_search(word):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT people_wanted_grams(%s) <@ people_grams(%s)", [word, word])
        assert cursor.fetchone()[0]

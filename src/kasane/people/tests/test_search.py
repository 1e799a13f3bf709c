"""Searching as staff search (R-PEO-02), and only within the ledger (R-DIS-01)."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasane.disclosure.viewer import acting_as
from kasane.people.actions import change_person
from kasane.people.models import Person
from kasane.people.search import Way, find, read
from kasane.people.tests.conftest import share

ON = date(2025, 5, 1)


def names(text, **how):
    return {f"{hit.person.family_name}{hit.person.given_name}" for hit in find(text, **how)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("渡邊", {"渡邊和子", "渡辺和夫"}),
        ("渡邉和子", {"渡邊和子"}),
        ("渡辺 和子", {"渡邊和子"}),
        ("和子 渡部", set()),
        ("わたなべ", {"渡邊和子", "渡辺和夫"}),
        ("ﾜﾀﾅﾍﾞ ｶｽﾞｵ", {"渡辺和夫"}),
        ("watanabe", {"渡邊和子", "渡辺和夫"}),
        ("WATANABE Kazuko", {"渡邊和子"}),
        ("高橋", {"髙橋節子"}),
        ("吉田", {"𠮷田一"}),
        ("一", {"𠮷田一", "山﨑幸一郎"}),
        ("山崎", {"山﨑幸一郎"}),
        ("幸一", {"山﨑幸一郎"}),
        ("ohno yuko", {"大野優子"}),
        ("おおのゆうこ", {"大野優子"}),
        ("nguyen", {"NGUYENTHI LAN"}),
        ("グエン", {"NGUYENTHI LAN"}),
        ("昭和19年3月1日", {"渡邊和子"}),
        ("S19.3.1", {"渡邊和子"}),
        ("1944-03-01", {"渡邊和子"}),
        ("19440301", {"渡邊和子"}),
        ("昭和19年", {"渡邊和子", "渡辺和夫", "髙橋節子"}),
        ("S19年3月", {"渡邊和子", "渡辺和夫", "髙橋節子"}),
        ("1944年", {"渡邊和子", "渡辺和夫", "髙橋節子"}),
        ("3月19日", {"渡辺和夫"}),
        ("2月29日", {"𠮷田一"}),
        ("-2222", {"渡辺和夫"}),
        ("0868123456", {"渡邊和子"}),
        ("868-12", {"渡邊和子"}),
        ("原田", {"渡邊和子", "渡辺和夫"}),
        ("原田 和夫", {"渡辺和夫"}),
        ("渡辺 1944年3月", {"渡邊和子", "渡辺和夫"}),
        ("存在しない", set()),
        ("%", set()),
        ("'; DROP TABLE people_person; --", set()),
    ],
)
def test_staff_find_by_whatever_they_know(town, text, found):
    cast, _ = town
    with acting_as(cast.worker):
        assert names(text) == found


@pytest.mark.parametrize(
    "text", ["渡", "わた", "和", "高橋", "吉", "グエン", "1944年", "原田", "-2222", "81歳", "子"]
)
def test_every_viewer_finds_only_what_the_policies_let_through(town, text):
    cast, _ = town
    with acting_as(cast.worker):
        all_of_them = {hit.person.pk for hit in find(text)}
    for viewer in cast:
        with acting_as(viewer):
            allowed = set(Person.objects.values_list("pk", flat=True))
            assert {hit.person.pk for hit in find(text)} == all_of_them & allowed, viewer


def test_a_stranger_and_nobody_find_no_one(town):
    cast, _ = town
    for viewer in (cast.stranger, cast.administrator, None):
        with acting_as(viewer):
            assert find("わたなべ") == []


def test_the_best_match_stands_first_and_says_why(town):
    cast, _ = town
    with acting_as(cast.worker):
        hits = find("渡辺和子")
        assert hits[0].reasons == ("氏名が一致",)
        assert [hit.reasons for hit in find("わたなべ 原田")] == [("ふりがなの氏が一致", "住所の一部")] * 2
        assert find("S19.3.1")[0].reasons == ("生年月日が一致",)
        assert find("-2222")[0].reasons == ("電話番号",)


def test_a_name_borne_before_is_found_and_said_so(town):
    cast, found = town
    with acting_as(cast.worker):
        person = found["大野優子"]
        change_person(
            person,
            by=cast.worker,
            since=date(2025, 6, 1),
            reason="marriage",
            family_name="木下",
            family_kana="きのした",
        )
        assert (
            names("木下")
            == names("大野")
            == names("おおの")
            == names("大野優子")
            == names("おおのゆうこ")
            == {"木下優子"}
        )
        assert find("大野")[0].reasons == ("以前の氏名",)


def test_many_matches_are_walked_from_the_newest_case(town):
    """When more match than are looked up at once, the viewer's newest cases are gone through instead."""
    cast, _ = town
    for viewer in (cast.worker, cast.coordinator, cast.stranger):
        with acting_as(viewer):
            allowed = {f"{p.family_name}{p.given_name}" for p in Person.objects.all()}
            assert names("わたなべ", few=-1) == {"渡邊和子", "渡辺和夫"} & allowed
            assert names("一", few=-1) == {"𠮷田一", "山﨑幸一郎"} & allowed
            assert names("1944年 渡辺", few=-1) == {"渡邊和子", "渡辺和夫"} & allowed


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("81歳", Way("aged", "1943-05-02", "1944-05-01")),
        ("0才", Way("aged", "2024-05-02", "2025-05-01")),
        ("令和元年", Way("born", "2019-01-01", "2019-12-31")),
        ("2000年2月", Way("born", "2000-02-01", "2000-02-29")),
        ("3月1日", Way("birthday", "301")),
    ],
)
def test_ages_and_parts_of_dates_are_understood(text, way):
    assert read(text, on=ON)[0][0] == way


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_no_text_breaks_the_search(town, text):
    cast, _ = town
    with acting_as(cast.worker):
        find(text)


def test_a_case_with_several_rights_counts_once(town):
    """Rights of two consents on one case must not push older cases off the walk."""
    cast, found = town
    with acting_as(cast.worker):
        for person in found.values():
            share(person.case, cast)
            share(person.case, cast)
    with acting_as(cast.coordinator):
        allowed = {f"{p.family_name}{p.given_name}" for p in Person.objects.all()}
        assert len(allowed) == len(found)
        with connection.cursor() as cursor:
            cursor.execute("SELECT cardinality(people_own_below('ffffffff-ffff-ffff-ffff-ffffffffffff', 8))")
            assert cursor.fetchone()[0] == 8
        assert names("わたなべ", few=-1) == {"渡邊和子", "渡辺和夫"}


@pytest.mark.parametrize("text", ["S99年", "令和99年", "S0年"])
def test_years_that_no_era_had_are_no_birth(text):
    assert not [way for ways in read(text, on=ON) for way in ways if way.how == "born"]


def test_a_search_is_one_query(town, django_assert_num_queries):
    cast, _ = town
    with acting_as(cast.worker), django_assert_num_queries(1):
        find("わたなべ 1944年")

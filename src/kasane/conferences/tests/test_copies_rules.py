"""What a printed copy may hold, and when copies are made (R-CONF-06, R-DIS-01, R-DIS-03, R-DIS-10)."""

from __future__ import annotations

from datetime import date

import pytest

from kasane.base.kinds import ALL_KINDS, DataKind
from kasane.conferences.copies.rules import (
    Reader,
    making_obstacles,
    noting_obstacles,
    numbers_in,
    portion,
    sheets_for,
)

BASIC, HEALTH, LIFE, TAX = DataKind.BASIC, DataKind.HEALTH, DataKind.LIFE, DataKind.TAX
DAY = date(2026, 5, 1)


def of(**values):
    reader = Reader(
        values.pop("sees", BASIC | LIFE), values.pop("confirmed", True), values.pop("guest", False)
    )
    given = {
        "has_case": True,
        "function": "multi_tier",
        "kinds": int(BASIC),
        "is_called": True,
        "maker_kinds": int(BASIC | LIFE),
    }
    return portion(reader=reader, **given | values)


def test_an_item_without_a_case_is_for_everybody():
    assert of(has_case=False, sees=0, confirmed=False, guest=True).words


def test_a_recipient_gets_what_both_they_and_the_maker_see():
    assert (of().kinds, of().as_maker, of().why) == (BASIC | LIFE, False, "")
    less = of(maker_kinds=BASIC | LIFE | HEALTH)
    assert (less.kinds, less.as_maker) == (BASIC | LIFE, False)
    assert "健康" in less.why


def test_printing_opens_nothing_to_the_maker():
    """A copy passes through the hands of whoever makes it."""
    more = of(sees=BASIC | LIFE | HEALTH, maker_kinds=int(BASIC))
    assert (more.kinds, more.as_maker) == (BASIC, True)
    assert more.why == "", "the maker is not told that there is more"


def test_where_each_sees_something_else_no_sheet_is_printed():
    crossed = of(sees=BASIC | HEALTH, maker_kinds=BASIC | LIFE)
    assert crossed.words and crossed.kinds == 0 and "画面で" in crossed.why


def test_tax_information_is_on_no_paper():
    """R-DIS-03"""
    assert not of(kinds=BASIC | TAX, sees=ALL_KINDS, maker_kinds=int(ALL_KINDS)).words
    assert not of(sees=ALL_KINDS, maker_kinds=int(ALL_KINDS)).kinds & TAX


@pytest.mark.parametrize("without", [{"sees": 0}, {"confirmed": False}, {"kinds": BASIC | HEALTH}])
def test_who_may_not_see_the_item_gets_nothing_of_it(without):
    nothing = of(**without)
    assert not nothing.words and not nothing.kinds and nothing.why


def test_a_guest_gets_the_words_of_a_support_conference_and_nothing_of_the_case():
    """R-DIS-10"""
    words = of(guest=True, sees=0, function="support_conference")
    assert words.words and not words.kinds
    assert not of(guest=True, sees=0, function="multi_tier").words
    assert not of(guest=True, sees=0, function="support_conference", confirmed=False).words
    assert not of(guest=True, sees=0, function="support_conference", kinds=BASIC | TAX).words


GUEST = {"guest": True, "sees": 0}


@pytest.mark.parametrize(
    ("who", "what", "when_called"),
    [
        ({}, {"has_case": False}, (True, 0)),
        ({}, {}, (True, BASIC | LIFE)),
        ({"sees": ALL_KINDS}, {"maker_kinds": int(ALL_KINDS)}, (True, ALL_KINDS & ~TAX)),
        ({}, {"function": "support_conference"}, (True, BASIC | LIFE)),
        ({"confirmed": False}, {}, (False, 0)),
        (GUEST, {"has_case": False}, (True, 0)),
        (GUEST, {"function": "support_conference"}, (True, 0)),
        (GUEST, {"function": "multi_tier"}, (False, 0)),
    ],
)
def test_who_is_called_to_other_items_gets_nothing_of_this_one(who, what, when_called):
    """R-CONF-05: also who sees the case at the own desk, and guests, for whom no database decides."""
    called = of(**who, **what)
    assert (called.words, called.kinds) == when_called
    other = of(**who, **what, is_called=False)
    assert (other.words, other.kinds, other.waits) == (False, 0, False)
    assert "呼ばれていない" in other.why


def test_only_confirming_secrecy_is_waited_for():
    """R-DIS-02"""
    assert of(confirmed=False).waits
    assert not of().waits and not of(sees=0).waits
    assert not of(has_case=False, confirmed=False).waits


def test_the_sheets_follow_the_timing():
    assert sheets_for("plan", ["2-3", "2-4", "2-6"]) == ["2-3", "2-4"]
    assert sheets_for("closure", ["2-3", "2-4", "2-6"]) == ["2-4", "2-6"]
    assert sheets_for("", ["2-3", "2-4"]) == ["2-3"]


def making(**values):
    given = {
        "is_host": True,
        "state": "planned",
        "on": DAY,
        "material_until": date(2026, 5, 9),
        "recipients": 3,
    }
    return [one.code for one in making_obstacles(**given | {"made_already": False} | values)]


def test_the_host_makes_copies_once_and_until_the_material_closes():
    assert making() == [] and making(state="held") == []
    assert making(is_host=False) == ["not_host"]
    assert making(state="finished") == ["meeting_state"]
    assert making(on=date(2026, 5, 9)) == ["material_closed"]
    assert making(recipients=0) == ["nobody"]
    assert making(recipients=61) == ["too_many"]
    assert making(made_already=True) == ["made_already"]


def noting(told, *, is_host=True):
    return [one.code for one in noting_obstacles(is_host=is_host, known={1, 2}, told=told)]


def test_the_host_notes_copies_there_are():
    assert noting([1, 2]) == []
    assert noting([3]) == ["unknown_number"]
    assert noting([]) == ["no_number"]
    assert noting([1], is_host=False) == ["not_host"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3", [3]),
        ("1 3、5", [1, 3, 5]),
        ("2-4", [2, 3, 4]),
        ("12", [12]),
        ("4〜6", [4, 5, 6]),
        ("三", []),
        ("", []),
    ],
)
def test_numbers_are_read_as_they_are_typed(typed, read):
    assert numbers_in(typed) == read

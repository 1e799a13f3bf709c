"""Days on which something held (R-PEO-01): changing and correcting never touch what they must not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kasane.people.timeline import Stretch, always, at, change, correct

START = date(2020, 1, 1)
DAYS = st.integers(0, 400).map(lambda n: START + timedelta(days=n))
NAMES = st.sampled_from(("address", "family_name", "relation"))
EDITS = st.lists(
    st.tuples(st.sampled_from(("change", "correct")), DAYS, NAMES, st.sampled_from("abcd")), max_size=12
)
LOOKS = [START + timedelta(days=n) for n in range(0, 401, 7)]
FIRST = [Stretch(None, None, {"address": "a", "family_name": "a", "relation": "a"})]


def edited(edits, stretches=FIRST):
    found = list(stretches)
    for act, day, name, value in edits:
        found = (change if act == "change" else correct)(found, day, {name: value})
    return found


@given(EDITS, DAYS, NAMES, st.sampled_from("abcd"))
def test_no_day_before_a_change_is_touched(edits, day, name, value):
    before = edited(edits)
    after = change(before, day, {name: value})
    for look in LOOKS:
        if look < day:
            assert at(after, look).values == at(before, look).values
    assert at(after, day).values[name] == value


@given(EDITS, DAYS, NAMES, st.sampled_from("abcd"))
def test_only_the_named_value_changes(edits, day, name, value):
    before = edited(edits)
    for act in (change, correct):
        after = act(before, day, {name: value})
        for look in LOOKS:
            others = {k: v for k, v in at(before, look).values.items() if k != name}
            assert others.items() <= at(after, look).values.items()


@given(EDITS)
def test_a_timeline_has_no_gap_no_overlap_and_no_needless_seam(edits):
    found = edited(edits)
    assert found[0].start is None and found[-1].end is None
    for one, following in zip(found, found[1:], strict=False):
        assert one.end == following.start
        assert one.values != following.values


@given(EDITS, DAYS)
def test_a_correction_back_gives_the_same_days(edits, day):
    before = edited(edits)
    old = at(before, day).values["address"]
    if all(one.values["address"] != "new" for one in before):
        there = correct(before, day, {"address": "new"})
        assert correct(there, day, {"address": old}) == before


def test_a_later_change_stands_when_an_earlier_one_is_recorded_afterwards():
    moved_twice = change(FIRST, date(2020, 6, 1), {"address": "c"})
    found = change(moved_twice, date(2020, 3, 1), {"address": "b"})
    assert [(s.start, s.values["address"]) for s in found] == [
        (None, "a"),
        (date(2020, 3, 1), "b"),
        (date(2020, 6, 1), "c"),
    ]


def test_a_correction_reaches_as_far_as_the_error_and_no_further():
    found = change(change(FIRST, date(2020, 3, 1), {"address": "b"}), date(2020, 6, 1), {"address": "c"})
    mended = correct(found, date(2020, 4, 1), {"address": "B"})
    assert [s.values["address"] for s in mended] == ["a", "B", "c"]


def test_facts_of_a_life_hold_on_every_day():
    found = always(change(FIRST, date(2020, 3, 1), {"address": "b"}), {"relation": "母"})
    assert {s.values["relation"] for s in found} == {"母"}


def test_a_day_outside_is_refused():
    with pytest.raises(ValueError, match="outside"):
        change([Stretch(START, None, {"address": "a"})], START - timedelta(days=1), {"address": "b"})

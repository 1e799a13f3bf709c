"""Where people stand in a genogram (R-PEO-04)."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasane.people.drawing import Family
from kasane.people.drawing import family as make
from kasane.people.drawing.check import crossings, inside, overlaps
from kasane.people.drawing.compose import compose
from kasane.people.drawing.model import Box, Couple, Drawing, Figure, Leg, Sibship
from kasane.people.kinship import Tie, TieKind, Union, UnionKind
from kasane.people.tests.drawing.families import DAY, drawn, family, member, trees


def x(drawing: Drawing, *keys: str) -> list[float]:
    return [drawing.figure(key).x for key in keys]


def test_husband_left_wife_right() -> None:
    for ego, other in (("male", "妻"), ("female", "夫")):
        drawing = drawn(member("本人", 1980, sex=ego), member(other, 1981))
        man, woman = ("本人", "妻") if ego == "male" else ("夫", "本人")
        assert drawing.figure(man).x < drawing.figure(woman).x


def test_the_oldest_child_stands_left() -> None:
    drawing = drawn("妻", member("長女", 2012), member("長男", 2008), member("二男", 2015))
    assert x(drawing, "長男", "長女", "二男") == sorted(x(drawing, "長男", "長女", "二男"))


def test_brothers_and_sisters_without_birth_dates_stand_by_their_words() -> None:
    drawing = drawn("弟", "姉", "母")
    assert x(drawing, "姉", "本人", "弟") == sorted(x(drawing, "姉", "本人", "弟"))


def test_ordinals_stand_for_birth_dates() -> None:
    drawing = drawn("三男", "長男", "二男")
    assert x(drawing, "長男", "二男", "三男") == sorted(x(drawing, "長男", "二男", "三男"))


def test_age_goes_before_husband_left_where_two_families_meet() -> None:
    drawing = drawn(
        member("本人", 1980, sex="male"),
        member("妻", 1982),
        member("弟", 1985),
        "父",
        "母",
        "妻の父",
        "妻の母",
    )
    assert x(drawing, "妻", "本人", "弟") == sorted(x(drawing, "妻", "本人", "弟"))
    assert crossings(drawing) == 0


def test_generations_have_rows_and_children_stand_below() -> None:
    drawing = drawn("妻", "長男", "父", "祖母(父方)", "孫", "兄", "妻の母")
    rows = [["祖母(父方)"], ["父", "妻の母"], ["本人", "妻", "兄"], ["長男"], ["孫"]]
    heights = [{drawing.figure(key).y for key in row} for row in rows]
    assert all(len(h) == 1 for h in heights)
    assert [h.pop() for h in heights] == sorted(drawing.figure(row[0]).y for row in rows)


def test_two_wives_stand_on_both_sides() -> None:
    drawing = drawn("元妻", "妻", member("長男", 2005), ties=(Tie(TieKind.PARENT, "元妻", "長男"),))
    assert x(drawing, "元妻", "本人", "妻") == sorted(x(drawing, "元妻", "本人", "妻"))
    assert crossings(drawing) == 0


def test_three_marriages_do_not_run_through_anybody() -> None:
    ties = tuple(
        Tie(TieKind.MARRIAGE, "本人", key, date(year, 1, 1), date(year + 4, 1, 1) if key != "c" else None)
        for key, year in (("a", 2000), ("b", 2006), ("c", 2012))
    )
    people = [member("", 1980, key=key, sex="female") for key in "abc"]
    drawing = drawn(*people, ties=ties)
    assert crossings(drawing) == 0 and not overlaps(drawing)


def test_children_hang_from_the_middle_of_their_parents() -> None:
    drawing = drawn("妻", member("長男", 2010), member("長女", 2013))
    (sibship,) = drawing.sibships
    assert sibship.stem[0][0] == pytest.approx(sum(x(drawing, "本人", "妻")) / 2)
    assert sibship.stem[0][0] == pytest.approx(sum(x(drawing, "長男", "長女")) / 2, abs=1)


def test_twins_come_from_one_point() -> None:
    day = date(2010, 5, 5)
    drawing = drawn("妻", member("長男", day), member("長女", day), member("二男", 2014))
    starts = {leg.child: leg.points[0] for leg in drawing.sibships[0].legs}
    assert starts["長男"] == starts["長女"] != starts["二男"]


def test_a_couple_of_two_families_with_half_siblings() -> None:
    ties = (
        Tie(TieKind.DIVORCED, "本人", "元妻", date(2012, 1, 1)),
        Tie(TieKind.MARRIAGE, "本人", "妻", date(2015, 1, 1)),
        Tie(TieKind.PARENT, "元妻", "長男"),
        Tie(TieKind.DIVORCED, "妻", "前の夫", date(2013, 1, 1)),
        Tie(TieKind.PARENT, "前の夫", "妻の子"),
    )
    drawing = drawn(
        "元妻", "妻", member("長男", 2008), member("妻の子", 2010), member("二男", 2016), "父", "母",
        member("", 1980, key="前の夫", sex="male", together=False), ties=ties,
    )  # fmt: skip
    assert crossings(drawing) == 0 and not overlaps(drawing)


def test_the_household_line_holds_those_who_live_together_only() -> None:
    shown = family(
        member("父", 1950, together=False), "母", "妻", "長男", member("兄", 1975, together=False), "妹"
    )
    assert enclosed(shown, compose(shown)) == shown.household == {"本人", "母", "妻", "長男", "妹"}


def enclosed(shown: Family, drawing: Drawing) -> set[str]:
    """Whose figure lies wholly within a household line; fails on a figure that a line cuts."""
    found = set()
    for figure in drawing.figures:
        hits = {
            any(inside(corner, outline) for outline in drawing.boundary)
            for corner in corners(figure.shape_box)
        }
        assert len(hits) == 1, f"the line cuts {figure.id}"
        if hits.pop():
            found.add(figure.id)
    return found


def corners(box: Box) -> list[tuple[float, float]]:
    return [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3])]


def test_grandparents_and_grandchildren_in_one_house_without_the_parents() -> None:
    shown = family(
        member("本人", 1950, sex="female"), member("長男", 1975, together=False), member("孫", 2005), "夫"
    )
    drawing = compose(shown)
    assert enclosed(shown, drawing) == {"本人", "夫", "孫"} and len(drawing.boundary) == 1


@given(trees())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_every_family_tree_is_drawn_cleanly(shown: Family) -> None:
    """R-PEO-04: up to 25 people, four generations, two families joined: nothing overlaps, nothing crosses."""
    drawing = compose(shown)
    assert len(drawing.figures) == len(shown.graph.people)
    assert overlaps(drawing) == []
    assert crossings(drawing) == 0
    at = {f.id: f for f in drawing.figures}
    for descent in shown.graph.descents:
        assert all(at[p].y < at[descent.child].y for p in descent.parents)
    for union in shown.graph.unions:
        assert at[union.a].y == at[union.b].y
    assert enclosed(shown, drawing) == shown.household


WORDS = ["妻", "元妻", "父", "母", "長男", "二男", "長女", "孫", "兄", "妹", "兄の妻", "祖母", "祖父", "おじ", "甥", "いとこ",
         "妻の母", "妻の父", "妻の妹", "長男の妻", "養子", "里子", "同居人", "ぽち", "長女の夫", "義母", "妻の子", "継母"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), unique=True, max_size=24), st.integers(0, 2**24))
@settings(max_examples=80, deadline=None)
def test_any_mixture_of_words_is_drawn_without_overlaps(words: list[str], home: int) -> None:
    """Whatever is typed: nobody is lost, nobody stands on anybody, the household line cuts through nobody."""
    shown = family(*(member(w, together=bool(home >> i & 1)) for i, w in enumerate(words)))
    drawing = compose(shown)
    assert {f.id for f in drawing.figures} == set(shown.graph.people) and not overlaps(drawing)
    assert enclosed(shown, drawing) == shown.household


def test_an_empty_family_is_an_empty_sheet() -> None:
    assert compose(make([], [], DAY)).figures == []


def test_the_check_sees_lines_that_cross() -> None:
    """A check that could not fail would prove nothing."""
    figures = [Figure(k, 0, 0, 0, (900, 900, 901, 901)) for k in "abcd"]
    for figure in figures:
        figure.x = figure.y = 2000
    flat = Couple(Union("a", "b", UnionKind.MARRIAGE), [(0, 50), (100, 50)], (0, 0), [], (0, 0))
    stem = Sibship(
        ("c",), [(50, 0), (50, 100)], [(50, 100), (50, 100)], [Leg("d", [(50, 100), (50, 120)], ())]
    )
    assert crossings(Drawing(figures, [flat], [stem], [], 0, 0)) == 1
    figures[2].box = figures[3].box = (0, 0, 10, 10)
    assert overlaps(Drawing(figures[2:], [], [], [], 0, 0)) == [("c", "d")]


def test_twenty_five_people_take_less_than_fifty_milliseconds() -> None:
    members = [member("本人", 1950, sex="male"), member("妻", 1952)]
    for n, word in enumerate(("長男", "二男", "三男")):
        members += [member(word, 1975 + n), member(f"{word}の妻", 1976 + n)]
        members += [member(f"{word}の子", 2000 + n + k, key=f"{word}{k}") for k in range(4)]
    members += [
        member("父", 1925),
        member("母", 1927),
        member("妹", 1955),
        member("妻の母", 1930),
        member("妻の姉", 1949),
    ]
    shown = family(*members)
    assert len(shown.graph.people) == 25
    compose(shown)
    best = min(_seconds(shown) for _ in range(5))
    assert best < 0.05


def _seconds(shown: Family) -> float:
    start = time.perf_counter()
    compose(shown)
    return time.perf_counter() - start

"""Which areas are served (R-DEL-05) and which coordinators are lacking (R-DEL-06): pure values."""

from __future__ import annotations

from datetime import date

from kasane.agencies.areas.rules import Place, Served, how_served
from kasane.agencies.staff.rules import asked_coordinators, lacking, training_obstacles

TOWN = Place("town")
AREAS = [TOWN, *(Place(f"a{n}", "town") for n in range(1, 7))]


def test_five_centres_serve_six_areas_when_one_of_them_has_two():
    found = how_served(AREAS, with_centre=["a1", "a2", "a3", "a4", "a5", "a6"])
    assert Served.NOT not in found.values()
    assert found["town"] is Served.BY_PARTS


def test_an_area_without_a_centre_is_a_gap():
    found = how_served(AREAS, with_centre=["a1", "a2", "a3", "a4", "a5"])
    assert found["a6"] is Served.NOT
    assert found["town"] is Served.IN_PART


def test_a_centre_of_the_whole_town_serves_each_of_its_parts():
    found = how_served([*AREAS, Place("b", "a1")], with_centre=["town"])
    assert found["a1"] is found["b"] is Served.FROM_ABOVE


def test_without_any_centre_every_area_is_a_gap():
    assert set(how_served(AREAS, with_centre=[]).values()) == {Served.NOT}


def asked(**facts):
    return asked_coordinators(
        **({"programs": {"living_support"}, "works": {3, 5}, "has_second_layer": True} | facts)
    )


def test_both_layers_are_asked_for_where_the_town_is_divided():
    assert lacking(asked(), held={"integration"}) == ["living_first", "living_second"]
    assert lacking(asked(), held={"integration", "living_first", "living_second"}) == []


def test_a_town_of_one_area_need_not_tell_the_layers_apart():
    assert lacking(asked(has_second_layer=False), held={"integration", "living_first"}) == []


def test_the_work_of_coordination_has_one_of_the_two_names():
    assert lacking(asked(programs=()), held=set()) == ["integration"]
    assert lacking(asked(programs=()), held={"multi_agency"}) == []


def test_nothing_is_asked_for_where_nothing_is_delivered():
    rows = asked(programs=(), works=())
    assert len(rows) == 6
    assert lacking(rows, held=set()) == []


def test_training_is_done_has_a_name_and_is_entered_once():
    facts = {"course": "multi_tier", "name": "", "done_on": date(2025, 6, 1), "today": date(2025, 6, 1)}
    assert training_obstacles(**facts, is_known=False) == []
    assert [one.code for one in training_obstacles(**facts, is_known=True)] == ["known"]
    assert [one.code for one in training_obstacles(**(facts | {"course": "other"}), is_known=False)] == [
        "no_name"
    ]
    late = facts | {"done_on": date(2025, 6, 2)}
    assert [one.code for one in training_obstacles(**late, is_known=False)] == ["not_done"]

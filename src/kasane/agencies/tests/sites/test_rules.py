"""What a site needs to be saved (R-DEL-04): types, programs, backing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kasane.agencies.sites.rules import Draft, keeper_obstacles, planned_type, site_obstacles
from kasane.profiles.vocabulary import ProgramCode, SiteType

CENTER, SELF = ProgramCode.SUPPORT_CENTER, ProgramCode.SELF_RELIANCE


def codes(**facts: Any) -> list[str]:
    values = {
        "name": "拠点",
        "site_type": SiteType.BASIC,
        "starts_on": date(2025, 4, 1),
        "programs": (CENTER,),
    }
    return [one.code for one in site_obstacles(Draft(**(values | facts)))]


def local(**facts: Any) -> list[str]:
    return codes(**({"site_type": SiteType.LOCAL, "programs": (), "backing_type": SiteType.BASIC} | facts))


def test_a_basic_site_holds_one_program():
    assert codes() == []
    assert codes(programs=()) == ["no_program"]
    assert codes(programs=(CENTER, SELF)) == ["several_programs"]
    assert codes(programs=(CENTER, ProgramCode.OWN)) == []


def test_an_integrated_site_holds_two_or_more():
    assert codes(site_type=SiteType.INTEGRATED, programs=(CENTER, SELF)) == []
    assert codes(site_type=SiteType.INTEGRATED) == ["single_program"]
    assert codes(site_type=SiteType.INTEGRATED, programs=(CENTER, ProgramCode.OWN)) == ["single_program"]


def test_a_local_site_names_an_open_basic_or_integrated_one():
    assert local() == []
    assert local(backing_type=SiteType.INTEGRATED) == []
    assert local(backing_type=None) == ["no_backing"]
    assert local(backing_type=SiteType.LOCAL) == ["wrong_backing"]
    assert local(backs_itself=True) == ["wrong_backing"]
    assert local(backing_is_open=False) == ["closed_backing"]


@pytest.mark.parametrize(
    "facts", [{"ends_on": date(2026, 3, 31)}, {"site_type": SiteType.LOCAL, "backing_type": SiteType.BASIC}]
)
def test_a_site_that_backs_another_is_neither_closed_nor_made_local(facts):
    assert codes(backs=("ふれあい",), **facts) == ["still_backs"]


def test_a_site_has_a_name_its_own_days_and_programs_its_agency_does():
    assert codes(name=" ") == ["no_name"]
    assert codes(name_is_taken=True) == ["name_is_taken"]
    assert codes(ends_on=date(2025, 3, 31)) == ["ends_before_start"]
    assert codes(not_delivered=("障害者相談支援事業",)) == ["not_delivered"]


def test_types_of_user_support_go_with_the_program():
    assert codes(user_support_types=("user_support_basic",)) == ["types_without_program"]
    assert codes(user_support_types=("user_support_basic",), programs=(ProgramCode.USER_SUPPORT,)) == []


def test_only_who_decides_for_the_town_keeps_sites():
    assert keeper_obstacles(decides_for_town=True) == []
    assert [one.code for one in keeper_obstacles(decides_for_town=False)] == ["not_keeper"]


def test_the_plan_makes_an_integrated_site_of_two_programs():
    assert planned_type([CENTER, SELF]) is SiteType.INTEGRATED
    assert planned_type([CENTER, ProgramCode.OWN]) is SiteType.BASIC

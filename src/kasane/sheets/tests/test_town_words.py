"""The town's own words reach its paper (R-DEL-05)."""

from __future__ import annotations

from kasane.profiles import load
from kasane.sheets.paper.town import of


def test_a_town_that_wants_it_prints_its_own_spelling_and_its_own_labels():
    town = of(load("hokuei"))

    assert town.label("intake.name", "障害のこと") == "障がいのこと"
    assert town.label("referral.sender", "つなぎ元") == "つなぐ課・機関"
    (checks,) = town.checks("intake.topics", "相談の内容", (("health", "病気や健康、障害のこと"),), None)
    assert checks.options == (("health", "病気や健康、障がいのこと"),)


def test_a_town_whose_plan_prints_the_sheets_keeps_their_words():
    assert of(load("misaki")).label("intake.topics", "病気や健康、障害のこと") == "病気や健康、障害のこと"

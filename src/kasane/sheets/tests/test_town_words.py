"""The town's own words reach its paper (R-DEL-05)."""

from __future__ import annotations

from dataclasses import replace

from kasane.profiles import load
from kasane.sheets.document import Cell, Column, Fields, Heading, Table
from kasane.sheets.paper.menu import MenuAnswer, MenuData, menu_2_5
from kasane.sheets.paper.town import of


def test_a_town_that_wants_it_prints_its_own_spelling_and_its_own_labels():
    town = of(load("hokuei"))

    assert town.sheet("intake", "障害のこと", ()).title == "相談受付シート"
    assert town.sheet("minutes", "障害のこと", ()).title == "障がいのこと"
    assert town.label("referral.sender", "つなぎ元") == "つなぐ課・機関"
    checks = town.checks("intake.topics", "相談の内容", (("health", "病気や健康、障害のこと"),), None)
    assert town.sheet("intake", "", (Fields((checks,)),)).blocks[0].rows[0][0].options == (
        ("health", "病気や健康、障がいのこと"),
    )


def test_a_town_whose_plan_prints_the_sheets_keeps_their_words():
    assert of(load("misaki")).label("intake.topics", "病気や健康、障害のこと") == "病気や健康、障害のこと"


def test_an_item_is_renamed_by_its_usual_words_on_any_paper_but_nothing_that_was_entered():
    town = replace(
        of(load("hokuei")), labels={"minutes.欠席": "欠席した人", "assessment.income": "本人の手取り"}
    )
    blocks = (
        Fields(((Cell("欠席", "障害福祉課"), Cell("障害の有無", "障害あり")),)),
        Heading("障害のある長男", is_typed=True),
        Table((Column("障害のこと"),), (("障害",),)),
    )

    sheet = town.sheet("minutes", "会議録", blocks)

    fields, heading, table = sheet.blocks
    assert [(cell.label, cell.value) for cell in fields.rows[0]] == [
        ("欠席した人", "障害福祉課"),
        ("障がいの有無", "障害あり"),
    ]
    assert heading.text == "障害のある長男"
    assert (table.columns[0].header, table.rows) == ("障がいのこと", (("障害",),))


def test_an_item_that_may_be_left_out_is_left_out_and_one_that_is_always_asked_is_not():
    town = replace(
        of(load("standard")),
        hidden=frozenset({"participation_plan.frequency", "participation_plan.wish"}),
    )
    answers = (MenuAnswer("frequency", "頻度"), MenuAnswer("wish", "望む参加", always=True))
    data = MenuData(
        "participation_plan", "2-5①", "参加支援プラン", (("本人", answers),), (("first", "初回"),)
    )

    labels = [item.label for block in menu_2_5(data, town).blocks if isinstance(block, Fields) for row in block.rows for item in row]  # fmt: skip

    assert "望む参加" in labels and "頻度" not in labels

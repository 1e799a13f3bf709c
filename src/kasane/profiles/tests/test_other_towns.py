"""Shapes other towns have and 美咲町 has not: the loader takes them too (R-DEL-05, R-CONF-05)."""

from __future__ import annotations

from kasane.profiles.tests.documents import document, row, sound
from kasane.profiles.vocabulary import BodyFunction, Mode


def test_one_body_may_have_two_functions_and_meet_regularly_and_ad_hoc() -> None:
    town = document()
    town["body"] = [
        {
            "key": "tsunagaru-kaigi",
            "name": "こまきつながる会議",
            "functions": ["support_conference", "multi_tier"],
            "host": "fukushi-shiawase",
            "regular": True,
            "ad_hoc": True,
            "times_per_year": 4,
        }
    ]
    del town["plan"]["evaluation_body"]

    profile = sound(town)

    assert profile.bodies_with(BodyFunction.SUPPORT_CONFERENCE) == profile.bodies
    assert profile.bodies_with(BodyFunction.MULTI_TIER) == profile.bodies


def test_six_areas_and_five_centres_of_which_one_covers_two() -> None:
    town = document()
    names = ("小牧南部", "小牧中部", "小牧西部", "味岡", "篠岡", "北里")
    town["area"] += [
        {"key": f"keniki-{place}", "name": name, "kind": "日常生活圏域", "level": 1, "parent": "zeniki"}
        for place, name in enumerate(names, start=1)
    ]
    row(town, "agency", "hokatsu")["areas"] = ["keniki-2", "keniki-3"]

    profile = sound(town)

    assert [profile.area(key).name for key in profile.agency("hokatsu").areas] == ["小牧中部", "小牧西部"]


def test_areas_of_several_kinds_lie_within_each_other() -> None:
    town = document()
    town["area"] += [
        {"key": "hojo", "name": "北条", "kind": "第２層", "level": 1, "parent": "zeniki"},
        {"key": "hojo-jichikai", "name": "北条自治会", "kind": "自治会", "level": 2, "parent": "hojo"},
    ]

    assert sound(town).area("hojo-jichikai").parent == "hojo"


def test_agencies_of_one_delivery_may_run_it_in_different_modes() -> None:
    town = document()
    row(town, "agency", "hokatsu")["operator"] = "shakyo"
    row(town, "delivery", "chiiki-hokatsu").update(
        sites=2,
        modes=["直営", "委託"],
        agencies=["juso-center", "hokatsu"],
        agency_modes={"juso-center": "直営", "hokatsu": "委託"},
    )

    delivery = sound(town).delivery("chiiki-hokatsu")

    assert delivery.agency_modes == {"juso-center": Mode.DIRECT, "hokatsu": Mode.ENTRUSTED}


def test_several_corporations_several_divisions_and_all_modes_fit_one_delivery() -> None:
    town = document()
    row(town, "delivery", "outreach").update(
        sites=5,
        modes=["直営", "委託", "指定管理", "登録", "補助"],
        agencies=["shakyo", "hokatsu", "next-tsuyama"],
        divisions=["fukushi-shiawase", "kenko-suishin"],
    )

    delivery = sound(town).delivery("outreach")

    assert [mode.label for mode in delivery.modes] == ["直営", "委託", "指定管理", "登録", "補助"]
    assert len(delivery.agencies) == 3
    assert len(delivery.divisions) == 2


def test_one_program_of_the_town_may_carry_two_works_and_one_field_table_may_name_two_fields() -> None:
    town = document()
    row(town, "delivery", "sanka-shien").update(
        works=[2, 4], program="own", name="居場所づくり事業", fields=["hardship", "child"]
    )

    delivery = sound(town).delivery("sanka-shien")

    assert (delivery.works, delivery.fields) == ((2, 4), ("hardship", "child"))


def test_a_plan_that_prints_no_number_no_law_and_no_agency_can_be_taken() -> None:
    town = document()
    delivery = row(town, "delivery", "konkyu-chiiki")
    delivery["sites_text"] = "市内全域"
    for key in ("sites", "legal_basis", "agencies", "divisions", "areas", "duties", "examples"):
        del delivery[key]

    taken = sound(town).delivery("konkyu-chiiki")

    assert (taken.sites, taken.sites_text, taken.agencies) == (None, "市内全域", ())


def test_a_local_site_names_the_basic_one_that_backs_it() -> None:
    town = document()
    row(town, "delivery", "konkyu-sodan").update(site_type="local", backed_by="chiiki-hokatsu")

    assert sound(town).delivery("konkyu-sodan").backed_by == "chiiki-hokatsu"


def test_the_threshold_of_fields_is_the_towns() -> None:
    town = document()
    town["rules"].update(field_threshold=3, fields=["高齢者", "障がい者", "生活困窮", "こども", "外国籍"])

    assert sound(town).rules.field_threshold == 3


def test_a_profile_that_belongs_to_no_town_needs_no_code_deliveries_sheets_or_terms() -> None:
    town = document()
    for key in ("delivery", "sheet", "term", "area_series"):
        del town[key]
    del town["town"]["code"], town["town"]["prefecture"]
    row(town, "body", "shochiiki-care").pop("per_area_kind")

    profile = sound(town)

    assert (profile.town.code, profile.deliveries) == (None, ())

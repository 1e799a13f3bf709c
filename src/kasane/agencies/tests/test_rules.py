"""Truth tables of the delivery rules (R-DEL-01, R-DEL-03, R-DEL-04)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from kasane.agencies import rules
from kasane.agencies.rules import delivery_obstacles, gaps
from kasane.profiles import load


@dataclass(frozen=True)
class Row:
    """A delivery row in plain values, complete unless a test takes something away."""

    program: str = "support_center"
    works: tuple[int, ...] = (1,)
    name: str = "地域包括支援センター事業"
    fields: tuple[str, ...] = ("care",)
    legal_basis: str | None = "介護保険法"
    sites: int | None = 1
    sites_text: str | None = None
    modes: tuple[str, ...] = ("委託",)
    target: str | None = "65歳以上の高齢者"
    areas: tuple[str, ...] = ("zeniki",)
    duty_lead: str | None = None
    duties: tuple[str, ...] = ("総合相談",)
    agencies: tuple[str, ...] = ("hokatsu",)
    divisions: tuple[str, ...] = ("hoken",)
    site_type: str | None = "basic"
    backed_by: str | None = None


WITH_OFFICE = {
    "support_center": 1,
    "disability_consultation": 1,
    "user_support": 1,
    "self_reliance": 1,
    "participation": 2,
    "preventive_activity": 3,
    "living_support": 3,
    "activity_center": 3,
    "childcare_base": 3,
    "hardship_community": 3,
    "outreach": 4,
    "coordination": 5,
}


def rows(programs: dict[str, int], *, without: str | None = None) -> list[Row]:
    return [Row(program=code, works=(work,)) for code, work in programs.items() if code != without]


def missing(deliveries: list[Row], *, office: bool = True) -> list[str]:
    return [gap.program.value for gap in gaps(deliveries, has_welfare_office=office)]


def test_a_town_with_all_programs_has_no_gap() -> None:
    assert missing(rows(WITH_OFFICE)) == []


def test_a_town_with_nothing_lacks_all_in_the_order_of_the_guideline() -> None:
    assert missing([]) == list(WITH_OFFICE)


@pytest.mark.parametrize("code", WITH_OFFICE)
def test_each_required_program_taken_away_is_the_one_gap(code: str) -> None:
    assert missing(rows(WITH_OFFICE, without=code)) == [code]


@pytest.mark.parametrize(
    ("office", "present", "expected"),
    [
        (True, ["self_reliance"], []),
        (True, ["no_office_consultation"], ["self_reliance"]),
        (True, [], ["self_reliance"]),
        (True, ["self_reliance", "no_office_consultation"], []),
        (False, ["no_office_consultation"], []),
        (False, ["self_reliance"], ["no_office_consultation"]),
        (False, [], ["no_office_consultation"]),
        (False, ["self_reliance", "no_office_consultation"], []),
    ],
)
def test_the_welfare_office_decides_between_e_and_o(
    office: bool, present: list[str], expected: list[str]
) -> None:
    deliveries = rows(WITH_OFFICE, without="self_reliance") + [Row(program=code) for code in present]

    assert missing(deliveries, office=office) == expected


@pytest.mark.parametrize(
    ("instead", "required", "filled"),
    [
        ("core_consultation_center", "disability_consultation", True),
        ("user_support_basic", "user_support", True),
        ("user_support_specific", "user_support", True),
        ("user_support_maternal", "user_support", True),
        ("user_support_family", "user_support", True),
        ("user_support_pregnancy", "user_support", True),
        ("own", "user_support", False),
        ("childcare_base", "user_support", False),
        ("own", "disability_consultation", False),
        ("own", "support_center", False),
        ("core_consultation_center", "support_center", False),
        ("own", "self_reliance", False),
    ],
)
def test_only_a_form_of_the_same_program_stands_in_for_it(instead: str, required: str, filled: bool) -> None:
    deliveries = [*rows(WITH_OFFICE, without=required), Row(program=instead)]

    assert missing(deliveries) == ([] if filled else [required])


def test_a_towns_own_program_does_not_fill_a_community_gap() -> None:
    deliveries = [*rows(WITH_OFFICE, without="activity_center"), Row(program="own", works=(3,))]

    assert missing(deliveries) == ["activity_center"]


def test_one_own_program_may_carry_participation_and_outreach_at_once() -> None:
    deliveries = [
        *(row for row in rows(WITH_OFFICE) if row.program not in ("participation", "outreach")),
        Row(program="own", works=(2, 4)),
    ]

    assert missing(deliveries) == []


def test_an_own_program_of_participation_leaves_the_gap_of_outreach() -> None:
    deliveries = [*rows(WITH_OFFICE, without="outreach"), Row(program="own", works=(2,))]

    assert missing(deliveries) == ["outreach"]


def test_a_program_registered_under_another_work_fills_no_gap() -> None:
    deliveries = [*rows(WITH_OFFICE, without="living_support"), Row(program="living_support", works=(1,))]

    assert missing(deliveries) == ["living_support"]


def test_a_gap_says_what_is_missing_with_its_law() -> None:
    (gap,) = gaps(rows(WITH_OFFICE, without="disability_consultation"), has_welfare_office=True)

    assert gap.code == "no_disability_consultation"
    assert gap.sentence == (
        "①包括的相談支援事業に「障害者相談支援事業」がありません。提供体制に加えてください。"
    )
    assert gap.law == (
        "障害者総合支援法第77条第1項第3号（社会福祉法第106条の4第2項第1号ロ、実施要綱別添3の3(1)イ）"
    )
    assert gap.requirement == "R-DEL-03"


def test_a_gap_says_why_the_other_consultation_does_not_count() -> None:
    (gap,) = gaps(rows(WITH_OFFICE), has_welfare_office=False)

    assert gap.sentence == (
        "①包括的相談支援事業に「福祉事務所未設置町村相談事業」がありません。提供体制に加えてください。"
        "福祉事務所を設置していない市町村では「自立相談支援事業」で代えられません。"
    )


def test_misaki_has_no_gap_and_its_rows_lack_nothing() -> None:
    misaki = load("misaki")

    assert gaps(misaki.deliveries, has_welfare_office=misaki.town.has_welfare_office) == []
    assert [delivery_obstacles(delivery) for delivery in misaki.deliveries] == [[]] * 13


def test_misaki_would_have_a_gap_again_if_it_opened_a_welfare_office() -> None:
    found = gaps(load("misaki").deliveries, has_welfare_office=True)

    assert [gap.program for gap in found] == ["self_reliance"]


def test_a_complete_row_has_no_obstacle() -> None:
    assert delivery_obstacles(Row()) == []


@pytest.mark.parametrize(
    ("change", "code", "requirement", "message"),
    [
        ({"fields": ()}, "no_fields", "R-DEL-01", "分野を選んでください。"),
        ({"name": "　"}, "no_name", "R-DEL-01", "事業名を書いてください。"),
        ({"legal_basis": None}, "no_legal_basis", "R-DEL-01", "根拠法を書いてください。"),
        ({"modes": ()}, "no_modes", "R-DEL-01", "運営形態（直営・委託など）を選んでください。"),
        ({"target": ""}, "no_target", "R-DEL-01", "支援対象者を書いてください。"),
        ({"areas": ()}, "no_areas", "R-DEL-01", "対象圏域を選んでください。"),
        ({"agencies": ()}, "no_agencies", "R-DEL-01", "実施機関を選んでください。"),
        ({"divisions": ()}, "no_divisions", "R-DEL-01", "所管課を選んでください。"),
        ({"duties": ()}, "no_duties", "R-DEL-01", "業務内容を書いてください。"),
        ({"sites": 0}, "no_sites", "R-DEL-01", "拠点数は1以上にしてください。"),
        ({"works": ()}, "no_works", "R-DEL-01", "①から⑤のどの事業にあたるかを選んでください。"),
        ({"program": "x"}, "unknown_program", "R-DEL-02", "事業の種類を選び直してください。"),
        (
            {"sites": None},
            "no_sites",
            "R-DEL-01",
            "拠点数を入れてください。数えられないときは「市内全域」のように言葉で書けます。",
        ),
        (
            {"program": "outreach"},
            "wrong_work",
            "R-DEL-02",
            "「アウトリーチ等を通じた継続的支援事業」は④アウトリーチ等を通じた継続的支援事業の事業です。"
            "事業の番号を直してください。",
        ),
        (
            {"site_type": None},
            "no_site_type",
            "R-DEL-04",
            "拠点の類型（基本型・統合型・地域型）を選んでください。",
        ),
        (
            {"site_type": "local"},
            "no_backing",
            "R-DEL-04",
            "地域型の拠点です。支える基本型か統合型の拠点を選んでください。",
        ),
        (
            {"site_type": "integrated"},
            "single_program",
            "R-DEL-04",
            "統合型の拠点は、二つ以上の事業を持つ拠点です。事業を加えるか、基本型にしてください。",
        ),
    ],
)
def test_each_lack_of_a_row_is_the_one_obstacle(
    change: dict[str, object], code: str, requirement: str, message: str
) -> None:
    (obstacle,) = delivery_obstacles(replace(Row(), **change))  # type: ignore[arg-type]

    assert (obstacle.code, obstacle.requirement, obstacle.sentence) == (code, requirement, message)


def test_an_empty_row_gets_all_obstacles_at_once() -> None:
    empty = Row("own", (), "", (), None, None, None, (), None, (), None, (), (), (), None, None)

    assert [obstacle.code.removeprefix("no_") for obstacle in delivery_obstacles(empty)] == [
        *("fields", "name", "legal_basis", "modes", "target", "areas", "agencies", "divisions"),
        *("sites", "duties", "works"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"sites": None, "sites_text": "市内全域"},
        {"duties": (), "duty_lead": "相談支援を行う"},
        {"program": "participation", "works": (2,), "site_type": None},
        {"program": "own", "works": (2, 4), "site_type": None},
        {"program": "own", "works": (1,)},
    ],
)
def test_these_rows_are_complete_too(change: dict[str, object]) -> None:
    assert delivery_obstacles(replace(Row(), **change)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("backing", "codes"),
    [("basic", []), ("integrated", []), ("local", ["wrong_backing"]), (None, ["wrong_backing"])],
)
def test_a_local_site_is_backed_by_a_basic_or_integrated_one(backing: str | None, codes: list[str]) -> None:
    row = replace(Row(), site_type="local", backed_by="hokatsu")

    assert [found.code for found in delivery_obstacles(row, backing_type=backing)] == codes


@pytest.mark.parametrize(
    ("staffing", "codes"),
    [
        ({"support_center": True, "self_reliance": True}, []),
        ({"support_center": True, "self_reliance": False}, ["understaffed_self_reliance"]),
        (
            {"support_center": False, "self_reliance": False},
            ["understaffed_support_center", "understaffed_self_reliance"],
        ),
        ({"support_center": True}, ["single_program"]),
    ],
)
def test_an_integrated_site_meets_the_staffing_of_each_program(
    staffing: dict[str, bool], codes: list[str]
) -> None:
    row = replace(Row(), site_type="integrated")

    assert [found.code for found in delivery_obstacles(row, staffing=staffing)] == codes


def test_an_understaffed_integrated_site_names_the_program() -> None:
    row = replace(Row(), site_type="integrated")

    (obstacle,) = delivery_obstacles(row, staffing={"support_center": True, "self_reliance": False})

    assert obstacle.sentence == (
        "統合型の拠点です。「自立相談支援事業」の人員配置基準を満たす職員を入れてください。"
    )


@pytest.mark.parametrize(
    ("role", "is_municipality", "decides", "looks_after"),
    [
        ("manager", True, True, True),
        ("decider", True, True, True),
        ("manager", False, False, False),
        ("decider", False, False, False),
        ("coordinator", False, False, True),
        ("coordinator", True, False, True),
        ("worker", True, False, False),
        ("administrator", True, False, False),
    ],
)
def test_who_decides_for_the_town_and_who_looks_after_disclosure(role, is_municipality, decides, looks_after):
    """R-DIS-05, R-DIS-07, R-DIS-08."""
    assert rules.decides_for_town(role, is_municipality=is_municipality) is decides
    assert rules.looks_after_disclosure(role, is_municipality=is_municipality) is looks_after

"""The facts of 美咲町's plan, as the profile gives them (R-DEL-01, R-CONF-04, 05, R-DIS-04 to 07)."""

from __future__ import annotations

import datetime

import pytest

from kasane.profiles import Profile, available, load
from kasane.profiles.vocabulary import BodyFunction, Field


@pytest.fixture(scope="module")
def misaki() -> Profile:
    return load("misaki")


def test_misaki_is_among_the_profiles_of_the_product() -> None:
    assert "misaki" in available()


def test_the_town_and_its_plan(misaki: Profile) -> None:
    assert (misaki.town.code, misaki.town.name, misaki.town.kana) == ("336661", "美咲町", "みさきちょう")
    assert misaki.town.prefecture == "岡山県"
    assert misaki.town.has_welfare_office is False
    assert (misaki.plan.period_from, misaki.plan.period_to) == (2025, 2029)
    assert misaki.plan.upper_plan == "第２次美咲町地域福祉計画"
    assert misaki.plan.evaluation_body == "suishin-honbu"
    assert len(misaki.plan.principles) == 5


SHAKYO = "社会福祉法人美咲町社会福祉協議会"
DELIVERIES = [
    # key, work, field, program, name, mode, agencies, division
    (
        *("chiiki-hokatsu", 1, "care", "support_center", "地域包括支援センター事業", "委託"),
        ["美咲町地域包括支援センター"],
        "保険年金課",
    ),
    (
        *("shogai-sodan", 1, "disability", "disability_consultation", "障害者相談支援事業", "委託"),
        ["津山地域障害者基幹相談支援センター"],
        "福祉しあわせ課",
    ),
    (
        *("riyosha-shien", 1, "child", "user_support", "利用者支援事業", "直営"),
        ["美咲町子育て世代包括支援センター"],
        "健康推進課",
    ),
    (
        *("kodomo-katei-kyoten", 1, "child", "own", "子ども家庭総合支援拠点事業", "直営"),
        ["子ども家庭総合支援拠点"],
        "こども笑顔課",
    ),
    (
        *("konkyu-sodan", 1, "hardship", "no_office_consultation"),
        *("福祉事務所未設置町村による相談事業", "直営"),
        ["重層支援センター"],
        "福祉しあわせ課",
    ),
    ("sanka-shien", 2, "cross", "participation", "参加支援事業", "委託", [SHAKYO], "福祉しあわせ課"),
    (
        *("kaigo-yobo", 3, "care", "preventive_activity", "一般介護予防事業", "委託"),
        ["美咲町地域包括支援センター"],
        "保険年金課",
    ),
    (
        *("seikatsu-shien", 3, "care", "living_support", "生活支援体制整備事業", "委託"),
        [SHAKYO],
        "保険年金課",
    ),
    (
        *("chiiki-katsudo", 3, "disability", "activity_center", "地域活動支援センター事業", "委託"),
        ["地域生活支援センターネクスト津山"],
        "福祉しあわせ課",
    ),
    (
        *("kosodate-kyoten", 3, "child", "childcare_base", "地域子育て支援拠点事業", "直営"),
        ["中央地域子育て支援センター", "旭地域子育て支援センター", "柵原地域子育て支援センター"],
        "教育総務課",
    ),
    (
        *("konkyu-chiiki", 3, "hardship", "hardship_community"),
        *("生活困窮者支援等のための地域づくり事業", "委託"),
        [SHAKYO],
        "福祉しあわせ課",
    ),
    (
        *("outreach", 4, "cross", "outreach", "アウトリーチ等を通じた継続的支援事業", "委託"),
        [SHAKYO],
        "福祉しあわせ課",
    ),
    (
        *("takikan-kyodo", 5, "cross", "coordination", "多機関協働事業", "直営"),
        ["重層支援センター"],
        "福祉しあわせ課",
    ),
]


@pytest.mark.parametrize(
    ("key", "work", "field", "program", "name", "mode", "agencies", "division"),
    DELIVERIES,
    ids=[row[0] for row in DELIVERIES],
)
def test_each_delivery_is_as_the_plan_prints_it(
    misaki: Profile,
    key: str,
    work: int,
    field: str,
    program: str,
    name: str,
    mode: str,
    agencies: list[str],
    division: str,
) -> None:
    delivery = misaki.delivery(key)

    assert (delivery.works, delivery.fields, delivery.program) == ((work,), (field,), program)
    assert delivery.name == name
    assert delivery.sites == 1
    assert list(delivery.modes) == [mode]
    assert [misaki.agency(agency).name for agency in delivery.agencies] == agencies
    assert [misaki.agency(agency).name for agency in delivery.divisions] == [division]
    assert [misaki.area(area).name for area in delivery.areas] == ["美咲町全域"]
    assert delivery.legal_basis
    assert delivery.target
    assert delivery.duties


def test_no_delivery_is_left_out_or_added(misaki: Profile) -> None:
    assert [delivery.key for delivery in misaki.deliveries] == [row[0] for row in DELIVERIES]


@pytest.mark.parametrize(
    ("key", "legal_basis", "target"),
    [
        (
            "chiiki-hokatsu",
            "介護保険法（平成９年法律第123号）第115条の45第２項第１号から第６号まで",
            "65歳以上の高齢者及びその家族",
        ),
        ("kodomo-katei-kyoten", "児童福祉法第10条の2", "18歳までのすべての児童"),
        ("kaigo-yobo", "介護保険法第115条の45第１項第２号のうち地域介護予防活動支援事業", "65歳以上の高齢者"),
        (
            "sanka-shien",
            "社会福祉法第106条の４第２項第２号",
            "地域や社会とのつながりがない、社会参加しにくい方など",
        ),
        (
            "takikan-kyodo",
            "社会福祉法第106条の４第２項第５号",
            "複雑化・複合化した課題を抱える人及び世帯、支援関係機関",
        ),
    ],
)
def test_legal_basis_and_target_are_quoted(misaki: Profile, key: str, legal_basis: str, target: str) -> None:
    assert (misaki.delivery(key).legal_basis, misaki.delivery(key).target) == (legal_basis, target)


def test_duties_and_examples_are_quoted(misaki: Profile) -> None:
    assert misaki.delivery("sanka-shien").duties == (
        "対象者の把握",
        "資源の把握、資源開発",
        "相談者に対する参加支援（マッチング等の利用調整）、フォローアップ",
    )
    assert misaki.delivery("sanka-shien").examples == ("みんなで食堂", "みしゃモンカレッジ", "ぷらっとみさき")
    assert misaki.delivery("konkyu-chiiki").examples == ("福祉共育", "小地域ケア会議")
    assert len(misaki.delivery("takikan-kyodo").duties) == 4


def test_consultation_sites_are_of_the_basic_type(misaki: Profile) -> None:
    types = {delivery.site_type for delivery in misaki.deliveries if 1 in delivery.works}

    assert types == {"basic"}


def test_the_centre_stands_in_its_division_and_takes_unclear_consultations(misaki: Profile) -> None:
    assert misaki.rules.center == "juso-center"
    assert misaki.agency("juso-center").parent == "fukushi-shiawase"
    assert misaki.agency("juso-center").municipality


def test_five_divisions_and_ten_other_agencies(misaki: Profile) -> None:
    assert [division.name for division in misaki.divisions()] == [
        "福祉しあわせ課",
        "保険年金課",
        "健康推進課",
        "こども笑顔課",
        "教育総務課",
    ]
    assert len(misaki.agencies) == 15


def test_the_whole_town_and_81_numbered_districts(misaki: Profile) -> None:
    districts = [area for area in misaki.areas if area.kind == "自治会"]

    assert len(misaki.areas) == 82
    assert [area.name for area in districts] == [f"自治会{number:02}" for number in range(1, 82)]
    assert {area.parent for area in districts} == {"zeniki"}
    assert misaki.area("zeniki").level == 0


def test_the_conference_bodies(misaki: Profile) -> None:
    (support,) = misaki.bodies_with(BodyFunction.SUPPORT_CONFERENCE)
    (multi_tier,) = misaki.bodies_with(BodyFunction.MULTI_TIER)
    (headquarters,) = misaki.bodies_with(BodyFunction.HEADQUARTERS)

    assert (support.name, support.legal_basis) == ("支援会議", "社会福祉法第106条の６")
    assert (support.convener, support.regular, support.ad_hoc) == ("美咲町", True, True)
    assert len(support.roles) == 3
    assert (multi_tier.name, multi_tier.convener) == ("みんなで支え愛会議", "多機関協働事業者")
    assert multi_tier.members == ("juso-center", "fukushi-shiawase", "shakyo")
    assert support.part_of == multi_tier.part_of == "sasaeai-network"
    assert (headquarters.name, headquarters.times_per_year) == ("美咲町重層的支援推進本部会議", 1)
    assert misaki.body("shochiiki-care").per_area_kind == "自治会"


def test_the_four_timings_with_their_agenda(misaki: Profile) -> None:
    assert [(timing.code, len(timing.agenda)) for timing in misaki.timings] == [
        ("plan", 3),
        ("replan", 3),
        ("closure", 2),
        ("interruption", 1),
    ]
    assert misaki.timings[0].name == "プラン策定後の評価時"
    assert misaki.timings[2].agenda[0] == "本人の目標達成状況、本人に関わる支援者の状況等の確認"


def test_the_three_patterns_of_a_final_plan(misaki: Profile) -> None:
    assert [row.code for row in misaki.finality] == ["only", "mixed", "without"]
    assert misaki.finality[2].decision == "美咲町にプランの報告を行う。"


def test_consent_retention_and_regulation(misaki: Profile) -> None:
    assert [choice.label for choice in misaki.consent.choices] == ["同意する", "同意しない", "不明"]
    assert len(misaki.consent.purposes) == len(misaki.consent.kinds) == len(misaki.consent.with_consent) == 5
    assert len(misaki.consent.exceptions) == 4
    assert (misaki.retention.years, misaki.retention.starts_on, misaki.retention.ends_on) == (
        *(5, "application"),
        "closure",
    )
    assert misaki.policy.enacted_on == datetime.date(2025, 4, 1)
    assert [section.heading for section in misaki.policy.sections] == [
        *("取組方針", "個人情報の取得方法", "利用目的", "個人情報の内容", "第三者への提供の制限"),
        *("保存期間", "安全管理措置", "継続的改善"),
    ]


def test_the_regulation_and_the_consent_lists_say_the_same(misaki: Profile) -> None:
    lists = [entry.items for section in misaki.policy.sections for entry in section.lists]

    assert lists == [
        tuple(row.text for row in misaki.consent.purposes),
        tuple(row.text for row in misaki.consent.kinds),
        tuple(row.text for row in misaki.consent.with_consent),
        tuple(row.text for row in misaki.consent.exceptions),
    ]


def test_the_town_writes_the_words_its_own_way(misaki: Profile) -> None:
    assert misaki.words.field(Field.DISABILITY) == "障がい"
    assert misaki.words.field(Field.CHILD) == "子ども"
    assert misaki.words.resident == "町民"


def test_nine_sheets_have_their_number(misaki: Profile) -> None:
    assert [sheet.number for sheet in misaki.sheets] == [
        *("別紙２－１－１", "別紙２－１－２", "別紙２－２", "別紙２－３", "別紙２－４"),
        *("別紙２－５①", "別紙２－５②", "別紙２－６", "別紙２－７"),
    ]

"""Every fault of a profile is named with its place, its value and what to write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kasane.profiles import ProfileError, load
from kasane.profiles.loader import FOLDER
from kasane.profiles.tests.documents import document, faults, row

Change = Callable[[dict[str, Any]], object]


def test_the_document_that_the_tests_change_is_sound() -> None:
    assert faults(document()) == []


CASES: list[tuple[str, Change, str]] = [
    (
        "missing value",
        lambda d: d["town"].pop("name"),
        "test.toml の town.name がありません：市町村名を文字で書いてください。",
    ),
    (
        "missing section",
        lambda d: d.pop("retention"),
        "test.toml の retention がありません：保存と廃棄を [retention] の見出しの下に書いてください。",
    ),
    (
        "unknown key with a near one",
        lambda d: d["town"].update(prefectura="岡山県"),
        "test.toml の town.prefectura ＝ 「岡山県」：知らない項目です。「prefecture」ではありませんか。",
    ),
    (
        "unknown key without a near one",
        lambda d: d["retention"].update(zzz=1),
        "test.toml の retention.zzz ＝ 1：知らない項目です。"
        "ここに書けるのは years・starts_on・ends_on・disposal です。",
    ),
    (
        "unknown section",
        lambda d: d.update(agencies=[]),
        "test.toml の agencies ＝ []：知らない項目です。「agency」ではありませんか。",
    ),
    (
        "unknown key in a row",
        lambda d: row(d, "delivery", "outreach").update(taget="町民"),
        "test.toml の delivery[outreach].taget ＝ 「町民」：知らない項目です。「target」ではありませんか。",
    ),
    (
        "number as text",
        lambda d: d["retention"].update(years="5"),
        "test.toml の retention.years ＝ 「5」：保存期間の年数を1から100までの整数で書いてください。",
    ),
    (
        "yes or no as number",
        lambda d: d["town"].update(has_welfare_office=0),
        "test.toml の town.has_welfare_office ＝ 0："
        "福祉事務所を設置しているかを true か false で書いてください。",
    ),
    (
        "true as number",
        lambda d: d["rules"].update(silence_days=True),
        "test.toml の rules.silence_days ＝ true："
        "記録のないケースを知らせるまでの日数を1から365までの整数で書いてください。",
    ),
    (
        "blank text",
        lambda d: d["plan"].update(title="　"),
        "test.toml の plan.title ＝ 「　」：計画の名前を文字で書いてください。",
    ),
    (
        "date in quotes",
        lambda d: d["policy"].update(enacted_on="2025-04-01"),
        "test.toml の policy.enacted_on ＝ 「2025-04-01」："
        "制定の日を 2025-04-01 の形で、引用符を付けずに書いてください。",
    ),
    (
        "code outside the list with a near one",
        lambda d: d["retention"].update(ends_on="clousure"),
        "test.toml の retention.ends_on ＝ 「clousure」：保存年数を数え始める日を次から選んでください。"
        "closure（支援終結日）・closure_fiscal_year_end（支援終結日の属する年度の末日）"
        "（「closure」ではありませんか）",
    ),
    (
        "reading in katakana",
        lambda d: d["town"].update(kana="ミサキチョウ"),
        "test.toml の town.kana ＝ 「ミサキチョウ」：市町村名の読みをひらがなで書いてください。",
    ),
    (
        "key with a capital letter",
        lambda d: row(d, "body", "kyogitai-1").update(key="Kyogitai"),
        "test.toml の body[Kyogitai].key ＝ 「Kyogitai」："
        "会議体のkeyを半角の英小文字・数字・ハイフンで書いてください。",
    ),
    (
        "wrong check digit of the town code",
        lambda d: d["town"].update(code="336660"),
        "test.toml の town.code ＝ 「336660」："
        "全国地方公共団体コードを検査数字まで6けたの数字で書いてください（例 「336661」）。",
    ),
    (
        "plan that ends before it begins",
        lambda d: d["plan"].update(period_to=2024),
        "test.toml の plan.period_to ＝ 2024：period_from（2025）以後の年度を書いてください。",
    ),
    (
        "text where a list belongs",
        lambda d: row(d, "delivery", "outreach").update(duties="訪問"),
        'test.toml の delivery[outreach].duties ＝ 「訪問」：業務内容を ["…", "…"] の形で書いてください。',
    ),
    (
        "work outside the five",
        lambda d: row(d, "delivery", "outreach").update(works=[6]),
        "test.toml の delivery[outreach].works[1] ＝ 6："
        "事業の番号を1から5までの整数で、[1] や [2, 4] の形で書いてください。",
    ),
    (
        "same work twice in a row",
        lambda d: row(d, "delivery", "outreach").update(works=[4, 4]),
        "test.toml の delivery[outreach].works[2] ＝ 4：同じ値を二度書かないでください。",
    ),
    (
        "text where a table belongs",
        lambda d: d.update(words="障がい"),
        "test.toml の words ＝ 「障がい」：市町村の言葉づかいを [words] の見出しの下に書いてください。",
    ),
    (
        "missing timing",
        lambda d: d["timing"].pop(),
        "test.toml の timing[interruption] がありません："
        "重層的支援会議を必ずひらく時期のうち「支援中断の決定時」を [[timing]] で書いてください。",
    ),
    (
        "missing ground of disclosure without consent",
        lambda d: d["consent"]["exception"].pop(0),
        "test.toml の consent.exception[law] がありません："
        "同意を得ずに提供する場合のうち「法令に基づく場合」を [[consent.exception]] で書いてください。",
    ),
    (
        "same pattern of finality twice",
        lambda d: d["finality"].append(dict(d["finality"][0])),
        "test.toml の finality[only].code ＝ 「only」：同じ値を二度書かないでください。",
    ),
    (
        "missing work",
        lambda d: d["work"].pop(3),
        "test.toml の work[4] がありません："
        "④アウトリーチ等を通じた継続的支援事業を [[work]] で書いてください。",
    ),
    (
        "threshold above the number of fields",
        lambda d: d["rules"].update(field_threshold=3, fields=["高齢", "障がい"]),
        "test.toml の rules.field_threshold ＝ 3：fields に並べた分野の数（2）以下にしてください。",
    ),
]


@pytest.mark.parametrize(("change", "message"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_fault_is_told_exactly_and_alone(change: Change, message: str) -> None:
    changed = document()
    change(changed)

    assert faults(changed) == [message]


def test_a_missing_program_lists_what_may_be_chosen() -> None:
    changed = document()
    row(changed, "delivery", "outreach")["program"] = "outreech"

    (message,) = faults(changed)

    assert message.startswith("test.toml の delivery[outreach].program ＝ 「outreech」：")
    assert "support_center（地域包括支援センターの運営）" in message
    assert message.endswith("（「outreach」ではありませんか）")


def test_all_faults_are_told_at_once() -> None:
    changed = document()
    changed["town"]["name"] = 3
    del changed["plan"]["title"]
    changed["retention"]["years"] = 0
    row(changed, "delivery", "outreach")["agencies"] = ["shakyou"]
    changed["colour"] = "blue"

    assert [message.split("：")[0] for message in faults(changed)] == [
        "test.toml の town.name ＝ 3",
        "test.toml の plan.title がありません",
        "test.toml の retention.years ＝ 0",
        "test.toml の colour ＝ 「blue」",
        "test.toml の delivery[outreach].agencies[1] ＝ 「shakyou」",
    ]


def test_an_empty_document_names_each_missing_section_once() -> None:
    lines = faults({})

    assert [line.removeprefix("test.toml の ").split(" がありません")[0] for line in lines] == [
        *("town", "plan", "words", "retention", "consent", "rules", "work", "agency", "area", "body"),
        *("timing", "finality", "policy"),
    ]


def test_the_error_counts_the_faults_and_lists_them(tmp_path: Path) -> None:
    path = tmp_path / "mura.toml"
    text = (FOLDER / "misaki.toml").read_text(encoding="utf-8")
    path.write_text(text.replace("years = 5", 'years = "五"'), encoding="utf-8")

    with pytest.raises(ProfileError) as caught:
        load(path)

    assert str(caught.value) == (
        "プロファイルに直すところが1件あります。\n"
        "・mura.toml の retention.years ＝ 「五」：保存期間の年数を1から100までの整数で書いてください。"
    )


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mura.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (FOLDER / "misaki.toml").read_bytes())

    assert load(str(path)).town.name == "美咲町"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "[town]\nname 美咲町\n".encode(),
            "mura.toml ＝ 2行目の6文字目：TOMLとして読めません。引用符・かっこ・＝を確かめてください。",
        ),
        (
            "[town]\nname = '美咲町'".encode("cp932"),
            "mura.toml ＝ 2行目：文字コードをUTF-8にして保存してください。",
        ),
    ],
)
def test_a_file_that_can_not_be_read_says_where(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "mura.toml"
    path.write_bytes(content)

    with pytest.raises(ProfileError) as caught:
        load(path)

    assert [str(problem) for problem in caught.value.problems] == [message]


def test_an_unknown_name_suggests_a_known_one() -> None:
    with pytest.raises(ProfileError) as caught:
        load("misaky")

    assert "「misaky」：プロファイルが見つかりません。使える名前は " in str(caught.value)
    assert "（「misaki」ではありませんか）" in str(caught.value)

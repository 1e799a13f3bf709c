"""The three first sheets hold every item, blank and filled in, in the order staff expect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace

import pytest

from kasane.sheets.document import Sheet
from kasane.sheets.paper.application import ApplicationData, application_2_2
from kasane.sheets.paper.intake import IntakeData, intake_2_1_1
from kasane.sheets.paper.plan import PlanData, PlanItemData, plan_2_4
from kasane.sheets.paper.town import Town
from kasane.sheets.render import render_pdf
from kasane.sheets.tests.reading import printed, reader, squeezed
from kasane.sheets.tests.samples import APPLICATION, INTAKE, INTAKE_OPTIONS, PLAN, PLAN_OPTIONS, TOPICS, TOWN

INTAKE_ITEMS = (
    "受付日 受付機関 受付者 受付方法 相談に来られた方 氏名 ふりがな 本人との関係 続柄・機関名等 連絡先 "
    "ご本人 氏名 ふりがな 性別(任意) 生年月日・年齢 住所 電話 世帯の状況 相談の概要 相談内容の分類 "
    "緊急性 緊急の内容 関わっている機関 対応 対応の理由 情報提供・情報収集への同意 確認日 確認方法 同意の範囲"
)
APPLICATION_ITEMS = (
    "ID(ケース番号) 受付日 受付者 ふりがな 性別(任意) 氏名 生年月日・年齢 住所 電話(自宅) 電話(携帯) メール "
    "来談者 氏名 電話 本人との関係 ご相談の内容 具体的な相談・希望 個人情報管理・取扱規程の説明を受けました "
    "支援の利用を申し込みます 関係機関と情報を共有することに同意します 共有する範囲 共有から除く機関 説明した人 "
    "申込日 本人署名 代筆 代理人 その理由"
)
PLAN_ITEMS = (
    "プラン回数 初回 再プラン 作成日 作成者 解決したい課題 本人・世帯の望む姿 長期目標 短期目標 "
    "課題 支援内容 担当機関・担当者 頻度 期間 本人の取組 主担当機関 参加支援の利用 理由 "
    "アウトリーチ利用 理由 支援決定前の開始 開始日・理由 プラン期間 次回モニタリング 重層的支援会議 開催日 参加機関 意見 適切性の判断 "
    "支援決定・確認 日付 決裁 本人の同意 同意日 本人署名 代筆"
)

BLANK: dict[str, Sheet] = {
    INTAKE_ITEMS: intake_2_1_1(IntakeData(INTAKE_OPTIONS), TOWN),
    APPLICATION_ITEMS: application_2_2(ApplicationData(APPLICATION.options), TOWN),
    PLAN_ITEMS: plan_2_4(PlanData(PLAN_OPTIONS), TOWN),
}


@pytest.mark.parametrize(("items", "sheet"), BLANK.items(), ids=["2-1-1", "2-2", "2-4"])
def test_a_blank_sheet_holds_every_item_in_order(items: str, sheet: Sheet) -> None:
    text = printed(render_pdf(sheet))
    position = 0
    for item in items.split(" "):
        found = text.find(item, position)
        assert found >= 0, f"{item} が順番どおりにありません"
        position = found + len(item)


@pytest.mark.parametrize(
    ("sheet", "pages"), list(zip(BLANK.values(), (1, 1, 2), strict=True)), ids=["2-1-1", "2-2", "2-4"]
)
def test_a_blank_sheet_takes_no_more_paper_than_needed(sheet: Sheet, pages: int) -> None:
    assert len(reader(render_pdf(sheet)).pages) == pages


def entered_texts(data: object) -> list[str]:
    """Every free text of the data; keys of choices are not printed as such."""
    keys = {"sex", "channel", "relation", "urgency", "response", "consent", "main_topic", "proxy", "round"}
    keys |= {"participation", "outreach", "early_start", "judgement", "decision", "options", "topics"}
    found: list[str] = []
    assert is_dataclass(data)
    for item in fields(data):
        value = getattr(data, item.name)
        if item.name in keys or value is None:
            continue
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, tuple):
            found += [text for part in value if is_dataclass(part) for text in entered_texts(part)]
    return [text for text in found if text]


@pytest.mark.parametrize(
    ("data", "build"),
    [(INTAKE, intake_2_1_1), (APPLICATION, application_2_2), (PLAN, plan_2_4)],
    ids=["2-1-1", "2-2", "2-4"],
)
def test_everything_entered_stands_on_the_sheet(data: object, build: Callable[..., Sheet]) -> None:
    text = printed(render_pdf(build(data, TOWN)))
    entered = entered_texts(data)
    assert len(entered) > 15
    for value in entered:
        assert squeezed(value) in text, value


def test_all_sixteen_topics_are_printed_with_their_marks() -> None:
    text = printed(render_pdf(intake_2_1_1(INTAKE, TOWN)))
    assert "○介護◎ひきこもり・不登校DV・虐待" in text
    for _, label in TOPICS:
        assert label in text


def test_consent_is_one_of_three_and_unknown_is_not_silence() -> None:
    """R-INT-01"""
    text = printed(render_pdf(intake_2_1_1(replace(INTAKE, consent="o2"), TOWN)))
    assert "☐同意する☐同意しない☑不明" in text


def test_agreements_are_ticked_only_when_given() -> None:
    """R-COOR-01"""
    text = printed(render_pdf(application_2_2(replace(APPLICATION, agrees_to_sharing=False), TOWN)))
    assert "☑支援の利用を申し込みます☐関係機関と情報を共有することに同意します" in text


def test_a_plan_of_many_items_runs_over_pages_complete() -> None:
    """R-COOR-04"""
    items = tuple(
        PlanItemData(f"課題{n:02d}", f"支援{n:02d}を行う", "社会福祉協議会", "週1回", "半年", f"取組{n:02d}")
        for n in range(40)
    )
    pdf = render_pdf(plan_2_4(replace(PLAN, items=items), TOWN))
    text = printed(pdf)
    assert len(reader(pdf).pages) >= 3
    for n in range(40):
        assert f"課題{n:02d}支援{n:02d}を行う" in text and f"取組{n:02d}" in text


def test_a_town_renames_hides_and_adds_items_but_can_not_hide_a_required_one() -> None:
    town = Town(
        "北栄町",
        labels={"intake.agency": "受付した窓口"},
        hidden=frozenset({"intake.sex", "intake.outline", "intake.consent"}),
    )
    data = replace(INTAKE, extra=(("地区の民生委員", "田中"),))
    text = printed(render_pdf(intake_2_1_1(data, town)))
    assert "受付した窓口" in text and "受付機関" not in text
    assert "性別" not in text
    assert "相談の概要" in text and "情報提供・情報収集への同意" in text
    assert "地区の民生委員田中" in text


@pytest.mark.parametrize("data", [IntakeData(INTAKE_OPTIONS), INTAKE], ids=["blank", "filled"])
def test_the_intake_sheet_to_sign_keeps_to_one_page(data: IntakeData) -> None:
    """The words on sharing and the line to sign stand on the same side of the paper (R-INT-01)."""
    notice = "このご相談のことを、関係する機関にも伝えて、いっしょに考えてもよいですか。" * 3
    sheet = intake_2_1_1(replace(data, notice=notice), TOWN)
    text = printed(render_pdf(sheet))
    assert len(reader(render_pdf(sheet)).pages) == 1
    assert squeezed("いっしょに考えてもよいですか") in squeezed(text)
    assert "本人署名" in squeezed(text)

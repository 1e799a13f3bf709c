"""A profile names only items that its papers have (R-DEL-05)."""

from __future__ import annotations

import pytest

from kasane.profiles.tests.documents import document, faults


def paper(**values: object) -> list[str]:
    changed = document()
    changed["paper"] = values
    return faults(changed)


@pytest.mark.parametrize(
    "name", ["referral.sender", "plan.title", "minutes.title", "minutes.欠席", "plan.ID(ケース番号)"]
)
def test_items_titles_and_usual_words_may_be_called_otherwise(name: str) -> None:
    assert paper(labels={name: "町の言葉"}) == []


def test_an_item_may_be_left_out() -> None:
    assert paper(hidden=["intake.sex", "participation_plan.frequency"]) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("referral.sendr", "この帳票に、この項目はありません。「sender」ではありませんか。"),
        ("plan.zzz", "この帳票に、この項目はありません。"),
        ("minutes.zzz", "この帳票に、この項目はありません。"),
        ("plan.", "この帳票に、この項目はありません。"),
        ("refferal.sender", "知らない帳票です。「referral」ではありませんか。"),
    ],
)
def test_a_label_of_an_unknown_item_is_refused_with_its_name_and_the_file(name: str, said: str) -> None:
    assert paper(labels={name: "町の言葉"}) == [f"test.toml の paper.labels.{name} ＝ 「{name}」：{said}"]


@pytest.mark.parametrize("name", ["intake.sexx", "plan.title", "minutes.欠席", "sex", "zzz.sex"])
def test_an_unknown_item_is_not_left_out(name: str) -> None:
    (fault,) = paper(hidden=[name])
    assert fault.startswith(f"test.toml の paper.hidden ＝ 「{name}」：")

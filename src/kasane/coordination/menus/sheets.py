"""The items of 2-5① and 2-5② in the order of the paper, and which of them the conference needs."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.coordination.menus.choices import Agreement, MenuSheet


@dataclass(frozen=True)
class Item:
    """One item of a sheet: `rows` of its text area, 0 for one line; `needed` before a conference."""

    key: str
    label: str
    rows: int = 3
    needed: bool = False
    help_text: str = ""


SHEETS: dict[str, tuple[Item, ...]] = {
    MenuSheet.PARTICIPATION: (
        Item("ties", "つながりの状態", needed=True, help_text="いま、だれと、どこと、どんなつながりがあるか"),
        Item("wish", "望む参加", needed=True, help_text="本人の言葉で"),
        Item("steps", "段階的な目標", needed=True, help_text="はじめの一歩から、無理のない順に"),
        Item("menu", "支援メニュー・受け入れ先", needed=True),
        Item("staff", "担当", rows=0, needed=True),
        Item("frequency", "頻度", rows=0),
        Item("host_support", "受け入れ先への支援", help_text="受け入れ先の人に伝えること、困ったときの相談先"),
        Item("settling", "定着支援の方法", help_text="通い始めたあと、続けられるように何をするか"),
    ),
    MenuSheet.OUTREACH: (
        Item("noticed", "把握の経緯", needed=True, help_text="だれから、どのように知ったか"),
        Item("known", "把握できている情報と情報源", needed=True, rows=4),
        Item("agreement", "同意の有無", rows=0, needed=True),
        Item("key_person", "キーパーソン", rows=0, help_text="本人が話を聞く人、家族の中で連絡のとれる人"),
        Item("approach", "関わりの切り口", help_text="本人が関心をもつこと、困っていること"),
        Item("arranging", "事前調整", help_text="家族・関係機関と打ち合わせておくこと"),
        Item("reaching", "働きかけの方法と頻度", needed=True),
        Item("emergency", "緊急時の対応", needed=True, help_text="だれが、どこへ、どう連絡するか"),
        Item("confirmed", "支援会議で確認した事項", help_text="同意の前に支援会議で話し合ったこと(法106条の6)"),
    ),
}  # fmt: skip


def words_of(sheet: str, answers: dict[str, str]) -> list[tuple[str, str]]:
    """The items with what was written, in the order of the paper: for screens, history and sheets."""
    return [(item.label, _word(item.key, answers.get(item.key, ""))) for item in SHEETS[sheet]]


def _word(key: str, value: str) -> str:
    if key == "agreement" and value in Agreement.values:
        return str(Agreement(value).label)
    return value

"""The forms of 2-5① and 2-5②."""

from __future__ import annotations

from typing import Any

from kasane.base.forms import ChipChoiceField, KindsField, Section, SectionedForm, WarekiField, text
from kasane.base.kinds import DataKind
from kasane.cases.formpage import VersionForm
from kasane.coordination.forms.fields import half, quick
from kasane.coordination.menus.choices import Agreement, Ending, MenuSheet
from kasane.coordination.menus.sheets import SHEETS, Item

SECTIONS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    MenuSheet.PARTICIPATION: (
        ("本人の様子と望み", ("ties", "wish", "steps")),
        ("参加の場と担当", ("menu", "staff", "frequency")),
        ("受け入れ先と定着", ("host_support", "settling")),
    ),
    MenuSheet.OUTREACH: (
        ("いま分かっていること", ("noticed", "known", "agreement", "key_person")),
        ("働きかけ", ("approach", "arranging", "reaching", "emergency")),
        ("支援会議", ("confirmed",)),
    ),
}


class MenuForm(VersionForm, SectionedForm):
    """One sheet: its items from `sheets.SHEETS`, when it is evaluated, and its kinds of data."""

    made_on = half(WarekiField(label="作成日"))
    evaluate_on = half(
        quick(
            WarekiField(
                label="評価時期", required=False, help_text="その日が近づくと「今日やること」に出ます。"
            ),
            "90,180,365",
        )
    )
    kinds = KindsField(label="書いた情報の種類", initial=int(DataKind.LIFE))

    def __init__(self, *args: Any, sheet: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = SHEETS[sheet]
        for item in self.items:
            self.fields[item.key] = _field(item)
        self.SECTIONS: tuple[Section, ...] = (
            *(Section(title, keys, key=keys[0]) for title, keys in SECTIONS[sheet]),
            Section("作成と評価", ("made_on", "evaluate_on"), key="period"),
            Section("情報の種類", ("kinds",), folded=True, key="kinds"),
        )

    def values(self) -> dict[str, Any]:
        """Fields of MenuPlan."""
        typed = self.cleaned_data
        answers = {item.key: typed[item.key] for item in self.items if typed.get(item.key)}
        return {"answers": answers, "evaluate_on": typed["evaluate_on"], "kinds": typed["kinds"]}


def _field(item: Item) -> Any:
    if item.key == "agreement":
        return ChipChoiceField(label=item.label, choices=Agreement.choices, required=False)
    needed = (
        f"{item.help_text}{'。' if item.help_text else ''}会議に出すときに要ります。"
        if item.needed
        else item.help_text
    )
    field = text(item.label, rows=item.rows, help_text=needed)
    return field if item.rows else half(field)


class EndForm(SectionedForm):
    """終結 or 中断, with its reason."""

    ending = ChipChoiceField(label="終わり方", choices=Ending.choices)
    reason = text("終える理由", required=True, rows=4)

    SECTIONS = (Section("終わり方", ("ending", "reason"), key="end"),)

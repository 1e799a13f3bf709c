"""名寄せ: what a coordinator decides on a pair (R-PEO-02)."""

from __future__ import annotations

from kasane.base.forms import ChipChoiceField, Section, SectionedForm, text

DECISIONS = (
    ("same", "同じ人です"),
    ("different", "別の人です"),
    ("open", "まだ分からない(候補に戻す)"),
)


class DecisionForm(SectionedForm):
    """The judgement and what it rests on."""

    decision = ChipChoiceField(label="判断", choices=DECISIONS)
    reason = text(
        "何で確かめましたか",
        max_length=400,
        rows=2,
        help_text="住民票、本人に聞いた、担当者どうしで確かめた など",
    )

    SECTIONS = (Section("判断", ("decision", "reason"), key="decision"),)

    def __init__(self, *args, state: str, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offered: list[tuple[str, str]] = [one for one in DECISIONS if one[0] != state]
        self.fields["decision"].choices = offered  # type: ignore[attr-defined]

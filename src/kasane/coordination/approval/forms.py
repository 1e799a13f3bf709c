"""The forms of 起案 and 決裁."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from kasane.base.forms import ChipChoiceField, Section, SectionedForm, WarekiField, text
from kasane.coordination.forms.fields import half
from kasane.coordination.models import PlanItem

DECIDES, REFUSES = "yes", "no"


class DraftForm(SectionedForm):
    """起案: the day, its number, and the words of the 伺い."""

    drafted_on = half(WarekiField(label="起案日"))
    number = half(text("起案番号", max_length=60))
    text = text("伺いの内容", rows=12, help_text="プランから書いてあります。理由や経過を書き足せます。")

    SECTIONS = (Section("起案", ("drafted_on", "number", "text"), key="draft"),)


class StepForm(SectionedForm):
    """One answer on the way to the decision."""

    answered_on = half(WarekiField(label="確認した日"))
    note = text("付記・差し戻しの理由", rows=3)

    SECTIONS = (Section("確認", ("answered_on", "note"), key="step"),)


class DecisionForm(SectionedForm):
    """支援決定: the day, its number, a word to it, and the answer to each line of ② and ④ (R-COOR-06)."""

    decided_on = half(WarekiField(label="決定日"))
    number = half(text("決裁番号", max_length=60))
    note = text(
        "付記・差し戻しの理由", rows=3, help_text="差し戻すときは、直してほしいことを書いてください。"
    )
    substitute = text(
        "代決の理由", help_text="決裁者が不在などのため管理職が代わって決裁するときに書きます。"
    )

    SECTIONS: tuple[Section, ...] = (
        Section("決定", ("decided_on", "number", "note"), key="decision"),
        Section("代決", ("substitute",), folded=True, key="substitute"),
    )

    def __init__(self, *args: Any, items: Sequence[PlanItem] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = {str(item.id): item.id for item in items}
        names = []
        for item in items:
            answer, reason = f"item_{item.id}", f"reason_{item.id}"
            self.fields[answer] = ChipChoiceField(
                label=f"{item.get_service_display()}: {item.support}({item.agency.name})",
                choices=[(DECIDES, "支援決定する"), (REFUSES, "支援決定しない")],
                initial=DECIDES,
                required=False,
            )
            self.fields[reason] = text("支援決定しない理由", max_length=400)
            names += [answer, reason]
        if names:
            lead = "支援内容ごとに決めます。支援決定しないものは、理由を書きます。その支援は始まらず、担当の機関に知らされません。"
            self.SECTIONS = (
                Section("支援内容ごとの決定", tuple(names), lead=lead, key="items"),
                *self.SECTIONS,
            )

    def refused(self) -> dict[UUID, str]:
        """The lines not decided on, each with its reason."""
        typed = self.cleaned_data
        return {
            one: typed.get(f"reason_{key}", "")
            for key, one in self.lines.items()
            if typed.get(f"item_{key}") == REFUSES
        }

"""The form of 外部への情報提供."""

from __future__ import annotations

from typing import Any

from kasane.base.choices import ContactMethod
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, KindsField, Section, SectionedForm, WarekiField, text
from kasane.base.kinds import DataKind
from kasane.cases.models import TellingPurpose


class TellingForm(SectionedForm):
    """Whom one told what, when, how and what for."""

    recipient = text("伝えた相手", required=True, max_length=120, help_text="機関と人。例: ○○病院 医療相談室")
    on = WarekiField(label="伝えた日", required=True, initial=today)
    way = ChipChoiceField(label="伝えた方法", choices=ContactMethod.choices)
    purpose = ChipChoiceField(label="目的", choices=TellingPurpose.choices)
    content = text("伝えた内容", required=True, rows=5)
    kinds = KindsField(
        initial=int(DataKind.BASIC), help_text="伝えた情報の種類。本人の同意の範囲にあるかを確かめます。"
    )

    SECTIONS = (
        Section("だれに、いつ", ("recipient", "on", "way", "purpose"), key="who"),
        Section("何を", ("content", "kinds"), key="what"),
    )

    def values(self) -> dict[str, Any]:
        """What `telling.actions.tell` takes."""
        return dict(self.cleaned_data)

"""The form of an agency's own lines: a press each, a word where it helps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from kasane.base.dates import short_wareki
from kasane.base.forms import ChipChoiceField, Section, SectionedForm, text
from kasane.coordination.choices import Progress
from kasane.coordination.models import PlanItem, ProgressReport


class ProgressForm(SectionedForm):
    """Each own line of the plan with its five words (R-COOR-07)."""

    def __init__(
        self, *args: Any, items: Sequence[PlanItem], told: Mapping[UUID, ProgressReport], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        sections = []
        for place, item in enumerate(items, 1):
            how, words = f"progress_{item.id}", f"note_{item.id}"
            self.fields[how] = ChipChoiceField(label="進みぐあい", choices=Progress.choices, required=False)
            self.fields[words] = text("ひとこと")
            before = told.get(item.id)
            lead = " ".join(filter(None, (item.frequency, item.period, item.staff)))
            if before is not None:
                lead = f"{lead} {short_wareki(before.reported_on)}に「{before.get_progress_display()}」と知らせました。"
            sections.append(Section(item.support, (how, words), lead=lead.strip(), key=f"item-{place}"))
        self.SECTIONS = tuple(sections)

    def progress_values(self) -> dict[UUID, tuple[str, str]]:
        """What `actions.report` takes."""
        values = self.cleaned_data
        return {item.id: (values[f"progress_{item.id}"], values[f"note_{item.id}"]) for item in self.items}

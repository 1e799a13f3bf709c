"""What a member answers when asked to check the minutes."""

from __future__ import annotations

from typing import Any

from django import forms

from kasane.base.forms import text
from kasane.conferences.models import AgendaItem


class CheckForm(forms.Form):
    """会議録を確かめた: nothing to mend, or what and where."""

    item = forms.ChoiceField(label="どの議題の", required=False)
    remark = text("直してほしいところ", rows=2, help_text="なければ空欄のままでかまいません。")

    def __init__(self, data: Any = None, *, items: list[AgendaItem], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.items = {str(item.id): item for item in items}
        self.fields["item"].choices = [(key, item.title) for key, item in self.items.items()]  # type: ignore[attr-defined]

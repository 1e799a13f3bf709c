"""これからどうするか, and the next date of who supports the person themselves (R-INT-03, R-INT-06, R-INT-08)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms

from kasane.agencies.actors import Actor
from kasane.agencies.models import User
from kasane.agencies.queries import staff_of
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, ChipsField, Section, SectionedForm, WarekiField, text
from kasane.intake import rules
from kasane.intake.cards import UNCLEAR
from kasane.intake.forms.ground import place
from kasane.intake.models import Likely, Outcome

REASONS = (
    "この機関で支えられる内容",
    "本人がこの機関を希望",
    "専門の機関の支援が要る",
    "課題が重なり、一つの機関では解けない",
    "同意が得られていない",
    "まず会いに行く必要がある",
    "制度や窓口の案内で足りる",
    "行き先を相談したい",
)
"""Reasons that desks give most; a chip saves typing, one's own words come after it."""


class TriageForm(SectionedForm):
    """対応: the outcome comes from the card that was pressed, the reason is always kept (R-INT-03)."""

    outcome = forms.ChoiceField(
        choices=[*Outcome.choices, (UNCLEAR, "行き先が分からない")], widget=forms.HiddenInput, required=True
    )
    assistance = ChipChoiceField(
        label="生活保護を要するおそれはありますか",
        choices=Likely.choices,
        help_text="暮らしのお金や住まいの相談では、いつも考えます。「ある」のときは、先に生活保護のことを本人に伝えます。",
    )
    phrases = ChipsField(label="理由(選べます)", choices=[(word, word) for word in REASONS], required=False)
    reason = text("そう決めた理由", rows=3, help_text="選んだことばに続けて残ります。")

    SECTIONS = (Section("対応の理由", ("assistance", "phrases", "reason"), key="reason"),)

    def __init__(self, *args: Any, topics: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not rules.asks_assistance(topics):
            del self.fields["assistance"]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        own = (values.get("reason") or "").strip()
        words = "。".join([*values.get("phrases", ()), *filter(None, [own])])
        if not words and "reason" not in self.errors:
            self.add_error("reason", "そう決めた理由を選ぶか、書いてください。")
        values["reason"] = words
        return values

    @property
    def way(self) -> Outcome:
        """The outcome that is kept; 「行き先が分からない」 is a つなぎ (R-INT-06)."""
        chosen = self.cleaned_data["outcome"]
        return Outcome.REFER if chosen == UNCLEAR else Outcome(chosen)

    @property
    def to_center(self) -> bool:
        return bool(self.cleaned_data["outcome"] == UNCLEAR)


class NextDateForm(SectionedForm):
    """自分の機関で支援する: when, what, who."""

    due_on = WarekiField(label="次に会う・連絡する日")
    what = text("すること", required=True, initial="本人に連絡する", help_text="家庭訪問、面談、電話など")
    assignee = forms.ModelChoiceField(label="だれが", queryset=User.objects.none(), empty_label=None)

    SECTIONS = (Section("次の予定", ("due_on", "what", "assignee"), key="next"),)

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colleagues = staff_of([by.agency.id]).values("user_id")
        self.fields["assignee"].queryset = User.objects.filter(pk__in=colleagues)  # type: ignore[attr-defined]
        self.fields["assignee"].initial = by.user.pk
        self.fields["due_on"].widget.attrs |= {"data-date-quick": "1,3,7,14,30", "autofocus": True}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("due_on"):
            found = rules.next_date_obstacles(
                is_open=True, writes=True, due_on=values["due_on"], today=today()
            )
            place(self, found, {"past": "due_on"})
        return values

"""What is chosen before copies are made: for whom, with which sheets, on which paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from kasane.base.forms import ChipChoiceField, ChipsField
from kasane.base.ids import new_id
from kasane.conferences.copies.queries import Recipient
from kasane.conferences.models import Answer
from kasane.sheets.panels import NAMES

ONE_FILE, EACH = "one", "each"
_NAMES = NAMES | {"2-5": "参加支援・アウトリーチ等プラン"}
"""One chip for 2-5① and 2-5②: an item brings the one it is about."""


class PackForm(forms.Form):
    """会議資料一式. Who is at the table on the day is chosen from the start; who already has a copy, or has
    still to confirm the duty of secrecy, is not."""

    people = forms.MultipleChoiceField(
        label="渡す人", error_messages={"required": "渡す人を選んでください。"}
    )
    sheets = ChipsField(
        label="入れる様式", required=False, help_text="会議の時期に合うものだけが、議題ごとに入ります。"
    )
    way = ChipChoiceField(
        label="作り方",
        choices=[(ONE_FILE, "印刷用に一つのPDF"), (EACH, "一人に一つのPDF(ZIP)")],
        error_messages={"required": "作り方を選んでください。"},
    )
    both_sides = forms.BooleanField(
        label="両面で印刷する(次の人の資料を、新しい紙から始めます)", required=False
    )
    batch = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, recipients: Sequence[Recipient], codes: Sequence[str], **kwargs: Any
    ) -> None:
        initial = {
            "people": [str(one.member.id) for one in recipients if _usual(one)],
            "sheets": list(codes),
            "way": ONE_FILE,
            "both_sides": True,
            "batch": new_id(),
        }
        super().__init__(data, initial=initial, **kwargs)
        self.recipients = {str(one.member.id): one for one in recipients}
        self.fields["people"].choices = [(key, one.member.name) for key, one in self.recipients.items()]  # type: ignore[attr-defined]
        self.fields["sheets"].choices = [(code, f"{code} {_NAMES[code]}") for code in codes]  # type: ignore[attr-defined]
        if not codes:
            del self.fields["sheets"]

    @property
    def ticked(self) -> set[str]:
        """Who is ticked on the page."""
        return {str(key) for key in self["people"].value() or ()}

    @property
    def chosen(self) -> list[Recipient]:
        """The recipients that were ticked, in the order of the members."""
        ticked = set(self.cleaned_data["people"])
        return [one for key, one in self.recipients.items() if key in ticked]


def _usual(one: Recipient) -> bool:
    at_the_table = one.member.answer not in (Answer.ABSENT, Answer.ONLINE)
    return at_the_table and not one.waits and not any(copy.is_outstanding for copy in one.copies)

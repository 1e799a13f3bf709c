"""情報提供依頼: asking, and an answer form made of just what was asked (R-COOR-03)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from datetime import timedelta
from typing import Any

from django import forms

from kasane.agencies.models import Agency
from kasane.base.dates import today
from kasane.base.forms import (
    ChipChoiceField,
    ChipsField,
    Section,
    SectionedForm,
    WarekiField,
    WarekiInput,
    text,
)
from kasane.coordination.choices import ASKED, ASKED_SECTIONS, SECTION_KINDS, PartSection, Source
from kasane.coordination.forms import PART_FORMS
from kasane.coordination.models import InformationRequest
from kasane.coordination.requests.actions import Told

DUE = timedelta(days=14)


class AskForm(SectionedForm):
    """Whom, what, why, until when."""

    receivers = forms.ModelMultipleChoiceField(
        label="依頼する機関",
        queryset=Agency.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    sections_asked = ChipsField(label="教えてほしい項目(2-3)", required=False)
    question = text("聞きたいこと", rows=3, help_text="項目のほかに、具体的に聞きたいことがあれば書きます。")
    question_section = ChipChoiceField(
        label="聞きたいことは、どの項目のことですか", required=False,
        help_text="この項目の情報として、同意の範囲を確かめます。",
    )  # fmt: skip
    reason = text("依頼の理由", rows=3, help_text="なぜ知りたいか、何に使うか。依頼先の機関が読みます。")
    due_on = WarekiField(
        label="いつまでに", required=False, widget=WarekiInput({"data-date-quick": "7,14,30"})
    )
    SECTIONS = (
        Section(
            "だれに", ("receivers",), key="who", lead="選んだ機関に同じ依頼が届きます。ケースのほかの内容は、依頼しても見えません。",
        ),
        Section("何を", ("sections_asked", "question", "question_section"), key="what"),
        Section("なぜ、いつまでに", ("reason", "due_on"), key="why"),
    )  # fmt: skip

    def __init__(
        self,
        data: Any = None,
        *,
        agencies: Iterable[Agency],
        shared: Mapping[Any, int],
        kinds: int,
        **kwargs: Any,
    ) -> None:
        """`shared`: what the person shares with each agency; `kinds`: what the asking desk works with itself."""
        super().__init__(data, **kwargs)
        offered = [one for one in agencies if shared.get(one.id)]
        receivers: Any = self.fields["receivers"]
        receivers.queryset = Agency.objects.filter(pk__in=[one.id for one in offered])
        receivers.choices = [(str(one.id), one.name) for one in offered]
        most = 0
        for one in offered:
            most |= shared[one.id]
        sections = [
            (one.value, one.label) for one in ASKED_SECTIONS if not SECTION_KINDS[one] & ~(most & kinds)
        ]
        self.fields["sections_asked"].choices = sections  # type: ignore[attr-defined]
        self.fields["question_section"].choices = sections  # type: ignore[attr-defined]
        self.initial.setdefault("due_on", today() + DUE)

    def request_values(self) -> dict[str, Any]:
        """What `actions.ask` takes."""
        values = dict(self.cleaned_data)
        return {
            "to": list(values.pop("receivers")),
            "sections": values.pop("sections_asked"),
            **values,
        }


class ReplyForm(SectionedForm):
    """Only the items of the sections that were asked for and that the person still shares (R-DIS-04)."""

    can_answer = ChipChoiceField(
        label="この依頼に", choices=[("yes", "回答する"), ("no", "回答できない")], initial="yes"
    )
    decline_reason = text("回答できない理由", rows=2, help_text="「回答できない」を選んだときに書きます。")
    known_on = WarekiField(label="いつ時点のことか")
    sources = ChipsField(label="何から分かったことか", choices=Source.choices, required=False)
    source_note = text("情報源の補足", help_text="面談の日、書類の名前など")

    def __init__(self, data: Any = None, *, request: InformationRequest, shared: int, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.request = request
        self.told = [one for one in request.sections if not SECTION_KINDS[one] & ~shared]
        self.kept = [one for one in request.all_sections if SECTION_KINDS[one] & ~shared]
        self.asks = bool(request.question) and request.question_section not in self.kept
        for section in self.told:
            for name in PART_FORMS[section].ITEMS:
                self.fields[_item(section, name)] = _optional(PART_FORMS[section].base_fields[name])
        if self.asks:
            self.fields["question_answer"] = text("聞かれたことへの答え", rows=4, help_text=request.question)

    def sections(self):  # type: ignore[no-untyped-def]
        asked = [Section("聞かれたこと", ("question_answer",), key="question")] if self.asks else []
        items = [
            Section(
                str(PartSection(section).label),
                tuple(_item(section, name) for name in PART_FORMS[section].ITEMS),
                key=section,
                lead="分かるところだけでかまいません。",
            )
            for section in self.told
        ]
        self.SECTIONS = (
            Section("回答", ("can_answer", "decline_reason"), key="whether"),
            *asked,
            *items,
            Section("情報源", ("known_on", "sources", "source_note"), key="source"),
        )
        return super().sections()

    @property
    def declines(self) -> bool:
        return bool(self.cleaned_data["can_answer"] == "no")

    def told_values(self) -> list[Told]:
        """What `actions.answer` takes."""
        answers = {section: self._answers(section) for section in self.told}
        if self.asks and self.cleaned_data["question_answer"].strip():
            place = answers.setdefault(self.request.question_section, {})
            place[ASKED] = [
                {"question": self.request.question, "answer": self.cleaned_data["question_answer"]}
            ]
        return [
            Told(
                section,
                values,
                known_on=self.cleaned_data["known_on"],
                sources=self.cleaned_data["sources"],
                source_note=self.cleaned_data["source_note"],
            )
            for section, values in answers.items()
        ]

    def _answers(self, section: str) -> dict[str, Any]:
        found = {name: self.cleaned_data[_item(section, name)] for name in PART_FORMS[section].ITEMS}
        return {name: value for name, value in found.items() if value not in ("", [], None)}


def _item(section: str, name: str) -> str:
    return f"{section}-{name}"


def _optional(field: forms.Field) -> forms.Field:
    """An item of the sheet as an agency answers it: as far as it knows."""
    found = deepcopy(field)
    found.required = False
    return found


class TakeBackForm(forms.Form):
    note = text("取り下げの理由", help_text="書かなくてもかまいません。")

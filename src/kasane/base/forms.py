"""Form ground: sections, Japanese dates, chips, kinds of data, repeated rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from kasane.base.dates import parse_date, wareki
from kasane.base.kinds import KIND_CHOICES, DataKind, combine
from kasane.base.tidy import tidy_letters
from kasane.base.words import read_clock, split_clock


@dataclass(frozen=True)
class Section:
    """A group of fields on screen: its title, a sentence of what to do, and whether it opens folded.

    `opens_on`: the field and its answer with which a folded section stands open.
    """

    title: str
    fields: tuple[str, ...]
    lead: str = ""
    folded: bool = False
    key: str = ""
    opens_on: tuple[str, str] | None = None


@dataclass(frozen=True)
class BoundSection:
    """A section with its bound fields, as `portal/forms/section.html` draws it."""

    section: Section
    fields: list[forms.BoundField]
    wanted: bool = False
    """The answer with which it stands open is given."""

    @property
    def opens_on(self) -> str:
        """The answer with which it opens, as the page tells it to its script: `conclusion=interrupt`."""
        return "=".join(self.section.opens_on or ())

    @property
    def title(self) -> str:
        return self.section.title

    @property
    def lead(self) -> str:
        return self.section.lead

    @property
    def key(self) -> str:
        return self.section.key

    @property
    def open(self) -> bool:
        return not self.section.folded


class SectionedForm(forms.Form):
    """A long sheet drawn as short sections. `SECTIONS` names every field once, in the order of the paper."""

    SECTIONS: tuple[Section, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            verb = "選んで" if isinstance(field, forms.ChoiceField) else "入れて"
            field.error_messages["required"] = f"{field.label}を{verb}ください。"

    def sections(self) -> Iterator[BoundSection]:
        for section in self.SECTIONS:
            fields = [self[name] for name in section.fields if name in self.fields]
            yield BoundSection(section, fields, wanted=self._gives(section.opens_on))

    def _gives(self, answer: tuple[str, str] | None) -> bool:
        return answer is not None and str(self[answer[0]].value() or "") == answer[1]


class WarekiInput(forms.TextInput):
    """A text field that shows 令和7年4月1日 and takes any way of writing a date."""

    template_name = "django/forms/widgets/text.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "date-input", "autocomplete": "off", "data-date": "", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, date):
            return wareki(value)
        return None if value in (None, "") else str(value)


class WarekiField(forms.Field):
    """A date in either calendar; the answer in `cleaned_data` is a `date` or None."""

    widget = WarekiInput

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        try:
            return parse_date(str(value))
        except ValueError as error:
            raise forms.ValidationError(str(error), code="invalid") from error


class ClockField(forms.Field):
    """A time as people write or say it: 10:30, 10時半, 午後2時."""

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values:
            return None
        try:
            return read_clock(str(value))
        except ValueError as error:
            raise forms.ValidationError(str(error), code="invalid") from error


class MomentField(forms.MultiValueField):
    """日時: a date in either calendar and a time (HH:MM, may be left empty: noon).

    Both may be said in one go in the first part (昨日 10時); this is then the time, whatever stood in the second before.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", MomentWidget())
        super().__init__(
            fields=(WarekiField(), ClockField(required=False)), require_all_fields=False, **kwargs
        )

    def clean(self, value: Any) -> datetime | None:
        if isinstance(value, list) and value and isinstance(value[0], str):
            day, clock = split_clock(value[0])
            if clock and not day:
                raise forms.ValidationError(f"日も入れてください(例 きょう {clock})。")
            if clock:
                value = [day, clock]
        result: datetime | None = super().clean(value)
        return result

    def compress(self, data_list: list[Any]) -> datetime | None:
        if not data_list or data_list[0] is None:
            return None
        day, clock = data_list[0], data_list[1] if len(data_list) > 1 else None
        moment = datetime.combine(day, clock) if clock else datetime(day.year, day.month, day.day, 12, 0)
        return timezone.make_aware(moment)


class MomentWidget(forms.MultiWidget):
    def __init__(self) -> None:
        clock = forms.TextInput(attrs={"class": "time-input", "placeholder": "10:30", "aria-label": "時刻"})
        super().__init__({"day": WarekiInput({"data-date-clock": ""}), "time": clock})

    def decompress(self, value: datetime | None) -> list[Any]:
        if value is None:
            return [None, None]
        local = timezone.localtime(value)
        return [local.date(), local.strftime("%H:%M")]


class ChipChoiceField(forms.ChoiceField):
    """One of a short list, drawn as chips. Real radio buttons underneath."""

    widget = forms.RadioSelect


class ChipsField(forms.MultipleChoiceField):
    """Any of a list, drawn as chips. Real check boxes underneath."""

    widget = forms.CheckboxSelectMultiple


class KindsField(forms.TypedMultipleChoiceField):
    """Kinds of data (R-DIS-04). 基本情報 is always among them."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "情報の種類")
        kwargs.setdefault("choices", [c for c in KIND_CHOICES if c[0] != DataKind.BASIC])
        super().__init__(coerce=int, required=False, empty_value=[], **kwargs)

    def clean(self, value: Any) -> int:
        return int(DataKind.BASIC) | combine(super().clean(value))

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, int):
            return [kind for kind, _ in KIND_CHOICES if value & kind]
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """基本情報 is never among the chips, whatever the row holds."""
        before = [kind for kind in self.prepare_value(initial or 0) if kind != DataKind.BASIC]
        return super().has_changed(before, data)


class TidyField(forms.CharField):
    """A longer text, kept without what a screen can not show (`base.tidy`)."""

    def to_python(self, value: Any) -> str:
        return tidy_letters(super().to_python(value))


def text(
    label: str,
    *,
    required: bool = False,
    rows: int = 0,
    help_text: str = "",
    phrases: str = "",
    **kwargs: Any,
) -> forms.CharField:
    """A text field: one line, or a growing area of `rows` lines.

    An area with `phrases` (a folder of `cases.writing`) offers the desk's phrases, tidies what is pasted, and takes speech.
    """
    kwargs.setdefault("max_length", 20000 if rows else 200)
    widget: forms.Widget = forms.TextInput()
    if rows:
        marks = {"data-phrases": phrases} if phrases else {}
        widget = forms.Textarea(attrs={"rows": rows, "class": "grow", **marks})
    kind = TidyField if phrases else forms.CharField
    return kind(label=label, required=required, widget=widget, help_text=help_text, **kwargs)

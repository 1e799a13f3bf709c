"""Forms of the agenda: putting a case or a general matter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from kasane.base.choices import Timing
from kasane.base.dates import wareki_time
from kasane.base.forms import (
    ChipChoiceField,
    Section,
    SectionedForm,
    text,
)
from kasane.conferences.models import Body, Function
from kasane.conferences.queries import Coming
from kasane.coordination import api as coordination


class AddItemForm(SectionedForm):
    """ケースを会議にかける: at which meeting and, where plans are judged, at which of the four timings."""

    meeting = ChipChoiceField(label="会議")
    timing = ChipChoiceField(label="検討の時期", required=False, choices=Timing.choices)
    subject = ChipChoiceField(label="会議を待っている2-5のプラン", required=False)
    purpose = text("話し合いたいこと", rows=3)
    minutes = forms.IntegerField(label="時間(分)", min_value=5, max_value=240, initial=15)
    title = text(
        "議題の名前",
        help_text="空欄なら「プラン(初回)」のように付けます。個人の名前は書かないでください。",
        max_length=120,
    )

    SECTIONS = (
        Section("会議と時期", ("meeting", "subject", "timing"), key="where"),
        Section("議題", ("purpose", "minutes", "title"), key="what"),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        function: Function,
        meetings: Sequence[Coming],
        ends: Sequence[Timing] = (),
        menus: Sequence[coordination.ConferenceFacts] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.meetings = {str(meeting.id): meeting for meeting in meetings}
        self.fields["meeting"].choices = [  # type: ignore[attr-defined]
            (key, f"{one.label}({wareki_time(one.starts_at)}、{one.host.name})")
            for key, one in self.meetings.items()
        ]
        self.fields["meeting"].widget.attrs["class"] = "chips--stack"
        named = [(str(one.subject_id), f"{one.title}({one.timing.label})") for one in menus]
        if named:
            self.fields["subject"].choices = [("", "2-5の判断ではない"), *named]  # type: ignore[attr-defined]
        else:
            del self.fields["subject"]
        if function != Function.SUPPORT_CONFERENCE:
            return
        if ends:
            self.fields["timing"].label = "終結・中断の判断(本人の同意がないとき)"
            judged = [(one.value, f"{one.label}を判断する") for one in ends]
            self.fields["timing"].choices = [("", "話し合うだけ"), *judged]  # type: ignore[attr-defined]
        else:
            del self.fields["timing"]

    def chosen_meeting(self) -> Coming:
        return self.meetings[self.cleaned_data["meeting"]]

    def chosen_subject(self) -> UUID | None:
        """The own plan of ② or ④ that is to be judged; its timing counts then, not the one chosen."""
        value = self.cleaned_data.get("subject")
        return UUID(value) if value else None

    def chosen_timing(self) -> Timing | None:
        value = self.cleaned_data.get("timing")
        return Timing(value) if value else None


class GeneralItemForm(forms.Form):
    """ケースのない議題: reports, social resources, the next date."""

    title = text("議題", required=True, max_length=120)
    function = forms.ChoiceField(label="会議の機能")
    minutes = forms.IntegerField(label="時間(分)", min_value=5, max_value=240, initial=10)

    def __init__(self, data: Any = None, *, body: Body, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["function"].choices = [  # type: ignore[attr-defined]
            (function, Function(function).label) for function in body.functions
        ]
        self.fields["minutes"].widget.attrs["class"] = "w-s"

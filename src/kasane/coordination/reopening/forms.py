"""Forms of the time after the end: フォローアップ and 再開."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kasane.agencies.models import Agency
from kasane.base.choices import ContactMethod
from kasane.base.forms import (
    ChipChoiceField,
    KindsField,
    MomentField,
    Section,
    SectionedForm,
    WarekiField,
    text,
)
from kasane.base.kinds import DataKind
from kasane.coordination.choices import FollowUpResult
from kasane.coordination.forms.fields import half


class ReopenForm(SectionedForm):
    """Since when, why, and who is responsible; all else comes back by itself."""

    reopened_on = half(WarekiField(label="再開する日"))
    reason = text("再開する理由(変わったこと)", required=True, rows=3, phrases="record")
    agency = ChipChoiceField(label="これからの主担当機関", choices=[])

    SECTIONS = (Section("再開", ("reopened_on", "reason", "agency"), key="reopen"),)

    def __init__(self, *args: Any, agencies: Sequence[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = {str(agency.id): agency for agency in agencies}
        self.fields["agency"].choices = [(key, one.name) for key, one in self.agencies.items()]  # type: ignore[attr-defined]
        self.initial.setdefault("agency", next(iter(self.agencies), ""))

    def reopen_values(self) -> dict[str, Any]:
        """What `actions.reopen` takes."""
        values = self.cleaned_data
        return {
            "on": values["reopened_on"],
            "reason": values["reason"],
            "agency": self.agencies[values["agency"]],
        }


class FollowUpForm(SectionedForm):
    """How they are, in a minute: one of three words, and a line of what was seen."""

    at = MomentField(label="日時", required=True)
    method = ChipChoiceField(label="方法", choices=ContactMethod.choices)
    counterpart = half(text("相手", help_text="本人、家族(続柄)、関係機関の担当者など", max_length=120))
    result = ChipChoiceField(label="ようす", choices=FollowUpResult.choices)
    content = text("見たこと・聞いたこと", required=True, rows=4, phrases="record")
    next_on = half(WarekiField(label="次に会う日", required=False))
    kinds = KindsField(initial=int(DataKind.LIFE))

    SECTIONS = (
        Section("ようす", ("at", "method", "counterpart", "result", "content"), key="seen"),
        Section(
            "次に会う", ("next_on",), lead="日を入れると、その日の「今日やること」に出ます。", key="next"
        ),
        Section("情報の種類", ("kinds",), folded=True, key="kinds"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next_on"].widget.attrs["data-date-quick"] = "30,90,180"

    def follow_up_values(self) -> dict[str, Any]:
        """What `actions.follow_up` takes."""
        return dict(self.cleaned_data)

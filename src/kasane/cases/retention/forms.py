"""Filter and forms of 保存期間 (R-DIS-07)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms

from kasane.agencies.forms import ANY
from kasane.agencies.paging import FilterForm
from kasane.agencies.people import agency_choices
from kasane.base.dates import short_wareki, today
from kasane.base.forms import ChipChoiceField, WarekiField, text
from kasane.cases.retention.queries import Files
from kasane.disclosure.models import HoldReason

SHOWN = [
    ("due", "満了したもの"),
    ("soon", "1年以内に満了するもの"),
    ("all", "終結したものすべて"),
    ("held", "保留しているもの"),
]


class FilesFilter(FilterForm):
    """The list narrowed to what is due, to a month, to an agency."""

    show = forms.ChoiceField(label="見るもの", required=False, choices=SHOWN)
    month = forms.ChoiceField(label="満了する月", required=False)
    agency = forms.ChoiceField(label="主担当機関", required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        fields: dict[str, Any] = self.fields
        fields["agency"].choices = [*ANY, *agency_choices()]
        fields["month"].choices = [
            *ANY,
            *(
                (f"{month:%Y-%m}", f"{month_words(month)}({count}件)")
                for month, count in self.shown().months()
            ),
        ]

    def shown(self) -> Files:
        """Without the month, which is chosen among what is then there."""
        show = str(self.data.get("show") or "due")
        after = {"due": today() + timedelta(days=1), "soon": today() + timedelta(days=366)}.get(show)
        return Files(before=after, only_held=show == "held")

    def narrowed(self) -> Files:
        """What is to be listed."""
        wanted, base = self.wanted(), self.shown()
        since, before = base.since, base.before
        if month := wanted.get("month"):
            since = date.fromisoformat(f"{month}-01")
            following = (since + timedelta(days=31)).replace(day=1)
            before = min(following, before) if before else following
        agency = UUID(wanted["agency"]) if wanted.get("agency") else None
        return Files(since=since, before=before, agency=agency, only_held=base.only_held)


def month_words(month: date) -> str:
    """R8.4"""
    return short_wareki(month).rsplit(".", 1)[0]


class HoldForm(forms.Form):
    """Why a file must be kept on, and until when."""

    reason = ChipChoiceField(
        label="保留の種類",
        choices=HoldReason.choices,
        error_messages={"required": "保留の種類を選んでください。"},
    )
    note = text(
        "保留するわけ",
        required=True,
        error_messages={"required": "保留するわけを書いてください。"},
        rows=3,
        max_length=1000,
        help_text="例: 令和8年4月に開示請求があり、審査会の答申を待っている。",
    )
    until = WarekiField(
        label="いつまで", required=False, help_text="この日まで保留します。決まっていなければ空けておきます。"
    )


class LiftForm(forms.Form):
    """Why a hold ends."""

    note = text(
        "保留を解くわけ",
        required=True,
        error_messages={"required": "保留を解くわけを書いてください。"},
        rows=2,
        max_length=1000,
    )


class ProposeForm(forms.Form):
    """What the proposer says to who decides."""

    note = text("起案のことば", rows=2, max_length=1000, help_text="決裁する人に伝えることがあれば書きます。")


class DecisionForm(forms.Form):
    """決裁 or 差し戻し."""

    note = text("ことば", rows=2, max_length=1000, help_text="差し戻すときは、わけを書いてください。")


def chosen_cases(values: Sequence[str]) -> tuple[UUID, ...]:
    """The cases ticked on the list; what is no key is left out."""
    found = []
    for value in values:
        try:
            found.append(UUID(value))
        except ValueError:
            continue
    return tuple(found)

"""Forms of 日程調整."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from kasane.agencies.models import Post
from kasane.agencies.people import grouped_posts
from kasane.base.forms import (
    ChipChoiceField,
    ChipsField,
    MomentField,
    Section,
    SectionedForm,
    WarekiField,
    WarekiInput,
    text,
)
from kasane.base.workdays import is_workday
from kasane.cases.formpage import VersionForm
from kasane.conferences.models import Mark, PollDay

DAYS = tuple(f"day{place}" for place in range(1, 7))
OFFERED_AT_FIRST = 3


class PollForm(SectionedForm):
    """日程をたずねる: some days, until when to answer, whom."""

    answer_until = WarekiField(label="返事の期限", widget=WarekiInput({"data-date-quick": "3,5,7"}))
    length = forms.IntegerField(label="予定の時間(分)", min_value=10, max_value=600, initial=60)
    members = ChipsField(label="たずねる人", required=False, help_text="いつもの機関の人を選んであります。")

    standings = text(
        "アカウントのない人",
        rows=2,
        help_text="一行に一人、「民生委員(北地区)」のように立場で書きます。返事は、電話で聞いて入れます。",
    )

    SECTIONS = (
        Section("候補の日", DAYS, "二つ以上入れます。", key="days"),
        Section("返事", ("answer_until", "length", "members", "standings"), key="answers"),
    )

    def __init__(self, data: Any = None, *, posts: Sequence[Post], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.posts = {str(post.id): post for post in posts}
        self.fields["members"].choices = grouped_posts(posts)  # type: ignore[attr-defined]
        if not self.initial.get("members"):
            self.fields["members"].help_text = ""
        for place, name in enumerate(DAYS, start=1):
            field = MomentField(label=f"候補{place}", required=False)
            widget: Any = field.widget
            widget.widgets[0].attrs["data-date-quick"] = "7,14,21"
            self.fields[name] = field

    def poll_values(self) -> dict[str, Any]:
        """What `actions.ask` takes."""
        return {
            "days": [self.cleaned_data[name] for name in DAYS if self.cleaned_data.get(name)],
            "posts": [self.posts[post_id] for post_id in self.cleaned_data["members"]],
            "answer_until": self.cleaned_data["answer_until"],
            "length": self.cleaned_data["length"],
            "standings": [
                line.strip()[:80] for line in self.cleaned_data["standings"].splitlines() if line.strip()
            ],
        }


def first_days() -> dict[str, Any]:
    """Three working days from ten days on, at 13:30, to be answered within a week."""
    day = timezone.localtime() + timedelta(days=10)
    found: list[datetime] = []
    while len(found) < OFFERED_AT_FIRST:
        if is_workday(day.date()):
            found.append(day.replace(hour=13, minute=30, second=0, microsecond=0))
        day += timedelta(days=1)
    until = timezone.localdate() + timedelta(days=7)
    return {"answer_until": until, **dict(zip(DAYS, found, strict=False))}


class MarksForm(forms.Form):
    """○△× for each day."""

    def __init__(self, data: Any = None, *, days: Sequence[tuple[PollDay, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for day, words in days:
            self.fields[day.id.hex] = ChipChoiceField(label=words, choices=Mark.choices)

    def marks(self) -> dict[UUID, Mark]:
        return {UUID(name): Mark(value) for name, value in self.cleaned_data.items()}


class FixForm(VersionForm):
    """この日に決める."""

    place = text("場所", max_length=120)
    online_url = forms.URLField(
        label="オンラインの接続先", required=False, max_length=300, assume_scheme="https"
    )
    day = ChipChoiceField(label="日")

    def __init__(self, data: Any = None, *, days: Sequence[tuple[PollDay, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["day"].choices = [(day.id.hex, words) for day, words in days]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not values.get("place") and not values.get("online_url"):
            self.add_error("place", "場所か、オンラインの接続先を入れてください。")
        return values

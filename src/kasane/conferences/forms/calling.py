"""Forms of calling a meeting: when, where, with whom, the answers."""

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
    text,
)
from kasane.cases.formpage import VersionForm
from kasane.conferences.actions import Guest
from kasane.conferences.models import AgendaItem, Answer

PERSON = "本人"
GUESTS_HELP = (
    "一行に一人、「氏名、立場」のように。本人は「氏名、本人、気をつけること」と書くと、"
    "途中で休むなど無理のない参加のための言葉が、進める人に見えます。"
)


class WhenAndWhere(VersionForm, SectionedForm):
    """日時と場所, for calling a meeting and for changing it."""

    starts_at = MomentField(label="日時")
    length = forms.IntegerField(label="予定の時間(分)", min_value=10, max_value=600, initial=60)
    place = text("場所", help_text="会場の名前。オンラインだけのときは空欄でかまいません。")
    online_url = forms.URLField(
        label="オンラインの接続先",
        required=False,
        max_length=300,
        assume_scheme="https",
        help_text="https:// から始まるアドレス。構成員の画面と通知、カレンダーに出ます。",
    )
    message = text(
        "通知に添える言葉", rows=3, help_text="持ちもの、駐車場など。個人の情報は書かないでください。"
    )

    SECTIONS: tuple[Section, ...] = (
        Section("日時と場所", ("starts_at", "length", "place", "online_url"), key="when"),
        Section("通知", ("message",), folded=True, key="message"),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        day: Any = self.fields["starts_at"].widget
        day.widgets[0].attrs["data-date-quick"] = "7,14,30"

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not values.get("place") and not values.get("online_url"):
            self.add_error("place", "場所か、オンラインの接続先を入れてください。")
        return values

    def meeting_values(self) -> dict[str, Any]:
        """What `actions.convene` and `actions.reschedule` take."""
        return {
            name: self.cleaned_data[name]
            for name in ("starts_at", "length", "place", "online_url", "message")
        }


class MeetingForm(WhenAndWhere):
    """会議をひらく: when, where, with whom."""

    members = ChipsField(
        label="構成員",
        required=False,
        help_text="いつもの機関の人を選んであります。招集するあなたは、はじめから構成員です。",
    )
    guests = text(
        "アカウントのない参加者",
        rows=2,
        help_text=f"本人、家族、民生委員、近所の方、医師など。紙の資料だけを見てもらいます。{GUESTS_HELP}",
    )

    SECTIONS = (
        Section("日時と場所", ("starts_at", "length", "place", "online_url"), key="when"),
        Section(
            "構成員",
            ("members", "guests"),
            "個別のケースを議題にすると、ここで選んだ人だけに資料が開きます。",
            key="members",
        ),
        Section("通知", ("message",), folded=True, key="message"),
    )

    def __init__(self, data: Any = None, *, posts: Sequence[Post], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.posts = {str(post.id): post for post in posts}
        self.fields["members"].choices = grouped_posts(posts)  # type: ignore[attr-defined]

    def chosen_posts(self) -> list[Post]:
        return [self.posts[post_id] for post_id in self.cleaned_data["members"]]

    def chosen_guests(self) -> list[Guest]:
        return guests_from(self.cleaned_data["guests"])


ITEMS_HELP = (
    "ここで選ぶと、その議題だけの構成員になり、ほかの議題は見られません。選ばなければ会議の全部です。"
)


def _offer(form: forms.Form, items: Sequence[AgendaItem]) -> None:
    """The items of the agenda as chips, 「2 プラン(初回) R7-0012」; without any there is nothing to choose."""
    field: Any = form.fields["items"]
    field.choices = [
        (str(item.id), " ".join(filter(None, [str(place), item.title, item.case.label if item.case else ""])))
        for place, item in enumerate(items, start=1)
    ]
    if not items:
        del form.fields["items"]


class CallForm(forms.Form):
    """呼ぶ議題 of one member."""

    items = ChipsField(label="呼ぶ議題", required=False, help_text=ITEMS_HELP)

    def __init__(self, data: Any = None, *, items: Sequence[AgendaItem], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        _offer(self, items)

    def chosen_items(self) -> list[UUID] | None:
        """What `actions.invite` and `actions.call_to` take: None is the whole meeting."""
        return [UUID(one) for one in self.cleaned_data.get("items", ())] or None


class InviteForm(forms.Form):
    """構成員を加える."""

    members = ChipsField(label="職員", required=False)
    guests = text("アカウントのない参加者", rows=2, help_text=GUESTS_HELP)
    items = ChipsField(label="呼ぶ議題", required=False, help_text=ITEMS_HELP)

    def __init__(
        self, data: Any = None, *, posts: Sequence[Post], items: Sequence[AgendaItem], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        _offer(self, items)
        self.posts = {str(post.id): post for post in posts}
        self.fields["members"].choices = grouped_posts(posts)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not values.get("members") and not values.get("guests", "").strip():
            raise forms.ValidationError("加える人を選ぶか、名前を書いてください。")
        return values

    chosen_posts = MeetingForm.chosen_posts
    chosen_guests = MeetingForm.chosen_guests
    chosen_items = CallForm.chosen_items


def guests_from(words: str) -> list[Guest]:
    """「山田 民子、民生委員」, one guest per line; 「山形 正樹、本人、30分で休む」 is the person with what to take care of."""
    found = []
    for line in words.splitlines():
        name, _, rest = line.replace(",", "、").replace(",", "、").partition("、")
        role, _, care = rest.partition("、")
        if name.strip():
            found.append(
                Guest(
                    name=name.strip()[:80],
                    role=role.strip()[:120],
                    is_person=role.strip().startswith(PERSON),
                    care_note=care.strip()[:200],
                )
            )
    return found


class AnswerForm(forms.Form):
    """出欠の返事."""

    reply = ChipChoiceField(
        label="出欠", choices=[choice for choice in Answer.choices if choice[0] != Answer.WAITING]
    )


class CancelForm(forms.Form):
    reason = text("中止の理由", required=True)


class BeforeForm(forms.Form):
    """Which page of held meetings."""

    before = forms.DateTimeField(required=False)


def in_a_week() -> datetime:
    """A day to begin with: a week from now at 13:30."""
    day = timezone.localtime() + timedelta(days=7)
    return day.replace(hour=13, minute=30, second=0, microsecond=0)

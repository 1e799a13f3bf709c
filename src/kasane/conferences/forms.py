"""Forms of a meeting: calling it, putting a case, writing down what was said, judging."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django import forms
from django.utils import timezone

from kasane.agencies.models import Agency, Post
from kasane.agencies.queries import active_agencies
from kasane.base.choices import Timing
from kasane.base.dates import wareki_time
from kasane.base.forms import (
    ChipChoiceField,
    ChipsField,
    KindsField,
    MomentField,
    Section,
    SectionedForm,
    WarekiField,
    WarekiInput,
    text,
)
from kasane.base.kinds import DataKind
from kasane.cases.formpage import VersionForm
from kasane.conferences.actions import Guest
from kasane.conferences.models import Answer, Body, Function, Outcome
from kasane.conferences.queries import Coming


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
        help_text="本人、家族、民生委員、近所の方、医師など。一行に一人、「氏名、立場」のように。紙の資料だけを見てもらいます。",
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


class InviteForm(forms.Form):
    """構成員を加える."""

    members = ChipsField(label="職員", required=False)
    guests = text("アカウントのない参加者", rows=2, help_text="一行に一人、「氏名、立場」のように。")

    def __init__(self, data: Any = None, *, posts: Sequence[Post], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.posts = {str(post.id): post for post in posts}
        self.fields["members"].choices = grouped_posts(posts)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not values.get("members") and not values.get("guests", "").strip():
            raise forms.ValidationError("加える人を選ぶか、名前を書いてください。")
        return values

    chosen_posts = MeetingForm.chosen_posts
    chosen_guests = MeetingForm.chosen_guests


def grouped_posts(posts: Sequence[Post]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Staff as chips, agency by agency."""
    return [
        (
            agency,
            [(str(post.id), f"{post.user.name}({post.title or post.get_role_display()})") for post in people],
        )
        for agency, people in groupby(posts, key=lambda post: post.agency.name)
    ]


def guests_from(words: str) -> list[Guest]:
    """「山田 民子、民生委員」, one guest per line."""
    found = []
    for line in words.splitlines():
        name, _, role = line.replace(",", "、").partition("、")
        if name.strip():
            found.append(Guest(name=name.strip()[:80], role=role.strip()[:120]))
    return found


class AddItemForm(SectionedForm):
    """ケースを会議にかける: at which meeting and, where plans are judged, at which of the four timings."""

    meeting = ChipChoiceField(label="会議")
    timing = ChipChoiceField(label="検討の時期", required=False, choices=Timing.choices)
    purpose = text("話し合いたいこと", rows=3)
    minutes = forms.IntegerField(label="時間(分)", min_value=5, max_value=240, initial=15)
    title = text(
        "議題の名前",
        help_text="空欄なら「プラン(初回)」のように付けます。個人の名前は書かないでください。",
        max_length=120,
    )

    SECTIONS = (
        Section("会議と時期", ("meeting", "timing"), key="where"),
        Section("議題", ("purpose", "minutes", "title"), key="what"),
    )

    def __init__(
        self, data: Any = None, *, function: Function, meetings: Sequence[Coming], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.meetings = {str(meeting.id): meeting for meeting in meetings}
        self.fields["meeting"].choices = [  # type: ignore[attr-defined]
            (key, f"{one.label}({wareki_time(one.starts_at)}、{one.host.name})")
            for key, one in self.meetings.items()
        ]
        self.fields["meeting"].widget.attrs["class"] = "chips--stack"
        if function == Function.SUPPORT_CONFERENCE:
            del self.fields["timing"]

    def chosen_meeting(self) -> Coming:
        return self.meetings[self.cleaned_data["meeting"]]

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


class AnswerForm(forms.Form):
    """出欠の返事."""

    reply = ChipChoiceField(
        label="出欠", choices=[choice for choice in Answer.choices if choice[0] != Answer.WAITING]
    )


class TalkForm(VersionForm, SectionedForm):
    """会議録の一題: what was said, what each agency thinks, what was decided."""

    words = text("話し合ったこと", rows=8)
    decision = text(
        "決まったこと", rows=3, help_text="議題が終わるときに、みんなの前で読み上げて確かめます。"
    )
    kinds = KindsField(
        initial=int(DataKind.LIFE),
        help_text="ここに書いた情報の種類。同意の範囲に入っていない人には見えません。",
    )

    def __init__(self, data: Any = None, *, agencies: Sequence[Agency], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.agencies = list(agencies)
        for agency in self.agencies:
            self.fields[_opinion(agency)] = text(agency.name, rows=2)
        self.SECTIONS = (
            Section("話し合い", ("words", "decision"), key="talk"),
            Section("機関ごとの意見", tuple(_opinion(agency) for agency in self.agencies), key="opinions"),
            Section("くわしく", ("kinds",), folded=True, key="more"),
        )

    def opinions(self) -> dict[str, str]:
        return {str(agency.id): self.cleaned_data[_opinion(agency)] for agency in self.agencies}

    def stale_lines(self, current: Any) -> list[dict[str, Any]]:
        """For the page that shows both versions: the words and every opinion."""
        pairs = [
            ("話し合ったこと", self.cleaned_data["words"], current.text),
            ("決まったこと", self.cleaned_data["decision"], current.decision),
        ]
        pairs += [
            (agency.name, self.cleaned_data[_opinion(agency)], current.opinion_of(agency.id))
            for agency in self.agencies
        ]
        return [
            {"label": label, "mine": mine, "theirs": theirs, "different": mine != theirs}
            for label, mine, theirs in pairs
        ]


def _opinion(agency: Agency) -> str:
    return f"opinion_{agency.id.hex}"


def opinion_values(agencies: Sequence[Agency], talk: Any) -> dict[str, str]:
    """The opinions that were written, as initial values of `TalkForm`."""
    return {_opinion(agency): talk.opinion_of(agency.id) for agency in agencies} if talk else {}


class JudgeForm(forms.Form):
    """会議の判断. For 終結 also who leads and follows up afterwards (R-COOR-08)."""

    judgement = ChipChoiceField(label="会議の判断")
    opinion = text("会議の意見", rows=2, help_text="修正してもらうときは、どこをどう直すかを書いてください。")
    lead_agency = forms.ModelChoiceField(
        Agency.objects.none(), label="終結後の主担当機関", required=False, empty_label="評価シートのとおり"
    )
    follow_up_on = WarekiField(
        label="フォローアップの日", required=False, widget=WarekiInput({"data-date-quick": "30,90"})
    )
    follow_up_by = forms.ModelChoiceField(
        Agency.objects.none(),
        label="フォローアップする機関",
        required=False,
        empty_label="評価シートのとおり",
    )
    follow_up_how = text(
        "フォローアップの方法", help_text="訪問、電話など。空欄なら評価シート(2-6)のとおりです。"
    )

    AFTERWARDS = ("lead_agency", "follow_up_on", "follow_up_by", "follow_up_how")

    def __init__(self, data: Any = None, *, outcomes: Sequence[Outcome], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["judgement"].choices = [(one.value, one.label) for one in outcomes]  # type: ignore[attr-defined]
        if Outcome.CLOSE not in outcomes:
            for name in self.AFTERWARDS:
                del self.fields[name]
            return
        for name in ("lead_agency", "follow_up_by"):
            self.fields[name].queryset = active_agencies()  # type: ignore[attr-defined]

    def judgement_values(self) -> dict[str, Any]:
        """What `actions.judge` takes."""
        values = dict(self.cleaned_data)
        values["judgement"] = Outcome(values["judgement"])
        return values


class TaskForm(forms.Form):
    """役割分担の一行: who does what until when."""

    agency = forms.ModelChoiceField(Agency.objects.none(), label="担当する機関", empty_label="選んでください")
    what = text("すること", required=True)
    due_on = WarekiField(label="いつまでに", widget=WarekiInput({"data-date-quick": "7,14,30"}))

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["agency"].queryset = active_agencies()  # type: ignore[attr-defined]


class FinishForm(VersionForm):
    """会議を終える."""

    summary = text("会議全体の記録", rows=3, help_text="次回の予定や、議題のほかに話したこと。")


class CancelForm(forms.Form):
    reason = text("中止の理由", required=True)


class BeforeForm(forms.Form):
    """Which page of held meetings."""

    before = forms.DateTimeField(required=False)


def in_a_week() -> datetime:
    """A day to begin with: a week from now at 13:30."""
    day = timezone.localtime() + timedelta(days=7)
    return day.replace(hour=13, minute=30, second=0, microsecond=0)

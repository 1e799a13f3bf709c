"""The forms of disclosure without consent: asking, deciding, reviewing, and the urgent door (R-DIS-05)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from kasane.agencies import profile
from kasane.agencies.models import Agency, AgencyKind, Post, User
from kasane.agencies.queries import active_agencies, staff_of
from kasane.base.dates import today
from kasane.base.forms import ChipChoiceField, KindsField, Section, SectionedForm, WarekiField, text
from kasane.base.kinds import KIND_CHOICES, SHAREABLE_KINDS, DataKind
from kasane.cases.exceptional.rules import DANGERS
from kasane.cases.numbers import parse_label
from kasane.disclosure.models import Ground, Review

OUTSIDE = "outside"
_KINDS = [choice for choice in KIND_CHOICES if choice[0] & SHAREABLE_KINDS & ~DataKind.BASIC]


class AskForm(SectionedForm):
    """What is to be shown without consent: on what ground, to whom, what, until when."""

    ground = ChipChoiceField(label="根拠", choices=Ground.choices)
    law = text("法令の名前と条", help_text="「法令に基づく場合」に。例: 児童福祉法第25条の3")
    reason = text(
        "理由", rows=4, required=True, help_text="何を、なぜ見せるのか。本人の同意を得られないのはなぜか。"
    )
    receiver = forms.ChoiceField(label="見せる相手", help_text="機関全体か、その中の一人を選びます。")
    outside = text(
        "外部の相手の名前",
        max_length=120,
        help_text="「外部の相手に伝える」を選んだときに。機関と人。例: ○○病院 医療相談室",
    )
    kinds = KindsField(choices=_KINDS, help_text="基本情報はいつも含まれます。税の情報は見せられません。")
    valid_from = WarekiField(label="いつから", required=True, initial=today)
    last_day = WarekiField(label="いつまで(この日まで)", required=True)

    SECTIONS = (
        Section("根拠と理由", ("ground", "law", "reason"), key="why"),
        Section(
            "だれに、何を、いつまで", ("receiver", "outside", "kinds", "valid_from", "last_day"), key="what"
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._agencies = {a.id: a for a in active_agencies().exclude(kind=AgencyKind.RESIDENT)}
        self._posts = {str(post.id): post for post in staff_of(list(self._agencies))}
        receiver: Any = self.fields["receiver"]
        receiver.choices = [
            ("", "(選んでください)"),
            (OUTSIDE, "外部の相手に伝える(かさねを使っていない相手)"),
            *_receivers(self._agencies.values(), self._posts.values()),
        ]
        longest = profile.current().rules.exception_days
        self.fields["last_day"].help_text = f"長くても{longest}日までです。"
        for name in ("valid_from", "last_day"):
            self.fields[name].widget.attrs["data-width"] = "half"

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("receiver") == OUTSIDE and not typed.get("outside"):
            self.add_error("outside", "だれに伝えるのかを書いてください。")
        return typed

    def values(self) -> dict[str, Any]:
        """What `actions.ask` takes."""
        typed = self.cleaned_data
        is_outside = typed["receiver"] == OUTSIDE
        agency, user = (None, None) if is_outside else self._receiver(typed["receiver"])
        return {
            "ground": typed["ground"],
            "law": typed["law"],
            "reason": typed["reason"],
            "agency": agency,
            "user": user,
            "outside": typed["outside"] if is_outside else "",
            "kinds": typed["kinds"],
            "valid_from": typed["valid_from"],
            "valid_until": typed["last_day"] + timedelta(days=1),
        }

    def _receiver(self, chosen: str) -> tuple[Agency, User | None]:
        if chosen in self._posts:
            post = self._posts[chosen]
            return post.agency, post.user
        return next(a for key, a in self._agencies.items() if str(key) == chosen), None


def _receivers(agencies: Any, posts: Any) -> list[tuple[str, Sequence[tuple[str, str]]]]:
    """Each agency with its people below it."""
    people: dict[Any, list[Post]] = {}
    for post in posts:
        people.setdefault(post.agency_id, []).append(post)
    return [
        (
            agency.name,
            [
                (str(agency.id), f"{agency.name}(機関全体)"),
                *((str(post.id), f"{post.user.name}({agency.name})") for post in people.get(agency.id, [])),
            ],
        )
        for agency in agencies
    ]


class DecideForm(SectionedForm):
    note = text("決めた理由", rows=2, help_text="不承認のときは必ず。求めた人に伝わります。")
    SECTIONS = (
        Section(
            "承認しますか",
            ("note",),
            "承認すると、始まりの日から相手が見られます。税の情報は見せません。",
            key="decide",
        ),
    )


class OutcomeForm(SectionedForm):
    outcome = text("見て、したこと", rows=3, required=True, help_text="だれに連絡し、どうなったか。")
    SECTIONS = (Section("見て、したことを書く", ("outcome",), key="outcome"),)


class ReviewForm(SectionedForm):
    verdict = ChipChoiceField(label="見たことの判断", choices=Review.choices)
    note = text("そう考えた理由", rows=2, required=True)
    SECTIONS = (
        Section(
            "事後の確認",
            ("verdict", "note"),
            "「適切でなかった」とすると、続いている閲覧はすぐに終わります。",
            key="review",
        ),
    )


class EndForm(SectionedForm):
    """Nothing to type: the button says the act."""


class UrgentForm(SectionedForm):
    """One screen: who, what danger, what is happening now."""

    name = text(
        "氏名",
        required=True,
        max_length=80,
        help_text="漢字かふりがな。番号があれば氏だけでも",
    )
    birth_date = WarekiField(label="生年月日", required=False, help_text="氏名と両方が合う人だけ")
    number = text("またはケース番号", max_length=20, help_text="R7-0012 のように")
    danger = ChipChoiceField(label="危険の種類", choices=[(one.code, one.label) for one in DANGERS])
    reason = text(
        "いま起きていること",
        rows=2,
        required=True,
        help_text="見たこと、聞いたこと、だれからの知らせか。15文字以上。あとで確認する人が読みます。",
    )
    considered = forms.BooleanField(label="電話や訪問で、本人や家族に知られて危険にならないかを考えました")

    SECTIONS = (
        Section(
            "だれに、何が起きていますか",
            ("name", "birth_date", "number", "danger", "reason", "considered"),
            key="urgent",
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["considered"].error_messages["required"] = (
            "連絡のしかたで本人が危険にならないかを考えてから、印をつけてください。"
        )
        for name in ("name", "birth_date", "number"):
            self.fields[name].widget.attrs["data-width"] = "third"
        self.fields["birth_date"].widget.attrs["data-date-quick"] = ""

    def clean_number(self) -> tuple[int, int] | None:
        typed = self.cleaned_data["number"]
        if not typed:
            return None
        label = parse_label(typed)
        if label is None:
            raise forms.ValidationError("ケース番号は R7-0012 のように入れてください。")
        return label

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if not {"number", "birth_date"} & set(self.errors) and not (
            values.get("number") or values.get("birth_date")
        ):
            self.add_error("birth_date", "生年月日か、ケース番号を入れてください。")
        return values

    def wanted(self) -> dict[str, Any]:
        """What `actions.open_urgently` takes."""
        typed = self.cleaned_data
        born: date | None = typed["birth_date"]
        return {
            "name": typed["name"],
            "born": born,
            "label": typed["number"],
            "danger": typed["danger"],
            "reason": typed["reason"],
        }

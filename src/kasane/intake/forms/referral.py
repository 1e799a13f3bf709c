"""つなぐシート 2-1-2 from both sides, and つなぎもどし (R-INT-04, R-COOR-11)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django import forms

from kasane.agencies import profile
from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, AgencyKind, User
from kasane.agencies.queries import active_agencies, staff_of
from kasane.base.dates import today
from kasane.base.forms import (
    ChipChoiceField,
    ChipsField,
    KindsField,
    Section,
    SectionedForm,
    WarekiField,
    text,
)
from kasane.base.kinds import DataKind
from kasane.cases.formpage import VersionForm
from kasane.intake.forms.ground import AgenciesField, set_widths
from kasane.intake.models import Accompaniment, Attachment, RequestKind

_CARE = ("accompaniment", "arranges_meeting", "care_note")
_EXPLANATION = ("explained_by", "explained_on", "explained_what", "wish")


def _name(agency: Agency, covered: Collection[UUID]) -> str:
    """An agency; those the person did not agree to are marked, not hidden."""
    return agency.name if agency.pk in covered else f"{agency.name}(同意の範囲にありません)"


def _grouped(agencies: Iterable[Agency], covered: Collection[UUID]) -> list[tuple[str, Any]]:
    """The centre first, where one goes who does not know where to go (R-INT-06); then the divisions, then the others."""
    centre = profile.current().rules.center
    parts: dict[str, list[tuple[str, str]]] = {"行き先が分からないとき": [], "庁内の課": [], "関係機関": []}
    for one in agencies:
        part = 0 if one.key == centre else 1 if one.kind == AgencyKind.DIVISION else 2
        parts[list(parts)[part]].append((str(one.pk), _name(one, covered)))
    return [("", "(選んでください)"), *((title, rows) for title, rows in parts.items() if rows)]


class ReferForm(SectionedForm):
    """All items of the つなぐシート on the sender's side."""

    receiver = forms.ModelChoiceField(label="つなぎ先", queryset=Agency.objects.none())
    also = AgenciesField(
        label="ほかの機関にも同時に送る",
        help_text="同じシートが、それぞれの受け箱に届きます。はじめに受けた機関が主担当になり、あとの機関は共に支援します。",
    )
    sent_on = WarekiField(label="日付", initial=today)
    requests = ChipsField(label="依頼内容", choices=RequestKind.choices)
    reason = text("つなぐ理由", required=True, rows=4, phrases="referral")
    course = text("これまでの支援経過", rows=5, phrases="referral")
    explained_by = text("誰が説明したか", required=True, max_length=120)
    explained_on = WarekiField(label="いつ説明したか")
    explained_what = text(
        "何を説明したか",
        required=True,
        rows=3,
        help_text="どこに、何のために、どんなことを伝えるのか。本人に話した言葉で書いてください。",
    )
    wish = text("本人の意向", rows=3)
    accompaniment = ChipChoiceField(label="同行", choices=Accompaniment.choices)
    arranges_meeting = forms.BooleanField(label="三者で会う面談の場を設ける", required=False)
    care_note = text("不安への配慮", rows=2, help_text="はじめての場所が苦手、午後なら話せる、など")
    attachments = ChipsField(label="添付", choices=Attachment.choices, required=False)
    attachment_note = text("添付の説明")
    follow_up_on = WarekiField(label="フォローアップの予定日", required=False)
    is_urgent = forms.BooleanField(label="急いで返事がほしい", required=False)
    kinds = KindsField(
        label="このシートに書いた情報の種類",
        initial=int(DataKind.LIFE),
        help_text="同意の範囲をこえる種類を選ぶと送れません。",
    )

    SECTIONS: tuple[Section, ...] = (
        Section("つなぎ先とお願い", ("receiver", "requests", "reason", "is_urgent"), key="what"),
        Section("同時に送る機関", ("also",), key="also", folded=True),
        Section(
            "本人への説明",
            _EXPLANATION,
            lead="本人が知らないままつながれることのないように、説明のことを必ず残します。",
            key="explained",
        ),
        Section("不安への配慮", _CARE, key="care"),
        Section(
            "これまでの経過と添付", ("course", "attachments", "attachment_note"), key="course", folded=True
        ),
        Section("日付と情報の種類", ("sent_on", "follow_up_on", "kinds"), key="more", folded=True),
    )

    def __init__(self, *args: Any, by: Actor, covered: Collection[UUID] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = active_agencies().exclude(pk=by.agency.id)
        receiver = self.fields["receiver"]
        receiver.queryset = others  # type: ignore[attr-defined]
        receiver.choices = _grouped(others, covered)  # type: ignore[attr-defined]
        if "also" in self.fields:
            self.fields["also"].choices = [(str(one.pk), _name(one, covered)) for one in others]  # type: ignore[attr-defined]
        usual = profile.current().rules.referral_follow_up_days
        self.fields["follow_up_on"].help_text = f"空欄なら、返事から{usual}日後に知らせます。"
        self.fields["explained_by"].initial = by.user.name
        self.fields["explained_on"].initial = today()
        set_widths(self, half=("explained_by", "explained_on", "sent_on", "follow_up_on"))

    def sheet_values(self) -> dict[str, Any]:
        """What `actions.refer` takes."""
        values = dict(self.cleaned_data)
        also = list(Agency.objects.filter(pk__in=values.pop("also", [])))
        return {"on": values.pop("sent_on"), **values, **({"also": also} if also else {})}


class HandBackForm(ReferForm):
    """つなぎもどし: the same sheet after closure; the follow-up is the receiver's and always dated."""

    also = None  # type: ignore[assignment]

    SECTIONS = (
        Section("もどす先とお願い", ("receiver", "requests", "reason", "follow_up_on"), key="what"),
        Section(
            "本人への説明",
            _EXPLANATION,
            lead="これからどこに相談すればよいかを、本人に伝えます。",
            key="explained",
        ),
        Section("不安への配慮", _CARE, key="care"),
        Section("経過と添付", ("course", "attachments", "attachment_note"), key="course", folded=True),
        Section("日付と情報の種類", ("sent_on", "is_urgent", "kinds"), key="more", folded=True),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["receiver"].label = "もどす先"
        self.fields["reason"].label = "終結までの経過と、これからお願いしたいこと"
        self.fields["follow_up_on"].label = "終結後のフォローアップの日"
        self.fields["follow_up_on"].required = True
        self.fields["follow_up_on"].help_text = ""

    def sheet_values(self) -> dict[str, Any]:
        """What `actions.hand_back` takes."""
        values = super().sheet_values()
        return {"to_agency": values.pop("receiver"), **values}


class AnswerForm(VersionForm, SectionedForm):
    """The receiving side of the つなぐシート."""

    answer = ChipChoiceField(
        label="返事",
        choices=[("accepted", "受ける"), ("joint", "共に支援する"), ("returned", "戻す")],
    )
    note = text("つなぎ元へのことば", rows=3, help_text="誰が、いつ、何から始めるか")
    received_on = WarekiField(label="受領日", initial=today)
    on = WarekiField(label="回答日", initial=today)
    answered_by = forms.ModelChoiceField(label="担当者", queryset=User.objects.none(), empty_label=None)
    talk_on = WarekiField(label="話し合った日", required=False)
    talk_with = text("話し合った相手", max_length=120)
    talk_note = text(
        "話し合いの記録",
        rows=4,
        help_text="戻す理由と、これからお互いに何を受けもつか。戻しても、共に支援します。",
    )

    SECTIONS = (
        Section("返事", ("answer", "note", "answered_by", "received_on", "on"), key="answer"),
        Section(
            "つなぎ元との話し合い",
            ("talk_on", "talk_with", "talk_note"),
            lead="戻すときは、先につなぎ元と話し合い、その記録を残します。",
            key="talk",
        ),
    )

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        colleagues = staff_of([by.agency.id]).values("user_id")
        self.fields["answered_by"].queryset = User.objects.filter(pk__in=colleagues)  # type: ignore[attr-defined]
        self.fields["answered_by"].initial = by.user.pk
        set_widths(self, half=("talk_on", "talk_with"), third=("answered_by", "received_on", "on"))

    def answer_values(self) -> dict[str, Any]:
        """What `actions.answer` takes."""
        return dict(self.cleaned_data)


class FollowUpForm(forms.Form):
    """フォローアップ: how it went on."""

    on = WarekiField(label="フォローアップの日", initial=today)
    result = text(
        "その後のようす", required=True, rows=5, help_text="本人は相談できているか。つながりは続いているか。"
    )


class TakeBackForm(forms.Form):
    """Taking an unanswered つなぎ back."""

    note = text("取り下げる理由", required=True, rows=3)

"""Forms of 研修・勉強会・事例検討."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from kasane.agencies.models import Agency, Post
from kasane.agencies.people import grouped_posts
from kasane.base.forms import ChipChoiceField, ChipsField, MomentField, Section, SectionedForm, text
from kasane.cases.formpage import VersionForm
from kasane.coordination.forms.fields import half, third
from kasane.coordination.models import StudyInvitation, StudySeat
from kasane.coordination.models.study import StudyKind

RATINGS = ((4, "とても役に立った"), (3, "役に立った"), (2, "あまり"), (1, "役に立たなかった"))


class StudyForm(VersionForm, SectionedForm):
    """What, when, for whom; and material that names nobody."""

    kind = ChipChoiceField(label="種類", choices=StudyKind.choices)
    title = text("題名", required=True, max_length=120)
    starts_at = MomentField(label="日時", required=True)
    length = third(forms.IntegerField(label="予定の時間(分)", min_value=10, max_value=600, initial=90))
    place = half(text("場所", max_length=120))
    online_url = half(forms.URLField(label="オンラインのアドレス", required=False, assume_scheme="https"))
    aim = text("ねらい", rows=2)
    invited = ChipsField(label="機関ぜんたい", required=False, help_text="機関の職員みなさんへの案内です。")
    people = ChipsField(label="一人ずつ", required=False)
    material = text(
        "資料・事例",
        rows=8,
        help_text="事例は、名前・住所・電話番号・生年月日を書かず、だれのことか分からないように変えて書きます。",
    )
    confirmed = forms.BooleanField(label="読み返し、だれのことか分からないと確かめました", required=False)

    SECTIONS = (
        Section(
            "いつ、何を", ("kind", "title", "starts_at", "length", "place", "online_url", "aim"), key="what"
        ),
        Section("案内する機関", ("invited",), key="invited"),
        Section("案内する人", ("people",), key="people", folded=True),
        Section("資料・事例(名前のないもの)", ("material", "confirmed"), key="material"),
    )

    def __init__(self, *args: Any, agencies: Sequence[Agency], posts: Sequence[Post], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        day: Any = self.fields["starts_at"].widget
        day.widgets[0].attrs["data-date-quick"] = "7,14,30"
        self.agencies = {str(agency.id): agency for agency in agencies}
        self.fields["invited"].choices = [(key, one.name) for key, one in self.agencies.items()]  # type: ignore[attr-defined]
        self.posts = {str(post.id): post for post in posts}
        self.fields["people"].choices = grouped_posts(posts)  # type: ignore[attr-defined]

    def study_values(self) -> dict[str, Any]:
        """What `actions.write` takes."""
        values = dict(self.cleaned_data)
        values["invited"] = [self.agencies[key] for key in values["invited"]]
        values["people"] = [self.posts[key] for key in values["people"]]
        return values


class HeldForm(SectionedForm):
    """How many came from where, and what was learned."""

    summary = text("分かったこと・次に生かすこと", required=True, rows=5)

    def __init__(
        self,
        *args: Any,
        invitations: Sequence[StudyInvitation],
        singles: Sequence[StudySeat] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.invitations = invitations
        names = []
        for one in invitations:
            name = f"attended_{one.id}"
            self.fields[name] = third(
                forms.IntegerField(label=one.agency.name, required=False, min_value=0, max_value=500)
            )
            names.append(name)
        if singles:
            choices = [(str(seat.id), f"{seat.user.name}({seat.agency.name})") for seat in singles]
            self.fields["came"] = ChipsField(label="名指しで案内した人", required=False, choices=choices)
            names.append("came")
        self.SECTIONS = (
            Section("出席した人数", tuple(names), key="came"),
            Section("ふり返り", ("summary",), key="summary"),
        )

    def held_values(self) -> dict[str, Any]:
        """What `actions.hold` takes."""
        values = self.cleaned_data
        attended: dict[UUID, int | None] = {one.id: values[f"attended_{one.id}"] for one in self.invitations}
        came = {UUID(key) for key in values.get("came", ())}
        return {"attended": attended, "summary": values["summary"], "came": came}


class RatingForm(SectionedForm):
    """How useful it was, in one press."""

    rating = ChipChoiceField(label="役に立ちましたか", choices=RATINGS)
    comment = text("感想・次にしたいこと", rows=3)
    SECTIONS = (Section("ふり返り", ("rating", "comment"), key="rating"),)


class CancelForm(SectionedForm):
    """Why it is called off."""

    reason = text("中止の理由", required=True, max_length=200)
    SECTIONS = (Section("中止", ("reason",), key="cancel"),)

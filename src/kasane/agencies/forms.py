"""Filters of the lists, and the forms of accounts and posts (R-DEL-06)."""

from __future__ import annotations

from typing import Any

from django import forms

from kasane.agencies.models import (
    Agency,
    CoordinatorKind,
    Course,
    Job,
    Post,
    Qualification,
    Role,
    Site,
    User,
)
from kasane.agencies.paging import FilterForm
from kasane.agencies.people import agency_choices
from kasane.agencies.queries import active_agencies
from kasane.agencies.structure import WorkSection
from kasane.base.forms import (
    ChipChoiceField,
    ChipsField,
    Section,
    SectionedForm,
    WarekiField,
    WarekiInput,
    text,
)
from kasane.profiles.model import Words
from kasane.profiles.vocabulary import Field

ANY = [("", "すべて")]


class StructureFilter(FilterForm):
    """提供体制 narrowed to a work, a field, an agency."""

    work = forms.TypedChoiceField(label="事業", required=False, coerce=int, empty_value=None)
    field = forms.ChoiceField(label="分野", required=False)
    agency = forms.ChoiceField(label="機関", required=False)

    def __init__(self, data: Any, *, works: list[WorkSection], words: Words, agencies: list[Agency]) -> None:
        super().__init__(data)
        fields: dict[str, Any] = self.fields
        fields["work"].choices = [
            *ANY,
            *((section.work.value, f"{section.work.sign} {section.name}") for section in works),
        ]
        fields["field"].choices = [*ANY, *((one.value, words.field(one)) for one in Field)]
        fields["agency"].choices = [*ANY, *((str(agency.pk), agency.name) for agency in agencies)]


class AgencyFilter(FilterForm):
    """A filter that offers the agencies in use."""

    q = forms.CharField(label="ことば", required=False, max_length=80)
    agency = forms.ChoiceField(label="機関", required=False)
    role = forms.ChoiceField(label="役割", required=False, choices=[*ANY, *Role.choices])

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        fields: dict[str, Any] = self.fields
        fields["agency"].choices = [*ANY, *agency_choices()]


class StaffFilter(AgencyFilter):
    """職員 narrowed by name, agency, role, kind of coordinator."""

    coordinator = forms.ChoiceField(
        label="コーディネーター",
        required=False,
        choices=[*ANY, ("any", "コーディネーターだけ"), *CoordinatorKind.choices],
    )

    when = forms.ChoiceField(
        label="時期",
        required=False,
        choices=[("", "いま"), ("past", "終わった配置"), ("coming", "これからの配置"), ("all", "すべて")],
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.fields["q"].label = "氏名・職名・資格"


class AccountFilter(AgencyFilter):
    """Accounts narrowed by name, agency, role, state."""

    state = forms.ChoiceField(
        label="状態",
        required=False,
        choices=[
            *ANY,
            ("active", "使用中"),
            ("closed", "止めたもの"),
            ("no_post", "配置がない"),
            ("no_factor", "二段階の確認なし"),
            ("never", "まだ使っていない"),
            ("temporary", "仮のパスワードのまま"),
        ],
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.fields["q"].label = "氏名・ログインID"


class VersionedForm(SectionedForm):
    """A form that says which version of the row was on the screen (R-OPS-03)."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def values(self) -> dict[str, Any]:
        """What was filled in, without the version."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class AccountForm(VersionedForm):
    """Who signs in."""

    name = text("氏名", required=True, max_length=60)
    kana = text("ふりがな", max_length=80, help_text="一覧はこの順に並びます。")
    login = text(
        "ログインID",
        required=True,
        max_length=60,
        help_text="半角の小文字・数字と . - _ 。大文字で入れても小文字にします。",
    )
    email = forms.EmailField(label="メール", required=False)

    SECTIONS = (Section("アカウント", ("name", "kana", "login", "email"), key="account"),)

    def row(self, user: User) -> User:
        """What was typed, as a row, to be laid beside the one that stands (never saved)."""
        return User(id=user.id, **self.values())


class PostForm(VersionedForm):
    """配置 with all that is known about staff (R-DEL-06)."""

    agency = forms.ModelChoiceField(
        label="所属機関", queryset=Agency.objects.none(), empty_label="選んでください"
    )
    role = ChipChoiceField(
        label="役割",
        choices=Role.choices,
        help_text="この役割で、かさねで何ができるかが決まります。システム管理者は、ケースを見られません。",
    )
    title = text("職名", max_length=60)
    starts_on = WarekiField(label="配置日", required=True, widget=WarekiInput({"data-width": "half"}))
    ends_on = WarekiField(
        label="配置の終わり",
        required=False,
        widget=WarekiInput({"data-width": "half"}),
        help_text="決まっていなければ空けておきます。その日まで働きます。",
    )
    coordinator_kind = ChipChoiceField(
        label="コーディネーターの種別",
        required=False,
        choices=[("", "あてはまらない"), *CoordinatorKind.choices],
    )
    site = forms.ModelChoiceField(
        label="働く拠点",
        queryset=Site.objects.none(),
        required=False,
        empty_label="決めない(機関の拠点が一つなら、そこで働きます)",
        help_text="機関に拠点が二つ以上あるときに選びます。",
    )
    jobs = ChipsField(
        label="職種",
        required=False,
        choices=Job.choices,
        help_text="自立相談支援と利用者支援の配置の定めを確かめるときに使います。",
    )
    qualifications = ChipsField(label="資格", required=False, choices=Qualification.choices)
    qualification = text("資格（そのほか）", max_length=120, help_text="上にない資格を書きます。")
    training = text(
        "受講した研修（覚え書き）",
        help_text="修了した日のある研修は、この人のアカウントのページで「研修」に入れてください。",
    )
    is_full_time = forms.BooleanField(label="常勤", required=False)
    is_dedicated = forms.BooleanField(label="専任", required=False)
    concurrent = text("兼務", max_length=120, help_text="ほかに受け持っている仕事")

    is_urgent_officer = forms.BooleanField(
        label="緊急の知らせの担当",
        required=False,
        help_text="虐待の疑いや命の危険の知らせを受け取ります。だれにも印がない機関では、管理職・決裁者・推進員が受け取ります。",
    )

    SECTIONS = (
        Section(
            "配置",
            ("agency", "site", "role", "title", "starts_on", "ends_on", "is_urgent_officer"),
            key="post",
        ),
        Section(
            "専門職として",
            ("coordinator_kind", "jobs", "qualifications", "qualification", "training"),
            key="expert",
        ),
        Section("働き方", ("is_full_time", "is_dedicated", "concurrent"), key="hours"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["agency"].queryset = active_agencies()
        fields["site"].queryset = Site.objects.select_related("agency")
        fields["site"].label_from_instance = lambda site: f"{site.name}（{site.agency.name}）"

    def row(self, post: Post) -> Post:
        """What was typed, as a row, to be laid beside the one that stands (never saved)."""
        return Post(id=post.id, user=post.user, **self.values())


class TrainingForm(SectionedForm):
    """研修 somebody has finished, with its day (R-DEL-06)."""

    course = forms.ChoiceField(label="研修", choices=[("", "選んでください"), *Course.choices])
    name = text(
        "研修の名前", max_length=120, help_text="「そのほかの研修」のときは、ここに名前を書いてください。"
    )
    done_on = WarekiField(label="修了した日", required=True, widget=WarekiInput({"data-width": "half"}))

    SECTIONS = (Section("研修", ("course", "name", "done_on"), key="training"),)


class EndPostForm(forms.Form):
    """The last day of a post."""

    on = WarekiField(label="配置の終わりの日", required=True, help_text="この日まで働きます。")


class NoteForm(forms.Form):
    """Why an act was done."""

    note = text("理由", max_length=400)


class FactorForm(forms.Form):
    """Why the second factor is taken off, and how the person was recognised."""

    note = text(
        "外す理由と、本人であることをどう確かめたか",
        max_length=400,
        help_text="例: 電話機を買い替えた。所属長と本人に窓口で会って確かめた。",
    )

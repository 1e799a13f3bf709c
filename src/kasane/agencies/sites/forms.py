"""The form of a site, and what narrows their list (R-DEL-04)."""

from __future__ import annotations

from typing import Any

from django import forms

from kasane.agencies.forms import ANY, AgencyFilter, VersionedForm
from kasane.agencies.models import Agency, Area, Delivery, Site, SiteType
from kasane.agencies.models.structure import choices_of
from kasane.agencies.programs import USER_SUPPORT_TYPES
from kasane.agencies.queries import active_agencies
from kasane.agencies.sites.queries import consultations, open_on
from kasane.base.forms import ChipChoiceField, ChipsField, Section, WarekiField, WarekiInput, text

STATE_CHOICES = [("met", "満たしている"), ("not_met", "満たしていない"), ("unknown", "確かめられない")]


class SiteFilter(AgencyFilter):
    """拠点 narrowed by type, by how the staffing stands, by agency, by a word."""

    type = forms.ChoiceField(label="類型", required=False, choices=[*ANY, *choices_of(SiteType)])
    state = forms.ChoiceField(label="人の配置", required=False, choices=[*ANY, *STATE_CHOICES])

    field_order = ("q", "type", "state", "agency")

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.fields.pop("role")
        self.fields["q"].label = "拠点・圏域の名前"


class SiteForm(VersionedForm):
    """Who runs it, of which type, for which programs and areas."""

    name = text("拠点の名前", required=True, max_length=80)
    agency = forms.ModelChoiceField(
        label="運営する機関", queryset=Agency.objects.none(), empty_label="選んでください"
    )
    site_type = ChipChoiceField(
        label="拠点の類型",
        choices=choices_of(SiteType),
        help_text="基本型は一つの事業、統合型は二つ以上の事業を受け持ちます。地域型は、身近な場所での相談や活動です。",
    )
    deliveries = forms.ModelMultipleChoiceField(
        label="受け持つ事業",
        queryset=Delivery.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    user_support_types = ChipsField(
        label="利用者支援事業の型",
        required=False,
        choices=choices_of(USER_SUPPORT_TYPES),
        help_text="利用者支援事業を受け持つときに選びます。型ごとに、人の配置の定めが違います。",
    )
    backed_by = forms.ModelChoiceField(
        label="支える拠点",
        queryset=Site.objects.none(),
        required=False,
        empty_label="なし(地域型でないとき)",
        help_text="地域型のとき、専門的なバックアップをする基本型か統合型の拠点を選びます。",
    )
    areas = forms.ModelMultipleChoiceField(
        label="担当する圏域",
        queryset=Area.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 8}),
        help_text="二つ以上選べます(Ctrlキーを押しながら)。",
    )
    elders = forms.IntegerField(
        label="担当区域の65歳以上の人数",
        required=False,
        min_value=0,
        max_value=9_999_999,
        help_text="地域包括支援センターに要る三職種の人数が、これで決まります。",
    )
    place = text("所在地", max_length=200)
    starts_on = WarekiField(label="開いた日", required=True, widget=WarekiInput({"data-width": "half"}))
    ends_on = WarekiField(
        label="閉じる日",
        required=False,
        widget=WarekiInput({"data-width": "half"}),
        help_text="決まっていなければ空けておきます。",
    )
    note = text("備考", rows=2, max_length=2000)

    SECTIONS = (
        Section("拠点", ("name", "agency", "place", "starts_on", "ends_on"), key="site"),
        Section("類型と事業", ("site_type", "deliveries", "user_support_types", "backed_by"), key="type"),
        Section("圏域", ("areas", "elders", "note"), key="areas"),
    )

    def __init__(self, *args: Any, site: Site | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["agency"].queryset = active_agencies()
        fields["deliveries"].queryset = consultations().order_by("order")
        fields["areas"].queryset = Area.objects.filter(is_active=True)
        backing = Site.objects.filter(open_on()).exclude(site_type=SiteType.LOCAL)
        fields["backed_by"].queryset = backing if site is None else backing.exclude(pk=site.pk)

    def row(self, site: Site) -> Site:
        """What was typed, as a row, to be laid beside the one that stands (never saved)."""
        ties = ("deliveries", "areas")
        return Site(id=site.id, **{key: value for key, value in self.values().items() if key not in ties})

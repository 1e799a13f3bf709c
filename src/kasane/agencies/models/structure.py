"""The town, its areas, its agencies and its deliveries, as the profile and the plan name them (R-DEL-01–05)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.base.dates import today
from kasane.base.models import Entity, Versioned
from kasane.profiles.vocabulary import AgencyKind, Labelled, Mode, ProgramCode, SiteType, Work
from kasane.profiles.vocabulary import Field as SupportField


def choices_of(kind: Iterable[Labelled]) -> list[tuple[str, str]]:
    """A closed list of the vocabulary as a model field or a form takes it."""
    return [(one.value, one.label) for one in kind]


HANDING_ON = timedelta(days=60)
"""So long before the end of a contract the screens say so, to hand its cases on."""

WORK_CHOICES: list[tuple[int, str]] = [(work.value, f"{work.sign} {work.label}") for work in Work]


class Municipality(models.Model):
    """The one town of this deployment, with the profile it was set up from."""

    profile_key = models.CharField(max_length=40)
    name = models.CharField("自治体名", max_length=60)
    kana = models.CharField("ふりがな", max_length=80, blank=True)
    prefecture = models.CharField("都道府県", max_length=10, blank=True)
    code = models.CharField("全国地方公共団体コード", max_length=6, blank=True)
    has_welfare_office = models.BooleanField("福祉事務所の設置")
    profile_digest = models.CharField(max_length=64)
    installed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="one_municipality")]

    def __str__(self) -> str:
        return self.name


class Named(Entity):
    """Something the town's profile names by a key. What the profile no longer names stays, switched off."""

    key = models.CharField(max_length=60, unique=True)
    is_active = models.BooleanField("使用中", default=True)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


class Area(Named):
    """日常生活圏域, 自治会 and other areas, one inside another; level 0 is the whole town (R-DEL-05)."""

    name = models.CharField("名称", max_length=60)
    kind = models.CharField("種類", max_length=30)
    level = models.PositiveSmallIntegerField("階層", default=0)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name


class Agency(Named):
    """支援関係機関: who works with the people of the town."""

    name = models.CharField("名称", max_length=80)
    kana = models.CharField("ふりがな", max_length=120, blank=True)
    kind = models.CharField("種類", max_length=12, choices=choices_of(AgencyKind))
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name="属する課",
    )
    operator = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="operated",
        verbose_name="受託している法人",
    )
    areas = models.ManyToManyField(Area, blank=True, related_name="agencies", verbose_name="担当する圏域")
    phone = models.CharField("電話", max_length=40, blank=True)
    address = models.CharField("所在地", max_length=200, blank=True)
    note = models.TextField("備考", blank=True)

    class Meta:
        ordering = ["order", "name"]
        verbose_name = "支援関係機関"

    def __str__(self) -> str:
        return self.name

    @property
    def is_municipality(self) -> bool:
        return self.kind in (AgencyKind.DIVISION, AgencyKind.CENTRE)


class Delivery(Named):
    """提供体制の一行 (R-DEL-01): a program of one or more of the five works, who does it, for whom and where.

    `program` is the code of the catalogue (R-DEL-02), `name` and the texts are the town's own words.
    Where the plan prints words instead of a number of sites they stand in `sites_text`.
    """

    works = ArrayField(models.PositiveSmallIntegerField(choices=WORK_CHOICES), verbose_name="事業")
    fields = ArrayField(
        models.CharField(max_length=20, choices=choices_of(SupportField)), verbose_name="分野"
    )
    field_text = models.CharField("分野の書き方", max_length=120, blank=True)
    program = models.CharField("事業の種類", max_length=60, choices=choices_of(ProgramCode))
    name = models.CharField("実施事業", max_length=120)
    legal_basis = models.TextField("根拠法", blank=True)
    sites = models.PositiveSmallIntegerField("拠点数", null=True, blank=True)
    sites_text = models.CharField("数でない拠点数の書き方", max_length=60, blank=True)
    modes = ArrayField(
        models.CharField(max_length=10, choices=choices_of(Mode)),
        verbose_name="運営形態",
        default=list,
        blank=True,
    )
    target = models.TextField("支援対象者", blank=True)
    areas = models.ManyToManyField(Area, related_name="deliveries", verbose_name="対象圏域")
    duty_lead = models.TextField("業務内容の前書き", blank=True)
    duties = ArrayField(models.TextField(), verbose_name="業務内容", default=list, blank=True)
    examples = ArrayField(models.TextField(), verbose_name="事例", default=list, blank=True)
    agencies = models.ManyToManyField(
        Agency, through="DeliveryAgency", verbose_name="実施機関", related_name="deliveries"
    )
    divisions = models.ManyToManyField(
        Agency, through="DeliveryDivision", verbose_name="所管課", related_name="supervised"
    )
    site_type = models.CharField("拠点の類型", max_length=10, choices=choices_of(SiteType), blank=True)
    backed_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="backs",
        verbose_name="支える拠点",
    )
    note = models.TextField("備考", blank=True)

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name


class DeliveryAgency(models.Model):
    """実施機関 of a delivery in the plan's order; `mode` where the agencies run it in different modes."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="agency_links")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="delivery_links")
    mode = models.CharField("運営形態", max_length=10, choices=choices_of(Mode), blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["delivery", "agency"], name="agency_once_per_delivery")
        ]

    def __str__(self) -> str:
        return f"{self.delivery} {self.agency}"


class DeliveryDivision(models.Model):
    """所管課 of a delivery in the plan's order: the first one leads."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="division_links")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="supervision_links")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["delivery", "agency"], name="division_once_per_delivery")
        ]

    def __str__(self) -> str:
        return f"{self.delivery} {self.agency}"


class Contract(Entity, Versioned):
    """委託契約: the term for which the town entrusts a delivery to an agency.

    What the agency sees as entrusted work ends with it (R-DIS-01, entrusted work).
    """

    delivery = models.ForeignKey(
        Delivery, on_delete=models.PROTECT, related_name="contracts", verbose_name="事業"
    )
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="contracts", verbose_name="受託する機関"
    )
    starts_on = models.DateField("契約の初日")
    ends_on = models.DateField("契約の最終日", null=True, blank=True)
    note = models.CharField("備考", max_length=200, blank=True)

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="contract_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.delivery} {self.agency}"

    @property
    def is_ended(self) -> bool:
        return self.ends_on is not None and self.ends_on < today()

    @property
    def is_coming(self) -> bool:
        return self.starts_on > today()

    @property
    def ends_soon(self) -> bool:
        """Within the time in which its cases are to be handed on."""
        return self.ends_on is not None and not self.is_ended and self.ends_on < today() + HANDING_ON

"""拠点 of ①: where people are received, of which type, for which areas, with which staff (R-DEL-04)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models.structure import Agency, Area, Delivery, choices_of
from kasane.agencies.programs import USER_SUPPORT_TYPES
from kasane.base.dates import today
from kasane.base.models import Entity, Versioned
from kasane.profiles.vocabulary import SiteType


class Site(Entity, Versioned):
    """A place at which an agency carries out one program of ① (基本型), several (統合型), or works close by (地域型)."""

    name = models.CharField("拠点の名前", max_length=80)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="sites", verbose_name="運営する機関"
    )
    site_type = models.CharField("拠点の類型", max_length=10, choices=choices_of(SiteType))
    deliveries = models.ManyToManyField(
        Delivery, blank=True, related_name="held_at", verbose_name="受け持つ事業"
    )
    user_support_types = ArrayField(
        models.CharField(max_length=60, choices=choices_of(USER_SUPPORT_TYPES)),
        verbose_name="利用者支援事業の型",
        default=list,
        blank=True,
    )
    backed_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="backs",
        verbose_name="支える拠点",
    )
    areas = models.ManyToManyField(Area, blank=True, related_name="sites", verbose_name="担当する圏域")
    elders = models.PositiveIntegerField("担当区域の65歳以上の人数", null=True, blank=True)
    place = models.CharField("所在地", max_length=200, blank=True)
    starts_on = models.DateField("開いた日")
    ends_on = models.DateField("閉じる日", null=True, blank=True)
    note = models.TextField("備考", blank=True)

    class Meta:
        ordering = ["agency__order", "agency__name", "name"]
        verbose_name = "拠点"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="site_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(site_type=SiteType.LOCAL.value) | Q(backed_by__isnull=False),
                name="local_site_is_backed",
            ),
            models.CheckConstraint(
                condition=Q(backed_by__isnull=True) | Q(site_type=SiteType.LOCAL.value),
                name="only_local_sites_are_backed",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.ends_on is None or self.ends_on >= today()

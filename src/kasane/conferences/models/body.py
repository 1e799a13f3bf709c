"""会議体: the bodies of the town as its profile names them (R-CONF-05)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kasane.agencies.models import Agency
from kasane.base.models import Entity


class Function(models.TextChoices):
    """What a body does; one body may have several functions (R-CONF-05)."""

    SUPPORT_CONFERENCE = "support_conference", "支援会議"
    MULTI_TIER = "multi_tier", "重層的支援会議"
    SUPPORT_COORDINATION = "support_coordination", "支援調整会議"
    HEADQUARTERS = "headquarters", "庁内の推進本部"
    LIAISON = "liaison", "連携・連絡の会議"
    COMMUNITY = "community", "地域の会議・協議体"
    FIELD_MEETING = "field_meeting", "分野ごとの会議"
    EVALUATION = "evaluation", "計画の評価"
    NETWORK = "network", "会議と事業のネットワーク"


CASE_FUNCTIONS = (Function.SUPPORT_CONFERENCE, Function.MULTI_TIER, Function.SUPPORT_COORDINATION)
"""The functions under which a case may be talked about."""


class Body(Entity):
    """会議体 as the town's profile names it: public structure, nothing about a person."""

    key = models.CharField(max_length=60, unique=True)
    name = models.CharField("名称", max_length=80)
    functions = ArrayField(models.CharField(max_length=20, choices=Function), verbose_name="機能")
    legal_basis = models.CharField("根拠", max_length=200, blank=True)
    host = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="事務局の機関"
    )
    convener = models.CharField("招集する人", max_length=120, blank=True)
    schedule = models.CharField("開催の時期", max_length=120, blank=True)
    times_per_year = models.PositiveSmallIntegerField("年間の開催回数", null=True)
    is_ad_hoc = models.BooleanField("随時開催", default=False)
    part_of = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="parts_of_it")
    parts = models.JSONField("時間の区分", default=list)
    standing_roles = ArrayField(
        models.CharField(max_length=20), verbose_name="いつもの構成員の役割", default=list
    )
    standing_agencies = ArrayField(models.UUIDField(), verbose_name="いつもの構成機関", default=list)
    members_text = models.TextField("構成員", blank=True)
    roles = ArrayField(models.TextField(), verbose_name="役割", default=list)
    agendas = models.JSONField("開催時期ごとの検討内容", default=dict)
    text = models.TextField("説明", blank=True)
    order = models.PositiveIntegerField(default=0)
    is_active = models.BooleanField("使用中", default=True)

    class Meta:
        ordering = ["order"]
        verbose_name = "会議体"

    def __str__(self) -> str:
        return self.name

    @property
    def function_labels(self) -> list[str]:
        return [Function(function).label for function in self.functions]

    @property
    def treats_cases(self) -> bool:
        return any(function in self.functions for function in CASE_FUNCTIONS)

    @property
    def meets(self) -> bool:
        """A network of bodies and works is not convened itself."""
        return set(self.functions) != {Function.NETWORK.value}


class BodyRhythm(Entity):
    """いつひらくか, as its host has settled it: the months, the weekday and the hour (R-CONF-05).

    `week` 5 is the last one of the month; without a weekday the host chooses each day.
    """

    body = models.OneToOneField(Body, on_delete=models.CASCADE, related_name="rhythm")
    months = ArrayField(models.PositiveSmallIntegerField(), verbose_name="開催する月")
    week = models.PositiveSmallIntegerField("第何週", null=True)
    weekday = models.PositiveSmallIntegerField("曜日", null=True)
    starts = models.TimeField("始まる時刻")
    length = models.PositiveSmallIntegerField("予定の時間(分)", default=90)
    place = models.CharField("場所", max_length=120, blank=True)
    online_url = models.URLField("オンラインの接続先", max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.body_id}"

"""ケース以外の仕事: visits for advice, training, case study, liaison, awareness, help to care managers (R-INT-13)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kasane.agencies.models import Area
from kasane.intake.models.deskrow import CountedRow


class ActivityKind(models.TextChoices):
    """国 別記1の1-1(4), 別記1の2-3."""

    ADVICE = "advice", "訪問による指導・助言"
    TRAINING = "training", "人材育成・研修"
    CASE_STUDY = "case_study", "事例検討"
    LIAISON = "liaison", "連携会議"
    AWARENESS = "awareness", "普及啓発"
    CARE_MANAGERS = "care_managers", "個別ケアマネ支援"
    OTHER = "other", "その他"


class DeskActivity(CountedRow):
    """One piece of work beside the cases: counted, and without a word about a person."""

    on = models.DateField("日")
    kind = models.CharField("種類", max_length=14, choices=ActivityKind)
    minutes = models.PositiveSmallIntegerField("時間(分)", null=True, blank=True)
    place = models.CharField("場所", max_length=120, blank=True)
    partners = ArrayField(models.UUIDField(), verbose_name="相手の機関", default=list, blank=True)
    partner_note = models.CharField("相手(一覧にない機関・役割)", max_length=120, blank=True)
    participants = models.PositiveSmallIntegerField("参加した人数", null=True, blank=True)
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="地区"
    )
    what = models.CharField("したこと", max_length=200)

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["agency", "-on", "-id"], name="activity_newest")]

    def __str__(self) -> str:
        return f"{self.on} {self.get_kind_display()}"

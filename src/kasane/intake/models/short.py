"""短い相談: what a desk answers in a few minutes, kept for counting and not as a case (R-INT-02)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kasane.agencies.models import Area
from kasane.agencies.models.structure import choices_of
from kasane.base.choices import Channel, Topic
from kasane.intake.models.deskrow import CountedRow
from kasane.intake.models.outpost import OutpostDay
from kasane.intake.models.reception import ConsulterIs
from kasane.profiles.vocabulary import Field


class AgeBand(models.TextChoices):
    """本人の年ごろ, as far as one hears it in a short talk."""

    INFANT = "infant", "就学前"
    SCHOOL = "school", "小学生〜17歳"
    YOUNG = "young", "18〜39歳"
    MIDDLE = "middle", "40〜64歳"
    OLD = "old", "65〜74歳"
    OLDER = "older", "75歳以上"
    UNKNOWN = "unknown", "不明"


class ShortOutcome(models.TextChoices):
    """How a short consultation ended."""

    INFORMED = "informed", "情報を伝えた"
    GUIDED = "guided", "ほかの窓口を案内した"
    LISTENED = "listened", "話を聴いた"
    HELPED = "helped", "手続きを手伝った"
    AGAIN = "again", "また話すことにした"
    OTHER = "other", "その他"


class ShortConsultation(CountedRow):
    """One line of 短い相談. No name, no address, no number: who it was can not be told from it."""

    on = models.DateField("日")
    channel = models.CharField("方法", max_length=12, choices=Channel)
    topics = ArrayField(models.CharField(max_length=16, choices=Topic), verbose_name="相談内容", default=list)
    field = models.CharField("分野", max_length=20, choices=choices_of(Field), blank=True)
    age_band = models.CharField("年ごろ", max_length=8, choices=AgeBand, default=AgeBand.UNKNOWN)
    consulter_is = models.CharField("だれから", max_length=12, choices=ConsulterIs)
    minutes = models.PositiveSmallIntegerField("時間(分)", null=True, blank=True)
    outcome = models.CharField("対応", max_length=10, choices=ShortOutcome)
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="地区"
    )
    memo = models.CharField("メモ(名前は書かない)", max_length=120, blank=True)
    outpost = models.ForeignKey(
        OutpostDay, null=True, blank=True, on_delete=models.PROTECT, related_name="shorts"
    )
    received_on = models.DateField("受付シートにした日", null=True, blank=True)

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["agency", "-on", "-id"], name="short_newest")]

    def __str__(self) -> str:
        return f"{self.on} {self.get_channel_display()}"

    @property
    def topic_labels(self) -> list[str]:
        return [str(Topic(topic).label) for topic in self.topics]

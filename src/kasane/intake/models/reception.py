"""受付 (別紙2-1-1): the first talk and what the desk decided to do (R-INT-01, R-INT-03)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.choices import Channel, Topic
from kasane.base.models import CaseRow, Versioned


class ConsulterIs(models.TextChoices):
    """相談者と本人との関係 of the 受付シート."""

    SELF = "self", "本人"
    FAMILY = "family", "家族"
    NEIGHBOUR = "neighbour", "近隣"
    VOLUNTEER = "volunteer", "民生委員"
    AGENCY = "agency", "関係機関"
    OTHER = "other", "その他"


class Outcome(models.TextChoices):
    """対応 (R-INT-03): what follows from the first talk."""

    OWN = "own", "自分の機関で支援する"
    INFORMATION = "information", "情報提供で終わる"
    REFER = "refer", "ほかの機関につなぐ"
    COORDINATION = "coordination", "多機関協働につなぐ"
    CONFERENCE = "conference", "支援会議で扱う"
    OUTREACH = "outreach", "アウトリーチと共有する"


class Likely(models.TextChoices):
    """生活保護を要するおそれ, as the desk judges it at triage (R-INT-08)."""

    YES = "yes", "ある"
    NO = "no", "ない"
    UNSURE = "unsure", "まだ分からない"


class Reception(CaseRow, Versioned):
    """受付シート (R-INT-01): who came how, with what, and what the desk decided to do."""

    received_on = models.DateField("受付日")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="受付機関")
    received_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="受付者")
    channel = models.CharField("受付方法", max_length=12, choices=Channel)
    channel_note = models.CharField("受付方法の補足", max_length=120, blank=True)
    consulter_is = models.CharField("本人との関係", max_length=12, choices=ConsulterIs)
    consulter_tie = models.CharField("続柄・所属", max_length=60, blank=True)
    consulter_name = models.CharField("相談者の氏名", max_length=120, blank=True)
    consulter_kana = models.CharField("相談者のふりがな", max_length=160, blank=True)
    consulter_contact = models.CharField("相談者の連絡先", max_length=120, blank=True)
    is_anonymous = models.BooleanField("相談者は匿名", default=False)
    is_of_household = models.BooleanField("世帯としての相談", default=False)
    household_note = models.TextField("世帯の状況", blank=True)
    overview = models.TextField("相談の概要")
    topics = ArrayField(
        models.CharField(max_length=16, choices=Topic), verbose_name="相談内容の分類", default=list
    )
    main_topic = models.CharField("一番困っていること", max_length=16, choices=Topic, blank=True)
    is_urgent = models.BooleanField("緊急性", default=False)
    urgent_note = models.CharField("緊急の内容", max_length=200, blank=True)
    involved = ArrayField(models.UUIDField(), verbose_name="関わっている機関", default=list, blank=True)
    involved_note = models.TextField("関わっている機関(一覧にないもの)", blank=True)
    assistance = models.CharField("生活保護を要するおそれ", max_length=8, choices=Likely, blank=True)
    outcome = models.CharField("対応", max_length=16, choices=Outcome, blank=True)
    outcome_reason = models.TextField("対応の理由", blank=True)
    outcome_on = models.DateField("対応を決めた日", null=True, blank=True)
    outcome_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["received_on", "id"]
        indexes = [
            models.Index(fields=["case"], name="reception_of_case"),
            models.Index(fields=["agency", "-received_on"], name="reception_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="") | (Q(outcome_on__isnull=False) & ~Q(outcome_reason="")),
                name="outcome_has_its_reason",
            )
        ]

    def __str__(self) -> str:
        return f"受付シート {self.received_on}"

    @property
    def topic_labels(self) -> list[str]:
        return [str(Topic(topic).label) for topic in self.topics]

    @property
    def consulter_words(self) -> str:
        """「家族(長女) 山田 花子」 or 「近隣 匿名」, as one line."""
        tie = f"({self.consulter_tie})" if self.consulter_tie else ""
        name = "匿名" if self.is_anonymous else self.consulter_name
        return f"{self.get_consulter_is_display()}{tie} {name}".strip()

"""What a desk told of systems and places to turn to, and of 生活保護 (R-INT-03, R-INT-08)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kasane.agencies.models import Agency, User
from kasane.base.models import CaseRow


class Matter(models.TextChoices):
    """What the information was about."""

    GENERAL = "general", "制度や窓口の案内"
    ASSISTANCE = "assistance", "生活保護の案内"


class ToldTo(models.TextChoices):
    """Who was told."""

    SELF = "self", "本人"
    CONSULTER = "consulter", "相談者(本人以外)"
    BOTH = "both", "本人と相談者"
    OTHER = "other", "そのほかの人"


class Reply(models.TextChoices):
    """How the person answered to what they heard of 生活保護 (R-INT-08)."""

    APPLIES = "applies", "申請したい"
    THINKS = "thinks", "考えてみたい"
    DECLINES = "declines", "今は申請しない"
    ALREADY = "already", "受けている・申請中"
    UNKNOWN = "unknown", "返事は聞けていない"


class InformationGiven(CaseRow):
    """情報提供の記録: what was told, to whom, when, by whom. Written once; what is told later is a row of its own."""

    on = models.DateField("伝えた日")
    matter = models.CharField("何の案内か", max_length=12, choices=Matter)
    things = ArrayField(models.CharField(max_length=80), verbose_name="伝えたこと", default=list, blank=True)
    note = models.TextField("ほかに伝えたこと", blank=True)
    told_to = models.CharField("伝えた相手", max_length=12, choices=ToldTo)
    reply = models.CharField("本人の返事", max_length=12, choices=Reply, blank=True)
    reply_note = models.TextField("返事のことば", blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="伝えた機関")
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="伝えた人")

    class Meta:
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["case", "on"], name="information_of_case")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(matter="assistance") | ~models.Q(reply=""),
                name="assistance_has_its_reply",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_matter_display()} {self.on}"

    @property
    def words(self) -> str:
        """All that was told, as one line."""
        return "、".join([*self.things, *filter(None, [self.note])])

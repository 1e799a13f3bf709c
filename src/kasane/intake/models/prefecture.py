"""Passing a case to the prefecture's 自立相談支援 where the town has no 福祉事務所 (R-INT-08)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.choices import ContactMethod
from kasane.base.models import CaseRow, Versioned


class Arrival(models.TextChoices):
    """確実につながったか."""

    REACHED = "reached", "つながった"
    NOT_YET = "not_yet", "まだつながっていない"
    DECLINED = "declined", "本人が利用しないことにした"


class PrefectureHandOver(CaseRow, Versioned):
    """県への引き継ぎ: what was passed with the person's consent, and whether they really arrived (R-INT-08)."""

    on = models.DateField("引き継いだ日")
    recipient = models.CharField("引き継ぎ先", max_length=120)
    way = models.CharField("引き継いだ方法", max_length=24, choices=ContactMethod)
    recommended_by = models.CharField("利用を勧めた人", max_length=120)
    wish = models.TextField("本人の返事・希望", blank=True)
    content = models.TextField("伝えたこと")
    ask = models.TextField("お願いしたいこと")
    goes_along = models.BooleanField("同行する", default=False)
    telling = models.ForeignKey("cases.Telling", on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name="引き継いだ機関"
    )
    handed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name="引き継いだ人"
    )
    follow_up_on = models.DateField("確かめる予定の日")
    followed_up_on = models.DateField("確かめた日", null=True, blank=True)
    followed_up_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="確かめた人"
    )
    arrival = models.CharField("つながったか", max_length=12, choices=Arrival, blank=True)
    result = models.TextField("その後のようす", blank=True)

    class Meta:
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["case", "on"], name="handover_of_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(arrival="") | Q(followed_up_on__isnull=False), name="arrival_has_its_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.recipient} {self.on}"

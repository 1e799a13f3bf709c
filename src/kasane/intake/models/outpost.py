"""出張相談: the days on which a desk sits elsewhere, and the receptions taken there (R-INT-02)."""

from __future__ import annotations

from datetime import time

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Area
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow
from kasane.intake.models.deskrow import CountedRow


class OutpostDay(CountedRow):
    """A planned day of consultation outside the office: when, where, who sits there."""

    on = models.DateField("日")
    starts: models.TimeField[time | None, time | None] = models.TimeField("はじまり", null=True, blank=True)
    ends: models.TimeField[time | None, time | None] = models.TimeField("おわり", null=True, blank=True)
    place = models.CharField("場所", max_length=120)
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="地区"
    )
    staff = ArrayField(models.UUIDField(), verbose_name="行く職員", default=list, blank=True)
    note = models.CharField("持ち物・連絡", max_length=200, blank=True)

    class Meta:
        ordering = ["-on", "starts", "id"]
        indexes = [models.Index(fields=["agency", "on"], name="outpost_days")]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts__isnull=True) | Q(ends__isnull=True) | Q(ends__gt=models.F("starts")),
                name="outpost_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.place}"

    @property
    def hours(self) -> str:
        """「10:00〜12:00」, as far as it is known."""
        first, last = (f"{one:%H:%M}" if one else "" for one in (self.starts, self.ends))
        return f"{first}〜{last}" if first or last else ""


class OutpostReception(CaseRow):
    """That a reception was taken on a day of 出張相談."""

    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC)
    day = models.ForeignKey(
        OutpostDay, on_delete=models.PROTECT, related_name="receptions", verbose_name="出張相談"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case"], name="one_outpost_per_case")]

    def __str__(self) -> str:
        return f"{self.day_id} {self.case_id}"

"""気になる閲覧: that a manager has looked into it (R-DIS-08)."""

from __future__ import annotations

from django.db import models

from kasane.agencies.models import Agency, User
from kasane.base.models import Entity


class Oddity(models.TextChoices):
    """What makes readings worth a look. None of it is a fault by itself."""

    PROTECTED = "protected", "秘匿された住所を開いた"
    MASKED = "masked", "隠したことばを打った"
    SAME_NAME = "same_name", "同じ名字の世帯を見た"
    EXCEPTION = "exception", "例外・緊急で見た"
    REFUSED = "refused", "見られないケースを開こうとした"
    MANY = "many", "ふだんより多くのケースを見た"
    NO_OWN_WORK = "no_own_work", "支援にかかわっていないケースを見た"
    OUT_OF_HOURS = "out_of_hours", "時間外・休みの日に見た"


class OversightCheck(Entity):
    """One member of staff's readings of one kind, looked into up to the log entry `upto`; never changed afterwards.

    Written by the SQL function `disclosure_check_readings` alone.
    """

    staff = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="職員")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="機関")
    oddity = models.CharField("何が", max_length=16, choices=Oddity)
    upto = models.BigIntegerField()
    note = models.CharField("確かめたこと", max_length=500)
    checked_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name="確かめた人"
    )

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["staff", "agency", "oddity"], name="oversight_check_of")]

    def __str__(self) -> str:
        return f"{self.staff} {self.get_oddity_display()}"

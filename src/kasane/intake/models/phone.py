"""電話の記録: calls in and out of a desk, and who waits to be called back (R-INT-02)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kasane.agencies.models import User
from kasane.cases.models import Case
from kasane.intake.models.deskrow import DeskRow


class Direction(models.TextChoices):
    IN = "in", "かかってきた"
    OUT = "out", "かけた"


class PhoneCall(DeskRow):
    """One call. Who it was and what was said are for the desk alone, and go after a time unless it is about a case."""

    at = models.DateTimeField("日時")
    direction = models.CharField("向き", max_length=4, choices=Direction)
    party = models.CharField("相手", max_length=120, blank=True)
    number = models.CharField("電話番号", max_length=40, blank=True)
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    content = models.TextField("話したこと", blank=True)
    call_back_until = models.DateField("いつまでに折り返すか", null=True, blank=True)
    called_back_on = models.DateField("折り返した日", null=True, blank=True)
    called_back_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="折り返した人"
    )
    emptied_on = models.DateField("内容を消した日", null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["agency", "-at", "-id"], name="call_newest"),
            models.Index(fields=["case"], name="call_of_case", condition=Q(case__isnull=False)),
            models.Index(
                fields=["agency", "call_back_until"],
                name="call_waiting",
                condition=Q(call_back_until__isnull=False, called_back_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.get_direction_display()}"

    @property
    def waits(self) -> bool:
        undone = self.call_back_until is not None and self.called_back_on is None
        return undone and self.emptied_on is None

"""この窓口の項目: what a program asks beside the 受付シート, as the town's profile names it (R-INT-01)."""

from __future__ import annotations

from django.db import models

from kasane.agencies.models import Agency, User
from kasane.base.models import CaseRow, Versioned


class ExtraAnswer(CaseRow, Versioned):
    """The answer to one extra item of a case. `kinds` is what the item tells of (R-DIS-04)."""

    item = models.CharField(max_length=60)
    label = models.CharField("項目", max_length=80)
    value = models.CharField("答え", max_length=400, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="聞いた機関")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="聞いた人")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "item"], name="one_answer_per_item")]

    def __str__(self) -> str:
        return f"{self.label}: {self.value}"

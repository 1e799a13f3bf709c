"""進みぐあいの知らせ: what each agency tells of its own lines of the plan before the monitoring (R-COOR-07)."""

from __future__ import annotations

from django.db import models

from kasane.agencies.models import Agency, User
from kasane.base.models import CaseRow
from kasane.coordination.choices import Progress
from kasane.coordination.models.plan import Plan, PlanItem


class ProgressReport(CaseRow):
    """How one line of the plan goes, told by the agency that carries it out. Written once; the newest one counts."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="reports")
    item = models.ForeignKey(PlanItem, on_delete=models.CASCADE, related_name="reports")
    reported_on = models.DateField("知らせた日")
    progress = models.CharField("進みぐあい", max_length=12, choices=Progress)
    note = models.TextField("ようす", blank=True)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="記入者")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="記入機関")

    class Meta:
        ordering = ["created_at"]
        indexes = [models.Index(fields=["plan", "-created_at"], name="progress_of_plan")]

    def __str__(self) -> str:
        return self.get_progress_display()

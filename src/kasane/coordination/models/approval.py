"""起案 of 支援決定, what became of it on its way, and the answer to each line (R-COOR-06)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.models import CaseRow
from kasane.coordination.choices import ApprovalState, StepResult
from kasane.coordination.models.decisions import Decision
from kasane.coordination.models.plan import Plan, PlanItem


class Approval(CaseRow):
    """起案: somebody of the municipality puts the plan to those who decide, in words. Given back it is drafted anew."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="approvals")
    state = models.CharField("状態", max_length=10, choices=ApprovalState, default=ApprovalState.OPEN)
    drafted_on = models.DateField("起案日")
    drafted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="起案者")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="起案した課")
    number = models.CharField("起案番号", max_length=60, blank=True)
    text = models.TextField("伺いの内容")
    route = ArrayField(models.CharField(max_length=40), verbose_name="決裁の順")
    """Who is asked one after another, as the town had it on the day of the 起案; the last one decides."""
    ended_on = models.DateField("決裁または差し戻しの日", null=True, blank=True)

    class Meta:
        ordering = ["drafted_on", "created_at"]
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=Q(state="open"), name="one_open_approval")
        ]

    def __str__(self) -> str:
        return f"起案 {self.drafted_on}"


class ApprovalStep(CaseRow):
    """What one of those asked has answered."""

    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField(default=1)
    title = models.CharField("段階", max_length=40)
    result = models.CharField("結果", max_length=10, choices=StepResult)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="職員")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="機関")
    answered_on = models.DateField("日付")
    note = models.TextField("付記・理由", blank=True)
    substitute_reason = models.CharField("代決の理由", max_length=200, blank=True)

    class Meta:
        ordering = ["created_at"]

    def __str__(self) -> str:
        return f"{self.title} {self.get_result_display()}"


class ItemDecision(CaseRow):
    """支援決定 of one line of ② or ④: given, or not and why."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="items")
    item = models.ForeignKey(PlanItem, on_delete=models.CASCADE, related_name="+", verbose_name="支援内容")
    decided = models.BooleanField("支援決定した", default=True)
    reason = models.CharField("支援決定しない理由", max_length=400, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "item"], name="one_decision_per_item"),
            models.CheckConstraint(condition=Q(decided=True) | ~Q(reason=""), name="not_decided_says_why"),
        ]

    def __str__(self) -> str:
        return "支援決定" if self.decided else "支援決定しない"

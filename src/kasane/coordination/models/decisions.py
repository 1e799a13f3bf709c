"""What the conference judged and what the municipality decided (R-COOR-06, R-CONF-04). Written once, never changed."""

from __future__ import annotations

from django.db import models

from kasane.agencies.models import Agency, User
from kasane.base.choices import Timing
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow
from kasane.coordination.choices import DecisionResult, Judgement
from kasane.coordination.models.plan import Plan


class ConferenceJudgement(CaseRow):
    """重層的支援会議 on a plan or on an evaluation (`subject_id`), with what its members said."""

    timing = models.CharField("時点", max_length=12, choices=Timing)
    subject_id = models.UUIDField()
    meeting_id = models.UUIDField()
    judgement = models.CharField("判断", max_length=12, choices=Judgement)
    opinion = models.TextField("意見", blank=True)
    judged_on = models.DateField("会議の日")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["judged_on", "created_at"]
        indexes = [models.Index(fields=["case", "subject_id"], name="judgement_of_subject")]

    def __str__(self) -> str:
        return f"{self.get_timing_display()} {self.get_judgement_display()}"


class Decision(CaseRow):
    """支援決定, 確認 or 差し戻し of the municipality."""

    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="decisions")
    result = models.CharField("結果", max_length=10, choices=DecisionResult)
    decided_on = models.DateField("決定日")
    number = models.CharField("決裁番号", max_length=60, blank=True)
    note = models.TextField("付記・理由", blank=True)
    decider = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="決裁者")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="決定した課")

    class Meta:
        ordering = ["decided_on", "created_at"]

    def __str__(self) -> str:
        return f"{self.get_result_display()} {self.decided_on}"

"""After the plan is final: monitoring, evaluation (別紙2-6) and connectedness (別紙2-7)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.choices import Change
from kasane.base.models import CaseRow, Versioned
from kasane.coordination.choices import (
    Achievement,
    AfterMonitoring,
    Conclusion,
    EvaluationState,
    FollowUpResult,
    Occasion,
    Progress,
)
from kasane.coordination.models.plan import Plan, PlanGoal, PlanItem

SCORES = ("motivation", "self_esteem", "relations", "participation", "asking")


class Monitoring(CaseRow):
    """How the plan goes, gathered from the agencies (R-COOR-07)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="monitorings")
    held_on = models.DateField("モニタリング日")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="記入者")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="記入機関")
    person_view = models.TextField("本人の様子・受け止め", blank=True)
    note = models.TextField("全体の状況", blank=True)
    next_on = models.DateField("次回モニタリング", null=True, blank=True)
    after = models.CharField("これから", max_length=8, choices=AfterMonitoring)

    class Meta:
        ordering = ["held_on", "created_at"]

    def __str__(self) -> str:
        return f"モニタリング {self.held_on}"


class MonitoringItem(CaseRow):
    """One line of the plan at one monitoring."""

    monitoring = models.ForeignKey(Monitoring, on_delete=models.CASCADE, related_name="items")
    item = models.ForeignKey(PlanItem, on_delete=models.CASCADE, related_name="progress")
    progress = models.CharField("進みぐあい", max_length=12, choices=Progress)
    note = models.TextField("ようす", blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["monitoring", "item"], name="one_progress_per_item")]

    def __str__(self) -> str:
        return self.get_progress_display()


class Connectedness(CaseRow):
    """つながり評価: five scores from 1 (つながりが弱い) to 4, with the person where possible (R-COOR-08)."""

    rated_on = models.DateField("評価日")
    occasion = models.CharField("時点", max_length=10, choices=Occasion)
    motivation = models.PositiveSmallIntegerField("意欲")
    self_esteem = models.PositiveSmallIntegerField("自己肯定感")
    relations = models.PositiveSmallIntegerField("対人関係")
    participation = models.PositiveSmallIntegerField("社会参加")
    asking = models.PositiveSmallIntegerField("相談")
    with_person = models.BooleanField("本人と一緒につけた", default=True)
    note = models.TextField("そう考えた理由", blank=True)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="記入者")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="記入機関")

    class Meta:
        ordering = ["rated_on", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(**{f"{score}__range": (1, 4)}), name=f"connectedness_{score}_1_to_4"
            )
            for score in SCORES
        ]

    def __str__(self) -> str:
        return f"つながり評価 {self.rated_on}"

    @property
    def scores(self) -> list[int]:
        return [getattr(self, score) for score in SCORES]

    @property
    def total(self) -> int:
        return sum(self.scores)


class Evaluation(CaseRow, Versioned):
    """評価シート (2-6): what became of the goals, what remains, and what comes next (R-COOR-08, R-COOR-09)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="evaluations")
    state = models.CharField(max_length=8, choices=EvaluationState, default=EvaluationState.WAITING)
    evaluated_on = models.DateField("評価日")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="記入者")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="記入機関")
    changes = ArrayField(
        models.CharField(max_length=20, choices=Change), verbose_name="見られた変化", default=list
    )
    changes_note = models.TextField("変化の内容", blank=True)
    remaining_issues = models.TextField("残された課題", blank=True)
    person_wish = models.TextField("本人の希望", blank=True)
    staff_opinion = models.TextField("支援員の意見", blank=True)
    conclusion = models.CharField("結論", max_length=10, choices=Conclusion)
    lead_agency_after = models.ForeignKey(
        Agency,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="終結後の主担当機関",
    )
    follow_up_on = models.DateField("フォローアップの日", null=True, blank=True)
    follow_up_agency = models.ForeignKey(
        Agency,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="フォローアップをする機関",
    )
    follow_up_staff = models.CharField("フォローアップをする人", max_length=120, blank=True)
    follow_up_how = models.TextField("フォローアップの方法", blank=True)
    contact_lost_on = models.DateField("連絡が取れなくなった日", null=True, blank=True)
    contact_attempts = models.TextField("連絡を取ろうとしたこと(訪問、周囲への確認など)", blank=True)
    attempt_records = ArrayField(
        models.UUIDField(), verbose_name="連絡を取ろうとした支援経過記録", default=list, blank=True
    )
    """The 支援経過記録 of visits, calls and questions to those around, in which contact was sought (R-COOR-09)."""

    class Meta:
        ordering = ["evaluated_on", "created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state="waiting"), name="one_evaluation_waiting"
            )
        ]

    def __str__(self) -> str:
        return f"評価 {self.evaluated_on} {self.get_conclusion_display()}"


class GoalResult(CaseRow):
    """目標の達成状況: one goal of the plan at one evaluation. Without a goal it is the long goal."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.CASCADE, related_name="results")
    goal = models.ForeignKey(PlanGoal, null=True, on_delete=models.CASCADE, related_name="+")
    achievement = models.CharField("達成状況", max_length=10, choices=Achievement)
    note = models.TextField("内容", blank=True)

    class Meta:
        ordering = ["goal__order"]
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation", "goal"], nulls_distinct=False, name="one_result_per_goal"
            )
        ]

    def __str__(self) -> str:
        return self.get_achievement_display()


class FollowUp(CaseRow):
    """終結後のフォローアップ: what was found when somebody looked in again; its words are the 支援経過記録 (R-COOR-08)."""

    evaluation = models.ForeignKey(Evaluation, null=True, on_delete=models.CASCADE, related_name="follow_ups")
    record = models.ForeignKey("cases.SupportRecord", on_delete=models.CASCADE, related_name="+")
    seen_on = models.DateField("フォローアップの日")
    result = models.CharField("ようす", max_length=8, choices=FollowUpResult)
    next_on = models.DateField("次のフォローアップ", null=True, blank=True)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="記入者")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="記入機関")

    class Meta:
        ordering = ["seen_on", "created_at"]

    def __str__(self) -> str:
        return f"フォローアップ {self.seen_on} {self.get_result_display()}"

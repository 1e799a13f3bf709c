"""プラン兼事業等利用申込書 (別紙2-4) of 多機関協働 and of 自立相談支援."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kasane.agencies.models import Agency, User
from kasane.base.models import CaseRow, Versioned
from kasane.coordination.choices import OPEN_PLAN_STATES, Course, PlanState, Service, Signature
from kasane.coordination.rules.course import CourseWords, months_later, words


class Plan(CaseRow, Versioned):
    """One version of the support plan of a household (R-COOR-04, R-COOR-07). Earlier versions are kept.

    The first plan of 多機関協働 that came out of 自立相談支援 names that plan as its `previous` (R-SELF-01).
    """

    course = models.CharField("支援の枠組み", max_length=14, choices=Course, default=Course.COORDINATION)
    number = models.PositiveSmallIntegerField("プラン回数", editable=False)
    previous = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="following")
    state = models.CharField("状態", max_length=12, choices=PlanState, default=PlanState.DRAFT)
    made_on = models.DateField("作成日")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="作成者")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="作成機関")
    issues = models.TextField("解決したい課題", blank=True)
    wish = models.TextField("本人・世帯の望む姿", blank=True)
    long_goal = models.TextField("長期目標", blank=True)
    lead_agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="主担当機関"
    )
    lead_staff = models.CharField("主担当者", max_length=120, blank=True)
    uses_participation = models.BooleanField("② 参加支援を使う", default=False)
    participation_reason = models.TextField("参加支援を使う理由", blank=True)
    uses_outreach = models.BooleanField("④ アウトリーチを使う", default=False)
    outreach_reason = models.TextField("アウトリーチを使う理由", blank=True)
    early_start = models.BooleanField("支援決定の前に②・④を始める", default=False)
    early_started_on = models.DateField("早期に始めた日", null=True, blank=True)
    early_start_reason = models.TextField("早く始める理由", blank=True)
    starts_on = models.DateField("プラン期間の始まり", null=True, blank=True)
    ends_on = models.DateField("プラン期間の終わり", null=True, blank=True)
    next_monitoring_on = models.DateField("次回モニタリング", null=True, blank=True)
    evaluation_months = models.PositiveSmallIntegerField("評価の時期(か月後)", null=True, blank=True)
    person_agreed_on = models.DateField("本人の同意日", null=True, blank=True)
    signature = models.CharField("署名", max_length=8, choices=Signature, blank=True)
    signed_name = models.CharField("署名した人の氏名", max_length=120, blank=True)
    signature_note = models.CharField("署名の補足(代筆・代理の理由など)", max_length=200, blank=True)
    submitted_on = models.DateField("会議に出した日", null=True, blank=True)
    final_on = models.DateField("確定した日", null=True, blank=True)
    ended_on = models.DateField("終わった日", null=True, blank=True)
    returned_note = models.TextField("直してほしいこと", blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "course", "number"], name="plan_number_in_course"),
            models.UniqueConstraint(
                fields=["case", "course"],
                condition=Q(state__in=OPEN_PLAN_STATES),
                name="one_plan_in_the_making_of_course",
            ),
            models.UniqueConstraint(
                fields=["case", "course"], condition=Q(state="final"), name="one_final_plan_of_course"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="plan_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"プラン({self.name})"

    @property
    def name(self) -> str:
        """初回, 再1回, 再2回 …"""
        return "初回" if self.number == 1 else f"再{self.number - 1}回"

    @property
    def words(self) -> CourseWords:
        """What its course calls things."""
        return words(self.course)

    @property
    def full_name(self) -> str:
        """プラン(初回), and the course where it does not go without saying."""
        badge = self.words.badge
        return f"{badge}プラン({self.name})" if badge else f"プラン({self.name})"

    @property
    def evaluate_on(self) -> date | None:
        """When its evaluation is due: so many months after the plan begins (R-SELF-01)."""
        begins = self.starts_on or self.final_on
        return months_later(begins, self.evaluation_months) if begins and self.evaluation_months else None

    @property
    def is_early(self) -> bool:
        """② or ④ runs already although nobody has decided yet (R-COOR-05)."""
        return self.early_start and self.early_started_on is not None and self.final_on is None


class PlanGoal(CaseRow):
    """短期目標: one of the steps towards the long goal."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="goals")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.TextField("短期目標")
    by_when = models.CharField("いつまでに", max_length=60, blank=True)
    issue_ids = ArrayField(models.UUIDField(), verbose_name="こたえる課題", default=list, blank=True)
    """Issues of 2-3 (`PersonIssue`). Their words are read there, by whoever may see data of their kind (R-DIS-04)."""
    issue = models.CharField("こたえる課題(ことば)", max_length=200, blank=True)

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.text


class PlanItem(CaseRow):
    """支援内容: one line of the table, by one agency (R-COOR-04)."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField(default=0)
    goal = models.ForeignKey(
        PlanGoal,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="items",
        verbose_name="短期目標",
    )
    service = models.CharField("使う事業", max_length=14, choices=Service, default=Service.OTHER)
    issue = models.TextField("課題", blank=True)
    support = models.TextField("支援内容")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="担当機関")
    staff = models.CharField("担当者", max_length=120, blank=True)
    user = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="担当の職員"
    )
    """The account behind `staff`, where somebody of the agency has that name."""
    frequency = models.CharField("頻度", max_length=60, blank=True)
    period = models.CharField("期間", max_length=60, blank=True)
    from_on = models.DateField("始める日", null=True, blank=True)
    until_on = models.DateField("終える日", null=True, blank=True)
    own_effort = models.TextField("本人の取組", blank=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(from_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="item_ends_after_start",
            )
        ]

    def __str__(self) -> str:
        return self.support

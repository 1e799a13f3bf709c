"""ケース: the file everything hangs on, its records, its tasks, its course."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.choices import ContactMethod
from kasane.base.dates import fiscal_label
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow, Entity, Versioned
from kasane.cases.alarm.models import Alarm, AlarmStep, AlarmStepKind, AlarmTold, Finding, Standing

__all__ = [
    "Alarm",
    "AlarmStep",
    "AlarmStepKind",
    "AlarmTold",
    "Case",
    "ClosedAs",
    "Draft",
    "Event",
    "Finding",
    "Stage",
    "Standing",
    "SupportRecord",
    "Task",
    "TaskKind",
    "Telling",
    "TellingPurpose",
]


class Stage(models.TextChoices):
    """Where a case stands on its way. Closed says how in `Case.closed_as`."""

    RECEPTION = "reception", "受付"
    APPLICATION = "application", "申込"
    ASSESSMENT = "assessment", "アセスメント"
    PLAN = "plan", "プラン"
    SUPPORT = "support", "支援"
    CLOSED = "closed", "終結"


class ClosedAs(models.TextChoices):
    CLOSED = "closed", "終結"
    INTERRUPTED = "interrupted", "中断"
    INFORMATION = "information", "情報提供で終了"
    OTHER_SYSTEM = "other_system", "自機関・他制度で対応"


class Case(Entity, Versioned):
    """One household's course of support, from reception to the disposal of the file."""

    year = models.PositiveSmallIntegerField("年度", editable=False)
    number = models.PositiveIntegerField("番号", editable=False)
    opened_on = models.DateField("受付日")
    stage = models.CharField("段階", max_length=12, choices=Stage, default=Stage.RECEPTION)
    responsible_agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name="主担当機関"
    )
    responsible_user = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="主担当者"
    )
    is_urgent = models.BooleanField("緊急", default=False)
    urgent_note = models.CharField("緊急の内容", max_length=200, blank=True)
    applied_on = models.DateField("利用申込日", null=True, blank=True)
    closed_on = models.DateField("終結日", null=True, blank=True)
    closed_as = models.CharField("終わり方", max_length=12, choices=ClosedAs, blank=True)
    touched_at = models.DateTimeField("最後に動きのあった日時", editable=False)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["responsible_agency", "touched_at"], name="case_silent", condition=~Q(stage="closed")
            ),
            models.Index(
                fields=["updated_at"], name="case_urgent", condition=Q(is_urgent=True, closed_on__isnull=True)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="case_number"),
            models.CheckConstraint(
                condition=Q(stage="closed", closed_on__isnull=False)
                | (~Q(stage="closed") & Q(closed_on__isnull=True)),
                name="closed_case_has_its_day",
            ),
        ]

    visible_kinds: int = 0
    is_held: bool = False

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """R7-0012."""
        return f"{fiscal_label(self.year)}-{self.number:04d}"

    @property
    def is_open(self) -> bool:
        return self.stage != Stage.CLOSED

    @property
    def state_label(self) -> str:
        return self.get_closed_as_display() if self.closed_as else self.get_stage_display()

    def sees(self, kinds: int) -> bool:
        """Whether the viewer who opened this case may see data of these kinds (for explaining, never for filtering)."""
        return not kinds & ~self.visible_kinds


class Event(CaseRow):
    """A step on the case's course: what happened, who did it, at which agency. Written by actions only."""

    at = models.DateTimeField("日時")
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    body = models.TextField(blank=True)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=40, blank=True)
    subject_id = models.UUIDField(null=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["case", "-at"], name="event_course")]

    def __str__(self) -> str:
        return self.title


class SupportRecord(CaseRow, Versioned):
    """支援経過記録: what was done with whom, how, and what comes next."""

    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC | DataKind.LIFE)
    at = models.DateTimeField("日時")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="機関")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="対応者")
    counterpart = models.CharField("相手", max_length=120, blank=True)
    method = models.CharField("方法", max_length=24, choices=ContactMethod)
    place = models.CharField("場所", max_length=120, blank=True)
    minutes = models.PositiveSmallIntegerField("所要時間(分)", null=True, blank=True)
    content = models.TextField("内容")
    next_step = models.CharField("次の予定", max_length=200, blank=True)
    next_on = models.DateField("次の予定日", null=True, blank=True)
    participants = ArrayField(models.UUIDField(), verbose_name="同席した世帯の人", default=list, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["case", "-at"], name="record_course"),
            models.Index(fields=["at"], name="record_at"),
            models.Index(fields=["author", "-at", "-id"], name="record_of_author"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.get_method_display()}"


class TaskKind(models.TextChoices):
    ANSWER_REFERRAL = "answer_referral", "つなぎへの回答"
    FOLLOW_UP = "follow_up", "フォローアップ"
    APPLICATION = "application", "利用申込"
    ASSESSMENT = "assessment", "アセスメント"
    PLAN = "plan", "プラン"
    CONFERENCE = "conference", "会議"
    DECISION = "decision", "支援決定"
    MONITORING = "monitoring", "モニタリング"
    EVALUATION = "evaluation", "評価"
    CONTACT = "contact", "次の予定"
    REGISTER = "register", "道すじ・台帳"
    OTHER = "other", "その他"


class Task(CaseRow):
    """Something that waits for an agency (or one person of it), seen on 今日やること until it is done."""

    kinds = models.PositiveSmallIntegerField(default=DataKind.BASIC)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="機関")
    assignee = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=TaskKind)
    what = models.CharField("すること", max_length=200)
    due_on = models.DateField("期日")
    someone_waits = models.BooleanField("待たせている", default=False)
    since = models.DateField("いつから")
    is_urgent = models.BooleanField("緊急", default=False)
    done_on = models.DateField("済んだ日", null=True)
    done_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=40, blank=True)
    source_id = models.UUIDField(null=True)

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(
                fields=["agency", "someone_waits", "-is_urgent", "due_on", "id"],
                name="task_open",
                condition=Q(done_on__isnull=True),
            ),
            models.Index(fields=["case"], name="task_of_case", condition=Q(done_on__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.what


class Draft(Entity):
    """What somebody has typed and not yet saved; only they see it. Gone when the form is saved."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40, blank=True)
    data = models.JSONField()
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "agency", "form", "subject_id"], name="one_draft_per_form"
            )
        ]

    def __str__(self) -> str:
        return self.form


class TellingPurpose(models.TextChoices):
    """The five cases in which the 規程 lets somebody outside be told with consent (R-DIS-06)."""

    ADJUSTMENT = "adjustment", "支援やプランの調整"
    OTHER_SUPPORT = "other_support", "ほかの機関・人の支援を受けるため"
    AFTER_PLAN = "after_plan", "プランが終わった後の連携"
    PRIOR_CONSULTATION = "prior_consultation", "制度の申込み前の自治体への相談"
    MEDICAL = "medical", "医療機関へのつなぎ"


class Telling(CaseRow):
    """外部への情報提供の記録: to somebody who does not use this system, with the consent or exception it stood on.

    Written once; a mistake is told in a new row.
    """

    on = models.DateField("伝えた日")
    recipient = models.CharField("伝えた相手", max_length=120)
    way = models.CharField("伝えた方法", max_length=24, choices=ContactMethod)
    purpose = models.CharField("目的", max_length=20, choices=TellingPurpose)
    content = models.TextField("伝えた内容")
    consent_id = models.UUIDField("もとになった同意", null=True)
    exception_id = models.UUIDField("もとになった例外", null=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="伝えた機関")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="伝えた人")

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["case", "-on"], name="telling_of_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(consent_id__isnull=True) ^ Q(exception_id__isnull=True),
                name="telling_stands_on_one_ground",
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.recipient}"


from kasane.cases.writing.models import Phrase as Phrase  # noqa: E402 - a model of this app

"""緊急の知らせ: what was seen, who was told, what was done, how it ended. Written by functions alone (`alarm.sql`)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.models import CaseRow
from kasane.profiles.vocabulary import Danger


class Finding(models.TextChoices):
    """事実確認の結果: abuse or the danger itself."""

    FOUND = "found", "虐待・危険があった"
    NOT_FOUND = "not_found", "虐待・危険はなかった"
    UNDECIDED = "undecided", "判断できない"


class Suspect(models.TextChoices):
    """だれによる疑いか: it decides which article obliges to tell."""

    CARER = "carer", "養護者・家族"
    STAFF = "staff", "施設・サービスの職員"
    EMPLOYER = "employer", "雇っている人(使用者)"
    UNKNOWN = "unknown", "分からない"


class Alarm(CaseRow):
    """One 緊急の知らせ about a case (R-INT-09). Open until a told officer of the municipality ends it with a result.

    `ack_until`: until when somebody should have acknowledged; then it is the managers' and deciders' too, as
    after `safety_due`, until when somebody should have made sure of safety.
    """

    danger = models.CharField("緊急の種類", max_length=10, choices=[(one.value, one.label) for one in Danger])
    suspect = models.CharField("だれによる疑いか", max_length=8, choices=Suspect, default=Suspect.UNKNOWN)
    law = models.CharField("根拠", max_length=200)
    facts = models.TextField("見たこと・聞いたこと")
    place = models.CharField("本人はいまどこにいるか", max_length=200)
    done = models.TextField("もうしたこと", blank=True)
    raised_at = models.DateTimeField("知らせた日時")
    raised_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="知らせた人")
    raised_agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name="知らせた機関"
    )
    ack_until = models.DateTimeField("受け取りの期限")
    acknowledged_at = models.DateTimeField("最初に受け取った日時", null=True)
    safety_due = models.DateTimeField("安全確認の期限")
    safety_at = models.DateTimeField("安全を確かめた日時", null=True)
    ended_at = models.DateTimeField("終えた日時", null=True)
    ended_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="終えた人"
    )
    finding = models.CharField("事実確認の結果", max_length=10, choices=Finding, blank=True)
    measure = models.TextField("措置", blank=True)
    watch = models.TextField("継続の見守り", blank=True)
    reason = models.TextField("終える理由", blank=True)

    class Meta:
        ordering = ["-raised_at"]
        indexes = [
            models.Index(fields=["raised_at"], name="alarm_open", condition=Q(ended_at__isnull=True)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True)
                | (Q(ended_by__isnull=False, acknowledged_at__isnull=False) & ~Q(finding="") & ~Q(reason="")),
                name="alarm_ends_with_a_result",
            )
        ]

    def __str__(self) -> str:
        return self.get_danger_display()


class Standing(models.TextChoices):
    OFFICER = "officer", "知らせを受けた担当"
    JOINED = "joined", "引きついだ人"
    RAISER = "raiser", "知らせた人"


class AlarmTold(CaseRow):
    """One person who is told of an alarm, what they answered, and whether they know how it ended."""

    alarm = models.ForeignKey(Alarm, on_delete=models.CASCADE, related_name="told")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="職員")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="機関")
    standing = models.CharField("立場", max_length=8, choices=Standing)
    exception_id = models.UUIDField(null=True, db_index=True)
    acknowledged_at = models.DateTimeField("受け取った日時", null=True)
    actor_words = models.CharField("だれが動くか", max_length=120, blank=True)
    next_step = models.CharField("次にすること", max_length=200, blank=True)
    read_end_at = models.DateTimeField("終わりを読んだ日時", null=True)

    class Meta:
        ordering = ["standing", "id"]
        constraints = [models.UniqueConstraint(fields=["alarm", "user"], name="told_once_of_an_alarm")]

    def __str__(self) -> str:
        return f"{self.user} {self.get_standing_display()}"


class AlarmStepKind(models.TextChoices):
    SAFETY = "safety", "安全を確かめた"
    FACTS = "facts", "事実を確かめた"
    CALLED = "called", "110・119・児童相談所などに連絡した"
    MEASURE = "measure", "保護・措置"
    TALK = "talk", "協議・会議"
    OTHER = "other", "その他"


class AlarmStep(CaseRow):
    """Something that was done about an alarm."""

    alarm = models.ForeignKey(Alarm, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField("日時")
    what = models.CharField("したこと", max_length=10, choices=AlarmStepKind)
    content = models.TextField("内容")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="した人")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="機関")

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["alarm", "at"], name="alarm_course")]

    def __str__(self) -> str:
        return self.get_what_display()

"""What happens around a つなぎ: words between both sides, going along, the coordinator's steps (R-INT-04, R-INT-05)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.models import CaseRow, Versioned
from kasane.intake.models.referral import Referral


class ReferralComment(CaseRow):
    """A word from one side to the other, while the つなぎ waits and after; with `asks` the other side is waited for."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="+", verbose_name="つなぎ")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="書いた機関")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="書いた人")
    text = models.TextField("連絡")
    asks = models.BooleanField("返事がほしい", default=False)
    replied_on = models.DateField("返事のあった日", null=True)

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [models.Index(fields=["referral", "created_at"], name="comment_of_referral")]

    def __str__(self) -> str:
        return self.text[:40]

    @property
    def waits(self) -> bool:
        """Asked, and nobody of the other side has said anything since."""
        return self.asks and self.replied_on is None


class VisitState(models.TextChoices):
    PLANNED = "planned", "予定"
    DONE = "done", "行った"
    CANCELLED = "cancelled", "取りやめ"


class ReferralVisit(CaseRow, Versioned):
    """同行: somebody known goes along to the new place, so that nobody is lost on the way (R-INT-04)."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="+", verbose_name="つなぎ")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="決めた機関")
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="決めた人")
    state = models.CharField("状態", max_length=10, choices=VisitState, default=VisitState.PLANNED)
    on = models.DateField("同行の日")
    at = models.TimeField("時刻", null=True, blank=True)
    place = models.CharField("行き先", max_length=120)
    meet_point = models.CharField("待ち合わせ", max_length=120, blank=True)
    sender_goes = models.CharField("つなぎ元から行く人", max_length=120, blank=True)
    receiver_goes = models.CharField("つなぎ先から行く人", max_length=120, blank=True)
    note = models.CharField("気をつけること", max_length=200, blank=True)
    result = models.TextField("同行の結果", blank=True)
    ended_on = models.DateField("行った日・取りやめた日", null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "at", "id"]
        indexes = [models.Index(fields=["referral", "on"], name="visit_of_referral")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="planned") | (Q(ended_on__isnull=False) & ~Q(result="")),
                name="ended_visit_has_its_result",
            )
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.place}"

    @property
    def is_planned(self) -> bool:
        return self.state == VisitState.PLANNED


class StallReason(models.TextChoices):
    """Why a つなぎ stands still (R-INT-05), the gravest first."""

    PASSED_ON = "passed_on", "受ける機関のないまま回っています"
    UNANSWERED = "unanswered", "返事がありません"
    UNDECIDED = "undecided", "戻されたまま、次が決まっていません"
    OVERDUE = "overdue", "フォローアップの日をすぎています"


class HopAct(models.TextChoices):
    """What the coordinator does about it."""

    HEARD = "heard", "電話で聞いた"
    ASKED = "asked", "つなぎ直しを頼む"
    CONFERENCE = "conference", "会議にかける"
    DISMISSED = "dismissed", "しばらく知らせない"


class HopStep(CaseRow):
    """A coordinator's step on a つなぎ that stands still; the alert is quiet until a day, then back (R-INT-05).

    Written by a function alone: the coordinator may not see the case. Names nobody who is helped.
    """

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="+", verbose_name="つなぎ")
    reasons = ArrayField(
        models.CharField(max_length=12, choices=StallReason), verbose_name="止まっているわけ"
    )
    act = models.CharField("したこと", max_length=12, choices=HopAct)
    note = models.CharField("理由・メモ", max_length=400)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="機関")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="した人")
    on = models.DateField("日")
    quiet_until = models.DateField("この日まで知らせない")

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["referral", "-id"], name="step_of_referral")]

    def __str__(self) -> str:
        return f"{self.on} {self.get_act_display()}"

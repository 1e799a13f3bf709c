"""つなぎ (別紙2-1-2): one hop of a case, with both sides of its sheet (R-INT-04, R-INT-05)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow, Versioned


class ReferralKind(models.TextChoices):
    REFER = "refer", "つなぎ"
    HAND_BACK = "hand_back", "つなぎもどし"


class ReferralState(models.TextChoices):
    SENT = "sent", "返事待ち"
    ACCEPTED = "accepted", "受けた"
    JOINT = "joint", "共に支援"
    RETURNED = "returned", "戻した"
    WITHDRAWN = "withdrawn", "取り下げ"


class RequestKind(models.TextChoices):
    """依頼内容 of the つなぐシート."""

    CONSULTATION = "consultation", "相談"
    SHARING = "sharing", "情報共有"
    ROLES = "roles", "役割分担の調整"
    OUTREACH = "outreach", "アウトリーチ"
    PARTICIPATION = "participation", "参加支援"


class Accompaniment(models.TextChoices):
    """Whether going along was offered (R-INT-04)."""

    GOES_ALONG = "goes_along", "同行する"
    DECLINED = "declined", "申し出たが、本人は望まなかった"
    NOT_OFFERED = "not_offered", "申し出ていない"


class Attachment(models.TextChoices):
    RECEPTION = "2-1-1", "受付シート(2-1-1)"
    APPLICATION = "2-2", "相談受付・申込票(2-2)"
    PAPER = "paper", "紙の資料"


class Referral(CaseRow, Versioned):
    """つなぐシート (R-INT-04): both sides of one hop, from the reason to the follow-up."""

    kind = models.CharField("種類", max_length=10, choices=ReferralKind, default=ReferralKind.REFER)
    state = models.CharField("状態", max_length=10, choices=ReferralState, default=ReferralState.SENT)
    sender = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="つなぎ元")
    sent_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name="つなぎ元の担当者"
    )
    receiver = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="つなぎ先")
    group = models.UUIDField("同時に送ったつなぎ", null=True, editable=False)
    sent_on = models.DateField("日付")
    is_urgent = models.BooleanField("緊急", default=False)
    to_coordination = models.BooleanField("多機関協働へのつなぎ", default=False)
    requests = ArrayField(models.CharField(max_length=16, choices=RequestKind), verbose_name="依頼内容")
    course = models.TextField("これまでの支援経過", blank=True)
    reason = models.TextField("つなぐ理由")
    explained_by = models.CharField("説明した人", max_length=120)
    explained_what = models.TextField("説明した内容")
    explained_on = models.DateField("説明した日")
    wish = models.TextField("本人の意向", blank=True)
    arranges_meeting = models.BooleanField("面談の場を設ける", default=False)
    accompaniment = models.CharField("同行", max_length=12, choices=Accompaniment)
    care_note = models.TextField("不安への配慮", blank=True)
    attachments = ArrayField(
        models.CharField(max_length=8, choices=Attachment), verbose_name="添付", default=list, blank=True
    )
    attachment_note = models.CharField("添付の説明", max_length=200, blank=True)
    follow_up_on = models.DateField("フォローアップの予定日", null=True, blank=True)

    received_on = models.DateField("受領日", null=True, blank=True)
    answered_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="受け側の担当者"
    )
    answered_on = models.DateField("回答日", null=True, blank=True)
    answer_note = models.TextField("回答のことば", blank=True)
    talk_on = models.DateField("協議した日", null=True, blank=True)
    talk_with = models.CharField("協議した相手", max_length=120, blank=True)
    talk_note = models.TextField("協議の記録", blank=True)
    withdrawn_on = models.DateField("取り下げた日", null=True, blank=True)
    withdrawn_note = models.TextField("取り下げの理由", blank=True)
    followed_up_on = models.DateField("フォローアップ日", null=True, blank=True)
    followed_up_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    follow_up_result = models.TextField("フォローアップの結果", blank=True)

    class Meta:
        ordering = ["sent_on", "id"]
        indexes = [
            models.Index(fields=["case", "sent_on"], name="referral_of_case"),
            models.Index(
                fields=["receiver", "-is_urgent", "sent_on", "id"],
                condition=Q(state="sent"),
                name="referral_waiting",
            ),
            models.Index(
                fields=["sender", "-is_urgent", "sent_on", "id"],
                condition=Q(state="sent") | Q(state="returned", followed_up_on__isnull=True),
                name="referral_unfinished",
            ),
            models.Index(
                fields=["answered_on", "case"],
                condition=Q(state="sent") | Q(answered_on__isnull=False, followed_up_on__isnull=True),
                name="referral_to_watch",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "receiver"], condition=Q(state="sent"), name="one_open_referral_per_receiver"
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | (Q(talk_on__isnull=False) & ~Q(talk_note="")),
                name="return_has_its_talk",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.sender} → {self.receiver}"

    @property
    def is_waiting(self) -> bool:
        return self.state == ReferralState.SENT

    @property
    def is_answered(self) -> bool:
        return self.state in (ReferralState.ACCEPTED, ReferralState.JOINT, ReferralState.RETURNED)

    @property
    def is_hand_back(self) -> bool:
        return self.kind == ReferralKind.HAND_BACK

    @property
    def request_labels(self) -> list[str]:
        return [str(RequestKind(request).label) for request in self.requests]

    @property
    def attachment_labels(self) -> list[str]:
        return [str(Attachment(one).label) for one in self.attachments]


REFERRAL_KINDS = int(DataKind.BASIC | DataKind.LIFE)
"""What a つなぐシート holds when nobody ticks more."""

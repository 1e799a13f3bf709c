"""受付 (別紙2-1-1) and つなぎ (別紙2-1-2): the first talk, and the way to another agency (R-INT)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.choices import Channel, Topic
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow, Versioned


class ConsulterIs(models.TextChoices):
    """相談者と本人との関係 of the 受付シート."""

    SELF = "self", "本人"
    FAMILY = "family", "家族"
    NEIGHBOUR = "neighbour", "近隣"
    VOLUNTEER = "volunteer", "民生委員"
    AGENCY = "agency", "関係機関"
    OTHER = "other", "その他"


class Outcome(models.TextChoices):
    """対応 (R-INT-03): what follows from the first talk."""

    OWN = "own", "自分の機関で支援する"
    INFORMATION = "information", "情報提供で終わる"
    REFER = "refer", "ほかの機関につなぐ"
    COORDINATION = "coordination", "多機関協働につなぐ"
    CONFERENCE = "conference", "支援会議で扱う"
    OUTREACH = "outreach", "アウトリーチと共有する"


class Reception(CaseRow, Versioned):
    """受付シート (R-INT-01): who came how, with what, and what the desk decided to do."""

    received_on = models.DateField("受付日")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="受付機関")
    received_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="受付者")
    channel = models.CharField("受付方法", max_length=12, choices=Channel)
    channel_note = models.CharField("受付方法の補足", max_length=120, blank=True)
    consulter_is = models.CharField("本人との関係", max_length=12, choices=ConsulterIs)
    consulter_tie = models.CharField("続柄・所属", max_length=60, blank=True)
    consulter_name = models.CharField("相談者の氏名", max_length=120, blank=True)
    consulter_kana = models.CharField("相談者のふりがな", max_length=160, blank=True)
    consulter_contact = models.CharField("相談者の連絡先", max_length=120, blank=True)
    household_note = models.TextField("世帯の状況", blank=True)
    overview = models.TextField("相談の概要")
    topics = ArrayField(
        models.CharField(max_length=16, choices=Topic), verbose_name="相談内容の分類", default=list
    )
    main_topic = models.CharField("一番困っていること", max_length=16, choices=Topic, blank=True)
    is_urgent = models.BooleanField("緊急性", default=False)
    urgent_note = models.CharField("緊急の内容", max_length=200, blank=True)
    involved = ArrayField(models.UUIDField(), verbose_name="関わっている機関", default=list, blank=True)
    involved_note = models.TextField("関わっている機関(一覧にないもの)", blank=True)
    outcome = models.CharField("対応", max_length=16, choices=Outcome, blank=True)
    outcome_reason = models.TextField("対応の理由", blank=True)
    outcome_on = models.DateField("対応を決めた日", null=True, blank=True)
    outcome_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["received_on", "id"]
        indexes = [
            models.Index(fields=["case"], name="reception_of_case"),
            models.Index(fields=["agency", "-received_on"], name="reception_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="") | (Q(outcome_on__isnull=False) & ~Q(outcome_reason="")),
                name="outcome_has_its_reason",
            )
        ]

    def __str__(self) -> str:
        return f"受付シート {self.received_on}"

    @property
    def topic_labels(self) -> list[str]:
        return [str(Topic(topic).label) for topic in self.topics]

    @property
    def consulter_words(self) -> str:
        """「家族(長女) 山田 花子」, as one line."""
        tie = f"({self.consulter_tie})" if self.consulter_tie else ""
        return f"{self.get_consulter_is_display()}{tie} {self.consulter_name}".strip()


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

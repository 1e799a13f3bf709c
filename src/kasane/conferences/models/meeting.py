"""A meeting of a body and its members (R-CONF-06)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kasane.agencies.models import Agency, User
from kasane.base.dates import fiscal_label
from kasane.base.models import Entity, Versioned
from kasane.conferences.models.body import Body


class MeetingState(models.TextChoices):
    PLANNED = "planned", "開催前"
    HELD = "held", "開催中"
    FINISHED = "finished", "終了"
    CANCELLED = "cancelled", "中止"


class Meeting(Entity, Versioned):
    """One meeting of a body (R-CONF-06). What is said about a person stands in its items, not here."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    year = models.PositiveSmallIntegerField("年度", editable=False)
    number = models.PositiveIntegerField("回", editable=False)
    host = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="招集した機関")
    convened_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name="招集した人"
    )
    convened_on = models.DateField("招集した日")
    starts_at = models.DateTimeField("日時")
    material_until = models.DateField("資料を閉じる日")
    length = models.PositiveSmallIntegerField("予定の時間(分)", default=60)
    place = models.CharField("場所", max_length=120, blank=True)
    online_url = models.URLField("オンラインの接続先", max_length=300, blank=True)
    message = models.TextField("通知に添える言葉", blank=True)
    parts = models.JSONField("時間の区分", default=list)
    state = models.CharField("状態", max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    summary = models.TextField("会議全体の記録", blank=True)
    began_at = models.DateTimeField("はじめた時刻", null=True)
    ended_at = models.DateTimeField("終えた時刻", null=True)
    finished_on = models.DateField("会議録の作成日", null=True)
    cancelled_reason = models.CharField("中止の理由", max_length=200, blank=True)

    class Meta:
        ordering = ["-starts_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["body", "year", "number"], name="meeting_number")]
        indexes = [
            models.Index(fields=["host", "-starts_at"], name="meeting_of_host"),
            models.Index(fields=["starts_at"], name="meeting_by_day"),
            models.Index(
                fields=["starts_at", "id"], condition=Q(state__in=("planned", "held")), name="meeting_coming"
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """みんなで支え愛会議 R7 第3回"""
        return f"{self.body.name} {fiscal_label(self.year)} 第{self.number}回"

    @property
    def day(self) -> date:
        return timezone.localdate(self.starts_at)

    @property
    def is_open(self) -> bool:
        """Whether its agenda and members may still be changed."""
        return self.state in (MeetingState.PLANNED, MeetingState.HELD)


class MemberRole(models.TextChoices):
    CONVENER = "convener", "招集者"
    MEMBER = "member", "構成員"


class Answer(models.TextChoices):
    WAITING = "waiting", "返事待ち"
    ATTENDS = "attends", "出席"
    ONLINE = "online", "オンラインで出席"
    ABSENT = "absent", "欠席"


class Member(Entity):
    """構成員: someone with an account, or a guest by name. A guest has no access here (R-DIS-10).

    `items`: who is called to single items alone (ケースごとの構成員) sees and hears nothing of the others; None is the
    whole meeting (R-CONF-05).
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="members")
    agency = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="機関"
    )
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="職員")
    guest_name = models.CharField("氏名", max_length=80, blank=True)
    guest_role = models.CharField("所属・立場", max_length=120, blank=True)
    is_person = models.BooleanField("本人", default=False)
    care_note = models.CharField("気をつけること", max_length=200, blank=True)
    role = models.CharField("役割", max_length=10, choices=MemberRole, default=MemberRole.MEMBER)
    answer = models.CharField("返事", max_length=10, choices=Answer, default=Answer.WAITING)
    attended = models.BooleanField("出席", null=True)
    arrived_at = models.TimeField("遅れて来た時刻", null=True)
    left_at = models.TimeField("途中で帰った時刻", null=True)
    items = ArrayField(models.UUIDField(), verbose_name="呼ばれた議題", null=True)
    takes_minutes = models.BooleanField("記録者", default=False)
    secrecy_paper_on = models.DateField("守秘義務の紙を受け取った日", null=True)
    acknowledged_at = models.DateTimeField("守秘義務を確認した日時", null=True)
    removed_on = models.DateField("構成員から外した日", null=True)

    class Meta:
        ordering = ["role", "agency__order", "created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "user"], condition=Q(removed_on__isnull=True), name="member_once"
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=False, agency__isnull=False) | ~Q(guest_name=""),
                name="member_has_name",
            ),
        ]
        indexes = [models.Index(fields=["user", "meeting"], name="meetings_of_user")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.user.name if self.user else self.guest_name

    def sits_at(self, item_id: UUID) -> bool:
        """Whether this one is there for an item: a member of the whole meeting, or called to it."""
        return self.items is None or item_id in self.items

    @property
    def belongs_to(self) -> str:
        return self.agency.name if self.agency else self.guest_role

"""日程調整 and the calendar feed: what members of staff answer and subscribe to; nothing about a case (R-CONF-06)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils import timezone

from kasane.agencies.models import Agency, User
from kasane.base.models import Entity, Versioned
from kasane.conferences.models.body import Body
from kasane.conferences.models.meeting import Meeting


class PollState(models.TextChoices):
    OPEN = "open", "返事を待っています"
    FIXED = "fixed", "日が決まりました"
    DROPPED = "dropped", "取りやめました"


class DatePoll(Entity, Versioned):
    """日程調整: the days a host offers for a meeting of a body. There is no room in it for words about anybody."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="会議体")
    host = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="たずねる機関")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="たずねる人")
    asked_on = models.DateField("たずねた日")
    answer_until = models.DateField("返事の期限")
    reminded_at = models.DateTimeField("もう一度たずねた日時", null=True)
    length = models.PositiveSmallIntegerField("予定の時間(分)", default=60)
    state = models.CharField("状態", max_length=8, choices=PollState, default=PollState.OPEN)
    meeting = models.OneToOneField(Meeting, null=True, on_delete=models.SET_NULL, related_name="poll")

    class Meta:
        ordering = ["answer_until", "id"]
        indexes = [models.Index(fields=["host", "state"], name="polls_of_host")]

    def __str__(self) -> str:
        return f"{self.body.name}の日程調整"

    @property
    def is_open(self) -> bool:
        return self.state == PollState.OPEN


class PollDay(Entity):
    """A day and hour that is offered."""

    poll = models.ForeignKey(DatePoll, on_delete=models.CASCADE, related_name="days")
    starts_at = models.DateTimeField("日時")

    class Meta:
        ordering = ["starts_at"]
        constraints = [models.UniqueConstraint(fields=["poll", "starts_at"], name="day_once_per_poll")]

    def __str__(self) -> str:
        return f"{self.day}"

    @property
    def day(self) -> date:
        return timezone.localdate(self.starts_at)


class PollSeat(Entity):
    """Who is asked: a member of staff, or somebody without an account by their standing (民生委員), never by a name.

    `answered_by`: who wrote the answer down, where the host did for one who telephoned.
    """

    poll = models.ForeignKey(DatePoll, on_delete=models.CASCADE, related_name="seats")
    agency = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="機関"
    )
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="職員")
    standing = models.CharField("立場", max_length=80, blank=True)
    answered_at = models.DateTimeField("返事をした日時", null=True)
    answered_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="返事を入れた人"
    )

    class Meta:
        ordering = ["agency__order", "created_at"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "user"], name="asked_once_per_poll"),
            models.CheckConstraint(
                condition=models.Q(user__isnull=False, agency__isnull=False) | ~models.Q(standing=""),
                name="asked_is_known",
            ),
        ]
        indexes = [models.Index(fields=["user", "poll"], name="polls_of_user")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.user.name if self.user else self.standing

    @property
    def was_told(self) -> bool:
        """Whether somebody else wrote the answer down."""
        return self.answered_by_id is not None and self.answered_by_id != self.user_id


class Mark(models.TextChoices):
    YES = "yes", "○"
    MAYBE = "maybe", "△"
    NO = "no", "×"


class PollAnswer(Entity):
    """○△× of one person for one day."""

    seat = models.ForeignKey(PollSeat, on_delete=models.CASCADE, related_name="answers")
    day = models.ForeignKey(PollDay, on_delete=models.CASCADE, related_name="answers")
    mark = models.CharField("返事", max_length=5, choices=Mark)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "day"], name="answer_once_per_day")]

    def __str__(self) -> str:
        return self.get_mark_display()


class CalendarFeed(Entity):
    """カレンダーの購読: an address of one's own that a calendar reads without signing in, until it is revoked."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(revoked_at__isnull=True), name="one_feed_per_user"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id}"

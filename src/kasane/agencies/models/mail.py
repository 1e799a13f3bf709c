"""Mail that leaves the product: that something waits, never about whom (R-INT-09)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kasane.agencies.models.staff import User
from kasane.base.models import Entity


class MailState(models.TextChoices):
    WAITING = "waiting", "メールを送る前です"
    SENT = "sent", "メールを送りました"
    NO_ADDRESS = "no_address", "メールアドレスがありません"
    FAILED = "failed", "メールを送れませんでした"
    NOT_NEEDED = "not_needed", "メールは要らなくなりました"


class MailOccasion(models.TextChoices):
    """Why somebody is written to: that something waits, or that what was to be done about it is late."""

    NEWS = "news", "知らせ"
    LATE = "late", "期限をすぎている"
    CALL = "call", "会議の知らせ"
    MOVE = "move", "会議の変更"
    OFF = "off", "会議の中止"
    DAYS = "days", "日程調整"
    MORE = "more", "日程調整の催促"


class OutgoingMail(Entity):
    """One mail to one member of staff, written with what it tells of and sent after it (R-INT-09).

    Holds no words about a person: the text of an urgent matter is the same for everybody and is made when it is sent; of
    a meeting `text` tells body, day and place, never a case or a title (R-CONF-06). `about` is the id of what waits, so
    that its page can say whom the mail did not reach.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", verbose_name="職員")
    about = models.UUIDField()
    occasion = models.CharField("用件", max_length=4, choices=MailOccasion, default=MailOccasion.NEWS)
    subject = models.CharField("件名", max_length=120, blank=True)
    text = models.TextField("文面", blank=True)
    attachment = models.TextField("予定 (iCalendar)", blank=True)
    due_at = models.DateTimeField("送る日時")
    state = models.CharField("状態", max_length=10, choices=MailState, default=MailState.WAITING)
    tries = models.PositiveSmallIntegerField("試した回数", default=0)
    failure = models.CharField("送れなかったわけ", max_length=60, blank=True)
    sent_at = models.DateTimeField("送った日時", null=True)

    class Meta:
        ordering = ["due_at", "id"]
        indexes = [
            models.Index(fields=["due_at"], name="mail_waits", condition=Q(state="waiting")),
            models.Index(fields=["about"], name="mail_about"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["about", "user", "occasion"], name="one_mail_about_it")
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.get_state_display()}"

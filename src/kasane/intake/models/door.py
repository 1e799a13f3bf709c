"""住民の入口: what somebody wrote who asks to be contacted, and what the desk did about it (R-INT-01, R-INT-06)."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate

from kasane.agencies.models import Agency, Area, User
from kasane.base.models import Entity, Versioned


class DoorTopic(models.TextChoices):
    """What it is about, in the few words a resident chooses from."""

    MONEY = "money", "お金・借金"
    HOUSING = "housing", "住まい・食べもの"
    WORK = "work", "仕事"
    CARE = "care", "高齢・介護"
    DISABILITY = "disability", "障害・病気"
    CHILDREN = "children", "妊娠・子育て"
    SCHOOL = "school", "ひきこもり・不登校"
    FAMILY = "family", "家族・暴力"
    OTHER = "other", "そのほか・分からない"


class DoorLanguage(models.TextChoices):
    """The languages of the door, as staff call them."""

    EASY = "easy", "やさしい日本語"
    JA = "ja", "日本語"
    EN = "en", "英語"
    ZH = "zh", "中国語"
    VI = "vi", "ベトナム語"
    PT = "pt", "ポルトガル語"
    TL = "tl", "タガログ語"


class DoorTime(models.TextChoices):
    """When somebody would like to be called."""

    MORNING = "morning", "午前(9時〜12時)"
    AFTERNOON = "afternoon", "午後(12時〜17時)"
    EVENING = "evening", "夕方(17時から)"


class DoorResult(models.TextChoices):
    """How it ended."""

    RECEIVED = "received", "受付をした"
    TOLD = "told", "情報を伝えて終わった"
    NO_NEED = "no_need", "本人が、もうよいと言った"
    UNREACHABLE = "unreachable", "連絡がつかなかった"
    NOT_MEANT = "not_meant", "相談ではなかった(いたずら・宣伝)"


class DoorMessage(Entity, Versioned):
    """「連絡してください」: one agency has it at a time, and only its staff see it.

    Written by `intake_leave_door_message` and passed on by `intake_pass_door_message` alone; what was typed can not be
    changed, and is emptied 90 days after the end (`emptied_at`).
    """

    number = models.PositiveIntegerField("番号")
    year = models.PositiveSmallIntegerField("年度")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="いまの窓口")
    language = models.CharField("ことば", max_length=8, choices=DoorLanguage)
    topic = models.CharField("困りごと", max_length=12, choices=DoorTopic)
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="地区"
    )
    called = models.CharField("呼び名", max_length=60, blank=True)
    phone = models.CharField("電話", max_length=30, blank=True)
    mail = models.CharField("メール", max_length=254, blank=True)
    times = ArrayField(
        models.CharField(max_length=10, choices=DoorTime),
        verbose_name="連絡のつく時間",
        default=list,
        blank=True,
    )
    words = models.TextField("書かれたこと", blank=True)
    result = models.CharField("結果", max_length=12, choices=DoorResult, blank=True)
    result_note = models.TextField("結果のことば", blank=True)
    ended_on = models.DateField("終わった日", null=True, blank=True)
    ended_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="終えた人"
    )
    emptied_at = models.DateTimeField("中身を消した日時", null=True, blank=True)

    class Meta:
        ordering = ["created_at"]
        indexes = [
            models.Index(
                fields=["agency", "created_at"], condition=Q(result=""), name="door_message_waiting"
            ),
            models.Index(fields=["agency", "-ended_on"], name="door_message_ended"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="one_door_message_per_number"),
            models.CheckConstraint(
                condition=Q(result="", ended_on__isnull=True) | (~Q(result="") & Q(ended_on__isnull=False)),
                name="door_message_ends_with_a_result",
            ),
        ]

    def __str__(self) -> str:
        return f"住民の入口 {self.number}番"

    @property
    def came_on(self) -> date:
        """The day in Japan."""
        return localdate(self.created_at)

    @property
    def is_waiting(self) -> bool:
        return self.result == ""

    @property
    def time_labels(self) -> list[str]:
        return [str(DoorTime(one).label) for one in self.times]


class DoorStepKind(models.TextChoices):
    REACHED = "reached", "連絡した"
    MISSED = "missed", "つながらなかった"
    PASSED = "passed", "別の窓口に渡した"


class DoorStep(Entity):
    """One try to reach the person, or one hand-over to another desk; never changed. Seen by whoever sees the message."""

    message = models.ForeignKey(DoorMessage, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField("何を", max_length=10, choices=DoorStepKind)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="窓口")
    to_agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="渡した先"
    )
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="職員")
    note = models.TextField("ことば", blank=True)

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [models.Index(fields=["message", "created_at"], name="door_steps_of")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.created_at}"


class DoorCount(models.Model):
    """How many messages came within one hour, in total and from one sender: a keyed hash of the day, no address.

    Read and written by `intake_door_admits` alone, and gone the next day.
    """

    hour = models.DateTimeField()
    sender = models.CharField(max_length=64, blank=True)
    times = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hour", "sender"], name="one_door_count_per_hour")]

    def __str__(self) -> str:
        return f"{self.hour}: {self.times}"

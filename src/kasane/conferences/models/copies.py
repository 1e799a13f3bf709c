"""会議資料の部: each numbered copy of the papers of a meeting, to whom it went and whether it came back (R-CONF-06)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kasane.agencies.models import User
from kasane.base.models import Entity
from kasane.conferences.models.meeting import Meeting, Member


class CopyState(models.TextChoices):
    OUT = "out", "まだ返っていない"
    RETURNED = "returned", "返った"
    UNUSED = "unused", "配らなかった"
    LOST = "lost", "見つからない"


class SheetCopy(Entity):
    """One numbered copy (資料番号, 要回収). What it holds is named by item numbers and sheets, without anybody's name.

    Its number is given once: what is printed again gets the next one.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="copies")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="copies")
    number = models.PositiveSmallIntegerField("資料番号")
    batch = models.UUIDField("作った画面", editable=False)
    contents = ArrayField(models.CharField(max_length=200), verbose_name="入っているもの", default=list)
    made_at = models.DateTimeField("作った日時")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="作った人")
    state = models.CharField("回収", max_length=8, choices=CopyState, default=CopyState.OUT)
    noted_at = models.DateTimeField("回収を記録した日時", null=True)
    noted_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="回収を記録した人"
    )
    destroyed_at = models.DateTimeField("廃棄した日時", null=True)
    destroyed_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="廃棄した人"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="copy_number_once"),
            models.UniqueConstraint(fields=["batch", "member"], name="copy_made_once"),
        ]

    def __str__(self) -> str:
        return f"資料番号 {self.number}"

    @property
    def is_outstanding(self) -> bool:
        """Whether it is still somewhere outside: lost copies are too."""
        return self.state in (CopyState.OUT, CopyState.LOST)

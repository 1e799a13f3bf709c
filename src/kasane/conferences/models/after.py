"""What a meeting leaves behind: decisions to be followed, minutes to be checked, resources found missing."""

from __future__ import annotations

from django.db import models

from kasane.agencies.models import Agency, User
from kasane.base.choices import Topic
from kasane.base.kinds import DataKind
from kasane.base.models import Entity, Versioned
from kasane.conferences.models.agenda import AgendaItem
from kasane.conferences.models.body import Body
from kasane.conferences.models.meeting import Meeting, Member


class DecisionState(models.TextChoices):
    OPEN = "open", "これから"
    DONE = "done", "済み"
    DROPPED = "dropped", "取りやめ"


class MeetingDecision(Entity, Versioned):
    """決定事項: who does what until when, also on an item without a case, followed until it has a result (R-CONF-06)."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="decisions")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.CASCADE, related_name="+")
    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC)
    what = models.CharField("すること", max_length=200)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name="担当する機関"
    )
    user = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="担当者"
    )
    due_on = models.DateField("いつまでに")
    decided_on = models.DateField("決めた日")
    state = models.CharField("状態", max_length=10, choices=DecisionState, default=DecisionState.OPEN)
    result = models.TextField("結果", blank=True)
    answered_on = models.DateField("結果を書いた日", null=True)
    answered_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="結果を書いた人"
    )

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["body", "state", "due_on"], name="decisions_of_body"),
            models.Index(fields=["agency", "state", "due_on"], name="decisions_of_agency"),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_open(self) -> bool:
        return self.state == DecisionState.OPEN

    @property
    def owner(self) -> str:
        """The agency and, where known, the person."""
        return f"{self.agency.name} {self.user.name}" if self.user else self.agency.name


class MinutesCheck(Entity):
    """会議録の確認 by one member. It holds no words: what is to be mended is a line of the item (R-CONF-06)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="checks")
    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="minutes_check")
    asked_on = models.DateField("頼んだ日")
    checked_on = models.DateField("確かめた日", null=True)

    class Meta:
        ordering = ["member"]

    def __str__(self) -> str:
        return f"{self.member_id}"


class Shortage(Entity):
    """足りない社会資源 found in a meeting, without anything about a person (R-CONF-07).

    It names the body and the day, never the item: a missing bus is not to lead back to a household.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="見つけた会議")
    found_on = models.DateField("見つけた日")
    found_by = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name="書いた機関"
    )
    topic = models.CharField("分野", max_length=20, choices=Topic)
    area = models.CharField("地区", max_length=60, blank=True)
    words = models.CharField("足りないもの", max_length=200)

    class Meta:
        ordering = ["-found_on", "-id"]

    def __str__(self) -> str:
        return self.words

"""What is on the agenda and what was said on it (R-CONF-04, 06)."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency
from kasane.base.choices import Timing
from kasane.base.kinds import DataKind
from kasane.base.models import Entity, Versioned
from kasane.conferences.models.body import CASE_FUNCTIONS, Body, Function
from kasane.conferences.models.meeting import Meeting
from kasane.coordination.rules import course as coordination


class Outcome(models.TextChoices):
    """How an item ended. The names are those of `coordination.api.Judgement`."""

    APPROPRIATE = "appropriate", "適切"
    REVISE = "revise", "修正して再提出"
    CLOSE = "close", "終結"
    CONTINUE = "continue", "支援継続"
    INTERRUPT = "interrupt", "中断"


class AgendaItem(Entity, Versioned):
    """議題, under exactly one function of its body (R-CONF-05); about a case, or general.

    Those who work on the case see its items without seeing the meeting: so the item carries the meeting's
    name and day itself.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="会議体")
    meeting_label = models.CharField("会議", max_length=120)
    held_at = models.DateTimeField("会議の日時")
    is_settled = models.BooleanField("話し合いが済んだ", default=False)
    withdrawn = models.CharField("取り下げの理由", max_length=200, blank=True)
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.CASCADE, related_name="+")
    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC)
    order = models.PositiveSmallIntegerField("順番", default=0)
    minutes = models.PositiveSmallIntegerField("時間(分)", default=15)
    function = models.CharField("会議の機能", max_length=20, choices=Function)
    timing = models.CharField("開催時期", max_length=12, choices=Timing, blank=True)
    subject_id = models.UUIDField("プラン・評価", null=True)
    title = models.CharField("議題", max_length=120)
    purpose = models.TextField("話し合うこと", blank=True)
    brought_by = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name="出した機関"
    )
    judgement = models.CharField("判断", max_length=12, choices=Outcome, blank=True)
    judged_on = models.DateField("判断の日", null=True)
    lead_agency = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="終結後の主担当機関"
    )
    follow_up_on = models.DateField("フォローアップの日", null=True)
    follow_up_by = models.ForeignKey(
        Agency, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="フォローアップする機関"
    )
    follow_up_how = models.CharField("フォローアップの方法", max_length=200, blank=True)

    class Meta:
        ordering = ["order", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(case__isnull=True) | Q(function__in=CASE_FUNCTIONS),
                name="case_only_in_case_function",
            )
        ]
        indexes = [
            models.Index(fields=["meeting", "order"], name="agenda"),
            models.Index(fields=["case"], name="items_of_case", condition=Q(case__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def agenda_points(self) -> list[str]:
        """What is to be talked about at this timing: for 重層的支援会議 the town's profile says it (R-CONF-04), for
        支援調整会議 its four purposes (R-SELF-01)."""
        if self.function == Function.SUPPORT_COORDINATION:
            return list(coordination.AGENDA.get(self.timing, ()))
        points: list[str] = self.body.agendas.get(self.timing, {}).get("items", [])
        return points


class Talk(Entity, Versioned):
    """What was said on an item: for the members of the meeting only (R-DIS-02, R-CONF-06)."""

    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="talk")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.CASCADE, related_name="+")
    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC | DataKind.LIFE)
    text = models.TextField("話し合ったこと", blank=True)
    decision = models.TextField("決まったこと", blank=True)
    opinions = models.JSONField("機関ごとの意見", default=dict)

    def __str__(self) -> str:
        return f"{self.item_id}"

    def opinion_of(self, agency_id: UUID) -> str:
        return str(self.opinions.get(str(agency_id), ""))

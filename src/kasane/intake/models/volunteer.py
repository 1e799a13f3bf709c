"""民生委員・児童委員の報告: what a volunteer of the neighbourhood noticed, and what the desk did with it (R-INT-02)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kasane.agencies.models import Area, User
from kasane.cases.models import Case
from kasane.intake.models.deskrow import DeskRow


class ReporterRole(models.TextChoices):
    COMMISSIONER = "commissioner", "民生委員・児童委員"
    CHILD = "child", "主任児童委員"
    WELFARE = "welfare", "福祉委員・協力員"
    HEAD = "head", "自治会の役員"
    OTHER = "other", "その他の住民"


class Haste(models.TextChoices):
    TODAY = "today", "今日のうちに"
    WEEK = "week", "今週のうちに"
    WATCH = "watch", "様子を見ながら"


class ReportState(models.TextChoices):
    NEW = "new", "これから"
    WATCHING = "watching", "見守り中"
    RECEIVED = "received", "受付にした"
    DONE = "done", "終わり"


class VolunteerReport(DeskRow):
    """One report. It belongs to the desk alone; as soon as it becomes a case what it says of a person moves there."""

    on = models.DateField("聞いた日")
    state = models.CharField("状態", max_length=10, choices=ReportState, default=ReportState.NEW)
    reporter_role = models.CharField("報告した人", max_length=14, choices=ReporterRole)
    reporter_area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="受け持ちの地区"
    )
    reporter_name = models.CharField("報告した人の名前・連絡先", max_length=120, blank=True)
    is_anonymous = models.BooleanField("本人に、報告があったことを伝えない", default=False)
    about = models.CharField("だれのこと", max_length=200, blank=True)
    address = models.CharField("住まい・場所", max_length=200, blank=True)
    noticed = models.TextField("気づいたこと", blank=True)
    haste = models.CharField("急ぎ", max_length=8, choices=Haste, default=Haste.WEEK)
    watch_words = models.CharField("見守りで頼んだこと", max_length=200, blank=True)
    follow_up_on = models.DateField("様子を聞く日", null=True, blank=True)
    dealt_with = models.TextField("したこと", blank=True)
    dealt_on = models.DateField("終わった日", null=True, blank=True)
    dealt_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField("返事をした日", null=True, blank=True)
    answer = models.TextField("返事で伝えたこと", blank=True)
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    emptied_on = models.DateField("内容を消した日", null=True, blank=True)

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [
            models.Index(fields=["agency", "-on", "-id"], name="report_newest"),
            models.Index(fields=["case"], name="report_of_case", condition=Q(case__isnull=False)),
            models.Index(
                fields=["agency", "follow_up_on"],
                name="report_open",
                condition=Q(state__in=["new", "watching"]),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="watching") | Q(follow_up_on__isnull=False), name="watching_has_its_day"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["done", "received"]) | Q(dealt_on__isnull=False),
                name="dealt_with_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.get_reporter_role_display()}"

    @property
    def is_open(self) -> bool:
        return self.state in (ReportState.NEW, ReportState.WATCHING)

    @property
    def reporter_words(self) -> str:
        """「民生委員・児童委員(自治会12)」; the name stands apart."""
        area = f"({self.reporter_area.name})" if self.reporter_area else ""
        return f"{self.get_reporter_role_display()}{area}"

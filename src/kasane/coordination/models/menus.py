"""参加支援プラン (別紙2-5①) and アウトリーチ等プラン (別紙2-5②) (R-COOR-05)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.choices import Timing
from kasane.base.models import CaseRow, Versioned
from kasane.coordination.choices import Judgement
from kasane.coordination.menus.choices import Ending, MenuSheet, MenuState, Table
from kasane.coordination.models.plan import Plan


class MenuPlan(CaseRow, Versioned):
    """One version of the own plan of ② or ④, by the agency that carries it out. Earlier versions are kept.

    What its sheet asks for is in `answers`, by the names of `menus.sheets`.
    """

    sheet = models.CharField("様式", max_length=14, choices=MenuSheet)
    number = models.PositiveSmallIntegerField("プラン回数", editable=False, default=1)
    previous = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="following")
    plan = models.ForeignKey(
        Plan, null=True, on_delete=models.PROTECT, related_name="menus", verbose_name="プラン(2-4)"
    )
    """The plan of ⑤ that names it; none for 2-5② before any plan."""
    state = models.CharField("状態", max_length=12, choices=MenuState, default=MenuState.DRAFT)
    made_on = models.DateField("作成日")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="作成者")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="作成機関")
    answers = models.JSONField("内容", default=dict)
    evaluate_on = models.DateField("評価時期", null=True, blank=True)
    submitted_on = models.DateField("会議に出した日", null=True, blank=True)
    started_on = models.DateField("動き始めた日", null=True, blank=True)
    ending = models.CharField("終わり方", max_length=12, choices=Ending, blank=True)
    """Named while the end waits for its conference, and after it."""
    end_reason = models.TextField("終える理由", blank=True)
    ended_on = models.DateField("終わった日", null=True, blank=True)
    returned_note = models.TextField("直してほしいこと", blank=True)

    class Meta:
        ordering = ["sheet", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "sheet", "agency", "number"], name="menu_number_of_agency"
            ),
            models.UniqueConstraint(
                fields=["case", "sheet", "agency"],
                condition=Q(state__in=["draft", "submitted"]),
                name="one_menu_in_the_making",
            ),
            models.UniqueConstraint(
                fields=["case", "sheet", "agency"],
                condition=Q(state__in=["running", "ending"]),
                name="one_menu_running",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_sheet_display()}({self.name})"

    @property
    def name(self) -> str:
        """初回, 再1回 …"""
        return "初回" if self.number == 1 else f"再{self.number - 1}回"

    @property
    def timing(self) -> Timing:
        """At which of the four timings it goes to its conference next (R-CONF-04)."""
        if self.ending:
            return Timing.CLOSURE if self.ending == Ending.CLOSURE else Timing.INTERRUPTION
        return Timing.PLAN if self.number == 1 else Timing.REPLAN


class MenuJudgement(CaseRow):
    """What a conference said of it at one of the four timings. Written once, never changed."""

    menu = models.ForeignKey(MenuPlan, on_delete=models.CASCADE, related_name="judgements")
    timing = models.CharField("時点", max_length=12, choices=Timing)
    table = models.CharField("会議", max_length=20, choices=Table)
    meeting_id = models.UUIDField(null=True, blank=True)
    judgement = models.CharField("判断", max_length=12, choices=Judgement)
    opinion = models.TextField("意見・確認した事項", blank=True)
    judged_on = models.DateField("会議の日")
    recorded_by = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name="記録した人"
    )
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name="記録した機関"
    )

    class Meta:
        ordering = ["judged_on", "created_at"]

    def __str__(self) -> str:
        return f"{self.get_timing_display()} {self.get_judgement_display()}"

"""権利擁護の道すじ (R-INT-11): one course towards a protection of a person's rights, and its steps."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow, Versioned
from kasane.people.models import Person


class RouteKind(models.TextChoices):
    """The ways of 別記1の1 1(3): which of them a person needs is weighed by the desk."""

    FAMILY_PETITION = "family_petition", "成年後見(本人・親族の申立て)"
    MAYOR_PETITION = "mayor_petition", "成年後見(市町村長申立て)"
    DAILY_SUPPORT = "daily_support", "日常生活自立支援事業"
    PLACEMENT = "placement", "老人福祉施設等への措置"
    CONSUMER = "consumer", "消費者被害"


class Relatives(models.TextChoices):
    """Whether somebody of the family can file the petition."""

    UNKNOWN = "unknown", "まだ分からない"
    WILLING = "willing", "申し立てる親族がいる"
    NONE = "none", "親族がいない・見つからない"
    UNWILLING = "unwilling", "親族はいるが、申し立てる意思がない"


class RouteResult(models.TextChoices):
    RULED = "ruled", "審判が確定した"
    DISMISSED = "dismissed", "申立てが認められなかった"
    CONTRACTED = "contracted", "契約した"
    PLACED = "placed", "入所した"
    RECOVERED = "recovered", "被害を回復した"
    PARTLY_RECOVERED = "partly", "被害を一部回復した"
    NOT_RECOVERED = "not_recovered", "回復できなかった"
    SWITCHED = "switched", "別の道すじに切りかえた"
    STOPPED = "stopped", "取りやめた"


class GuardianKind(models.TextChoices):
    GUARDIAN = "guardian", "後見"
    CURATOR = "curator", "保佐"
    ASSISTANT = "assistant", "補助"


ROUTE_KINDS = DataKind.BASIC | DataKind.HEALTH | DataKind.LIFE
"""Kinds of data a route tells of, unless the worker says otherwise."""


class RightsRoute(CaseRow, Versioned):
    """One route of a person, from the first look to what became of it and the day somebody asks how they are."""

    kinds = models.PositiveSmallIntegerField("情報の種類", default=ROUTE_KINDS)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", verbose_name="本人")
    kind = models.CharField("道すじ", max_length=20, choices=RouteKind)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="進める機関")
    started_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="担当者")
    started_on = models.DateField("始めた日")
    reason = models.TextField("始めた理由")
    relatives = models.CharField("親族の申立て", max_length=10, choices=Relatives, default=Relatives.UNKNOWN)
    relatives_note = models.TextField("親族のようす", blank=True)
    counterpart = models.CharField("相手(裁判所・社協・施設・事業者)", max_length=120, blank=True)
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name="前の道すじ"
    )
    reported_to = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="報告した課"
    )
    reported_on = models.DateField("報告した日", null=True, blank=True)
    report_note = models.TextField("報告したこと", blank=True)
    result = models.CharField("結果", max_length=16, choices=RouteResult, blank=True)
    ended_on = models.DateField("結果の日", null=True, blank=True)
    result_note = models.TextField("結果の説明", blank=True)
    guardian_kind = models.CharField("類型", max_length=10, choices=GuardianKind, blank=True)
    guardian_name = models.CharField("後見人等の氏名", max_length=120, blank=True)
    follow_up_on = models.DateField("フォローアップの予定日", null=True, blank=True)
    followed_up_on = models.DateField("フォローアップ日", null=True, blank=True)
    follow_up_note = models.TextField("その後のようす", blank=True)

    class Meta:
        ordering = ["started_on", "id"]
        indexes = [
            models.Index(fields=["case"], name="rights_of_case"),
            models.Index(
                fields=["agency", "started_on", "id"], name="rights_open", condition=Q(ended_on__isnull=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(result="", ended_on__isnull=True) | (~Q(result="") & Q(ended_on__isnull=False)),
                name="route_result_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.started_on}"

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    @property
    def state_label(self) -> str:
        return self.get_result_display() or "進めている"


class RightsStep(CaseRow, Versioned):
    """One step of a route: when it was to be done, when it was, by whom."""

    kinds = models.PositiveSmallIntegerField("情報の種類", default=ROUTE_KINDS)
    route = models.ForeignKey(RightsRoute, on_delete=models.CASCADE, related_name="steps")
    code = models.CharField(max_length=20)
    order = models.PositiveSmallIntegerField()
    planned_on = models.DateField("予定日", null=True, blank=True)
    done_on = models.DateField("済んだ日", null=True, blank=True)
    done_by = models.CharField("した人・機関", max_length=120, blank=True)
    note = models.TextField("メモ", blank=True)

    class Meta:
        ordering = ["route", "order"]
        constraints = [models.UniqueConstraint(fields=["route", "code"], name="each_step_once")]
        indexes = [models.Index(fields=["case"], name="rights_step_of_case")]

    def __str__(self) -> str:
        return f"{self.code} {self.done_on or ''}"

"""妊産婦等の支援台帳 and サポートプラン of the 母子保健 desk (R-INT-12)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow, Versioned
from kasane.people.models import Person

MATERNITY_KINDS = DataKind.BASIC | DataKind.HEALTH | DataKind.LIFE
"""What the ledger tells of: who is without 健康 or 生活歴 does not see that somebody stands in it (R-DIS-04)."""


class MaternityRow(CaseRow):
    """A row of the ledger."""

    kinds = models.PositiveSmallIntegerField("情報の種類", default=MATERNITY_KINDS)

    class Meta:
        abstract = True


class Parity(models.TextChoices):
    FIRST = "first", "初産"
    LATER = "later", "経産"
    UNKNOWN = "unknown", "不明"


class Situation(models.TextChoices):
    """状況: what the desk keeps in mind, together with the person."""

    YOUNG = "young", "若年"
    ALONE = "alone", "ひとり親・未婚"
    LATE_NOTICE = "late_notice", "妊娠届が遅い"
    UNWANTED = "unwanted", "予期しない妊娠"
    MULTIPLE = "multiple", "多胎"
    ILLNESS = "illness", "本人の病気・障害"
    MIND = "mind", "心の不調"
    MONEY = "money", "経済的な困りごと"
    HOUSING = "housing", "住まいの困りごと"
    NO_HELP = "no_help", "手伝う人がいない"
    VIOLENCE = "violence", "DV・家族との関係"
    LANGUAGE = "language", "日本語の支援が要る"
    SIBLINGS = "siblings", "上の子の育児"
    CHILD_CARE = "child_care", "医療的なケアの要る子"
    HOMECOMING = "homecoming", "里帰り"


class Need(models.TextChoices):
    """支援の必要度, as the desk sees it on a day."""

    USUAL = "usual", "ふつうの見守り"
    CONTINUED = "continued", "続けて支援する"
    INTENSIVE = "intensive", "手厚い支援が要る(特定妊婦など)"


class MaternityEnd(models.TextChoices):
    GROWN = "grown", "支援の期間を終えた"
    MOVED = "moved", "転出した"
    NOT_CONTINUED = "not_continued", "妊娠が続かなかった"
    OTHER_DESK = "other_desk", "ほかの窓口に引き継いだ"


class MaternityEntry(MaternityRow, Versioned):
    """One pregnancy of one person in the ledger: the items named by 別記1の3 4(3)④, and what follows the birth."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", verbose_name="氏名")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="窓口")
    in_charge = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="担当者")
    due_on = models.DateField("分娩予定日")
    notified_on = models.DateField("妊娠届出日", null=True, blank=True)
    notified_weeks = models.PositiveSmallIntegerField("届出時の週数", null=True, blank=True)
    parity = models.CharField("初産・経産", max_length=8, choices=Parity, default=Parity.UNKNOWN)
    situations = ArrayField(
        models.CharField(max_length=14, choices=Situation), verbose_name="状況", default=list, blank=True
    )
    situation_note = models.TextField("状況の説明", blank=True)
    need = models.CharField("支援の必要度", max_length=12, choices=Need, default=Need.USUAL)
    born_on = models.DateField("出産日", null=True, blank=True)
    birth_note = models.TextField("出産と子のようす", blank=True)
    postpartum_note = models.TextField("産後のようす", blank=True)
    ended_on = models.DateField("台帳から外した日", null=True, blank=True)
    ended_as = models.CharField("外した理由", max_length=16, choices=MaternityEnd, blank=True)
    end_note = models.TextField("引き継いだこと", blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["case"], name="maternity_of_case"),
            models.Index(
                fields=["agency", "due_on", "id"], name="maternity_ledger", condition=Q(ended_on__isnull=True)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "due_on"], name="one_entry_per_pregnancy"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_as="")
                | (Q(ended_on__isnull=False) & ~Q(ended_as="")),
                name="ledger_end_has_its_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.due_on}"

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    @property
    def state_label(self) -> str:
        if self.ended_on:
            return self.get_ended_as_display()
        return "産後" if self.born_on else "妊娠中"

    @property
    def situation_labels(self) -> list[str]:
        return [str(Situation(one).label) for one in self.situations]


class MaternityNeed(MaternityRow):
    """支援の必要度 from a day on, with its reason. Rows are added, never changed."""

    entry = models.ForeignKey(MaternityEntry, on_delete=models.CASCADE, related_name="needs")
    on = models.DateField("判断した日")
    need = models.CharField("支援の必要度", max_length=12, choices=Need)
    reason = models.TextField("そう考えた理由")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="判断した人")

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["case"], name="maternity_need_of_case")]

    def __str__(self) -> str:
        return f"{self.on} {self.get_need_display()}"


class TalkStage(models.TextChoices):
    NOTICE = "notice", "妊娠届出のとき"
    EIGHT_MONTHS = "eight_months", "妊娠8か月のころ"
    AFTER_BIRTH = "after_birth", "出産のあと"
    OTHER = "other", "そのほかの面談"


class MaternityTalk(MaternityRow):
    """面談: expected at a stage, held on a day. `done_on` is empty while it is still to come."""

    entry = models.ForeignKey(MaternityEntry, on_delete=models.CASCADE, related_name="talks")
    stage = models.CharField("時期", max_length=14, choices=TalkStage)
    expected_on = models.DateField("めやすの日")
    done_on = models.DateField("面談した日", null=True, blank=True)
    by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="面談した人"
    )
    note = models.TextField("面談の内容", blank=True)

    class Meta:
        ordering = ["expected_on", "id"]
        indexes = [models.Index(fields=["case"], name="maternity_talk_of_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "stage"], condition=~Q(stage="other"), name="one_talk_per_stage"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()} {self.expected_on}"


class SupportPlan(MaternityRow, Versioned):
    """サポートプラン: one version. A later one takes its place and leaves it as it was."""

    entry = models.ForeignKey(MaternityEntry, on_delete=models.CASCADE, related_name="plans")
    number = models.PositiveSmallIntegerField("版")
    made_on = models.DateField("作成日")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="作成者")
    wishes = models.TextField("本人の希望")
    issues = models.TextField("いま困っていること・気がかり")
    goals = models.TextField("めざすこと")
    with_person = models.BooleanField("本人といっしょに作った", default=False)
    without_reason = models.TextField("いっしょに作れなかった理由", blank=True)
    review_on = models.DateField("次に見直す日")
    handed_on = models.DateField("本人に渡した日", null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        indexes = [models.Index(fields=["case"], name="support_plan_of_case")]
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="one_version_per_number"),
            models.CheckConstraint(
                condition=Q(with_person=True) | ~Q(without_reason=""), name="plan_alone_has_its_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"サポートプラン 第{self.number}版"


class SupportPlanItem(MaternityRow):
    """What will be done in a サポートプラン, by whom and when."""

    plan = models.ForeignKey(SupportPlan, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    what = models.CharField("すること", max_length=200)
    who = models.CharField("だれが", max_length=120)
    when = models.CharField("いつ", max_length=120, blank=True)

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.what

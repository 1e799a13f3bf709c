"""保存と廃棄 (R-DIS-07): holds, proposals and their approval, the register of what is gone, the counts that stay.

Cases are named by plain UUIDs. Everything with a `case_id` goes with the case; the register alone keeps it.
"""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from kasane.agencies.models import Agency, Area, User
from kasane.base.dates import fiscal_label
from kasane.base.models import Entity


class HoldReason(models.TextChoices):
    """Why a file must not be disposed of, though its time is up."""

    LITIGATION = "litigation", "訴訟・審査請求"
    REQUEST = "request", "開示などの請求"
    AUDIT = "audit", "監査・検査"
    INVESTIGATION = "investigation", "事故・虐待などの調査"
    OTHER = "other", "その他"


class RetentionHold(Entity):
    """保留: a file that is kept beyond its time. Lifted, never deleted; goes with the file."""

    case_id = models.UUIDField(db_index=True)
    reason = models.CharField("理由の種類", max_length=16, choices=HoldReason)
    note = models.TextField("保留するわけ")
    until = models.DateField("いつまで(この日を含む)", null=True, blank=True)
    placed_on = models.DateField("保留した日")
    placed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    lifted_on = models.DateField("保留を解いた日", null=True)
    lifted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    lifted_note = models.TextField("保留を解いたわけ", blank=True)

    class Meta:
        ordering = ["-placed_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="hold_lifted_by_somebody",
                condition=Q(lifted_on__isnull=True, lifted_by__isnull=True)
                | Q(lifted_on__isnull=False, lifted_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.get_reason_display()

    def is_in_force(self, on: date) -> bool:
        return self.lifted_on is None and (self.until is None or self.until >= on)


class BatchState(models.TextChoices):
    PROPOSED = "proposed", "決裁待ち"
    APPROVED = "approved", "決裁済み・実行待ち"
    REFUSED = "refused", "差し戻し"
    WITHDRAWN = "withdrawn", "取り下げ"
    EXECUTED = "executed", "廃棄済み"


class DisposalBatch(Entity):
    """廃棄の起案: files proposed together by one person and approved by another. Names nobody who was helped.

    The rule it rests on (`years`, `from_fiscal_year_end`, `method`) stands in it as both of them saw it.
    """

    year = models.PositiveSmallIntegerField("年度", editable=False)
    number = models.PositiveIntegerField("番号", editable=False)
    state = models.CharField("状態", max_length=10, choices=BatchState, default=BatchState.PROPOSED)
    years = models.PositiveSmallIntegerField("保存年数")
    from_fiscal_year_end = models.BooleanField("年度末から数える", default=False)
    method = models.CharField("廃棄の方法", max_length=200)
    note = models.TextField("起案のことば", blank=True)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="起案")
    proposed_at = models.DateTimeField("起案日時")
    decided_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="決裁"
    )
    decided_at = models.DateTimeField("決裁日時", null=True)
    decided_note = models.TextField("決裁のことば", blank=True)
    executed_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="実行"
    )
    executed_at = models.DateTimeField("実行日時", null=True)
    digest = models.CharField("廃棄簿の要約値", max_length=64, blank=True)

    class Meta:
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="disposal_number"),
            models.CheckConstraint(condition=Q(years__gte=1), name="disposal_keeps_a_year"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                name="disposal_by_two_people",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("approved", "executed"))
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="disposal_approved_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """R8-廃3"""
        return f"{fiscal_label(self.year)}-廃{self.number}"

    @property
    def rule_words(self) -> str:
        start = "支援終結日の属する年度の末日" if self.from_fiscal_year_end else "支援終結日"
        return f"{start}から{self.years}年間"


class ItemState(models.TextChoices):
    WAITING = "waiting", "廃棄を待つ"
    DROPPED = "dropped", "外れた"


class DropReason(models.TextChoices):
    """Why a file left a batch between proposal and disposal."""

    HELD = "held", "保留された"
    REOPENED = "reopened", "支援が再開された"
    NOT_DUE = "not_due", "保存期間のうちになった"
    GONE = "gone", "もうない"


class DisposalItem(Entity):
    """One file of a batch. Goes with the file: what is disposed of stands in the register."""

    batch = models.ForeignKey(DisposalBatch, on_delete=models.CASCADE, related_name="items")
    case_id = models.UUIDField(db_index=True)
    case_number = models.CharField("ケース番号", max_length=20)
    closed_on = models.DateField("終結日")
    due_on = models.DateField("廃棄できる日")
    state = models.CharField("状態", max_length=8, choices=ItemState, default=ItemState.WAITING)
    dropped_for = models.CharField("外れたわけ", max_length=10, choices=DropReason, blank=True)

    class Meta:
        ordering = ["due_on", "case_number"]
        constraints = [models.UniqueConstraint(fields=["batch", "case_id"], name="once_in_a_batch")]

    def __str__(self) -> str:
        return self.case_number


class Disposal(models.Model):
    """廃棄簿: one line for each file that is gone. Names nobody; append-only; mirrored in a file outside the database."""

    case_id = models.UUIDField(primary_key=True)
    case_number = models.CharField("ケース番号", max_length=20)
    disposed_on = models.DateField("廃棄日")
    batch = models.CharField("廃棄の番号", max_length=20, db_index=True)

    class Meta:
        ordering = ["batch", "case_number"]

    def __str__(self) -> str:
        return self.case_number


class PastCount(models.Model):
    """What the yearly figures still need of files that are gone: counts, and nothing to find a file by (R-DIS-07).

    Which `measure` there is, says each app's SQL function `…_counts_of_case`. Read by functions that count only.
    """

    measure = models.CharField(max_length=24)
    year = models.PositiveSmallIntegerField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, null=True, on_delete=models.PROTECT, related_name="+")
    value = models.CharField(max_length=40, blank=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "year", "agency", "area", "value"],
                nulls_distinct=False,
                name="one_past_count",
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.year} {self.value}: {self.count}"

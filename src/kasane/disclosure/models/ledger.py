"""同意と台帳: what the person said, the facts, and the rights that follow (R-DIS-01).

Cases and persons are named by plain UUIDs, so that this app lies under them.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.choices import ConsentAnswer, ConsentMethod
from kasane.base.kinds import ALL_KINDS, SHAREABLE_KINDS
from kasane.base.models import Entity


class EvidenceType(models.TextChoices):
    """Why an agency (or one person in it) has to do with a case. Which of these need consent: `rules.NEEDS_CONSENT`."""

    OWN_WORK = "own_work", "自機関の業務"
    ENTRUSTED = "entrusted", "受託業務"
    TEAM = "team", "支援チームの一員"
    INVOLVED = "involved", "情報共有の相手"
    MULTI_TIER = "multi_tier", "重層的支援会議の構成員"
    SUPPORT_CONFERENCE = "support_conference", "支援会議の構成員"


class Basis(models.TextChoices):
    """The legal bases of R-DIS-01."""

    OWN_WORK = "own_work", "自機関の業務"
    ENTRUSTED = "entrusted", "受託業務"
    CONSENT = "consent", "本人の同意"
    CONFERENCE = "conference", "支援会議(法106条の6)"
    EXCEPTION = "exception", "法令に基づく例外"


class ConsentLevel(models.TextChoices):
    RECEPTION = "reception", "受付での同意"
    APPLICATION = "application", "利用申込での同意"


class Purpose(models.IntegerChoices):
    """利用目的 (R-DIS-04), as bits."""

    CONSULTATION = 1, "相談支援"
    PLAN = 2, "プランの策定・評価"
    SMOOTH_WORK = 4, "相談支援業務を円滑に行うため"
    APPLICATION = 8, "自治体への事業等利用申込"
    COORDINATION = 16, "支援提供・関係機関との連絡調整"


ALL_PURPOSES = sum(Purpose.values)


class Consent(Entity):
    """What the person said about sharing, and how it was said. A withdrawal ends access and keeps the proof."""

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField(null=True)
    level = models.CharField("段階", max_length=12, choices=ConsentLevel)
    answer = models.CharField("同意", max_length=10, choices=ConsentAnswer)
    confirmed_on = models.DateField("確認日")
    method = models.CharField("確認方法", max_length=16, choices=ConsentMethod, blank=True)
    explained_by = models.CharField("説明した人", max_length=120, blank=True)
    all_agencies = models.BooleanField("支援に必要な関係機関すべて", default=True)
    agencies = ArrayField(models.UUIDField(), verbose_name="共有してよい機関", default=list, blank=True)
    excluded = ArrayField(models.UUIDField(), verbose_name="除く機関", default=list, blank=True)
    purposes = models.PositiveSmallIntegerField("利用目的", default=ALL_PURPOSES)
    kinds = models.PositiveSmallIntegerField("情報の種類", default=SHAREABLE_KINDS)
    valid_until = models.DateField("いつまで", null=True, blank=True)
    withdrawn_on = models.DateField("撤回日", null=True, blank=True)
    withdrawn_note = models.TextField("撤回の記録", blank=True)
    note = models.TextField("備考", blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["confirmed_on", "created_at"]

    def __str__(self) -> str:
        return f"{self.get_level_display()} {self.get_answer_display()}"


class Evidence(Entity):
    """A fact from which rights follow; ended, never deleted."""

    case_id = models.UUIDField(db_index=True)
    type = models.CharField("根拠となる事実", max_length=20, choices=EvidenceType)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    kinds = models.PositiveSmallIntegerField("情報の種類", default=ALL_KINDS)
    valid_from = models.DateField("いつから")
    valid_until = models.DateField("いつまで(この日は含まない)", null=True)
    source = models.CharField("もと", max_length=40)
    source_id = models.UUIDField(null=True)
    note = models.CharField("説明", max_length=200, blank=True)

    class Meta:
        ordering = ["valid_from", "created_at"]
        indexes = [models.Index(fields=["source", "source_id"], name="evidence_source")]

    def __str__(self) -> str:
        return f"{self.get_type_display()} {self.agency_id}"


class Grant(models.Model):
    """One right, derived from evidence by `rules.derive_grants` and replaced whenever evidence changes.

    Row-level security of every table about a person reads this table and nothing else.
    """

    id = models.BigAutoField(primary_key=True)
    case_id = models.UUIDField()
    agency_id = models.UUIDField(null=True)
    user_id = models.UUIDField(null=True)
    kinds = models.PositiveSmallIntegerField()
    writes = models.BooleanField()
    valid = DateRangeField()
    basis = models.CharField(max_length=12, choices=Basis)
    evidence_id = models.UUIDField()
    consent_id = models.UUIDField(null=True)
    explanation = models.CharField(max_length=300)

    class Meta:
        indexes = [
            models.Index(fields=["case_id"], name="grant_case"),
            models.Index(fields=["agency_id", "-case_id"], name="grant_agency_newest"),
            models.Index(
                fields=["user_id", "-case_id"], name="grant_user_newest", condition=Q(user_id__isnull=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(agency_id__isnull=True) ^ Q(user_id__isnull=True), name="grant_to_agency_or_user"
            ),
        ]

    def __str__(self) -> str:
        return self.explanation

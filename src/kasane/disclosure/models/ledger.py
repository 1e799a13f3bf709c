"""同意と台帳: what the person said, the facts, and the rights that follow (R-DIS-01).

Cases and persons are named by plain UUIDs, so that this app lies under them.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, Contract, User
from kasane.base.choices import ALL_PURPOSES, ConsentAnswer, ConsentMethod
from kasane.base.kinds import ALL_KINDS, SHAREABLE_KINDS
from kasane.base.models import Entity


class EvidenceType(models.TextChoices):
    """Why an agency (or one person in it) has to do with a case. Which of these need consent: `rules.NEEDS_CONSENT`."""

    OWN_WORK = "own_work", "自機関の業務"
    ENTRUSTED = "entrusted", "受託業務"
    TEAM = "team", "支援チームの一員"
    INVOLVED = "involved", "情報共有の相手"
    MULTI_TIER = "multi_tier", "プランの会議の構成員"
    SUPPORT_CONFERENCE = "support_conference", "支援会議の構成員"
    EXCEPTION = "exception", "法令に基づく例外"
    URGENT = "urgent", "緊急の閲覧"


class Basis(models.TextChoices):
    """The legal bases of R-DIS-01."""

    OWN_WORK = "own_work", "自機関の業務"
    ENTRUSTED = "entrusted", "受託業務"
    CONSENT = "consent", "本人の同意"
    CONFERENCE = "conference", "支援会議(法106条の6)"
    EXCEPTION = "exception", "法令に基づく例外"
    URGENT = "urgent", "緊急の閲覧"


class ConsentLevel(models.TextChoices):
    RECEPTION = "reception", "受付での同意"
    APPLICATION = "application", "利用申込での同意"


class Consent(Entity):
    """What the person said about sharing, and how it was said. A withdrawal ends access and keeps the proof.

    `groups` keeps the words that were used (「障害の機関」); `agencies` holds whoever belonged to them on that day, so
    that an agency which joins later is not told without asking again.
    """

    case_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField(null=True)
    level = models.CharField("段階", max_length=12, choices=ConsentLevel)
    answer = models.CharField("同意", max_length=10, choices=ConsentAnswer)
    confirmed_on = models.DateField("確認日")
    method = models.CharField("確認方法", max_length=16, choices=ConsentMethod, blank=True)
    given_by = models.CharField("代理人の氏名・続柄", max_length=120, blank=True)
    explained_by = models.CharField("説明した人", max_length=120, blank=True)
    all_agencies = models.BooleanField("支援に必要な関係機関すべて", default=True)
    agencies = ArrayField(models.UUIDField(), verbose_name="共有してよい機関", default=list, blank=True)
    groups = ArrayField(
        models.CharField(max_length=20), verbose_name="共有してよい分野", default=list, blank=True
    )
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
    """A fact from which rights follow; ended, never deleted. Entrusted work hangs on its contract, and what a meeting
    opens waits until its member has acknowledged the duty of secrecy.
    """

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
    contract = models.ForeignKey(Contract, null=True, on_delete=models.PROTECT, related_name="+")
    acknowledged_on = models.DateField("守秘義務を確認した日", null=True)

    class Meta:
        ordering = ["valid_from", "created_at"]
        indexes = [models.Index(fields=["source", "source_id"], name="evidence_source")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(type="entrusted") | Q(contract__isnull=False), name="entrusted_has_its_contract"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} {self.agency_id}"


class Grant(models.Model):
    """One right, derived from evidence by `rules.derive_grants` and replaced whenever evidence changes.

    Row-level security of every table about a person reads this table and nothing else. A right that waits for its
    person to acknowledge the duty of secrecy has an empty `valid`, and its term in `waiting`.
    """

    id = models.BigAutoField(primary_key=True)
    case_id = models.UUIDField()
    agency_id = models.UUIDField(null=True)
    user_id = models.UUIDField(null=True)
    kinds = models.PositiveSmallIntegerField()
    writes = models.BooleanField()
    valid = DateRangeField()
    waiting = DateRangeField(null=True)
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

"""名寄せ: what persons are compared by, which pairs may be one, and who was found to be one (R-PEO-02)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kasane.agencies.models import User
from kasane.base.kinds import DataKind
from kasane.base.models import Entity
from kasane.people.models.person import Person


class MatchKey(models.Model):
    """The compared columns of one person (`linkage.record.Record`). Derived; read by the matching functions only."""

    person = models.OneToOneField(
        Person, primary_key=True, on_delete=models.CASCADE, related_name="match_key"
    )
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    kinds = models.PositiveSmallIntegerField(default=DataKind.BASIC)
    family_key = models.TextField(default="")
    given_key = models.TextField(default="")
    name_key = models.TextField(default="")
    family_sound = models.TextField(default="")
    given_sound = models.TextField(default="")
    sound_key = models.TextField(default="")
    family_common = models.IntegerField(default=0)
    sex = models.TextField(default="")
    birth_year = models.IntegerField(default=0)
    birth_month = models.IntegerField(default=0)
    birth_day = models.IntegerField(default=0)
    birth_key = models.TextField(default="")
    address_key = models.TextField(default="")
    town_key = models.TextField(default="")
    mobile = models.TextField(default="")
    landline = models.TextField(default="")
    blocks = ArrayField(models.TextField(), verbose_name="くらべる相手のさがし先", default=list)

    def __str__(self) -> str:
        return self.name_key


class PairState(models.TextChoices):
    OPEN = "open", "まだ確かめていない"
    SAME = "same", "同じ人と確かめた"
    DIFFERENT = "different", "別の人と確かめた"


class PairOrigin(models.TextChoices):
    ENTRY = "entry", "入力のとき"
    BATCH = "batch", "全体の名寄せ"
    WORKER = "worker", "職員の気づき"


class Pair(Entity):
    """Two persons who may be one. Proposed by comparison or by a worker, decided by a coordinator, undone likewise.

    Seen by coordinators alone: that another agency knows the person is told on a legal basis only (R-DIS-01).
    """

    person_a = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    person_b = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    case_a_id = models.UUIDField()
    case_b_id = models.UUIDField()
    weight = models.FloatField("重み(2を底とする対数オッズ)")
    probability = models.FloatField("同じ人である確からしさ(0–1)")
    levels = ArrayField(models.SmallIntegerField(), verbose_name="項目ごとの一致の段階")
    origin = models.CharField("もと", max_length=8, choices=PairOrigin)
    state = models.CharField("判断", max_length=10, choices=PairState, default=PairState.OPEN)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField("判断した日時", null=True)
    reason = models.CharField("わけ", max_length=400, blank=True)

    class Meta:
        ordering = ["-weight", "id"]
        indexes = [
            models.Index(fields=["-weight", "id"], name="pair_open", condition=Q(state="open")),
            models.Index(fields=["person_b"], name="pair_other_end"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person_a", "person_b"], name="one_row_per_pair"),
            models.CheckConstraint(condition=Q(person_a__lt=F("person_b")), name="pair_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} {self.probability:.3f}"


class SamePerson(Entity):
    """A person who was found to be one with others: all with the same `identity` are. Follows from the decided pairs.

    Each row is seen by those who see its own case; so nobody learns of a case by a merge (R-DIS-01).
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="sameness")
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    kinds = models.PositiveSmallIntegerField(default=DataKind.BASIC)
    identity = models.UUIDField(db_index=True)

    def __str__(self) -> str:
        return str(self.identity)

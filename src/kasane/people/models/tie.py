"""つながり: ties of kin, care, money, conflict and trust, between persons and to agencies (R-PEO-01, R-PEO-04)."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q

from kasane.agencies.models import Agency, User
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow
from kasane.people.models.person import Person


class TieKind(models.TextChoices):
    """The direction runs from `person` to the other end."""

    MARRIAGE = "marriage", "婚姻"
    COHABITING = "cohabiting", "内縁・同居"
    SEPARATED = "separated", "別居中の夫婦"
    DIVORCED = "divorced", "離婚"
    PARENT = "parent", "親(実の親子)"
    ADOPTIVE = "adoptive", "養親"
    FOSTER = "foster", "里親"
    STEP = "step", "継親"
    CARE = "care", "介護・世話をしている"
    MONEY = "money", "お金を援助している"
    CONFLICT = "conflict", "対立・不和"
    KEY_PERSON = "key_person", "キーパーソン"
    CONTACT = "contact", "つきあい・支援"


KIN_KINDS = frozenset(
    {
        TieKind.MARRIAGE,
        TieKind.COHABITING,
        TieKind.SEPARATED,
        TieKind.DIVORCED,
        TieKind.PARENT,
        TieKind.ADOPTIVE,
        TieKind.FOSTER,
        TieKind.STEP,
    }
)

TIE_DATA_KINDS: dict[str, int] = {
    TieKind.CARE: DataKind.BASIC | DataKind.HEALTH,
    TieKind.MONEY: DataKind.BASIC | DataKind.ECONOMY,
    TieKind.CONFLICT: DataKind.BASIC | DataKind.LIFE,
    TieKind.CONTACT: DataKind.BASIC | DataKind.LIFE,
}
"""The kinds of data a tie tells of (R-DIS-04); ties of kin and the key person are 基本情報."""


class Strength(models.TextChoices):
    STRONG = "strong", "強い"
    NORMAL = "normal", "ふつう"
    WEAK = "weak", "弱い"
    STRAINED = "strained", "ぎくしゃくしている"
    BROKEN = "broken", "切れている"


class Tie(CaseRow):
    """One tie in a stretch of days; replaced, never changed (as `PersonState`). `thread` is the tie through all rows."""

    thread = models.UUIDField(editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", verbose_name="だれが")
    other_person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+", verbose_name="だれに"
    )
    other_agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="機関"
    )
    other_label = models.CharField("一覧にない人・場所", max_length=80, blank=True)
    kind = models.CharField("つながり", max_length=12, choices=TieKind)
    strength = models.CharField("強さ", max_length=10, choices=Strength, default=Strength.NORMAL)
    note = models.CharField("内容", max_length=120, blank=True)
    valid = DateRangeField("いつからいつまで")
    recorded_at = models.DateTimeField("記録した日時")
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField("書き改めた日時", null=True)

    class Meta:
        ordering = ["recorded_at", "id"]
        indexes = [models.Index(fields=["case"], name="tie_of_case")]
        constraints = [
            models.CheckConstraint(
                name="tie_has_one_other_end",
                condition=(
                    Q(other_person__isnull=False, other_agency__isnull=True, other_label="")
                    | Q(other_person__isnull=True, other_agency__isnull=False, other_label="")
                    | (Q(other_person__isnull=True, other_agency__isnull=True) & ~Q(other_label=""))
                ),
            ),
            models.CheckConstraint(name="tie_not_to_oneself", condition=~Q(person=models.F("other_person"))),
            models.UniqueConstraint(
                fields=["thread"], condition=Q(replaced_at__isnull=True), name="one_standing_row_per_tie"
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def since(self) -> date | None:
        start: date | None = self.valid.lower
        return start

    @property
    def until(self) -> date | None:
        """The day from which it holds no more, or None."""
        end: date | None = self.valid.upper
        return end

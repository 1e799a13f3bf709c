"""本人 and the members of a household: as they are now, and as they were on any day (R-PEO-01)."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from kasane.agencies.models import Area, User
from kasane.base.choices import Sex
from kasane.base.dates import age_on, today
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow, Versioned


class Standing(models.TextChoices):
    """How somebody belongs to the household."""

    TOGETHER = "together", "同居"
    APART = "apart", "別居(離れて暮らす家族)"
    LEFT = "left", "世帯を離れた"


class ChangeReason(models.TextChoices):
    """Why something is different from a day on."""

    MOVED = "moved", "転居(町内)"
    MOVED_OUT = "moved_out", "転出(町外へ)"
    MOVED_IN = "moved_in", "転入(町外から)"
    MARRIAGE = "marriage", "婚姻"
    DIVORCE = "divorce", "離婚"
    RENAMED = "renamed", "氏名の変更"
    BIRTH = "birth", "出生"
    DEATH = "death", "死亡"
    SEPARATED = "separated", "世帯分離・別居"
    RETURNED = "returned", "世帯に戻った"
    FACILITY = "facility", "入院・入所"
    WORK = "work", "仕事・学校の変化"
    CORRECTED = "corrected", "訂正・聞き直し"
    OTHER = "other", "その他"


class Aged(Protocol):
    """Whoever has a birth date, or an age that was told."""

    birth_date: date | None
    stated_age: int | None
    stated_age_on: date | None
    died_on: date | None


def full_name(family: str, given: str) -> str:
    return f"{family} {given}".strip() or "(氏名不明)"


def age_of(person: Aged, on: date) -> int | None:
    """Full years on a day, at death for the dead; from the stated age without a birth date; None when not known."""
    day = min(on, person.died_on) if person.died_on else on
    if person.birth_date:
        return age_on(person.birth_date, day)
    if person.stated_age is None or person.stated_age_on is None:
        return person.stated_age
    return person.stated_age + (day - person.stated_age_on).days // 365


class Particulars(models.Model):
    """What is known of a person. A consultation may begin with nothing but 「近所の人」: everything may be empty."""

    family_name = models.CharField("氏", max_length=60, blank=True)
    given_name = models.CharField("名", max_length=60, blank=True)
    family_kana = models.CharField("ふりがな(氏)", max_length=80, blank=True)
    given_kana = models.CharField("ふりがな(名)", max_length=80, blank=True)
    sex = models.CharField("性別", max_length=8, choices=Sex, default=Sex.UNKNOWN)
    birth_date = models.DateField("生年月日", null=True, blank=True)
    stated_age = models.PositiveSmallIntegerField("年齢(聞き取り)", null=True, blank=True)
    stated_age_on = models.DateField("年齢を聞いた日", null=True, blank=True)
    died_on = models.DateField("亡くなった日", null=True, blank=True)
    address = models.CharField("住所", max_length=200, blank=True)
    area = models.ForeignKey(
        Area, null=True, blank=True, on_delete=models.PROTECT, verbose_name="地区", related_name="+"
    )
    phone = models.CharField("電話(自宅)", max_length=20, blank=True)
    mobile = models.CharField("電話(携帯)", max_length=20, blank=True)
    email = models.EmailField("メール", blank=True)
    relation = models.CharField("続柄", max_length=20, blank=True)
    standing = models.CharField("世帯との関係", max_length=8, choices=Standing, default=Standing.TOGETHER)
    occupation = models.CharField("仕事・学校など", max_length=80, blank=True)
    note = models.TextField("備考", blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return full_name(self.family_name, self.given_name)

    @property
    def kana(self) -> str:
        return f"{self.family_kana} {self.given_kana}".strip()

    @property
    def lives_together(self) -> bool:
        return self.standing == Standing.TOGETHER

    def is_alive(self, on: date) -> bool:
        return self.died_on is None or on < self.died_on

    def age(self, on: date | None = None) -> int | None:
        """Full years on a day (today when not given), at death for the dead; from the stated age without a birth date."""
        return age_of(self, on or today())


TIMELESS = ("sex", "birth_date", "stated_age", "stated_age_on", "died_on")
"""Facts that hold for the whole life: when they change, what was known before was wrong or not known yet."""

DATED = (
    "family_name",
    "given_name",
    "family_kana",
    "given_kana",
    "address",
    "area_id",
    "phone",
    "mobile",
    "email",
    "relation",
    "standing",
    "occupation",
    "note",
)
"""What may be different from one day on."""


class Person(Particulars, CaseRow, Versioned):
    """本人 or a member of the household, as known in one case. Its own fields are what holds today.

    What held on other days stands in `PersonState`; both are written by `people.actions` alone.
    """

    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC)
    is_subject = models.BooleanField("本人", default=False)
    contact_is_protected = models.BooleanField("住所秘匿", default=False)
    joined_on = models.DateField("世帯に加わった日", null=True, blank=True)

    class Meta:
        ordering = ["-is_subject", "birth_date", "created_at"]
        indexes = [models.Index(fields=["case"], name="person_of_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(is_subject=True), name="one_subject_per_case"
            )
        ]


class PersonState(Particulars, CaseRow):
    """What held of a person in a stretch of days. A row is never changed: it is replaced, and stays.

    `valid` holds the days (an open end: until further notice); `recorded_at` and `replaced_at` say from when to
    when this was what the file said. Both axes make any past day showable, as now known and as known then.
    """

    kinds = models.PositiveSmallIntegerField(default=DataKind.BASIC)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="states")
    valid = DateRangeField("いつからいつまで")
    reason = models.CharField("変わったわけ", max_length=12, choices=ChangeReason, blank=True)
    recorded_at = models.DateTimeField("記録した日時")
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField("書き改めた日時", null=True)

    class Meta:
        ordering = ["person", "valid", "recorded_at"]
        indexes = [models.Index(fields=["case"], name="state_of_case")]

    @property
    def since(self) -> date | None:
        """The first day, or None when it always held as far as is known."""
        start: date | None = self.valid.lower
        return start

    @property
    def until(self) -> date | None:
        """The day from which it holds no more, or None."""
        end: date | None = self.valid.upper
        return end

"""本人・世帯: the person and the household of a case (R-PEO-01)."""

from __future__ import annotations

from datetime import date

from django.db import models

from kasane.agencies.models import Area
from kasane.base.choices import Sex
from kasane.base.dates import age_on, today
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow, Versioned


class Person(CaseRow, Versioned):
    """本人 or a member of the household, as known in one case.

    A consultation may begin with nothing but 「近所の人」: every name and date may be empty.
    """

    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC)
    family_name = models.CharField("氏", max_length=60, blank=True)
    given_name = models.CharField("名", max_length=60, blank=True)
    family_kana = models.CharField("ふりがな(氏)", max_length=80, blank=True)
    given_kana = models.CharField("ふりがな(名)", max_length=80, blank=True)
    sex = models.CharField("性別", max_length=8, choices=Sex, default=Sex.UNKNOWN)
    birth_date = models.DateField("生年月日", null=True, blank=True)
    stated_age = models.PositiveSmallIntegerField("年齢(聞き取り)", null=True, blank=True)
    stated_age_on = models.DateField("年齢を聞いた日", null=True, blank=True)
    address = models.CharField("住所", max_length=200, blank=True)
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, verbose_name="地区")
    phone = models.CharField("電話(自宅)", max_length=20, blank=True)
    mobile = models.CharField("電話(携帯)", max_length=20, blank=True)
    email = models.EmailField("メール", blank=True)
    is_subject = models.BooleanField("本人", default=False)
    relation = models.CharField("続柄", max_length=20, blank=True)
    lives_together = models.BooleanField("同居", default=True)
    occupation = models.CharField("仕事・学校など", max_length=80, blank=True)
    note = models.TextField("備考", blank=True)
    joined_on = models.DateField("世帯に加わった日", null=True, blank=True)
    left_on = models.DateField("世帯を離れた日", null=True, blank=True)

    class Meta:
        ordering = ["-is_subject", "birth_date", "created_at"]
        indexes = [models.Index(fields=["case"], name="person_of_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(is_subject=True), name="one_subject_per_case"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.family_name} {self.given_name}".strip() or "(氏名不明)"

    @property
    def kana(self) -> str:
        return f"{self.family_kana} {self.given_kana}".strip()

    def age(self, on: date | None = None) -> int | None:
        """Full years on a day (today when not given); from the stated age when no birth date is known."""
        day = on or today()
        if self.birth_date:
            return age_on(self.birth_date, day)
        if self.stated_age is None or self.stated_age_on is None:
            return self.stated_age
        return self.stated_age + (day - self.stated_age_on).days // 365

"""What persons are found and compared by: folded forms, derived from `Person` and its history by `people.keys`."""

from __future__ import annotations

from django.db import models

from kasane.base.kinds import DataKind
from kasane.people.models.person import Person


class PersonKey(models.Model):
    """The folded forms of one person. Derived data: rewritten with the person, never read by screens.

    Searched through `people_find` only, which joins the ledger; the index stands in `people/find.sql`.
    """

    person = models.OneToOneField(Person, primary_key=True, on_delete=models.CASCADE, related_name="key")
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+", db_index=False)
    kinds = models.PositiveSmallIntegerField(default=DataKind.BASIC)
    family = models.TextField(default="")
    given = models.TextField(default="")
    family_kana = models.TextField(default="")
    given_kana = models.TextField(default="")
    family_sound = models.TextField("読みの粗い形(氏)", default="")
    given_sound = models.TextField("読みの粗い形(名)", default="")
    former = models.TextField("以前の氏名(空白区切り)", default="")
    former_sound = models.TextField("以前の氏名の読みの粗い形(空白区切り)", default="")
    sex = models.CharField(max_length=8, default="")
    birth_date = models.DateField(null=True)
    birth_year = models.SmallIntegerField("生年(聞き取りの年齢から)", null=True)
    address = models.TextField(default="")
    town = models.TextField("町・丁目まで", default="")
    phones = models.TextField("電話の数字(空白区切り)", default="")

    class Meta:
        indexes = [models.Index(fields=["-case_id"], name="personkey_case")]

    def __str__(self) -> str:
        return f"{self.family}{self.given}"

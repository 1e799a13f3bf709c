"""DV等支援措置: what only named staff may see, the words that would tell it, and who looks after it (R-DIS-09)."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import MD5

from kasane.agencies.models import Area, User
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow
from kasane.people.models.person import Person
from kasane.people.protectedwords import Sort


def _bound(to: type[models.Model] | str, **kwargs: Any) -> Any:
    """A foreign key kept by the database alone, cascade and all (`people/protection.sql`): whoever removes a case or
    a person need not see, and may not see, what hangs on it here.
    """
    return models.ForeignKey(to, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+", **kwargs)


class ProtectedContact(CaseRow):
    """Where a protected person lives and how they are reached: taken off the person, their history and everything that
    is searched or compared. Row-level security shows it to the named staff alone. `history` holds, by the id of each
    `PersonState`, what stood there, so that the end of the protection gives it back.
    """

    kinds = models.PositiveSmallIntegerField(default=DataKind.BASIC)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="protected_contact")
    address = models.CharField("住所", max_length=200, blank=True)
    phone = models.CharField("電話(自宅)", max_length=20, blank=True)
    mobile = models.CharField("電話(携帯)", max_length=20, blank=True)
    email = models.EmailField("メール", blank=True)
    area = models.ForeignKey(Area, null=True, on_delete=models.PROTECT, related_name="+", verbose_name="地区")
    school = models.CharField("学校・園", max_length=80, blank=True)
    workplace = models.CharField("勤務先・通所先", max_length=80, blank=True)
    words = models.TextField("ほかに隠すことば", blank=True)
    history = models.JSONField("前の日の住所・電話", default=dict)
    staff = ArrayField(models.UUIDField(), verbose_name="見られる職員")
    reason = models.CharField("根拠", max_length=200)
    since = models.DateField("いつから")
    is_settled = models.BooleanField("受け持つ職員が確かめた", default=True)
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return "住所秘匿"


class ProtectedWord(models.Model):
    """A word that would tell where the person is, as a pattern. Nobody reads it but the functions that hide it."""

    case = _bound("cases.Case", db_index=False)
    person = _bound(Person)
    sort = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Sort])
    pattern = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint("case", "person", MD5("pattern"), name="one_row_per_protected_word")
        ]

    def __str__(self) -> str:
        return self.sort


class ProtectedPassage(models.Model):
    """A text in which words were hidden, as it stood before: for the staff named for all of `persons` who may read the
    row itself. Written by the database (`people_hide_row`), in the order of `id`.
    """

    case = _bound("cases.Case")
    persons = ArrayField(models.UUIDField(), verbose_name="だれの")
    table_name = models.CharField(max_length=63)
    row_id = models.UUIDField()
    column_name = models.CharField(max_length=63)
    original = models.TextField("もとの文章")
    masked = models.TextField("伏せた文章")
    at = models.DateTimeField("伏せた日時")
    written_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["table_name", "row_id"], name="passage_of_row")]

    def __str__(self) -> str:
        return f"{self.table_name}.{self.column_name}"


class ProtectionHandover(CaseRow):
    """New staff for somebody protected whose named staff have all left: a coordinator proposes, a manager agrees."""

    case = _bound("cases.Case")
    contact = _bound(ProtectedContact)
    staff = ArrayField(models.UUIDField(), verbose_name="新しく受け持つ職員")
    reason = models.CharField("わけ", max_length=200)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact"], condition=models.Q(agreed_by__isnull=True), name="one_open_handover"
            ),
            models.CheckConstraint(
                condition=models.Q(agreed_by__isnull=True) | ~models.Q(agreed_by=models.F("proposed_by")),
                name="handover_by_two",
            ),
        ]

    def __str__(self) -> str:
        return self.reason

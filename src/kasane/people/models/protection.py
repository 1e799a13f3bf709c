"""DV等支援措置: an address or phone that only named staff may see (R-DIS-09)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kasane.agencies.models import Area, User
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow
from kasane.people.models.person import Person


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
    history = models.JSONField("前の日の住所・電話", default=dict)
    staff = ArrayField(models.UUIDField(), verbose_name="見られる職員")
    reason = models.CharField("根拠", max_length=200)
    since = models.DateField("いつから")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return "住所秘匿"

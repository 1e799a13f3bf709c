"""DV等支援措置: an address or phone that only named staff may see (R-DIS-09)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kasane.agencies.models import User
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow
from kasane.people.models.person import Person


class ProtectedContact(CaseRow):
    """Where a protected person lives and how they are reached. It stands nowhere else: not on the person, not in
    their history, not among what is searched or compared. Row-level security shows it to the named staff alone.
    """

    kinds = models.PositiveSmallIntegerField(default=DataKind.BASIC)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="protected_contact")
    address = models.CharField("住所", max_length=200, blank=True)
    phone = models.CharField("電話(自宅)", max_length=20, blank=True)
    mobile = models.CharField("電話(携帯)", max_length=20, blank=True)
    email = models.EmailField("メール", blank=True)
    staff = ArrayField(models.UUIDField(), verbose_name="見られる職員")
    reason = models.CharField("根拠", max_length=200)
    since = models.DateField("いつから")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return "住所秘匿"

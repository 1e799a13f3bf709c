from __future__ import annotations

from django.db import models

from kasane.base.models import Entity


class PublishedCounts(Entity):
    """One table of one closed period as it may be shown for ever: small numbers were left out before it was written.

    Written by the closing at night alone (`closing.close`); the web role reads and can not write. `first` and `last`
    are months of the fiscal year (1: April … 12: March); both 0 for the sums of the whole year.
    """

    table = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    first = models.PositiveSmallIntegerField()
    last = models.PositiveSmallIntegerField()
    least = models.PositiveSmallIntegerField()
    closed_on = models.DateField()
    content = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "year", "first"], name="counts_are_published_once"),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.year} {self.first}–{self.last}"


class HeldCounts(models.Model):
    """What stood behind a published table when it was closed, for the sums of the year. The web role can not read it."""

    published = models.OneToOneField(PublishedCounts, on_delete=models.CASCADE, related_name="+")
    values = models.JSONField()

    def __str__(self) -> str:
        return str(self.published_id)

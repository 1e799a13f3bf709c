"""What every register of a desk has: its agency, who wrote it, and a trace of what was changed or struck out (R-INT-02)."""

from __future__ import annotations

from typing import Any

from django.db import models

from kasane.agencies.models import Agency, User
from kasane.base.models import Entity, Versioned


class DeskRow(Entity, Versioned):
    """A line in a register of one desk. Only that agency reads it."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="機関")
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="書いた人")

    class Meta:
        abstract = True


class CountedRow(DeskRow):
    """A line that is counted. It holds nothing about a person, is never removed, and shows what it said before.

    `trace` holds one entry per change: at, by, why, before (lines of label and value).
    """

    struck_on = models.DateField("取り消した日", null=True, blank=True)
    struck_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="取り消した人"
    )
    trace: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField(
        "直した記録", default=list, blank=True
    )

    class Meta:
        abstract = True

    @property
    def is_struck(self) -> bool:
        return self.struck_on is not None

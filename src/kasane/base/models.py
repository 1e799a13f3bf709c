"""Abstract models every app builds on."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.db import models

from kasane.base.ids import new_id
from kasane.base.kinds import DataKind, kind_labels


class Entity(models.Model):
    """A row with a UUIDv7 and its time of making."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class StaleEdit(Exception):
    """Somebody else saved the same thing in between. Carries the row as it stands now."""

    def __init__(self, current: models.Model) -> None:
        self.current = current
        super().__init__("ほかの人が先に保存しました。")


class Versioned(models.Model):
    """Optimistic lock (R-OPS-03): who saves says which version was on the screen."""

    version = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    @classmethod
    def lock(cls, pk: uuid.UUID, *, version: int | None) -> Self:
        """The row, locked for this transaction. Raises StaleEdit when it moved past `version`."""
        row: Self = cls._default_manager.select_for_update(of=("self",)).get(pk=pk)
        if version is not None and row.version != version:
            raise StaleEdit(row)
        return row

    def save_next(self, **kwargs: Any) -> None:
        """Saves as the next version."""
        self.version += 1
        self.save(**kwargs)


class CaseRow(Entity):
    """A row about a person: it hangs on a case and carries its kinds of data (R-DIS-04).

    Row-level security reads `case_id` and `kinds`; see `disclosure.policies.protect`.
    """

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    kinds = models.PositiveSmallIntegerField("情報の種類", default=DataKind.BASIC | DataKind.LIFE)

    class Meta:
        abstract = True

    @property
    def kind_labels(self) -> list[str]:
        return kind_labels(self.kinds)


class Counter(models.Model):
    """The last number given out per name and fiscal year; written only by `base.counters`."""

    name = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "year"], name="one_counter_per_year")]

    def __str__(self) -> str:
        return f"{self.name} {self.year}: {self.value}"

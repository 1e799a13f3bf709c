"""閲覧・変更の記録 and the chain that seals it (R-DIS-08)."""

from __future__ import annotations

from django.contrib.postgres.indexes import BrinIndex
from django.db import models


class LogEntry(models.Model):
    """閲覧・変更の記録 (R-DIS-08): append-only by privilege and trigger; written by the database itself.

    When a case is disposed of, what its entries told (subject, row, before, after) goes; the digest of it stays in
    its seal, so that the chain holds, and `disposed_for` names the case that took it away (R-DIS-07).
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    user_id = models.UUIDField(null=True)
    agency_id = models.UUIDField(null=True)
    case_id = models.UUIDField(null=True)
    act = models.CharField(max_length=10)
    subject = models.CharField(max_length=80)
    row_id = models.CharField(max_length=40, blank=True)
    basis = models.CharField(max_length=300, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    disposed_for = models.UUIDField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["case_id", "-id"], name="log_of_case"),
            BrinIndex(fields=["at"], name="log_by_time", pages_per_range=32),
        ]

    def __str__(self) -> str:
        return f"{self.at} {self.act} {self.subject}"


class Seal(models.Model):
    """The hash chain over the log, in the order of commits. `log.sql` says what each digest is taken of."""

    id = models.BigIntegerField(primary_key=True)
    entry_id = models.BigIntegerField(unique=True)
    content = models.BinaryField()
    own = models.BinaryField()
    digest = models.BinaryField()

    def __str__(self) -> str:
        return str(self.entry_id)

"""An existing ledger on its way in: what was uploaded, how its columns were mapped, what became of it (R-OPS-02)."""

from __future__ import annotations

from django.db import models

from kasane.agencies.models import Agency, User
from kasane.base.kinds import DataKind
from kasane.base.models import CaseRow, Entity


class Mapping(Entity):
    """How an agency mapped the columns of a ledger with these headings; offered the next time.

    Headings only, as a rule. But whoever takes a wrong row for the headings puts a person's line here: so it is
    seen by the agency alone.
    """

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="+")
    headings = models.CharField(max_length=64)
    columns = models.JSONField()
    used_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "headings"], name="one_mapping_per_headings")
        ]

    def __str__(self) -> str:
        return self.headings[:8]


class Upload(Entity):
    """A ledger somebody has uploaded and not yet imported; only they see it. Gone with the import or with やめる."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    left_out = models.JSONField(default=list)
    sheet = models.PositiveSmallIntegerField(default=0)
    header = models.PositiveSmallIntegerField(default=0)
    columns = models.JSONField(default=list)
    is_mapped = models.BooleanField(default=False)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.file_name


class UploadedSheet(Entity):
    """One sheet of an upload: `rows` is a list of rows, each a list of cells as text."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="sheets")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    length = models.PositiveIntegerField()
    serial_offset = models.PositiveSmallIntegerField(default=0)
    rows = models.JSONField()

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name


class Import(Entity):
    """One import that was made, for the whole agency to see. Changed by the database's own functions alone.

    What it wrote stands in the log between `first_entry` and `last_entry`; every other entry tells of something
    else that happened in its cases (R-DIS-08).
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name="機関")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name="取り込んだ人")
    file_name = models.CharField("ファイル名", max_length=200)
    sheet_name = models.CharField("シート", max_length=120, blank=True)
    cases = models.PositiveIntegerField("ケース")
    persons = models.PositiveIntegerField("人")
    skipped = models.PositiveIntegerField("とばした行", default=0)
    warnings = models.PositiveIntegerField("注意", default=0)
    first_entry = models.BigIntegerField(default=0, editable=False)
    last_entry = models.BigIntegerField(null=True, editable=False)
    undone_at = models.DateTimeField("取り消した日時", null=True, editable=False)
    undone_by = models.ForeignKey(
        User,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="取り消した人",
        editable=False,
    )

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["agency", "-id"], name="import_newest")]

    def __str__(self) -> str:
        return self.file_name


class ImportedRow(CaseRow):
    """Where a row of a ledger went, so that it is not imported twice."""

    kinds = models.PositiveSmallIntegerField(default=DataKind.BASIC)
    source = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="rows")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    row = models.PositiveIntegerField()
    ledger_no = models.CharField(max_length=80, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["row"]
        indexes = [
            models.Index(fields=["agency", "ledger_no"], name="imported_number"),
            models.Index(fields=["agency", "fingerprint"], name="imported_print"),
            models.Index(fields=["case"], name="imported_case"),
        ]

    def __str__(self) -> str:
        return f"{self.row}: {self.ledger_no}"


class SkippedRows(Entity):
    """The rows an import left out, with the reasons: for the importer alone, until it is thrown away.

    `rows`: a list of {row, cells, reasons}.
    """

    source = models.OneToOneField(Import, on_delete=models.CASCADE, related_name="skipped_rows")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    headings = models.JSONField()
    rows = models.JSONField()

    def __str__(self) -> str:
        return str(self.source_id)

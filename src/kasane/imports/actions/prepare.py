"""From the file to the mapping of its columns (R-OPS-02)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, transaction

from kasane.agencies.actors import Actor
from kasane.base.obstacles import Obstacle, require
from kasane.imports import queries
from kasane.imports.models import Import, Mapping, SkippedRows, Upload, UploadedSheet
from kasane.imports.rules import guess_columns, guess_header, headings_key, mapping_obstacles
from kasane.imports.rules.columns import headings_of, remember
from kasane.imports.tables import read_ledger


@transaction.atomic
def upload(*, by: Actor, content: bytes, name: str) -> Upload:
    """Keeps a ledger for its uploader alone, with a guess of sheet, headings and columns.

    What anybody left lying for a month goes at the same time. Raises tables.Unreadable.
    """
    ledger = read_ledger(content, name)
    with connection.cursor() as cursor:
        cursor.execute("SELECT imports_forget()")
    row = Upload.objects.create(
        user=by.user, agency=by.agency, file_name=name[-200:], left_out=ledger.left_out
    )
    UploadedSheet.objects.bulk_create(
        UploadedSheet(
            upload=row,
            user=by.user,
            number=number,
            name=table.name[:120],
            length=len(table.rows),
            serial_offset=table.serial_offset,
            rows=table.rows,
        )
        for number, table in enumerate(ledger.tables)
    )
    longest = max(range(len(ledger.tables)), key=lambda number: _promise(ledger.tables[number].rows))
    return choose_table(row, by=by, sheet=longest, header=None)


@transaction.atomic
def choose_table(upload: Upload, *, by: Actor, sheet: int, header: int | None) -> Upload:
    """Chooses the sheet and the row of its headings (guessed for None), and proposes a field for each column.

    Raises Forbidden for a sheet or row that is not there.
    """
    chosen = UploadedSheet.objects.filter(upload=upload, number=sheet).first()
    if chosen is None or (header is not None and not 0 <= header < len(chosen.rows)):
        require([Obstacle("no_row", "その行はこのシートにありません。", "R-OPS-02")])
    assert chosen is not None
    upload.sheet = sheet
    upload.header = guess_header(chosen.rows) if header is None else header
    headings = headings_of(chosen.rows, upload.header)
    upload.columns = guess_columns(headings, queries.remembered(headings, by=by))
    upload.is_mapped = False
    upload.save()
    return upload


@transaction.atomic
def map_columns(upload: Upload, *, by: Actor, columns: Sequence[str]) -> Upload:
    """Keeps what each column becomes, for this upload and for the agency's next ledger with these headings.

    Raises Forbidden when what every case needs is in no column, or one field in two.
    """
    require(mapping_obstacles(columns))
    upload.columns, upload.is_mapped = list(columns), True
    upload.save()
    headings = headings_of(queries.sheet_of(upload).rows, upload.header)
    Mapping.objects.update_or_create(
        agency=by.agency,
        headings=headings_key(headings),
        defaults={"columns": remember(headings, columns)},
    )
    return upload


@transaction.atomic
def discard(upload: Upload, *, by: Actor) -> None:
    """やめる: what was uploaded is gone."""
    upload.delete()


@transaction.atomic
def throw_away_skipped(source: Import, *, by: Actor) -> None:
    """The importer needs the list of skipped rows no more."""
    SkippedRows.objects.filter(source=source, user=by.user).delete()


def _promise(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How much a sheet looks like a ledger: how many columns are understood, then how long it is."""
    known = [key for key in guess_columns(headings_of(rows, guess_header(rows))) if key]
    return len(known), len(rows)

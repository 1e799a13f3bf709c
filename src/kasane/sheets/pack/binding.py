"""Many finished copies as one file to print, or as one file each in an archive (R-CONF-06)."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject


def one_file(copies: Sequence[tuple[str, bytes]], *, title: str, both_sides: bool) -> bytes:
    """All copies one after another, each with its bookmark.

    Printed on both sides, each copy begins on a sheet of its own: nobody gets the next one's first page on the back.
    """
    writer = PdfWriter()
    for name, pdf in copies:
        before = len(writer.pages)
        writer.append(BytesIO(pdf), outline_item=name)
        if both_sides and (len(writer.pages) - before) % 2:
            writer.add_blank_page()
    writer.add_metadata({"/Title": title})
    writer.root_object[NameObject("/Lang")] = TextStringObject("ja")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def archive(copies: Sequence[tuple[int, bytes]]) -> bytes:
    """One PDF for each copy, named by its number alone: a file name is read by whoever passes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, pdf in copies:
            packed.writestr(f"{number:03}.pdf", pdf)
    return out.getvalue()

"""Printing sheets as PDF: tagged, in Japanese, fit for keeping (R-OPS-01, R-OPS-02)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import typst

from kasane.sheets.document import Sheet
from kasane.sheets.encode import TextFilter, encode, texts_of
from kasane.sheets.engine import RenderError, compile_payload, missing_glyphs

__all__ = [
    "RenderError",
    "missing_glyphs",
    "render_booklet",
    "render_pack",
    "render_pdf",
    "render_stamp",
    "unprintable_in",
]


def render_pdf(sheet: Sheet, *, timestamp: datetime | None = None) -> bytes:
    """One sheet as PDF. The same sheet with the same `timestamp` gives the same bytes.

    Characters that no font has are printed as 〓, and the paper says which they were; ask
    `unprintable_in` beforehand to tell the person at the screen. Raises FontMissing, RenderError.
    """
    return _render([sheet], title=sheet.bookmark, timestamp=timestamp)


def render_pack(sheets: Sequence[Sheet], *, title: str, timestamp: datetime | None = None) -> bytes:
    """Many sheets in one PDF, each with its own page numbers and its own entry in the outline.

    Raises ValueError when there is nothing to print, FontMissing, RenderError.
    """
    if not sheets:
        raise ValueError("印刷する帳票がありません")
    return _render(sheets, title=title, timestamp=timestamp)


def unprintable_in(sheet: Sheet) -> list[str]:
    """The characters on this sheet that no installed font can print."""
    return missing_glyphs("".join(texts_of(sheet)))


def render_booklet(
    parts: Sequence[tuple[str, Sequence[Sheet]]], *, title: str, timestamp: datetime | None = None
) -> bytes:
    """Sheets in named parts as one PDF: pages counted through, the outline names parts and sheets (R-CONF-06).

    Raises ValueError when there is nothing to print, FontMissing, RenderError.
    """
    sheets = [sheet for _, sheets in parts for sheet in sheets]
    if not sheets:
        raise ValueError("印刷する帳票がありません")
    begun = [name if place == 0 else "" for name, sheets in parts for place in range(len(sheets))]
    return _render(sheets, title=title, timestamp=timestamp, parts=begun)


def render_stamp(words: str, *, timestamp: datetime | None = None) -> bytes:
    """The line that `pack.stamp` draws over each page of a numbered copy, as a PDF of its own size."""
    moment = (timestamp or datetime.now(UTC)).replace(microsecond=0)
    try:
        return compile_payload(
            {"words": TextFilter().plain(words)}, timestamp=moment, template="stamp.typ", standards=["a-2b"]
        )
    except typst.TypstError:
        text = TextFilter(missing_glyphs(words))
    return compile_payload(
        {"words": text.plain(words)}, timestamp=moment, template="stamp.typ", standards=["a-2b"]
    )


def _render(
    sheets: Sequence[Sheet],
    *,
    title: str,
    timestamp: datetime | None,
    parts: Sequence[str] | None = None,
) -> bytes:
    moment = (timestamp or datetime.now(UTC)).replace(microsecond=0)
    try:
        return compile_payload(encode(sheets, title=title, parts=parts), timestamp=moment)
    except typst.TypstError:
        # Nearly always a character without a glyph; only then is the slower search for it worth its time.
        unprintable = missing_glyphs(title + "".join(parts or ()) + "".join(texts_of(list(sheets))))
    payload = encode(sheets, title=title, unprintable=unprintable, parts=parts)
    try:
        return compile_payload(payload, timestamp=moment)
    except typst.TypstError as error:
        raise RenderError(f"帳票を PDF にできませんでした: {error.message}") from error

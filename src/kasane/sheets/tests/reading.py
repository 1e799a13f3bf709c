"""Reading a printed sheet back, the way a browser's PDF viewer does when text is searched or copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pypdfium2
from pypdf import PdfReader

A4 = (595.276, 841.89)
Box = tuple[float, float, float, float]


def reader(pdf: bytes) -> PdfReader:
    """The PDF opened for its structure and metadata."""
    return PdfReader(BytesIO(pdf))


def page_texts(pdf: bytes) -> list[str]:
    """What each page says, in the order of the file.

    The viewer calls a hyphen at the end of a line U+FFFE, and zero width spaces are ours.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [text.replace("\ufffe", "-").replace("\u200b", "") for text in texts]


def squeezed(text: str) -> str:
    """The text without spaces and line ends: line breaks on paper are not part of what was typed."""
    return re.sub(r"\s", "", text)


def printed(pdf: bytes) -> str:
    """All pages in one, without spaces."""
    return squeezed("".join(page_texts(pdf)))


def boxes(pdf: bytes) -> Iterator[Box]:
    """Where each visible glyph stands on its page: left, bottom, right, top."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                box = text.get_charbox(index)
                if box[2] > box[0] and box[3] > box[1]:
                    yield box


def outline(pdf: bytes) -> list[str]:
    """The entries of the PDF's outline, all levels in reading order."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [entry.get_title() for entry in document.get_toc()]

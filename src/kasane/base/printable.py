"""Typed text as it can stand on paper and in files: it stays as typed, but can neither steer the page nor break the file."""

from __future__ import annotations

import unicodedata

LINE_ENDS = str.maketrans(
    {"\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": "    "}
)
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(text: str) -> str:
    """The text without characters that have no place on paper.

    Line ends become one kind and a tab four spaces; control characters, lone surrogates and the marks that
    turn the writing direction (they can make a name read differently from what is stored) are dropped.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n").translate(LINE_ENDS)
    return "".join(c for c in unified if c == "\n" or _is_printable(c))


def _is_printable(char: str) -> bool:
    if char in BIDI_CONTROLS:
        return False
    if unicodedata.category(char) in ("Cc", "Cs"):
        return False
    return not (ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF)


def width(line: str) -> float:
    """How wide a line is, in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in line)

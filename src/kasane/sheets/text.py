"""Making typed text safe to print: it stays as typed, but can neither steer the page nor leave it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LINE_ENDS = str.maketrans(
    {"\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": "    "}
)
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LONGEST_UNBROKEN = 16
SIGNS = re.compile(r"((?:[^\w\s]|_){5,})")

Run = str | dict[str, str]
Line = list[Run]


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


def to_lines(text: str) -> list[Line]:
    """The lines of a text, each as runs; a run marked `word` or `signs` may be broken at any character.

    A typesetter breaks lines only where the language allows, so an address of a web page or a row of
    brackets would leave the paper. Pieces longer than `LONGEST_UNBROKEN` are therefore marked; `signs` are
    rows of punctuation, which need a stronger means than letters.
    """
    return [_mark_long_pieces(line) for line in clean(text).split("\n")]


def _mark_long_pieces(line: str) -> Line:
    runs: Line = []
    plain = ""
    for piece in _unbreakable_pieces(line):
        if len(piece) <= LONGEST_UNBROKEN:
            plain += piece
            continue
        if plain:
            runs.append(plain)
            plain = ""
        runs += [{_kind(part): part} for part in SIGNS.split(piece) if part]
    if plain:
        runs.append(plain)
    return runs


def _kind(part: str) -> str:
    return "signs" if SIGNS.fullmatch(part) else "word"


def _unbreakable_pieces(line: str) -> Iterator[str]:
    """Cut after a space and between two ordinary Japanese letters: there a line can always end."""
    start = 0
    for i in range(1, len(line)):
        if line[i - 1] in " \u3000" or (_is_ideographic(line[i - 1]) and _is_ideographic(line[i])):
            yield line[start:i]
            start = i
    if line:
        yield line[start:]


SMALL_KANA = frozenset("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー々〻ゝゞヽヾ")


def _is_ideographic(char: str) -> bool:
    code = ord(char)
    if 0x3041 <= code <= 0x3096 or 0x30A1 <= code <= 0x30FA:
        return char not in SMALL_KANA
    return 0x3400 <= code <= 0x4DBF or 0x4E00 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFD


def estimated_lines(text: str, full_width_columns: float) -> int:
    """About how many lines the text takes in a column that holds so many full-width characters."""
    return sum(1 + int(_width(line) / max(full_width_columns, 1.0)) for line in clean(text).split("\n"))


def _width(line: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in line)

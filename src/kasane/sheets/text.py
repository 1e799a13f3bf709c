"""Where a typed text may break its lines, so that it does not leave the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kasane.base.printable import clean, width

LONGEST_UNBROKEN = 16
SIGNS = re.compile(r"((?:[^\w\s]|_){5,})")

Run = str | dict[str, str]
Line = list[Run]


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
    return sum(1 + int(width(line) / max(full_width_columns, 1.0)) for line in clean(text).split("\n"))

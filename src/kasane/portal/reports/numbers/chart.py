"""The months as bars, drawn on the server; the same numbers stand in the table below."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kasane.intake.numbers.sheets import Line, Number, Sheet

WIDTH, HEIGHT, FOOT, HEAD = 720, 190, 26, 20
FILLS = ("0.85", "0.35")
"""How strongly the first and the second line are filled: told apart in black and white too."""


def chart(sheet: Sheet, lines: Sequence[Line]) -> SafeString:
    """One group of bars per column, the sum left out; nothing where there are not two columns with numbers."""
    heads = sheet.columns[:-1] if sheet.sums and len(sheet.columns) > 1 else sheet.columns
    most = max(
        (cell for line in lines for cell in line.cells[: len(heads)] if isinstance(cell, int)), default=0
    )
    if len(heads) < 2 or not most:
        return SafeString("")
    room = WIDTH / len(heads)
    wide = min(34.0, room * 0.8 / len(lines))
    bars = format_html_join(
        "", "{}",
        (
            (_bar(room * place + room / 2 + (n - len(lines) / 2) * wide, wide, line.cells[place], most, FILLS[n]),)
            for place in range(len(heads))
            for n, line in enumerate(lines)
        ),
    )  # fmt: skip
    names = format_html_join(
        "", '<text x="{}" y="{}" text-anchor="middle" font-size="13" fill="currentColor">{}</text>',
        ((f"{room * place + room / 2:.1f}", HEIGHT - 8, head) for place, head in enumerate(heads)),
    )  # fmt: skip
    return format_html(
        '<svg viewBox="0 0 {w} {h}" width="{w}" role="img" aria-label="{words}">{bars}'
        '<line x1="0" x2="{w}" y1="{y}" y2="{y}" stroke="currentColor" stroke-opacity=".4"/>{names}</svg>',
        w=WIDTH, h=HEIGHT, y=HEIGHT - FOOT, words=words(sheet, heads, lines), bars=bars, names=names,
    )  # fmt: skip


def words(sheet: Sheet, heads: Sequence[str], lines: Sequence[Line]) -> str:
    """The same as the picture, to be read aloud: 「受付シート 4月 3件、5月 7件。」"""
    told = (
        f"{line.label} " + "、".join(f"{head} {line.cells[n]}{sheet.unit}" for n, head in enumerate(heads))
        for line in lines
    )
    return "。".join(told) + "。"


def _bar(x: float, wide: float, number: Number, most: int, fill: str) -> SafeString:
    if not isinstance(number, int) or not number:
        return SafeString("")
    high = max(1.0, (HEIGHT - FOOT - HEAD) * number / most)
    top = HEIGHT - FOOT - high
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="currentColor" fill-opacity="{}"/>'
        '<text x="{}" y="{}" text-anchor="middle" font-size="12" fill="currentColor">{}</text>',
        f"{x + 1:.1f}", f"{top:.1f}", f"{wide - 2:.1f}", f"{high:.1f}", fill,
        f"{x + wide / 2:.1f}", f"{top - 4:.1f}", number,
    )  # fmt: skip

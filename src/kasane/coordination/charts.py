"""The course of connectedness as a small picture, made on the server, with its words (R-COOR-08)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kasane.base.dates import short_wareki
from kasane.coordination.models import Connectedness
from kasane.coordination.words import SCORE_WORDS

WIDTH, ROW, LEFT, RIGHT = 420, 46, 92, 64
STEP = 9


def course_words(ratings: Sequence[Connectedness]) -> str:
    """The same as the picture, to be read aloud: 「意欲 1から3。…」"""
    if not ratings:
        return "まだつけられていません。"
    first, last = ratings[0], ratings[-1]
    if first is last:
        scores = "、".join(f"{label} {getattr(first, name)}" for name, (label, _) in SCORE_WORDS.items())
        return f"{short_wareki(first.rated_on)}: {scores}。"
    parts = "。".join(
        f"{label} {getattr(first, name)}から{getattr(last, name)}" for name, (label, _) in SCORE_WORDS.items()
    )
    return f"{short_wareki(first.rated_on)}から{short_wareki(last.rated_on)}まで。{parts}。"


def course_picture(ratings: Sequence[Connectedness]) -> SafeString:
    """One small line per score, first to last; nothing without ratings."""
    if not ratings:
        return SafeString("")
    rows = format_html_join(
        "",
        "{}",
        ((_row(place, name, ratings),) for place, name in enumerate(SCORE_WORDS)),
    )
    return format_html(
        '<svg viewBox="0 0 {w} {h}" width="{w}" role="img" aria-label="{words}">{rows}</svg>',
        w=WIDTH,
        h=ROW * len(SCORE_WORDS),
        words=f"つながり評価の推移。{course_words(ratings)}",
        rows=rows,
    )


def _row(place: int, name: str, ratings: Sequence[Connectedness]) -> SafeString:
    scores = [getattr(rating, name) for rating in ratings]
    base = place * ROW + 38
    points = [(x, base - (score - 1) * STEP) for x, score in zip(_places(len(scores)), scores, strict=True)]
    ground = format_html(
        '<line x1="{}" x2="{}" y1="{}" y2="{}" stroke="currentColor" stroke-opacity=".25"/>',
        LEFT,
        WIDTH - RIGHT,
        base,
        base,
    )
    line = format_html(
        '<polyline fill="none" stroke="currentColor" stroke-width="2" points="{}"/>',
        " ".join(f"{x:.1f},{y}" for x, y in points),
    )
    dots = format_html_join(
        "", '<circle cx="{}" cy="{}" r="3.5" fill="currentColor"/>', ((f"{x:.1f}", y) for x, y in points)
    )
    words = f"{scores[0]} → {scores[-1]}" if len(scores) > 1 else str(scores[0])
    return format_html(
        '{}{}{}<text x="0" y="{}" font-size="14" fill="currentColor">{}</text>'
        '<text x="{}" y="{}" font-size="14" fill="currentColor">{}</text>',
        ground,
        line,
        dots,
        base - 8,
        SCORE_WORDS[name][0],
        WIDTH - RIGHT + 12,
        base - 8,
        words,
    )


def _places(count: int) -> list[float]:
    width = WIDTH - LEFT - RIGHT
    if count == 1:
        return [LEFT + width / 2]
    return [LEFT + width * place / (count - 1) for place in range(count)]

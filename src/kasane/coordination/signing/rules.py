"""What a signature on the screen must be (R-COOR-01). Pure: no database, no HTTP."""

from __future__ import annotations

import re
from itertools import pairwise

from kasane.base.obstacles import Obstacle

WIDTH, HEIGHT = 900, 300
"""The pad in its own units, whatever the screen."""
MOST_LETTERS = 60_000
LEAST_INK = 60
"""So long a line, in units of the pad, is more than a slip of the finger."""

_STROKE = re.compile(r"M(\d{1,3}) (\d{1,3})((?:L\d{1,3} \d{1,3})*)")
_POINT = re.compile(r"[ML](\d{1,3}) (\d{1,3})")


def read_strokes(path: str) -> str:
    """The strokes as SVG path data: only moves and lines to whole numbers on the pad, nothing a page could run.

    '' when nothing was drawn. Raises ValueError, in words for the worker, for anything else.
    """
    drawn = path.strip()
    if not drawn:
        return ""
    if len(drawn) > MOST_LETTERS:
        raise ValueError("署名が長すぎます。「書き直す」を押して、もう一度書いてもらってください。")
    if _STROKE.sub("", drawn):
        raise ValueError("署名を読み取れませんでした。「書き直す」を押して、もう一度書いてもらってください。")
    points = [(int(x), int(y)) for x, y in _POINT.findall(drawn)]
    if any(x > WIDTH or y > HEIGHT for x, y in points):
        raise ValueError("署名が枠から出ています。「書き直す」を押して、もう一度書いてもらってください。")
    if _ink(drawn) < LEAST_INK:
        raise ValueError("署名が短すぎます。氏名を書いてもらってください。")
    return drawn


def _ink(drawn: str) -> float:
    """How long all lines are together."""
    total = 0.0
    for stroke in _STROKE.finditer(drawn):
        points = [(int(x), int(y)) for x, y in _POINT.findall(stroke.group())]
        total += sum(abs(a - c) + abs(b - d) for (a, b), (c, d) in pairwise(points))
    return total


def sign_obstacles(*, path: str, name: str, witness: str) -> list[Obstacle]:
    """What a signature taken on the screen still needs; a name typed instead of drawn needs who was there (R-COOR-01)."""
    found = []
    if not name.strip():
        found.append(Obstacle("no_signed_name", "署名した人の氏名を入れてください。", "R-COOR-01"))
    if not path and not witness.strip():
        found.append(
            Obstacle(
                "nothing_signed",
                "画面に署名をもらうか、氏名を入力して、立ち会った人の氏名を入れてください。",
                "R-COOR-01",
            )
        )
    return found

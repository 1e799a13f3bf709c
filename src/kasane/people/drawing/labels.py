"""Words in a drawing: their width, and how they break into lines (R-PEO-04)."""

from __future__ import annotations

import unicodedata


def width(text: str, size: float) -> float:
    """Width in px of a text in a Japanese font of `size` px, on the safe side."""
    return sum(size if unicodedata.east_asian_width(c) in "WFA" else size * 0.6 for c in text)


def wrap(text: str, size: float, room: float, lines: int = 2) -> list[str]:
    """At most `lines` lines no wider than `room`, broken at spaces and middle dots if possible; the rest is 「…」."""
    parts = _parts(" ".join(text.split()))
    found = [""]
    for part in parts:
        if width((found[-1] + part).strip(), size) <= room:
            found[-1] += part
            continue
        if found[-1].strip():
            found.append("")
        for letter in part.lstrip():
            if width(found[-1] + letter, size) > room:
                found.append("")
            found[-1] += letter
    found = _balanced([line for line in found if line.strip()], size, room)
    found = [line.strip() for line in found if line.strip()]
    if len(found) <= lines:
        return found
    last = found[lines - 1]
    while last and width(last + "…", size) > room:
        last = last[:-1]
    return [*found[: lines - 1], last + "…"]


_NEVER_FIRST = "ーっゃゅょぁぃぅぇぉッャュョァィゥェォ々、。)」』・"


def _balanced(lines: list[str], size: float, room: float) -> list[str]:
    """A long word is broken where its script changes, near the middle: 「支援」「センター」, not 「支援センタ」「ー」."""
    if len(lines) < 2 or lines[-2][-1] in " ・-/、":
        return lines
    joined = lines[-2] + lines[-1]
    cut = (len(joined) + 1) // 2
    kinds = [_script(c) for c in joined]
    changes = [
        i for i in range(2, len(joined) - 1) if kinds[i] != kinds[i - 1] and joined[i] not in _NEVER_FIRST
    ]
    cut = min(changes, key=lambda i: abs(i - cut), default=cut)
    while cut < len(joined) - 1 and joined[cut] in _NEVER_FIRST:
        cut += 1
    halves = [joined[:cut], joined[cut:]]
    return [*lines[:-2], *halves] if all(width(h, size) <= room for h in halves) else lines


def _script(letter: str) -> str:
    return unicodedata.name(letter, "")[:8] if letter != "ー" else "KATAKANA"


def _parts(text: str) -> list[str]:
    found = [""]
    for letter in text:
        found[-1] += letter
        if letter in " ・-/、":
            found.append("")
    return [part for part in found if part]

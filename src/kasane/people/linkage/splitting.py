"""Where the family name ends when nobody left a space: 渡辺太郎, ワタナベタロウ (R-PEO-02)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import resources

from kasane.base.names import fold, fold_kana, sound

_SPACE = re.compile(r"[\s\u3000]+")
_KANA = re.compile(r"[ァ-ヺー]+")
_LONGEST = 5


@cache
def _rows() -> list[list[str]]:
    text = resources.files(__package__).joinpath("surnames.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]


@cache
def _surnames() -> tuple[dict[str, int], frozenset[str]]:
    """Folded family names with how common they are, and the sounds of their readings."""
    names = {fold(name): int(common) for name, _, common in _rows()}
    readings = frozenset(sound(reading) for _, many, _ in _rows() for reading in many.split("|"))
    return names, readings


def commonness(family_key: str, share: float | None) -> int:
    """2 very common, 1 common, 0 not: by the share of people who bear it (0–1), or by the list where none is known."""
    if share is None:
        return _surnames()[0].get(family_key, 0)
    return 2 if share >= 0.005 else 1 if share >= 0.001 else 0


def in_kana(text: str) -> bool:
    """Whether a name stands in kana only."""
    return text != "" and _KANA.fullmatch(fold_kana(text)) is not None


def split_name(text: str) -> tuple[str, str]:
    """氏 and 名 of a name in kanji or Latin letters: at the first space, else by the list, else by the usual lengths.

    A name of which nothing but one part can be told is a family name with an empty given name.
    """
    cleaned = unicodedata.normalize("NFKC", text).strip()
    parts = _SPACE.split(cleaned, maxsplit=1)
    if len(parts) == 2:
        return parts[0], parts[1]
    if fold(cleaned) in _surnames()[0] or len(cleaned) <= 1 or cleaned.isascii():
        return cleaned, ""
    for length in range(min(_LONGEST, len(cleaned) - 1), 0, -1):
        known = fold(cleaned[:length]) in _surnames()[0]
        # 林田一 may be 林 田一 or 林田 一: a family name of one character only before two that make a given name.
        if known and (length > 1 or len(cleaned) <= 3):
            return cleaned[:length], cleaned[length:]
    if len(cleaned) == 2:
        return cleaned, ""  # far oftener a family name we do not know (角南) than a whole name
    at = 2 if len(cleaned) <= 4 else 3
    return cleaned[:at], cleaned[at:]


def split_reading(text: str) -> tuple[str, str]:
    """Sounds of 氏 and 名 of a reading: at the first space, else by the longest reading of the list; else both empty."""
    parts = _SPACE.split(unicodedata.normalize("NFKC", text).strip(), maxsplit=1)
    if len(parts) == 2:
        return sound(parts[0]), sound(parts[1])
    whole = sound(text)
    if whole in _surnames()[1]:
        return whole, ""
    for length in range(len(whole) - 2, 1, -1):
        if whole[:length] in _surnames()[1]:
            return whole[:length], whole[length:]
    return "", ""


def listed_surnames() -> list[tuple[str, str, int]]:
    """The family names of the list with their first reading and how common they are (0–2)."""
    return [(name, readings.split("|")[0], int(common)) for name, readings, common in _rows()]

"""fold and fold_kana: one form for what is one name, however it was typed (R-PEO-02).

The table of characters is `variants.tsv` beside this file; what is folded and why is told in its heading and in
docs/decisions/0012-record-linkage.md.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import resources

from kasane.base.names.hentaigana import HENTAIGANA

_ROUNDS = 8
"""NFKC and casefolding can undo each other once or twice; no text needs more than three rounds."""
_LONG_MARK = "ー"
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
_DASHES = frozenset("-‐‑‒–—―−⁃﹘﹣")
_DROPPED = _DASHES | frozenset("~〜・·•‧⋅.,、。'’‘ʼ`´\"“”=゠_/\\")
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d\u180f]")
_LATIN_WITH_MARKS = re.compile("([a-z])[\u0300-\u036f]+")
_ACCENTED = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")
_MARKS = re.compile(f"[々〻ゝゞヽヾ{re.escape(''.join(_DASHES))}]")
_VOICED = "\u3099"


@cache
def variants() -> dict[str, str]:
    """The table: each character with what it folds to."""
    text = resources.files(__package__).joinpath("variants.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {character: folds_to for character, folds_to, _ in rows[1:]}


@cache
def _translation(small_kana: bool) -> dict[int, str]:
    kept = "" if small_kana else _SMALL_KANA
    return {ord(character): to for character, to in variants().items() if character not in kept}


def fold(text: str) -> str:
    """The form in which names and words are compared and searched (R-PEO-02).

    NFKC, small letters, no accents on Latin letters; white space, middle dots, hyphens, apostrophes and variation
    selectors gone; 々 and ゝ written out; variant, old and small characters as `variants.tsv` says. Kanji stay
    kanji, hiragana and katakana stay apart (see `fold_kana`). Idempotent; never raises.
    """
    return clean(text, small_kana=True)


def fold_kana(text: str) -> str:
    """`fold` with hiragana turned into katakana, so かずこ = カズコ = ｶｽﾞｺ (R-PEO-02). Idempotent."""
    return to_katakana(fold(text))


def clean(text: str, *, small_kana: bool) -> str:
    """`fold`; with `small_kana=False` small kana stay small, for those who listen to them (`sound`)."""
    for _ in range(_ROUNDS):
        folded = _once(text, _translation(small_kana))
        if folded == text:
            break
        text = folded
    return text


def to_katakana(text: str) -> str:
    """Hiragana as katakana, the rest untouched."""
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in text)


def _once(text: str, table: dict[int, str]) -> str:
    if text.isascii() and text.isalnum():
        return text.lower()
    text = unicodedata.normalize("NFKC", _VARIATION.sub("", text)).casefold()
    if not text.isascii():
        if _ACCENTED.search(text):
            text = _without_accents(text)
        text = text.translate(HENTAIGANA)
        if _MARKS.search(text):
            text = _written_out(_long_marks(text))
        text = text.translate(table)
    return text if text.isalnum() else "".join(c for c in text if _stays(c))


def _stays(character: str) -> bool:
    """Neither white space, dropped punctuation, a control or format character, nor half of a surrogate pair."""
    if character in _DROPPED or character.isspace():
        return False
    return character.isprintable() or unicodedata.category(character) in ("Co", "Cn")


def _without_accents(text: str) -> str:
    """Nguyễn → Nguyen; kana keep their sound marks, other scripts all of theirs."""
    bare = _LATIN_WITH_MARKS.sub(r"\1", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFKC", bare)


def _long_marks(text: str) -> str:
    """A dash typed for the long mark (マリ－, ゆ—こ) is one: any dash right after a kana."""
    out: list[str] = []
    for c in text:
        out.append(_LONG_MARK if c in _DASHES and out and _is_kana(out[-1]) else c)
    return "".join(out)


def _is_kana(character: str) -> bool:
    return "ぁ" <= character <= "ゖ" or "ァ" <= character <= "ヺ"


def _written_out(text: str) -> str:
    """佐々木 → 佐佐木, みすゞ → みすず: the repeated character in place of the mark."""
    out: list[str] = []
    for c in text:
        before = out[-1] if out else ""
        if c in "々〻" and _is_kanji(before):
            out.append(before)
        elif c in "ゝゞヽヾ" and before and _is_kana(before):
            plain = unicodedata.normalize("NFD", before)[0]
            voiced = unicodedata.normalize("NFC", plain + _VOICED)
            out.append(voiced if c in "ゞヾ" and len(voiced) == 1 else plain)
        else:
            out.append(c)
    return "".join(out)


def _is_kanji(character: str) -> bool:
    return character != "" and (
        "㐀" <= character <= "鿿" or "豈" <= character <= "\ufaff" or character >= "\U00020000"
    )

"""from_romaji: katakana for a name in Latin letters, as passports, cards and mail addresses write it (R-PEO-02)."""

from __future__ import annotations

import re
import unicodedata

_VOWELS = dict(zip("aiueo", "アイウエオ", strict=True))
_ROWS = {
    "k": "カキクケコ",
    "g": "ガギグゲゴ",
    "s": "サシスセソ",
    "z": "ザジズゼゾ",
    "t": "タチツテト",
    "d": "ダヂヅデド",
    "n": "ナニヌネノ",
    "h": "ハヒフヘホ",
    "b": "バビブベボ",
    "p": "パピプペポ",
    "m": "マミムメモ",
    "r": "ラリルレロ",
}
_GLIDES = {
    **{first + "y": _ROWS[first][1] for first in _ROWS},
    **{"sh": "シ", "ch": "チ", "j": "ジ", "jy": "ジ", "ty": "チ", "dy": "ジ", "zy": "ジ"},
}
_IRREGULAR = {
    **{
        "shi": "シ",
        "chi": "チ",
        "tsu": "ツ",
        "dzu": "ズ",
        "fu": "フ",
        "ji": "ジ",
        "she": "シェ",
        "che": "チェ",
    },
    **{"je": "ジェ", "fa": "ファ", "fi": "フィ", "fe": "フェ", "fo": "フォ"},
    **{"ya": "ヤ", "yu": "ユ", "ye": "イエ", "yo": "ヨ", "wa": "ワ", "wi": "ウィ", "we": "ウェ", "wo": "ヲ"},
    **{"va": "ヴァ", "vi": "ヴィ", "vu": "ヴ", "ve": "ヴェ", "vo": "ヴォ", "kwa": "クワ", "gwa": "グワ"},
}


def _syllables() -> dict[str, str]:
    """Hepburn, Kunrei and Nihon-shiki in one table; where they differ they differ in spelling, not in reading."""
    table = {
        row + vowel: kana for row, kanas in _ROWS.items() for vowel, kana in zip("aiueo", kanas, strict=True)
    }
    for glide, kana in _GLIDES.items():
        table |= {glide + vowel: kana + small for vowel, small in zip("auo", "ャュョ", strict=True)}
    return {**table, **_IRREGULAR, **_VOWELS}


_SYLLABLES = _syllables()
_LONG = {"ā": "aー", "ī": "iー", "ū": "uー", "ē": "eー", "ō": "oー"} | {
    "â": "aー",
    "î": "iー",
    "û": "uー",
    "ê": "eー",
    "ô": "oー",
}
_WORDS = re.compile(r"[^\s,.・‐–—_-]+")
_LONG_H = re.compile(r"(?<=[ou])h(?![aiueoy])")
_LABIAL_M = re.compile(r"m(?=[bpm])")
_DOUBLED = re.compile(r"([kgsztdhbpfrjc])(?=\1)|t(?=ch)|t(?=ts)")


def from_romaji(text: str) -> str | None:
    """The reading in katakana, such that `sound` gives what it gives for the true reading; None if not romaji.

    Reads Hepburn (ō, ou, oh, oo; m before b, m, p; passports without marks), Kunrei and Nihon-shiki, in any case,
    with or without apostrophes: Watanabe, SATO, Satō, Jun'ichi, Ohno, Syôzi. Never raises (R-PEO-02).
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    for quote in "’‘ʼ`´":
        plain = plain.replace(quote, "'")
    words = [_word(word) for word in _WORDS.findall(plain)]
    if not words or None in words:
        return None
    return "".join(word for word in words if word)


def _word(word: str) -> str | None:
    for marked, vowel in _LONG.items():
        word = word.replace(marked, vowel)
    word = _LONG_H.sub("ー", word)
    word = _LABIAL_M.sub("ン", word)
    word = _DOUBLED.sub("ッ", word)
    out, at = [], 0
    while at < len(word):
        syllable = next((word[at : at + n] for n in (3, 2, 1) if word[at : at + n] in _SYLLABLES), None)
        if syllable:
            out.append(_SYLLABLES[syllable])
            at += len(syllable)
        elif word[at] == "n" and at:
            out.append("ン")
            at += 2 if word[at + 1 : at + 2] == "'" else 1
        elif word[at] in "ーンッ":
            out.append(word[at])
            at += 1
        else:
            return None
    return "".join(out)

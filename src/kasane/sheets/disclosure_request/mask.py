"""Blacking out other people in texts, however they were written (R-DIS-08). Pure.

Words are compared in the folded form of `base.names` (old and new characters, wide and narrow, hiragana and katakana,
blanks between the parts); what is not blacked out stays as it was typed. Rather a word too many than one too few: the
worker sees each place before the copy goes out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kasane.base.dates import short_wareki, wareki
from kasane.base.names import digits, fold_kana

MASK = "■■■"
AROUND = 12
HONORIFICS = ("サン", "クン", "君", "チャン", "サマ", "様", "氏", "殿")
_HALF_KANA = re.compile("[｡-ﾟ]+")
_PHONE_GAP = r"[-\s()ー−‐–]*"


@dataclass(frozen=True, slots=True)
class Concealed:
    """Somebody (or something) to be blacked out: `label` tells the worker whom a place is about.

    `words` go wherever they stand; `short` ones, which are also part of other words, only before さん, 氏 and the like.
    """

    label: str
    words: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    birth_dates: tuple[date, ...] = ()
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """One blacked-out place with what stands around it."""

    label: str
    word: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    label: str


class Masker:
    """Blacks out `concealed` in texts; the `own` names of the person who asks stay readable."""

    def __init__(self, concealed: Sequence[Concealed], *, own: Iterable[str] = ()) -> None:
        self._words = [(one.label, fold_kana(word)) for one in concealed for word in one.words]
        self._words = [(label, word) for label, word in self._words if word]
        self._short = [
            (one.label, fold_kana(word)) for one in concealed for word in one.short if fold_kana(word)
        ]
        self._own = sorted({fold_kana(name) for name in own} - {""}, key=len, reverse=True)
        self._patterns = [(one.label, _day_pattern(day)) for one in concealed for day in one.birth_dates]
        self._patterns += [
            (one.label, _phone_pattern(phone))
            for one in concealed
            for phone in one.phones
            if len(digits(phone)) >= 6
        ]

    def mask(self, text: str) -> tuple[str, list[Place]]:
        """The text with each place blacked out, and the places. Lengths tell nothing: each is three signs."""
        text = _HALF_KANA.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
        spans = _merged(self._spans(text))
        pieces, places, at = [], [], 0
        for span in spans:
            pieces += [text[at : span.start], MASK]
            before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
            places.append(Place(span.label, text[span.start : span.end], before, after))
            at = span.end
        return "".join([*pieces, text[at:]]), places

    def _spans(self, text: str) -> list[_Span]:
        folded, places = _folded(text)
        kept = [span for name in self._own for span in _found(folded, name, "")]
        found = [span for label, word in self._words for span in _found(folded, word, label)]
        for label, word in self._short:
            found += [one for one in _found(folded, word, label) if folded.startswith(HONORIFICS, one.end)]
        found = [
            one
            for one in found
            if not any(own.start <= one.start and one.end <= own.end and own != one for own in kept)
        ]
        spans = [_Span(places[one.start], places[one.end - 1] + 1, one.label) for one in found]
        plain = "".join(_narrow(character) for character in text)
        spans += [
            _Span(*match.span(), label)
            for label, pattern in self._patterns
            for match in pattern.finditer(plain)
        ]
        return spans


def _folded(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place in the text it comes from."""
    out: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        folded = out[-1] if character in "々〻" and out else _fold_one(character)
        out += folded
        places += [place] * len(folded)
    return "".join(out), places


@lru_cache(maxsize=20_000)
def _fold_one(character: str) -> str:
    return fold_kana(character)


@lru_cache(maxsize=20_000)
def _narrow(character: str) -> str:
    """Wide digits and signs as narrow ones, one for one."""
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def _found(folded: str, word: str, label: str) -> list[_Span]:
    spans, at = [], folded.find(word)
    while at >= 0:
        spans.append(_Span(at, at + len(word), label))
        at = folded.find(word, at + len(word))
    return spans


def _merged(spans: list[_Span]) -> list[_Span]:
    """In order, what overlaps as one."""
    done: list[_Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if done and span.start < done[-1].end:
            done[-1] = _Span(done[-1].start, max(done[-1].end, span.end), done[-1].label)
        else:
            done.append(span)
    return done


def _day_pattern(day: date) -> re.Pattern[str]:
    """昭和46年5月3日, S46.5.3, 1971-05-03, 1971/5/3, 19710503."""
    era = re.match(r"(\D+)(\d+|元)年", wareki(day))
    short = re.match(r"([A-Z])(\d+)", short_wareki(day))
    years = [str(day.year)]
    years += [f"{era[1]}{era[2]}"] if era else []
    years += [rf"{short[1]}\.?{short[2]}"] if short else []
    parts = rf"(?:{'|'.join(years)})\s*[年./-]\s*0?{day.month}\s*[月./-]\s*0?{day.day}(?!\d)\s*日?"
    return re.compile(f"{parts}|{day:%Y%m%d}", re.IGNORECASE)


def _phone_pattern(phone: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d){_PHONE_GAP.join(digits(phone))}(?!\d)")

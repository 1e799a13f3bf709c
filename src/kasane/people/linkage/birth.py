"""Birth dates as people leave them: any era, any form, incomplete, impossible (R-PEO-02)."""

from __future__ import annotations

import re
import unicodedata

from kasane.base.dates import ERAS, parse_date
from kasane.base.names.addresses import kanji_number

Parts = tuple[int, int, int]
"""Year, month, day; 0 is unknown."""

UNKNOWN: Parts = (0, 0, 0)
_FIRST, _LAST = 1868, 2100
_OFFSETS = {letter: start.year - 1 for _, letter, start in ERAS}
_LETTERS = {name: letter for name, letter, _ in ERAS}
# The numbers the resident register gives the eras: 1 明治 … 5 令和, as in 3190503.
_REGISTER = {"1": "M", "2": "T", "3": "S", "4": "H", "5": "R"}

_ERA = re.compile(
    r"(明治|大正|昭和|平成|令和|[MTSHR])[.\s]*(元|\d{1,2})(?:[年./\-\s]+(\d{1,2}))?(?:[月./\-\s]+(\d{1,2}))?"
)
_COMPACT_ERA = re.compile(r"([MTSHR1-5])(\d{2})(\d{2})(\d{2})")
_WESTERN = re.compile(r"(\d{4})(?:[年./\-\s]+(\d{1,2}))?(?:[月./\-\s]+(\d{1,2}))?")
_KANJI_NUMBER = re.compile("[〇一二三四五六七八九十]+(?=[年月日])")
_NOT_A_DATE = frozenset("今昨明一本おき")


def read_birth(text: str) -> Parts:
    """The parts of a birth date that can be told; unknown ones 0. Never raises.

    Reads what `parse_date` reads, and what it rightly refuses on screen but old lists are full of: 平成元年1月1日
    (still 昭和64年), 昭和19年5月, S190503, 3190503. An age (75歳) is no date.
    """
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    plain = _KANJI_NUMBER.sub(lambda match: str(kanji_number(match[0])), plain)
    if not plain or plain[0] in _NOT_A_DATE or not any(c.isdigit() or c == "元" for c in plain):
        return UNKNOWN
    try:
        day = parse_date(plain)
    except (ValueError, OverflowError):
        return _loosely(plain)
    return _checked(day.year, day.month, day.day)


def _loosely(plain: str) -> Parts:
    if match := _COMPACT_ERA.match(plain):
        if match.end() == len(plain):
            letter = _REGISTER.get(match[1], match[1])
            return _checked(_OFFSETS[letter] + int(match[2]), int(match[3]), int(match[4]))
    if match := _ERA.match(plain):
        year = 1 if match[2] == "元" else int(match[2])
        letter = _LETTERS.get(match[1], match[1])
        return _checked(_OFFSETS[letter] + year, int(match[3] or 0), int(match[4] or 0))
    if match := _WESTERN.match(plain):
        return _checked(int(match[1]), int(match[2] or 0), int(match[3] or 0))
    return UNKNOWN


def _checked(year: int, month: int, day: int) -> Parts:
    if not _FIRST <= year <= _LAST:
        return UNKNOWN
    if not 1 <= month <= 12:
        return year, 0, 0
    return (year, month, day) if 1 <= day <= 31 else (year, month, 0)


def era_slips() -> tuple[int, ...]:
    """By how many years a date is off when the year's number is read in another era or as a western year of two digits.

    昭和19 for 平成19 is 63 years; 昭和19 taken for 1919 is 25; 平成10 taken for 2010 is 12.
    """
    eras = sorted(_OFFSETS.values())
    slips = {b - a for a in eras for b in eras if 0 < b - a <= 100}
    slips |= {
        abs(offset - century) for offset in eras for century in (1900, 2000) if abs(offset - century) <= 30
    }
    return tuple(sorted(slips - {0, 1}))

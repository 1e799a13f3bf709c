"""A person's particulars as compared in linkage: every field in its one form, empty where nothing can be told."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import astuple, dataclass, fields

from kasane.base.names import fold, fold_kana, from_romaji, phones, sound
from kasane.base.names.addresses import lot_and_town
from kasane.people.linkage.birth import read_birth
from kasane.people.linkage.splitting import commonness, in_kana, split_name, split_reading

_FEMALE = frozenset(("女", "女性", "f", "female", "2", "woman"))
_MALE = frozenset(("男", "男性", "m", "male", "1", "man"))
_SURELY_WHOLE = 6
"""Kana from which on a reading that could not be split is not just a family name."""
_OTHER_SEX = frozenset(("その他", "不明・答えない", "答えない", "回答しない", "other", "unknown", "x"))
_HEARD = frozenset(map(chr, range(ord("ァ"), ord("ヺ") + 1))) | frozenset(
    "abcdefghijklmnopqrstuvwxyz0123456789"
)
_SAYS_NOTHING = frozenset(
    ("", "不明", "なし", "無し", "無", "未記入", "不詳", "未詳", "*", "?", "×", "未確認", "氏名不明", "同上")
)


@dataclass(frozen=True, slots=True)
class Record:
    """The columns that linkage compares; text is '' and numbers are 0 where nothing is known, never None.

    Only `id` is not normalised. Sounds hold katakana, Latin letters and digits only (see `conditions.near`).
    """

    id: str
    family_key: str = ""
    given_key: str = ""
    name_key: str = ""
    family_sound: str = ""
    given_sound: str = ""
    sound_key: str = ""
    family_common: int = 0
    sex: str = ""
    birth_year: int = 0
    birth_month: int = 0
    birth_day: int = 0
    birth_key: str = ""
    address_key: str = ""
    town_key: str = ""
    mobile: str = ""
    landline: str = ""

    @property
    def key(self) -> tuple[str | int, ...]:
        """The values of COLUMNS in their order, as the database keeps them."""
        return astuple(self)[1:]

    @classmethod
    def of(
        cls,
        id: str,
        *,
        name: str = "",
        kana: str = "",
        sex: str = "",
        birth: str = "",
        address: str = "",
        phone: str = "",
        shares: Mapping[str, float] | None = None,
    ) -> Record:
        """Normalises what a form or a file says (R-PEO-02). Dirty or empty input gives empty fields, never an error.

        `phone` may hold several numbers; `shares` are the shares (0–1) of folded family names among the people compared,
        for telling common names from rare ones where the list of Japan's names would not fit the place.
        """
        name, kana, address = _words(name), _words(kana), _words(address)
        heard_only = in_kana(name) or _romaji(name) != ""
        family, given = ("", "") if heard_only else split_name(name)
        family_sound, given_sound, whole = _reading(name, kana)
        if family and not given and len(kana.split()) < 2:
            family_sound, given_sound = whole, ""
        # A family name alone must not pass for a whole name that agrees.
        is_whole = given != "" or given_sound != "" or len(whole) >= _SURELY_WHOLE
        family_key = fold(family)
        year, month, day = read_birth(_words(birth))
        lot, town = lot_and_town(address)
        numbers = phones(_words(phone))
        known_shares = None if shares is None else shares.get(family_key, 0.0)
        return cls(
            id=id,
            family_key=family_key,
            given_key=fold_kana(given),
            name_key=fold_kana(name) if given else "",
            family_sound=family_sound,
            given_sound=given_sound,
            sound_key=whole if is_whole else "",
            family_common=commonness(family_key, known_shares) if family_key else 0,
            sex=_sex(sex),
            birth_year=year,
            birth_month=month,
            birth_day=day,
            birth_key=f"{year:04d}{month:02d}{day:02d}" if year and month and day else "",
            address_key=lot if any(c.isdigit() for c in lot) and f"{lot}丁目" != town else "",
            town_key=town,
            mobile=next((n for n in numbers if n[:3] in ("070", "080", "090")), ""),
            landline=next((n for n in numbers if n[:3] not in ("070", "080", "090")), ""),
        )


COLUMNS: tuple[tuple[str, str], ...] = tuple(
    (field.name, "integer" if str(field.type) == "int" else "text")
    for field in fields(Record)
    if field.name != "id"
)
"""Each compared column with its SQL type, in order."""


def says_nothing(text: str) -> bool:
    """Empty, or a word for 'not known'."""
    return unicodedata.normalize("NFKC", text or "").strip() in _SAYS_NOTHING


def reads_sex(text: str) -> bool:
    """Whether a word for a sex is understood; others than 女 and 男 are, but are not compared."""
    return _sex(text) != "" or unicodedata.normalize("NFKC", text).strip().lower() in _OTHER_SEX


def _words(text: str) -> str:
    """The text, or nothing when it only says that nothing is known."""
    return "" if says_nothing(text) else text


def _reading(name: str, kana: str) -> tuple[str, str, str]:
    """Sounds of 氏, 名 and the whole, from the reading or else from a name written in kana or Latin letters."""
    if not kana:
        kana = name if in_kana(name) else _romaji(name)
    elif not in_kana(kana):
        kana = _romaji(kana) or kana
    family, given = split_reading(kana)
    return _heard(family), _heard(given), _heard(sound(kana))


def _romaji(text: str) -> str:
    """The reading in katakana of a name in Latin letters; empty unless every part of it is romaji."""
    parts = [from_romaji(part) for part in text.split()]
    return " ".join(filter(None, parts)) if parts and None not in parts else ""


def _heard(text: str) -> str:
    return "".join(c for c in text if c in _HEARD)


def _sex(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text or "").strip().lower()
    return "F" if plain in _FEMALE else "M" if plain in _MALE else ""

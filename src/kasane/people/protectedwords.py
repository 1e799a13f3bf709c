"""The words that would tell where a protected person is, as patterns the database looks for (R-DIS-09).

Pure. A pattern finds the word however it is typed: full and half width, 二丁目 and 2-, with and without the
municipality, with and without hyphens. It keeps to what Python and PostgreSQL both understand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from kasane.base.names import digits, fold_address
from kasane.base.names.addresses import lot_and_town
from kasane.base.names.folding import variants

SHORTEST = 2
"""One character would be found everywhere."""
SHORTEST_NUMBER = 4
"""A number of fewer digits would be found in days, hours and amounts."""


class Sort(StrEnum):
    """What a word tells; it says which mark stands in its place."""

    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    SCHOOL = "school"
    WORKPLACE = "workplace"
    OTHER = "other"


class Word(NamedTuple):
    sort: Sort
    pattern: str


MARKED = re.compile("〔(?:住所|電話|メール|学校|勤務先)?秘匿〕")
"""What stands in place of a word: written by the database (`people_mark`), known here to be no address."""

_DASHES = "‐‑‒–—―−⁃﹘﹣ーｰ－~〜-"
_DIGIT = "[0-9０-９]"
_NO_DIGIT_BEFORE, _NO_DIGIT_AFTER = f"(?<!{_DIGIT})", f"(?!{_DIGIT})"
_NO_NUMBER_AFTER = "(?![0-9０-９一二三四五六七八九十百])"
_SPACE = "[ \t\r\n　]*"
_BETWEEN = f"[ \t\r\n　・{_DASHES}]*"
_STEP = f"(?:{_SPACE}(?:丁目|丁|番地|番|号|[のノ之{_DASHES}]))+{_SPACE}"
_ROOM = f"(?:{_STEP}{_DIGIT}+)*(?:{_SPACE}(?:番地|番|号室|号|室))?"
_PHONE_GAP = f"[ \t　()()．.・のノ{_DASHES}]{{0,3}}"
_KANJI = "㐀-鿿々"
_PREFIX = f"(?:[{_KANJI}]{{1,3}}[都道府県])?(?:[{_KANJI}]{{1,4}}郡)?"
_OAZA = "(?:大字|小字|字)?"
_NOT_A_NAME = (
    f"(?!{_SPACE}(?:さん|様|氏|君|くん|ちゃん|殿|先生|医師|医院|病院|クリニック|看護師|保健師|主任|係長|課長|相談員|委員|"
    "ケアマネ|支援員))"
)
_ALIKE = ("ケヶけがガヵ", "ノの之乃", "ツッつっ")
_SCHOOLS = {
    "小学校": "小(?!規模|児)", "中学校": "中(?!央|心|間|止|学)", "高等学校": "高(?:校)?(?!齢|等)", "高校": "高(?!齢|等|校)", "大学": "大(?!学|字)"
}  # fmt: skip
_TOKEN = re.compile(r"\d+|-|[^\d-]+")
_NUMBER_ALONE = re.compile(r"[\d()+\s-]{6,}")
_OWN_KIND = re.compile(r".*[市区町村]$")


def words_of(
    *,
    addresses: Iterable[str],
    home: str,
    phones: Iterable[str],
    emails: Iterable[str],
    school: str,
    workplace: str,
    others: Iterable[str],
    municipality: str,
    names: Collection[str],
) -> list[Word]:
    """All the words of one person, each once.

    `home` is the present address: of it also the municipality is hidden when it is not the own one, and the name
    of the town, unless somebody of the household is called so (`names`).
    """
    found = [Word(Sort.ADDRESS, one) for address in addresses for one in address_patterns(address)]
    found += [Word(Sort.ADDRESS, one) for one in _around(home, municipality, names)]
    found += [Word(Sort.PHONE, one) for phone in phones for one in phone_patterns(phone)]
    found += [Word(Sort.EMAIL, literal_pattern(one)) for one in emails if one]
    found += [Word(Sort.SCHOOL, one) for one in school_patterns(school)]
    if len(_plain(workplace)) >= SHORTEST:
        found.append(Word(Sort.WORKPLACE, name_pattern(workplace)))
    found += [word for one in others for word in _other(one)]
    return list(dict.fromkeys(found))


def address_patterns(address: str) -> list[str]:
    """The address with and without its municipality, and the name of the building by itself."""
    lot, _ = lot_and_town(address)
    tokens = _TOKEN.findall(lot)
    if not any(one.isdigit() for one in tokens):
        return [name_pattern(lot)] if len(lot) >= 4 else []
    first = next(n for n, one in enumerate(tokens) if one.isdigit())
    last = first
    while last + 2 < len(tokens) and tokens[last + 1] == "-" and tokens[last + 2].isdigit():
        last += 2
    town = "".join(tokens[:first])
    numbers = _STEP.join(_number(one) for one in tokens[first : last + 1] if one.isdigit())
    found = []
    if town:
        municipality = _municipality(address) or f"[{_KANJI}]{{1,5}}[市区町村]"
        place = name_pattern(municipality) if _municipality(address) else municipality
        found.append(
            f"(?:{_PREFIX}{place})?{_OAZA}{name_pattern(town)}{_SPACE}{numbers}{_NO_NUMBER_AFTER}{_ROOM}"
        )
    buildings = [
        one for one in tokens[last + 1 :] if one != "-" and not one.isdigit() and len(one) > SHORTEST
    ]
    return found + [f"{name_pattern(one)}{_SPACE}(?:{_DIGIT}+{_ROOM})?" for one in buildings]


def phone_patterns(phone: str) -> list[str]:
    """The number with any hyphens, from abroad, and of a landline as it is dialled inside the town."""
    number = digits(phone)
    if len(number) < 6:
        return []
    rest = _PHONE_GAP.join(_letter(one) for one in number[1:])
    first = (
        f"(?:[+＋]?[8８][1１]{_PHONE_GAP}(?:[0０]{_PHONE_GAP})?|[0０])"
        if number[0] == "0"
        else _letter(number[0])
    )
    found = [f"{_NO_DIGIT_BEFORE}[((]?{first}{_PHONE_GAP}{rest}{_NO_DIGIT_AFTER}"]
    if len(number) == 10:
        near, line = "".join(map(_letter, number[-6:-4])), "".join(map(_letter, number[-4:]))
        found.append(
            f"{_NO_DIGIT_BEFORE}(?:{_letter(number[-7])})?{near}{_SPACE}[{_DASHES}]{_SPACE}{line}{_NO_DIGIT_AFTER}"
        )
    return found


def school_patterns(school: str) -> list[str]:
    """The school by its name, and as people say it: 北中 for 北中学校."""
    plain = _plain(school)
    if len(plain) < SHORTEST:
        return []
    found = [name_pattern(plain)]
    for ending, said in _SCHOOLS.items():
        stem = plain.removesuffix(ending)
        if stem != plain and len(stem) >= SHORTEST:
            found.append(name_pattern(stem) + said)
    return found


def name_pattern(name: str) -> str:
    """A name of a school, a firm or a place, in any kind of letters and with any space between them."""
    plain = _plain(name)
    letters = _BETWEEN.join(_letter(one, before) for before, one in zip(" " + plain, plain, strict=False))
    return _whole(plain, letters)


def literal_pattern(text: str) -> str:
    """A text letter by letter, in full or half width, large or small."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return _whole(plain, "".join(_letter(one) for one in plain))


def tells_no_place(word: str) -> bool:
    """Whether a word to be hidden is a short number: half of all days, hours and amounts would be hidden with it."""
    plain = _plain(word)
    return plain.isdigit() and len(plain) < SHORTEST_NUMBER


def unmarked(text: str) -> str:
    """The text without the marks that stand for hidden words: what is compared must not match by a mark."""
    return MARKED.sub("", text)


def _other(text: str) -> list[Word]:
    """What somebody wrote to be hidden too: a number, an address, or any name."""
    if _NUMBER_ALONE.fullmatch(unicodedata.normalize("NFKC", text).strip()):
        return [Word(Sort.PHONE, one) for one in phone_patterns(text)]
    found = [Word(Sort.ADDRESS, one) for one in address_patterns(text)] if re.search(r"\d", text) else []
    return [*found, *([Word(Sort.OTHER, name_pattern(text))] if len(_plain(text)) >= SHORTEST else [])]


def _around(home: str, municipality: str, names: Collection[str]) -> list[str]:
    """The other municipality somebody fled to, and the town by its name alone."""
    found = []
    place = _municipality(home)
    if place and place != fold_address(municipality) and _OWN_KIND.match(place):
        found.append(name_pattern(place))
    lot, _ = lot_and_town(home)
    town = "".join(_TOKEN.findall(lot)[:1]) if lot and not lot[0].isdigit() else ""
    if len(town) >= SHORTEST and lot != town and town not in {fold_address(one) for one in names}:
        found.append(f"{name_pattern(town)}{_NOT_A_NAME}")
    return found


def _municipality(address: str) -> str:
    """市区町村 as it stands before the rest of the address, folded; empty when it was left out."""
    lot, _ = lot_and_town(address)
    return fold_address(address).removesuffix(lot)


def _whole(plain: str, pattern: str) -> str:
    """The pattern of a word that begins or ends with a number: no part of a longer number is meant."""
    before = _NO_DIGIT_BEFORE if plain[:1].isdigit() else ""
    return before + pattern + (_NO_DIGIT_AFTER if plain[-1:].isdigit() else "")


def _plain(text: str) -> str:
    folded = "".join(unicodedata.normalize("NFKC", text).split())
    return re.sub(f"[・{_DASHES}]", "", folded)


def _number(number: str) -> str:
    """12 as 12, 12, 一二 or 十二."""
    plain = "".join(f"[{one}{chr(ord(one) + 0xFEE0)}]" for one in number)
    kanji = "〇一二三四五六七八九"
    spelt = "".join(kanji[int(one)] for one in number)
    return f"(?:{'|'.join(dict.fromkeys([plain, _counted(int(number)), spelt]))})"


def _counted(number: int) -> str:
    """23 as 二十三; numbers of four digits and more are not written so."""
    kanji = "〇一二三四五六七八九"
    if not 0 < number < 1000:
        return "".join(kanji[int(one)] for one in str(number))
    parts = []
    for unit, word in ((100, "百"), (10, "十"), (1, "")):
        count, number = divmod(number, unit)
        if count:
            parts.append(("" if count == 1 and word else kanji[count]) + word)
    return "".join(parts)


def _letter(letter: str, before: str = "") -> str:
    """A class of all the ways in which one letter is typed."""
    same = variants()
    folded = same.get(letter, letter)
    ways = {letter, folded, *_written_so().get(folded, ())}
    for group in _ALIKE:
        if letter in group:
            ways |= set(group)
    for one in list(ways):
        ways |= {one.lower(), one.upper(), _other_kana(one)}
        ways |= {chr(ord(way) + 0xFEE0) for way in (one.lower(), one.upper()) if "!" <= way <= "~"}
    if letter == before:
        ways.add("々")
    return f"[{''.join(sorted(_escaped(one) for one in ways if len(one) == 1))}]"


@cache
def _written_so() -> dict[str, tuple[str, ...]]:
    """The characters that fold to each character."""
    found: dict[str, list[str]] = {}
    for character, folded in variants().items():
        found.setdefault(folded, []).append(character)
    return {folded: tuple(characters) for folded, characters in found.items()}


def _other_kana(letter: str) -> str:
    if "ぁ" <= letter <= "ゖ":
        return chr(ord(letter) + 0x60)
    return chr(ord(letter) - 0x60) if "ァ" <= letter <= "ヶ" else letter


def _escaped(letter: str) -> str:
    return "\\" + letter if letter in "\\]^-[" else letter

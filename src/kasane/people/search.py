"""What a worker types into the one search box, and the persons found by it (R-PEO-02, R-DIS-01, R-DIS-09).

Reading is pure; `find` asks the database once, within the ledger.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from kasane.base.dates import ERAS, age_on, fiscal_label, parse_date, today
from kasane.base.names import digits, fold, fold_address, fold_kana, from_romaji, sound
from kasane.people.models import Person

MOST_WORDS = 6
LONGEST = 40
FEW = 8000

_AGE = re.compile(r"(?:満)?(\d{1,3})(?:歳|才|さい)")
_ERA_YEAR = re.compile(
    r"(明治|大正|昭和|平成|令和|[MTSHR])\.?(元|\d{1,2})(?:[年./-](\d{1,2})月?|年)?(?:生まれ|生)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(1[89]\d\d|20\d\d)年?(?:生まれ|生)?")
_YEAR_MONTH = re.compile(r"(1[89]\d\d|20\d\d)[年./-](\d{1,2})月?")
_BIRTHDAY = re.compile(r"(\d{1,2})月(\d{1,2})日")
_KANA = re.compile(r"[\u30a1-\u30fc]+")
_PHONE = re.compile(r"[\d()+-]{3,}")


@dataclass(frozen=True)
class Way:
    """One way in which a word can be meant: `how` is name, sound, address, phone, born or birthday."""

    how: str
    word: str
    until: str = ""


@dataclass(frozen=True)
class Hit:
    """A person found, as one line of the list shows it. `reasons` say in words what matched."""

    person: Person
    case_id: UUID
    number: str
    stage: str
    agency: str
    reasons: tuple[str, ...]


def read(text: str, *, on: date) -> list[list[Way]]:
    """The words of a search, each with the ways in which it can be meant; ages count on the day `on`.

    Empty when there is nothing to look for.
    """
    words = unicodedata.normalize("NFKC", text).replace("\x00", "").split()
    return [ways for word in words[:MOST_WORDS] if (ways := _ways(word[:LONGEST], on))]


def find(text: str, *, most: int = 50, few: int = FEW) -> list[Hit]:
    """The viewer's persons for whom every word matches, best first, newest case first. One query.

    Where more than `few` match in the whole registry, the viewer's newest cases are gone through instead.
    """
    asked = read(text, on=today())
    if not asked:
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_find(%s, %s, %s)", [_as_json(asked), most, few])
        rows = cursor.fetchall()
    return [_hit(row, asked) for row in rows]


def _ways(word: str, on: date) -> list[Way]:
    if match := _AGE.fullmatch(word):
        age = int(match[1])
        return [Way("born", _years_before(on, age + 1, 1), _years_before(on, age, 0))]
    if dated := _born(word):
        number = digits(word) if _PHONE.fullmatch(word) else ""
        return [dated, *([Way("phone", number)] if len(number) >= 3 else [])]
    if _PHONE.fullmatch(word) and len(number := digits(word)) >= 3:
        house = [Way("address", fold_address(word))] if len(number) < 4 and not word.startswith("-") else []
        return [Way("phone", number), *house]
    return _text_ways(word)


def _text_ways(word: str) -> list[Way]:
    found = []
    folded, kana = fold(word), fold_kana(word)
    if folded:
        found.append(Way("name", folded))
    if _KANA.fullmatch(kana):
        found.append(Way("sound", sound(kana)))
    elif (read_aloud := from_romaji(word)) is not None:
        found.append(Way("sound", sound(read_aloud)))
    place = fold_address(word)
    if len(place) > 1:
        found.append(Way("address", place))
    return [way for way in found if way.word]


def _born(word: str) -> Way | None:
    """A date of birth, or a part of one."""
    try:
        day = parse_date(word).isoformat()
        return Way("born", day, day)
    except ValueError:
        pass
    if match := _BIRTHDAY.fullmatch(word):
        return Way("birthday", str(int(match[1]) * 100 + int(match[2])))
    if match := _YEAR_MONTH.fullmatch(word):
        return _span(int(match[1]), int(match[2]))
    if match := _YEAR.fullmatch(word):
        return _span(int(match[1]), 0)
    if match := _ERA_YEAR.fullmatch(word):
        start = next(s for name, letter, s in ERAS if match[1].upper() in (name, letter))
        year = start.year - 1 + (1 if match[2] == "元" else int(match[2]))
        return _span(year, int(match[3] or 0))
    return None


def _span(year: int, month: int) -> Way | None:
    """A year, or one month of it."""
    try:
        first = date(year, month or 1, 1)
    except ValueError:
        return None
    last = (
        date(year, 12, 31)
        if not month
        else (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    )
    return Way("born", first.isoformat(), last.isoformat())


def _years_before(day: date, years: int, plus: int) -> str:
    try:
        earlier = day.replace(year=day.year - years)
    except ValueError:
        earlier = day.replace(year=day.year - years, day=28)
    return (earlier + timedelta(days=plus)).isoformat()


def _as_json(asked: Sequence[Sequence[Way]]) -> str:
    return json.dumps(
        [[{"how": w.how, "word": w.word, "until": w.until} for w in ways] for ways in asked],
        ensure_ascii=False,
    )


_PERSON = (
    "id", "case_id", "is_subject", "relation", "standing", "family_name", "given_name", "family_kana", "given_kana",
    "sex", "birth_date", "stated_age", "stated_age_on", "died_on", "address", "phone", "mobile",
)  # fmt: skip


def _hit(row: tuple, asked: Sequence[Sequence[Way]]) -> Hit:
    person = Person(**dict(zip(_PERSON, (row[0], row[1], *row[3:18]), strict=True)))
    year, number, stage, closed_as, agency = row[18:23]
    return Hit(
        person=person,
        case_id=row[1],
        number=f"{fiscal_label(year)}-{number:04d}",
        stage=closed_as or stage,
        agency=agency,
        reasons=tuple(dict.fromkeys(_reason(ways, person) for ways in asked)),
    )


def _reason(ways: Sequence[Way], person: Person) -> str:
    """In what the word was found, in words."""
    for way in ways:
        if words := _REASONS[way.how](way, person):
            return words
    return "以前の氏名"


def _by_name(way: Way, person: Person) -> str:
    return _by_part(way.word, fold(person.family_name), fold(person.given_name), "氏名")


def _by_sound(way: Way, person: Person) -> str:
    family, given = (sound(fold_kana(kana)) for kana in (person.family_kana, person.given_kana))
    return _by_part(way.word, family, given, "ふりがな")


def _by_part(word: str, family: str, given: str, what: str) -> str:
    if word == family + given:
        return f"{what}が一致"
    if word == family:
        return f"{what}の氏が一致"
    if word == given:
        return f"{what}の名が一致"
    return f"{what}の一部" if word in family + given else ""


def _by_birth(way: Way, person: Person) -> str:
    if person.birth_date and way.word <= person.birth_date.isoformat() <= way.until:
        if way.word == way.until:
            return "生年月日が一致"
        return f"{age_on(person.birth_date, today())}歳" if way.word[4:] != "-01-01" else "生年が一致"
    return "聞き取りの年齢" if person.birth_date is None and person.stated_age is not None else ""


def _by_birthday(way: Way, person: Person) -> str:
    return "誕生日が一致" if person.birth_date else ""


def _by_address(way: Way, person: Person) -> str:
    return "住所の一部" if way.word in fold_address(person.address) else ""


def _by_phone(way: Way, person: Person) -> str:
    return "電話番号" if any(way.word in digits(phone) for phone in (person.phone, person.mobile)) else ""


_REASONS = {
    "name": _by_name,
    "sound": _by_sound,
    "born": _by_birth,
    "birthday": _by_birthday,
    "address": _by_address,
    "phone": _by_phone,
}

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

from kasane.base.dates import ERAS, fiscal_label, parse_date, today
from kasane.base.names import digits, fold, fold_address, fold_kana, from_romaji, sound
from kasane.people.models.person import age_of, full_name

MOST_WORDS = 6
LONGEST = 40
FEW = 5000

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
    """One way in which a word can be meant: `how` is name, sound, address, phone, born, aged or birthday."""

    how: str
    word: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What a line of the list shows of a person: light, since there are fifty of them on a page."""

    pk: UUID
    is_subject: bool
    relation: str
    standing: str
    family_name: str
    given_name: str
    family_kana: str
    given_kana: str
    birth_date: date | None
    stated_age: int | None
    stated_age_on: date | None
    died_on: date | None
    address: str
    phone: str
    mobile: str
    contact_is_protected: bool

    @property
    def name(self) -> str:
        return full_name(self.family_name, self.given_name)

    @property
    def kana(self) -> str:
        return f"{self.family_kana} {self.given_kana}".strip()

    def age(self) -> int | None:
        return age_of(self, today())


@dataclass(frozen=True, slots=True)
class Hit:
    """A person found, and the case in which they are known. `reasons` say in words what matched."""

    person: Line
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
        return [Way("aged", _years_before(on, age + 1, 1), _years_before(on, age, 0))]
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
        if start.year <= year <= _last_year(start):
            return _span(year, int(match[3] or 0))
    return None


def _last_year(start: date) -> int:
    """The year in which the era that began on this day ended; this year for the present one."""
    later = [s.year for _, _, s in ERAS if s > start]
    return min(later, default=today().year)


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


@dataclass(frozen=True, slots=True)
class Folded:
    """The folded forms in which the words were looked for."""

    family: str
    given: str
    family_sound: str
    given_sound: str
    place: str
    phones: str


def _hit(row: tuple, asked: Sequence[Sequence[Way]]) -> Hit:
    person_id, case_id, _, *particulars = row[:17]
    year, number, stage, closed_as, agency = row[17:22]
    person, folded = Line(person_id, *particulars, row[22]), Folded(*row[23:])
    return Hit(
        person=person,
        case_id=case_id,
        number=f"{fiscal_label(year)}-{number:04d}",
        stage=closed_as or stage,
        agency=agency,
        reasons=tuple(dict.fromkeys(_reason(ways, person, folded) for ways in asked)),
    )


def _reason(ways: Sequence[Way], person: Line, folded: Folded) -> str:
    """In what the word was found, in words."""
    for way in ways:
        if words := _REASONS[way.how](way, person, folded):
            return words
    return "以前の氏名"


def _by_name(way: Way, person: Line, folded: Folded) -> str:
    return _by_part(way.word, folded.family, folded.given, "氏名")


def _by_sound(way: Way, person: Line, folded: Folded) -> str:
    return _by_part(way.word, folded.family_sound, folded.given_sound, "ふりがな")


def _by_part(word: str, family: str, given: str, what: str) -> str:
    if word == family + given:
        return f"{what}が一致"
    if word == family:
        return f"{what}の氏が一致"
    if word == given:
        return f"{what}の名が一致"
    return f"{what}の一部" if word in family + given else ""


def _by_birth(way: Way, person: Line, folded: Folded) -> str:
    if person.birth_date and way.word <= person.birth_date.isoformat() <= way.until:
        if way.word == way.until:
            return "生年月日が一致"
        return "生年が一致" if way.word[:4] + "-12-31" == way.until else "生年月が一致"
    return "聞き取りの年齢" if person.birth_date is None and person.stated_age is not None else ""


def _by_age(way: Way, person: Line, folded: Folded) -> str:
    return "年齢が一致" if person.birth_date else "聞き取りの年齢"


def _by_birthday(way: Way, person: Line, folded: Folded) -> str:
    return "誕生日が一致" if person.birth_date else ""


def _by_address(way: Way, person: Line, folded: Folded) -> str:
    return "住所の一部" if way.word in folded.place else ""


def _by_phone(way: Way, person: Line, folded: Folded) -> str:
    return "電話番号" if way.word in folded.phones else ""


_REASONS = {
    "name": _by_name,
    "sound": _by_sound,
    "aged": _by_age,
    "born": _by_birth,
    "birthday": _by_birthday,
    "address": _by_address,
    "phone": _by_phone,
}

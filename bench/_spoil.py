"""How one resident is written down by two offices: forms of writing, gaps, mistakes, and life going on between.

The rates are our own estimates for what the counter and the telephone do to a record within some years, set before the
model was first measured and not changed after; no study is claimed for them. Several spoils fall on one record
independently; a CARELESS share of records has every mistake and gap twice as often.

What was changed once, after the first measurement, is the families: names written alike in one house no more occur, and
names that sound alike only with SAME_READING. Before that the first weights had a precision of 0.990, a recall of 0.955.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from bench._people import TODAY, Resident, _Maker
from bench._scripts import (
    CONFUSED,
    HALF_WIDTH,
    LARGE_KANA,
    VOICED,
    era_of,
    hiragana,
    katakana,
    romaji,
    wide,
    year_of,
)
from kasane.base.dates import ERAS
from kasane.base.names.folding import variants
from kasane.demo.labels import Sex
from kasane.demo.names import Name

Raw = dict[str, str]
"""id, name, kana, sex, birth, address, phone as a file holds them."""


@dataclass(frozen=True)
class Rates:
    """Shares (0–1) of second records; what is written differently, what is missing, what is wrong, what has changed."""

    # written differently, by habit of the office
    variant_character: float = 0.25  # per character that has another shape
    no_space: float = 0.25
    half_width_kana: float = 0.25
    hiragana: float = 0.4
    no_small_kana: float = 0.1
    without_municipality: float = 0.4
    without_room: float = 0.3  # of those who live in an apartment
    # missing
    kana_missing: float = 0.15
    kana_only: float = 0.04
    romaji_only: float = 0.005
    given_missing: float = 0.005
    sex_missing: float = 0.15
    birth_missing: float = 0.04
    age_only: float = 0.02
    birth_without_day: float = 0.006
    address_missing: float = 0.06
    phone_missing: float = 0.2
    only_one_phone: float = 0.5  # of those who have two
    # wrong
    kana_slip: float = 0.04
    misread: float = 0.015
    other_kanji: float = 0.02
    other_given_name: float = 0.003  # a name used in daily life
    wrong_sex: float = 0.003
    wrong_era: float = 0.01
    wrong_digit_of_birth: float = 0.015
    wrong_year: float = 0.008
    day_and_month_crossed: float = 0.003
    wrong_digit_of_address: float = 0.02
    wrong_digit_of_phone: float = 0.015
    # changed since
    moved: float = 0.1
    new_phone: float = 0.08
    bride: float = 0.05  # of women between 20 and 45
    other_change_of_surname: float = 0.006
    bride_moved: float = 0.7


RATES = Rates()
CARELESS = 0.15
_MISTAKES = (
    "kana_slip misread other_kanji wrong_era wrong_digit_of_birth wrong_year wrong_digit_of_address"
    " wrong_digit_of_phone birth_missing address_missing phone_missing kana_missing"
).split()
_CARELESS_RATES = replace(RATES, **{name: min(1.0, getattr(RATES, name) * 2) for name in _MISTAKES})


def shapes() -> dict[str, list[str]]:
    """For each folded character the other shapes in which it is met; the commonest three."""
    found: dict[str, list[str]] = {}
    for shape, to in variants().items():
        if len(to) == 1 and "一" <= to <= "鿿":
            found.setdefault(to, []).append(shape)
    return {to: others[:3] for to, others in found.items()}


class Office:
    """Writes residents down. The first office is the town's register: complete, in one style, rarely wrong."""

    def __init__(self, people: list[Resident], seed: int) -> None:
        self.rng = Random(seed)
        self.maker = _Maker(self.rng)
        self.shapes = shapes()
        self.homonyms: dict[str, set[str]] = {}
        for person in people:
            self.homonyms.setdefault(person.given.kana, set()).add(person.given.text)
        self.readings: Mapping[str, set[str]] = self._readings(people)

    @staticmethod
    def _readings(people: list[Resident]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for person in people:
            found.setdefault(person.given.text, set()).add(person.given.kana)
        return found

    def register(self, person: Resident) -> Raw:
        """The first record: as at the town office; a phone in two of three, a gap or a slip in one of a hundred."""
        raw = self._raw(
            person, replace(RATES, **dict.fromkeys(_QUIET, 0.0), phone_missing=0.33, kana_missing=0.01)
        )
        return {**raw, "id": f"{person.id}a"}

    def again(self, person: Resident) -> Raw:
        """The second record, by another agency some years on."""
        rates = _CARELESS_RATES if self.rng.random() < CARELESS else RATES
        return {**self._raw(self._changed(person, rates), rates), "id": f"{person.id}b"}

    def _hit(self, rate: float) -> bool:
        return self.rng.random() < rate

    # life going on

    def _changed(self, person: Resident, rates: Rates) -> Resident:
        age = (TODAY - person.birth).days // 365
        bride = person.sex is Sex.FEMALE and 20 <= age <= 45 and self._hit(rates.bride)
        if bride or self._hit(rates.other_change_of_surname):
            person = replace(person, family=self.maker._surname())
        if self._hit(rates.bride_moved if bride else rates.moved):
            person = replace(
                person,
                home=self.maker._home(),
                landline=self.maker.landline() if person.landline and self._hit(0.5) else "",
            )
        if self._hit(rates.new_phone):
            person = replace(person, mobile=self.maker.mobile() if person.mobile else "", landline="")
        if self._hit(rates.other_given_name):
            person = replace(person, given=self.maker.given(person.sex, person.birth.year))
        return person

    # writing down

    def _raw(self, person: Resident, rates: Rates) -> Raw:
        return {
            "id": person.id,
            **self._names(person, rates),
            "sex": self._sex(person, rates),
            "birth": self._birth(person.birth, rates),
            "address": self._address(person, rates),
            "phone": self._phone(person, rates),
        }

    def _names(self, person: Resident, rates: Rates) -> Raw:
        family, given = person.family, person.given
        if self._hit(rates.misread):
            given = Name(given.text, self._misread(given))
        if self._hit(rates.other_kanji):
            others = sorted(self.homonyms.get(given.kana, set()) - {given.text})
            given = Name(self.rng.choice(others), given.kana) if others else given
        gap = self.rng.choice((" ", "　")) if not self._hit(rates.no_space) else ""
        kana_family, kana_given = katakana(family.kana), katakana(given.kana)
        if self._hit(rates.kana_slip):
            if self.rng.random() < 0.5:
                kana_family = self._slip(kana_family)
            else:
                kana_given = self._slip(kana_given)
        text = self._reshaped(family.text, rates) + gap + self._reshaped(given.text, rates)
        if self._hit(rates.given_missing):
            return {"name": self._reshaped(family.text, rates), "kana": kana_family}
        kana = self._kana_style(kana_family + gap + kana_given, rates)
        if self._hit(rates.kana_only):
            return {"name": kana, "kana": ""}
        if self._hit(rates.romaji_only):
            return {"name": f"{romaji(family.kana)} {romaji(given.kana)}".upper(), "kana": ""}
        return {"name": text, "kana": "" if self._hit(rates.kana_missing) else kana}

    def _reshaped(self, text: str, rates: Rates) -> str:
        return "".join(
            self.rng.choice(self.shapes[c]) if c in self.shapes and self._hit(rates.variant_character) else c
            for c in text
        )

    def _kana_style(self, kana: str, rates: Rates) -> str:
        if self._hit(rates.no_small_kana):
            kana = kana.translate(LARGE_KANA)
        if self._hit(rates.half_width_kana):
            return "".join(HALF_WIDTH.get(c, c) for c in kana).replace("　", " ")
        return hiragana(kana) if self._hit(rates.hiragana) else kana

    def _misread(self, given: Name) -> str:
        """Another reading somebody in town has for the same characters, or one character read otherwise."""
        others = sorted(self.readings.get(given.text, set()) - {given.kana})
        if others:
            return self.rng.choice(others)
        return hiragana(self._slip(self._slip(katakana(given.kana))))

    def _slip(self, kana: str) -> str:
        """One slip: a mark of voicing, a letter like it, one too few, one doubled, two exchanged, a long vowel."""
        at = self.rng.randrange(len(kana)) if kana else 0
        if len(kana) < 2:
            return kana
        letter, kind = kana[at], self.rng.random()
        if kind < 0.3:
            flipped = {**VOICED, **{v: k for k, v in VOICED.items()}}.get(letter)
            if flipped:
                return kana[:at] + flipped + kana[at + 1 :]
        if kind < 0.55:
            group = next((g for g in CONFUSED if letter in g), "")
            other = (
                self.rng.choice(group.replace(letter, ""))
                if group
                else self.rng.choice("アイウカキサシタナマラン")
            )
            return kana[:at] + other + kana[at + 1 :]
        if kind < 0.7:
            return kana[:at] + kana[at + 1 :]
        if kind < 0.8:
            return kana[:at] + letter + kana[at:]
        if kind < 0.9 and at + 1 < len(kana):
            return kana[:at] + kana[at + 1] + letter + kana[at + 2 :]
        return kana[: at + 1] + self.rng.choice("ウー") + kana[at + 1 :]

    def _sex(self, person: Resident, rates: Rates) -> str:
        if self._hit(rates.sex_missing):
            return ""
        female = (person.sex is Sex.FEMALE) != self._hit(rates.wrong_sex)
        return self.rng.choice(("女", "女性", "F", "2") if female else ("男", "男性", "M", "1"))

    def _birth(self, born: date, rates: Rates) -> str:
        if self._hit(rates.birth_missing):
            return self.rng.choice(("", "", "不明"))
        if self._hit(rates.age_only):
            return f"{(TODAY - born).days // 365}歳"
        year, month, day = born.year, born.month, born.day
        if self._hit(rates.wrong_year):
            year += self.rng.choice((-10, -2, -1, -1, 1, 1, 2, 10))
        if self._hit(rates.day_and_month_crossed) and day <= 12:
            month, day = day, month
        if self._hit(rates.wrong_digit_of_birth):
            year, month, day = self._wrong_digit(year, month, day)
        name, letter, number = era_of(year, month, day)
        if self._hit(rates.wrong_era):
            name, letter = self.rng.choice([(n, e) for n, e, _ in ERAS[:4] if n != name])
        if self._hit(rates.birth_without_day):
            return self.rng.choice((f"{name}{number}年{month}月", f"{name}{number}年", f"{year}年{month}月"))
        western = year_of(letter, number)
        forms = (
            f"{name}{number}年{month}月{day}日",
            f"{letter}{number}.{month}.{day}",
            f"{letter}{number:02d}/{month:02d}/{day:02d}",
            f"{letter}{number:02d}{month:02d}{day:02d}",
            f"{western}/{month}/{day}",
            f"{western}-{month:02d}-{day:02d}",
            f"{western}{month:02d}{day:02d}",
        )
        return self.rng.choice(forms)

    def _wrong_digit(self, year: int, month: int, day: int) -> tuple[int, int, int]:
        which = self.rng.random()
        if which < 0.4:
            return year // 10 * 10 + self.rng.randrange(10), month, day
        if which < 0.65:
            return year, self.rng.randint(1, 12), day
        return (
            year,
            month,
            self.rng.choice([d for d in (day - 1, day + 1, day - 10, day + 10, 1) if 1 <= d <= 28] or [1]),
        )

    def _address(self, person: Resident, rates: Rates) -> str:
        if self._hit(rates.address_missing):
            return ""
        home = person.home
        number, branch, block = home.number, home.branch, home.block
        if self._hit(rates.wrong_digit_of_address):
            number = max(1, number + self.rng.choice((-10, -1, 1, 10)))
            branch = branch if self._hit(0.5) else 0
        where = (
            ""
            if self._hit(rates.without_municipality)
            else self.rng.choice(("岡山県久米郡美咲町", "美咲町", "久米郡美咲町"))
        )
        place = home.town if block else self.rng.choice((f"大字{home.town}", home.town, home.town))
        room = "" if home.room and self._hit(rates.without_room) else home.room
        text = where + place + self._lot(block, number, branch)
        if home.building and (room or self._hit(0.5)):
            gap = self.rng.choice((" ", "　", ""))
            text += f"{gap}{home.building}" + (
                self.rng.choice((f"{room}号室", f" {room}", f"{room}号")) if room else ""
            )
        return text

    def _lot(self, block: int, number: int, branch: int) -> str:
        style = self.rng.random()
        if block:
            tail = f"-{branch}" if branch else ""
            if style < 0.4:
                return f"{'一二三四'[block - 1]}丁目{number}番{f'{branch}号' if branch else ''}"
            return f"{block}丁目{number}{tail}" if style < 0.6 else f"{block}-{number}{tail}"
        if style < 0.35:
            return f"{number}番地{f'の{branch}' if branch else ''}"
        if style < 0.6:
            return f"{number}番地{branch or ''}"
        text = f"{number}-{branch}" if branch else str(number)
        return text if style < 0.9 else wide(text)

    def _phone(self, person: Resident, rates: Rates) -> str:
        numbers = [n for n in (person.mobile, person.landline) if n]
        if not numbers or self._hit(rates.phone_missing):
            return ""
        if len(numbers) == 2 and self._hit(rates.only_one_phone):
            numbers = [self.rng.choice(numbers)]
        if self._hit(rates.wrong_digit_of_phone):
            at = self.rng.randrange(3, len(numbers[0]))
            numbers[0] = numbers[0][:at] + str(self.rng.randrange(10)) + numbers[0][at + 1 :]
        written = [self._dashes(number) for number in numbers]
        return self.rng.choice(("、", " / ", "\u3000 ")).join(written)

    def _dashes(self, number: str) -> str:
        cut = (3, 7) if len(number) == 11 else (4, 6)
        parts = (number[: cut[0]], number[cut[0] : cut[1]], number[cut[1] :])
        style = self.rng.random()
        if style < 0.2:
            return number
        return (
            wide("-".join(parts))
            if style < 0.3
            else f"{parts[0]}({parts[1]}){parts[2]}"
            if style < 0.4
            else "-".join(parts)
        )


_QUIET = (
    "variant_character no_space hiragana kana_only romaji_only given_missing sex_missing birth_missing age_only"
    " birth_without_day address_missing kana_slip misread other_kanji wrong_sex wrong_era wrong_digit_of_birth wrong_year"
    " day_and_month_crossed wrong_digit_of_address wrong_digit_of_phone without_room"
).split()


def records(count: int, seed: int, again: float = 0.1) -> tuple[list[Raw], dict[str, str]]:
    """Records of `count` residents, a share of them met twice; and for each record id the resident's."""
    from bench._people import town

    people = town(count, seed)
    office = Office(people, seed + 1)
    rows = [office.register(person) for person in people]
    chosen = [person for person in people if office.rng.random() < again]
    rows += [office.again(person) for person in chosen]
    office.rng.shuffle(rows)
    return rows, {row["id"]: row["id"][:-1] for row in rows}

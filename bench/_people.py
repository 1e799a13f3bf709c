"""A generated town for measuring linkage: families with the likenesses real families have. No real person.

Names: the demo's lists by decade, surnames of the whole country, and given names put together from the syllables they
are commonly made of, since a town of 100,000 has some ten thousand different given names, not two hundred.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from kasane.demo.labels import Sex
from kasane.demo.names import Name, family_name, foreign_country, foreign_family, foreign_given, given_name
from kasane.demo.names_foreign import ForeignNames
from kasane.demo.places import AREA_PLACES
from kasane.people.linkage.splitting import listed_surnames

TODAY = date(2025, 10, 1)
SIZES = ((1, 36), (2, 29), (3, 17), (4, 12), (5, 4), (6, 2))
"""Members of a household by weight, after the shape of a country town."""
TWIN_RATE = 0.011
"""Share of births that are twins (one in ninety)."""
ALIKE_TWINS = 0.35
"""Twins named alike: 健一 and 健二, 和子 and 和美."""
HEIR_NAME = 0.25
"""Children who carry a character of the parent of their sex."""
SAME_READING = 0.3
"""Chance that parents do not mind a name that sounds like another in the house (薫 and かおる marry, too)."""
LOCAL_NAMES = 0.3
"""Households that bear one of the few names their village is full of."""
COMPOSED = 0.6
"""Given names put together rather than drawn from the lists of the most frequent ones."""
FOREIGN = 0.02
RENTED = 0.22
LANDLINE = 0.55
FAMILY_CONTACT = 0.12
"""People for whom a relative's mobile is noted: besides all children."""

_MALE_FIRST = "和 かず,正 まさ,勝 かつ,博 ひろ,義 よし,孝 たか,茂 しげ,清 きよ,明 あき,健 けん,浩 ひろ,誠 せい,隆 たか,秀 ひで,昭 あき,俊 とし,英 ひで,幸 ゆき,信 のぶ,光 みつ,安 やす,克 かつ,政 まさ,敏 とし,文 ふみ,雅 まさ,哲 てつ,辰 たつ,憲 のり,忠 ただ,良 よし,靖 やす,重 しげ,豊 とよ,邦 くに,直 なお,寿 とし,繁 しげ,康 やす,弘 ひろ"
_MALE_LAST = "夫 お,男 お,雄 お,一 かず,彦 ひこ,治 はる,之 ゆき,司 し,志 し,人 と,也 や,行 ゆき,美 み,朗 ろう,樹 き,明 あき,生 お,昭 あき,二 じ,平 へい,三 ぞう,太 た,吾 ご,郎 ろう,次 じ,道 みち,久 ひさ,文 ふみ,広 ひろ,利 とし"
_FEMALE_FIRST = "和 かず,幸 さち,恵 え,美 み,由 ゆ,久 ひさ,千 ち,智 とも,真 ま,佳 か,文 ふみ,芳 よし,光 みつ,春 はる,秋 あき,雪 ゆき,友 とも,加 か,菊 きく,富 とみ,静 しず,節 せつ,豊 とよ,京 きょう,紀 のり,早 さ,奈 な,亜 あ,麻 ま,佐 さ,喜 き,登 と,里 り,彩 あや,沙 さ,優 ゆう,有 ゆ,志 し,直 なお,晴 はる"
_FEMALE_LAST = "子 こ,美 み,代 よ,江 え,枝 え,恵 え,香 か,奈 な,里 り,希 き,絵 え,穂 ほ,音 ね,乃 の,世 よ,佳 か,保 ほ,歌 か,紀 き,花 か,織 おり,葉 は,海 み,音 おと,月 つき"
_RARE_FIRST = "赤 あか,稲 いな,岩 いわ,梅 うめ,大 おお,奥 おく,柿 かき,片 かた,川 かわ,北 きた,栗 くり,黒 くろ,小 こ,駒 こま,坂 さか,篠 しの,白 しら,杉 すぎ,高 たか,竹 たけ,谷 たに,築 つき,鶴 つる,寺 てら,鳥 とり,中 なか,長 なが,西 にし,野 の,橋 はし,畑 はた,花 はな,浜 はま,東 ひがし,平 ひら,深 ふか,福 ふく,藤 ふじ,古 ふる,前 まえ,松 まつ,水 みず,溝 みぞ,宮 みや,向 むこう,森 もり,安 やす,柳 やなぎ,山 やま,吉 よし,渡 わた,鷲 わし,笹 ささ,桑 くわ,榎 えのき,湯 ゆ,横 よこ,若 わか,石 いし,磯 いそ"
_RARE_LAST = "田 た,川 かわ,山 やま,原 はら,村 むら,野 の,本 もと,井 い,崎 さき,島 しま,沢 ざわ,谷 たに,口 ぐち,木 き,岡 おか,尾 お,下 した,上 がみ,内 うち,部 べ,瀬 せ,浦 うら,森 もり,塚 づか,見 み,永 なが,石 いし,坂 さか,屋 や,倉 くら"
_STREETS = ("中央", "本町", "栄町", "緑ヶ丘", "旭町", "新町", "東町", "西町", "若葉台", "美咲野")
_BUILDINGS = ("コーポ", "ハイツ", "メゾン", "サンハイツ", "グリーンコーポ", "町営住宅")


def _names(text: str) -> list[Name]:
    return [Name(*entry.split(" ")) for entry in text.split(",")]


_FIRST = {Sex.MALE: _names(_MALE_FIRST), Sex.FEMALE: _names(_FEMALE_FIRST)}
_LAST = {Sex.MALE: _names(_MALE_LAST), Sex.FEMALE: _names(_FEMALE_LAST)}
_RARE = (_names(_RARE_FIRST), _names(_RARE_LAST))


@dataclass(frozen=True)
class Home:
    """Where a household lives; `room` is empty for a house."""

    town: str
    block: int
    number: int
    branch: int
    building: str = ""
    room: str = ""


@dataclass(frozen=True)
class Resident:
    """One person as they are, before anybody writes them down."""

    id: str
    family: Name
    given: Name
    sex: Sex
    birth: date
    home: Home
    landline: str
    mobile: str
    """Own, or a relative's for children and some of the old; empty when there is none."""
    traits: frozenset[str] = field(default_factory=frozenset)


def town(count: int, seed: int) -> list[Resident]:
    """`count` residents in families, the same for the same seed."""
    rng = Random(seed)
    maker = _Maker(rng)
    people: list[Resident] = []
    while len(people) < count:
        people += maker.household(len(people))
    return people[:count]


class _Maker:
    def __init__(self, rng: Random) -> None:
        self.rng = rng
        surnames = listed_surnames()
        self.surnames = [Name(name, reading) for name, reading, _ in surnames]
        self.surname_weights = list(accumulate((1, 5, 22)[common] for _, _, common in surnames))
        self.places = [*AREA_PLACES, *_STREETS * 3]
        self.local = {place: [self._surname() for _ in range(4)] for place in dict.fromkeys(self.places)}
        self.blocks = [self._block() for _ in range(400)]

    def _surname(self) -> Name:
        """Half from the whole country by frequency, a third from the region, the rest rare ones."""
        lot = self.rng.random()
        if lot < 0.5:
            return self.rng.choices(self.surnames, cum_weights=self.surname_weights)[0]
        if lot < 0.8:
            return family_name(self.rng)
        first, last = (self.rng.choice(part) for part in _RARE)
        return Name(first.text + last.text, first.kana + last.kana)

    def _block(self) -> Home:
        """An apartment house that several households share."""
        home = self._lot()
        name = f"{self.rng.choice(_BUILDINGS)}{home.town.rstrip('町')}{self.rng.choice(('', '', 'A', 'B', '第2'))}"
        return replace(home, building=name)

    def _lot(self) -> Home:
        place = self.rng.choice(self.places)
        chome = self.rng.randint(1, 4) if place in _STREETS else 0
        branch = self.rng.randint(1, 12) if self.rng.random() < 0.6 else 0
        return Home(place, chome, self.rng.randint(1, 40 if chome else 2400), branch)

    def _home(self) -> Home:
        if self.rng.random() >= RENTED:
            return self._lot()
        block = self.rng.choice(self.blocks)
        return replace(block, room=f"{self.rng.randint(1, 4)}{self.rng.randint(1, 12):02d}")

    def mobile(self) -> str:
        return f"{self.rng.choice(('090', '080', '070'))}{self.rng.randrange(10**8):08d}"

    def landline(self) -> str:
        return f"086{self.rng.choice('678')}{self.rng.randrange(20, 80)}{self.rng.randrange(10**4):04d}"

    def given(self, sex: Sex, year: int) -> Name:
        if self.rng.random() >= COMPOSED:
            return given_name(self.rng, sex, year)
        first, last = self.rng.choice(_FIRST[sex]), self.rng.choice(_LAST[sex])
        if first.text == last.text:
            return given_name(self.rng, sex, year)
        return Name(first.text + last.text, first.kana + last.kana)

    def named_after(self, elder: Name, sex: Sex, year: int) -> Name:
        """A name that keeps the first character of the elder's."""
        for first in _FIRST[sex]:
            if elder.text.startswith(first.text) and elder.kana.startswith(first.kana):
                last = self.rng.choice([n for n in _LAST[sex] if n.text not in elder.text])
                return Name(first.text + last.text, first.kana + last.kana)
        return self.given(sex, year)

    def birth(self, youngest: int, oldest: int) -> date:
        """A day on which somebody of that age (in years) was born."""
        days = self.rng.randint(int(youngest * 365.25), int(oldest * 365.25) + 364)
        return TODAY - timedelta(days=days)

    def household(self, at: int) -> list[Resident]:
        """One household of the town; ids count on from `at`."""
        size = self.rng.choices([n for n, _ in SIZES], weights=[w for _, w in SIZES])[0]
        home = self._home()
        foreign = self.rng.random() < FOREIGN
        country = foreign_country(self.rng) if foreign else None
        family = (
            foreign_family(self.rng, country)
            if country
            else self.rng.choice(self.local[home.town])
            if self.rng.random() < LOCAL_NAMES
            else self._surname()
        )
        members = self._members(size)
        landline = self.landline() if self.rng.random() < LANDLINE else ""
        people: list[Resident] = []
        for sex, birth, place in members:
            given = self._given_in(people, place, sex, birth, country)
            age = (TODAY - birth).days // 365
            own = self.mobile() if 13 <= age < 75 or (age >= 75 and self.rng.random() < 0.5) else ""
            mobiles = [p.mobile for p in people if p.mobile]
            if mobiles and (age < 13 or self.rng.random() < FAMILY_CONTACT):
                own = mobiles[0]
            person = Resident(
                f"p{at + len(people)}", family, given, sex, birth, home, landline, own, frozenset({place})
            )
            people.append(person)
        return people

    def _members(self, size: int) -> list[tuple[Sex, date, str]]:
        """Sex, birth and place in the family of each member: head, spouse, children (twins among them), old parents."""
        head_sex = Sex.MALE if self.rng.random() < 0.7 else Sex.FEMALE
        head = self.birth(22, 92)
        members = [(head_sex, head, "head")]
        if size >= 2 and self.rng.random() < 0.72:
            other = Sex.FEMALE if head_sex is Sex.MALE else Sex.MALE
            members.append((other, head + timedelta(days=self.rng.randint(-2200, 2200)), "spouse"))
        while len(members) < size:
            born = head + timedelta(days=self.rng.randint(22 * 365, 38 * 365))
            sex = self.rng.choice((Sex.MALE, Sex.FEMALE))
            if born >= TODAY or (size >= 5 and self.rng.random() < 0.3):
                members.append(
                    (
                        sex,
                        max(head - timedelta(days=self.rng.randint(8000, 12000)), date(1925, 1, 1)),
                        "parent",
                    )
                )
            elif self.rng.random() < TWIN_RATE * 2 and len(members) + 2 <= max(size, 3):
                twin = sex if self.rng.random() < 0.7 else self.rng.choice((Sex.MALE, Sex.FEMALE))
                members += [(sex, born, "child"), (twin, born, "twin")]
            else:
                members.append((sex, born, "child"))
        return members

    def _given_in(
        self, people: list[Resident], place: str, sex: Sex, birth: date, country: ForeignNames | None
    ) -> Name:
        """A given name nobody in the household bears or (but for SAME_READING) sounds like, sometimes a relative's heir."""
        elders = [p.given for p in people if p.sex is sex and "parent" not in p.traits]
        written, heard = {p.given.text for p in people}, {p.given.kana for p in people}
        while True:
            name = self._any_given(elders, place, sex, birth, country)
            if name.text not in written and (name.kana not in heard or self.rng.random() < SAME_READING):
                return name

    def _any_given(
        self, elders: list[Name], place: str, sex: Sex, birth: date, country: ForeignNames | None
    ) -> Name:
        if country:
            return foreign_given(self.rng, country, sex)
        if place == "twin" and elders and self.rng.random() < ALIKE_TWINS:
            return self.named_after(elders[-1], sex, birth.year)
        if place in ("child", "twin") and elders and self.rng.random() < HEIR_NAME:
            return self.named_after(elders[0], sex, birth.year)
        return self.given(sex, birth.year)

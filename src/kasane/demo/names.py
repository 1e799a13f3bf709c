"""Believable names, addresses and telephone numbers; common words put together, no real person meant."""

from dataclasses import dataclass
from itertools import accumulate
from random import Random

from kasane.demo.labels import Sex
from kasane.demo.names_family import FAMILY_NAMES, FAMILY_WEIGHTS
from kasane.demo.names_foreign import FOREIGN, ForeignNames
from kasane.demo.names_given import GIVEN_FEMALE, GIVEN_MALE
from kasane.demo.places import AREA_PLACES, HOUSING_BLOCKS

_FAMILY_CUM = tuple(accumulate(FAMILY_WEIGHTS))
_FAMILY_INDEX = range(len(FAMILY_NAMES))


@dataclass(frozen=True, slots=True)
class Name:
    """One part of a name (family or given) with its reading."""

    text: str
    kana: str


def family_name(rng: Random) -> Name:
    """A Japanese family name, drawn by frequency."""
    index = rng.choices(_FAMILY_INDEX, cum_weights=_FAMILY_CUM)[0]
    return Name(*FAMILY_NAMES[index])


def given_name(rng: Random, sex: Sex, birth_year: int) -> Name:
    """A Japanese given name such as parents chose around that year."""
    table = GIVEN_MALE if sex is Sex.MALE else GIVEN_FEMALE
    decade = min(max(birth_year + rng.randint(-3, 3), 1925), 2025) // 10 * 10
    names = table[decade]
    return Name(*names[min(int(len(names) * rng.random() ** 1.4), len(names) - 1)])


def foreign_country(rng: Random) -> ForeignNames:
    """A country whose nationals live in the region."""
    return rng.choices(FOREIGN, weights=[f.weight for f in FOREIGN])[0]


def foreign_family(rng: Random, country: ForeignNames) -> Name:
    """A family name of that country, as on the residence card, with katakana."""
    return Name(*rng.choice(country.family))


def foreign_given(rng: Random, country: ForeignNames, sex: Sex) -> Name:
    """A given name of that country with katakana."""
    return Name(*rng.choice(country.male if sex is Sex.MALE else country.female))


def landline(rng: Random) -> str:
    """A number in a block that is never assigned."""
    return f"0868-00-{rng.randrange(10000):04d}"


def mobile(rng: Random) -> str:
    """A mobile number in a block that is never assigned."""
    return f"090-0000-{rng.randrange(10000):04d}"


def address(rng: Random, area: int, *, rented: bool) -> str:
    """A made-up address in one of the 81 areas."""
    place = AREA_PLACES[area - 1]
    lot = f"{rng.randint(2, 2480)}番地"
    if rng.random() < 0.45:
        lot += str(rng.randint(1, 9))
    text = f"岡山県久米郡美咲町大字{place}{lot}"
    if rented:
        block, storeys = rng.choice(HOUSING_BLOCKS)
        room = f"{rng.randint(1, storeys)}0{rng.randint(1, 6)}号"
        text += f" {block.format(place=place, n=rng.randint(1, 4))} {room}"
    return text

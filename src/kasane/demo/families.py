"""Families whose ages fit: parents 21 to 43 years older than their children, spouses close in age."""

from datetime import date, timedelta
from random import Random

from kasane.demo.kinship import Kin
from kasane.demo.labels import Sex
from kasane.demo.names import Name, family_name, foreign_country, foreign_family, foreign_given, given_name
from kasane.demo.names_foreign import ForeignNames

YEAR = 365.25

MALE, FEMALE = Sex.MALE, Sex.FEMALE


class Family:
    """Makes the members of one household; ages are those on the day of reception."""

    def __init__(self, rng: Random, on: date) -> None:
        self.rng = rng
        self.on = on
        self.members: list[Kin] = []
        self.surname = family_name(rng)
        self.country: ForeignNames | None = None
        self._given: set[str] = set()

    def sex(self, female: float = 0.5) -> Sex:
        """One of the two, female with the given chance."""
        return FEMALE if self.rng.random() < female else MALE

    def born(self, low: int, high: int) -> date:
        """A birthday that makes the person between `low` and `high` years old on the day."""
        days = self.rng.uniform(low + 0.01, high + 0.99) * YEAR
        return self.on - timedelta(days=int(days))

    def person(
        self, role: str, sex: Sex, birth: date, *, surname: Name | None = None, apart: bool = False
    ) -> Kin:
        """Adds a member with a given name fitting the year of birth and not yet taken in this family."""
        given = given_name(self.rng, sex, birth.year)
        while given.kana in self._given:
            given = given_name(self.rng, sex, birth.year)
        self._given.add(given.kana)
        name = surname or self.surname
        kin = Kin(role, sex, birth, (name.text, name.kana), (given.text, given.kana), not apart)
        self.members.append(kin)
        return kin

    def elder(self, role: str, low: int, high: int, sex: Sex) -> Kin:
        """A person by age, with nobody above."""
        return self.person(role, sex, self.born(low, high))

    def spouse(self, role: str, of: Kin, *, apart: bool = False) -> Kin:
        """Husband or wife, mostly the husband a little older."""
        years = self.rng.triangular(-4, 7, 2)
        sex = FEMALE if of.sex is MALE else MALE
        days = int(years * YEAR) * (1 if of.sex is MALE else -1)
        kin = self.person(role, sex, of.birth + timedelta(days=days), apart=apart)
        kin.spouse, of.spouse = of, kin
        return kin

    def parent(
        self, role: str, of: Kin, sex: Sex, *, gap: tuple[int, int] = (22, 36), apart: bool = False
    ) -> Kin:
        """Mother or father of a member; the gap is in years."""
        high = min(gap[1], 42 if sex is FEMALE else 44)
        birth = of.birth - timedelta(days=int(self.rng.uniform(gap[0], high) * YEAR))
        kin = self.person(role, sex, birth, apart=apart)
        for child in [m for m in self.members if m is of or (of.parents and m.parents == of.parents)]:
            child.parents = (*child.parents, kin)
        return kin

    def second_parent(self, role: str, child: Kin) -> Kin:
        """The other parent of a child that has one: close to the first in age, and fit to the child."""
        first = child.parents[0]
        sex = FEMALE if first.sex is MALE else MALE
        while True:
            days = int(self.rng.triangular(-4, 7, 2) * YEAR) * (1 if first.sex is MALE else -1)
            birth = first.birth + timedelta(days=days)
            if 21 * YEAR <= (child.birth - birth).days <= 44 * YEAR:
                break
        kin = self.person(role, sex, birth)
        kin.spouse, first.spouse = first, kin
        for other in self.members:
            if any(p is first for p in other.parents):
                other.parents = (*other.parents, kin)
        return kin

    def child(
        self,
        role: str,
        parents: tuple[Kin, ...],
        low: int,
        high: int,
        *,
        sex: Sex | None = None,
        apart: bool = False,
        married: bool = False,
    ) -> Kin | None:
        """A child of that age fitting in with parents and siblings, or None when there is no room."""
        youngest_parent = max(p.birth for p in parents)
        oldest_parent = min(p.birth for p in parents)
        first = max(
            youngest_parent + timedelta(days=int(20.6 * YEAR)),
            self.on - timedelta(days=int((high + 0.98) * YEAR)),
        )
        last = min(
            oldest_parent + timedelta(days=int(43.5 * YEAR)),
            self.on - timedelta(days=int((low + 0.02) * YEAR)),
        )
        others = [
            m.birth for m in self.members if m.parents and set(map(id, m.parents)) & set(map(id, parents))
        ]
        for _ in range(12):
            if first > last:
                return None
            birth = first + timedelta(days=self.rng.randint(0, (last - first).days))
            if all(abs((birth - b).days) > 400 for b in others):
                sex = sex or self.sex()
                surname = family_name(self.rng) if married and sex is FEMALE else Name(*parents[0].family)
                kin = self.person(role, sex, birth, surname=surname, apart=apart)
                kin.parents = parents
                return kin
        return None

    def children(
        self, role: str, parents: tuple[Kin, ...], count: int, low: int, high: int, rest: str = "子他"
    ) -> list[Kin]:
        """Up to `count` children living at home; the eldest takes `role`, the others `rest`."""
        made = [c for c in (self.child(rest, parents, low, high) for _ in range(count)) if c]
        if made:
            min(made, key=lambda k: k.birth).role = role
        return made

    def foreign(self, role: str, low: int, high: int, sex: Sex) -> Kin:
        """A foreign resident; the whole family takes the nationality's names from here on."""
        self.country = foreign_country(self.rng)
        self.surname = foreign_family(self.rng, self.country)
        given = foreign_given(self.rng, self.country, sex)
        self._given.add(given.kana)
        kin = Kin(
            role, sex, self.born(low, high), (self.surname.text, self.surname.kana), (given.text, given.kana)
        )
        kin.nationality = self.country.country
        self.members.append(kin)
        return kin

    def foreign_child(self, role: str, parent: Kin, low: int, high: int) -> Kin | None:
        """A child with a name of the parent's country."""
        child = self.child(role, (parent,), low, high)
        if child and self.country:
            given = foreign_given(self.rng, self.country, child.sex)
            while given.kana in self._given:
                given = foreign_given(self.rng, self.country, child.sex)
            self._given.add(given.kana)
            child.given = (given.text, given.kana)
            child.nationality = parent.nationality
        return child

"""Filling sentence parts with the words of one household."""

import re
from functools import lru_cache
from random import Random
from string import Formatter

_CONDITION = re.compile(r"\[([^\d\]]+)(\d+)-(\d+)\]")
_TAG = re.compile(r"#(\w+) ")


@lru_cache(maxsize=8192)
def _tag(template: str) -> str:
    """The mark of sentences that exclude each other, or nothing."""
    match = _TAG.match(template)
    return match[1] if match else ""


@lru_cache(maxsize=8192)
def _parse(template: str) -> tuple[str, tuple[str, ...], tuple[tuple[str, int, int], ...]]:
    """The bare sentence, the slots it needs and the conditions in front of it."""
    conditions = []
    template = _TAG.sub("", template, count=1)
    while match := _CONDITION.match(template):
        conditions.append((match[1], int(match[2]), int(match[3])))
        template = template[match.end() :]
    slots = tuple({name for _, name, _, _ in Formatter().parse(template) if name})
    return template, slots, tuple(conditions)


class Words:
    """The slots of one household: ties, ages, school years, likings."""

    __slots__ = ("slots", "ages", "month")

    def __init__(self, slots: dict[str, str], ages: dict[str, int], month: int) -> None:
        self.slots = slots
        self.ages = ages
        self.month = month

    def usable(self, template: str) -> bool:
        """Whether every role the sentence speaks of exists and its conditions hold."""
        _, needed, conditions = _parse(template)
        if any(slot not in self.slots for slot in needed):
            return False
        for key, low, high in conditions:
            value = self.month if key == "月" else self.ages.get(key, -1)
            inside = low <= value <= high if low <= high else value >= low or 0 <= value <= high
            if not inside:
                return False
        return True

    def fill(self, template: str) -> str:
        """The sentence with this household's words."""
        bare, needed, _ = _parse(template)
        return bare.format_map(self.slots) if needed else bare

    def usable_of(self, bank: tuple[str, ...]) -> list[str]:
        """The sentences of a bank that fit this household."""
        return [t for t in bank if self.usable(t)]

    def pick(self, rng: Random, bank: tuple[str, ...]) -> str:
        """One fitting sentence, filled; empty when none fits."""
        fitting = self.usable_of(bank)
        return self.fill(rng.choice(fitting)) if fitting else ""

    def some(self, rng: Random, bank: tuple[str, ...], count: int) -> list[str]:
        """Up to `count` different fitting sentences in the order of the bank, filled."""
        fitting = self.usable_of(bank)
        order = rng.sample(range(len(fitting)), len(fitting))
        chosen: list[int] = []
        tags: set[str] = set()
        for index in order:
            tag = _tag(fitting[index])
            if len(chosen) < count and not (tag and tag in tags):
                chosen.append(index)
                tags.add(tag)
        return [self.fill(fitting[i]) for i in sorted(chosen)]

    def about(self, person: str, beside: str, *, month: int = 0) -> "Words":
        """The same words with {p} and {k} standing for two roles, as the themes speak of them."""
        slots, ages = dict(self.slots), dict(self.ages)
        for key, role in (("p", person), ("k", beside)):
            if role and role in self.slots:
                slots[key], slots[f"{key}歳"] = self.slots[role], self.slots[f"{role}歳"]
                ages[key] = self.ages[role]
                if key == "p":
                    for liked in ("好", "技", "遊"):
                        slots[liked] = self.slots[role + liked]
        return Words(slots, ages, month or self.month)

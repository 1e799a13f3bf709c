"""Rules of phrases, templates, and of one record for several cases. Pure (issue 5; R-DIS-01, R-DIS-04)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kasane.base.naming import parts_that_name
from kasane.base.obstacles import Obstacle

LARGEST_NUMBER = 9
"""A template is chosen by one key."""
TITLES = "(?:さん|様|さま|氏|くん|君|ちゃん|宅|家)"


@dataclass(frozen=True)
class Template:
    """A numbered template as the record page offers it; `source` says whose it is: 自分, この機関 or the town's program."""

    name: str
    text: str
    number: int | None = None
    method: str = ""
    minutes: int | None = None
    source: str = ""


def phrase_obstacles(
    *, code: str, taken: Iterable[str], same_agency: bool = True, same_person: bool = True
) -> list[Obstacle]:
    """What forbids keeping a phrase: a code that could not be typed, stands already, or another's phrase."""
    found = []
    if not same_agency or not same_person:
        found.append(
            Obstacle("not_yours", "直せるのは、この機関の定型句と自分の定型句だけです。", "R-DIS-01")
        )
    if re.search(r"[\s;\uff1b]", code):
        found.append(Obstacle("code_space", "よびだしには、空白と ; を使わないでください。", "R-OPS-01"))
    if code.isdigit():
        found.append(
            Obstacle(
                "code_digits",
                "数字だけのよびだしは、ひな型の番号に使っています。文字を入れてください。",
                "R-OPS-01",
            )
        )
    if code and folded(code) in {folded(one) for one in taken}:
        found.append(
            Obstacle("code_taken", f"よびだし「{code}」は、ほかの定型句が使っています。", "R-OPS-01")
        )
    return found


def naming_obstacles(*words: str, shared: bool, is_sure: bool) -> list[Obstacle]:
    """A phrase that all of a desk put into their cases is about nobody, unless the writer says that it only looks so (R-DIS-01)."""
    found = parts_that_name("\n".join(words)) if shared and not is_sure else []
    if not found:
        return []
    return [
        Obstacle(
            "named",
            f"文に{'・'.join(found)}が入っていませんか。この機関のみんなが、どのケースにも入れる文です。"
            "だれのことか分かることは消してください。そう見えるだけのときは、「個人のことではありません」に印をつけて保存します。",
            "R-DIS-01",
        )
    ]


def folded(code: str) -> str:
    """A code however it is typed: full width, half width, capitals."""
    return unicodedata.normalize("NFKC", code).lower()


def numbered(templates: Sequence[Template]) -> list[Template]:
    """The templates with the number each is chosen by, in order: who comes first keeps a number that two ask for.

    The same name twice is one template: the desk has written the town's anew. What has no number left is offered by its chip.
    """
    once: dict[str, Template] = {}
    for one in templates:
        once.setdefault(one.name, one)
    taken: set[int] = set()
    placed: list[Template] = []
    waiting: list[Template] = []
    for one in once.values():
        if one.number and one.number <= LARGEST_NUMBER and one.number not in taken:
            taken.add(one.number)
            placed.append(one)
        else:
            waiting.append(one)
    free = [number for number in range(1, LARGEST_NUMBER + 1) if number not in taken]
    for place, one in enumerate(waiting):
        number = free[place] if place < len(free) else None
        placed.append(Template(one.name, one.text, number, one.method, one.minutes, one.source))
    return sorted(placed, key=lambda one: one.number or LARGEST_NUMBER + 1)


@dataclass(frozen=True)
class Name:
    """A person's name, to be looked for in a text."""

    family: str
    given: str

    @property
    def full(self) -> str:
        return f"{self.family} {self.given}".strip()

    def stands_in(self, text: str, *, with_family: bool = True) -> bool:
        """Whether the text names this person: the whole name, or a part of it with a title; of the family's name only
        `with_family` (it may be that of others too).
        """
        family, given = re.escape(self.family), re.escape(self.given)
        ways = []
        if self.family and self.given:
            ways.append(rf"{family}\s*{given}")
        if self.family and with_family:
            ways.append(f"{family}{TITLES}")
        if self.given:
            ways.append(f"{given}{TITLES}")
        return any(re.search(way, text) for way in ways)


@dataclass(frozen=True)
class Written:
    """What one visit leaves in one case: the case as people call it, all words that will stand there, its own people."""

    label: str
    words: str
    people: tuple[Name, ...]


def visit_obstacles(parts: Sequence[Written]) -> list[Obstacle]:
    """What forbids keeping one visit in several cases: a case twice, or a word that shows one case in another.

    Who reads a case must not learn from it who else was visited (R-DIS-01). A person who belongs to both households
    may be named in both.
    """
    found = []
    labels = [part.label for part in parts]
    for label in sorted({one for one in labels if labels.count(one) > 1}):
        found.append(Obstacle("case_twice", f"{label} が二度選ばれています。", "R-DIS-01"))
    for part in parts:
        own = {(name.family, name.given) for name in part.people}
        families = {name.family for name in part.people}
        for other in parts:
            if other.label == part.label:
                continue
            strangers = [name for name in other.people if (name.family, name.given) not in own]
            named = [
                name
                for name in strangers
                if name.stands_in(part.words, with_family=name.family not in families)
            ]
            found += [_names_other(part.label, name, other.label) for name in named]
            if other.label in part.words:
                found.append(
                    Obstacle(
                        "names_case",
                        f"{part.label} に残る文に、{other.label} の番号が入っています。",
                        "R-DIS-01",
                    )
                )
    return found


def _names_other(label: str, name: Name, other: str) -> Obstacle:
    return Obstacle(
        "names_other_case",
        f"{label} に残る文に、{other} の「{name.full}」さんの名前が入っています。"
        "ほかの世帯の名前は、そのケースだけの欄に書いてください。",
        "R-DIS-01",
    )


@dataclass(frozen=True)
class Entry:
    """One record written before, as far as it helps to write the next."""

    case: str
    place: str
    counterpart: str
    method: str
    minutes: int | None


@dataclass(frozen=True)
class Offers:
    """前に書いたもの: offered for the fields of a new record."""

    places: list[str]
    counterparts: list[str]
    ways: list[tuple[str, int]]


MOST_OFFERED = 8


def offers(of_case: Sequence[Entry], of_worker: Sequence[Entry], *, case: str) -> Offers:
    """What to offer, newest first. From other cases come only words that stand in at least two of them: a word of one
    household must not slip into another (R-DIS-01).
    """

    def words(pick: str) -> list[str]:
        here = [getattr(one, pick) for one in of_case]
        cases: dict[str, set[str]] = {}
        for one in of_worker:
            if one.case != case:
                cases.setdefault(getattr(one, pick), set()).add(one.case)
        shared = [word for word, where in cases.items() if len(where) > 1]
        return [word for word in dict.fromkeys([*here, *shared]) if word][:MOST_OFFERED]

    ways = dict.fromkeys((one.method, one.minutes) for one in of_worker if one.minutes)
    return Offers(words("place"), words("counterpart"), list(ways)[:4])

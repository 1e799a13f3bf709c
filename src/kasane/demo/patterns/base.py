"""What makes one kind of household: family, first consultation, themes of support.

Texts name members by their role in braces, e.g. {親}（{親歳}歳）; the word that appears is the tie to the
subject (本人, 母, 長男 …). {学} after a role gives the school year. A sentence whose role is missing is left
out, and so is one whose condition in front does not hold: [子0-3] asks the age of that role, [月11-3] the
month of the day it is written. Of sentences marked alike in front (#work) only one is used.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kasane.demo.families import Family
from kasane.demo.kinship import Kin
from kasane.demo.labels import Agency, Topic
from kasane.demo.texts import Bank


@dataclass(frozen=True, slots=True)
class ThemeUse:
    """A theme applied to a household: about whom, with whom beside; `chance` that it plays a part.

    `ages` limits the age of the person it is about; agencies in `without` take no part in it here.
    """

    key: str
    about: str
    beside: str = ""
    chance: float = 1.0
    ages: tuple[int, int] = (0, 120)
    without: tuple[Agency, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of household met in the field."""

    label: str
    weight: int
    build: Callable[[Family], Kin]
    intake: dict[Agency, int]
    consulters: dict[str, int]
    main_topics: tuple[Topic, ...]
    topics: tuple[Topic, ...]
    situations: Bank
    triggers: Bank
    voices: Bank
    seen_by_others: Bank
    themes: tuple[ThemeUse, ...]
    wishes: Bank
    long_goals: Bank
    strengths: Bank
    backgrounds: Bank
    urgent_texts: Bank
    urgent_share: float
    protected_share: float


def pattern_of(build: Callable[[Family], Kin], table: dict[str, Any]) -> Pattern:
    """A pattern from its table in the texts and the function that makes its family."""
    sentences = {
        key: tuple(table[key])
        for key in (
            "situations",
            "triggers",
            "voices",
            "seen_by_others",
            "wishes",
            "long_goals",
            "strengths",
            "backgrounds",
            "urgent_texts",
        )
    }
    return Pattern(
        label=table["label"],
        weight=table["weight"],
        build=build,
        intake={Agency(key): weight for key, weight in table["intake"].items()},
        consulters=table["consulters"],
        main_topics=tuple(Topic(t) for t in table["main_topics"]),
        topics=tuple(Topic(t) for t in table["topics"]),
        themes=tuple(
            ThemeUse(
                key=u["key"],
                about=u["about"],
                beside=u.get("beside", ""),
                chance=u.get("chance", 1.0),
                ages=tuple(u.get("ages", (0, 120))),
                without=tuple(Agency(a) for a in u.get("without", ())),
            )
            for u in table["themes"]
        ),
        urgent_share=table["urgent_share"],
        protected_share=table["protected_share"],
        **sentences,
    )

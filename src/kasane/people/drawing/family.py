"""What is drawn: a graph of kin cut to a day, who lives together then, and the bonds between them (R-PEO-04)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import TextChoices

from kasane.base.dates import age_on
from kasane.people.kinship import Kin, KinGraph, Member, Tie, kin_graph

OUTCOMES = {"pregnancy": "妊娠中", "miscarriage": "流産", "stillbirth": "死産", "abortion": "人工妊娠中絶"}
SEX_WORD = {"male": "男", "female": "女", "other": "その他の性", "unknown": "性別不明"}


class BondKind(TextChoices):
    """How two people feel towards each other, or what one does for the other."""

    CLOSE = "close", "親密"
    DISTANT = "distant", "疎遠"
    CONFLICT = "conflict", "対立"
    CUTOFF = "cutoff", "絶縁"
    VIOLENCE = "violence", "暴力"
    CARE = "care", "世話・介護"


DIRECTED = (BondKind.VIOLENCE, BondKind.CARE)


@dataclass(frozen=True)
class Bond:
    """A bond from `left` to `right`; care and violence have a direction. Days as in a Tie."""

    kind: BondKind
    left: str
    right: str
    label: str = ""
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Family:
    """A family on a day, ready to be drawn or told."""

    graph: KinGraph
    day: date
    bonds: tuple[Bond, ...] = ()

    @cached_property
    def household(self) -> frozenset[str]:
        """Ids of those who live together on the day."""
        return frozenset(key for key, kin in self.graph.people.items() if lives_in(kin, self.day))

    @cached_property
    def subject(self) -> str:
        """本人: marked as such, or the one from whom the words are seen."""
        marked = (key for key, kin in self.graph.people.items() if kin.member and kin.member.subject)
        return next(marked, self.graph.ego)


def family(members: Iterable[Member], ties: Iterable[Tie], day: date, bonds: Iterable[Bond] = ()) -> Family:
    """The family of a household as it was on a day (R-PEO-04)."""
    graph = kin_graph(members, ties, day)
    held = tuple(b for b in bonds if b.holds(day) and b.left in graph.people and b.right in graph.people)
    return Family(graph, day, held)


def lives_in(kin: Kin, day: date) -> bool:
    """Whether somebody belongs to the household on a day: born, alive, come and not gone."""
    member = kin.member
    if member is None or not kin.alive(day) or member.outcome:
        return False
    if member.joined and day < member.joined:
        return False
    if member.left:
        return day < member.left
    return member.together


def age(kin: Kin, day: date) -> int | None:
    """Full years on the day, or at death; from the age once stated when no birth date is known."""
    member = kin.member
    if member is None:
        return None
    until = member.death if member.death and not kin.alive(day) else day
    if member.birth:
        return None if kin.dead and not kin.alive(day) and not member.death else age_on(member.birth, until)
    if member.stated_age is None or (member.death is None and kin.dead):
        return None
    since = member.stated_on or day
    return max(
        0,
        member.stated_age + (until.year - since.year) - ((until.month, until.day) < (since.month, since.day)),
    )


def relation_word(family: Family, key: str) -> str:
    """The 続柄 to print: as typed; 本人 for the person; for a stand-in what it must be."""
    kin = family.graph.people[key]
    if kin.placeholder:
        return f"{kin.word}(不明)"
    return "本人" if key == family.subject and kin.word in ("", "本人") else kin.word


def called(family: Family, key: str) -> str:
    """「長男 田中 誠」: how the text names somebody."""
    kin = family.graph.people[key]
    if kin.placeholder:
        children = [d.child for d in family.graph.descents_from[key]]
        word = f"{kin.word}(不明)"
        return (
            f"{short(family, children[0])}の{word}" if children and kin.word in ("父", "母", "親") else word
        )
    return short(family, key)


def short(family: Family, key: str) -> str:
    kin = family.graph.people[key]
    name = kin.member.name if kin.member else ""
    return " ".join(part for part in (relation_word(family, key), name) if part) or "名前の分からない人"


def described(family: Family, key: str) -> str:
    """「長男 田中 誠 45歳 男 同居」, for the label a screen reader speaks."""
    kin = family.graph.people[key]
    if kin.placeholder:
        return f"{called(family, key)} {SEX_WORD[kin.sex]}"
    return " ".join([short(family, key), *facts(family, key)])


def facts(family: Family, key: str) -> list[str]:
    """Age, sex, and where the person stands in the household."""
    kin = family.graph.people[key]
    member = kin.member
    if member is None:
        return [SEX_WORD[kin.sex]]
    if member.outcome:
        return [OUTCOMES.get(member.outcome, member.outcome)]
    years = age(kin, family.day)
    alive = kin.alive(family.day)
    found = [SEX_WORD[kin.sex]]
    if alive:
        found.insert(0, "年齢不明" if years is None else f"{years}歳")
        found.append("同居" if key in family.household else "別居")
    else:
        found.append("死亡" if years is None else f"{years}歳で死亡")
    return found

"""The ecomap: the household in the middle, and who stands around it, tied how strongly (R-PEO-04)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import TextChoices

from kasane.people.drawing.family import Family, short


class NodeKind(TextChoices):
    AGENCY = "agency", "機関・事業所"
    PERSON = "person", "人"
    GROUP = "group", "集まり・場所"


class Strength(TextChoices):
    STRONG = "strong", "強いつながり"
    NORMAL = "normal", "ふつうのつながり"
    WEAK = "weak", "弱いつながり"
    STRAINED = "strained", "ストレスのある関係"
    BROKEN = "broken", "途切れた関係"


class Flow(TextChoices):
    """Where the energy goes, seen from the household."""

    NONE = "none", ""
    INWARD = "in", "世帯に向かう"
    OUTWARD = "out", "世帯から向かう"
    BOTH = "both", "互いに向かう"


@dataclass(frozen=True)
class EcoNode:
    id: str
    name: str
    kind: NodeKind = NodeKind.AGENCY
    note: str = ""


@dataclass(frozen=True)
class EcoLink:
    """A link of a node with the household, or with one member. Days as in a Tie."""

    node: str
    strength: Strength = Strength.NORMAL
    flow: Flow = Flow.NONE
    label: str = ""
    member: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Ecomap:
    family: Family
    nodes: tuple[EcoNode, ...]
    links: tuple[EcoLink, ...]


def ecomap(family: Family, nodes: Iterable[EcoNode], links: Iterable[EcoLink]) -> Ecomap:
    """The ecomap on the family's day. Links to unknown nodes are left out; nodes whose links all ended are too.

    What is said twice of the same two is drawn once, as said last.
    """
    found = tuple(replace(n, kind=NodeKind(n.kind)) for n in nodes)
    ids = {n.id for n in found}
    given = [replace(k, strength=Strength(k.strength), flow=Flow(k.flow)) for k in links if k.node in ids]
    held = tuple(
        k
        for k in given
        if (k.since is None or k.since <= family.day) and (k.until is None or family.day < k.until)
    )
    idle = {k.node for k in given} - {k.node for k in held}
    return Ecomap(family, tuple(n for n in found if n.id not in idle), _once(held))


def _once(links: Iterable[EcoLink]) -> tuple[EcoLink, ...]:
    """Of links that say the same of the same two the latest: one line, one label."""
    return tuple({(k.node, k.member, k.label, k.flow): k for k in links}.values())


def link_words(chart: Ecomap, link: EcoLink) -> str:
    """「母 介護」: what a link is about, and with whom when it is one of several."""
    people = chart.family.graph.people
    who = ""
    if link.member in people and len(chart.family.household) > 1:
        who = people[link.member].word or short(chart.family, link.member)
    return " ".join(part for part in (who, link.label) if part)

"""The family in sentences: everything the drawing shows, for those who read rather than look (R-PEO-04)."""

from __future__ import annotations

from datetime import date

from kasane.base.dates import wareki
from kasane.people.drawing.family import DIRECTED, Bond, BondKind, Family, called, facts
from kasane.people.drawing.structure import Source, Structure, structure
from kasane.people.kinship import Descent, DescentKind, Union, UnionKind, generation

_ROWS = {
    -3: "曾祖父母の世代",
    -2: "祖父母の世代",
    -1: "親の世代",
    0: "本人の世代",
    1: "子の世代",
    2: "孫の世代",
    3: "ひ孫の世代",
}
_CHILD = {DescentKind.ADOPTED: "養子", DescentKind.FOSTER: "里子", DescentKind.STEP: "継子"}


def text(family: Family) -> list[str]:
    """The drawing told by generations: who is there, then couples, children, the household, bonds."""
    shape = structure(family.graph)
    return [
        *_people(family),
        *(_union(family, u) for u in family.graph.unions),
        *_children(family, shape),
        *_steps(family),
        *_household(family),
        *_apart(family),
        *(bond_words(family, b) for b in family.bonds),
    ]


def _people(family: Family) -> list[str]:
    generations = generation(family.graph)
    found = []
    for row in sorted(set(generations.values())):
        word = _ROWS.get(row) or (f"{-row}代前の世代" if row < 0 else f"{row}代後の世代")
        people = [_person(family, key) for key in family.graph.people if generations[key] == row]
        found.append(f"{word}: {'、'.join(people)}。")
    return found


def _person(family: Family, key: str) -> str:
    kin = family.graph.people[key]
    told = facts(family, key)
    if kin.birth:
        told.append(f"{wareki(kin.birth)}生まれ")
    if kin.death and not kin.alive(family.day):
        told.append(f"{wareki(kin.death)}死亡")
    return f"{called(family, key)}({'・'.join(told)})"


def _union(family: Family, union: Union) -> str:
    a, b = _man_first(family, union)
    pair = f"{called(family, a)}と{called(family, b)}"
    since = f"{wareki(union.since)}から" if union.since else ""
    guess = "(続柄からの推定)" if union.assumed else ""
    if union.kind in (UnionKind.DIVORCED, UnionKind.PARTED):
        act = "離婚" if union.kind is UnionKind.DIVORCED else "内縁を解消"
        start = (
            f"{wareki(union.since)}に{'結婚' if union.kind is UnionKind.DIVORCED else '同居を開始'}し、"
            if union.since
            else ""
        )
        return f"{pair}は{start}{_on(union.ended)}{act}{guess}。"
    if union.kind is UnionKind.SEPARATED:
        start = f"{wareki(union.since)}に結婚し、" if union.since else "婚姻中で、"
        return f"{pair}は{start}{_on(union.separated)}別居{guess}。"
    words = {
        UnionKind.MARRIAGE: f"{since}夫婦",
        UnionKind.COHABITING: f"{since}内縁・事実婚",
        UnionKind.DATING: f"{since}交際・婚約中",
        UnionKind.UNKNOWN: "子の親どうし(婚姻の記録なし)",
    }
    return f"{pair}は{words[union.kind]}{guess}。"


def _on(day: date | None) -> str:
    return f"{wareki(day)}に" if day else ""


def _man_first(family: Family, union: Union) -> tuple[str, str]:
    people = family.graph.people
    return (union.b, union.a) if people[union.b].sex == "male" != people[union.a].sex else (union.a, union.b)


def _children(family: Family, shape: Structure) -> list[str]:
    found = []
    for source in shape.sources:
        parents = "と".join(called(family, p) for p in source.parents)
        children = "、".join(_child(family, source, c.id, c.descents) for c in source.children)
        found.append(f"{parents}の子は、{children}。")
        found += [
            f"{'と'.join(called(family, key) for key in source.ids if key in twins)}は双子。"
            for twins in source.twins
        ]
    return found


def _child(family: Family, source: Source, child: str, descents: tuple[Descent, ...]) -> str:
    notes = []
    for d in descents:
        if word := _CHILD.get(d.kind):
            whose = (
                f"{'と'.join(called(family, p) for p in d.parents)}の"
                if len(d.parents) < len(source.parents)
                else ""
            )
            since = f"{wareki(d.since)}から" if d.since else ""
            notes.append(f"{since}{whose}{word}")
    if any(d.assumed for d in descents):
        notes.append("続柄からの推定")
    return f"{called(family, child)}{'(' + '・'.join(notes) + ')' if notes else ''}"


def _steps(family: Family) -> list[str]:
    """Step-parents beside a parent have no line of their own in the drawing."""
    steps = [d for d in family.graph.descents if d.kind is DescentKind.STEP]
    return [f"{called(family, d.child)}は{called(family, p)}の継子。" for d in steps for p in d.parents]


def _household(family: Family) -> list[str]:
    home = [called(family, key) for key in family.graph.people if key in family.household]
    day = wareki(family.day)
    if not home:
        return [f"{day}に同居している人の記録はありません。"]
    if len(home) == 1:
        return [f"{day}に{home[0]}はひとりで暮らしています。"]
    return [f"{day}に同居しているのは、{'、'.join(home)}の{len(home)}人。"]


def _apart(family: Family) -> list[str]:
    return [
        f"{called(family, key)}は、本人とのつながりが続柄から分からないため、離して描いています。"
        for key in family.graph.apart
        if key != family.graph.ego
    ]


def bond_words(family: Family, bond: Bond) -> str:
    a, b = called(family, bond.left), called(family, bond.right)
    label = f"({bond.label})" if bond.label else ""
    if bond.kind in DIRECTED:
        act = "世話・介護をしている" if bond.kind is BondKind.CARE else "暴力がある"
        return f"{a}から{b}へ、{act}{label}。"
    return f"{a}と{b}は{bond.kind.label}{label}。"

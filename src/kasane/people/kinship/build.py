"""Turns the words and the recorded ties of a household into a graph of kin (R-PEO-04).

Recorded ties come first and win. Then each word is walked step by step from 本人; where a step leads to nobody in the
household a stand-in is made, and where the choice among several is a guess the link is marked `assumed`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from kasane.people.kinship.draft import Draft
from kasane.people.kinship.graph import (
    DESCENT_OF_TIE,
    DescentKind,
    Kin,
    KinGraph,
    Member,
    Phase,
    Tie,
    TieKind,
    UnionKind,
)
from kasane.people.kinship.words import Move, Path, Reading, Step, read

_RANK = {Move.SPOUSE: 0, Move.PARENT: 1, Move.CHILD: 2, Move.SIBLING: 3}
_YEARS = 365.25


def kin_graph(members: Iterable[Member], ties: Iterable[Tie] = (), day: date | None = None) -> KinGraph:
    """The family of a household (R-PEO-04), cut to `day` when given.

    Ties that name somebody who is not among the members are left out. Words nobody understands, and people who are no
    kin, stand in `apart`, never dropped. Ids of stand-ins begin with "?".
    """
    found = list(members)
    readings = {m.id: read(m.relation) for m in found}
    ego = _ego(found, readings)
    draft = Draft({m.id: _kin(m, readings[m.id]) for m in found})
    _record(draft, ties)
    for member in _in_order(found, readings, ego):
        _place(draft, ego, member, readings[member.id])
    graph = draft.graph(ego, [m.id for m in found])
    return graph.at(day) if day else graph


def _kin(member: Member, reading: Reading) -> Kin:
    sex = member.sex if member.sex in ("male", "female", "other") else reading.sex or "unknown"
    last = reading.paths[0][-1] if reading.paths else None
    return Kin(
        id=member.id,
        sex=sex,
        word=member.relation,
        member=member,
        order=last.order if last else 0,
        elder=last.elder if last else 0,
        dead=member.dead or reading.dead or member.death is not None,
    )


def _ego(members: Sequence[Member], readings: dict[str, Reading]) -> str:
    """From whom the words are seen: 本人; when a copy of the 住民票 is typed in, the 世帯主."""
    tests: tuple[Callable[[Member], bool], ...] = (
        lambda m: readings[m.id].ego and m.subject,
        lambda m: readings[m.id].ego,
        lambda m: m.subject and (not m.relation.strip() or readings[m.id].head),
        lambda m: readings[m.id].head,
        lambda m: m.subject,
        lambda m: not m.relation.strip(),
    )
    return next((m.id for test in tests for m in members if test(m)), "")


def _record(draft: Draft, ties: Iterable[Tie]) -> None:
    for tie in ties:
        if tie.left == tie.right or not {tie.left, tie.right} <= draft.people.keys():
            continue
        if kind := DESCENT_OF_TIE.get(TieKind(tie.kind)):
            draft.add_parent(
                tie.right, tie.left, kind, since=tie.since, until=tie.until, explicit=True, assumed=False
            )
        else:
            phase = Phase(UnionKind(TieKind(tie.kind).value), tie.since, tie.until)
            draft.add_union(tie.left, tie.right, phase, explicit=True)


def _in_order(members: Sequence[Member], readings: dict[str, Reading], ego: str) -> list[Member]:
    """Short paths first; spouses before children, so that a child finds both parents; named steps before vague ones."""

    def rank(member: Member) -> tuple[int, int, int]:
        path = readings[member.id].paths[0]
        vague = sum(1 for step in path[:-1] if not step.order)
        return len(path), _RANK[path[-1].move], vague

    return sorted((m for m in members if readings[m.id].paths and m.id != ego), key=rank)


def _place(draft: Draft, ego: str, member: Member, reading: Reading) -> None:
    if not ego:
        return
    path, sure = _choose_path(draft, ego, member, reading.paths)
    anchor, assumed = ego, not sure
    previous = ""
    for at, step in enumerate(path[:-1]):
        found, guessed = _find(draft, anchor, step, path[at + 1], member.id)
        previous, anchor, assumed = anchor, found, assumed or guessed
        if anchor == member.id:
            return
    _attach(draft, anchor, path, member.id, previous, assumed)


def _choose_path(draft: Draft, ego: str, member: Member, paths: tuple[Path, ...]) -> tuple[Path, bool]:
    """Of several meanings the first whose steps are people of the household and whose age fits (嫁, 義父 …)."""
    if len(paths) == 1:
        return paths[0], True
    fitting = [p for p in paths if _plausible(draft, ego, member.id, p)]
    known = [p for p in fitting if _walkable(draft, ego, p)]
    best = (known or fitting or list(paths))[0]
    return best, len(known) == 1 or len(fitting) == 1


def _walkable(draft: Draft, ego: str, path: Path) -> bool:
    """Whether the way to the last step leads over members, and its place is free."""
    here = [ego]
    for step in path[:-1]:
        here = [n for key in here for n in draft.reach(key, step) if not draft.people[n].placeholder]
    last = path[-1]
    if last.move is Move.SPOUSE:
        here = [key for key in here if not draft.spouses(key) and draft.people[key].sex != last.sex]
    if last.move is Move.PARENT and last.kind == DescentKind.STEP:
        return any(draft.people[p].sex != last.sex for key in here for p in draft.parents(key))
    return bool(here)


def _plausible(draft: Draft, ego: str, other: str, path: Path) -> bool:
    """Ages must fit the distance in generations; unknown birth dates always do."""
    a, b = draft.people[ego].birth, draft.people[other].birth
    if a is None or b is None:
        return True
    younger = (b - a).days / _YEARS
    steps = sum({Move.CHILD: 1, Move.PARENT: -1}.get(step.move, 0) for step in path)
    return abs(younger) < 20 if steps == 0 else 12 * abs(steps) <= younger * (1 if steps > 0 else -1)


def _find(draft: Draft, anchor: str, step: Step, following: Step, member: str) -> tuple[str, bool]:
    """Who stands between: (id, whether this is a guess). Makes a stand-in when there is nobody."""
    if step.move is Move.SPOUSE:
        found = draft.reach(anchor, step) or draft.reach(anchor, replace(step, kind="any"))
        if found:
            return found[0], len(found) > 1
        stand_in = draft.stand_in(anchor, step, sex=step.sex or draft.opposite(anchor))
        kind = UnionKind(step.kind) if step.kind else UnionKind.MARRIAGE
        draft.add_union(anchor, stand_in, Phase(kind), explicit=False)
        return stand_in, False
    if step.move is Move.PARENT:
        return _find_parent(draft, anchor, step, following)
    if step.move is Move.SIBLING:
        draft.ensure_parents(anchor)
    return _find_among(draft, anchor, step, following, member)


def _find_parent(draft: Draft, anchor: str, step: Step, following: Step) -> tuple[str, bool]:
    """The parent over whom the way leads; when the word does not say which, the father if his place is free."""
    found = draft.reach(anchor, step)
    if step.sex or not found:
        if found:
            return found[0], False
        stand_in = draft.stand_in(anchor, step, sex=step.sex or "unknown")
        draft.add_parent(anchor, stand_in, DescentKind.BIRTH)
        return stand_in, not step.sex
    found.sort(key=lambda key: draft.people[key].sex != "male")
    if following.move is Move.PARENT:
        free = [p for p in found if not draft.reach(p, following)]
        found = free or found
    elif following.move is Move.SIBLING:
        found.sort(key=lambda key: not draft.parents(key))
    return found[0], True


def _find_among(draft: Draft, anchor: str, step: Step, following: Step, member: str) -> tuple[str, bool]:
    """A child or sibling of `anchor` who leads on to `member`: named, or the only one it can be, or a stand-in."""
    near = draft.reach(anchor, replace(step, sex="", order=0, elder=0))
    if following.move is Move.CHILD and (recorded := draft.recorded_parents(member)):
        for parent in recorded:
            if parent in near:
                return parent, False
        if not draft.parents(recorded[0]):
            _attach(draft, anchor, (step,), recorded[0], "", False)
            return recorded[0], False
    named = [key for key in near if draft.is_called(key, step)]
    if len(named) == 1:
        return named[0], False
    matching = [
        key
        for key in draft.reach(anchor, replace(step, order=0))
        if not draft.people[key].placeholder and _plausible(draft, key, member, (following,))
    ]
    if following.move is Move.SPOUSE:
        matching = [k for k in matching if not draft.spouses(k) and draft.people[k].sex != following.sex]
    if following.move is Move.CHILD and len(matching) > 1:
        wed = [key for key in matching if draft.spouses(key)]
        matching = wed if len(wed) == 1 else matching
    if matching and not step.order and (len(matching) == 1 or following.move is Move.SPOUSE):
        return min(matching, key=lambda key: _years_apart(draft, key, member)), True
    stand_in = draft.stand_in(anchor, step, sex=step.sex or _other_sex(following))
    _attach(draft, anchor, (step,), stand_in, "", False)
    return stand_in, bool(matching) and not step.order


def _years_apart(draft: Draft, a: str, b: str) -> float:
    """Of several who may be the spouse the nearest in age; the first when ages are not known."""
    one, other = draft.people[a].birth, draft.people[b].birth
    return abs((one - other).days) if one and other else 0.0


def _other_sex(following: Step) -> str:
    opposite = {"male": "female", "female": "male"}
    return opposite.get(following.sex, "unknown") if following.move is Move.SPOUSE else "unknown"


def _attach(draft: Draft, anchor: str, path: Path, person: str, previous: str, assumed: bool) -> None:
    """Ties `person` to `anchor` by the last step of the path."""
    step = path[-1]
    kind = (
        DescentKind(step.kind) if step.kind and step.move in (Move.PARENT, Move.CHILD) else DescentKind.BIRTH
    )
    if step.move is Move.SPOUSE:
        union = UnionKind(step.kind) if step.kind else UnionKind.MARRIAGE
        draft.add_union(anchor, person, Phase(union), explicit=False, assumed=assumed)
    elif step.move is Move.PARENT:
        _attach_parent(draft, anchor, person, kind, assumed)
    elif step.move is Move.SIBLING:
        _attach_sibling(draft, anchor, person, step, assumed)
    else:
        _attach_child(draft, anchor, person, kind, previous if _own_child(path) else "", assumed)


def _own_child(path: Path) -> bool:
    """妻の子: a child of the spouse, not of the person before."""
    return len(path) > 1 and path[-2].move is Move.SPOUSE


def _attach_parent(draft: Draft, anchor: str, person: str, kind: DescentKind, assumed: bool) -> None:
    sex = draft.people[person].sex
    if kind is DescentKind.STEP:
        for parent in draft.parents(anchor):
            if draft.people[parent].sex != sex:
                draft.add_union(parent, person, Phase(UnionKind.MARRIAGE), explicit=False)
    draft.add_parent(anchor, person, kind, assumed=assumed)


def _attach_sibling(draft: Draft, anchor: str, person: str, step: Step, assumed: bool) -> None:
    shared = draft.ensure_parents(anchor, sex=step.shared)
    if draft.recorded_parents(person):
        return
    for parent in shared:
        draft.add_parent(person, parent, draft.kind_between(anchor, parent), assumed=assumed)
    if step.twin:
        draft.people[person] = replace(draft.people[person], twin_of=anchor)


def _attach_child(
    draft: Draft, anchor: str, person: str, kind: DescentKind, excluded: str, assumed: bool
) -> None:
    if kind is DescentKind.STEP:
        draft.add_parent(person, anchor, kind, assumed=assumed)
        spouses = draft.spouses(anchor)
        if len(spouses) == 1:
            draft.add_parent(person, spouses[0], DescentKind.BIRTH, assumed=assumed)
        return
    if not draft.add_parent(person, anchor, kind, assumed=assumed):
        return
    if excluded:
        draft.add_parent(person, excluded, DescentKind.STEP)
        return
    kind = draft.kind_between(person, anchor)  # what was recorded wins over the word
    if kind is not DescentKind.BIRTH and draft.is_recorded(person, anchor):
        return
    other, guessed = draft.co_parent(anchor, person, kind)
    if other:
        draft.add_parent(person, other, kind, assumed=assumed or guessed)

"""What follows when somebody of a household dies, leaves it or moves out of the town (R-PEO-01). Pure.

Nothing is decided here: each answer is a thing for somebody to do, with its reason and the requirement it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from kasane.base.kinds import DataKind

ADULT = 18
"""Full years of age (民法4条)."""

_LONGEST = 190
"""Characters of a task; the column holds 200."""


class StepKind(StrEnum):
    DEATH = "death"
    LEFT = "left"
    MOVED_OUT = "moved_out"


@dataclass(frozen=True)
class Someone:
    """A person of the household just before the step. `age` in full years, None when not known."""

    id: UUID
    called: str
    family: str = ""
    given: str = ""
    relation: str = ""
    is_subject: bool = False
    age: int | None = None
    together: bool = True


@dataclass(frozen=True)
class Dependence:
    """Somebody gives care or money to, or is the key person of, `whom` (`to`: their id when of the household)."""

    giver: UUID
    kind: str
    whom: str
    to: UUID | None
    words: str
    kinds: int = int(DataKind.BASIC)


@dataclass(frozen=True)
class PlanLine:
    """One item of the plan in force or in the making: which agency does what."""

    agency_id: UUID
    agency: str
    words: str


@dataclass(frozen=True)
class PlanFacts:
    name: str
    lines: tuple[PlanLine, ...]


@dataclass(frozen=True)
class Waiting:
    """An open task that waits for a contact with 本人."""

    agency_id: UUID
    what: str


@dataclass(frozen=True)
class Facts:
    """What is known just before the step. `who` are those who die, leave or move together; `others` the rest alive.

    `with_coordination`: 多機関協働 has been applied for, so that the case ends by 重層的支援会議 alone.
    """

    kind: StepKind
    who: tuple[Someone, ...]
    others: tuple[Someone, ...] = ()
    dependences: tuple[Dependence, ...] = ()
    plan: PlanFacts | None = None
    waiting: tuple[Waiting, ...] = ()
    with_coordination: bool = False
    agreed: bool = False
    to: str = ""


@dataclass(frozen=True)
class FollowUp:
    """One thing to do: by whom (None: the responsible agency), within how many days, and where the duty comes from."""

    code: str
    what: str
    requirement: str
    days: int
    agency_id: UUID | None = None
    kinds: int = int(DataKind.BASIC)
    urgent: bool = field(default=False)


def follow_ups(facts: Facts) -> list[FollowUp]:
    """Everything that follows from one step, the most urgent first (R-PEO-01)."""
    found = [
        *alone_minors(facts),
        *of_the_subject(facts),
        *taking_over(facts),
        *plan_checks(facts),
    ]
    return sorted(found, key=lambda one: (not one.urgent, one.days))


def alone_minors(facts: Facts) -> Iterator[FollowUp]:
    """A minor with whom no grown-up lives any more (R-PEO-01: support is for the whole household)."""
    if not any(_grown(one) for one in facts.who if one.together):
        return
    staying = [one for one in facts.others if one.together]
    minors = [one for one in staying if one.age is not None and one.age < ADULT]
    if minors and not any(_grown(one) for one in staying):
        yield FollowUp(
            "minor_alone",
            _cut(f"{_names(minors)}といっしょに暮らすおとながいなくなります。だれと暮らすか、安全を確かめる"),
            "R-PEO-01",
            days=0,
            urgent=True,
        )


def _grown(one: Someone) -> bool:
    return one.age is not None and one.age >= ADULT


def of_the_subject(facts: Facts) -> Iterator[FollowUp]:
    """本人 has died, or moves out of the town."""
    if not any(one.is_subject for one in facts.who):
        return
    if facts.kind == StepKind.DEATH:
        yield from _subject_died(facts)
    elif facts.kind == StepKind.MOVED_OUT:
        yield from _subject_moved_out(facts)


def _subject_died(facts: Facts) -> Iterator[FollowUp]:
    yield _goes_on_or_ends(facts, "本人が亡くなりました。")
    if facts.agreed:
        yield FollowUp(
            "consent_ended",
            "亡くなった本人の同意を、これからの新しい情報共有の根拠にはできません。"
            "いまの共有と、残る家族の同意を確かめる",
            "R-DIS-01",
            days=7,
        )
    if facts.plan:
        agencies = dict.fromkeys(line.agency for line in facts.plan.lines)
        if agencies:
            yield FollowUp(
                "tell_agencies",
                _cut(f"プランの役割を担う機関({'、'.join(agencies)})に、本人が亡くなったことを知らせる"),
                "R-COOR-04",
                days=1,
            )
    yield from _stop_contacts(facts)


def _stop_contacts(facts: Facts) -> Iterator[FollowUp]:
    """Tasks that wait for a contact belong to their agencies, who alone know whether they still hold (R-PEO-01)."""
    for agency_id in dict.fromkeys(one.agency_id for one in facts.waiting):
        what = "、".join(dict.fromkeys(one.what for one in facts.waiting if one.agency_id == agency_id))
        yield FollowUp(
            "stop_contact",
            _cut(f"本人が亡くなりました。予定していた連絡・訪問をとりやめるか確かめる({what})"),
            "R-PEO-01",
            days=1,
            agency_id=agency_id,
        )


def _subject_moved_out(facts: Facts) -> Iterator[FollowUp]:
    place = facts.to or "転出先の市町村"
    if facts.agreed:
        yield FollowUp(
            "hand_over",
            _cut(f"{place}の相談窓口へ、本人の同意の範囲を確かめて引きつぐ"),
            "R-DIS-06",
            days=7,
        )
    else:
        yield FollowUp(
            "ask_consent",
            _cut(f"{place}の相談窓口へ引きつぐことについて、本人の同意を確かめる"),
            "R-DIS-06",
            days=7,
        )
    yield _goes_on_or_ends(facts, "本人が町外へ転出しました。")


def _goes_on_or_ends(facts: Facts, because: str) -> FollowUp:
    """Support is for the household too (R-PEO-01); where it ends, it ends by 重層的支援会議 (R-COOR-08, R-CONF-04)."""
    if facts.others:
        ending = "。終えるときは評価シートを書き、重層的支援会議にかける" if facts.with_coordination else ""
        what = f"{because}残る世帯({_names(facts.others)})と、支援を続けるか(新しい本人で続ける・終える)を話し合う"
        return FollowUp(
            "goes_on",
            _cut(what + ending),
            "R-COOR-08" if facts.with_coordination else "R-PEO-01",
            days=14,
        )
    if facts.with_coordination:
        return FollowUp(
            "close",
            f"{because}評価シートを書き、終結を重層的支援会議にかける",
            "R-CONF-04",
            days=30,
        )
    return FollowUp("close", f"{because}受付としての対応の終わり方を決める", "R-INT-03", days=14)


def taking_over(facts: Facts) -> Iterator[FollowUp]:
    """Whoever depended on somebody who is no more there needs somebody else: named, for each of them (R-PEO-01)."""
    going = {one.id: one for one in facts.who}
    verb = {"care": "の介護・世話を", "money": "へのお金の援助を", "key_person": "のキーパーソンを"}
    gone = {
        StepKind.DEATH: "亡くなった",
        StepKind.LEFT: "いっしょに暮らさなくなった",
        StepKind.MOVED_OUT: "町外へ移った",
    }[facts.kind]
    for one in facts.dependences:
        if one.giver not in going or one.to in going or one.kind not in verb:
            continue
        detail = f"({one.words})" if one.words else ""
        who = going[one.giver].called
        yield FollowUp(
            f"take_over_{one.kind}",
            _cut(f"{one.whom}{verb[one.kind]}、{gone}{who}に代わってだれがするか決める{detail}"),
            "R-PEO-01",
            days=3 if one.kind == "care" else 7,
            kinds=one.kinds,
            urgent=one.kind == "care",
        )


def plan_checks(facts: Facts) -> Iterator[FollowUp]:
    """The plan names somebody who is no more there, or stands on what they did: a new version may be due (R-COOR-07)."""
    if facts.plan is None:
        return
    members = [one for one in facts.who if not one.is_subject]
    named = [one for one in members if any(names_in(line.words, one) for line in facts.plan.lines)]
    giving = [one for one in members if any(d.giver == one.id for d in facts.dependences)]
    for one in dict.fromkeys([*named, *giving]):
        lines = [line for line in facts.plan.lines if names_in(line.words, one)]
        why = f"「{lines[0].words[:40]}」に名前があります" if lines else "支え手としてのつながりがあります"
        yield FollowUp(
            "plan_check",
            _cut(
                f"プラン({facts.plan.name})の{one.called}に関わる支援内容を見直し、再プランが要るか考える。{why}"
            ),
            "R-COOR-07",
            days=14,
            kinds=int(DataKind.BASIC | DataKind.LIFE) if lines else int(DataKind.BASIC),
        )


def names_in(text: str, person: Someone) -> bool:
    """Whether a text speaks of somebody: by full or given name, or by the 続柄 standing as a word of its own."""
    squeezed = re.sub(r"\s", "", text)
    full = f"{person.family}{person.given}"
    if person.given and full in squeezed:
        return True
    if len(person.given) > 1 and person.given in squeezed:
        return True
    if not person.relation:
        return False
    # 「母」 in 母子 or 祖母 is somebody else; 母親 and 長男さん are not.
    word = re.escape(person.relation)
    return re.search(rf"(?<![一-龥]){word}(?:親)?(?![一-龥])", squeezed) is not None


def _names(people: Sequence[Someone]) -> str:
    shown = "、".join(one.called for one in people[:4])
    return shown if len(people) <= 4 else f"{shown} ほか{len(people) - 4}人"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

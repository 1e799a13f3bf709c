"""People who carry too much care at once, or too early (R-PEO-03)."""

from __future__ import annotations

from kasane.base.choices import Issue, Topic
from kasane.people.kinship import parents_of
from kasane.people.patterns.facts import CARE, Household, Member, Tie
from kasane.people.patterns.found import Finding, PatternCode, Reason
from kasane.people.patterns.rules.needs import (
    AGED,
    GROWN_UP,
    care_needs,
    health_needs,
    is_given_care,
)
from kasane.people.patterns.words import cares, living_together, marked, who

YOUNG_UNTIL = 29
"""Years. 若者 of 子ども・若者育成支援推進法 (as amended 2024): up to about 30."""
YOUNG_AT_MOST = 39
"""Years. Up to 40 by need, as the notice on that law allows: only where a worker has said so."""
FIRST_SCHOOL_YEAR = 6
STRONG_UNTIL = 74
"""Years. Somebody of 75 and over is not taken for granted as the one who does the care."""


def double_care(home: Household) -> list[Finding]:
    """ダブルケア (R-PEO-03): one person cares for a grown-up and raises a child at the same time.

    Definition: 美咲・美祢 用語解説 (care and child-rearing by one person at one time). A child is under 18 (児童福祉法
    第4条) and lives in the house with that person. Certain by a tie of care, or by the issue ダブルケア.
    """
    found = [
        Finding(PatternCode.DOUBLE_CARE, (member.id,), (marked(home, mark),))
        for member in home.present.values()
        for mark in home.issues_of(member, [Issue.DOUBLE_CARE])
    ]
    for raiser, children in _raisers(home):
        found += _cared_for_by(home, raiser, children)
        found += _may_care(home, raiser, children)
    return found


def _raisers(home: Household) -> list[tuple[Member, list[Member]]]:
    """Who raises which children: parents in the house; where a child has none there, grandparents in the house."""
    raised: dict[str, list[Member]] = {}
    for child in home.together:
        if not home.is_aged(child, 0, GROWN_UP - 1):
            continue
        adults = [one for one in home.together if one.id != child.id and not home.is_aged(one, 0, 15)]
        parents = [one for one in adults if child in home.children_of(one)]
        for one in parents or [g for g in adults if _is_grandparent(home, g, child)]:
            raised.setdefault(one.id, []).append(child)
    return [(home.present[key], children) for key, children in raised.items()]


def _is_grandparent(home: Household, elder: Member, child: Member) -> bool:
    middle = parents_of(home.graph, child.id)
    return any(elder.id in parents_of(home.graph, one) for one in middle)


def _cared_for_by(home: Household, raiser: Member, children: list[Member]) -> list[Finding]:
    """By ties of care to somebody grown up, or to somebody outside the household of whom no age is known."""
    found = []
    for tie in home.ties_of(CARE, left=raiser):
        cared = home.present.get(tie.right)
        if tie.right and cared is None:
            continue
        if cared is not None and home.is_aged(cared, 0, GROWN_UP - 1):
            continue
        known = cared is not None and home.age(cared) is not None
        missing = () if known else ("介護している相手の年齢と続柄が分かると確かめられます",)
        persons = (raiser.id, *(c.id for c in children), *([cared.id] if cared else []))
        reasons = (_raises(home, raiser, children), cares(home, tie))
        found.append(Finding(PatternCode.DOUBLE_CARE, persons, reasons, missing))
    return found


def _raises(home: Household, raiser: Member, children: list[Member]) -> Reason:
    people = "・".join(who(home, child) for child in children)
    return Reason(
        f"{who(home, raiser)}が{people}を育てている", living_together(home, raiser, *children).kinds
    )


def _may_care(home: Household, raiser: Member, children: list[Member]) -> list[Finding]:
    """Somebody in the house needs care and nobody is named for it, or care is spoken of beside the child."""
    told: list[Reason] = []
    persons = [raiser.id, *(c.id for c in children)]
    for elder in home.together:
        if elder is not raiser and home.is_aged(elder, AGED) and not is_given_care(home, elder):
            needs = care_needs(home, elder)
            told += needs
            persons += [elder.id] if needs else []
    if not home.is_aged(raiser, AGED):
        told += [marked(home, mark) for mark in home.issues_of(raiser, [Issue.CARE])]
    topics = home.topics([Topic.CARE, Topic.CHILD_REARING])
    if len(topics) == 2:
        told += [marked(home, mark) for mark in topics]
    if not told:
        return []
    missing = (f"{raiser.word}が介護もしているか、つながりに書くと確かめられます",)
    reasons = (_raises(home, raiser, children), *told)
    return [Finding(PatternCode.DOUBLE_CARE, tuple(persons), reasons, missing)]


def young_carer(home: Household) -> list[Finding]:
    """ヤングケアラー (R-PEO-03): a child who daily does the housework or care that grown-ups are expected to do.

    Definition: 美咲 用語解説; the law speaks of 子ども・若者 who do so 過度に (子ども・若者育成支援推進法 第2条第7号, 2024).
    Certain for somebody under 18 with a tie of care, and where a worker ticked the issue up to 29 years.
    Whether it is too much for somebody of 18 to 29 only a worker can say. Brothers and sisters are no sign.
    """
    found = []
    for member in home.present.values():
        if home.is_aged(member, YOUNG_AT_MOST + 1):
            continue
        ticked = [marked(home, mark) for mark in home.issues_of(member, [Issue.YOUNG_CARER])]
        ties = [tie for tie in home.ties_of(CARE, left=member) if not tie.right or tie.right in home.present]
        if ticked or (ties and home.is_aged(member, 0, YOUNG_UNTIL)):
            found.append(_young(home, member, ticked, ties))
    return found or _only_children_to_help(home)


def _young(home: Household, member: Member, ticked: list[Reason], ties: list[Tie]) -> Finding:
    missing = []
    if home.is_aged(member, YOUNG_UNTIL + 1):
        missing.append(f"{member.word}が30歳より前から世話を続けているか分かると確かめられます")
    elif home.age(member) is None:
        missing.append(f"{member.word}の年齢が分かると確かめられます")
    elif not ticked and home.is_aged(member, GROWN_UP):
        missing.append(f"世話が{member.word}の学業や仕事、体や心の重荷になっていないか分かると確かめられます")
    persons = (member.id, *(tie.right for tie in ties if tie.right))
    reasons = (Reason(who(home, member), member.kinds), *ticked, *(cares(home, tie) for tie in ties))
    return Finding(PatternCode.YOUNG_CARER, tuple(dict.fromkeys(persons)), reasons, tuple(missing))


def _only_children_to_help(home: Household) -> list[Finding]:
    """A grown-up in need of care, and beside them nobody in the house but children of school age and the frail."""
    adults = [one for one in home.together if not home.is_aged(one, 0, GROWN_UP - 1)]
    children = [one for one in home.together if home.is_aged(one, FIRST_SCHOOL_YEAR, GROWN_UP - 1)]
    needs = {one.id: health_needs(home, one) for one in adults}
    if not children or not any(needs.values()):
        return []
    if any(not needs[one.id] and not home.is_aged(one, STRONG_UNTIL + 1) for one in adults):
        return []
    told = [reason for one in adults for reason in needs[one.id]]
    return [
        Finding(
            PatternCode.YOUNG_CARER,
            tuple(m.id for m in (*children, *adults)),
            (
                living_together(home, *adults, *children),
                *told,
                Reason("ほかに世話をできそうな大人が同居していない", _all_kinds(told)),
            ),
            ("家事や世話をだれがしているか分かると確かめられます",),
        )
    ]


def _all_kinds(reasons: list[Reason]) -> int:
    kinds = 0
    for reason in reasons:
        kinds |= reason.kinds
    return kinds

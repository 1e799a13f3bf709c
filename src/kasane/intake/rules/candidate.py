"""Which cases are candidates for 多機関協働 by the number of fields they touch (R-INT-10). Pure.

How many, and which fields count, is the town's (小牧市: three of its own list); a town without a number has no such rule.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kasane.base.choices import Issue, Topic

_ELDERLY, _DISABILITY, _CHILD, _HARDSHIP, _FOREIGN, _WITHDRAWN = (
    "elderly",
    "disability",
    "child",
    "hardship",
    "foreign",
    "withdrawn",
)

_SENSES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_FOREIGN, ("外国",)),
    (_DISABILITY, ("障",)),
    (_CHILD, ("こども", "子ども", "子育て", "児童", "教育")),
    (_ELDERLY, ("高齢", "介護")),
    (_HARDSHIP, ("困窮", "貧困")),
    (_WITHDRAWN, ("ひきこもり", "不登校")),
)
"""How the names that towns give their fields are understood."""

_BY_TOPIC: Mapping[str, str] = {
    Topic.CARE: _ELDERLY,
    Topic.HEALTH: _DISABILITY,
    Topic.CHILD_REARING: _CHILD,
    Topic.INCOME: _HARDSHIP,
    Topic.RENT: _HARDSHIP,
    Topic.TAXES: _HARDSHIP,
    Topic.DEBT: _HARDSHIP,
    Topic.FOOD: _HARDSHIP,
    Topic.JOB_SEEKING: _HARDSHIP,
    Topic.WITHDRAWAL: _WITHDRAWN,
}
_BY_ISSUE: Mapping[str, str] = {
    Issue.CARE: _ELDERLY,
    Issue.DOUBLE_CARE: _ELDERLY,
    Issue.DISABILITY: _DISABILITY,
    Issue.DISABILITY_SUSPECTED: _DISABILITY,
    Issue.CHILD_REARING: _CHILD,
    Issue.YOUNG_CARER: _CHILD,
    Issue.TRUANCY: _CHILD,
    Issue.SINGLE_PARENT: _CHILD,
    Issue.POVERTY: _HARDSHIP,
    Issue.DEBT: _HARDSHIP,
    Issue.HOUSEHOLD_MONEY: _HARDSHIP,
    Issue.FOREIGN: _FOREIGN,
    Issue.ISOLATION: _WITHDRAWN,
}
_BY_FIELD: Mapping[str, str] = {
    "care": _ELDERLY,
    "disability": _DISABILITY,
    "child": _CHILD,
    "hardship": _HARDSHIP,
}


@dataclass(frozen=True)
class Touched:
    """One field of the town that the case touches, and by what one sees it."""

    name: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class Candidate:
    """A case that touches as many fields as the town's threshold."""

    threshold: int
    fields: tuple[Touched, ...]


def candidate(
    *,
    threshold: int | None,
    town_fields: Sequence[str],
    topics: Collection[str] = (),
    issues: Collection[str] = (),
    agencies: Mapping[str, Collection[str]] | None = None,
) -> Candidate | None:
    """The case as a candidate for 多機関協働 (R-INT-10); None below the threshold, and where the town has none.

    `topics` of the 受付シート, `issues` of the アセスメント, `agencies` at work on the case by their field of delivery.
    """
    if threshold is None:
        return None
    why = _reasons(topics, issues, agencies or {})
    touched = tuple(
        Touched(name, tuple(dict.fromkeys(why[sense])))
        for name in town_fields
        if (sense := _sense(name)) in why
    )
    return Candidate(threshold, touched) if len(touched) >= threshold else None


def field_of_topic(topic: str) -> str:
    """The field a topic of the 受付シート is counted in; empty for one that belongs to none."""
    return _BY_TOPIC.get(topic, "")


def _sense(name: str) -> str:
    return next((sense for sense, words in _SENSES if any(word in name for word in words)), name)


def _reasons(
    topics: Collection[str], issues: Collection[str], agencies: Mapping[str, Collection[str]]
) -> dict[str, list[str]]:
    """What speaks for each field, in words."""
    found: dict[str, list[str]] = {}
    for topic in topics:
        if sense := _BY_TOPIC.get(topic):
            found.setdefault(sense, []).append(f"相談: {Topic(topic).label}")
    for issue in issues:
        if sense := _BY_ISSUE.get(issue):
            found.setdefault(sense, []).append(f"課題: {Issue(issue).label}")
    for field, names in agencies.items():
        if sense := _BY_FIELD.get(field):
            found.setdefault(sense, []).extend(f"関わっている機関: {name}" for name in names)
    return found

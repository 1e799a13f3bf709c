"""What is typed into the lines of a plan, and what it stands for: issues of 2-3, and the staff of agencies (R-COOR-04)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from kasane.agencies.models import User
from kasane.agencies.queries import staff_of
from kasane.coordination.models import PlanGoal
from kasane.coordination.queries import issues_of
from kasane.people.queries import household

_BETWEEN = re.compile(r"[、,，]")


def issue_words(case_id: UUID) -> dict[UUID, str]:
    """Every issue of 2-3 the viewer may see in words (「長男: 社会的孤立」), by its row, in the order of the sheet.

    Two queries.
    """
    issues = issues_of(case_id)
    if not issues:
        return {}
    return {
        row.id: f"{'本人' if person.is_subject else person.relation or person.name}: {row.get_issue_display()}"
        for person in household(case_id)
        for row in issues.get(person.id, [])
    }


def linked(words: str, issues: Mapping[UUID, str]) -> tuple[tuple[UUID, ...], str]:
    """The issues that are named by number or in full, and the words that are left (R-COOR-04)."""
    by_word = {text: one for one, text in issues.items()}
    by_word |= {str(number): one for number, one in enumerate(issues, 1)}
    typed = [word.strip() for word in _BETWEEN.split(words) if word.strip()]
    ids = dict.fromkeys(by_word[word] for word in typed if word in by_word)
    return tuple(ids), "、".join(word for word in typed if word not in by_word)


def answered(goal: PlanGoal, issues: Mapping[UUID, str]) -> str:
    """What a short goal answers, as far as the viewer may know."""
    return "、".join(filter(None, [*(issues.get(one, "") for one in goal.issue_ids), goal.issue]))


def goal_typed(goal: PlanGoal, issues: Mapping[UUID, str]) -> dict[str, Any]:
    """A saved goal as its row of the form shows it."""
    unseen = ",".join(str(one) for one in goal.issue_ids if one not in issues)
    return {
        "text": goal.text,
        "by_when": goal.by_when,
        "issue": answered(goal, issues),
        "unseen": unseen,
    }


def plain_name(name: str) -> str:
    """A name without its spaces, to compare."""
    return re.sub(r"\s+", "", name)


def staff_behind(named: Iterable[tuple[UUID, str]]) -> dict[tuple[UUID, str], User]:
    """The accounts of those who are named with their agency, where just one person there has that name. One query."""
    wanted = {(agency, plain_name(name)) for agency, name in named if name.strip()}
    if not wanted:
        return {}
    found: dict[tuple[UUID, str], set[User]] = {}
    for post in staff_of({agency for agency, _ in wanted}):
        key = (post.agency_id, plain_name(post.user.name))
        if key in wanted:
            found.setdefault(key, set()).add(post.user)
    return {key: users.pop() for key, users in found.items() if len(users) == 1}

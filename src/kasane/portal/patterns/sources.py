"""What the works know of a household, brought to the rules of `people.patterns` (R-PEO-03)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from kasane.coordination.choices import PartSection
from kasane.coordination.models import AssessmentPart, PersonIssue
from kasane.intake.models import Reception
from kasane.people.patternfacts import register
from kasane.people.patterns import CARE_LEVEL, ISSUE, TOPIC, Mark

_NO_LEVEL = ("", "なし", "申請中")


def register_sources() -> None:
    register("topics", topics)
    register("issues", issues)
    register("care_levels", care_levels)


def topics(case_ids: Sequence[UUID], using: str) -> Iterator[tuple[UUID, Mark]]:
    """相談内容の分類 of the latest reception sheet, with the kinds of that sheet. One query."""
    rows = Reception.objects.using(using).filter(case_id__in=case_ids)
    latest = rows.order_by("case_id", "-received_on", "-id").distinct("case_id")
    for case_id, kinds, chosen in latest.values_list("case_id", "kinds", "topics"):
        for topic in chosen:
            yield case_id, Mark(TOPIC, topic, "", kinds)


def issues(case_ids: Sequence[UUID], using: str) -> Iterator[tuple[UUID, Mark]]:
    """課題 of each person, each with its own kind. One query."""
    rows = PersonIssue.objects.using(using).filter(case_id__in=case_ids)
    for case_id, person, issue, kinds in rows.values_list("case_id", "person_id", "issue", "kinds"):
        yield case_id, Mark(ISSUE, issue, str(person), kinds)


def care_levels(case_ids: Sequence[UUID], using: str) -> Iterator[tuple[UUID, Mark]]:
    """要介護認定 of 本人, of whom section 3 of the assessment tells. One query."""
    rows = AssessmentPart.objects.using(using).filter(
        case_id__in=case_ids, section=PartSection.HEALTH, answers__has_key="care_level"
    )
    for case_id, kinds, answers in rows.values_list("case_id", "kinds", "answers"):
        level = str(answers["care_level"] or "")
        if level not in _NO_LEVEL:
            yield case_id, Mark(CARE_LEVEL, level, "", kinds)

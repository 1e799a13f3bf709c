"""What a rule answers: a composite pattern, the facts that led to it, and what would settle it (R-PEO-03)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices

from kasane.base.kinds import DataKind


class PatternCode(TextChoices):
    """The composite patterns that are pointed out, in the order in which they are listed."""

    OLD_8050 = "8050", "8050"
    OLD_9060 = "9060", "9060"
    WITHDRAWN = "withdrawn", "ひきこもりと高齢の親"
    DOUBLE_CARE = "double_care", "ダブルケア"
    YOUNG_CARER = "young_carer", "ヤングケアラー"
    SINGLE_PARENT = "single_parent", "ひとり親と生活困窮"
    OLD_CARE = "old_care", "老老介護"
    DEMENTIA_CARE = "dementia_care", "認認介護"


class Certainty(TextChoices):
    """How far the data bears it out. Never a decision: the worker decides."""

    CERTAIN = "certain", "あてはまる"
    PERHAPS = "perhaps", "かもしれない"


@dataclass(frozen=True)
class Reason:
    """One fact in a Japanese sentence, and the kinds of data it tells of (R-DIS-04)."""

    sentence: str
    kinds: int = int(DataKind.BASIC)


@dataclass(frozen=True)
class Finding:
    """What one rule sees in some persons. Nothing missing means that it applies; otherwise it may apply."""

    code: PatternCode
    persons: tuple[str, ...]
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pattern:
    """A pattern of a household. `persons` are ids; `missing` says what would settle it, empty when certain.

    `kinds` is every kind of data that `reasons` tell of: who lacks one of them may not see the pattern at all.
    """

    code: PatternCode
    certainty: Certainty
    persons: tuple[str, ...]
    reasons: tuple[str, ...]
    missing: tuple[str, ...]
    kinds: int

    @property
    def label(self) -> str:
        return str(self.code.label)


def joined(findings: Iterable[Finding]) -> Pattern | None:
    """The findings of one code in one household as one pattern, what is certain first; None when there is none."""
    found = sorted(findings, key=lambda one: bool(one.missing))
    if not found:
        return None
    certain = not found[0].missing
    reasons = list(dict.fromkeys(reason for one in found for reason in one.reasons))
    kinds = int(DataKind.BASIC)
    for reason in reasons:
        kinds |= reason.kinds
    return Pattern(
        code=found[0].code,
        certainty=Certainty.CERTAIN if certain else Certainty.PERHAPS,
        persons=tuple(dict.fromkeys(person for one in found for person in one.persons)),
        reasons=tuple(dict.fromkeys(reason.sentence for reason in reasons)),
        missing=() if certain else tuple(dict.fromkeys(words for one in found for words in one.missing)),
        kinds=kinds,
    )

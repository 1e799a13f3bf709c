"""Only differences are written, and no answer is lost (R-PEO-03)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from kasane.people.patterns import Certainty, Pattern, PatternCode
from kasane.people.patterns.reconcile import reconcile

DAY = date(2025, 11, 21)
MOTHER, SON, BROTHER = (str(UUID(int=n)) for n in (1, 2, 3))


@dataclass
class Written:
    code: str = "8050"
    kinds: int = 17
    certainty: str = "perhaps"
    persons: list = field(default_factory=lambda: [UUID(MOTHER), UUID(SON)])
    reasons: list = field(default_factory=lambda: ["同居"])
    missing: list = field(default_factory=lambda: ["仕事"])
    since: date = DAY - timedelta(days=9)
    until: date | None = None
    is_answered: bool = False


def found(certainty=Certainty.PERHAPS, persons=(MOTHER, SON), reasons=("同居",), kinds=17):
    missing = ("仕事",) if certainty == Certainty.PERHAPS else ()
    return Pattern(PatternCode.OLD_8050, certainty, persons, reasons, missing, kinds)


def names(row, pattern):
    changes = reconcile([row] if row else [], [pattern] if pattern else [], DAY)
    return {name for name, value in vars(changes).items() if value}


def test_what_is_new_changed_the_same_or_gone_is_told_apart():
    assert names(None, found()) == {"new"}
    assert names(Written(), found()) == {"same"}
    assert names(Written(), found(reasons=("同居", "課題"))) == {"changed"}
    assert names(Written(), found(Certainty.CERTAIN)) == {"changed"}
    assert names(Written(), found(kinds=19)) == {"new", "ended"}
    assert names(Written(), None) == {"ended"}


def test_what_comes_and_goes_on_one_day_leaves_no_trace_unless_somebody_answered():
    assert names(Written(since=DAY), None) == {"dropped"}
    assert names(Written(since=DAY, is_answered=True), None) == {"ended"}


def test_what_ended_today_goes_on_with_its_answer():
    assert names(Written(until=DAY, is_answered=True), found()) == {"changed"}
    assert names(Written(until=DAY), None) == set()


def test_an_answer_stands_until_the_pattern_says_more():
    answered = Written(is_answered=True)
    assert names(answered, found()) == {"same"}
    assert names(answered, found(reasons=("別のこと",))) == {"changed"}
    assert names(answered, found(persons=(SON,))) == {"changed"}
    assert names(answered, found(Certainty.CERTAIN)) == {"new", "ended"}
    assert names(answered, found(persons=(MOTHER, SON, BROTHER))) == {"new", "ended"}

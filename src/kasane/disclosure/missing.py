"""Why an agency or a person sees nothing of a case, and what would have to be there (R-DIS-01, R-DIS-02).

Pure: the same facts and statements from which `rules.derive_grants` derives the rights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kasane.base.choices import Purpose
from kasane.base.dates import wareki
from kasane.base.obstacles import Mend, Obstacle
from kasane.disclosure.rules import (
    ACKNOWLEDGED,
    NEEDS_APPLICATION,
    NEEDS_CONSENT,
    PERSONAL,
    PURPOSE_OF,
    Fact,
    Statement,
    derive_grants,
    kinds_seen,
    periods,
)


@dataclass(frozen=True)
class Onlooker:
    """Whose sight is asked about: an agency, or a person of it, on a day."""

    agency_id: UUID
    user_id: UUID | None
    day: date
    case_id: str

    def concerned_by(self, fact: Fact) -> bool:
        """Whether the fact is about this agency, or about this very person."""
        personal = fact.type in PERSONAL or (fact.type == "exception" and fact.user_id is not None)
        return fact.user_id == self.user_id if personal else fact.agency_id == self.agency_id

    @property
    def case(self) -> tuple[tuple[str, str], ...]:
        return (("case_id", self.case_id),)


def missing(facts: Sequence[Fact], statements: Sequence[Statement], who: Onlooker) -> list[Obstacle]:
    """What stands between the onlooker and the case; empty when they see it."""
    rows = derive_grants(facts, statements)
    if kinds_seen(rows, agency_id=who.agency_id, user_id=who.user_id, day=who.day):
        return []
    found = [_why(fact, statements, who) for fact in facts if who.concerned_by(fact)]
    return list({one.sentence: one for one in found}.values()) or [_uninvolved(who)]


def _why(fact: Fact, statements: Sequence[Statement], who: Onlooker) -> Obstacle:
    """Why this fact opens nothing that day."""
    name = f"「{fact.note}」" if fact.note else "このケースとの関わり"
    if fact.valid_until is not None and fact.valid_until <= who.day:
        return Obstacle("ended", f"{name}は、{_last(fact.valid_until)}で終わっています。", "R-DIS-01")
    if who.day < fact.valid_from:
        return Obstacle("coming", f"{name}は、{wareki(fact.valid_from)}から始まります。", "R-DIS-01")
    if fact.type == "entrusted":
        return _contract(fact, who)
    if fact.type in NEEDS_CONSENT and not _opened(fact, statements, who.day):
        return _consent(fact, statements, who)
    if fact.type in ACKNOWLEDGED:
        return Obstacle(
            "not_acknowledged",
            f"{name}として、守秘義務の確認がまだです。本人が会議の画面で確認すると見られます。",
            "R-DIS-02",
        )
    return Obstacle("ended", f"{name}では、この日は見られません。", "R-DIS-01")


def _contract(fact: Fact, who: Onlooker) -> Obstacle:
    if not fact.terms:
        return Obstacle("no_contract", "受託業務のもとになる委託契約がありません。", "R-DIS-01")
    first, after = fact.terms[0][0], fact.terms[-1][1]
    if after is not None and after <= who.day:
        return Obstacle("contract", f"委託契約は、{_last(after)}で終わっています。", "R-DIS-01")
    return Obstacle("contract", f"委託契約は、{wareki(first)}から始まります。", "R-DIS-01")


def _opened(fact: Fact, statements: Sequence[Statement], day: date) -> bool:
    word = _word(statements, day)
    return word is not None and _holds(word, day) and word.opens(fact)


def _word(statements: Sequence[Statement], day: date) -> Statement | None:
    """What the person last said clearly by that day, whether it still holds or not."""
    spoken = [statement for statement, start, _ in periods(statements) if start <= day]
    return spoken[-1] if spoken else None


def _holds(word: Statement, day: date) -> bool:
    return not any(end is not None and end <= day for end in (word.withdrawn_on, word.valid_until))


def _consent(fact: Fact, statements: Sequence[Statement], who: Onlooker) -> Obstacle:
    """What the person's word lacks for this fact."""
    word = _word(statements, who.day)
    ask = Mend("同意を確認する", "intake:consent", who.case)
    talk = Mend("支援会議で扱う", "conferences:add_item_support", who.case)

    def say(code: str, sentence: str, *mends: Mend) -> Obstacle:
        return Obstacle(code, sentence, "R-DIS-01", mends or (ask, talk))

    if word is None:
        return say("no_consent", "本人の同意をまだ確認していません。")
    said_on = wareki(word.confirmed_on)
    if word.answer != "agree":
        return say("refused", f"{said_on}に、本人は「同意しない」と答えています。")
    if word.withdrawn_on is not None and word.withdrawn_on <= who.day:
        return say("withdrawn", f"本人の同意は、{wareki(word.withdrawn_on)}に撤回されています。")
    if word.valid_until is not None and word.valid_until <= who.day:
        return say("expired", f"本人の同意の期限が、{_last(word.valid_until)}で切れています。")
    if fact.agency_id in word.excluded:
        return say("excluded", f"{said_on}の同意で、本人はこの機関を除いています。")
    if not word.covers(fact.agency_id):
        return say("not_chosen", f"{said_on}の同意で選ばれた機関に、この機関は入っていません。")
    if fact.type in NEEDS_APPLICATION and word.level != "application":
        apply = Mend("申込票を書く", "coordination:apply", who.case)
        return say(
            "application", "相談受付・申込票での同意がありません。受付での同意だけでは見られません。", apply
        )
    aim = Purpose(PURPOSE_OF[fact.type]).label
    return say("purpose", f"{said_on}の同意の利用目的に、「{aim}」が入っていません。", ask)


def _uninvolved(who: Onlooker) -> Obstacle:
    return Obstacle(
        "uninvolved",
        "このケースとの関わりがありません。本人の同意を得てつなぐか、支援会議の構成員になると見られます。",
        "R-DIS-01",
        (
            Mend("つなぐ", "intake:refer", who.case),
            Mend("支援会議で扱う", "conferences:add_item_support", who.case),
            Mend("法令に基づく例外", "cases:exceptions", who.case),
        ),
    )


def _last(end: date) -> str:
    """The last day before the first one on which something no longer holds."""
    return wareki(end - timedelta(days=1))

"""What a new answer of the person, or taking one back, changes for others: told before it is saved (R-DIS-01)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, User
from kasane.base.choices import ConsentAnswer
from kasane.base.dates import today, wareki
from kasane.disclosure import api as disclosure
from kasane.disclosure.consequences import Change, consequences, ended_facts, in_words
from kasane.disclosure.rules import (
    Fact,
    Statement,
    consent_in_force,
    derive_grants,
    latest_word,
    periods,
)
from kasane.intake.actions.consent import Said, without
from kasane.intake.queries import pending_referrals

LOSS, GAIN, NOTE = "loss", "gain", "note"
_WORDS = {LOSS: "見えなくなる", GAIN: "見えるようになる", NOTE: "確認"}
_TONES = {LOSS: "alert", GAIN: "now", NOTE: "done"}


@dataclass(frozen=True)
class Effect:
    """One sentence of what saving will do, and whether somebody loses or gains by it."""

    sentence: str
    way: str

    @property
    def word(self) -> str:
        return _WORDS[self.way]

    @property
    def tone(self) -> str:
        return _TONES[self.way]


@dataclass(frozen=True)
class Foresight:
    """All that saving will do. `mark` names just these effects, so that one can tell whether they were shown."""

    effects: tuple[Effect, ...]

    @property
    def mark(self) -> str:
        """Empty when saving changes nothing for anybody."""
        weighty = [effect.sentence for effect in self.effects if effect.way != NOTE]
        return sha256("\n".join(weighty).encode()).hexdigest()[:32] if weighty else ""


def of_answer(case_id: UUID, said: Said, *, by: Actor) -> Foresight:
    """What keeping this answer changes for each agency and person. Six queries at most."""
    before = disclosure.statements_of(case_id)
    new = said.statement(disclosure.level_of(case_id))
    return _foresee(case_id, by, before, [*before, new], [*_superseded(before, new), *_uncalled(said)])


def of_withdrawal(case_id: UUID, consent_id: UUID, *, on: date, by: Actor) -> Foresight:
    """What taking this consent back changes for each agency and person. Six queries at most."""
    before = disclosure.statements_of(case_id)
    after = without(before, consent_id, on=on)
    kept = Effect("いつ同意があり、いつ撤回されたかの記録と、これまでの閲覧の記録は残ります。", NOTE)
    return _foresee(case_id, by, before, after, [kept])


def _foresee(
    case_id: UUID, by: Actor, before: Sequence[Statement], after: Sequence[Statement], notes: Sequence[Effect]
) -> Foresight:
    facts = disclosure.facts_of(case_id)
    old, new = derive_grants(facts, before), derive_grants(facts, after)
    day = today()
    homes = {fact.user_id: fact.agency_id for fact in facts if fact.user_id}
    changes = consequences(old, new, day, homes=homes)
    names = _names(facts)
    own = {by.agency.id: f"{by.agency.name}(あなたの機関)"}
    effects = [_effect(change, names | own, homes) for change in changes]
    gone = ended_facts(old, new)
    meetings = dict.fromkeys(
        fact.note.removesuffix("の構成員")
        for fact in facts
        if fact.id in gone
        and fact.type == "multi_tier"
        and not (fact.valid_until and fact.valid_until <= day)
    )
    effects += [Effect(f"{name}で話し合う根拠(本人の同意)がなくなります。", LOSS) for name in meetings]
    effects += _referrals(case_id, after, day)
    if latest_word(before, day) == ConsentAnswer.AGREE and latest_word(after, day) != ConsentAnswer.AGREE:
        words = "ほかの機関へのつなぎと、プランを重層的支援会議にかけることが、できなくなります。"
        effects.append(Effect(words, LOSS))
    effects.sort(key=lambda effect: effect.way != LOSS)
    return Foresight((*effects, *notes))


def _effect(change: Change, names: dict[UUID, str], homes: dict[UUID, UUID]) -> Effect:
    who = names.get(change.agency_id, "") if change.agency_id else ""
    if change.user_id:
        home = names.get(homes.get(change.user_id, change.user_id), "")
        who = f"{home}の{names.get(change.user_id, '')}さん"
    return Effect(in_words(change, who), LOSS if change.is_loss else GAIN)


def _names(facts: Sequence[Fact]) -> dict[UUID, str]:
    """The agencies and people the facts speak of. Two queries."""
    agencies = Agency.objects.filter(pk__in={fact.agency_id for fact in facts})
    people = {fact.user_id for fact in facts if fact.user_id}
    users = User.objects.filter(pk__in=people).values_list("id", "name") if people else ()
    return {**dict(agencies.values_list("id", "name")), **dict(users)}


def _referrals(case_id: UUID, after: Sequence[Statement], day: date) -> list[Effect]:
    """The つなぎ nobody has answered yet and that the person's word no longer covers: they are taken back."""
    return [
        Effect(f"{row.receiver}への返事待ちの{row.get_kind_display()}は、取り下げになります。", LOSS)
        for row in pending_referrals(case_id)
        if consent_in_force(after, row.receiver_id, day) is None
    ]


def _superseded(before: Sequence[Statement], new: Statement) -> list[Effect]:
    """An answer of an earlier day than one that is known changes nothing of today."""
    later = [one for one, start, _ in periods(before) if start > new.confirmed_on]
    if not later or new.answer == ConsentAnswer.UNCLEAR:
        return []
    day = wareki(later[-1].confirmed_on)
    return [Effect(f"{day}の、より新しい答えがあります。いま見られる機関は、その答えのままです。", NOTE)]


def _uncalled(said: Said) -> list[Effect]:
    if said.answer != ConsentAnswer.UNCLEAR:
        return []
    return [Effect("「不明」は記録に残るだけで、前の答えはそのまま生きています。", NOTE)]

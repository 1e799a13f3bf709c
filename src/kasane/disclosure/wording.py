"""A right on a case as one plain sentence: who sees what, on which legal basis, until when (R-DIS-01).

Pure functions over plain values; 「地域包括支援センターは、令和7年5月1日の本人同意(書面)により、…を支援が終わるまで見られます。」
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kasane.base.choices import ConsentMethod, Purpose
from kasane.base.dates import today, wareki
from kasane.base.kinds import ALL_KINDS, SHAREABLE_KINDS, DataKind, kind_labels
from kasane.disclosure.models import Basis, ConsentLevel, EvidenceType, Ground, Review
from kasane.disclosure.rules import PURPOSE_OF

PRESENT, COMING, WAITING, ENDED = "present", "coming", "waiting", "ended"


@dataclass(frozen=True)
class Behind:
    """What stands behind a right, as far as the sentence speaks of it; only what belongs to its basis is filled."""

    consent_id: UUID | None = None
    consent_on: date | None = None
    consent_method: str = ""
    consent_level: str = ""
    given_by: str = ""
    contract: str = ""
    contract_ends: date | None = None
    ground: str = ""
    law: str = ""
    decided_by: str = ""
    review: str = ""


@dataclass(frozen=True)
class Right:
    """One right on a case, in plain values. `until` is the last day; None: until the case ends.

    `person` is filled when the right belongs to one person of the agency alone.
    """

    agency_id: UUID | None
    agency: str
    user_id: UUID | None
    person: str
    basis: Basis
    type: str
    kind_bits: int
    writes: bool
    since: date
    until: date | None
    explanation: str
    waits: bool = False
    behind: Behind = field(default_factory=Behind)

    @property
    def who(self) -> str:
        """The agency, or the person with their agency."""
        if not self.person:
            return self.agency
        return f"{self.agency}の{self.person}さん" if self.agency else f"{self.person}さん"

    @property
    def kinds(self) -> list[str]:
        return kind_labels(self.kind_bits)

    @property
    def is_current(self) -> bool:
        return self.state_on(today()) == PRESENT

    def state_on(self, day: date) -> str:
        """present, coming, ended; or waiting for its person to acknowledge the duty of secrecy."""
        if self.until is not None and self.until < day:
            return ENDED
        if self.waits:
            return WAITING
        return PRESENT if self.since <= day else COMING


def sentence(right: Right, *, day: date, is_open: bool = True) -> str:
    """The right in one sentence, as it stands on `day`; `is_open`: whether the case is still being supported."""
    state = right.state_on(day)
    head = f"{right.who}は、{ground(right)}、"
    if state == COMING:
        head += f"{wareki(right.since)}から、"
    if state == WAITING:
        head += "守秘義務を確認すると、"
    return (
        f"{head}{what(right.kind_bits)}{until_words(right, is_open=is_open)}{_verb(right, state, is_open)}。"
    )


def ground(right: Right) -> str:
    """The legal basis in words, as the middle of the sentence: 「令和7年5月1日の本人同意(書面)により」."""
    return _GROUNDS[right.basis](right)


def what(kinds: int) -> str:
    """The kinds of data, with the particle: 「健康・障害・介護、生活歴その他を」. 基本情報 is in everything that is shared."""
    if kinds & ALL_KINDS == ALL_KINDS:
        return "税も含めたすべての情報を"
    if kinds & ALL_KINDS == SHAREABLE_KINDS:
        return "税を除くすべての情報を"
    if kinds == DataKind.BASIC:
        return "基本情報だけを"
    return "、".join(kind_labels(kinds)) + "を"


def until_words(right: Right, *, is_open: bool) -> str:
    """「令和8年3月31日まで」; without an end the case itself is the end, and then the time of keeping its file (R-DIS-07)."""
    if right.until is not None:
        closing = "(資料を閉じるまで)" if right.basis == Basis.CONFERENCE else ""
        return f"{wareki(right.until)}まで{closing}"
    if right.basis == Basis.OWN_WORK or not is_open:
        return "記録の保存期間が終わるまで"
    return "支援が終わるまで"


def purpose(right: Right) -> str:
    """What the sharing is for, when it stands on a consent (R-DIS-04)."""
    bit = PURPOSE_OF.get(right.type)
    return str(Purpose(bit).label) if bit else ""


def review_words(right: Right) -> str:
    """How far the look afterwards is, for what was opened without consent (R-DIS-05)."""
    if right.basis not in (Basis.EXCEPTION, Basis.URGENT):
        return ""
    return f"事後の確認: {Review(right.behind.review).label if right.behind.review else 'まだ'}"


def _verb(right: Right, state: str, is_open: bool) -> str:
    if state == ENDED:
        return "見られました"
    if right.writes and is_open:
        return "見て、記録できます"
    return "見られます"


def _consent(right: Right) -> str:
    behind = right.behind
    if behind.consent_on is None:
        words = "本人の同意により"
    elif behind.consent_method == ConsentMethod.REPRESENTATIVE:
        by = f"({behind.given_by})" if behind.given_by else ""
        words = f"{wareki(behind.consent_on)}の代理人{by}の同意により"
    else:
        applied = "利用申込での" if behind.consent_level == ConsentLevel.APPLICATION else ""
        method = f"({ConsentMethod(behind.consent_method).label})" if behind.consent_method else ""
        words = f"{wareki(behind.consent_on)}の{applied}本人同意{method}により"
    if right.type == EvidenceType.MULTI_TIER and right.explanation:
        words += f"、{right.explanation}として"
    aim = purpose(right)
    return f"{words}、「{aim}」のために" if aim else words


def _conference(right: Right) -> str:
    return f"{right.explanation or '支援会議の構成員'}として(法106条の6)"


def _entrusted(right: Right) -> str:
    if not right.behind.contract:
        return "受託業務として"
    ends = right.behind.contract_ends
    term = f"{wareki(ends)}まで" if ends else "期間の定めなし"
    return f"「{right.behind.contract}」の委託契約({term})により"


def _without_consent(right: Right) -> str:
    behind = right.behind
    name = "法令に基づく例外" if right.basis == Basis.EXCEPTION else "緊急の閲覧"
    facts = [
        behind.law or (str(Ground(behind.ground).label) if behind.ground else ""),
        f"承認 {behind.decided_by}" if behind.decided_by else "",
    ]
    told = "、".join(fact for fact in facts if fact)
    return f"{name}({told})により" if told else f"{name}により"


_GROUNDS = {
    Basis.OWN_WORK: lambda right: "自機関の業務として",
    Basis.ENTRUSTED: _entrusted,
    Basis.CONSENT: _consent,
    Basis.CONFERENCE: _conference,
    Basis.EXCEPTION: _without_consent,
    Basis.URGENT: _without_consent,
}

"""When somebody outside may be told something about a person: with consent for that purpose, or by an exception
(個人情報規程「第三者への提供の制限」1, 2). Pure.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kasane.base.choices import Purpose
from kasane.base.kinds import DataKind, kind_labels
from kasane.base.obstacles import Mend, Obstacle

PURPOSES: dict[str, int] = {
    "adjustment": Purpose.PLAN | Purpose.APPLICATION | Purpose.COORDINATION,
    "other_support": Purpose.COORDINATION,
    "after_plan": Purpose.COORDINATION,
    "prior_consultation": Purpose.APPLICATION,
    "medical": Purpose.CONSULTATION | Purpose.COORDINATION,
}
"""For which 利用目的 a consent must have been given, any one of them, for each of the five cases of R-DIS-06."""


@dataclass(frozen=True)
class Word:
    """What the person agreed to, as it stands on the day: for whom, for what, which kinds."""

    consent_id: UUID
    all_agencies: bool
    purposes: int
    kinds: int


@dataclass(frozen=True)
class Approved:
    """An approved exception in force on the day, for telling just this recipient outside."""

    exception_id: UUID
    kinds: int
    recipient: str

    def covers(self, recipient: str, kinds: int) -> bool:
        return not kinds & ~self.kinds and _plain(self.recipient) == _plain(recipient)


def telling_obstacles(
    *,
    case_id: UUID,
    writable: int,
    recipient: str,
    purpose: str,
    kinds: int,
    on: date,
    today: date,
    word: Word | None,
    exceptions: Iterable[Approved] = (),
) -> list[Obstacle]:
    """What forbids telling somebody outside (R-DIS-05, R-DIS-06); a consent or an approved exception lifts it."""
    found = _own_obstacles(writable=writable, kinds=kinds, on=on, today=today)
    if not any(one.covers(recipient, kinds) for one in exceptions):
        found += _consent_obstacles(case_id, purpose, kinds, word)
    return found


def ground(
    kinds: int, word: Word | None, exceptions: Iterable[Approved], *, purpose: str, recipient: str
) -> UUID | None:
    """The exception on which the telling stands; None when it stands on consent, which comes first."""
    if word is not None and not _consent_obstacles(word.consent_id, purpose, kinds, word):
        return None
    return next((one.exception_id for one in exceptions if one.covers(recipient, kinds)), None)


def _plain(words: str) -> str:
    """As two people would write the same recipient."""
    return "".join(unicodedata.normalize("NFKC", words).split())


def _own_obstacles(*, writable: int, kinds: int, on: date, today: date) -> list[Obstacle]:
    found = []
    if not writable:
        sentence = (
            "この機関はこのケースの支援チームに入っていません。情報を伝えるのは、支援チームの機関です。"
        )
        found.append(Obstacle("reads_only", sentence, "R-DIS-01"))
    elif beyond := kind_labels(kinds & ~writable):
        sentence = f"{'・'.join(beyond)}は、この機関が扱える情報の種類に入っていません。"
        found.append(Obstacle("beyond_own", sentence, "R-DIS-04"))
    if on > today:
        sentence = "伝えた日が、これからの日になっています。伝えてから記録してください。"
        found.append(Obstacle("not_yet", sentence, "R-DIS-08"))
    return found


def _consent_obstacles(case_id: UUID, purpose: str, kinds: int, word: Word | None) -> list[Obstacle]:
    mends = (
        Mend("同意を確かめる", "intake:consent", (("case_id", case_id),)),
        Mend("同意なしで伝えるとき", "cases:exceptions", (("case_id", case_id),)),
    )
    if word is None:
        sentence = "本人の同意がありません。同意なしで伝えられるのは、その相手に伝えることが、法令に基づく例外として承認されたときだけです。"
        return [Obstacle("no_consent", sentence, "R-DIS-05", mends)]
    found = []
    if not word.all_agencies:
        sentence = "本人が同意したのは、選んだ機関に伝えることだけです。この相手に伝えてよいか、本人に確かめてください。"
        found.append(Obstacle("named_agencies_only", sentence, "R-DIS-06", mends))
    if not word.purposes & PURPOSES[purpose]:
        sentence = "本人は、この目的で伝えることには同意していません。"
        found.append(Obstacle("other_purpose", sentence, "R-DIS-04", mends))
    if kinds & DataKind.TAX and not word.kinds & DataKind.TAX:
        sentence = "税の情報は、本人がはっきり同意したときのほかは伝えられません(地方税法22条)。"
        found.append(Obstacle("tax", sentence, "R-DIS-03", mends))
    elif beyond := kind_labels(kinds & ~word.kinds):
        sentence = f"{'・'.join(beyond)}は、本人が伝えてよいと言った情報の種類に入っていません。"
        found.append(Obstacle("beyond_consent", sentence, "R-DIS-04", mends))
    return found

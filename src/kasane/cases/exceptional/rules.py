"""Disclosure without consent: who asks, decides, ends and looks at it afterwards, and the urgent door (R-DIS-05).

Pure functions over plain values. The database holds the same limits (`urgent.sql`, `disclosure/ledger.sql`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kasane.base.kinds import DataKind
from kasane.base.obstacles import Obstacle

REQUIREMENT = "R-DIS-05"
REASON_LETTERS = 15
"""A reason that can be looked at afterwards says more than 「緊急のため」."""

URGENT_LONGEST = 7
TRIES_A_DAY = 5
REVIEW_WITHIN_DAYS = 14
"""How long after its end an exception is to be looked at. An urgent one: `urgent_review_days` of the profile."""


@dataclass(frozen=True)
class Danger:
    """Why somebody opens a case at once: in words, the ground of the 個人情報規程, the law by its name (whoever is suspected,
    see `law_of`), and whom it obliges everybody to tell.
    """

    code: str
    label: str
    ground: str
    law: str
    duty: str


LIFE_LAW = "個人情報の規程(人の生命、身体又は財産の保護)"

DANGERS: tuple[Danger, ...] = (
    Danger(
        "life", "生命・身体の危険", "life", LIFE_LAW,
        "命が危ないときは、まず119番(救急・消防)・110番(警察)へ。本人の同意がなくても伝えられます。",
    ),
    Danger(
        "elder", "高齢者虐待の疑い", "law", "高齢者虐待防止法第7条・第21条",
        "気づいた人は、市町村に通報します。守秘義務に反しません。",
    ),
    Danger(
        "disabled", "障害者虐待の疑い", "law", "障害者虐待防止法第7条・第16条・第22条",
        "気づいた人は、市町村に通報します。守秘義務に反しません。",
    ),
    Danger(
        "child", "児童虐待の疑い", "law", "児童虐待防止法第6条",
        "気づいた人は、市町村・福祉事務所・児童相談所に通告します。守秘義務に反しません。",
    ),
)  # fmt: skip

LAWS = {
    ("elder", "carer"): "高齢者虐待防止法第7条",
    ("elder", "staff"): "高齢者虐待防止法第21条",
    ("elder", "employer"): LIFE_LAW,
    ("disabled", "carer"): "障害者虐待防止法第7条",
    ("disabled", "staff"): "障害者虐待防止法第16条",
    ("disabled", "employer"): "障害者虐待防止法第22条",
    ("child", "staff"): "児童福祉法第33条の12",
}
"""Where it matters by whom a suspicion is. No law of its own speaks of aged people and their employers."""


def law_of(danger: str, suspect: str) -> str:
    """The law that obliges to tell: by carers, by staff of facilities, by employers; of all of them where it is not known
    by whom, and where the law does not tell them apart (R-INT-09).
    """
    return LAWS.get((danger, suspect)) or next(one.law for one in DANGERS if one.code == danger)


@dataclass(frozen=True)
class Asked:
    """What a worker asks for. `valid_until` is the first day on which it no longer holds."""

    ground: str
    law: str
    reason: str
    kinds: int
    valid_from: date | None
    valid_until: date | None


@dataclass(frozen=True)
class Course:
    """Where an exception stands."""

    state: str
    requested_by: UUID
    user: UUID | None
    valid_from: date
    valid_until: date
    created_on: date
    ended_on: date | None = None
    outcome: str = ""
    review: str = ""

    @property
    def end(self) -> date:
        """The first day on which it no longer holds."""
        return min(self.valid_until, self.ended_on or self.valid_until)

    def opens(self, day: date) -> bool:
        return self.state in ("approved", "urgent") and self.valid_from <= day < self.end

    def may_end(self, day: date) -> bool:
        """Whether there is something left to end, now or to come."""
        return self.state in ("approved", "urgent") and day < self.end

    def to_be_reviewed(self, day: date) -> bool:
        """An urgent one at once, an approved one when it has ended (R-DIS-05)."""
        if self.review or self.state not in ("approved", "urgent"):
            return False
        return self.state == "urgent" or self.end <= day

    def review_due(self, urgent_days: int) -> date:
        """Until when somebody should have looked at it."""
        if self.state == "urgent":
            return self.created_on + timedelta(days=urgent_days)
        return self.end + timedelta(days=REVIEW_WITHIN_DAYS)

    def concerns(self, user_id: UUID) -> bool:
        """Whether it is this person's own: they asked for it, or are the one who is shown the case."""
        return user_id in (self.requested_by, self.user)


def letters(words: str) -> int:
    """How many characters are there without white space."""
    return len("".join(words.split()))


def asking_obstacles(
    asked: Asked, *, day: date, longest: int, already: int, is_resident: bool, is_waiting: bool
) -> list[Obstacle]:
    """What forbids asking for a disclosure without consent. `already`: the kinds the receiver sees now (R-DIS-05).

    That the asker works on an open case, and with these kinds, is `cases.rules.write_obstacles`.
    """
    found = []
    if asked.ground == "law" and not asked.law.strip():
        found.append(_obstacle("law", "「法令に基づく場合」は、法令の名前と条を書いてください。"))
    if letters(asked.reason) < REASON_LETTERS:
        found.append(
            _obstacle(
                "reason",
                f"理由を{REASON_LETTERS}文字以上で書いてください。何を、なぜ見せるのか、同意を得られないのはなぜか。",
            )
        )
    found.extend(_term_obstacles(asked, day=day, longest=longest))
    if asked.kinds & DataKind.TAX:
        found.append(Obstacle("tax", "税の情報は、本人の同意なしには見せられません。", "R-DIS-03"))
    if is_resident:
        found.append(
            Obstacle("resident", "住民・民生委員の方には、会議の資料のほかは見せられません。", "R-DIS-10")
        )
    if already and not asked.kinds & ~already:
        found.append(_obstacle("already", "この相手は、この範囲をもう見られます。例外は要りません。"))
    if is_waiting:
        found.append(_obstacle("waiting", "同じ相手への例外が、承認を待っています。"))
    return found


def _term_obstacles(asked: Asked, *, day: date, longest: int) -> list[Obstacle]:
    if asked.valid_from is None or asked.valid_until is None:
        return [
            _obstacle("end", "いつからいつまで見せるのか、日を入れてください。終わりのない例外はありません。")
        ]
    if asked.valid_from < day:
        return [_obstacle("past", "始まりの日は、今日か、これからの日にしてください。")]
    if asked.valid_until <= asked.valid_from:
        return [_obstacle("end_before_start", "終わりの日が、始まりの日より前です。")]
    if (asked.valid_until - asked.valid_from).days > longest:
        return [
            _obstacle("end_far", f"一度に見せられるのは{longest}日までです。要るときは、あらためて求めます。")
        ]
    return []


def deciding_obstacles(
    course: Course, *, by: UUID, decides: bool, approves: bool, note: str, day: date
) -> list[Obstacle]:
    """What forbids approving or refusing: only managers and deciders of the municipality, never their own (R-DIS-05)."""
    if course.state != "requested":
        return [_obstacle("decided", "この例外は、もう決まっています。")]
    found = []
    if not decides:
        found.append(_obstacle("not_decider", "承認するのは、自治体の管理職・決裁者です。"))
    if course.concerns(by):
        found.append(_obstacle("own", "自分が求めた例外、自分が見るための例外は、自分では決められません。"))
    if approves and course.valid_until <= day:
        found.append(
            _obstacle("over", "見せる期間が過ぎています。不承認にして、求め直してもらってください。")
        )
    if not approves and not note.strip():
        found.append(_obstacle("note", "不承認のときは、その理由を書いてください。求めた人に伝わります。"))
    return found


def ending_obstacles(course: Course, *, by: UUID, writes: bool, oversees: bool, day: date) -> list[Obstacle]:
    """What forbids ending it early: those who work on the case, who look after disclosure, and the viewer may (R-DIS-05)."""
    if not course.may_end(day):
        return [_obstacle("over", "この例外は、いま続いていません。")]
    if writes or oversees or by == course.user:
        return []
    return [
        _obstacle("not_yours", "終わらせられるのは、支援チームの機関、自治体の管理職、見ている本人です。")
    ]


def outcome_obstacles(course: Course, *, by: UUID, outcome: str) -> list[Obstacle]:
    """What forbids writing what came of it: the viewer writes it, and a reviewed word stays (R-DIS-05)."""
    if by != course.user:
        return [_obstacle("not_yours", "したことを書くのは、見た本人です。")]
    if course.review and course.outcome:
        return [_obstacle("reviewed", "確認が済んだので、もう書きかえられません。")]
    return [] if outcome.strip() else [_obstacle("outcome", "見て、したことを書いてください。")]


def reviewing_obstacles(
    course: Course, *, by: UUID, oversees: bool, verdict: str, note: str, day: date
) -> list[Obstacle]:
    """What forbids looking at it afterwards: by who looks after disclosure, never by who asked or saw (R-DIS-05)."""
    if course.review:
        return [_obstacle("reviewed", "もう確認が済んでいます。")]
    found = []
    if not course.to_be_reviewed(day):
        found.append(_obstacle("not_over", "確認は、見せる期間が終わってから行います。"))
    if not oversees:
        found.append(
            _obstacle("not_overseer", "確認するのは、相談支援包括化推進員か、自治体の管理職・決裁者です。")
        )
    if course.concerns(by):
        found.append(_obstacle("own", "自分が求めた・見たことは、自分では確認できません。"))
    if verdict not in ("proper", "improper"):
        found.append(_obstacle("verdict", "適切だったかどうかを選んでください。"))
    if not note.strip():
        found.append(_obstacle("note", "そう考えた理由を書いてください。"))
    return found


def urgent_obstacles(*, reason: str, danger: str, is_resident: bool) -> list[Obstacle]:
    """What forbids knocking at the urgent door at all. How often, the database counts (R-DIS-05, R-INT-09)."""
    found = []
    if is_resident:
        found.append(
            Obstacle(
                "resident",
                "緊急の閲覧は、住民・民生委員の方にはできません。下の電話にかけてください。",
                "R-DIS-10",
            )
        )
    if danger not in {one.code for one in DANGERS}:
        found.append(_obstacle("danger", "どの危険かを選んでください。"))
    if letters(reason) < REASON_LETTERS:
        found.append(
            _obstacle("reason", f"いま何が起きているかを、{REASON_LETTERS}文字以上で書いてください。")
        )
    return found


def _obstacle(code: str, sentence: str) -> Obstacle:
    return Obstacle(code, sentence, REQUIREMENT)

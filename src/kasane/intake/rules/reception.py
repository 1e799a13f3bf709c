"""The law of the 受付シート and of what follows (R-INT-01, R-INT-03, R-DIS-01).

Pure functions over plain values: what forbids a step comes back as obstacles.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kasane.base.kinds import DataKind
from kasane.base.obstacles import Mend, Obstacle
from kasane.intake.rules.common import hand_obstacles, no_consent

CONFERENCE_WITHIN_DAYS = 14

NEEDS_CONSENT = frozenset({"refer", "coordination", "outreach"})
"""Outcomes that tell another agency of the person, and so need a consent (R-INT-03, R-DIS-01)."""

ASSISTANCE_TOPICS = frozenset({"income", "rent", "food", "debt", "housing"})
"""Topics with which the desk judges whether 生活保護 may be needed (R-INT-08)."""

_TOPIC_KINDS: dict[str, DataKind] = {
    "health": DataKind.HEALTH,
    "care": DataKind.HEALTH,
    "income": DataKind.ECONOMY,
    "rent": DataKind.ECONOMY,
    "taxes": DataKind.ECONOMY,
    "debt": DataKind.ECONOMY,
    "food": DataKind.ECONOMY,
    "job_seeking": DataKind.WORK,
    "job_trouble": DataKind.WORK,
}


def kinds_of_topics(topics: Collection[str]) -> int:
    """The kinds of data a reception sheet holds by the topics ticked on it (R-DIS-04).

    What the person tells of unpaid taxes is 経済・福祉制度; 税 is only what the tax office knows (R-DIS-03).
    """
    kinds = DataKind.BASIC | DataKind.LIFE
    for topic in topics:
        kinds |= _TOPIC_KINDS.get(topic, DataKind.LIFE)
    return int(kinds)


def reception_obstacles(
    *,
    name: str,
    overview: str,
    topics: Collection[str],
    main_topic: str,
    is_urgent: bool,
    urgent_note: str,
    is_anonymous: bool = False,
    consulter_name: str = "",
) -> list[Obstacle]:
    """What a 受付シート must tell before it is kept (R-INT-01). Any agency takes any consultation: no topic is refused.

    Of somebody who does not give their name, none is asked (R-INT-02).
    """
    found = []
    if not name.strip() and not is_anonymous:
        found.append(
            Obstacle("name", "本人の氏名を入れてください。分からないときは「不明」と書きます。", "R-INT-01")
        )
    if is_anonymous and consulter_name.strip():
        found.append(
            Obstacle(
                "anonymous",
                "「匿名」のときは、相談者の氏名を書きません。名乗ったのなら「匿名」を外してください。",
                "R-INT-02",
            )
        )
    if not overview.strip():
        found.append(Obstacle("overview", "相談の概要を書いてください。", "R-INT-01"))
    if main_topic and main_topic not in topics:
        found.append(
            Obstacle("main_topic", "「一番困っていること」は、選んだ分類の中から一つ選びます。", "R-INT-01")
        )
    if is_urgent and not urgent_note.strip():
        found.append(Obstacle("urgent_note", "緊急のときは、何が急がれるのかを書いてください。", "R-INT-01"))
    return found


def asks_assistance(topics: Collection[str]) -> bool:
    """Whether triage asks for 生活保護を要するおそれ (R-INT-08)."""
    return bool(ASSISTANCE_TOPICS.intersection(topics))


@dataclass(frozen=True)
class TriageFacts:
    """What the desk knows when it decides what to do. `consent_answer` is the person's latest clear word.

    `assistance` is 生活保護を要するおそれ as judged ('' while unasked), `assistance_told` whether the person was told of it,
    `informed` whether it is written down what information was given.
    """

    case_id: str
    outcome: str
    reason: str
    is_open: bool
    writes: bool
    in_reception: bool
    is_urgent: bool
    waiting_referrals: int
    consent_answer: str
    topics: Collection[str] = ()
    assistance: str = ""
    assistance_told: bool = False
    informed: bool = False


def triage_obstacles(facts: TriageFacts) -> list[Obstacle]:
    """What forbids an outcome of the first talk (R-INT-03)."""
    found = hand_obstacles(is_open=facts.is_open, writes=facts.writes)
    if not facts.reason.strip():
        found.append(Obstacle("reason", "そう決めた理由を書いてください。", "R-INT-03"))
    found.extend(_assistance_obstacles(facts))
    if facts.outcome in NEEDS_CONSENT and facts.consent_answer != "agree":
        refused = facts.consent_answer == "disagree"
        found.append(no_consent(facts.case_id, facts.outcome == "coordination", refused=refused))
    if facts.outcome == "information":
        found.extend(_ending_obstacles(facts))
    return found


def _assistance_obstacles(facts: TriageFacts) -> list[Obstacle]:
    """Whoever may need 生活保護 is told of it before the desk decides anything else (別記1の4-4(1)ウ, R-INT-08)."""
    if not facts.assistance and asks_assistance(facts.topics):
        words = "暮らしのお金の相談です。生活保護を要するおそれがあるかを選んでください。"
        mend = Mend("対応を決める画面で選ぶ", "intake:triage", (("case_id", facts.case_id),))
        return [Obstacle("assistance_unasked", words, "R-INT-08", (mend,))]
    if facts.assistance != "yes" or facts.assistance_told:
        return []
    return [
        Obstacle(
            "assistance_untold",
            "生活保護を要するおそれがあります。先に生活保護のことを本人に伝えて、その記録を残してください。",
            "R-INT-08",
            (Mend("生活保護のことを伝えて記録する", "intake:assistance", (("case_id", facts.case_id),)),),
        )
    ]


def _ending_obstacles(facts: TriageFacts) -> list[Obstacle]:
    found = []
    if not facts.informed:
        found.append(
            Obstacle(
                "informed",
                "情報提供で終わるときは、何を伝えたのかを残します。伝えたことを選ぶか、書いてください。",
                "R-INT-03",
            )
        )
    if facts.is_urgent:
        found.append(
            Obstacle(
                "urgent",
                "緊急とされている相談は、情報提供だけでは終われません。受付シートの緊急性を見直すか、支援を続けてください。",
                "R-INT-03",
                (Mend("受付シートを見直す", "intake:reception", (("case_id", facts.case_id),)),),
            )
        )
    if facts.waiting_referrals:
        found.append(
            Obstacle(
                "waiting",
                "返事待ちのつなぎがあります。返事を受けるか、取り下げてから終わります。",
                "R-INT-05",
            )
        )
    if not facts.in_reception:
        found.append(
            Obstacle("stage", "受付の段階をすぎたケースは、評価と会議を経て終結します。", "R-COOR-08")
        )
    return found


def next_date_obstacles(*, is_open: bool, writes: bool, due_on: date, today: date) -> list[Obstacle]:
    """What forbids to plan the next date of a case one supports oneself (R-INT-03)."""
    found = hand_obstacles(is_open=is_open, writes=writes)
    if due_on < today:
        found.append(
            Obstacle("past", "次の予定の日がすぎています。今日か、これからの日を入れてください。", "R-INT-03")
        )
    return found

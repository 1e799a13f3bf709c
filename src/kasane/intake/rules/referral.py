"""The law of つなぎ and つなぎもどし (R-INT-04, R-INT-05, R-INT-07, R-COOR-11, R-DIS-01).

Pure functions over plain values: what forbids a step comes back as obstacles.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kasane.base.kinds import DataKind, kind_labels
from kasane.base.obstacles import Mend, Obstacle
from kasane.intake.rules.common import hand_back_obstacles, hand_obstacles, no_consent, outside_scope

URGENT_ANSWER_WITHIN_DAYS = 1
APPLY_WITHIN_DAYS = 14
DECIDE_AGAIN_WITHIN_DAYS = 3


def answer_due(sent_on: date, *, is_urgent: bool, within_days: int) -> date:
    """Until when the receiving desk should answer: within the town's days, at once when it is urgent (R-INT-05)."""
    return sent_on + timedelta(days=URGENT_ANSWER_WITHIN_DAYS if is_urgent else within_days)


@dataclass(frozen=True)
class SendFacts:
    """What is known when a つなぎ is sent. `consent_answer` is the person's latest clear word ('' for none)."""

    case_id: str
    is_hand_back: bool
    is_open: bool
    writes: bool
    sender_is_responsible: bool
    same_agency: bool
    receiver_active: bool
    to_coordination: bool
    waiting_at_receiver: bool
    consent_answer: str
    consent_covers: bool
    consent_kinds: int
    kinds: int
    requests: Collection[str]
    reason: str
    explained_by: str
    explained_what: str
    explained_on: date | None
    on: date
    today: date = date.max


def send_obstacles(facts: SendFacts) -> list[Obstacle]:
    """What forbids handing a case on or back (R-INT-04, R-INT-07, R-COOR-11)."""
    return [*_way_obstacles(facts), *sharing_obstacles(facts), *_sheet_obstacles(facts)]


def send_all_obstacles(facts: Mapping[str, SendFacts]) -> list[Obstacle]:
    """What forbids sending one sheet to several agencies at once; `facts` by the name of the agency (R-INT-04).

    What concerns one agency is told with its name; what concerns the sheet is told once. One agency that can not be
    told holds all back: nobody is sent half a sheet without noticing.
    """
    if not facts:
        return [Obstacle("receiver", "つなぎ先を選んでください。", "R-INT-04")]
    if len(facts) == 1:
        return [found for one in facts.values() for found in send_obstacles(one)]
    told: dict[tuple[str, str], Obstacle] = {}
    for name, one in facts.items():
        for found in send_obstacles(one):
            concerns_one = found.code in _OF_ONE_AGENCY
            said = replace(found, sentence=f"{name}: {found.sentence}") if concerns_one else found
            told.setdefault((found.code, name if concerns_one else ""), said)
    return list(told.values())


_OF_ONE_AGENCY = frozenset({"same_agency", "closed_agency", "waiting", "outside_scope", "consent_kinds"})


def _way_obstacles(facts: SendFacts) -> list[Obstacle]:
    found = []
    case = (("case_id", facts.case_id),)
    if facts.is_hand_back:
        found.extend(
            hand_back_obstacles(
                is_open=facts.is_open,
                writes=facts.writes,
                sender_is_responsible=facts.sender_is_responsible,
            )
        )
    else:
        found.extend(hand_obstacles(is_open=facts.is_open, writes=facts.writes))
    if facts.same_agency:
        found.append(
            Obstacle("same_agency", "自分の機関にはつなげません。ほかの機関を選んでください。", "R-INT-04")
        )
    if not facts.receiver_active:
        found.append(Obstacle("closed_agency", "選んだ機関は、いまは使われていません。", "R-INT-04"))
    if facts.waiting_at_receiver:
        found.append(
            Obstacle(
                "waiting",
                "この機関へのつなぎが、返事待ちのままです。返事を待つか、取り下げてから送ります。",
                "R-INT-05",
                (Mend("これまでのつなぎを見る", "case_tab", (*case, ("tab", "course"))),),
            )
        )
    return found


def sharing_obstacles(facts: SendFacts) -> list[Obstacle]:
    """What forbids telling the receiver of the person (R-DIS-01; for 多機関協働 R-INT-07)."""
    if facts.same_agency:
        return []
    if not facts.consent_covers:
        if facts.consent_answer == "agree":
            return [outside_scope(facts.case_id)]
        return [no_consent(facts.case_id, facts.to_coordination, refused=facts.consent_answer == "disagree")]
    beyond = facts.kinds & ~(facts.consent_kinds | DataKind.BASIC)
    if beyond:
        names = "、".join(kind_labels(beyond))
        return [
            Obstacle(
                "consent_kinds",
                f"本人の同意は「{names}」の情報には及んでいません。つなぐシートから除くか、同意を確認し直してください。",
                "R-DIS-04",
                (Mend("同意を確認する", "intake:consent", (("case_id", facts.case_id),)),),
            )
        ]
    return []


def _sheet_obstacles(facts: SendFacts) -> list[Obstacle]:
    found = _not_yet(facts.on, facts.today)
    if not facts.requests:
        found.append(Obstacle("requests", "相手の機関に何をお願いするのかを選んでください。", "R-INT-04"))
    if not facts.reason.strip():
        found.append(Obstacle("reason", "つなぐ理由を書いてください。", "R-INT-04"))
    missing = [
        word
        for word, there in (
            ("誰が", facts.explained_by.strip()),
            ("何を", facts.explained_what.strip()),
            ("いつ", facts.explained_on),
        )
        if not there
    ]
    if missing:
        words = "・".join(missing)
        found.append(Obstacle("explanation", f"本人への説明({words})がまだ書かれていません。", "R-INT-04"))
    if facts.explained_on and facts.explained_on > facts.on:
        found.append(
            Obstacle(
                "explained_late",
                "つなぐ前に、本人へ説明してください。説明した日がつなぐ日より後です。",
                "R-INT-04",
            )
        )
    return found


@dataclass(frozen=True)
class AnswerFacts:
    """What is known when the receiving desk answers. `answer` is accepted, joint or returned."""

    answer: str
    state: str
    is_receiver: bool
    sent_on: date
    received_on: date | None
    on: date
    talk_on: date | None = None
    talk_with: str = ""
    talk_note: str = ""
    today: date = date.max


def answering_obstacles(*, state: str, is_receiver: bool) -> list[Obstacle]:
    """Who answers, and until when: the receiver, once."""
    found = []
    if not is_receiver:
        found.append(Obstacle("not_receiver", "返事をするのは、つなぎ先の機関です。", "R-INT-04"))
    if state != "sent":
        found.append(Obstacle("answered", "このつなぎは、返事待ちではなくなりました。", "R-INT-04"))
    return found


def answer_obstacles(facts: AnswerFacts) -> list[Obstacle]:
    """What forbids an answer: it is the receiver's, given once; a return needs the record of a talk (R-INT-04)."""
    found = answering_obstacles(state=facts.state, is_receiver=facts.is_receiver)
    found.extend(_not_yet(facts.on, facts.today))
    if facts.answer not in ("accepted", "joint", "returned"):
        found.append(Obstacle("answer", "受ける・共に支援・戻すのどれかを選んでください。", "R-INT-04"))
    if facts.received_on and facts.received_on < facts.sent_on:
        found.append(Obstacle("received_early", "受領日が、送られた日より前になっています。", "R-INT-04"))
    if facts.on < (facts.received_on or facts.sent_on):
        found.append(Obstacle("answered_early", "回答日が、受領日より前になっています。", "R-INT-04"))
    if facts.answer == "returned" and not (
        facts.talk_on and facts.talk_with.strip() and facts.talk_note.strip()
    ):
        found.append(
            Obstacle(
                "talk",
                "戻す前に、つなぎ元と話し合ってください。話し合った日・相手・内容の記録があると戻せます。",
                "R-INT-04",
            )
        )
    return found


def _not_yet(on: date, today: date) -> list[Obstacle]:
    """A step dated on a day to come would give the receiver the case, and the right to see it only later (R-INT-04)."""
    if on <= today:
        return []
    return [Obstacle("future", "まだ来ていない日付です。きょうまでの日を入れてください。", "R-INT-04")]


def answer_kept(answer: str, *, taken_beside: bool) -> str:
    """How an answer counts: of several agencies asked at once the first that takes the case leads, the others join (R-INT-04)."""
    return "joint" if answer == "accepted" and taken_beside else answer


def hands_over(*, answer: str, is_hand_back: bool, sender_is_responsible: bool, stage: str) -> bool:
    """Whether the receiver becomes the responsible agency (主担当機関).

    Only the responsible agency can pass its responsibility on; while a plan runs it stays with the coordinating
    agency; in joint support it stays where it was.
    """
    if answer != "accepted" or not sender_is_responsible:
        return False
    return is_hand_back or stage in ("reception", "application", "assessment")


def take_back_obstacles(*, state: str, is_sender: bool, note: str) -> list[Obstacle]:
    """A つなぎ can be taken back by its sender until it is answered."""
    found = []
    if not is_sender:
        found.append(Obstacle("not_sender", "取り下げるのは、つなぎ元の機関です。", "R-INT-04"))
    if state != "sent":
        found.append(Obstacle("answered", "返事のあったつなぎは取り下げられません。", "R-INT-04"))
    if not note.strip():
        found.append(Obstacle("reason", "取り下げる理由を書いてください。", "R-INT-04"))
    return found


def follow_up_obstacles(
    *, state: str, is_party: bool, done: bool, result: str, on: date, answered_on: date | None
) -> list[Obstacle]:
    """After an answered つなぎ there is one follow-up, with its result (R-INT-05)."""
    found = []
    if not is_party:
        found.append(
            Obstacle("not_party", "フォローアップの結果は、つなぎ元かつなぎ先の機関が書きます。", "R-INT-05")
        )
    if state not in ("accepted", "joint", "returned"):
        found.append(Obstacle("unanswered", "返事があってからフォローアップを書きます。", "R-INT-05"))
    if done:
        found.append(Obstacle("done", "フォローアップはすでに書かれています。", "R-INT-05"))
    if not result.strip():
        found.append(Obstacle("result", "その後どうなったかを書いてください。", "R-INT-05"))
    if answered_on and on < answered_on:
        found.append(Obstacle("date", "フォローアップ日が、回答日より前になっています。", "R-INT-05"))
    return found

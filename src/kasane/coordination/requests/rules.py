"""What forbids asking an agency, answering, and taking an answer over (R-COOR-03). Pure functions over plain values."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from kasane.base.choices import Purpose
from kasane.base.kinds import DataKind, kind_labels
from kasane.base.obstacles import Mend, Obstacle
from kasane.coordination.choices import ASKED_SECTIONS, SECTION_KINDS, PartSection
from kasane.coordination.rules import SHEET_KINDS, Standing, assess_obstacles
from kasane.disclosure.rules import Statement, consent_in_force


class State(StrEnum):
    """Where a request stands."""

    WAITING = "waiting"
    LATE = "late"
    ANSWERED = "answered"
    TAKEN = "taken"
    DECLINED = "declined"
    CLOSED = "closed"


STATE_WORDS: dict[State, tuple[str, str]] = {
    State.WAITING: ("返事待ち", "wait"),
    State.LATE: ("期限すぎ", "urgent"),
    State.ANSWERED: ("回答あり", "now"),
    State.TAKEN: ("取り込み済み", "done"),
    State.DECLINED: ("回答できない", "alert"),
    State.CLOSED: ("取り下げ", "off"),
}
"""Its word and the tone of its badge."""


def state_of(*, closed: bool, declined: bool, answered: bool, untaken: bool, due_on: date, on: date) -> State:
    """The state of a request on a day (R-COOR-03)."""
    if declined:
        return State.DECLINED
    if answered:
        return State.ANSWERED if untaken else State.TAKEN
    if closed:
        return State.CLOSED
    return State.LATE if due_on < on else State.WAITING


def kinds_shared(statements: Sequence[Statement], agency: UUID, on: date) -> int:
    """The kinds of data the person shares with an agency for 支援提供・関係機関との連絡調整 that day, 0 for none (R-DIS-04)."""
    statement = consent_in_force(statements, agency, on)
    if statement is None or not statement.purposes & Purpose.COORDINATION:
        return 0
    return statement.kinds | int(DataKind.BASIC)


def is_asked(*, is_receiver: bool, request_kinds: int, kinds: int, shared: int) -> bool:
    """Whether an agency sees, from outside the case, a request and a row of these kinds that belongs to it (R-DIS-01)."""
    return is_receiver and not (request_kinds | kinds) & ~shared


@dataclass(frozen=True)
class AskFacts:
    """What is known of a request about to be sent to one agency. `shared`: the kinds the person shares with it, 0 for none."""

    standing: Standing
    applied: bool
    same_agency: bool
    shared: int
    sections: Collection[str]
    question: str
    question_section: str
    reason: str
    asked_on: date
    due_on: date | None
    resident: bool = False
    """Residents are members of 支援会議 and take part in the caring, but are asked for no data (R-DIS-10)."""
    waiting: Collection[str] = ()
    """Sections the same agency was asked for already and has not answered."""


def asked_kinds(sections: Collection[str]) -> int:
    """The kinds of data that answers to these sections hold (R-DIS-04)."""
    kinds = 0
    for section in sections:
        kinds |= SECTION_KINDS[section]
    return kinds


def own_kinds(question: str, question_section: str) -> int:
    """The kinds of data the request itself tells of: why it is asked, and the words of the question."""
    return SHEET_KINDS | (SECTION_KINDS[question_section] if question.strip() and question_section else 0)


def wanted_sections(sections: Collection[str], question: str, question_section: str) -> list[str]:
    """Every section that is asked for, with that of the question, in the order of the sheet."""
    wanted = {*sections, *([question_section] if question.strip() and question_section else [])}
    return [section.value for section in ASKED_SECTIONS if section in wanted]


def ask_obstacles(facts: AskFacts) -> list[Obstacle]:
    """What forbids asking this agency (R-COOR-03): nothing is asked that the person does not share with it (R-DIS-04),
    nor what the asking desk may not know itself."""
    wanted = wanted_sections(facts.sections, facts.question, facts.question_section)
    needs = asked_kinds(wanted) | own_kinds(facts.question, facts.question_section)
    found = assess_obstacles(facts.standing, applied=facts.applied, needs=needs)
    found += _consent_obstacles(facts, wanted)
    found += _content_obstacles(facts, wanted)
    if facts.same_agency:
        found.append(
            Obstacle(
                "own_agency",
                "自分の機関には依頼できません。知っていることは、そのまま書けます。",
                "R-COOR-03",
            )
        )
    if facts.resident:
        found.append(
            Obstacle(
                "resident",
                "住民の団体には情報提供を依頼できません。支援会議の構成員として話し合えます。",
                "R-DIS-10",
                (
                    Mend(
                        "支援会議で扱う",
                        "conferences:add_item_support",
                        (("case_id", facts.standing.case_id),),
                    ),
                ),
            )
        )
    if again := [PartSection(one).label for one in wanted if one in facts.waiting]:
        found.append(
            Obstacle(
                "asked_already", f"「{'、'.join(again)}」は、もう依頼して返事を待っています。", "R-COOR-03"
            )
        )
    return found


def not_shared(standing: Standing) -> Obstacle:
    """The person lets the agency know nothing: no request, only 支援会議 (R-DIS-01)."""
    return Obstacle(
        "not_shared_with",
        "この機関とこの相談を共有することに、本人の同意がありません。同意がないあいだは支援会議で扱えます(法106条の6)。",
        "R-DIS-01",
        _consent_mends(standing),
    )


def _consent_mends(standing: Standing) -> tuple[Mend, ...]:
    case = (("case_id", standing.case_id),)
    return (
        Mend("同意を確かめる", "intake:consent", case),
        Mend("支援会議で扱う", "conferences:add_item_support", case),
    )


def _consent_obstacles(facts: AskFacts, wanted: Sequence[str]) -> list[Obstacle]:
    mends = _consent_mends(facts.standing)
    if not facts.shared:
        return [not_shared(facts.standing)]
    if own_kinds(facts.question, facts.question_section) & ~facts.shared:
        return [
            Obstacle(
                "request_not_shared",
                f"依頼には「{_labels(own_kinds(facts.question, facts.question_section) & ~facts.shared)}」の情報が入ります。"
                "この機関と共有することに、本人の同意がありません。",
                "R-DIS-04",
                mends,
            )
        ]
    return [
        Obstacle(
            "section_not_shared",
            f"「{PartSection(one).label}」({_labels(missing)})をこの機関と共有することに、本人の同意がありません。",
            "R-DIS-04",
            mends,
        )
        for one in wanted
        if (missing := SECTION_KINDS[one] & ~facts.shared)
    ]


def _labels(kinds: int) -> str:
    return "、".join(kind_labels(kinds))


def _content_obstacles(facts: AskFacts, wanted: Sequence[str]) -> list[Obstacle]:
    checks = (
        (not wanted and not facts.question.strip(), "nothing_asked", "教えてほしい項目か、聞きたいことを入れてください。"),
        (
            bool(facts.question.strip()) and not facts.question_section,
            "question_nowhere",
            "聞きたいことが、アセスメントのどの項目のことかを選んでください。",
        ),
        (not facts.reason.strip(), "no_reason", "なぜ知りたいのかを書いてください。依頼先が答えるかどうかを考えるもとになります。"),
        (facts.due_on is None, "no_due", "いつまでにほしいかを入れてください。"),
        (
            facts.due_on is not None and facts.due_on < facts.asked_on,
            "due_before",
            "期限が、依頼する日より前になっています。",
        ),
    )  # fmt: skip
    return [Obstacle(code, sentence, "R-COOR-03") for wrong, code, sentence in checks if wrong]


@dataclass(frozen=True)
class ReplyFacts:
    """What is known of a reply about to be sent. `shared`: what the person shares with the answering agency now."""

    is_receiver: bool
    closed: bool
    replied: bool
    shared: int
    asked: Collection[str]
    told: Mapping[str, bool] = field(default_factory=dict)
    """Section -> whether something was written for it."""
    declined: bool = False
    reason: str = ""


def reply_obstacles(facts: ReplyFacts) -> list[Obstacle]:
    """What forbids the answer: only the asked agency, once, only what was asked and is shared (R-COOR-03, R-DIS-04)."""
    if not facts.is_receiver:
        return [Obstacle("not_asked", "答えるのは、依頼された機関です。", "R-COOR-03")]
    if facts.replied:
        return [Obstacle("replied_already", "この依頼には、もう返事をしています。", "R-COOR-03")]
    if facts.closed or not facts.shared:
        return [
            Obstacle(
                "request_closed",
                "この依頼は取り下げられたか、本人の同意がなくなりました。何も答えずに閉じてください。",
                "R-DIS-01",
            )
        ]
    if facts.declined:
        return _declined_obstacles(facts)
    return _told_obstacles(facts)


def _declined_obstacles(facts: ReplyFacts) -> list[Obstacle]:
    if facts.reason.strip():
        return []
    return [Obstacle("no_decline_reason", "回答できないときは、その理由を書いてください。", "R-COOR-03")]


def _told_obstacles(facts: ReplyFacts) -> list[Obstacle]:
    told = [section for section, written in facts.told.items() if written]
    found = []
    if not told:
        found.append(
            Obstacle(
                "nothing_told",
                "分かることを一つでも書いてください。分からないときは「回答できない」を選び、理由を書きます。",
                "R-COOR-03",
            )
        )
    if beside := [one for one in told if one not in facts.asked]:
        names = "、".join(PartSection(one).label for one in beside)
        found.append(Obstacle("not_what_was_asked", f"「{names}」は依頼されていません。", "R-COOR-03"))
    if kept := [one for one in told if SECTION_KINDS[one] & ~facts.shared]:
        names = "、".join(PartSection(one).label for one in kept)
        found.append(
            Obstacle(
                "section_not_shared",
                f"「{names}」を伝えることに、本人の同意がなくなっています。",
                "R-DIS-04",
            )
        )
    return found


def take_obstacles(standing: Standing, *, applied: bool, section: str, taken: bool) -> list[Obstacle]:
    """What forbids taking an answer into 2-3: who may write the section may, once (R-COOR-03, R-DIS-04)."""
    found = assess_obstacles(standing, applied=applied, needs=SECTION_KINDS[section])
    if taken:
        found.append(Obstacle("taken_already", "この回答は、もうアセスメントに入っています。", "R-COOR-03"))
    return found


def close_obstacles(*, case_id: UUID, is_asker: bool, closed: bool, replied: bool) -> list[Obstacle]:
    """Only the desk that asked takes a request back, as long as it is not answered (R-COOR-03)."""
    mends = (Mend("依頼の一覧を見る", "coordination:requests", (("case_id", case_id),)),)
    checks = (
        (not is_asker, "not_asker", "取り下げるのは、依頼した機関です。"),
        (closed, "closed_already", "この依頼は、もう取り下げられています。"),
        (replied, "replied_already", "もう返事が届いています。"),
    )
    return [Obstacle(code, sentence, "R-COOR-03", mends) for wrong, code, sentence in checks if wrong]

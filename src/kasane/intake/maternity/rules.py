"""When somebody stands in the ledger, when the talks are due, what a サポートプラン needs (R-INT-12). Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from kasane.base.obstacles import Mend, Obstacle
from kasane.intake.registers.rules import order_obstacles, past_obstacles, required_obstacle

ID = "R-INT-12"
PROGRAMS = (
    "user_support",
    "user_support_maternal",
    "user_support_family",
    "user_support_pregnancy",
)
"""利用者支援事業 in the shapes that keep the ledger (母子保健型, こども家庭センター型, 妊婦等包括相談支援, and all in one)."""

TERM = timedelta(weeks=40)
EIGHTH_MONTH = timedelta(weeks=12)
"""妊娠8か月 begins with week 28: twelve weeks before the 分娩予定日 (week 40)."""
AFTER_BIRTH = timedelta(weeks=4)
LONGEST_AHEAD = timedelta(weeks=42)
LATE_WEEKS = 22


def weeks_on(due_on: date, day: date) -> int:
    """妊娠週数 on a day, counted back from the 分娩予定日."""
    return (day - (due_on - TERM)).days // 7


def expected_talks(*, due_on: date, notified_on: date | None, born_on: date | None) -> dict[str, date]:
    """When the three talks are due: at the notice, in the eighth month, after the birth (分娩予定日 until it is known)."""
    found = {
        "eight_months": due_on - EIGHTH_MONTH,
        "after_birth": (born_on or due_on) + AFTER_BIRTH,
    }
    return {"notice": notified_on, **found} if notified_on else found


def superseded(stage: str, *, born_on: date | None) -> bool:
    """A talk for the pregnancy waits no longer once the child is born."""
    return born_on is not None and stage in ("notice", "eight_months")


def desk_obstacles(case_id: UUID, *, desks: Mapping[UUID, str], agency_id: UUID) -> list[Obstacle]:
    """The ledger is kept by the 母子保健 desk; where the plan names none, by whoever works on the case."""
    if not desks or agency_id in desks:
        return []
    names = "・".join(desks.values())
    sentence = f"妊産婦等の支援台帳は、{names}がつけます。まだつないでいないときは、つなぎを送ってください。"
    mend = Mend("つなぐシートを書く", "intake:refer", (("case_id", case_id),))
    return [Obstacle("not_the_desk", sentence, ID, (mend,))]


def entry_obstacles(
    *,
    due_on: date,
    notified_on: date | None,
    notified_weeks: int | None,
    today: date,
    doubled: bool = False,
) -> list[Obstacle]:
    """What forbids an entry: one for each pregnancy, with days that can be."""
    found = past_obstacles(notified_on, today=today, what="妊娠届出日", requirement=ID)
    if doubled:
        found.append(Obstacle("already_in", "この人は、この分娩予定日でもう台帳にのっています。", ID))
    if due_on > today + LONGEST_AHEAD:
        found.append(Obstacle("too_far", "分娩予定日が先すぎます。年を確かめてください。", ID))
    found += order_obstacles(
        due_on - TERM,
        notified_on,
        words="妊娠届出日が、分娩予定日から数えて妊娠の前になっています。",
        requirement=ID,
    )
    if notified_on and notified_weeks is not None and abs(weeks_on(due_on, notified_on) - notified_weeks) > 3:
        sentence = f"届出日の週数は、分娩予定日から数えると{weeks_on(due_on, notified_on)}週です。週数か予定日を確かめてください。"
        found.append(Obstacle("weeks_differ", sentence, ID))
    return found


def open_obstacles(*, is_open: bool) -> list[Obstacle]:
    return [] if is_open else [Obstacle("ended", "台帳から外れています。", ID)]


def need_obstacles(
    *, is_open: bool, reason: str, on: date, latest_on: date | None, today: date
) -> list[Obstacle]:
    """支援の必要度 goes on from day to day: a new one is not older than the last, and has its reason."""
    found = open_obstacles(is_open=is_open)
    found += required_obstacle("no_reason", reason, "そう考えた理由を書いてください。", ID)
    found += past_obstacles(on, today=today, what="判断した日", requirement=ID)
    return found + order_obstacles(
        latest_on, on, words="前の判断より後の日にしてください。前の判断は書きかえません。", requirement=ID
    )


def talk_obstacles(*, is_open: bool, done: bool, on: date, note: str, today: date) -> list[Obstacle]:
    found = open_obstacles(is_open=is_open)
    if done:
        found.append(Obstacle("held", "この時期の面談は、もう記録されています。", ID))
    found += past_obstacles(on, today=today, what="面談した日", requirement=ID)
    return found + required_obstacle("no_note", note, "話したこと、気づいたことを書いてください。", ID)


def birth_obstacles(*, is_open: bool, born_on: date, due_on: date, today: date) -> list[Obstacle]:
    """The day of birth, within what a pregnancy can be."""
    found = open_obstacles(is_open=is_open)
    found += past_obstacles(born_on, today=today, what="出産日", requirement=ID)
    if not due_on - timedelta(weeks=20) <= born_on <= due_on + timedelta(weeks=4):
        sentence = "出産日と分娩予定日が離れすぎています。どちらかを確かめてください。"
        found.append(Obstacle("far_from_due", sentence, ID))
    return found


@dataclass(frozen=True)
class PlanDraft:
    """What is written into a サポートプラン."""

    made_on: date
    wishes: str
    issues: str
    goals: str
    with_person: bool
    without_reason: str
    review_on: date
    items: Sequence[Mapping[str, Any]]


def plan_obstacles(plan: PlanDraft, *, is_open: bool, today: date) -> list[Obstacle]:
    """A plan is made with the person, or says why not; it has something that somebody does, and a day to look again."""
    found = open_obstacles(is_open=is_open)
    found += past_obstacles(plan.made_on, today=today, what="作成日", requirement=ID)
    if not plan.with_person:
        found += required_obstacle(
            "made_alone",
            plan.without_reason,
            "本人といっしょに作れなかったときは、その理由を書いてください。",
            ID,
        )
    if not plan.items:
        found.append(Obstacle("no_items", "すること・だれがするかを、一つは書いてください。", ID))
    if plan.review_on <= plan.made_on:
        found.append(Obstacle("review_before", "次に見直す日は、作成日より後にしてください。", ID))
    return found


def handing_obstacles(
    *, is_open: bool, handed_on: date | None, on: date, made_on: date, today: date
) -> list[Obstacle]:
    """The copy is handed to the person once, after the plan was made."""
    found = open_obstacles(is_open=is_open)
    if handed_on is not None:
        found.append(Obstacle("handed", "もう本人に渡しています。", ID))
    found += past_obstacles(on, today=today, what="渡した日", requirement=ID)
    return found + order_obstacles(
        made_on, on, words="渡した日が、作成日より前になっています。", requirement=ID
    )


def end_obstacles(*, is_open: bool, ended_as: str, note: str, on: date, today: date) -> list[Obstacle]:
    """Nobody drops out of the ledger silently: with a reason, and with what the next desk was told."""
    found = open_obstacles(is_open=is_open)
    found += past_obstacles(on, today=today, what="外す日", requirement=ID)
    if ended_as in ("moved", "other_desk"):
        found += required_obstacle("no_note", note, "どこに、何を引き継いだかを書いてください。", ID)
    return found


def concerns(situations: Collection[str], *, notified_weeks: int | None) -> list[str]:
    """What speaks for a closer look, in words; the worker judges."""
    found = []
    if notified_weeks is not None and notified_weeks >= LATE_WEEKS and "late_notice" not in situations:
        found.append(f"妊娠{notified_weeks}週の届出です。")
    heavy = {"young", "unwanted", "mind", "violence", "late_notice"} & set(situations)
    if len(heavy) >= 2:
        found.append("気がかりな状況が重なっています。必要度を見直してください。")
    return found

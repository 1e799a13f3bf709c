"""住居確保給付金の転居費用補助: when an application is complete, and the desk's first look at it (R-SELF-01). Pure.

Since 令和7年4月 the benefit has this second kind beside 家賃補助. It asks for no search for work, has no term, and is paid
once; 家計改善支援 must have found that the household has to move and can not pay for it. The cap is that of the place
somebody moves to: a town registers its own (`moving_cap`), no amount is made up here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kasane.base.dates import add_months, wareki
from kasane.base.obstacles import Obstacle
from kasane.intake.housing.rules import ID, Check, Facts, income_check, savings_check, send_obstacles
from kasane.intake.registers.rules import order_obstacles, past_obstacles, required_obstacle
from kasane.profiles.model import HousingStandard

YEARS = 2
ENDS = ("moved", "other")


@dataclass(frozen=True)
class Move:
    """What an application for the costs of a move tells beside the household's money."""

    counsel: str
    counselled_on: date | None
    to: str
    leaves_town: bool
    new_rent: int | None
    cost: int | None


def checks(facts: Facts, move: Move, standard: HousingStandard | None) -> list[Check]:
    """The desk's first look at the conditions, one after another; the authority decides (R-SELF-01)."""
    earner = (
        Check("生計の中心", "ok", "申請する月に、世帯の生計を主に支えています。")
        if facts.was_earner
        else Check("生計の中心", "unknown", "申請する月に、世帯の生計を主に支えているかを確かめてください。")
    )
    other = (
        Check("ほかの給付", "over", "ほかの公的な転居の給付と重ねて受けることはできません。")
        if facts.other_aid
        else Check("ほかの給付", "ok", "ほかの公的な転居の給付は受けていません。")
    )
    return [
        _fall(facts),
        earner,
        income_check(facts, standard),
        savings_check(facts, standard),
        _counsel(move),
        _rent(facts, move),
        _cost(move, standard),
        other,
    ]


def _fall(facts: Facts) -> Check:
    label = "収入の減少"
    if facts.lost_on is None:
        return Check(label, "unknown", "収入が大きく減った日がまだ書かれていません。")
    until = last_month(facts.lost_on)
    if facts.received_on > until:
        return Check(label, "over", f"収入が減った月から{YEARS}年({wareki(until)}まで)をすぎています。")
    return Check(label, "ok", f"収入が減った月から{YEARS}年以内です({wareki(until)}まで)。")


def last_month(lost_on: date) -> date:
    """The last day on which an application is in time: months are counted, not days."""
    after = add_months(lost_on.replace(day=1), 12 * YEARS + 1)
    return date.fromordinal(after.toordinal() - 1)


def _counsel(move: Move) -> Check:
    label = "家計改善支援"
    if move.counsel == "needed":
        return Check(label, "ok", f"転居が必要だと認められています({wareki(move.counselled_on)})。")
    if move.counsel == "not_needed":
        return Check(
            label, "over", "転居が必要とは認められていません。家計改善支援の機関と話し合ってください。"
        )
    return Check(label, "unknown", "家計改善支援で、転居が必要かどうかがまだ決まっていません。")


def _rent(facts: Facts, move: Move) -> Check:
    label = "家賃の変わり方"
    if move.new_rent is None:
        return Check(label, "unknown", "転居先の家賃がまだ書かれていません。")
    if move.new_rent < facts.rent:
        return Check(label, "ok", f"家賃が月{facts.rent - move.new_rent:,}円下がります。")
    words = "家賃は下がりません。家計全体の支出が減ることを、家計改善支援の機関に確かめてください。"
    return Check(label, "over", words)


def _cost(move: Move, standard: HousingStandard | None) -> Check:
    label = "転居費用"
    if move.cost is None:
        return Check(label, "unknown", "転居費用の見積額がまだ書かれていません。")
    if move.leaves_town:
        words = "上限額は転居先の市町村のものです。決定する機関に確かめてください。"
        return Check(label, "unknown", f"見積額 {move.cost:,}円。{words}")
    if standard is None or standard.moving_cap is None:
        words = "市町村の上限額が未登録です。決定する機関に確かめてください。"
        return Check(label, "unknown", f"見積額 {move.cost:,}円。{words}")
    words = f"見積額 {move.cost:,}円 / 上限 {standard.moving_cap:,}円({standard.source})"
    if move.cost > standard.moving_cap:
        return Check(label, "over", f"{words}。上限をこえる分は支給されません。")
    return Check(label, "ok", words)


def counsel_obstacles(*, counsel: str, counselled_on: date | None, today: date) -> list[Obstacle]:
    """The judgement of 家計改善支援 has its day, and the day is not to come."""
    if counselled_on is not None:
        return past_obstacles(counselled_on, today=today, what="家計改善支援の判断の日", requirement=ID)
    if counsel != "needed":
        return []
    return [Obstacle("no_day_of_counsel", "転居が必要だと認められた日を入れてください。", ID)]


def sending_obstacles(
    facts: Facts, move: Move, *, state: str, on: date, sent_to: str, titles: Mapping[str, str], today: date
) -> list[Obstacle]:
    """What has to be there before the papers go to the authority: those of the household's money, and those of the move."""
    found = send_obstacles(facts, state=state, on=on, sent_to=sent_to, titles=titles, today=today)
    if move.counsel != "needed":
        sentence = "家計改善支援で、転居が必要で費用の用意が難しいと認められてから送ります。"
        found.append(Obstacle("move_not_judged", sentence, ID))
    found += required_obstacle("no_destination", move.to, "転居先を書いてください。", ID)
    return found + required_obstacle("no_cost", move.cost, "転居費用の見積額を入れてください。", ID)


def decision_obstacles(
    *, granted: bool, decided_on: date, sent_on: date | None, amount: int | None, note: str, today: date
) -> list[Obstacle]:
    """The authority's answer as the desk learns it: with the amount, or with the reason why not."""
    found = past_obstacles(decided_on, today=today, what="決定日", requirement=ID)
    found += order_obstacles(
        sent_on, decided_on, words="決定日が、送った日より前になっています。", requirement=ID
    )
    if not granted:
        return found + required_obstacle("no_reason", note, "不支給の理由を書いてください。", ID)
    return found + required_obstacle("no_amount", amount, "支給額を入れてください。", ID)


def kind_obstacles(*, is_moving: bool, wanted: bool) -> list[Obstacle]:
    """An act of one kind of the benefit on an application of the other."""
    if is_moving == wanted:
        return []
    words = (
        "転居費用補助には支給期間がありません。"
        if is_moving
        else "家賃補助の申請です。転居費用補助は、別に受け付けてください。"
    )
    return [Obstacle("other_subsidy", words, ID)]


def end_obstacles(*, ended_as: str) -> list[Obstacle]:
    """転居費用補助 ends with the move, or with what came instead of it."""
    if ended_as in ENDS:
        return []
    return [Obstacle("other_end", "転居費用補助の終わり方は、転居したか、その他かを選んでください。", ID)]

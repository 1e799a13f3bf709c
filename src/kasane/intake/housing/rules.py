"""When an application for 住居確保給付金 is complete, how long it is granted, how often it goes on (R-SELF-01). Pure.

The decision is that of the authority with a 福祉事務所 (生活困窮者自立支援法6条); the desk takes in, sends on and talks
(国 別記1の4 8). Amounts are never in this file: they come from the profile, each with its day and source.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kasane.base.dates import add_months, wareki
from kasane.base.obstacles import Mend, Obstacle
from kasane.intake.registers.rules import order_obstacles, past_obstacles, required_obstacle
from kasane.profiles.model import HousingStandard

ID = "R-SELF-01"
TERM_MONTHS = 3
MOST_TERMS = 3
"""Three months, and twice three more: nine at most."""
LEFT_WORK_YEARS = 2
CHECK_BEFORE_END = 30
GIVEN = ("granted", "paused")


@dataclass(frozen=True)
class Facts:
    """What is known of an application."""

    ground: str
    lost_on: date | None
    received_on: date
    household_size: int
    rent: int
    income: int | None
    savings: int | None
    was_earner: bool
    other_aid: bool
    seeking: Sequence[str]
    papers: Collection[str]


@dataclass(frozen=True)
class Check:
    """One line of the desk's first look: `tone` ok, over, unknown. It decides nothing."""

    label: str
    tone: str
    words: str


def standard_for(standards: Collection[HousingStandard], *, size: int, on: date) -> HousingStandard | None:
    """The amounts in force on a day for this size of household; None when the town registered none."""
    fitting = [one for one in standards if one.size == size and one.valid_from <= on]
    return max(fitting, key=lambda one: one.valid_from, default=None)


def income_limit(standard: HousingStandard, rent: int) -> int:
    """基準額 and the rent, which counts up to its cap."""
    return standard.base + min(rent, standard.rent_cap)


def checks(facts: Facts, standard: HousingStandard | None) -> list[Check]:
    """The desk's first look at the conditions of 家賃補助, one after another; the authority decides (R-SELF-01)."""
    return [
        _ground(facts),
        Check("生計の中心", "ok", "世帯の生計を主に支えていました。")
        if facts.was_earner
        else Check(
            "生計の中心", "unknown", "離職などのときに、世帯の生計を主に支えていたかを確かめてください。"
        ),
        income_check(facts, standard),
        savings_check(facts, standard),
        Check("求職活動等", "ok", "求職活動等をしています。")
        if facts.seeking
        else Check("求職活動等", "unknown", "ハローワークへの求職申込みなどを、まだ確かめていません。"),
        Check("ほかの給付", "over", "ほかの公的な家賃の給付と重ねて受けることはできません。")
        if facts.other_aid
        else Check("ほかの給付", "ok", "ほかの公的な家賃の給付は受けていません。"),
    ]


def _ground(facts: Facts) -> Check:
    label = "離職・減収"
    if facts.lost_on is None:
        return Check(label, "unknown", "離職や減収の日がまだ書かれていません。")
    if facts.ground == "left_work":
        limit = add_months(facts.lost_on, 12 * LEFT_WORK_YEARS)
        if facts.received_on > limit:
            return Check(
                label,
                "over",
                f"離職から{LEFT_WORK_YEARS}年({wareki(limit)})をすぎています。病気などで求職活動ができなかった期間があれば、決定する機関に確かめてください。",
            )
        return Check(label, "ok", f"離職から{LEFT_WORK_YEARS}年以内です({wareki(limit)}まで)。")
    return Check(label, "ok", f"{wareki(facts.lost_on)}から収入が減っています。")


def income_check(facts: Facts, standard: HousingStandard | None) -> Check:
    if standard is None:
        return Check("収入", "unknown", "市町村の基準額が未登録です。決定する機関に確かめてください。")
    if facts.income is None:
        return Check("収入", "unknown", "世帯の収入がまだ書かれていません。")
    limit = income_limit(standard, facts.rent)
    words = f"世帯の収入 {facts.income:,}円 / 基準額と家賃 {limit:,}円({standard.source})"
    return Check("収入", "ok" if facts.income <= limit else "over", words)


def savings_check(facts: Facts, standard: HousingStandard | None) -> Check:
    if standard is None:
        return Check("預貯金", "unknown", "市町村の基準額が未登録です。決定する機関に確かめてください。")
    if facts.savings is None:
        return Check("預貯金", "unknown", "世帯の預貯金がまだ書かれていません。")
    words = f"世帯の預貯金 {facts.savings:,}円 / 上限 {standard.savings_cap:,}円({standard.source})"
    return Check("預貯金", "ok" if facts.savings <= standard.savings_cap else "over", words)


def missing_papers(papers: Collection[str], titles: Mapping[str, str]) -> list[str]:
    """The titles of the papers that have not come yet, in their order."""
    return [title for code, title in titles.items() if code not in papers]


def desk_obstacles(case_id: UUID, *, desks: Mapping[UUID, str], agency_id: UUID) -> list[Obstacle]:
    """Where the town has a 自立相談支援機関, it takes the application in (国 別記1の4 8); else whoever works on the case."""
    if not desks or agency_id in desks:
        return []
    sentence = f"住居確保給付金の受付は、{'・'.join(desks.values())}が行います。まだつないでいないときは、つなぎを送ってください。"
    mend = Mend("つなぐシートを書く", "intake:refer", (("case_id", case_id),))
    return [Obstacle("not_the_desk", sentence, ID, (mend,))]


NOT_ASKED: Mapping[str, tuple[str, ...]] = {
    "rent": ("move_needed", "estimate"),
    "moving": ("lease", "seeking"),
}
"""Which papers the other kind of the benefit asks for, and this one does not."""


def papers_of(subsidy: str, titles: Mapping[str, str]) -> dict[str, str]:
    """The papers that a kind of the benefit asks for, in their order."""
    return {code: title for code, title in titles.items() if code not in NOT_ASKED[subsidy]}


GROUNDS: Mapping[str, tuple[str, ...]] = {
    "rent": ("left_work", "less_income"),
    "moving": ("left_work", "less_income", "member_died", "member_work"),
}
"""Which grounds are grounds of which kind of the benefit."""


def receive_obstacles(
    *,
    subsidy: str,
    ground: str,
    received_on: date,
    lost_on: date | None,
    household_size: int,
    today: date,
    already_open: bool,
) -> list[Obstacle]:
    """What forbids to take an application in: a ground that is none of its kind, or one of the kind that is open."""
    found = past_obstacles(received_on, today=today, what="受付日", requirement=ID)
    if already_open:
        sentence = "この世帯の住居確保給付金は、もう受け付けています。そちらに書き足してください。"
        found.append(Obstacle("already_open", sentence, ID))
    if ground not in GROUNDS[subsidy]:
        sentence = "この理由で申請できるのは、転居費用補助だけです。"
        found.append(Obstacle("other_ground", sentence, ID))
    if household_size < 1:
        found.append(Obstacle("no_household", "世帯の人数は1人からです。", ID))
    return found + order_obstacles(
        lost_on, received_on, words="離職・減収の日が、受付日より後になっています。", requirement=ID
    )


def state_obstacles(state: str, allowed: Collection[str]) -> list[Obstacle]:
    """An act that does not belong to the present state."""
    if state in allowed:
        return []
    words = {
        "received": "まだ決定する機関に送っていません。",
        "sent": "決定を待っているところです。",
        "granted": "支給が決まっています。",
        "paused": "中断しています。先に再開してください。",
        "refused": "不支給と決まっています。",
        "withdrawn": "取り下げられています。",
        "ended": "支給は終わっています。",
    }
    return [Obstacle("other_state", words[state], ID)]


def send_obstacles(
    facts: Facts, *, state: str, on: date, sent_to: str, titles: Mapping[str, str], today: date
) -> list[Obstacle]:
    """What has to be there before the papers go to the authority: every paper and every figure it decides by."""
    found = state_obstacles(state, ("received",))
    if papers := missing_papers(facts.papers, titles):
        found.append(
            Obstacle("papers_missing", f"まだそろっていない書類があります:「{'」「'.join(papers)}」。", ID)
        )
    unknown = [
        words
        for words, value in (
            ("離職・減収の日", facts.lost_on),
            ("世帯の収入", facts.income),
            ("世帯の預貯金", facts.savings),
        )
        if value is None
    ]
    if unknown:
        found.append(Obstacle("figures_missing", f"まだ書かれていません: {'・'.join(unknown)}。", ID))
    found += past_obstacles(on, today=today, what="送った日", requirement=ID)
    found += order_obstacles(
        facts.received_on, on, words="送った日が、受付日より前になっています。", requirement=ID
    )
    return found + required_obstacle("nowhere", sent_to, "どこに送ったかを書いてください。", ID)


def decision_obstacles(
    *,
    state: str,
    granted: bool,
    decided_on: date,
    sent_on: date | None,
    starts_on: date | None,
    note: str,
    today: date,
) -> list[Obstacle]:
    """The authority's answer as the desk learns it: with the first day of benefit, or with the reason why not."""
    found = state_obstacles(state, ("sent",))
    found += past_obstacles(decided_on, today=today, what="決定日", requirement=ID)
    found += order_obstacles(
        sent_on, decided_on, words="決定日が、送った日より前になっています。", requirement=ID
    )
    if granted:
        return found + required_obstacle("no_start", starts_on, "支給期間の初日を入れてください。", ID)
    return found + required_obstacle("no_reason", note, "不支給の理由を書いてください。", ID)


def last_day(starts_on: date) -> date:
    """The last day of a term of three months: the eve of its day, or the month's end where it has no such day."""
    after = add_months(starts_on, TERM_MONTHS)
    return after if after.day < starts_on.day else after - timedelta(days=1)


def extension_obstacles(
    *, state: str, terms: int, last_on: date, decided_on: date, note: str, today: date
) -> list[Obstacle]:
    """At most twice, decided while the benefit still runs or just after, with the reason (nine months in all)."""
    found = state_obstacles(state, ("granted",))
    if terms >= MOST_TERMS:
        sentence = f"延長は2回まで(あわせて{TERM_MONTHS * MOST_TERMS}か月)です。終了を書いてください。"
        found.append(Obstacle("no_more", sentence, ID))
    found += past_obstacles(decided_on, today=today, what="決定日", requirement=ID)
    if decided_on > add_months(last_on, 1):
        sentence = f"支給期間は{wareki(last_on)}に終わっています。あらためて受け付けてください。"
        found.append(Obstacle("too_late", sentence, ID))
    return found + required_obstacle(
        "no_reason", note, "延長の理由(求職活動等のようす)を書いてください。", ID
    )


def talk_obstacles(*, state: str, on: date, next_on: date | None, today: date) -> list[Obstacle]:
    found = state_obstacles(state, ("received", "sent", *GIVEN))
    found += past_obstacles(on, today=today, what="面接日", requirement=ID)
    if next_on is not None and next_on <= on:
        found.append(Obstacle("next_before", "次の面接日は、面接日より後にしてください。", ID))
    return found


def pause_obstacles(*, state: str, on: date, reason: str, today: date) -> list[Obstacle]:
    """中断: while illness or injury keeps the person from looking for work."""
    found = state_obstacles(state, ("granted",)) + past_obstacles(
        on, today=today, what="中断した日", requirement=ID
    )
    return found + required_obstacle("no_reason", reason, "中断の理由を書いてください。", ID)


def resume_obstacles(
    *, state: str, paused_on: date | None, on: date, last_on: date, ends_on: date
) -> list[Obstacle]:
    """再開: after the interruption, with the last day the authority named anew."""
    found = [] if state == "paused" else [Obstacle("not_paused", "中断していません。", ID)]
    found += order_obstacles(
        paused_on, on, words="再開した日が、中断した日より前になっています。", requirement=ID
    )
    return found + order_obstacles(
        last_on, ends_on, words="支給期間の最終日は、前の最終日より早くできません。", requirement=ID
    )


def end_obstacles(*, state: str, on: date, ended_as: str, note: str, today: date) -> list[Obstacle]:
    """終了: with how it ended; where something else than time or work ended it, in words."""
    found = state_obstacles(state, GIVEN) if state != "paused" else []
    found += past_obstacles(on, today=today, what="終わった日", requirement=ID)
    if ended_as in ("no_seeking", "other"):
        found += required_obstacle("no_note", note, "どうして終わったのかを書いてください。", ID)
    return found


def withdraw_obstacles(*, state: str, note: str) -> list[Obstacle]:
    """取り下げ: as long as nothing is decided."""
    found = state_obstacles(state, ("received", "sent"))
    return found + required_obstacle("no_note", note, "取り下げの理由を書いてください。", ID)

"""The tables of one agency's 相談の件数 (R-INT-02, R-INT-03, R-INT-05). Pure: from what was read to what is shown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from kasane.base.choices import Channel, Topic
from kasane.intake.models import Outcome, ReferralState
from kasane.intake.numbers.bands import AGES, DAYS, HOPS, band, labels
from kasane.intake.numbers.periods import Column
from kasane.intake.numbers.sheets import Line, Sheet, headed, line, lines_of, total_of
from kasane.intake.rules import answer_due, field_of_topic

FIELDS = {
    "elderly": "高齢・介護",
    "disability": "病気・障害",
    "child": "子育て",
    "hardship": "生活困窮・仕事",
    "withdrawn": "ひきこもり・不登校",
    "": "ほか・決められない",
}
STATES = {str(value): str(label) for value, label in ReferralState.choices}
ANSWERED = (ReferralState.ACCEPTED, ReferralState.JOINT, ReferralState.RETURNED)
NO_SHARE = "—"


@dataclass(frozen=True)
class Taken:
    """One 受付シート. `first_contact`: days until somebody of the household was reached, None while nobody was."""

    on: date
    channel: str
    topics: tuple[str, ...]
    main_topic: str
    outcome: str
    age: int | None
    first_contact: int | None
    hops: int


@dataclass(frozen=True)
class Passed:
    """One つなぎ that the agency sent, or received."""

    on: date
    state: str
    is_urgent: bool
    answered_on: date | None


def by_channel(taken: Sequence[Taken], columns: Sequence[Column]) -> Sheet:
    names = {str(value): str(label) for value, label in Channel.choices}
    lines = lines_of(names, [(one.channel, one.on) for one in taken], columns)
    return Sheet(
        "channel", "受付方法", "受付方法", "件", "受付シートを、受付日に1件と数えます。",
        headed(columns), lines, total_of(lines),
    )  # fmt: skip


def by_topic(taken: Sequence[Taken], columns: Sequence[Column]) -> Sheet:
    names = {str(value): str(label) for value, label in Topic.choices}
    lines = lines_of(names, [(topic, one.on) for one in taken for topic in one.topics], columns)
    return Sheet(
        "topic", "相談内容", "相談内容の分類", "件",
        "受付シートでえらんだ分類です。ひとつの受付に分類がいくつかあれば、それぞれに数えます。足すと受付の件数より多くなります。",
        headed(columns), lines, line("受付の件数", [(one.on, 1) for one in taken], columns),
    )  # fmt: skip


def field_of(one: Taken) -> str:
    """The field of a reception: that of what troubles most; where none was chosen, the only one its topics touch."""
    if one.main_topic:
        return field_of_topic(one.main_topic)
    touched = {field for topic in one.topics if (field := field_of_topic(topic))}
    return touched.pop() if len(touched) == 1 else ""


def by_age_and_field(taken: Sequence[Taken]) -> Sheet:
    placed = [(band(one.age, AGES), field_of(one)) for one in taken]
    lines = tuple(
        Line(label, (*(placed.count((key, field)) for field in FIELDS), sum(age == key for age, _ in placed)))
        for key, label in labels(AGES, "分からない").items()
    )
    return Sheet(
        "age", "本人の年齢と分野", "受付日の本人の年齢", "件",
        "年齢は受付日の本人の年齢です。生年月日が分からないときは、聞き取った年齢です。分野は「一番困っていること」で決めます。"
        "えらばれていないときは、相談内容の分野がひとつだけなら、その分野です。",
        (*FIELDS.values(), "計"), lines, total_of(lines),
    )  # fmt: skip


def by_outcome(taken: Sequence[Taken], columns: Sequence[Column]) -> Sheet:
    names = {**{str(value): str(label) for value, label in Outcome.choices}, "": "まだ決めていない"}
    lines = lines_of(names, [(one.outcome, one.on) for one in taken], columns)
    return Sheet(
        "outcome", "対応", "対応", "件", "受付シートの「対応」の、いまの内容です。受付日の欄に数えます。",
        headed(columns), lines, total_of(lines),
    )  # fmt: skip


def by_first_contact(taken: Sequence[Taken], columns: Sequence[Column], *, least: int) -> Sheet:
    said = [(band(one.first_contact, DAYS), one.on) for one in taken]
    lines = lines_of(labels(DAYS, "まだない"), said, columns)
    parts = [[one for one in taken if column.first <= one.on <= column.last] for column in columns]
    if len(columns) > 1:
        parts.append(list(taken))
    middle = Line("中央値(日)", tuple(_middle(part, least) for part in parts))
    return Sheet(
        "first_contact", "はじめて連絡がつくまで", "受付日からの日数", "件",
        "受付日から、電話・訪問・面談・メール・手紙の支援記録がはじめて書かれた日までです。どの機関の記録でも数えます。"
        f"中央値は、連絡がついたものが{least}件以上のときだけ出します。",
        headed(columns), (*lines, middle), total_of(lines),
    )  # fmt: skip


def _middle(taken: Sequence[Taken], least: int) -> str:
    days = [one.first_contact for one in taken if one.first_contact is not None]
    return f"{median(days):g}" if len(days) >= least else NO_SHARE


def by_hops(taken: Sequence[Taken], columns: Sequence[Column]) -> Sheet:
    lines = lines_of(labels(HOPS), [(band(one.hops, HOPS), one.on) for one in taken], columns)
    return Sheet(
        "hops", "つないだ回数", "受付のあとのつなぎ", "件",
        "受付のあと、そのケースで送られたつなぎの数です。同時に送ったものも、それぞれ1回です。つなぎもどしと、取り下げたものは数えません。",
        headed(columns), lines, total_of(lines),
    )  # fmt: skip


def by_answer(
    key: str, title: str, passed: Sequence[Passed], columns: Sequence[Column], *, within_days: int
) -> Sheet:
    """つなぎ by their state, and how many of those answered were answered in time (R-INT-05)."""
    lines = lines_of(STATES, [(one.state, one.on) for one in passed], columns)
    parts = [[one for one in passed if column.first <= one.on <= column.last] for column in columns]
    if len(columns) > 1:
        parts.append(list(passed))
    share = Line("期限内の回答", tuple(in_time_share(part, within_days=within_days) for part in parts))
    return Sheet(
        key, title, "つなぎの状態", "件",
        f"送った日の欄に、いまの状態で数えます。つなぎもどしは入りません。期限は、送った日から{within_days}日(緊急は短い)です。"
        "「期限内の回答」は、回答があったもの(受けた・共に支援・戻した)のうちの割合です。",
        headed(columns), (*lines, share), total_of(lines),
    )  # fmt: skip


def in_time_share(passed: Collection[Passed], *, within_days: int) -> str:
    """「62%」 of those answered; a dash when none was."""
    answered = [one for one in passed if one.state in ANSWERED and one.answered_on is not None]
    if not answered:
        return NO_SHARE
    kept = sum(
        one.answered_on <= answer_due(one.on, is_urgent=one.is_urgent, within_days=within_days)
        for one in answered
        if one.answered_on is not None
    )
    return f"{round(100 * kept / len(answered))}%"

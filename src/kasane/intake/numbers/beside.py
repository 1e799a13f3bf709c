"""Tables of what is counted beside the 受付シート: short consultations, work beside cases, alarms, information given,
messages at the residents' door, and what stays of files that are gone (R-INT-02, R-INT-08, R-INT-09, R-INT-13). Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kasane.base.choices import Channel, Topic
from kasane.base.dates import fiscal_label
from kasane.intake.desk.counting import Figure
from kasane.intake.models import ActivityKind, DoorTopic, Matter, Reply
from kasane.intake.numbers.periods import Column
from kasane.intake.numbers.sheets import Line, Sheet, headed, line, lines_of, total_of
from kasane.profiles.vocabulary import Danger

Said = Sequence[tuple[str, date]]
"""A value and the day it was said on."""


def consultations(days: Iterable[date], shorts: Sequence[Figure], columns: Sequence[Column]) -> Sheet:
    """受付シート and 短い相談 beside each other: all that came to the desk."""
    lines = (
        line("受付シート", [(day, 1) for day in days], columns),
        figures_line("短い相談", _of(shorts, "short", "all"), columns),
    )
    return Sheet(
        "all", "受付と短い相談", "", "件",
        "短い相談は、取り消したものと、受付シートにしたものを除きます。受付シートにしたものは、受付シートに数えます。",
        headed(columns), lines, total_of(lines),
    )  # fmt: skip


def short_topics(shorts: Sequence[Figure], columns: Sequence[Column]) -> Sheet:
    rows = _of(shorts, "short", "topic")
    lines = tuple(
        figures_line(str(label), [one for one in rows if one.value == value], columns)
        for value, label in Topic.choices
    )
    total = figures_line("短い相談の件数", _of(shorts, "short", "all"), columns)
    return Sheet(
        "short_topic", "短い相談の内容", "相談内容の分類", "件",
        "分類がいくつかあれば、それぞれに数えます。足すと短い相談の件数より多くなります。",
        headed(columns), lines, total,
    )  # fmt: skip


def activities(figures: Sequence[Figure], columns: Sequence[Column]) -> Sheet:
    rows = _of(figures, "activity", "kind")
    lines = tuple(
        figures_line(str(label), [one for one in rows if one.value == value], columns)
        for value, label in ActivityKind.choices
    )
    return Sheet(
        "activity", "ケース以外の仕事", "種類", "件", "活動に入れたものです。取り消したものは入りません。",
        headed(columns), lines, total_of(lines, "件数の計"),
        notes=(f"時間の計 {sum(one.minutes for one in rows)}分、参加した人の計 {sum(one.people for one in rows)}人",),
    )  # fmt: skip


def alarms(said: Said, columns: Sequence[Column]) -> Sheet:
    lines = lines_of({str(one.value): one.label for one in Danger}, said, columns)
    return Sheet(
        "alarm", "緊急の知らせ", "緊急の種類", "件", "この機関が知らせたものを、知らせた日に数えます。",
        headed(columns), lines, total_of(lines),
    )  # fmt: skip


def information(said: Sequence[tuple[str, str, date]], columns: Sequence[Column]) -> Sheet:
    """情報提供, and for 生活保護 what the person answered. `said`: matter, reply, day."""
    names = {f"{Matter.GENERAL}/": str(Matter.GENERAL.label)} | {
        f"{Matter.ASSISTANCE}/{value}": f"{Matter.ASSISTANCE.label}:{label}" for value, label in Reply.choices
    }
    placed = [
        (f"{matter}/{reply if matter == Matter.ASSISTANCE else ''}", day) for matter, reply, day in said
    ]
    lines = lines_of(names, placed, columns)
    return Sheet(
        "information", "情報提供と生活保護の案内", "案内と本人の返事", "件",
        "この機関が伝えた日に数えます。同じケースに何度か伝えれば、それぞれ1件です。",
        headed(columns), lines, total_of(lines),
    )  # fmt: skip


def door(said: Said, columns: Sequence[Column]) -> Sheet:
    lines = lines_of({str(value): str(label) for value, label in DoorTopic.choices}, said, columns)
    return Sheet(
        "door", "住民の入口", "困りごと", "件",
        "「連絡してください」が届いた日に数えます。別の窓口に渡したものは、渡した先で数えます。",
        headed(columns), lines, total_of(lines),
    )  # fmt: skip


def disposed(rows: Sequence[tuple[str, int, str, int]], years: Sequence[int]) -> Sheet:
    """What stays of receptions whose files are gone. `rows`: measure, fiscal year, value, number."""
    found: dict[tuple[str, str], dict[int, int]] = {}
    for measure, year, value, number in rows:
        found.setdefault((measure, value), {})[year] = number
    lines = tuple(
        Line(f"{word}:{label}", _years(found[measure, value], years))
        for measure, word, choices in (
            ("reception", "受付方法", Channel.choices),
            ("topic", "相談内容", Topic.choices),
        )
        for value, label in choices
        if (measure, value) in found
    )
    came = [numbers for (measure, _), numbers in found.items() if measure == "reception"]
    total = _years({year: sum(one.get(year, 0) for one in came) for year in years}, years)
    heads = tuple(f"{fiscal_label(year)}年度" for year in years)
    return Sheet(
        "disposed", "廃棄したケースの受付", "受付方法と相談内容", "件",
        "保存期間が終わって廃棄したケースの受付です。上の表には入っていません。年度ごとの受付方法と相談内容だけが残っていて、"
        "年齢・対応・日数・つないだ回数は残っていません。期間にまるごと入っている年度だけを出します。",
        (*heads, "計") if len(years) > 1 else heads, lines, Line("受付の件数", total),
    )  # fmt: skip


def _years(numbers: Mapping[int, int], years: Sequence[int]) -> tuple[int, ...]:
    cells = [numbers.get(year, 0) for year in years]
    return tuple([*cells, sum(cells)] if len(years) > 1 else cells)


def figures_line(label: str, figures: Iterable[Figure], columns: Sequence[Column]) -> Line:
    """Figures by month in the columns: a month belongs to the column that holds any day of it."""
    return line(label, [(_inside(one.month, columns), one.n) for one in figures], columns)


def _inside(month: date, columns: Sequence[Column]) -> date:
    """A day of the month that lies in the period; the database has left out those that do not."""
    return max(month, columns[0].first) if columns else month


def _of(figures: Sequence[Figure], register: str, facet: str) -> list[Figure]:
    return [one for one in figures if one.register == register and one.facet == facet]

"""別紙2-7 つながり評価シート: five scores with their words, and their course drawn (R-COOR-08)."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.sheets.document import (
    Block,
    Cell,
    Checks,
    Column,
    Fields,
    Heading,
    Option,
    PicturePage,
    Prose,
    Sheet,
    Table,
)
from kasane.sheets.paper.town import DATE_BLANK, Town

Score = tuple[str, tuple[Option, ...], str | None]
"""What is asked, the words for 1 to 4, and which was chosen."""


@dataclass(frozen=True, slots=True)
class ConnectednessData:
    """One rating with its scores, and all ratings up to it in `course` (a line each: day, occasion, scores …)."""

    scores: tuple[Score, ...]
    occasions: tuple[Option, ...]
    case_number: str | None = None
    person_name: str | None = None
    rated_on: str | None = None
    occasion: str | None = None
    with_person: str | None = None
    author: str | None = None
    note: str | None = None
    course: tuple[tuple[str, ...], ...] = ()
    picture: PicturePage | None = None


def connectedness_2_7(data: ConnectednessData, town: Town, *, printed_on: str = "") -> Sheet:
    """The scores of one day, filled in or blank, and how they went."""
    blocks: list[Block] = [
        _beginning(data),
        Heading(
            "5つのつながり", note="いまの様子に一番近いものを選びます。できるだけ本人といっしょにつけます。"
        ),
        Fields(tuple((_score(score),) for score in data.scores)),
        Prose("そう考えた理由", data.note or "", lines=3),
    ]
    if data.course:
        names = [label for label, _, _ in data.scores]
        columns = (Column("日", 1.2), Column("時点", 1.2), *(Column(name, 0.9, "center") for name in names),
                   Column("合計", 0.7, "center"), Column("つけ方・記入者", 2.2))  # fmt: skip
        blocks += [Heading("これまでの評価"), Table(columns, data.course, row_lines=1)]
    if data.picture is not None:
        blocks += [data.picture]
    return town.sheet(
        "connectedness",
        "つながり評価シート",
        blocks,
        code="2-7",
        printed_on=printed_on,
        case_number=data.case_number,
    )


def _beginning(data: ConnectednessData) -> Fields:
    occasion = frozenset({data.occasion}) if data.occasion else frozenset[str]()
    with_person = frozenset({data.with_person}) if data.with_person else frozenset[str]()
    return Fields(
        (
            (
                Cell("本人氏名", data.person_name or "", width=1.4),
                Cell("つけた日", data.rated_on or "", blank=DATE_BLANK),
            ),
            (Checks("時点", data.occasions, occasion),),
            (
                Checks(
                    "つけ方", (("yes", "本人といっしょに"), ("no", "支援者だけで")), with_person, width=1.4
                ),
                Cell("記入者", data.author or ""),
            ),
        )
    )


def _score(score: Score) -> Checks:
    label, options, chosen = score
    return Checks(label, options, frozenset({chosen}) if chosen else frozenset(), columns=2)

"""別紙2-3 インテーク・アセスメントシート: parts with their author and source, issues person by person (R-COOR-03)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kasane.sheets.document import Block, Cell, Checks, Fields, Heading, Notice, Option, PicturePage, Sheet
from kasane.sheets.paper.town import DATE_BLANK, Town

LONG_LINES = 3
"""Room for a pen in an answer of several lines."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One item: free text, or what was chosen of a closed list."""

    label: str
    text: str = ""
    key: str = ""
    always: bool = False
    options: tuple[Option, ...] = ()
    chosen: frozenset[str] = frozenset()
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class PartData:
    """One section of the sheet with where it comes from; `gathered` is the day, who wrote it, and from whom they know."""

    title: str
    answers: tuple[Answer, ...] = ()
    gathered: str = ""
    sources: tuple[str, ...] = ()
    source_note: str = ""
    is_issues: bool = False


@dataclass(frozen=True, slots=True)
class PersonIssues:
    """The issues of 本人 or of one of the household."""

    who: str
    chosen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AssessmentData:
    """The sections the viewer may see, in their order; one of them is that of the issues, person by person."""

    parts: tuple[PartData, ...]
    issue_options: tuple[Option, ...] = ()
    people: tuple[PersonIssues, ...] = ()
    screenings: tuple[Option, ...] = ()
    screening: str | None = None
    screened_on: str | None = None
    case_number: str | None = None
    person_name: str | None = None
    started_on: str | None = None
    is_partial: bool = False
    picture: PicturePage | None = None


def assessment_2_3(data: AssessmentData, town: Town, *, printed_on: str = "") -> Sheet:
    """The sheet, filled in or blank; genogram and ecomap have the last page."""
    blocks: list[Block] = [_beginning(data)]
    if data.is_partial:
        blocks.append(
            Notice("印刷した人が見られる種類の情報だけが入っています。ほかの項目は、この紙にはありません。")
        )
    for part in data.parts:
        blocks += _issues(part, data) if part.is_issues else _part(part, town)
    blocks.append(_screening(data))
    if data.picture is not None:
        blocks.append(replace(data.picture, alone=True))
    return town.sheet(
        "assessment",
        "インテーク・アセスメントシート",
        blocks,
        code="2-3",
        printed_on=printed_on,
        case_number=data.case_number,
    )


def _beginning(data: AssessmentData) -> Fields:
    return Fields(
        (
            (
                Cell("本人氏名", data.person_name or "", width=1.4),
                Cell("開始日", data.started_on or "", blank=DATE_BLANK),
            ),
        )
    )


def _part(part: PartData, town: Town) -> list[Block]:
    shown = [one for one in part.answers if town.shows(f"assessment.{one.key}", always=one.always)]
    return [
        Heading(part.title),
        Fields(tuple((_item(answer, town),) for answer in shown)),
        _source(part),
    ]


def _item(answer: Answer, town: Town) -> Cell | Checks:
    label = town.label(f"assessment.{answer.key}", answer.label)
    if answer.options:
        return Checks(label, answer.options, answer.chosen)
    return Cell(label, answer.text, lines=LONG_LINES if answer.is_long else 1)


def _source(part: PartData) -> Fields:
    """By whom, on which day and from whom: a part without it can not be weighed (R-COOR-03)."""
    known = "、".join(part.sources)
    note = f"({part.source_note})" if part.source_note else ""
    return Fields(((Cell("聞き取り", part.gathered, width=1.4), Cell("情報源", f"{known}{note}")),))


def _issues(part: PartData, data: AssessmentData) -> list[Block]:
    return [
        Heading(part.title, note="あてはまるものすべてに印をつけます"),
        *(
            Checks(person.who, data.issue_options, person.chosen, columns=5, wide=True, is_typed=True)
            for person in data.people
        ),
        _source(part),
    ]


def _screening(data: AssessmentData) -> Fields:
    chosen = frozenset({data.screening}) if data.screening else frozenset[str]()
    return Fields(
        (
            (Checks("スクリーニング", data.screenings, chosen),),
            (Cell("判断した日", data.screened_on or "", blank=DATE_BLANK),),
        )
    )

"""別紙2-5① 参加支援プラン and 2-5② アウトリーチ等プラン: the own plan of ② and ④ (R-COOR-05)."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.sheets.document import Block, Cell, Checks, Column, Fields, Heading, Option, Sheet, Table
from kasane.sheets.paper.town import DATE_BLANK, Town, fields, own_items

BLANK_JUDGEMENTS = 2


@dataclass(frozen=True, slots=True)
class MenuAnswer:
    """One item of the sheet: free text, or what was chosen of a closed list."""

    key: str
    label: str
    text: str = ""
    lines: int = 1
    options: tuple[Option, ...] = ()
    chosen: str | None = None
    always: bool = False


@dataclass(frozen=True, slots=True)
class MenuData:
    """The items under their headings in the order of the field. `kind` begins the keys of the town's own labels."""

    kind: str
    code: str
    title: str
    sections: tuple[tuple[str, tuple[MenuAnswer, ...]], ...]
    rounds: tuple[Option, ...]
    case_number: str | None = None
    person_name: str | None = None
    round: str | None = None
    round_number: str | None = None
    made_on: str | None = None
    author: str | None = None
    started_on: str | None = None
    evaluate_on: str | None = None
    judgements: tuple[tuple[str, ...], ...] = ()
    ending: str | None = None
    end_reason: str | None = None
    extra: tuple[tuple[str, str], ...] = ()


def menu_2_5(data: MenuData, town: Town, *, printed_on: str = "") -> Sheet:
    """One version of the plan of ② or ④, filled in or blank, with what conferences said of it."""
    blocks: list[Block] = [_beginning(data, town)]
    for title, answers in data.sections:
        rows = [_answer(answer, data.kind, town) for answer in answers]
        if any(rows):
            blocks += [Heading(title), fields(*rows)]
    blocks += [Heading("期間と評価"), _period(data, town), *own_items(data.extra)]
    blocks += [Heading("会議での確認"), _judgements(data)]
    if data.ending:
        ending = (Cell("終わり方", data.ending, width=0.6), Cell("理由", data.end_reason or "", width=1.4))
        blocks += [Heading("終わり"), Fields((ending,))]
    return town.sheet(
        data.kind,
        data.title,
        blocks,
        code=data.code,
        printed_on=printed_on,
        case_number=data.case_number,
    )


def _beginning(data: MenuData, town: Town) -> Fields:
    kind = data.kind
    return fields(
        town.cells(f"{kind}.case_number", "ID(ケース番号)", data.case_number)
        + town.cells(f"{kind}.person_name", "本人氏名", data.person_name, width=1.4),
        town.checks(
            f"{kind}.round",
            "プラン回数",
            data.rounds,
            data.round,
            other=data.round_number,
            other_key=data.rounds[-1][0],
        ),
        town.cells(f"{kind}.made_on", "作成日", data.made_on, always=True, blank=DATE_BLANK)
        + town.cells(f"{kind}.author", "作成者", data.author, always=True, width=1.4),
    )


def _answer(answer: MenuAnswer, kind: str, town: Town) -> tuple[Cell | Checks, ...]:
    key = f"{kind}.{answer.key}"
    if answer.options:
        return town.checks(key, answer.label, answer.options, answer.chosen, always=answer.always)
    return town.cells(key, answer.label, answer.text, always=answer.always, lines=answer.lines)


def _period(data: MenuData, town: Town) -> Fields:
    kind = data.kind
    return fields(
        town.cells(f"{kind}.started_on", "支援を始めた日", data.started_on, blank=DATE_BLANK)
        + town.cells(f"{kind}.evaluate_on", "評価時期", data.evaluate_on, always=True, blank=DATE_BLANK)
    )


def _judgements(data: MenuData) -> Table:
    columns = (
        Column("開催日", 1.1),
        Column("会議", 1.2),
        Column("時点", 1.1),
        Column("判断", 1.0),
        Column("意見・確認した事項", 3.0),
    )
    return Table(columns, data.judgements, min_rows=BLANK_JUDGEMENTS, row_lines=2)

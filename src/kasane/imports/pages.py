"""What the pages of the import show, made from what the rules found."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from openpyxl.utils import get_column_letter

from kasane.base.choices import Channel, ConsentAnswer, Sex, Topic
from kasane.base.dates import age_on, wareki
from kasane.imports.models import SkippedRows, Upload
from kasane.imports.rules import Checked, Notice, Planned
from kasane.imports.rules.columns import REPORT_HEADINGS

STEPS = ("ファイルを選ぶ", "列を合わせる", "確かめる", "取り込む")
PREVIEWED = 6
_LONG_IMPORT = 200
_CASES_PER_MINUTE = 2500


def steps(now: int) -> list[dict[str, str]]:
    """The way of an import with the present step marked; `now` counts from 0."""
    states = ("done" if n < now else "now" if n == now else "todo" for n in range(len(STEPS)))
    return [{"label": label, "state": state} for label, state in zip(STEPS, states, strict=True)]


@dataclass(frozen=True)
class FaultLine:
    """A fault as a row of the table."""

    row: int
    heading: str
    letter: str
    value: str
    reason: str
    is_error: bool
    others: int


def fault_lines(notices: Sequence[Notice], headings: Sequence[str]) -> list[FaultLine]:
    return [_line(notice, headings) for notice in notices]


def _line(notice: Notice, headings: Sequence[str]) -> FaultLine:
    fault = notice.fault
    known = 0 <= fault.column < len(headings)
    return FaultLine(
        row=fault.row,
        heading=headings[fault.column] if known else "",
        letter=get_column_letter(fault.column + 1) if known else "",
        value=fault.value if len(fault.value) <= 60 else fault.value[:59] + "…",
        reason=fault.reason,
        is_error=fault.is_error,
        others=notice.others,
    )


@dataclass(frozen=True)
class PreviewCase:
    """A case as it will look: the first lines of its sheet."""

    rows: str
    name: str
    kana: str
    facts: list[str]
    household: list[str]
    received: str
    channel: str
    topics: list[str]
    overview: str
    household_note: str
    is_urgent: bool
    consent: str
    closed: str


def preview(checked: Checked, most: int = PREVIEWED) -> list[PreviewCase]:
    return [_preview(planned) for planned in checked.planned[:most]]


def _preview(planned: Planned) -> PreviewCase:
    sheet = planned.sheet
    on: date = sheet["received_on"]
    return PreviewCase(
        rows="・".join(str(row) for row in sorted(planned.lines)),
        name=_name(planned.subject),
        kana=f"{planned.subject.get('family_kana', '')} {planned.subject.get('given_kana', '')}".strip(),
        facts=_facts(planned.subject, on),
        household=[
            " ".join(filter(None, (str(one.get("relation", "")), _name(one), *_facts(one, on)[:2])))
            for one in planned.household
        ],
        received=wareki(on),
        channel=str(Channel(sheet["channel"]).label),
        topics=[str(Topic(topic).label) for topic in sheet["topics"]],
        overview=_short(sheet["overview"], 160),
        household_note=_short(sheet["household_note"], 160),
        is_urgent=bool(sheet["is_urgent"]),
        consent=str(ConsentAnswer(planned.consent["answer"]).label),
        closed=wareki(planned.closed_on),
    )


def _name(person: Mapping[str, Any]) -> str:
    return f"{person.get('family_name', '')} {person.get('given_name', '')}".strip()


def _facts(person: Mapping[str, Any], on: date) -> list[str]:
    """Age, sex, birth date, address, telephone: what is there."""
    birth = person.get("birth_date")
    age = age_on(birth, on) if birth else person.get("stated_age")
    found = [f"{age}歳" if age is not None else "", str(Sex(person["sex"]).label) if "sex" in person else ""]
    found += [f"{wareki(birth)}生まれ" if birth else "", str(person.get("address", ""))]
    found += [str(person.get(key, "")) for key in ("phone", "mobile")]
    return [one for one in found if one]


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def wait_words(cases: int) -> str:
    """How long it will last, for those who would think that it hangs; '' when it is done at once."""
    if cases < _LONG_IMPORT:
        return ""
    minutes = -(-cases // _CASES_PER_MINUTE)
    return f"終わるまで{minutes}分ほどかかることがあります。そのままお待ちください。"


def skipped_csv(skipped: SkippedRows) -> bytes:
    """The rows an import left out, with where they stood and why; opens in Excel and can be imported when mended."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    headings = [str(heading) for heading in skipped.headings]
    writer.writerow([*map(_harmless, headings), *REPORT_HEADINGS])
    for row in skipped.rows:
        cells = [*row["cells"], *[""] * (len(headings) - len(row["cells"]))]
        writer.writerow([*map(_harmless, cells), row["row"], " / ".join(row["reasons"])])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell that Excel would run as a formula is shown as text instead."""
    is_formula = cell[:1] in ("=", "@", "\t") or (
        cell[:1] in ("+", "-") and not cell[1:2].isdigit() and len(cell) > 1
    )
    return f"'{cell}" if is_formula else cell


def left_out_columns(upload: Upload, headings: Sequence[str]) -> list[str]:
    """The headings of columns that are not imported, to be looked at once more."""
    return [
        heading
        for heading, key in zip(headings, upload.columns, strict=False)
        if heading and not key and heading not in REPORT_HEADINGS
    ]

"""Rows of one household become one case; what stands twice is found (R-OPS-02, R-INT-01)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from kasane.base.dates import wareki
from kasane.imports.rules.cells import narrow, says_nothing
from kasane.imports.rules.columns import headings_of, plain
from kasane.imports.rules.rows import read_row
from kasane.imports.rules.shapes import Columns, Fault, Ground, ReadRow, gather
from kasane.imports.rules.sheet import SUBJECT_WORDS, consent_of, person_of, sheet_of
from kasane.imports.rules.twins import find_twins, fingerprint_of, look_known

NOT_WRITTEN = "(台帳に相談の概要の記載がありません)"


@dataclass(frozen=True)
class Planned:
    """One case as it will be made, as `intake.api.receive` takes it. `lines`: row of the file to its ledger number."""

    lines: Mapping[int, str]
    subject: Mapping[str, Any]
    household: Sequence[Mapping[str, Any]]
    sheet: Mapping[str, Any]
    consent: Mapping[str, Any]
    fingerprint: str
    staff_id: UUID | None = None
    closed_on: date | None = None

    @property
    def persons(self) -> int:
        return 1 + len(self.household)


@dataclass(frozen=True)
class Skipped:
    """A row that can not be imported as it stands, with the reasons in words."""

    row: int
    cells: Sequence[str]
    reasons: Sequence[str]


@dataclass(frozen=True)
class Checked:
    """A whole table against the rules: the cases that can be made, every fault, the rows that would be skipped."""

    planned: list[Planned] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def errors(self) -> int:
        return sum(1 for fault in self.faults if fault.is_error)

    @property
    def known(self) -> int:
        """Those of the errors that only say that the row came in before."""
        return sum(1 for fault in self.faults if fault.is_known)

    @property
    def warnings(self) -> int:
        """Each doubt once, in however many rows it stands."""
        return sum(1 for notice in gather(self.faults) if not notice.fault.is_error)

    @property
    def persons(self) -> int:
        return sum(case.persons for case in self.planned)


def check(rows: Sequence[Sequence[str]], *, header: int, columns: Sequence[str], ground: Ground) -> Checked:
    """Reads everything below the headings at index `header` (R-OPS-02). Pure: what happened before is in `ground`."""
    headings = headings_of(rows, header)
    read = [
        read_row(index + 1, row, columns=columns, headings=headings, ground=ground)
        for index, row in enumerate(rows)
        if index > header and any(row) and not _repeats(row, headings)
    ]
    finder = Columns(columns)
    find_twins(read, finder, ground)
    checked = Checked()
    fingerprints: dict[str, int] = {}
    for group in _households(read):
        _plan(group, finder, ground, fingerprints, checked)
    checked.faults.extend(fault for row in read for fault in row.faults)
    checked.faults.sort(key=lambda fault: (fault.row, fault.column))
    checked.skipped.sort(key=lambda skipped: skipped.row)
    return checked


def _repeats(row: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether the headings stand again, as at the top of each printed page."""
    filled = [(plain(cell), plain(heading)) for cell, heading in zip(row, headings, strict=False) if cell]
    return len(filled) > 1 and all(cell == heading for cell, heading in filled)


def _households(rows: Iterable[ReadRow]) -> list[list[ReadRow]]:
    """Rows with the same household number together, in the order of the file; without a number each by itself."""
    groups: dict[str, list[ReadRow]] = {}
    for row in rows:
        number = narrow(str(row.case.get("household_no", "")))
        known = number and not says_nothing(number)
        groups.setdefault(f"household {number}" if known else f"row {row.number}", []).append(row)
    return list(groups.values())


def _plan(
    group: list[ReadRow], columns: Columns, ground: Ground, fingerprints: dict[str, int], checked: Checked
) -> None:
    """Makes the case of one household, or tells why it can not be made."""
    subject = _subject(group, columns)
    members = [row for row in group if row is not subject]
    _look_members(group, columns)
    case = _together(subject, members)
    _look_case(subject, case, columns)
    fingerprint = fingerprint_of(subject, case)
    look_known(subject, case, fingerprint, fingerprints, ground)
    consent = consent_of(subject, case, columns)
    bad = [row for row in group if row.has_error]
    if bad:
        checked.skipped.extend(_skipped(row, bad) for row in group)
        return
    checked.planned.append(
        Planned(
            lines={row.number: str(row.case.get("ledger_no", "")) for row in group},
            subject=person_of(subject, is_subject=True),
            household=[person_of(row, is_subject=False) for row in members],
            sheet=sheet_of(subject, case),
            consent=consent,
            fingerprint=fingerprint,
            staff_id=case.get("staff_id"),
            closed_on=case.get("closed_on"),
        )
    )


def _subject(group: list[ReadRow], columns: Columns) -> ReadRow:
    """本人 of a household: by 続柄, else the head of the household, else the first row (with a warning)."""
    marked = [row for row in group if row.person.get("relation") in SUBJECT_WORDS]
    for row in marked[1:]:
        reason = f"同じ世帯に「本人」が二人います({marked[0].number}行目)。続柄を直してください。"
        row.faults.append(Fault(row.number, columns.of("relation"), str(row.person["relation"]), reason))
    if marked:
        return marked[0]
    first = next((row for row in group if row.person.get("relation") == "世帯主"), group[0])
    if len(group) > 1:
        reason = "続柄に「本人」がない世帯なので、この行の人を本人とします。"
        column = columns.of("relation", "household_no")
        first.faults.append(Fault(first.number, column, str(first.person.get("relation", "")), reason, False))
    return first


def _look_members(group: list[ReadRow], columns: Columns) -> None:
    seen: dict[str, ReadRow] = {}
    for row in group:
        name = narrow(row.name).replace(" ", "")
        if not name or says_nothing(name):
            continue
        first = seen.setdefault(name, row)
        if first is not row:
            reason = (
                f"同じ世帯番号の{first.number}行目に、同じ氏名の人がいます。同じ人の二度目の相談なら、"
                "世帯番号の列を「取り込まない」にして、別のケースとして取り込んでください。"
            )
            row.faults.append(Fault(row.number, columns.of("name", "family_name"), row.name, reason))


def _together(subject: ReadRow, members: Sequence[ReadRow]) -> dict[str, Any]:
    """The consultation as the rows of a household tell it together; 本人's row counts first, consent is theirs alone."""
    case = dict(subject.case)
    for row in members:
        for key, value in row.case.items():
            if not key.startswith("consent") and key not in ("topics", "overview", "is_urgent", "ledger_no"):
                case.setdefault(key, value)
    rows = [subject, *members]
    case["topics"] = list(dict.fromkeys(topic for row in rows for topic in row.case.get("topics", [])))
    urgent = next((row for row in rows if row.case.get("is_urgent")), None)
    case["is_urgent"] = urgent is not None
    case["urgent_note"] = urgent.case["urgent_note"] if urgent else ""
    texts = dict.fromkeys(str(row.case["overview"]) for row in rows if row.case.get("overview"))
    case["overview"] = "\n\n".join(texts)
    notes = [str(case["household_note"])] if case.get("household_note") else []
    for row in rows:
        whose = "" if row is subject else f"({row.name or row.person.get('relation', '')})"
        notes.extend(f"{note}{whose}" for note in row.notes if row is subject or note not in subject.notes)
    case["household_note"] = "\n".join(dict.fromkeys(notes))
    return case


def _look_case(subject: ReadRow, case: dict[str, Any], columns: Columns) -> None:
    on, ended = case.get("received_on"), case.get("closed_on")
    column = columns.of("received_on")
    unread = any(fault.is_error and fault.column == column for fault in subject.faults)
    if on is None and not unread:
        reason = "受付日がありません。分からないときは、その年度の4月1日などを入れてください。"
        subject.faults.append(Fault(subject.number, column, "", reason))
    if on is not None and ended is not None and ended < on:
        reason = f"終わった日が、受付日({wareki(on)})より前です。"
        subject.faults.append(Fault(subject.number, columns.of("closed_on"), wareki(ended), reason))
    if not case["overview"]:
        reason = "相談の概要が書かれていません。「記載がありません」と入れて取り込みます。"
        subject.faults.append(Fault(subject.number, columns.of("overview"), "", reason, is_error=False))
        case["overview"] = NOT_WRITTEN


def _skipped(row: ReadRow, bad: Sequence[ReadRow]) -> Skipped:
    reasons = [fault.reason for fault in row.faults if fault.is_error]
    if not reasons:
        where = "・".join(f"{other.number}行目" for other in bad)
        reasons = [f"同じ世帯の{where}に誤りがあります。"]
    return Skipped(row.number, row.cells, reasons)

"""Rows of one household become one case; what stands twice is found (R-OPS-02, R-INT-01)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from kasane.base.dates import wareki
from kasane.base.kinds import SHAREABLE_KINDS
from kasane.imports.rules.cells import narrow, says_nothing
from kasane.imports.rules.columns import headings_of, plain
from kasane.imports.rules.rows import Fault, Ground, ReadRow, read_row

SUBJECT_WORDS = frozenset({"本人", "対象者", "当事者", "相談者本人", "ご本人", "対象者本人"})
NOT_WRITTEN = "(台帳に相談の概要の記載がありません)"
UNSAID = "台帳に記載なし"


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
    def warnings(self) -> int:
        return len(self.faults) - self.errors

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
    finder = _Columns(columns)
    _find_twins(read, finder, ground)
    checked = Checked()
    fingerprints: dict[str, int] = {}
    for group in _households(read):
        _plan(group, finder, ground, fingerprints, checked)
    checked.faults.extend(fault for row in read for fault in row.faults)
    checked.faults.sort(key=lambda fault: (fault.row, fault.column))
    checked.skipped.sort(key=lambda skipped: skipped.row)
    return checked


class _Columns:
    """Where a field stands, to name the column in a fault."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = list(columns)

    def of(self, *keys: str) -> int:
        return next((self._columns.index(key) for key in keys if key in self._columns), -1)


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


def _find_twins(rows: Sequence[ReadRow], columns: _Columns, ground: Ground) -> None:
    """Ledger numbers that stand twice or were imported before are errors; persons that look the same, warnings."""
    numbers: dict[str, ReadRow] = {}
    people: dict[tuple[str, Any], ReadRow] = {}
    for row in rows:
        _look_number(row, numbers, columns, ground)
        name = narrow(row.name).replace(" ", "")
        if not name or says_nothing(name):
            continue
        key = (name, row.person.get("birth_date") or row.person.get("stated_age"))
        first = people.setdefault(key, row)
        if first is not row and not _same_household(first, row):
            same = "氏名と生年月日" if row.person.get("birth_date") else "氏名"
            row.faults.append(
                Fault(
                    row.number,
                    columns.of("name", "family_name"),
                    row.name,
                    f"{first.number}行目と{same}が同じです。同じ人なら、片方を除くか、世帯番号を同じにしてください。",
                    is_error=False,
                )
            )


def _look_number(row: ReadRow, numbers: dict[str, ReadRow], columns: _Columns, ground: Ground) -> None:
    number = narrow(str(row.case.get("ledger_no", "")))
    if not number or says_nothing(number):
        row.case["ledger_no"] = ""
        return
    row.case["ledger_no"] = number
    first = numbers.setdefault(number, row)
    column = columns.of("ledger_no")
    if number in ground.numbers:
        reason = f"この台帳番号は、すでに取り込まれています({ground.numbers[number]})。"
        row.faults.append(Fault(row.number, column, number, reason))
    elif first is not row and not _same_household(first, row):
        reason = (
            f"同じ台帳番号が{first.number}行目にもあります。番号を直すか、"
            "世帯でまとめるときは、この列を「世帯番号」にしてください。"
        )
        row.faults.append(Fault(row.number, column, number, reason))


def _same_household(one: ReadRow, other: ReadRow) -> bool:
    mine, theirs = (narrow(str(row.case.get("household_no", ""))) for row in (one, other))
    return bool(mine) and mine == theirs and not says_nothing(mine)


def _plan(
    group: list[ReadRow], columns: _Columns, ground: Ground, fingerprints: dict[str, int], checked: Checked
) -> None:
    """Makes the case of one household, or tells why it can not be made."""
    subject = _subject(group, columns)
    members = [row for row in group if row is not subject]
    _look_members(group, columns)
    case = _together(subject, members)
    _look_case(subject, case, columns)
    fingerprint = _fingerprint(subject, case)
    _look_known(subject, case, fingerprint, fingerprints, ground)
    consent = _consent(subject, case, columns)
    bad = [row for row in group if row.has_error]
    if bad:
        checked.skipped.extend(_skipped(row, bad) for row in group)
        return
    checked.planned.append(
        Planned(
            lines={row.number: str(row.case.get("ledger_no", "")) for row in group},
            subject=_person(subject, is_subject=True),
            household=[_person(row, is_subject=False) for row in members],
            sheet=_sheet(subject, case),
            consent=consent,
            fingerprint=fingerprint,
            staff_id=case.get("staff_id"),
            closed_on=case.get("closed_on"),
        )
    )


def _subject(group: list[ReadRow], columns: _Columns) -> ReadRow:
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


def _look_members(group: list[ReadRow], columns: _Columns) -> None:
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


def _look_case(subject: ReadRow, case: dict[str, Any], columns: _Columns) -> None:
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


def _fingerprint(subject: ReadRow, case: Mapping[str, Any]) -> str:
    """A digest of who, when and what: by it the same consultation is known again where the ledger has no numbers."""
    known = (
        narrow(subject.name).replace(" ", ""),
        str(subject.person.get("birth_date", "")),
        str(case.get("received_on", "")),
        "".join(narrow(str(case["overview"])).split()),
    )
    return hashlib.sha256("\n".join(known).encode()).hexdigest()


def _look_known(
    subject: ReadRow, case: Mapping[str, Any], fingerprint: str, seen: dict[str, int], ground: Ground
) -> None:
    """The same consultation again: an error where no number tells the two apart, else a warning (R-OPS-02)."""
    numbered = bool(subject.case.get("ledger_no"))
    if fingerprint in ground.prints and not any(fault.is_error for fault in subject.faults):
        reason = (
            f"同じ人・同じ受付日・同じ内容の相談が、すでに取り込まれています({ground.prints[fingerprint]})。"
        )
        subject.faults.append(Fault(subject.number, -1, subject.name, reason, is_error=not numbered))
    first = seen.setdefault(fingerprint, subject.number)
    if first != subject.number:
        reason = f"{first}行目と、人・受付日・内容がみな同じです。二重に書かれていないか確かめてください。"
        subject.faults.append(Fault(subject.number, -1, subject.name, reason, is_error=False))


def _consent(subject: ReadRow, case: Mapping[str, Any], columns: _Columns) -> dict[str, Any]:
    """The answer as the ledger has it; a yes without how and by whom it was asked can only be 不明 (R-INT-01, R-DIS-01)."""
    answer = case.get("consent_answer", "unclear")
    words = str(case.get("consent_words", ""))
    by = str(case.get("consent_by") or case.get("staff") or "")
    method = str(case.get("consent_method") or "")
    if answer == "agree" and not (method and by):
        missing = "確認方法(書面・口頭・代理人)" if not method else "説明した人"
        reason = f"{missing}が分からないので、同意は「不明」として取り込みます。ケースで確かめてください。"
        subject.faults.append(Fault(subject.number, columns.of("consent_answer"), words, reason, False))
        answer = "unclear"
    return {
        "answer": answer,
        "confirmed_on": case.get("consent_on") or case.get("received_on"),
        "method": method if answer != "unclear" else "",
        "explained_by": by if answer != "unclear" else "",
        "note": f"台帳の記載: {words}" if words else UNSAID,
    }


def _person(row: ReadRow, *, is_subject: bool) -> dict[str, Any]:
    values = dict(row.person)
    if is_subject:
        values.pop("relation", None)
    return values


def _sheet(subject: ReadRow, case: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the 受付シート. Free text nobody has sorted counts as of every kind that can be shared (R-DIS-04)."""
    note = case["household_note"]
    relation = subject.person.get("relation", "")
    if relation and relation not in SUBJECT_WORDS:
        note = f"続柄: {relation}\n{note}".strip()
    topics = case["topics"]
    asked = "consulter_is" in case
    is_self = not asked and narrow(str(case.get("consulter_name", ""))) == narrow(subject.name)
    return {
        "received_on": case.get("received_on"),
        "channel": case.get("channel", "other"),
        "channel_note": case.get("channel_note", "" if "channel" in case else UNSAID),
        "consulter_is": case.get("consulter_is", "self" if is_self else "other"),
        "consulter_tie": case.get("consulter_tie", "" if asked or is_self else UNSAID),
        "consulter_name": case.get("consulter_name", ""),
        "consulter_contact": case.get("consulter_contact", ""),
        "household_note": note,
        "involved_note": case.get("involved_note", ""),
        "overview": case["overview"],
        "topics": topics,
        "main_topic": topics[0] if len(topics) == 1 else "",
        "is_urgent": case["is_urgent"],
        "urgent_note": case["urgent_note"],
        "kinds": int(SHAREABLE_KINDS),
    }


def _skipped(row: ReadRow, bad: Sequence[ReadRow]) -> Skipped:
    reasons = [fault.reason for fault in row.faults if fault.is_error]
    if not reasons:
        where = "・".join(f"{other.number}行目" for other in bad)
        reasons = [f"同じ世帯の{where}に誤りがあります。"]
    return Skipped(row.number, row.cells, reasons)

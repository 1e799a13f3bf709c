"""What stands twice in a ledger, or came in with an earlier one (R-OPS-02)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from kasane.imports.rules.cells import narrow, says_nothing
from kasane.imports.rules.shapes import Columns, Fault, Ground, ReadRow


def find_twins(rows: Sequence[ReadRow], columns: Columns, ground: Ground) -> None:
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


def _look_number(row: ReadRow, numbers: dict[str, ReadRow], columns: Columns, ground: Ground) -> None:
    number = narrow(str(row.case.get("ledger_no", "")))
    if not number or says_nothing(number):
        row.case["ledger_no"] = ""
        return
    row.case["ledger_no"] = number
    first = numbers.setdefault(number, row)
    column = columns.of("ledger_no")
    if number in ground.numbers:
        reason = f"この台帳番号は、すでに取り込まれています({ground.numbers[number]})。"
        row.faults.append(Fault(row.number, column, number, reason, is_known=True))
    elif first is not row and not _same_household(first, row):
        reason = (
            f"同じ台帳番号が{first.number}行目にもあります。番号を直すか、"
            "世帯でまとめるときは、この列を「世帯番号」にしてください。"
        )
        row.faults.append(Fault(row.number, column, number, reason))


def _same_household(one: ReadRow, other: ReadRow) -> bool:
    mine, theirs = (narrow(str(row.case.get("household_no", ""))) for row in (one, other))
    return bool(mine) and mine == theirs and not says_nothing(mine)


def fingerprint_of(subject: ReadRow, case: Mapping[str, Any]) -> str:
    """A digest of who, when and what: by it the same consultation is known again where the ledger has no numbers."""
    known = (
        narrow(subject.name).replace(" ", ""),
        str(subject.person.get("birth_date", "")),
        str(case.get("received_on", "")),
        "".join(narrow(str(case["overview"])).split()),
    )
    return hashlib.sha256("\n".join(known).encode()).hexdigest()


def look_known(
    subject: ReadRow, case: Mapping[str, Any], fingerprint: str, seen: dict[str, int], ground: Ground
) -> None:
    """The same consultation again: an error where no number tells the two apart, else a warning (R-OPS-02)."""
    numbered = bool(subject.case.get("ledger_no"))
    if fingerprint in ground.prints and not any(fault.is_error for fault in subject.faults):
        reason = (
            f"同じ人・同じ受付日・同じ内容の相談が、すでに取り込まれています({ground.prints[fingerprint]})。"
        )
        subject.faults.append(
            Fault(subject.number, -1, subject.name, reason, is_error=not numbered, is_known=not numbered)
        )
    first = seen.setdefault(fingerprint, subject.number)
    if first != subject.number:
        reason = f"{first}行目と、人・受付日・内容がみな同じです。二重に書かれていないか確かめてください。"
        subject.faults.append(Fault(subject.number, -1, subject.name, reason, is_error=False))

"""The register file outside the database: grows, never changes, and says when it was changed (R-DIS-07)."""

from __future__ import annotations

import stat
from datetime import date
from uuid import UUID

import pytest

from kasane.disclosure.retention.register import Line, Register, RegisterBroken

ONE, TWO = (Line(UUID(int=n), f"R1-000{n}", date(2026, 5, 1), "R8-廃1") for n in (1, 2))


@pytest.fixture
def book(tmp_path):
    made = Register(tmp_path / "register.jsonl")
    assert made.append([ONE]) == 1 and made.append([TWO]) == 1
    return made


def test_what_is_appended_is_read_back_in_order_and_once(book):
    assert book.append([ONE, TWO]) == 0
    assert book.lines() == [ONE, TWO]
    assert stat.S_IMODE(book.path.stat().st_mode) == 0o600


def test_an_empty_register_has_no_digest_and_each_line_changes_it(tmp_path, book):
    empty = Register(tmp_path / "none.jsonl")
    assert empty.lines() == [] and empty.digest == ""
    before = book.digest
    book.append([Line(UUID(int=3), "R1-0003", date(2026, 5, 2), "R8-廃2")])
    assert book.digest != before


@pytest.mark.parametrize(
    "tamper",
    [
        lambda lines: [lines[0].replace("R1-0001", "R1-0009"), lines[1]],
        lambda lines: lines[1:],
        lambda lines: lines[::-1],
        lambda lines: ["なにか\n", *lines],
    ],
    ids=["changed", "taken out", "other order", "unreadable"],
)
def test_a_register_that_was_tampered_with_is_refused(book, tamper):
    lines = book.path.read_text().splitlines(keepends=True)
    book.path.write_text("".join(tamper(lines)))
    with pytest.raises(RegisterBroken):
        book.lines()
    with pytest.raises(RegisterBroken):
        book.append([Line(UUID(int=3), "R1-0003", date(2026, 5, 2), "R8-廃2")])


def test_half_a_line_of_a_crash_does_not_count(book):
    with book.path.open("a") as file:
        file.write('{"line": "half')
    assert book.lines() == [ONE, TWO]
    third = Line(UUID(int=3), "R1-0003", date(2026, 5, 2), "R8-廃2")
    book.append([third])
    assert book.lines() == [ONE, TWO, third]

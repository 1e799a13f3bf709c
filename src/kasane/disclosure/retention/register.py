"""廃棄簿 outside the database: one line for each file that is gone, so that no restored backup brings it back (R-DIS-07).

Names nobody. Lines are only ever added; each carries a digest over itself and the line before.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from uuid import UUID

NAME = "disposal-register.jsonl"


class RegisterBroken(Exception):
    """A line does not follow from the one before; the message says which."""


@dataclass(frozen=True)
class Line:
    """One file that is gone: its key, its number, the day, and the batch it went with."""

    case_id: UUID
    number: str
    day: date
    batch: str

    @property
    def text(self) -> str:
        return json.dumps(
            {
                "case": str(self.case_id),
                "number": self.number,
                "day": self.day.isoformat(),
                "batch": self.batch,
            },
            ensure_ascii=False,
            sort_keys=True,
        )


class Register:
    """The register file at `path`; made with the first line, readable by its owner alone."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def lines(self) -> list[Line]:
        """All lines, oldest first. Raises RegisterBroken when one was changed, taken out or put in between."""
        return [line for line, _ in self._read()]

    @property
    def digest(self) -> str:
        """Of the register as it stands: the digest of its last line, or '' while it is empty."""
        read = list(self._read())
        return read[-1][1] if read else ""

    def append(self, lines: list[Line]) -> int:
        """Adds the lines that are not there yet, safe on disk when it answers how many. Raises RegisterBroken."""
        read = list(self._read())
        known = {line.case_id for line, _ in read}
        digest = read[-1][1] if read else ""
        fresh = [line for line in lines if line.case_id not in known]
        if not fresh:
            return 0
        text = ""
        for line in fresh:
            digest = _digest(digest, line.text)
            text += json.dumps({"line": line.text, "digest": digest}, ensure_ascii=False) + "\n"
        self._drop_half_a_line()
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(descriptor, text.encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        return len(fresh)

    def _read(self) -> Iterator[tuple[Line, str]]:
        if not self.path.exists():
            return
        previous = ""
        for place, text in enumerate(self._whole_lines(), start=1):
            try:
                row = json.loads(text)
                told = json.loads(row["line"])
                line = Line(
                    UUID(told["case"]), told["number"], date.fromisoformat(told["day"]), told["batch"]
                )
                digest = row["digest"]
            except (ValueError, KeyError, TypeError) as error:
                raise RegisterBroken(f"{self.path} の {place} 行目が読めません。") from error
            if digest != _digest(previous, line.text):
                raise RegisterBroken(f"{self.path} の {place} 行目が、前の行とつながりません。")
            previous = digest
            yield line, digest

    def _whole_lines(self) -> list[str]:
        """What was cut off while it was being written never became a disposal: the database had not agreed yet."""
        text = self.path.read_text(encoding="utf-8", errors="replace")
        return text[: text.rfind("\n") + 1].splitlines()

    def _drop_half_a_line(self) -> None:
        if self.path.exists():
            whole = self.path.read_bytes()
            if not whole.endswith(b"\n"):
                os.truncate(self.path, whole.rfind(b"\n") + 1)


def _digest(previous: str, text: str) -> str:
    return sha256(f"{previous}\n{text}".encode()).hexdigest()

"""What is wrong with a profile, said so that the person who wrote it can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where it is, what stands there, and what is expected there."""

    file: str
    path: str
    value: str | None
    expected: str

    def __str__(self) -> str:
        """One line: file, key path, the value, what to write."""
        place = f"{self.file} の {self.path}" if self.path else self.file
        found = "がありません" if self.value is None else f"＝ {self.value}"
        return f"{place} {found}：{self.expected}"


class ProfileError(Exception):
    """A profile can not be used; `problems` holds every fault found, in the order of reading."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Gather the faults; at least one."""
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        """A heading with the count, then one line per fault."""
        lines = "\n".join(f"・{problem}" for problem in self.problems)
        return f"プロファイルに直すところが{len(self.problems)}件あります。\n{lines}"

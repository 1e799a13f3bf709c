"""Typed reading of a TOML table that notes every fault and goes on.

A reader remembers which keys it was asked for; whatever else stands in the table is unknown, and the
nearest asked-for key is suggested. A faulty value is replaced by an empty one of its type, so that one
reading finds all faults; the caller throws the result away when there are any.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Mapping
from typing import TypeVar

from kasane.profiles.errors import Problem
from kasane.profiles.vocabulary import Labelled

E = TypeVar("E", bound=Labelled)
KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
KANA = re.compile(r"[ぁ-ゖー・ 　0-9０-９]+")


def shown(value: object) -> str:
    """A value as the writer of the file would recognise it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "表（テーブル）"
    if isinstance(value, list):
        return "[" + ", ".join(shown(item) for item in value[:3]) + (", …]" if len(value) > 3 else "]")
    return f"「{value}」" if isinstance(value, str) else str(value)


class Faults:
    """The faults of one file, in the order they were found."""

    def __init__(self, file: str) -> None:
        """Start with none for this file."""
        self.file = file
        self.found: list[Problem] = []

    def add(self, path: str, value: object, expected: str) -> None:
        """Note a value that can not stay."""
        self.found.append(Problem(self.file, path, shown(value), expected))

    def missing(self, path: str, expected: str) -> None:
        """Note a value that has to be there."""
        self.found.append(Problem(self.file, path, None, expected))


class Table:
    """One TOML table, read key by key."""

    def __init__(self, data: Mapping[str, object], path: str, faults: Faults) -> None:
        """Read `data`, which stands at `path` in the file."""
        self._data = data
        self._asked: list[str] = []
        self._children: list[Table] = []
        self.path = path
        self.faults = faults

    def at(self, key: str) -> str:
        """The full path of a key of this table."""
        return f"{self.path}.{key}" if self.path else key

    def _take(self, key: str, expected: str, *, required: bool) -> object | None:
        self._asked.append(key)
        value = self._data.get(key)
        if value is None and required:
            self.faults.missing(self.at(key), expected)
        return value

    def text(self, key: str, what: str) -> str:
        """A text that has to be there and not be blank."""
        return self._text(key, what, required=True) or ""

    def optional_text(self, key: str, what: str) -> str | None:
        """A text that may be left out, but not be blank."""
        return self._text(key, what, required=False)

    def _text(self, key: str, what: str, *, required: bool) -> str | None:
        expected = f"{what}を文字で書いてください。"
        value = self._take(key, expected, required=required)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.faults.add(self.at(key), value, expected)
            return None
        return value

    def key(self, key: str, what: str, *, required: bool = True) -> str:
        """A short name by which other parts of the file refer to something."""
        return self._matching(key, KEY, f"{what}を半角の英小文字・数字・ハイフンで書いてください。", required)

    def kana(self, key: str, what: str, *, required: bool = True) -> str:
        """A reading in hiragana."""
        return self._matching(key, KANA, f"{what}をひらがなで書いてください。", required)

    def _matching(self, key: str, pattern: re.Pattern[str], expected: str, required: bool) -> str:
        value = self._take(key, expected, required=required)
        if value is None:
            return ""
        if not isinstance(value, str) or not pattern.fullmatch(value):
            self.faults.add(self.at(key), value, expected)
        return value if isinstance(value, str) else ""

    def flag(self, key: str, what: str, *, default: bool | None = None) -> bool:
        """A yes or no; required when no default is given."""
        expected = f"{what}を true か false で書いてください。"
        value = self._take(key, expected, required=default is None)
        if value is None:
            return bool(default)
        if not isinstance(value, bool):
            self.faults.add(self.at(key), value, expected)
            return bool(default)
        return value

    def number(self, key: str, what: str, low: int, high: int) -> int:
        """A whole number that has to be there."""
        value = self._number(key, what, low, high, required=True)
        return low if value is None else value

    def optional_number(self, key: str, what: str, low: int, high: int) -> int | None:
        """A whole number that may be left out."""
        return self._number(key, what, low, high, required=False)

    def _number(self, key: str, what: str, low: int, high: int, *, required: bool) -> int | None:
        expected = f"{what}を{low}から{high}までの整数で書いてください。"
        value = self._take(key, expected, required=required)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.faults.add(self.at(key), value, expected)
            return None
        return value

    def date(self, key: str, what: str) -> datetime.date:
        """A day, written the TOML way without quotes."""
        expected = f"{what}を 2025-04-01 の形で、引用符を付けずに書いてください。"
        value = self._take(key, expected, required=True)
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value
        if value is not None:
            self.faults.add(self.at(key), value, expected)
        return datetime.date.min

    def choice(self, key: str, kind: type[E], what: str) -> E:
        """One code of a closed list, which has to be there."""
        return self._choice(key, kind, what, required=True) or next(iter(kind))

    def optional_choice(self, key: str, kind: type[E], what: str) -> E | None:
        """One code of a closed list, or nothing."""
        return self._choice(key, kind, what, required=False)

    def _choice(self, key: str, kind: type[E], what: str, *, required: bool) -> E | None:
        expected = self._one_of(kind, what)
        value = self._take(key, expected, required=required)
        return None if value is None else self._code(value, kind, self.at(key), expected)

    @staticmethod
    def _one_of(kind: type[E], what: str) -> str:
        codes = "・".join(
            member.value if member.value == member.label else f"{member.value}（{member.label}）"
            for member in kind
        )
        return f"{what}を次から選んでください。{codes}"

    def _code(self, value: object, kind: type[E], path: str, expected: str) -> E | None:
        for member in kind:
            if value == member.value:
                return member
        codes = [str(member.value) for member in kind]
        near = difflib.get_close_matches(value, codes, n=1) if isinstance(value, str) else []
        hint = f"（「{near[0]}」ではありませんか）" if near else ""
        self.faults.add(path, value, expected + hint)
        return None

    def _list(self, key: str, expected: str, *, required: bool) -> list[object]:
        value = self._take(key, expected, required=required)
        if value is None:
            return []
        if not isinstance(value, list) or (required and not value):
            self.faults.add(self.at(key), value, expected)
            return []
        return value

    def choices(self, key: str, kind: type[E], what: str, *, required: bool = True) -> tuple[E, ...]:
        """Codes of a closed list, none twice; one or more when required."""
        expected = self._one_of(kind, what + "（角かっこで囲み、一つ以上）")
        chosen: list[E] = []
        for place, value in enumerate(self._list(key, expected, required=required), start=1):
            code = self._code(value, kind, f"{self.at(key)}[{place}]", expected)
            if code is not None and code in chosen:
                self.faults.add(f"{self.at(key)}[{place}]", value, "同じ値を二度書かないでください。")
            elif code is not None:
                chosen.append(code)
        return tuple(chosen)

    def texts(self, key: str, what: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts, none of them blank or twice."""
        expected = f'{what}を ["…", "…"] の形で書いてください。'
        texts: list[str] = []
        for place, value in enumerate(self._list(key, expected, required=required), start=1):
            path = f"{self.at(key)}[{place}]"
            if not isinstance(value, str) or not value.strip():
                self.faults.add(path, value, f"{what}を文字で書いてください。")
            elif value in texts:
                self.faults.add(path, value, "同じ値を二度書かないでください。")
            else:
                texts.append(value)
        return tuple(texts)

    def numbers(self, key: str, what: str, low: int, high: int, *, required: bool = True) -> tuple[int, ...]:
        """Whole numbers, none twice; one or more when required."""
        expected = f"{what}を{low}から{high}までの整数で、[1] や [2, 4] の形で書いてください。"
        numbers: list[int] = []
        for place, value in enumerate(self._list(key, expected, required=required), start=1):
            path = f"{self.at(key)}[{place}]"
            if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
                self.faults.add(path, value, expected)
            elif value in numbers:
                self.faults.add(path, value, "同じ値を二度書かないでください。")
            else:
                numbers.append(value)
        return tuple(numbers)

    def words(self, key: str, what: str) -> dict[str, str]:
        """A table of free names, each with a text."""
        expected = f'{what}を {{ "名前" = "…" }} の形で書いてください。'
        value = self._take(key, expected, required=False)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.faults.add(self.at(key), value, expected)
            return {}
        for name, written in value.items():
            if not isinstance(written, str) or not written.strip():
                self.faults.add(f"{self.at(key)}.{name}", written, f"{what}を文字で書いてください。")
        return {name: written for name, written in value.items() if isinstance(written, str)}

    def optional_time(self, key: str, what: str) -> datetime.time | None:
        """A time of day, written the TOML way without quotes."""
        expected = f"{what}を 13:30:00 の形で、引用符を付けずに書いてください。"
        value = self._take(key, expected, required=False)
        if value is None or isinstance(value, datetime.time):
            return value
        self.faults.add(self.at(key), value, expected)
        return None

    def mapping(self, key: str, kind: type[E], what: str) -> dict[str, E]:
        """A table of free names, each with one code of a closed list."""
        expected = f'{what}を {{ 名前 = "…" }} の形で書いてください。'
        value = self._take(key, expected, required=False)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.faults.add(self.at(key), value, expected)
            return {}
        one_of = self._one_of(kind, what)
        codes: dict[str, E] = {}
        for name, written in value.items():
            code = self._code(written, kind, f"{self.at(key)}.{name}", one_of)
            if code is not None:
                codes[name] = code
        return codes

    def table(self, key: str, what: str) -> Table:
        """A sub-table; an absent one is noted and read as if empty, without a second fault per key."""
        expected = f"{what}を [{self.at(key)}] の見出しの下に書いてください。"
        value = self._take(key, expected, required=True)
        if isinstance(value, dict):
            return self._child(Table(value, self.at(key), self.faults))
        if value is not None:
            self.faults.add(self.at(key), value, expected)
        return Table({}, self.at(key), Faults(self.faults.file))

    def optional_table(self, key: str, what: str) -> Table:
        """A sub-table that may be left out."""
        return (
            self.table(key, what) if key in self._data else self._child(Table({}, self.at(key), self.faults))
        )

    def tables(self, key: str, what: str, *, required: bool = False) -> list[Table]:
        """The tables of a `[[key]]` list, each named in paths by its own key or its place."""
        expected = f"{what}を [[{self.at(key)}]] の見出しの下に書いてください。"
        tables: list[Table] = []
        for place, value in enumerate(self._list(key, expected, required=required), start=1):
            if not isinstance(value, dict):
                self.faults.add(f"{self.at(key)}[{place}]", value, expected)
                continue
            own = value.get("key", value.get("code", value.get("number")))
            name = own if isinstance(own, (str, int)) and own != "" else place
            tables.append(self._child(Table(value, f"{self.at(key)}[{name}]", self.faults)))
        return tables

    def _child(self, child: Table) -> Table:
        self._children.append(child)
        return child

    def finish(self) -> None:
        """Note every key nobody asked for, here and below, with the nearest known one."""
        for key, value in self._data.items():
            if key not in self._asked:
                near = difflib.get_close_matches(key, self._asked, n=1)
                known = "・".join(self._asked)
                hint = f"「{near[0]}」ではありませんか。" if near else f"ここに書けるのは {known} です。"
                self.faults.add(self.at(key), value, f"知らない項目です。{hint}")
        for child in self._children:
            child.finish()

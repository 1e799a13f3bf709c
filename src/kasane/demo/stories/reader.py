"""Reads a story: days counted from the reception become dates, labels become members of the closed lists."""

import tomllib
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from kasane.demo.calendar import workday_around
from kasane.demo.labels import DataKind
from kasane.demo.model import DemoHousehold, DemoPerson, DemoRecord
from kasane.demo.themes.base import KIND_LETTERS


class StoryError(ValueError):
    """A story that cannot be read; says which field of which story."""


def read_story(text: str, today: date) -> DemoHousehold:
    """One household from the text of its file."""
    table = tomllib.loads(text)
    received = workday_around(today - timedelta(days=table.pop("days_ago")), today)
    table["received_on"] = 0
    household: DemoHousehold = _Reader(table["key"], received, today).build(DemoHousehold, table)
    return household


class _Reader:
    def __init__(self, key: str, received: date, today: date) -> None:
        self.key = key
        self.received = received
        self.today = today

    def day(self, offset: int) -> date:
        """The working day that many days after the reception."""
        return workday_around(self.received + timedelta(days=offset), self.today)

    def build(self, cls: type, table: dict[str, Any]) -> Any:
        """A dataclass from its table; every field must be known, and given unless it has a default."""
        hints = get_type_hints(cls)
        values: dict[str, Any] = {}
        given = dict(table)
        if cls is DemoPerson:
            given["birth"] = self._birth(given.pop("age"), given.pop("birthday"))
        for item in fields(cls):
            if item.name in given:
                values[item.name] = self.value(
                    hints[item.name], given.pop(item.name), f"{cls.__name__}.{item.name}"
                )
            elif item.default is MISSING and item.default_factory is MISSING:
                raise StoryError(f"{self.key}: {cls.__name__}.{item.name} が書かれていません")
        if given:
            raise StoryError(f"{self.key}: {cls.__name__} に知らない項目があります: {', '.join(given)}")
        if cls is DemoRecord:
            values["offset_days"] = (self.day(values["offset_days"]) - self.received).days
        return cls(**values)

    def value(self, hint: Any, raw: Any, where: str) -> Any:
        """One value by the type of its field."""
        if get_origin(hint) is UnionType:
            hint = next(h for h in get_args(hint) if h is not NoneType)
        if get_origin(hint) is tuple:
            inner = get_args(hint)[0]
            if inner is DataKind:
                return tuple(KIND_LETTERS[letter] for letter in raw)
            return tuple(self.value(inner, one, where) for one in raw)
        if hint is date:
            return raw if isinstance(raw, date) else self.day(raw)
        if isinstance(hint, type) and issubclass(hint, Enum):
            try:
                return hint(raw)
            except ValueError as error:
                raise StoryError(f"{self.key}: {where} に選択肢にない値があります: {raw}") from error
        if isinstance(hint, type) and is_dataclass(hint):
            return self.build(hint, raw)
        return raw.strip() if isinstance(raw, str) else raw

    def _birth(self, age: int, birthday: str) -> date:
        """The birth date of someone of that age at the reception."""
        month, day = (int(part) for part in birthday.split("-"))
        had = (month, day) <= (self.received.month, self.received.day)
        return date(self.received.year - age - (not had), month, day)

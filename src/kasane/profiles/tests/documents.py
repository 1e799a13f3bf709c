"""A sound profile document that tests change in one place."""

from __future__ import annotations

import copy
import tomllib
from typing import Any

from kasane.profiles import Profile, ProfileError
from kasane.profiles.loader import FOLDER, parse

_SOUND = tomllib.loads((FOLDER / "misaki.toml").read_text(encoding="utf-8"))


def document() -> dict[str, Any]:
    """A fresh copy of a document without fault."""
    return copy.deepcopy(_SOUND)


def row(document: dict[str, Any], section: str, key: str) -> dict[str, Any]:
    """The row of a `[[section]]` with this key."""
    found: dict[str, Any] = next(entry for entry in document[section] if entry["key"] == key)
    return found


def faults(document: dict[str, Any]) -> list[str]:
    """The lines of the error this document raises; none when it is sound."""
    try:
        parse(document, source="test.toml")
    except ProfileError as error:
        return [str(problem) for problem in error.problems]
    return []


def sound(document: dict[str, Any]) -> Profile:
    """The profile of a document without fault."""
    return parse(document, source="test.toml")

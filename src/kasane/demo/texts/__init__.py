"""The words of the made-up households, kept as TOML: to be read and mended without touching code."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

Bank = tuple[str, ...]


@cache
def load(name: str) -> dict[str, Any]:
    """The table of one file, e.g. `themes/elder`."""
    path = files(__package__).joinpath(*f"{name}.toml".split("/"))
    return tomllib.loads(path.read_text(encoding="utf-8"))


def bank(name: str, key: str) -> Bank:
    """A list of sentences."""
    return tuple(load(name)[key])


def banks(name: str, key: str) -> dict[str, Bank]:
    """Lists of sentences by a further key."""
    return {inner: tuple(sentences) for inner, sentences in load(name)[key].items()}

"""Twelve households written by hand, one file each; days are counted from the reception."""

from datetime import date
from importlib.resources import files

from kasane.demo.model import DemoHousehold
from kasane.demo.stories.reader import read_story


def stories(today: date) -> tuple[DemoHousehold, ...]:
    """All twelve, told as of a day."""
    names = sorted(path.name for path in files(__package__).iterdir() if path.name.endswith(".toml"))
    return tuple(
        read_story(files(__package__).joinpath(name).read_text(encoding="utf-8"), today) for name in names
    )

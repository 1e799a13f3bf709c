"""The strands of trouble and support that the made-up households are woven from."""

from kasane.demo.texts import load
from kasane.demo.themes.base import Item, Line, Phase, Theme, theme_of

THEMES: dict[str, Theme] = {
    key: theme_of(key, table)
    for name in ("elder", "withdrawal", "money", "mind", "home", "child", "safety")
    for key, table in load(f"themes/{name}").items()
}

__all__ = ["THEMES", "Item", "Line", "Phase", "Theme"]

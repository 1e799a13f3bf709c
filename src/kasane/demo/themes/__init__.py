"""The strands of trouble and support that the made-up households are woven from."""

from kasane.demo.themes import child, elder, home, mind, money, safety, withdrawal
from kasane.demo.themes.base import Item, Line, Phase, Theme

THEMES: dict[str, Theme] = {
    theme.key: theme
    for module in (child, elder, home, mind, money, safety, withdrawal)
    for theme in vars(module).values()
    if isinstance(theme, Theme)
}

__all__ = ["THEMES", "Item", "Line", "Phase", "Theme"]

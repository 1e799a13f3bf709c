"""The kinds of household the generator makes, in the proportions the field meets them."""

from kasane.demo.patterns import carers, elders, hardship, newcomers, young
from kasane.demo.patterns.base import Pattern, ThemeUse, pattern_of
from kasane.demo.texts import load

PATTERNS: tuple[Pattern, ...] = tuple(
    pattern_of(getattr(module, key), table)
    for name, module in (
        ("elders", elders),
        ("carers", carers),
        ("young", young),
        ("hardship", hardship),
        ("newcomers", newcomers),
    )
    for key, table in load(f"patterns/{name}").items()
)

__all__ = ["PATTERNS", "Pattern", "ThemeUse"]

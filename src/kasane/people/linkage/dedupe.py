"""dedupe: from a file of people to a file of pairs."""
from collections import Counter
from collections.abc import Iterable

from kasane.base.names import fold
from kasane.people.linkage.splitting import in_kana, split_name

_ENOUGH = 2_000
"""Names from which on a file's own counts say more about its place than the list of the country does."""


def shares_of(names: Iterable[str]) -> dict[str, float] | None:
    """The share (0–1) of each folded family name in the file; None for a file too small to tell."""
    counted = Counter(fold(split_name(name)[0]) for name in names if name and not in_kana(name))
    total = sum(counted.values())
    return {name: times / total for name, times in counted.items()} if total >= _ENOUGH else None

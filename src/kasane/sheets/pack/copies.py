"""Numbered copies of one booklet, each as its recipient may see it (R-CONF-06, R-DIS-01).

What two recipients see alike is typeset once; name and number are drawn over the finished pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from kasane.sheets.document import Sheet
from kasane.sheets.pack.stamp import Stampable
from kasane.sheets.render import render_booklet, render_stamp

_WORKERS = 2
"""The typesetter works outside Python's lock; more than two at a time only take memory."""

Parts = tuple[tuple[str, tuple[Sheet, ...]], ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """One numbered copy: for whom, and what of the papers that person may see."""

    number: int
    recipient: str
    belongs_to: str
    parts: Parts

    def words(self, total: int) -> str:
        """What stands at the head of each of its pages."""
        whose = f"{self.recipient} 様({self.belongs_to})" if self.belongs_to else f"{self.recipient} 様"
        return f"資料番号 {self.number}(全{total}部)　要回収　{whose}"


def printed_copies(
    copies: Sequence[Copy], *, title: str, total: int | None = None, timestamp: datetime | None = None
) -> list[bytes]:
    """One PDF for each copy, in their order. Raises ValueError when one has nothing to print."""
    distinct = list(dict.fromkeys(copy.parts for copy in copies))
    total = total or len(copies)
    with ThreadPoolExecutor(_WORKERS) as pool:
        booklets = pool.map(
            lambda parts: Stampable(render_booklet(parts, title=title, timestamp=timestamp)), distinct
        )
        stamps = list(pool.map(lambda copy: render_stamp(copy.words(total), timestamp=timestamp), copies))
        ready = dict(zip(distinct, booklets, strict=True))
    return [ready[copy.parts].copy(stamp) for copy, stamp in zip(copies, stamps, strict=True)]

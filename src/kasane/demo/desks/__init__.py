"""What the desks of the demo office do beside the long courses: reception as a newcomer meets it (R-INT-01 … 13).

Few of each, with days counted from today, and by the product's own acts, as all of the demo.
"""

from __future__ import annotations

from collections.abc import Callable

from kasane.demo.desks.alarms import raise_alarms
from kasane.demo.desks.books import keep_books
from kasane.demo.desks.counter import keep_counter
from kasane.demo.desks.handing import hand_on
from kasane.demo.desks.telling import tell
from kasane.demo.desks.words import keep_words
from kasane.demo.town import Town

ROUND: tuple[Callable[[Town], None], ...] = (
    keep_words,
    keep_counter,
    hand_on,
    keep_books,
    tell,
    raise_alarms,
)
"""Each stands for itself: loaded in a transaction of its own."""

__all__ = ["ROUND"]

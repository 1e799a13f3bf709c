"""Case numbers as people say them: R7-0012."""

from __future__ import annotations

import re
import unicodedata

from kasane.base.dates import ERAS

_LABEL = re.compile(r"([RHSTM])\s*(\d{1,2})\s*-\s*(\d{1,7})", re.IGNORECASE)


def parse_label(text: str) -> tuple[int, int] | None:
    """(fiscal year, number) of 「R7-0012」 in any width, or None when `text` is no case number."""
    match = _LABEL.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if match is None:
        return None
    start = next(day for _, letter, day in ERAS if letter == match[1].upper())
    return start.year + int(match[2]) - 1, int(match[3])

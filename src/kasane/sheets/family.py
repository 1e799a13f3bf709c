"""世帯図 for paper: genogram and ecomap of a day with their sentences on one page (R-PEO-04)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kasane.agencies import profile
from kasane.base.dates import today, wareki
from kasane.cases.household.page import Look, household_of
from kasane.cases.models import Case
from kasane.sheets.document import Picture, PicturePage, Sheet
from kasane.sheets.paper.town import of
from kasane.sheets.text import estimated_lines

_SIZE = re.compile(r'<svg\b[^>]*\bviewBox="0 0 ([\d.]+) ([\d.]+)"')
_COLUMN = 34.0
"""Full-width characters on a line of half the page at 7 points."""
_MOST_LINES = 84
"""Lines of sentences that still leave the drawings more than half of the page."""


def household_sheet(case: Case, look: Look) -> Sheet | None:
    """The household of the day as the viewer may see it; None when there is nobody to draw."""
    home = household_of(case.id, look)
    if not home.rows:
        return None
    as_known = "(その日に記録されていたこと)" if look.known_on else ""
    return of(profile.current()).sheet(
        "household",
        f"世帯図 — {wareki(look.day)}{as_known}",
        (picture_page(home.pictures().printed),),
        printed_on=wareki(today()),
        case_number=case.label,
    )


def picture_page(drawn: Sequence[tuple[str, str, Sequence[str]]]) -> PicturePage:
    """(title, SVG, sentences) of each drawing as one page; the sentences flow on where they are too many for it."""
    lines = sum(estimated_lines(line, _COLUMN) for _, _, words in drawn for line in words)
    return PicturePage(
        tuple(_picture(title, svg, words) for title, svg, words in drawn),
        tuple((title, tuple(words)) for title, _, words in drawn),
        flows=lines > _MOST_LINES,
    )


def _picture(title: str, svg: str, words: Sequence[str]) -> Picture:
    """`alt` is short: the sentences stand on the same page."""
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("a drawing without its size")
    return Picture(title, svg, f"{title}。{words[0] if words else ''}", float(found[1]), float(found[2]))

"""What the page, the paper and the Excel file of 相談の件数 tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.safestring import SafeString

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.intake.desk.counting import figures
from kasane.intake.numbers import beside, queries
from kasane.intake.numbers.periods import Period
from kasane.intake.numbers.sheets import Line, Sheet
from kasane.portal.reports.numbers.chart import chart
from kasane.portal.reports.numbers.town import town_numbers

OWN_NOTE = "この機関で受け付けたものを、見ることのできる範囲で数えます。支援のしかたが分かるよう、小さな数も出します。機関の外に出すときは気をつけてください。"
TOWN_NOTE = "締めた月の数だけを出します。締めたあとに書かれた分は入りません。"


@dataclass(frozen=True)
class Numbers:
    """`least`: smaller numbers are left out; 0 where none are (an agency's own)."""

    scope: str
    of_town: bool
    period: Period
    made_on: date
    sheets: list[Sheet]
    least: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        return f"相談の件数 {self.scope}"

    @property
    def is_empty(self) -> bool:
        return all(sheet.is_empty for sheet in self.sheets)

    @property
    def told(self) -> list[Sheet]:
        """The tables that hold something."""
        return [sheet for sheet in self.sheets if not sheet.is_empty]

    @property
    def untold(self) -> list[Sheet]:
        """Those of zeros alone: named in one line instead of page after page."""
        return [sheet for sheet in self.sheets if sheet.is_empty]

    @property
    def drawn(self) -> list[Line]:
        """The lines that the chart shows."""
        if not self.sheets:
            return []
        first = self.sheets[0]
        if not self.of_town:
            return list(first.lines)
        return [first.total] if first.key == "agency" and first.total else []

    @property
    def chart(self) -> SafeString:
        return chart(self.sheets[0], self.drawn) if self.sheets else SafeString("")

    @property
    def leaves_out(self) -> bool:
        return any(cell is None for sheet in self.sheets for line in sheet.lines for cell in line.cells)


def numbers_of(period: Period, *, by: Actor, of_town: bool) -> Numbers:
    """The numbers of the town for those who answer for its work, else those of the actor's agency."""
    if not of_town:
        found = queries.sheets(period, by=by)
        return Numbers(by.agency.name, False, period, today(), found, notes=[OWN_NOTE])
    town = town_numbers(period)
    found = list(town.sheets)
    if by.looks_after_disclosure:
        rows = figures(period.since, min(period.until, today()))
        found.append(beside.activities(rows, period.until_day(today()).columns()))
    return Numbers("町全体", True, period, today(), found, town.least, [TOWN_NOTE, *town.notes])

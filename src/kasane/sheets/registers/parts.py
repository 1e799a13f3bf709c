"""What the papers of the registers share: their head, the person, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable

from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.people.models import Person
from kasane.sheets.document import Block, Cell, Fields, Sheet
from kasane.sheets.filling.common import birth_words, phone_words, town


def register_sheet(case: Case, title: str, blocks: Iterable[Block], *, desk: str) -> Sheet:
    """A4 with the town's name on it; `desk` is who is to be asked."""
    return town().sheet(
        "register",
        title,
        blocks,
        printed_on=wareki(today()),
        case_number=case.label,
        footer=f"問い合わせ先: {desk}",
    )


def person_fields(person: Person, label: str = "氏名") -> Fields:
    """Who it is about. The address and the numbers of a protected person stay off the paper (R-DIS-09)."""
    shown = not person.contact_is_protected
    return Fields(
        (
            (Cell(label, person.name, lines=2, width=1.3), Cell("ふりがな", person.kana)),
            (
                Cell("生年月日・年齢", birth_words(person, today()) or "", width=1.3),
                Cell("電話", (phone_words(person) or "") if shown else ""),
            ),
            (Cell("住所", person.address if shown else ""),),
        )
    )

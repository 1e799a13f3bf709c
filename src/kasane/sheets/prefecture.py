"""The letter to the prefecture from what the viewer may see of the case (R-INT-08)."""

from __future__ import annotations

from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.intake.models import PrefectureHandOver
from kasane.people.queries import household
from kasane.sheets.document import Sheet
from kasane.sheets.filling.common import birth_words, phone_words, town
from kasane.sheets.paper.prefecture import Letter, letter


def prefecture_letter(case: Case, row: PrefectureHandOver) -> Sheet:
    """Who is passed on to whom, what was told, what is asked. Without the address of a protected person."""
    people = household(case.id)
    subject = next((person for person in people if person.is_subject), None)
    shown = subject is not None and not subject.contact_is_protected
    return letter(
        Letter(
            town=town(),
            case_number=case.label,
            on=wareki(row.on),
            recipient=row.recipient,
            sender=f"{row.agency.name} {row.handed_by.name}",
            name=subject.name if subject else "",
            kana=subject.kana if subject else "",
            birth=birth_words(subject, today()) or "",
            address=subject.address if subject and shown else "",
            phone=(phone_words(subject) or "") if shown else "",
            recommended=row.recommended_by,
            wish=row.wish,
            content=row.content,
            ask=row.ask,
            goes_along=row.goes_along,
            follow_up_on=wareki(row.follow_up_on),
            printed_on=wareki(today()),
        )
    )

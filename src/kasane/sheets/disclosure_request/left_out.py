"""What a copy for a 開示請求 does not hold although it is there, and whom to ask for it (R-DIS-08)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from kasane.conferences.queries import unread_minutes
from kasane.people.models import Person, ProtectedContact


@dataclass(frozen=True)
class LeftOut:
    """One thing that is missing. What tells of another person's protection stands on the screen alone, not on paper."""

    text: str
    on_paper: bool = True


def minutes_left_out(case_id: UUID) -> list[LeftOut]:
    """Minutes of meetings to which the worker who makes the copy was not called."""
    return [
        LeftOut(f"{one.label}の会議録(構成員だけが読めます。{one.host}に頼んでください)")
        for one in unread_minutes(case_id)
    ]


def contacts_left_out(case_id: UUID, *, person_id: UUID) -> list[LeftOut]:
    """Protected contacts that the worker is not named for (R-DIS-09)."""
    readable = set(ProtectedContact.objects.filter(case_id=case_id).values_list("person_id", flat=True))
    protected = Person.objects.filter(case_id=case_id, contact_is_protected=True).exclude(pk__in=readable)
    return [
        LeftOut(
            f"{one.name}さんの秘匿している住所・連絡先(受け持つ職員だけが読めます。主担当機関に頼んでください)",
            on_paper=one.pk == person_id,
        )
        for one in protected
    ]


def readings_left_out(number: int) -> LeftOut:
    """The log is longer than a copy takes."""
    return LeftOut(
        f"閲覧の記録のうち、新しいほうから{number}件より前のもの(システムの管理者に頼んでください)"
    )

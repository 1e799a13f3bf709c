"""What a copy for a 開示請求 does not hold although it is there, and whom to ask for it (R-DIS-08)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from kasane.conferences.queries import unread_minutes
from kasane.intake.api import calls_elsewhere
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


def calls_left_out(case_id: UUID) -> list[LeftOut]:
    """電話の記録 of other desks, which each reads alone (R-INT-02)."""
    return [
        LeftOut(f"{agency}の電話の記録 {number}件(その窓口だけが読めます。{agency}に頼んでください)")
        for agency, number in calls_elsewhere(case_id)
    ]


def raisers_left_out(alarms: int) -> list[LeftOut]:
    """Who reported abuse goes into no copy; words of the report that give them away are for whoever makes it to find."""
    if not alarms:
        return []
    return [
        LeftOut(
            "緊急の知らせを出した職員と機関(通報した人を特定させるものは、だれにも漏らせません。高齢者虐待防止法8条など)。"
            "知らせや経過の文に通報した人が分かることばがあれば、「ほかに隠すことば」に足してください",
            on_paper=False,
        )
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

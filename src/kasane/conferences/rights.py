"""What a meeting tells the disclosure ledger: its members see the cases of its agenda, for a time (R-DIS-02)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from kasane.agencies import profile
from kasane.agencies.models import AgencyKind
from kasane.base.dates import wareki
from kasane.conferences import rules
from kasane.conferences.models import AgendaItem, Function, Meeting, Member
from kasane.conferences.queries import Coming
from kasane.disclosure import api as disclosure
from kasane.disclosure.models import Evidence

SOURCE = "meeting"
_EVIDENCE = {
    Function.SUPPORT_CONFERENCE: disclosure.EvidenceType.SUPPORT_CONFERENCE,
    Function.MULTI_TIER: disclosure.EvidenceType.MULTI_TIER,
    Function.SUPPORT_COORDINATION: disclosure.EvidenceType.MULTI_TIER,
}
"""Members of 重層的支援会議 and of 支援調整会議 see a case by the same word of the person: the application."""
Person = tuple[UUID, UUID, date | None]
"""(agency, user, day of acknowledging the duty of secrecy) of a member with an account."""


def open_case_to(
    people: Iterable[Person], *, case_id: UUID, function: str, meeting: Meeting | Coming, on: date
) -> None:
    """Each of these members may see the case until some days after the meeting (R-CONF-06), from `on` or from the day
    on which they acknowledge the duty of secrecy (R-DIS-02).
    """
    day = timezone.localdate(meeting.starts_at)
    disclosure.add_evidence(
        case_id,
        [
            disclosure.New(
                _EVIDENCE[Function(function)],
                agency_id,
                note=f"{meeting.body.name}({wareki(day)})の構成員",
                source=SOURCE,
                source_id=meeting.id,
                user_id=user_id,
                valid_until=material_until(day),
                acknowledged_on=acknowledged_on,
            )
            for agency_id, user_id, acknowledged_on in people
        ],
        on=on,
    )


def people_of(members: Iterable[Member]) -> list[Person]:
    """Those of the members to whom cases are opened: nobody without an account, nor from among the residents (R-DIS-10)."""
    rows = Member.objects.filter(pk__in=[member.pk for member in members], user__isnull=False)
    found = rows.exclude(agency__kind=AgencyKind.RESIDENT).values_list("agency", "user", "acknowledged_at")
    return [(agency, user, timezone.localdate(at) if at else None) for agency, user, at in found]


def called_to(agenda: Sequence[AgendaItem], items: Iterable[UUID]) -> list[UUID]:
    """Those of the items that stand on this agenda, in its order."""
    wanted = set(items)
    return [item.id for item in agenda if item.id in wanted]


def open_items(
    agenda: Sequence[AgendaItem],
    people: Sequence[Person],
    *,
    items: Collection[UUID] | None,
    meeting: Meeting,
    on: date,
) -> None:
    """Opens the cases of these items (None: of all) to these people; what is withdrawn opens nothing."""
    if not people:
        return
    opened = {
        (item.case_id, item.function)
        for item in agenda
        if item.case_id and not item.withdrawn and (items is None or item.id in items)
    }
    for case_id, function in opened:
        open_case_to(people, case_id=case_id, function=function, meeting=meeting, on=on)


def material_until(day: date) -> date:
    """The first day on which the material of a meeting of that day is closed again, by the town's profile."""
    return rules.open_until(day, days=profile.current().rules.material_days)


def move_case(case_id: UUID, *, meeting: Meeting, on: date) -> None:
    """The meeting has another day: what its members may see ends with the new one."""
    rows = Evidence.objects.filter(case_id=case_id, source=SOURCE, source_id=meeting.id, valid_until__gt=on)
    note = f"{meeting.body.name}({wareki(meeting.day)})の構成員"
    if rows.update(valid_until=meeting.material_until, note=note):
        disclosure.reconcile(case_id)


def same_right(function: str) -> list[str]:
    """The functions under which members see a case by the same kind of evidence as under this one."""
    return [one for one, kind in _EVIDENCE.items() if kind == _EVIDENCE[Function(function)]]


def leave_item(item: AgendaItem, *, on: date) -> None:
    """The item is not on the agenda any more: those who were called to it lose its case, unless another item of the
    meeting, to which they are called too, opens it (R-DIS-02).

    What is withdrawn stays on the agenda with those who were called to it: whoever ends the support need not be the host,
    who alone writes the places.
    """
    for member in Member.objects.filter(meeting_id=item.meeting_id, items__contains=[item.id]):
        left = [one for one in member.items or [] if one != item.id]
        if not item.withdrawn:
            member.items = left
            member.save(update_fields=["items"])
        if item.case_id is None or member.user_id is None:
            continue
        others = AgendaItem.objects.filter(pk__in=left, case_id=item.case_id, withdrawn="")
        if not others.filter(function__in=same_right(item.function)).exists():
            close_case(
                item.case_id,
                meeting_id=item.meeting_id,
                on=on,
                user_id=member.user_id,
                function=item.function,
            )


def close_case(
    case_id: UUID, *, meeting_id: UUID, on: date, user_id: UUID | None = None, function: str = ""
) -> None:
    """The members (one of them, when named) lose the case at once.

    `disclosure.end_evidence` ends only facts without an end; those of a meeting carry one from the beginning.
    """
    rows = Evidence.objects.filter(case_id=case_id, source=SOURCE, source_id=meeting_id, valid_until__gt=on)
    if user_id is not None:
        rows = rows.filter(user_id=user_id)
    if function:
        rows = rows.filter(type=_EVIDENCE[Function(function)])
    if rows.update(valid_until=on):
        disclosure.reconcile(case_id)

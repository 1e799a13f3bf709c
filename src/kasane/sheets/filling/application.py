"""相談受付・申込票 (別紙2-2), filled in and blank (R-COOR-01)."""

from __future__ import annotations

from uuid import UUID

from kasane.agencies import profile
from kasane.base.choices import Topic
from kasane.base.dates import today, wareki
from kasane.base.kinds import kind_labels
from kasane.cases.models import Case
from kasane.coordination.models import Application
from kasane.people.queries import household
from kasane.sheets.document import Sheet
from kasane.sheets.filling.common import SEXES, agency_names, birth_words, signed, subject_in, town, wanted
from kasane.sheets.paper.application import ApplicationData, ApplicationOptions, application_2_2

_OPTIONS = ApplicationOptions(sexes=SEXES, topics=tuple(Topic.choices))


def application_sheet(case: Case, row_id: UUID | None) -> Sheet | None:
    """One application, or the newest."""
    applications = Application.objects.filter(case=case).select_related("received_by")
    row = wanted(applications.order_by("-applied_on", "course"), row_id)
    if row is None:
        return None
    subject = subject_in(household(case.id))
    data = ApplicationData(
        options=_OPTIONS,
        case_number=case.label,
        received_on=wareki(row.received_on),
        receiver=row.received_by.name,
        kana=subject.kana if subject else None,
        name=subject.name if subject else None,
        sex=subject.sex if subject else None,
        birth=birth_words(subject, row.applied_on),
        address=subject.address if subject else None,
        phone_home=subject.phone if subject else None,
        phone_mobile=subject.mobile if subject else None,
        email=subject.email if subject else None,
        visitor_name=row.visitor_name,
        visitor_phone=row.visitor_phone,
        visitor_relation=row.visitor_relation,
        topics=frozenset(row.topics),
        main_topic=row.main_topic or None,
        wishes=row.request,
        notice=profile.current().consent.application,
        rules_explained=row.rules_explained,
        explained_by=row.explained_by,
        applies=row.applies,
        agrees_to_sharing=row.agrees_to_sharing,
        sharing_scope=_scope(row),
        agencies_excluded="、".join(agency_names(row.excluded)),
        note=row.note,
        applied_on=wareki(row.applied_on),
        **signed(row.signature, row.signed_name, row.signature_reason, subject),
    )
    return application_2_2(data, town(), printed_on=wareki(today()))


def blank_application_sheet() -> Sheet:
    """To be filled in by hand, with what is read before signing."""
    data = ApplicationData(options=_OPTIONS, notice=profile.current().consent.application)
    return application_2_2(data, town())


def _scope(row: Application) -> str:
    """Whom and what the person agreed to: nothing stands there while they did not agree."""
    if not row.agrees_to_sharing:
        return ""
    return f"支援に必要な関係機関。情報の種類: {'、'.join(kind_labels(row.sharing_kinds))}"

"""包括的相談支援受付シート (別紙2-1-1), filled in and blank."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from kasane.agencies import profile
from kasane.base.choices import ALL_PURPOSES, Channel, ConsentAnswer, Topic
from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.disclosure.api import ConsentLevel, consents_of
from kasane.disclosure.models import Consent
from kasane.disclosure.queries import purpose_labels
from kasane.intake.api import extra_answers
from kasane.intake.models import ConsulterIs, Outcome, Reception
from kasane.people.models import Person
from kasane.people.queries import household
from kasane.sheets.document import Sheet
from kasane.sheets.filling.common import (
    SEXES,
    YES_NO,
    agency_names,
    birth_words,
    phone_words,
    subject_in,
    town,
    wanted,
)
from kasane.sheets.paper.intake import IntakeData, IntakeOptions, intake_2_1_1


def reception_sheet(case: Case, row_id: UUID | None) -> Sheet | None:
    """The sheet of one reception, or of the first."""
    receptions = Reception.objects.filter(case=case).select_related("agency", "received_by")
    row = wanted(receptions.order_by("received_on"), row_id)
    if row is None:
        return None
    people = household(case.id)
    subject = subject_in(people)
    consent = next((c for c in consents_of(case.id) if c.level == ConsentLevel.RECEPTION), None)
    data = IntakeData(
        options=_intake_options(),
        notice=_sharing_notice(),
        case_number=case.label,
        received_on=wareki(row.received_on),
        agency=row.agency.name,
        receiver=row.received_by.name,
        channel=row.channel,
        channel_other=row.channel_note if row.channel == Channel.OTHER else None,
        consulter_name="匿名" if row.is_anonymous else row.consulter_name,
        consulter_kana=row.consulter_kana,
        relation=row.consulter_is,
        relation_detail=row.consulter_tie,
        consulter_contact=row.consulter_contact,
        name=subject.name if subject else None,
        kana=subject.kana if subject else None,
        sex=subject.sex if subject else None,
        birth=birth_words(subject, row.received_on),
        address=subject.address if subject else None,
        phone=phone_words(subject),
        household=_household_words(people, row.household_note),
        outline=row.overview,
        topics=frozenset(row.topics),
        main_topic=row.main_topic or None,
        urgency="yes" if row.is_urgent else "no",
        urgency_detail=row.urgent_note,
        agencies_involved="、".join([*agency_names(row.involved), *filter(None, [row.involved_note])]),
        response=row.outcome or None,
        response_reason=row.outcome_reason,
        consent=consent.answer if consent else None,
        consent_on=wareki(consent.confirmed_on) if consent else None,
        consent_how=consent.get_method_display() if consent and consent.method else None,
        consent_scope=_scope(consent) if consent else None,
        extra=tuple((answer.label, answer.value) for answer in extra_answers(case.id)),
    )
    return intake_2_1_1(data, town(), printed_on=wareki(today()))


def blank_reception_sheet() -> Sheet:
    """To be filled in by hand, with the words on sharing to sign."""
    return intake_2_1_1(IntakeData(options=_intake_options(), notice=_sharing_notice()), town())


def _intake_options() -> IntakeOptions:
    return IntakeOptions(
        channels=tuple(Channel.choices),
        relations=tuple(ConsulterIs.choices),
        sexes=SEXES,
        topics=tuple(Topic.choices),
        urgency=YES_NO,
        responses=tuple(Outcome.choices),
        consents=tuple(ConsentAnswer.choices),
    )


def _sharing_notice() -> str:
    """What the person is asked, in plain words and in those of the form."""
    words = profile.current().consent
    return (
        f"{words.ask}({words.intake})知られたくない機関や内容は、言ってください。断っても相談は続けられます。"
        "同意は、あとから取り消せます。"
    )


def _household_words(people: Iterable[Person], note: str) -> str:
    """「母 82歳・長男 54歳」 and what the desk noted of the household."""
    members = "・".join(
        f"{person.relation} {person.name}{f' {person.age()}歳' if person.age() is not None else ''}"
        for person in people
        if not person.is_subject
    )
    return "\n".join(filter(None, [members, note]))


def _scope(consent: Consent) -> str:
    """Whom may be told, what for and until when, as the person said it."""
    chosen = "、".join(agency_names(consent.agencies))
    left_out = "、".join(agency_names(consent.excluded))
    words = "支援に必要な関係機関" if consent.all_agencies else chosen
    parts = [f"{words}({left_out}を除く)" if left_out else words]
    if consent.purposes != ALL_PURPOSES:
        parts.append(f"目的: {'、'.join(purpose_labels(consent.purposes))}")
    if consent.valid_until:
        parts.append(f"{wareki(consent.valid_until - timedelta(days=1))}まで")
    return "。".join(parts)

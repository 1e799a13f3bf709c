"""Fills the sheets of a case from what the viewer may see of it (別紙 2-1-1, 2-2, 2-4).

Each function answers a Sheet, filled in, or None when the case has no such sheet (or the viewer may not see it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from kasane.agencies import profile
from kasane.agencies.models import Agency
from kasane.base.choices import ALL_PURPOSES, Channel, ConsentAnswer, Sex, Topic
from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.coordination.choices import Course, DecisionResult, Judgement, Service, Signature
from kasane.coordination.models import Application, ConferenceJudgement, Plan, PlanItem
from kasane.coordination.rules.course import words
from kasane.disclosure.api import ConsentLevel, consents_of
from kasane.disclosure.models import Consent
from kasane.disclosure.queries import purpose_labels
from kasane.intake.api import extra_answers
from kasane.intake.models import ConsulterIs, Outcome, Reception
from kasane.people.models import Person
from kasane.people.queries import household
from kasane.sheets.document import Option, Sheet
from kasane.sheets.hop import blank_referral_sheet
from kasane.sheets.paper.application import ApplicationData, ApplicationOptions, application_2_2
from kasane.sheets.paper.intake import IntakeData, IntakeOptions, intake_2_1_1
from kasane.sheets.paper.plan import PlanData, PlanItemData, PlanOptions, PlanPaper, plan_2_4
from kasane.sheets.paper.town import Town
from kasane.sheets.paper.town import of as town_of

_M = TypeVar("_M", bound=Model)

SEXES: tuple[Option, ...] = tuple(Sex.choices)
TOPICS: tuple[Option, ...] = tuple(Topic.choices)
YES_NO: tuple[Option, ...] = (("yes", "あり"), ("no", "なし"))


def sheet_of(case: Case, code: str, row_id: UUID | None = None) -> Sheet | None:
    """The sheet `code` of the case, or of one application or plan of it; else the newest.

    None when there is none to be seen. Raises KeyError for an unknown code.
    """
    return FILLERS[code](case, row_id)


def _wanted(rows: QuerySet[_M], row_id: UUID | None) -> _M | None:
    """The row that is asked for, or the first."""
    return (rows if row_id is None else rows.filter(pk=row_id)).first()


def _town() -> Town:
    return town_of(profile.current())


def _intake(case: Case, row_id: UUID | None) -> Sheet | None:
    receptions = Reception.objects.filter(case=case).select_related("agency", "received_by")
    row = _wanted(receptions.order_by("received_on"), row_id)
    if row is None:
        return None
    people = household(case.id)
    subject = _subject(people)
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
        household=_household(people, row.household_note),
        outline=row.overview,
        topics=frozenset(row.topics),
        main_topic=row.main_topic or None,
        urgency="yes" if row.is_urgent else "no",
        urgency_detail=row.urgent_note,
        agencies_involved="、".join([*_agency_names(row.involved), *filter(None, [row.involved_note])]),
        response=row.outcome or None,
        response_reason=row.outcome_reason,
        consent=consent.answer if consent else None,
        consent_on=wareki(consent.confirmed_on) if consent else None,
        consent_how=consent.get_method_display() if consent and consent.method else None,
        consent_scope=_scope(consent) if consent else None,
        extra=tuple((answer.label, answer.value) for answer in extra_answers(case.id)),
    )
    return intake_2_1_1(data, _town(), printed_on=wareki(today()))


def blank_of(code: str) -> Sheet | None:
    """The sheet with nothing written on it, to be taken where there is no computer; None for an unknown code."""
    blank = _BLANKS.get(code)
    return blank() if blank else None


def _blank_reception() -> Sheet:
    return intake_2_1_1(IntakeData(options=_intake_options(), notice=_sharing_notice()), _town())


_BLANKS: dict[str, Callable[[], Sheet]] = {"2-1-1": _blank_reception, "2-1-2": blank_referral_sheet}


def _intake_options() -> IntakeOptions:
    return IntakeOptions(
        channels=tuple(Channel.choices),
        relations=tuple(ConsulterIs.choices),
        sexes=SEXES,
        topics=TOPICS,
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


def _application(case: Case, row_id: UUID | None) -> Sheet | None:
    applications = Application.objects.filter(case=case).select_related("received_by")
    row = _wanted(applications.order_by("-applied_on", "course"), row_id)
    if row is None:
        return None
    subject = _subject(household(case.id))
    data = ApplicationData(
        options=ApplicationOptions(sexes=SEXES, topics=TOPICS),
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
        applies=row.applies,
        agrees_to_sharing=row.agrees_to_sharing,
        sharing_scope="支援に必要な関係機関",
        agencies_excluded="、".join(_agency_names(row.excluded)),
        applied_on=wareki(row.applied_on),
        **_signed(row.signature, row.signed_name, row.signature_reason, subject),
    )
    return application_2_2(data, _town(), printed_on=wareki(today()))


def _plan(case: Case, row_id: UUID | None) -> Sheet | None:
    plans = (
        Plan.objects.filter(case=case)
        .select_related("author", "agency", "lead_agency")
        .prefetch_related("goals", "items__agency", "decisions")
    )
    row = _wanted(plans.order_by("-made_on", "course", "-number"), row_id)
    if row is None:
        return None
    subject = _subject(household(case.id))
    judged = ConferenceJudgement.objects.filter(case=case, subject_id=row.id).last()
    decision = list(row.decisions.all())[-1] if row.decisions.all() else None
    data = PlanData(
        options=PlanOptions(
            rounds=(("first", "初回"), ("again", "再プラン")),
            uses=YES_NO,
            judgements=((Judgement.APPROPRIATE.value, "適切"), (Judgement.REVISE.value, "修正して再提出")),
            decisions=tuple(DecisionResult.choices),
        ),
        paper=PAPERS[row.course],
        case_number=case.label,
        person_name=subject.name if subject else None,
        round="first" if row.number == 1 else "again",
        round_number=None if row.number == 1 else f"{row.number - 1}回",
        written_on=wareki(row.made_on),
        author=f"{row.agency.name} {row.author.name}",
        issues=row.issues,
        wishes=row.wish,
        long_goal=row.long_goal,
        short_goal="\n".join(f"{place}. {goal.text}" for place, goal in enumerate(row.goals.all(), 1)),
        items=tuple(_plan_item(item) for item in row.items.all()),
        lead_agency=row.lead_agency.name if row.lead_agency else None,
        participation="yes" if row.uses_participation else "no",
        participation_reason=row.participation_reason,
        outreach="yes" if row.uses_outreach else "no",
        outreach_reason=row.outreach_reason,
        plan_period=f"{wareki(row.starts_on)} から {wareki(row.ends_on)} まで" if row.starts_on else None,
        next_monitoring=wareki(row.next_monitoring_on),
        next_evaluation=f"{row.evaluation_months}か月後({wareki(row.evaluate_on)})"
        if row.evaluate_on
        else None,
        conference_on=wareki(judged.judged_on) if judged else None,
        conference_opinions=judged.opinion if judged else None,
        judgement=judged.judgement if judged else None,
        decision=decision.result if decision else None,
        decided_on=wareki(decision.decided_on) if decision else None,
        approval=decision.number if decision else None,
        agreed_on=wareki(row.person_agreed_on),
        **_signed(row.signature, row.signed_name, row.signature_note, subject),
    )
    return plan_2_4(data, _town(), printed_on=wareki(today()))


PAPERS: dict[str, PlanPaper] = {
    Course.COORDINATION: PlanPaper(),
    Course.SELF_RELIANCE: PlanPaper(
        title=words(Course.SELF_RELIANCE).plan_paper,
        conference=words(Course.SELF_RELIANCE).conference,
        uses_two_and_four=False,
    ),
}
"""What the plan of each course is headed, and which parts it has (R-SELF-01)."""


def _plan_item(item: PlanItem) -> PlanItemData:
    return PlanItemData(
        issue=item.issue,
        support=_support(item),
        responsible=f"{item.agency.name} {item.staff}".strip(),
        frequency=item.frequency,
        period=item.period,
        own_effort=item.own_effort,
    )


def _support(item: PlanItem) -> str:
    """A service of 自立相談支援 is named before what is done with it; ② and ④ have places of their own."""
    own = (Service.OTHER, Service.PARTICIPATION, Service.OUTREACH)
    return item.support if item.service in own else f"【{item.get_service_display()}】{item.support}"


def _signed(signature: str, name: str, reason: str, subject: Person | None) -> dict[str, str | None]:
    """The signature block: 本人's own name, and who wrote it for them and why."""
    own = signature == Signature.SELF
    return {
        "signer": name if own else (subject.name if subject else None),
        "proxy": None if own or not signature else signature,
        "proxy_name": None if own else name,
        "proxy_reason": reason,
    }


FILLERS: dict[str, Callable[[Case, UUID | None], Sheet | None]] = {
    "2-1-1": _intake,
    "2-2": _application,
    "2-4": _plan,
}


def _subject(people: Iterable[Person]) -> Person | None:
    return next((person for person in people if person.is_subject), None)


def birth_words(person: Person | None, on: date) -> str | None:
    """The birthday and the age on a day."""
    if person is None:
        return None
    age = person.age(on)
    words = f"({age}歳)" if age is not None else ""
    return f"{wareki(person.birth_date)}{words}" or None


def phone_words(person: Person | None) -> str | None:
    """The numbers to call."""
    return None if person is None else " / ".join(filter(None, [person.phone, person.mobile]))


def _household(people: Iterable[Person], note: str) -> str:
    """「母 82歳・長男 54歳」 and what the desk noted of the household."""
    members = "・".join(
        f"{person.relation} {person.name}{f' {person.age()}歳' if person.age() is not None else ''}"
        for person in people
        if not person.is_subject
    )
    return "\n".join(filter(None, [members, note]))


def _agency_names(ids: Iterable[UUID]) -> list[str]:
    wanted = list(ids)
    return list(Agency.objects.filter(pk__in=wanted).values_list("name", flat=True)) if wanted else []


def _scope(consent: Consent) -> str:
    """Whom may be told, what for and until when, as the person said it."""
    chosen = "、".join(_agency_names(consent.agencies))
    left_out = "、".join(_agency_names(consent.excluded))
    words = "支援に必要な関係機関" if consent.all_agencies else chosen
    parts = [f"{words}({left_out}を除く)" if left_out else words]
    if consent.purposes != ALL_PURPOSES:
        parts.append(f"目的: {'、'.join(purpose_labels(consent.purposes))}")
    if consent.valid_until:
        parts.append(f"{wareki(consent.valid_until - timedelta(days=1))}まで")
    return "。".join(parts)

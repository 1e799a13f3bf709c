"""What follows the first talk: triage, consent (2-1-1), the referral (2-1-2) and the application (2-2)."""

from datetime import date, timedelta
from random import Random

from kasane.demo.calendar import workday_around
from kasane.demo.casting import Cast, Consultation
from kasane.demo.labels import (
    AGENCY_ROLE,
    AGENCY_SHORT,
    Agency,
    Answer,
    Channel,
    ConsentChoice,
    DataKind,
    Issue,
    Request,
    Signed,
    Stage,
    Topic,
    Triage,
)
from kasane.demo.model import DemoApplication, DemoConsent, DemoReferral
from kasane.demo.phrases import intake as say
from kasane.demo.support import without_family
from kasane.demo.timeline import PATH

_FIELD_OF = {
    Topic.CARE: "介護",
    Topic.HEALTH: "保健・医療",
    Topic.INCOME: "生活困窮",
    Topic.DEBT: "生活困窮",
    Topic.RENT_OR_LOAN: "生活困窮",
    Topic.TAX_OR_UTILITIES: "生活困窮",
    Topic.NO_FOOD: "生活困窮",
    Topic.CHILD_REARING: "子ども",
    Topic.WITHDRAWAL: "ひきこもり・不登校",
    Topic.VIOLENCE: "権利擁護",
    Topic.HOUSING: "住まい",
    Topic.JOB_SEARCH: "就労",
    Topic.JOB_TROUBLE: "就労",
    Topic.FAMILY: "家族関係",
    Topic.COMMUNITY: "地域との関係",
}


def _slots(cast: Cast) -> dict[str, str]:
    return {
        "元": AGENCY_SHORT[cast.source],
        "先": AGENCY_SHORT[cast.target] if cast.target else "",
        "n": str(cast.rng.randint(2, 3)),
    }


def triage(cast: Cast, first: Consultation) -> tuple[Triage, str]:
    """対応 and its reason (R-INT-03)."""
    rng, stage = cast.rng, cast.stage
    if stage is Stage.INFORMED:
        return Triage.INFORMATION_ONLY, say.TRIAGE_INFORMED
    if stage is Stage.NO_CONSENT:
        if first.by_subject or rng.random() < 0.5:
            return Triage.SUPPORT_CONFERENCE, rng.choice(say.TRIAGE_CONFERENCE)
        return Triage.SHARE_OUTREACH, rng.choice(say.TRIAGE_OUTREACH)
    fields = list(dict.fromkeys(_FIELD_OF[t] for t in first.topics if t in _FIELD_OF))
    slots = _slots(cast)
    slots["分野"] = (
        "・".join(fields[:3]) if len(fields) > 1 else f"{fields[0] if fields else '生活'}と日々の暮らし"
    )
    if stage is Stage.RECEIVED:
        return Triage.OWN_SUPPORT, rng.choice(say.TRIAGE_OWN).format_map(slots)
    if cast.target is Agency.JUSO:
        reasons = without_family(say.TRIAGE_REFER, cast.alone)
        return Triage.REFER_COORDINATION, rng.choice(reasons).format_map(slots)
    return Triage.REFER_AGENCY, rng.choice(say.TRIAGE_AGENCY).format_map(slots)


def _consent_talk(cast: Cast, first: Consultation) -> tuple[date, str]:
    """When and how consent was asked for: at once where the person was there, else when they were met."""
    rng, line = cast.rng, cast.line
    if first.by_subject:
        if first.channel is Channel.VISIT:
            return line.received, say.CONSENT_VISIT
        distant = first.channel in (Channel.PHONE, Channel.MAIL)
        return line.received, say.CONSENT_PHONE if distant else say.CONSENT_FACE
    later = line.referred or workday_around(line.received + timedelta(days=rng.randint(2, 8)), line.today)
    return later, rng.choice((say.CONSENT_VISIT, say.CONSENT_FACE, say.CONSENT_WITH_FAMILY))


def consent(cast: Cast, first: Consultation, agencies: tuple[Agency, ...]) -> DemoConsent:
    """同意 with its scope; the path through 多機関協働 needs it (R-INT-07)."""
    rng, stage, line = cast.rng, cast.stage, cast.line
    told, how = _consent_talk(cast, first)
    refusals = say.CONSENT_NO_HOW[:3] if first.by_subject else say.CONSENT_NO_HOW
    if stage is Stage.INFORMED:
        return DemoConsent(ConsentChoice.UNKNOWN, line.received, say.CONSENT_NOT_NEEDED)
    if stage is Stage.NO_CONSENT:
        choice = ConsentChoice.NO if rng.random() < 0.6 else ConsentChoice.UNKNOWN
        return DemoConsent(choice, min(told, line.today), rng.choice(refusals))
    if stage is Stage.RECEIVED and (told > line.today or rng.random() < 0.5):
        if told > line.today or rng.random() < 0.8:
            return DemoConsent(ConsentChoice.UNKNOWN, line.received, say.CONSENT_NOT_YET)
        return DemoConsent(ConsentChoice.NO, told, refusals[0])
    kinds = tuple(DataKind)
    if stage not in PATH and rng.random() < 0.3:
        kinds = tuple(k for k in DataKind if k is not DataKind.MONEY)
    line.consented = told
    return DemoConsent(ConsentChoice.YES, told, how, agencies, kinds)


def _history(rng: Random, referred: date, received: date, slots: dict[str, str]) -> str:
    """これまでの支援経過, as much as the days between allow."""
    days = (referred - received).days
    bank = say.HISTORY_SHORT if days < 4 else say.HISTORY[:1] if days < 8 else say.HISTORY
    return rng.choice(bank).format_map(slots)


def _requests(cast: Cast) -> tuple[Request, ...]:
    rng, keys = cast.rng, {t.theme.key for t in cast.threads}
    asked = {Request.CONSULT, Request.ROLES} if cast.target is Agency.JUSO else {Request.CONSULT}
    if "withdrawal" in keys or "house" in keys:
        asked.add(Request.OUTREACH)
    if "work" in keys and rng.random() < 0.5:
        asked.add(Request.PARTICIPATION)
    if rng.random() < 0.5:
        asked.add(Request.SHARE)
    return tuple(r for r in Request if r in asked)


def _answer(cast: Cast, slots: dict[str, str]) -> tuple[Answer | None, str]:
    rng = cast.rng
    if not cast.line.answered:
        return None, ""
    if cast.stage is Stage.RETURNED:
        return Answer.RETURN, rng.choice(say.ANSWERS_RETURN).format_map(slots)
    if cast.target is not Agency.JUSO:
        return Answer.ACCEPT, rng.choice(say.ANSWERS_OTHER).format_map(slots)
    if rng.random() < 0.7:
        return Answer.ACCEPT, rng.choice(say.ANSWERS_ACCEPT).format_map(slots)
    return Answer.JOINT, rng.choice(say.ANSWERS_JOINT).format_map(slots)


def referrals(cast: Cast) -> tuple[DemoReferral, ...]:
    """つなぎ (2-1-2, R-INT-04) and, where it came, the answer of the other side."""
    rng, line = cast.rng, cast.line
    if not line.referred or not cast.target:
        return ()
    slots = _slots(cast)
    answer, text = _answer(cast, slots)
    followed = line.applied if rng.random() < 0.7 else None
    referral = DemoReferral(
        from_agency=cast.source,
        to_agency=cast.target,
        referred_on=line.referred,
        requests=_requests(cast),
        history=_history(rng, line.referred, line.received, slots),
        reason=rng.choice(without_family(say.REFERRAL_REASONS, cast.alone)),
        explained_by=f"{AGENCY_SHORT[cast.source]} {AGENCY_ROLE[cast.source]}",
        explained_what=rng.choice(say.EXPLAINED_WHAT).format_map(slots),
        explained_on=line.consented,
        wishes=rng.choice(without_family(say.REFERRAL_WISHES, cast.alone)),
        care=rng.choice(say.CARE).format_map(slots),
        answer=answer,
        answered_on=line.answered,
        answer_text=text,
        followed_up_on=followed,
        follow_up_text=rng.choice(say.FOLLOW_UPS).format_map(slots) if followed else "",
    )
    return (referral,)


def _signature(cast: Cast, on: date) -> tuple[Signed, str]:
    rng, subject = cast.rng, cast.people[0]
    age = subject.age(on)
    if age < 16:
        return Signed.PROXY, say.SIGNED_CHILD
    if age >= 80 and rng.random() < 0.3:
        return Signed.WRITTEN_FOR, rng.choice(say.SIGNED_OLD)
    if Issue.ABILITY in subject.issues and rng.random() < 0.4:
        return Signed.WRITTEN_FOR, say.SIGNED_READING
    return Signed.SELF, ""


def application(cast: Cast, on: date, working: set[Agency]) -> DemoApplication:
    """相談受付・申込票 (2-2), signed by the person or, with the reason, by another (R-COOR-01)."""
    rng = cast.rng
    signed, why = _signature(cast, on)
    excluded: tuple[Agency, ...] = ()
    if rng.random() < 0.1:
        excluded = (rng.choice([a for a in Agency if a not in working and a is not Agency.FUKUSHI]),)
    return DemoApplication(
        explained_on=on,
        applied_on=on,
        signed=signed,
        signed_reason=why,
        excluded_agencies=excluded,
        hopes=cast.wish,
    )

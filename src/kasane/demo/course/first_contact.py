"""Reception, つなぎ and 支援会議 of one made-up household."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import Area
from kasane.base.choices import Channel, Sex, Topic
from kasane.base.dates import today
from kasane.base.kinds import SHAREABLE_KINDS, DataKind
from kasane.cases.models import Case
from kasane.conferences import actions as conferences
from kasane.demo import labels, model
from kasane.demo.calendar import workday_around
from kasane.demo.course.file import CONSULTERS, KINDS, OUTCOMES, File, same
from kasane.demo.town import SUPPORT
from kasane.disclosure.viewer import acting_as
from kasane.intake import rules
from kasane.intake.actions import answering, reception, sending
from kasane.intake.actions.consent import Said
from kasane.intake.informing.actions import Given, tell_of_assistance
from kasane.intake.informing.things import OF_ASSISTANCE, SYSTEMS
from kasane.intake.models import (
    Accompaniment,
    ConsulterIs,
    Likely,
    Outcome,
    Reception,
    Referral,
    Reply,
    RequestKind,
    ToldTo,
)

UNDECIDED_DAYS = 14
"""So long a returned つなぎ of the demo may stand undecided: the coordinator sees a few, not all."""


def receive(file: File) -> None:
    home = file.home
    file.started = timezone.now()
    worker = file.town.worker(home.intake_agency)
    with acting_as(worker):
        row = reception.receive(
            by=worker,
            sheet={
                "received_on": home.received_on,
                "channel": same(home.channel, Channel),
                "consulter_is": CONSULTERS.get(home.consulter.kind.value, ConsulterIs.OTHER),
                "consulter_tie": home.consulter.detail[:60],
                "consulter_name": home.consulter.name,
                "consulter_kana": home.consulter.kana,
                "consulter_contact": home.consulter.phone,
                "household_note": home.household_note,
                "overview": home.outline,
                "topics": [same(topic, Topic) for topic in home.topics],
                "main_topic": same(home.main_topic, Topic),
                "is_urgent": home.urgent,
                "urgent_note": home.urgency_text[:200],
            },
            subject=_person(file, home.subject),
            household=[_person(file, p) for p in home.members if not p.is_subject],
            consent=_said(file, worker),
        )
    file.case = row.case


def _person(file: File, person: model.DemoPerson) -> dict[str, Any]:
    area = Area.objects.filter(key__endswith=f"{file.home.area:02d}").first() if person.is_subject else None
    return {
        "family_name": person.family,
        "given_name": person.given,
        "family_kana": person.family_kana,
        "given_kana": person.given_kana,
        "sex": person.sex.value if person.sex.value in Sex.values else Sex.UNKNOWN,
        "birth_date": person.birth,
        "relation": "" if person.is_subject else person.relation,
        "lives_together": person.lives_together,
        "address": file.home.address if person.lives_together else "",
        "area": area,
        "mobile" if person.phone.startswith("0") and person.phone[1] == "9" else "phone": person.phone,
        "occupation": person.occupation[:80],
    }


def _said(file: File, worker: Actor) -> Said:
    consent = file.home.consent
    answer = {"同意する": "agree", "同意しない": "disagree", "不明": "unclear"}[consent.choice.value]
    kinds = sum(KINDS[k] for k in consent.kinds) if consent.kinds else SHAREABLE_KINDS
    return Said(
        answer=answer,
        confirmed_on=consent.confirmed_on,
        method="oral" if "口頭" in consent.how else "paper",
        explained_by=worker.user.name,
        agencies=None,
        kinds=int(DataKind.BASIC | kinds),
        note=consent.how,
    )


def triage(file: File) -> None:
    worker = responsible(file)
    with acting_as(worker):
        row = Reception.objects.filter(case=file.case).first()
        reception.decide(
            row,
            by=worker,
            on=file.home.received_on,
            outcome=_outcome(file.home),
            reason=file.home.triage_reason,
            assistance=_assistance(row, by=worker),
            given=_given(file, worker) if _outcome(file.home) == Outcome.INFORMATION else None,
        )


def _assistance(row: Reception, *, by: Actor) -> str:
    """Whoever has nothing to eat was told of 生活保護 at once (R-INT-08)."""
    if Topic.FOOD in row.topics:
        told = Given(on=row.received_on, told_to=ToldTo.SELF, things=OF_ASSISTANCE[:3], reply=Reply.THINKS)
        tell_of_assistance(row, by=by, given=told)
        return Likely.YES
    return Likely.UNSURE if rules.asks_assistance(row.topics) else ""


def _given(file: File, worker: Actor) -> Given:
    """What a household was told that needed no more than that."""
    things = ("介護保険の申請",) if labels.Topic.CARE in file.home.topics else (SYSTEMS[7],)
    return Given(on=file.home.received_on, told_to=ToldTo.CONSULTER, things=things)


def _outcome(home: model.DemoHousehold) -> Outcome:
    """Without consent outreach learns of a household at 支援会議 only (R-INT-03, 法106条の6)."""
    if home.triage == labels.Triage.SHARE_OUTREACH and home.consent.choice != labels.ConsentChoice.YES:
        return Outcome.CONFERENCE
    return OUTCOMES[home.triage]


def responsible(file: File) -> Actor:
    """Who took the consultation."""
    with acting_as(file.town.people[file.home.intake_agency][0]):
        user_id = file.fresh().responsible_user_id
    people = file.town.people[file.home.intake_agency]
    return next((a for a in people if a.user.id == user_id), people[0])


def refer(file: File, told: model.DemoReferral) -> None:
    sender = file.town.people[told.from_agency][0]
    with acting_as(sender):
        file.referral = sending.refer(
            file.fresh(),
            by=sender,
            receiver=file.agency(told.to_agency),
            on=told.referred_on,
            requests=[same(request, RequestKind) for request in told.requests],
            course=told.history,
            reason=told.reason,
            explained_by=told.explained_by or sender.user.name,
            explained_what=told.explained_what,
            explained_on=told.explained_on,
            wish=told.wishes,
            care_note=told.care,
            accompaniment=Accompaniment.GOES_ALONG if "同行" in told.care else Accompaniment.NOT_OFFERED,
            is_urgent=file.home.urgent,
            to_coordination=told.to_agency == labels.Agency.JUSO,
        )


def answer(file: File, told: model.DemoReferral) -> None:
    receiver = file.juso if told.to_agency == labels.Agency.JUSO else file.town.people[told.to_agency][0]
    codes = {labels.Answer.ACCEPT: "accepted", labels.Answer.JOINT: "joint", labels.Answer.RETURN: "returned"}
    with acting_as(receiver):
        returned = told.answer == labels.Answer.RETURN
        answering.answer(
            Referral.objects.get(pk=file.referral.pk),
            by=receiver,
            version=None,
            on=told.answered_on,
            answer=codes[told.answer],
            note=told.answer_text,
            talk_on=told.answered_on if returned else None,
            talk_with=labels.AGENCY_SHORT[told.from_agency] if returned else "",
            talk_note=told.answer_text if returned else "",
        )


def followed_up_on(told: model.DemoReferral) -> date | None:
    """When the sender asked how it went on: as told, else a month after the answer when that day has come.

    After a return the sender decides within a few days; only the newest ones still wait for it.
    """
    if told.followed_up_on or told.answer is None or told.answered_on is None:
        return told.followed_up_on
    returned = told.answer == labels.Answer.RETURN
    day = workday_around(told.answered_on + timedelta(days=3 if returned else 28), today())
    settled = day + timedelta(days=UNDECIDED_DAYS if returned else 0)
    return day if settled <= today() else None


def follow_up_referral(file: File, told: model.DemoReferral) -> None:
    sender = file.town.people[told.from_agency][0]
    with acting_as(sender):
        row = Referral.objects.get(
            case=file.case, receiver=file.agency(told.to_agency), sent_on=told.referred_on
        )
        result = told.follow_up_text or (
            "戻された理由を本人に話し、まずはこの機関で支えることにした。"
            if told.answer == labels.Answer.RETURN
            else "つなぎ先に電話で様子を聞いた。本人と会えて、支援が続いている。"
        )
        answering.follow_up(row, by=sender, on=followed_up_on(told), result=result)


def support_conference(file: File) -> None:
    """支援会議 (法106条の6): brought by the town's centre when it works on the case itself."""
    told, by = file.home.support_conference, file.juso
    if file.home.intake_agency != labels.Agency.JUSO and not file.home.referrals:
        return
    if (
        not by.agency.is_municipality
    ):  # 法106条の6: the town's own division would call it, which the stories do not tell
        return
    with acting_as(by):
        if not Case.objects.filter(pk=file.case.pk).exists():
            return
        meeting = file.town.meeting(SUPPORT, told.held_on, told.members, by=by)
        item = conferences.add_item(
            meeting,
            by=by,
            on=min(told.held_on, meeting.convened_on + timedelta(days=1)),
            function=SUPPORT,
            title=told.purpose[:120],
            case=file.fresh(),
            purpose=told.purpose,
        )
        if told.judgement is not None:
            file.town.present(meeting, by=by)
            conferences.write_talk(
                item,
                by=by,
                version=0,
                text=told.conclusion,
                opinions=opinions(file, told),
                decision=told.conclusion,
            )


def opinions(file: File, told: model.DemoMeeting) -> dict[str, str]:
    return {str(file.agency(o.agency).id): o.text for o in told.opinions}

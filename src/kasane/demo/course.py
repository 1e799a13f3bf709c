"""One household's course as dated steps, each an act of the product by the worker whose job it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import Area
from kasane.base.choices import Change, Channel, ContactMethod, Issue, Sex, Timing, Topic
from kasane.base.dates import today
from kasane.base.kinds import SHAREABLE_KINDS, DataKind
from kasane.cases import actions as cases
from kasane.cases.models import Case, TaskKind
from kasane.cases.queries import writable_kinds
from kasane.conferences import actions as conferences
from kasane.conferences.models import Outcome as Judgement
from kasane.coordination import choices, lines
from kasane.coordination.actions import application, assessment, decision, follow, plan
from kasane.coordination.models import Plan
from kasane.demo import labels, model
from kasane.demo.town import MULTI_TIER, SUPPORT, Town
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import answering, reception, sending
from kasane.intake.actions.consent import Said
from kasane.intake.models import Accompaniment, ConsulterIs, Outcome, Referral, RequestKind
from kasane.people.queries import household

Act = Callable[[], None]

_CONSULTERS = {
    "本人": ConsulterIs.SELF,
    "家族": ConsulterIs.FAMILY,
    "近隣": ConsulterIs.NEIGHBOUR,
    "民生委員": ConsulterIs.VOLUNTEER,
    "関係機関": ConsulterIs.AGENCY,
}
_OUTCOMES = {
    labels.Triage.OWN_SUPPORT: Outcome.OWN,
    labels.Triage.INFORMATION_ONLY: Outcome.INFORMATION,
    labels.Triage.REFER_AGENCY: Outcome.REFER,
    labels.Triage.REFER_COORDINATION: Outcome.COORDINATION,
    labels.Triage.SUPPORT_CONFERENCE: Outcome.CONFERENCE,
    labels.Triage.SHARE_OUTREACH: Outcome.OUTREACH,
}
_SCORES = dict(
    zip(("will", "self_esteem", "relations", "participation", "consulting"), follow.SCORES, strict=True)
)
_KINDS = {
    labels.DataKind.BASIC: DataKind.BASIC,
    labels.DataKind.HEALTH: DataKind.HEALTH,
    labels.DataKind.WORK: DataKind.WORK,
    labels.DataKind.MONEY: DataKind.ECONOMY,
    labels.DataKind.LIFE: DataKind.LIFE,
}


def same(label: StrEnum, among: type[TextChoices]) -> str:
    """The product's code for a label of the sheets. Raises KeyError when the lists have drifted apart."""
    by_label = {str(choice.label): str(choice.value) for choice in among}
    return by_label[label.value]


def change_code(label: labels.Change) -> str:
    return str(Change.WORK_INTERMEDIATE) if label == labels.Change.WORK else same(label, Change)


@dataclass
class File:
    """What the steps of one household share while they run."""

    town: Town
    home: model.DemoHousehold
    case: Case | None = None
    referral: Referral | None = None
    plan: Plan | None = None
    evaluation_id: Any = None

    @property
    def juso(self) -> Actor:
        return self.town.people["juso"][0 if self.home.area % 2 else 1]

    def fresh(self) -> Case:
        """The case as it stands now."""
        assert self.case is not None
        return Case.objects.get(pk=self.case.pk)

    def agency(self, key: str) -> Any:
        return self.town.agencies[key]


def steps_of(file: File) -> Iterator[tuple[date, int, Act]]:
    """(day, rank on that day, act) for everything that happened so far or is planned already."""
    home = file.home
    yield home.received_on, 0, lambda: _receive(file)
    if (
        home.triage not in (labels.Triage.REFER_AGENCY, labels.Triage.REFER_COORDINATION)
        or not home.referrals
    ):
        yield home.received_on, 1, lambda: _triage(file)
    for referral in home.referrals:
        yield referral.referred_on, 2, _bind(_refer, file, referral)
        if referral.answer is not None and referral.answered_on:
            yield referral.answered_on, 3, _bind(_answer, file, referral)
        if followed := _followed_up_on(referral):
            yield followed, 4, _bind(_follow_up_referral, file, referral)
    if home.support_conference:
        yield home.support_conference.held_on, 5, lambda: _support_conference(file)
    if home.application:
        yield home.application.applied_on, 6, lambda: _apply(file)
    if home.assessment:
        yield home.assessment.completed_on, 7, lambda: _assess(file)
    yield from _plan_steps(file)
    for record in home.records:
        yield home.day_of(record), 20, _bind(_record, file, record)


def _plan_steps(file: File) -> Iterator[tuple[date, int, Act]]:
    home = file.home
    if home.plan:
        yield home.plan.made_on, 8, lambda: _make_plan(file)
    for score in home.scores:
        yield score.on, 9, _bind(_score, file, score)
    if home.plan and home.plan_meeting:
        meeting = home.plan_meeting
        ready = max(home.plan.made_on, meeting.held_on - timedelta(days=7))
        yield min(ready, meeting.held_on), 10, lambda: _submit(file)
        yield min(ready, meeting.held_on), 11, lambda: _put_plan(file)
        if meeting.judgement is not None:
            yield meeting.held_on, 12, lambda: _judge_plan(file)
    if home.decision:
        yield home.decision.decided_on, 13, lambda: _decide(file)
    for monitoring in home.monitorings:
        yield monitoring.on, 14, _bind(_monitor, file, monitoring)
    if home.evaluation:
        yield home.evaluation.on, 15, lambda: _evaluate(file)
    if home.closing_meeting and any(s.timing == labels.ScoreTiming.CLOSURE for s in home.scores):
        yield _closure_ready_on(home), 16, lambda: _put_closure(file)
        if home.closing_meeting.judgement is not None:
            yield home.closing_meeting.held_on, 30, lambda: _judge_closure(file)
    if home.closure and home.closure.handed_back_to != labels.Agency.JUSO:
        yield home.closure.handed_back_on, 31, lambda: _hand_back(file)
        yield home.closure.handed_back_on, 32, lambda: _accept_back(file)
        for follow_up in home.closure.follow_ups:
            if follow_up.done_on is not None:
                yield follow_up.done_on, 33, _bind(_after_closure, file, follow_up)


def _closure_ready_on(home: model.DemoHousehold) -> date:
    """A week before the meeting, but not before the evaluation and the last つながり評価 are written."""
    written = [home.evaluation.on, *(score.on for score in home.scores)]
    return max(*written, home.closing_meeting.held_on - timedelta(days=7))


def _bind(act: Callable[[File, Any], None], file: File, value: Any) -> Act:
    return lambda: act(file, value)


def _receive(file: File) -> None:
    home = file.home
    worker = file.town.worker(home.intake_agency)
    with acting_as(worker):
        row = reception.receive(
            by=worker,
            sheet={
                "received_on": home.received_on,
                "channel": same(home.channel, Channel),
                "consulter_is": _CONSULTERS.get(home.consulter.kind.value, ConsulterIs.OTHER),
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
    kinds = sum(_KINDS[k] for k in consent.kinds) if consent.kinds else SHAREABLE_KINDS
    return Said(
        answer=answer,
        confirmed_on=consent.confirmed_on,
        method="oral" if "口頭" in consent.how else "paper",
        explained_by=worker.user.name,
        agencies=None,
        kinds=int(DataKind.BASIC | kinds),
        note=consent.how,
    )


def _triage(file: File) -> None:
    from kasane.intake.models import Reception

    worker = _responsible(file)
    with acting_as(worker):
        row = Reception.objects.filter(case=file.case).first()
        reception.decide(
            row,
            by=worker,
            on=file.home.received_on,
            outcome=_outcome(file.home),
            reason=file.home.triage_reason,
        )


def _outcome(home: model.DemoHousehold) -> Outcome:
    """Without consent outreach learns of a household at 支援会議 only (R-INT-03, 法106条の6)."""
    if home.triage == labels.Triage.SHARE_OUTREACH and home.consent.choice != labels.ConsentChoice.YES:
        return Outcome.CONFERENCE
    return _OUTCOMES[home.triage]


def _responsible(file: File) -> Actor:
    """Who took the consultation."""
    with acting_as(file.town.people[file.home.intake_agency][0]):
        user_id = file.fresh().responsible_user_id
    people = file.town.people[file.home.intake_agency]
    return next((a for a in people if a.user.id == user_id), people[0])


def _refer(file: File, told: model.DemoReferral) -> None:
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


def _answer(file: File, told: model.DemoReferral) -> None:
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


def _followed_up_on(told: model.DemoReferral) -> date | None:
    """When the sender asked how it went on: as told, else a month after the answer when that day has come."""
    if told.followed_up_on or told.answer is None or told.answered_on is None:
        return told.followed_up_on
    day = told.answered_on + timedelta(days=28)
    return day if told.answer != labels.Answer.RETURN and day <= today() else None


def _follow_up_referral(file: File, told: model.DemoReferral) -> None:
    sender = file.town.people[told.from_agency][0]
    with acting_as(sender):
        row = Referral.objects.get(pk=file.referral.pk)
        result = told.follow_up_text or "つなぎ先に電話で様子を聞いた。本人と会えて、支援が続いている。"
        answering.follow_up(row, by=sender, on=_followed_up_on(told), result=result)


def _support_conference(file: File) -> None:
    """支援会議 (法106条の6): brought by the town's centre when it works on the case itself."""
    told, by = file.home.support_conference, file.juso
    if file.home.intake_agency != labels.Agency.JUSO and not file.home.referrals:
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
                opinions=_opinions(file, told),
                decision=told.conclusion,
            )


def _opinions(file: File, told: model.DemoMeeting) -> dict[str, str]:
    return {str(file.agency(o.agency).id): o.text for o in told.opinions}


def _apply(file: File) -> None:
    told, by, person = file.home.application, file.juso, file.home.subject
    signature = {"本人署名": "self", "代筆": "scribe", "代理人": "agent"}[told.signed.value]
    with acting_as(by):
        application.apply(
            file.fresh(),
            by=by,
            on=told.applied_on,
            received_on=told.applied_on,
            topics=[same(topic, Topic) for topic in file.home.topics],
            main_topic=same(file.home.main_topic, Topic),
            request=told.hopes,
            rules_explained=True,
            explained_by=by.user.name,
            applies=True,
            agrees_to_sharing=True,
            excluded=[file.agency(key).id for key in told.excluded_agencies],
            signature=signature,
            signed_name=person.name,
            signature_reason=told.signed_reason[:200],
        )


_SECTIONS = (
    ("1", choices.PartSection.ROUTE),
    ("2", choices.PartSection.FAMILY),
    ("3", choices.PartSection.HEALTH),
    ("4", choices.PartSection.ECONOMY),
    ("5", choices.PartSection.WORK),
)


def _assess(file: File) -> None:
    told, by = file.home.assessment, file.juso
    with acting_as(by):
        for title, answers in told.answers.items():
            section = next((s for number, s in _SECTIONS if title.lstrip("(").startswith(number)), None)
            if section is not None:
                _part(file, by, section, _answers(section, answers))
        people = {p.name: p for p in household(file.case.id)}
        issues = {
            people[m.name].id: [same(i, Issue) for i in m.issues]
            for m in file.home.members
            if m.name in people
        }
        assessment.save_issues(
            file.fresh(), issues, by=by, on=told.completed_on, sources=["person", "referrer"]
        )
        _part(file, by, choices.PartSection.STRENGTHS, {"strengths": told.strengths})
        _part(file, by, choices.PartSection.WISHES, {"wishes": told.wishes})
        assessment.save_part(
            file.fresh(),
            choices.PartSection.SUMMARY,
            by=by,
            on=told.completed_on,
            answers={"summary": told.summary},
            sources=["person", "agency"],
            screening=same(told.screening, choices.Screening),
        )


def _part(file: File, by: Actor, section: choices.PartSection, answers: dict[str, Any]) -> None:
    assessment.save_part(
        file.fresh(), section, by=by, on=file.home.assessment.completed_on, answers=answers,
        sources=["person", "referrer"],
    )  # fmt: skip


def _answers(section: choices.PartSection, answers: dict[str, str]) -> dict[str, Any]:
    """The told answers as one note of the section; the form's own items stay open for the worker."""
    return {"note": "\n".join(f"{item}: {value}" for item, value in answers.items() if value)}


def _make_plan(file: File) -> None:
    told, by = file.home.plan, file.juso
    with acting_as(by):
        file.plan = plan.make_plan(
            file.fresh(),
            by=by,
            on=told.made_on,
            goals=[lines.GoalLine(text=goal) for goal in told.short_goals],
            items=_items(file),
            issues=told.issues,
            wish=told.wish,
            long_goal=told.long_goal,
            lead_agency=file.agency(told.lead_agency),
            uses_participation=told.uses_participation,
            participation_reason=told.participation_reason,
            uses_outreach=told.uses_outreach,
            outreach_reason=told.outreach_reason,
            starts_on=told.starts_on,
            ends_on=told.ends_on,
            next_monitoring_on=told.next_monitoring,
            person_agreed_on=told.made_on,
            signature="self",
            signed_name=file.home.subject.name,
        )


def _items(file: File) -> list[lines.ItemLine]:
    """The plan's lines; one of 社協's carries ② and one ④ when the plan uses them (R-COOR-06)."""
    told = file.home.plan
    wanted = [choices.Service.PARTICIPATION] * told.uses_participation + [
        choices.Service.OUTREACH
    ] * told.uses_outreach
    found = []
    for item in told.items:
        service = wanted.pop(0) if wanted and item.agency == labels.Agency.SHAKYO else choices.Service.OTHER
        found.append(_line(file, item, service))
    for service in wanted:
        words = (
            "参加できる場を一緒にさがす"
            if service == choices.Service.PARTICIPATION
            else "訪問を重ねて関係をつくる"
        )
        found.append(
            lines.ItemLine(support=words, agency=file.agency("shakyo"), service=service, frequency="月2回")
        )
    return found


def _line(file: File, item: model.DemoPlanItem, service: str) -> lines.ItemLine:
    return lines.ItemLine(
        support=item.support,
        agency=file.agency(item.agency),
        staff=item.worker_role,
        issue=item.issue,
        service=service,
        frequency=item.frequency[:60],
        period=item.period[:60],
        own_effort=item.own_effort,
    )


def _score(file: File, told: model.DemoScores) -> None:
    occasion = {"プラン策定時": "plan", "評価時": "evaluation", "終結時": "closure"}[told.timing.value]
    with acting_as(file.juso):
        follow.rate(
            file.fresh(),
            by=file.juso,
            on=told.on,
            occasion=choices.Occasion(occasion),
            with_person=told.with_person,
            **{name: getattr(told, ours) for ours, name in _SCORES.items()},
        )


def _submit(file: File) -> None:
    told = file.home.plan_meeting
    with acting_as(file.juso):
        plan.submit_plan(
            file.plan, by=file.juso, on=max(file.home.plan.made_on, told.held_on - timedelta(days=7))
        )


def _put(file: File, told: model.DemoMeeting, timing: Timing, title: str) -> None:
    by = file.juso
    with acting_as(by):
        meeting = file.town.meeting(MULTI_TIER, told.held_on, told.members, by=by)
        conferences.add_item(
            meeting,
            by=by,
            on=max(meeting.convened_on, file.home.received_on),
            function=MULTI_TIER,
            title=title,
            case=file.fresh(),
            timing=timing,
            purpose=told.purpose,
        )


def _put_plan(file: File) -> None:
    _put(file, file.home.plan_meeting, Timing.PLAN, "支援プラン(初回)")


def _put_closure(file: File) -> None:
    _put(file, file.home.closing_meeting, Timing.CLOSURE, "支援の終結")


def _judge(file: File, told: model.DemoMeeting, timing: Timing, **more: Any) -> None:
    from kasane.conferences.models import AgendaItem

    by = file.juso
    with acting_as(by):
        meeting = file.town.meeting(MULTI_TIER, told.held_on, told.members, by=by)
        file.town.present(meeting, by=by)
        item = AgendaItem.objects.select_related("meeting", "body").get(
            meeting=meeting, case_id=file.case.id, timing=timing
        )
        conferences.write_talk(item, by=by, version=0, text=told.conclusion, opinions=_opinions(file, told))
        judgement = {"適切": "appropriate", "修正して再提出": "revise", "終結": "close", "中断": "interrupt"}
        conferences.judge(
            AgendaItem.objects.select_related("meeting", "body").get(pk=item.pk),
            by=by,
            on=told.held_on,
            judgement=Judgement(judgement[told.judgement.value]),
            opinion=told.conclusion,
            **more,
        )


def _judge_plan(file: File) -> None:
    _judge(file, file.home.plan_meeting, Timing.PLAN)


def _judge_closure(file: File) -> None:
    end = file.home.closure
    lead = file.agency(end.handed_back_to if end else file.home.evaluation.lead_after)
    _judge(
        file,
        file.home.closing_meeting,
        Timing.CLOSURE,
        lead_agency=lead,
        follow_up_on=_follow_up_day(file),
        follow_up_by=lead,
        follow_up_how=file.home.evaluation.follow_up,
    )


def _follow_up_day(file: File) -> date:
    end = file.home.closure
    if end and end.follow_ups:
        return end.follow_ups[0].planned_on
    return file.home.evaluation.on + timedelta(days=90)


def _decide(file: File) -> None:
    told, by = file.home.decision, file.town.decider
    with acting_as(by):
        row = Plan.objects.get(pk=file.plan.pk)
        answer = decision.confirm_report if row.state == choices.PlanState.FINAL else decision.decide
        answer(row, by=by, on=told.decided_on, note=told.note)


def _monitor(file: File, told: model.DemoMonitoring) -> None:
    by = file.juso
    with acting_as(by):
        row = Plan.objects.get(pk=file.plan.pk)
        progress = {
            item.id: ("as_planned" if place % 3 else "slow", told.text if not place else "")
            for place, item in enumerate(row.items.all())
        }
        follow.monitor(
            row,
            by=by,
            on=told.on,
            progress=progress,
            after=choices.AfterMonitoring.KEEP,
            next_on=told.next_on,
            note=told.text,
        )


_ACHIEVED = {
    labels.GoalState.REACHED: "achieved",
    labels.GoalState.PARTLY: "partly",
    labels.GoalState.NOT_YET: "not_yet",
}


def _evaluate(file: File) -> None:
    told, by = file.home.evaluation, file.juso
    lead = file.agency(told.lead_after)
    with acting_as(by):
        row = Plan.objects.get(pk=file.plan.pk)
        states = [_ACHIEVED[g.state] for g in told.goals] or ["partly"]
        results: dict[Any, tuple[str, str]] = {
            goal.id: (
                states[min(place, len(states) - 1)],
                told.goals[place].text if place < len(told.goals) else "",
            )
            for place, goal in enumerate(row.goals.all())
        }
        results[None] = ("achieved" if set(states) == {"achieved"} else "partly", "")
        closes = told.conclusion == labels.Conclusion.CLOSE
        written = follow.evaluate(
            file.fresh(),
            by=by,
            on=told.on,
            results=results,
            changes=[change_code(change) for change in told.changes],
            remaining_issues=told.remaining,
            person_wish=told.wish,
            staff_opinion=told.opinion,
            conclusion={"終結": "close", "再プラン": "replan", "中断": "interrupt"}[told.conclusion.value],
            lead_agency_after=lead if closes else None,
            follow_up_on=_follow_up_day(file) if closes else None,
            follow_up_agency=lead if closes else None,
            follow_up_how=told.follow_up if closes else "",
        )
    file.evaluation_id = written.id


def _hand_back(file: File) -> None:
    end, by = file.home.closure, file.juso
    with acting_as(by):
        file.referral = sending.hand_back(
            file.fresh(),
            by=by,
            to_agency=file.agency(end.handed_back_to),
            on=end.handed_back_on,
            reason=end.hand_back_text,
            follow_up_on=_follow_up_day(file),
            explained_by=by.user.name,
            explained_what="支援会議の結果と、これからの相談先を説明した。",
            explained_on=end.closed_on,
        )


def _accept_back(file: File) -> None:
    end = file.home.closure
    by = file.town.people[end.handed_back_to][0]
    with acting_as(by):
        row = Referral.objects.get(pk=file.referral.pk)
        answering.answer(row, by=by, version=None, on=end.handed_back_on, answer="accepted")


def _after_closure(file: File, told: model.DemoFollowUp) -> None:
    by = file.town.people[told.agency][0]
    with acting_as(by):
        cases.complete_tasks(file.case.id, by=by, on=told.done_on, kind=TaskKind.FOLLOW_UP)
        cases.add_event(
            file.case.id,
            by=by,
            on=told.done_on,
            code="followed_up",
            title="終結後のフォローアップ",
            body=told.text,
        )


def _record(file: File, told: model.DemoRecord) -> None:
    by = file.juso if told.agency == labels.Agency.JUSO else file.town.people[told.agency][0]
    day = file.home.day_of(told)
    at = timezone.make_aware(
        datetime.combine(day, time(10 + told.offset_days % 7, 15 * (told.offset_days % 4)))
    )
    with acting_as(by):
        case = Case.objects.filter(pk=file.case.pk).first()
        writable = writable_kinds(case.id, by=by) if case else 0
        if case is None or not writable or not case.is_open:
            return
        cases.write_record(
            case,
            by=by,
            at=at,
            method=same(told.method, ContactMethod),
            counterpart=told.counterpart[:120],
            content=told.text,
            next_step=told.next_step[:200],
            place=told.place[:120],
            minutes=told.minutes,
            kinds=int(DataKind.BASIC | sum(_KINDS[k] for k in told.kinds)) & writable,
        )

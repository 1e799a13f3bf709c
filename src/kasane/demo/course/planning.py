"""Application, assessment, つながり評価 and plan of one made-up household."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from kasane.agencies.actors import Actor
from kasane.base.choices import Issue, Topic
from kasane.coordination import choices, lines
from kasane.coordination.actions import application, assessment, follow, plan
from kasane.demo import labels, model
from kasane.demo.course.file import SCORES, File, same
from kasane.demo.course.sheet23 import section_answers
from kasane.disclosure.viewer import acting_as
from kasane.people.queries import household


def apply(file: File) -> None:
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


def assess(file: File) -> None:
    told, by = file.home.assessment, file.juso
    with acting_as(by):
        for title, answers in told.answers.items():
            _part(file, by, *section_answers(title, answers))
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


def make_plan(file: File) -> None:
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


def keep_score(file: File, told: model.DemoScores) -> None:
    occasion = {"プラン策定時": "plan", "評価時": "evaluation", "終結時": "closure"}[told.timing.value]
    with acting_as(file.juso):
        follow.rate(
            file.fresh(),
            by=file.juso,
            on=told.on,
            occasion=choices.Occasion(occasion),
            with_person=told.with_person,
            **{name: getattr(told, ours) for ours, name in SCORES.items()},
        )


def submit(file: File) -> None:
    told = file.home.plan_meeting
    with acting_as(file.juso):
        plan.submit_plan(
            file.plan, by=file.juso, on=max(file.home.plan.made_on, told.held_on - timedelta(days=7))
        )

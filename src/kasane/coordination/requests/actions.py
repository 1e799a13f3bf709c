"""Asking an agency, answering, taking the answer over, taking the request back (R-COOR-03)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, AgencyKind
from kasane.base.dates import wareki
from kasane.base.obstacles import Obstacle, require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.coordination.actions.assessment import take_over
from kasane.coordination.choices import SECTION_KINDS, PartSection
from kasane.coordination.models import (
    AssessmentPart,
    InformationAnswer,
    InformationReply,
    InformationRequest,
)
from kasane.coordination.queries import courses_of, standing_of
from kasane.coordination.requests import rules
from kasane.coordination.requests.queries import in_full, shared_with, shared_with_us, waiting_sections
from kasane.coordination.rules import SHEET_KINDS
from kasane.people.queries import subject_of


@dataclass(frozen=True)
class Told:
    """What the asked agency says of one section: its items, the answer to the question, from whom and of which day."""

    section: str
    answers: Mapping[str, Any]
    known_on: date
    sources: Sequence[str] = ()
    source_note: str = ""


@transaction.atomic
def ask(
    case: Case,
    *,
    by: Actor,
    to: Iterable[Agency],
    on: date,
    due_on: date | None,
    reason: str,
    sections: Iterable[str] = (),
    question: str = "",
    question_section: str = "",
) -> list[InformationRequest]:
    """Asks each of these agencies for the same, all or none (R-COOR-03). None of them gains sight of the case by it.

    Raises Forbidden with what each may not be asked, named by its agency (R-DIS-04).
    """
    receivers, asked = list(dict.fromkeys(to)), list(sections)
    require(
        ask_all_obstacles(
            case, by=by, to=receivers, on=on, due_on=due_on, reason=reason, sections=asked, question=question,
            question_section=question_section,
        )
    )  # fmt: skip
    assert due_on is not None  # the rule has asked for it
    section = question_section if question.strip() else ""
    about, more = _about(case)
    rows = [
        InformationRequest(
            case=case,
            kinds=rules.own_kinds(question, section),
            agency=by.agency,
            asked_by=by.user,
            receiver=one,
            about=about,
            about_more=more,
            sections=asked,
            question=question,
            question_section=section,
            asked_kinds=rules.asked_kinds(rules.wanted_sections(asked, question, section)),
            reason=reason,
            asked_on=on,
            due_on=due_on,
        )
        for one in receivers
    ]
    for row in rows:
        row.save(force_insert=True)
        _event(
            row,
            by=by,
            on=on,
            code="information_asked",
            title=f"{row.receiver}に情報提供を依頼しました",
            body=reason,
        )
    return rows


def ask_all_obstacles(
    case: Case,
    *,
    by: Actor,
    to: Sequence[Agency],
    on: date,
    due_on: date | None,
    reason: str,
    sections: Sequence[str],
    question: str,
    question_section: str,
) -> list[Obstacle]:
    """The obstacles of every receiver; what stands in the way of one alone says of which."""
    if not to:
        return [Obstacle("no_receiver", "どの機関に依頼するかを選んでください。", "R-COOR-03")]
    standing, applied = standing_of(case, by=by), bool(courses_of(case.id))
    ids = [one.id for one in to]
    shared, waiting = shared_with(case.id, ids, on=on), waiting_sections(case.id, ids)
    found: dict[tuple[str, str], list[str]] = {}
    kept: dict[tuple[str, str], Obstacle] = {}
    for one in to:
        facts = rules.AskFacts(
            standing=standing,
            applied=applied,
            same_agency=one.id == by.agency.id,
            resident=one.kind == AgencyKind.RESIDENT,
            shared=shared[one.id],
            sections=sections,
            question=question,
            question_section=question_section,
            reason=reason,
            asked_on=on,
            due_on=due_on,
            waiting=waiting.get(one.id, ()),
        )
        for obstacle in rules.ask_obstacles(facts):
            key = (obstacle.code, obstacle.sentence)
            kept[key] = obstacle
            found.setdefault(key, []).append(one.name)
    return [_named(kept[key], names, len(to)) for key, names in found.items()]


def _named(obstacle: Obstacle, names: Sequence[str], receivers: int) -> Obstacle:
    """An obstacle of some receivers only says of which."""
    if len(names) == receivers:
        return obstacle
    return Obstacle(
        obstacle.code, f"{'、'.join(names)}: {obstacle.sentence}", obstacle.requirement, obstacle.mends
    )


@transaction.atomic
def answer(request: InformationRequest, told: Iterable[Told], *, by: Actor, on: date) -> InformationReply:
    """The asked agency answers, once: only what was asked and what the person still shares with it.

    Raises Forbidden. Nothing comes into 2-3 by itself: the desk that asked takes it over.
    """
    written = [one for one in told if one.answers]
    require(rules.reply_obstacles(reply_facts(request, by=by, told={one.section: True for one in written})))
    reply = _reply(request, by=by, on=on)
    InformationAnswer.objects.bulk_create(
        InformationAnswer(
            case_id=request.case_id,
            kinds=SECTION_KINDS[one.section],
            request=request,
            section=one.section,
            answers=dict(one.answers),
            sources=list(one.sources),
            source_note=one.source_note,
            known_on=one.known_on,
        )
        for one in written
    )
    return reply


@transaction.atomic
def decline(request: InformationRequest, *, by: Actor, on: date, reason: str) -> InformationReply:
    """The asked agency says why it can not answer. Raises Forbidden without a reason (R-COOR-03)."""
    require(rules.reply_obstacles(reply_facts(request, by=by, declined=True, reason=reason)))
    return _reply(request, by=by, on=on, declined=True, reason=reason)


def reply_facts(
    request: InformationRequest,
    *,
    by: Actor,
    told: Mapping[str, bool] | None = None,
    declined: bool = False,
    reason: str = "",
) -> rules.ReplyFacts:
    """What is known of the reply, as plain values."""
    row = InformationRequest.objects.filter(pk=request.pk).first()
    return rules.ReplyFacts(
        is_receiver=request.receiver_id == by.agency.id,
        closed=row is None or row.closed_on is not None,
        replied=InformationReply.objects.filter(request_id=request.pk).exists(),
        shared=shared_with_us(request.case_id),
        asked=request.all_sections,
        told=told or {},
        declined=declined,
        reason=reason,
    )


@transaction.atomic
def take(answered: InformationAnswer, *, by: Actor, on: date) -> AssessmentPart:
    """Takes an answer into its section of 2-3 as the part of the agency that gave it: its words, author, source and day.

    Raises Forbidden when it is in already, or for who may not write that section (R-COOR-03, R-DIS-04).
    """
    row = InformationAnswer.objects.select_for_update(of=("self",)).get(pk=answered.pk)
    request = in_full().get(pk=row.request_id)
    case = Case.objects.get(pk=row.case_id)
    require(
        rules.take_obstacles(
            standing_of(case, by=by),
            applied=bool(courses_of(case.id)),
            section=row.section,
            taken=row.taken_on is not None,
        )
    )
    part = take_over(
        case,
        PartSection(row.section),
        by=by,
        on=on,
        answers=row.answers,
        sources=row.sources,
        source_note=row.source_note,
        known_on=row.known_on,
        author=request.reply.author,
        agency=request.receiver,
    )
    row.taken_on, row.taken_by = on, by.user
    row.save(update_fields=["taken_on", "taken_by"])
    _event(
        request,
        by=by,
        on=on,
        code="information_taken",
        title=f"{request.receiver}の回答「{part}」をアセスメントに取り込みました",
        kinds=row.kinds,
    )
    return part


@transaction.atomic
def take_back(request: InformationRequest, *, by: Actor, on: date, note: str = "") -> InformationRequest:
    """The desk that asked takes its request back. Raises Forbidden once it is answered."""
    row = InformationRequest.lock(request.pk, version=None)
    require(
        rules.close_obstacles(
            case_id=row.case_id,
            is_asker=row.agency_id == by.agency.id,
            closed=row.closed_on is not None,
            replied=InformationReply.objects.filter(request=row).exists(),
        )
    )
    row.closed_on, row.closed_note = on, note
    row.save_next()
    _event(
        row, by=by, on=on, code="information_closed", title=f"{row.receiver}への情報提供依頼を取り下げました"
    )
    return row


def _reply(request: InformationRequest, *, by: Actor, on: date, **values: Any) -> InformationReply:
    return InformationReply.objects.create(
        case_id=request.case_id,
        kinds=SHEET_KINDS,
        request=request,
        agency=by.agency,
        author=by.user,
        replied_on=on,
        **values,
    )


def _about(case: Case) -> tuple[str, str]:
    """Whom the request is about, in words: the asked agency sees nobody of the case. The name, then how to be sure."""
    subject = subject_of(case.id)
    if subject is None:
        return "(氏名不明)", ""
    born = f"{wareki(subject.birth_date)}生まれ" if subject.birth_date else ""
    return f"{subject.name}さん", "・".join(filter(None, [subject.kana, born]))


def _event(
    row: InformationRequest, *, by: Actor, on: date, code: str, title: str, body: str = "", kinds: int = 0
) -> None:
    cases.add_event(
        row.case_id,
        by=by,
        code=code,
        title=title,
        body=body,
        on=on,
        kinds=kinds or row.kinds,
        subject="information_request",
        subject_id=row.id,
    )

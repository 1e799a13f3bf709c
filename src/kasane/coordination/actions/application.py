"""申込 (2-2): the person applies for a course and agrees to sharing (R-COOR-01, R-SELF-01)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency
from kasane.base.choices import ConsentAnswer, ConsentMethod
from kasane.base.dates import today
from kasane.base.kinds import SHAREABLE_KINDS
from kasane.base.models import StaleEdit
from kasane.base.obstacles import require
from kasane.cases import api as cases
from kasane.cases.models import Case
from kasane.coordination import rules
from kasane.coordination.actions.course import carry, desk_of, take_up
from kasane.coordination.choices import Course, Signature, SignedPaper
from kasane.coordination.models import Application, Assessment
from kasane.coordination.queries import consent_of, deciding_division, standing_of
from kasane.coordination.signing.actions import keep_signature
from kasane.disclosure import api as disclosure
from kasane.people.actions import add_person, change_person
from kasane.people.models import Person
from kasane.people.queries import subject_of

ASSESSMENT_DUE = timedelta(days=14)
"""Until when the assessment is to be begun after the application."""


@transaction.atomic
def apply(
    case: Case,
    *,
    by: Actor,
    on: date,
    course: str = Course.COORDINATION,
    version: int | None = None,
    excluded: Iterable[UUID] = (),
    sharing_kinds: int = int(SHAREABLE_KINDS),
    person: Mapping[str, Any] | None = None,
    person_version: int | None = None,
    strokes: str = "",
    witness: str = "",
    **values: Any,
) -> Application:
    """Keeps the application of `on`, or corrects it, and records the consent that it holds (R-COOR-01, R-DIS-01).

    `values` are fields of Application, `person` those of 本人; `version` 0 says: there was none on the screen.
    `strokes` is a signature drawn on the screen; a name typed instead names its `witness`. On paper both are empty.
    Raises Forbidden for what is missing, StaleEdit when somebody else saved in between.
    """
    left_out = list(excluded)
    division = deciding_division(by, course)
    needed = {by.agency.id} | ({division.id} if division else set())
    require(
        rules.apply_obstacles(
            standing_of(case, by=by, course=course),
            rules_explained=values.get("rules_explained", False),
            applies=values.get("applies", False),
            agrees_to_sharing=values.get("agrees_to_sharing", False),
            signature=values.get("signature", ""),
            signed_name=values.get("signed_name", ""),
            signature_reason=values.get("signature_reason", ""),
            excludes_needed=bool(needed & set(left_out)),
            sharing_kinds=sharing_kinds,
        )
    )
    subject = _subject(case, by=by, on=on, values=person or {}, version=person_version)
    application, is_new = _row(case, course, by=by, version=version)
    for name, value in values.items():
        setattr(application, name, value)
    application.applied_on, application.excluded = on, left_out
    application.sharing_kinds, application.deciding_agency = sharing_kinds, division
    application.received_on = values.get("received_on") or on
    resumes = application.ended_on is not None
    if is_new:
        application.taken_up_on = on
    application.ended_on = None
    application.save_next()
    if strokes or witness:
        keep_signature(
            case.id, by=by, on=today(), paper=SignedPaper.APPLICATION, paper_id=application.id,
            name=application.signed_name, path=strokes, witness=witness,
        )  # fmt: skip
    _consent(application, subject, by=by)
    if division is not None:
        _tell_division(application, division)
    if is_new or resumes:
        _advance(case, application, by=by)
    elif course == Course.COORDINATION:
        take_up(case, by=by, on=on)
        carry(case, by=by)
    return application


def _subject(
    case: Case, *, by: Actor, on: date, values: Mapping[str, Any], version: int | None
) -> Person | None:
    """What the sheet says of 本人 goes to the person, where every other page reads it."""
    subject = subject_of(case.id)
    if subject is None:
        return add_person(case.id, by=by, is_subject=True, **values) if values else None
    changed = {name: value for name, value in values.items() if getattr(subject, name) != value}
    return change_person(subject, by=by, since=on, version=version, **changed) if changed else subject


def _row(case: Case, course: str, *, by: Actor, version: int | None) -> tuple[Application, bool]:
    standing = Application.objects.filter(case=case, course=course).first()
    if standing is None:
        return Application(case=case, course=course, received_by=by.user, agency=by.agency, version=0), True
    if version == 0:
        raise StaleEdit(standing)
    return Application.lock(standing.pk, version=version), False


def _consent(application: Application, subject: Person | None, *, by: Actor) -> None:
    """A new consent is recorded when none stands or its scope changed; the one before stays as proof."""
    stands = consent_of(application.case_id, on=application.applied_on)
    if (
        stands is not None
        and stands.all_agencies
        and set(stands.excluded) == set(application.excluded)
        and stands.kinds == application.sharing_kinds
    ):
        return
    method = ConsentMethod.REPRESENTATIVE if application.signature == Signature.AGENT else ConsentMethod.PAPER
    disclosure.record_consent(
        application.case_id,
        by=by,
        level=disclosure.ConsentLevel.APPLICATION,
        answer=ConsentAnswer.AGREE,
        confirmed_on=application.applied_on,
        person_id=subject.id if subject else None,
        method=method,
        given_by=application.signed_name if method == ConsentMethod.REPRESENTATIVE else "",
        explained_by=application.explained_by,
        excluded=application.excluded,
        kinds=application.sharing_kinds,
        note="相談受付・申込票(2-2)",
    )


def _tell_division(application: Application, division: Agency) -> None:
    """The division that decides on support works on the case from the application on (R-COOR-06)."""
    new = disclosure.New(
        disclosure.EvidenceType.TEAM,
        division.id,
        note="支援決定をする課",
        source="application",
        source_id=application.id,
    )
    disclosure.add_evidence(application.case_id, [new], on=application.applied_on)


def _advance(case: Case, application: Application, *, by: Actor) -> None:
    on = application.applied_on
    called = rules.words(application.course)
    row = cases.mark_applied(case, by=by, on=on)
    if application.course == Course.COORDINATION:
        row = carry(row, by=by)
    if row.stage == cases.Stage.RECEPTION:
        row = cases.advance(row, cases.Stage.APPLICATION, by=by)
        if Assessment.objects.filter(case=row).exists():
            cases.advance(row, cases.Stage.ASSESSMENT, by=by)
    cases.complete_tasks(case.id, by=by, on=on, kind=cases.TaskKind.APPLICATION)
    cases.add_task(
        case.id,
        agency=desk_of(row, by=by),
        kind=cases.TaskKind.ASSESSMENT,
        what="アセスメントを始める",
        due_on=on + ASSESSMENT_DUE,
        since=on,
        source="application",
        source_id=application.id,
    )
    cases.add_event(
        case.id,
        by=by,
        code="applied",
        title=called.applied,
        body=application.request,
        on=on,
        subject="application",
        subject_id=application.id,
    )

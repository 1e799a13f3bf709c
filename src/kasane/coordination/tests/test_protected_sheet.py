"""A sheet kept as one value, in a case in which words are hidden (R-DIS-09)."""

from __future__ import annotations

from datetime import date

from kasane.base.kinds import DataKind
from kasane.cases import actions as cases
from kasane.coordination.models import Assessment, AssessmentPart
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person, protect_contact

ON = date(2025, 5, 1)


def test_the_numbers_and_days_of_a_sheet_are_kept_beside_a_hidden_number(cast):
    answers = {"income": 2025, "since": "2025-05-01", "who": ["2025号室", 2025, True, None]}
    with acting_as(cast.worker):
        case = cases.open_case(by=cast.worker, on=ON)
        person = add_person(case.id, by=cast.worker, family_name="渡邊", is_subject=True)
        protect_contact(
            person, by=cast.worker, staff=[cast.worker.user.pk], reason="第12号", since=ON, words="2025"
        )
        sheet = Assessment.objects.create(case_id=case.id, started_on=ON)
        part = AssessmentPart.objects.create(
            case_id=case.id, assessment=sheet, section="life", answers=answers, gathered_on=ON,
            author=cast.worker.user, agency=cast.worker.agency, kinds=DataKind.BASIC,
        )  # fmt: skip
        assert AssessmentPart.objects.get(pk=part.pk).answers == answers | {
            "who": ["〔秘匿〕号室", 2025, True, None]
        }

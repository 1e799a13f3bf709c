"""Receiving, correcting, deciding, asking for consent (R-INT-01, R-INT-03, R-DIS-01)."""

from __future__ import annotations

import pytest
from django.db import transaction

from kasane.base.kinds import DataKind
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, Event, Task
from kasane.disclosure.models import Consent
from kasane.disclosure.viewer import acting_as
from kasane.intake import actions
from kasane.intake.api import reception_of
from kasane.intake.informing.actions import Given
from kasane.intake.models import InformationGiven, Reception
from kasane.intake.tests.factories import DAY, LATER, case_of, receive, said
from kasane.people.models import Person
from kasane.people.queries import household

GIVEN = Given(on=LATER, told_to="consulter", things=("介護保険の申請",))


def test_receiving_opens_the_case_with_household_sheet_and_consent(cast):
    with acting_as(cast.worker):
        reception = receive(cast.worker)
        case = case_of(reception)
        people = household(case.id)
        assert case.responsible_agency == cast.worker.agency
        assert case.opened_on == DAY
        assert [p.name for p in people] == ["山形 ハル", "山形 正樹"]
        assert people[0].is_subject
        assert people[0].stated_age_on == DAY
        assert reception.received_by == cast.worker.user
        assert reception.kinds & DataKind.HEALTH
        consent = Consent.objects.get(case_id=case.id)
        assert (consent.answer, consent.person_id) == ("agree", people[0].id)
        assert set(Event.objects.values_list("code", flat=True)) == {"reception", "consent"}
        assert reception_of(case.id) == reception


def test_any_agency_receives_any_consultation(cast):
    for actor in (cast.participation, cast.disability, cast.stranger):
        with acting_as(actor):
            assert (
                case_of(receive(actor, topics=["debt"], main_topic="debt")).responsible_agency == actor.agency
            )


@pytest.mark.parametrize(
    ("sheet", "consent", "code"),
    [
        ({"overview": " "}, None, "overview"),
        ({"main_topic": "debt"}, None, "main_topic"),
        ({"is_urgent": True}, None, "urgent_note"),
        ({}, {"answer": ""}, "answer"),
        ({}, {"answer": "agree", "method": ""}, "method"),
        ({}, {"answer": "agree", "agencies": ()}, "scope"),
    ],
)
def test_an_incomplete_sheet_saves_nothing(cast, sheet, consent, code):
    with acting_as(cast.worker):
        with pytest.raises(Forbidden) as refused:
            receive(cast.worker, consent=said(**consent) if consent else None, **sheet)
        assert refused.value.codes == [code]
        assert not Case.objects.exists()
        assert not Person.objects.exists()
        assert not Reception.objects.exists()
        assert not Event.objects.exists()


def test_the_sheet_is_seen_by_colleagues_and_by_nobody_else(cast):
    with acting_as(cast.worker):
        receive(cast.worker)
    with acting_as(cast.colleague):
        assert Reception.objects.count() == 1
    for actor in (cast.coordinator, cast.stranger, cast.decider, cast.administrator, None):
        with acting_as(actor):
            assert not Reception.objects.exists()


CHANGED = {
    "received_on": DAY,
    "channel": "window",
    "consulter_is": "self",
    "overview": "来所。お金のことも。",
    "topics": ["care", "debt"],
    "main_topic": "debt",
    "is_urgent": True,
    "urgent_note": "電気が止まる",
}


def test_correcting_the_sheet_changes_people_kinds_and_urgency(cast):
    with acting_as(cast.worker):
        reception = receive(cast.worker)
        son = Person.objects.get(is_subject=False)
        row = actions.change_reception(
            reception,
            by=cast.worker,
            version=1,
            sheet=CHANGED,
            subject={"family_name": "山形", "given_name": "春"},
            household=[(son, {"relation": "長男", "occupation": "無職"}), (None, {"family_name": "山形"})],
        )
        assert row.version == 2
        assert row.kinds & DataKind.ECONOMY
        assert case_of(row).is_urgent
        names = {p.name: p for p in household(row.case_id)}
        assert names["山形 春"].is_subject
        assert names["山形 正樹"].occupation == "無職"
        assert len(names) == 3


def test_two_people_correcting_the_same_sheet_do_not_overwrite_each_other(cast):
    with acting_as(cast.worker):
        reception = receive(cast.worker)
        who = {"family_name": "山形"}
        actions.change_reception(reception, by=cast.worker, version=1, sheet=CHANGED, subject=who)
        with pytest.raises(StaleEdit):
            actions.change_reception(
                reception, by=cast.colleague, version=1, sheet={**CHANGED, "overview": "別"}, subject=who
            )
        assert Reception.objects.get().overview == "来所。お金のことも。"


@pytest.mark.parametrize("outcome", ["own", "refer", "coordination", "outreach"])
def test_an_outcome_is_kept_with_its_reason(cast, outcome):
    with acting_as(cast.worker):
        row = actions.decide(receive(cast.worker), by=cast.worker, on=LATER, outcome=outcome, reason="理由")
        assert (row.outcome, row.outcome_reason, row.outcome_on) == (outcome, "理由", LATER)
        assert row.outcome_by == cast.worker.user
        assert case_of(row).is_open


def test_information_only_ends_the_case(cast):
    with acting_as(cast.worker):
        row = actions.decide(
            receive(cast.worker),
            by=cast.worker,
            on=LATER,
            outcome="information",
            reason="窓口を案内した",
            given=GIVEN,
        )
        case = case_of(row)
        assert (case.stage, case.closed_as, case.closed_on) == ("closed", "information", LATER)
        told = InformationGiven.objects.get()
        assert (told.things, told.told_to, told.given_by) == (
            ["介護保険の申請"],
            "consulter",
            cast.worker.user,
        )
        assert "介護保険の申請" in Event.objects.get(code="informed").body


def test_information_only_does_not_end_the_case_before_it_is_said_what_was_told(cast):
    with acting_as(cast.worker):
        reception = receive(cast.worker)
        with pytest.raises(Forbidden) as refused:
            actions.decide(reception, by=cast.worker, on=LATER, outcome="information", reason="案内した")
        assert refused.value.codes == ["informed"]
        assert case_of(reception).is_open


def test_bringing_it_to_the_support_conference_makes_a_task(cast):
    with acting_as(cast.worker):
        row = receive(cast.worker, consent=said("disagree"))
        actions.decide(row, by=cast.worker, on=LATER, outcome="conference", reason="同意が得られない")
        assert Task.objects.get().kind == "conference"


@pytest.mark.parametrize(
    ("outcome", "reason", "code"),
    [("own", "", "reason"), ("coordination", "理由", "refused"), ("refer", "理由", "refused")],
)
def test_a_forbidden_outcome_saves_nothing(cast, outcome, reason, code):
    with acting_as(cast.worker):
        reception = receive(cast.worker, consent=said("disagree"))
        with pytest.raises(Forbidden) as refused:
            actions.decide(reception, by=cast.worker, on=LATER, outcome=outcome, reason=reason)
        assert refused.value.codes == [code]
        reception.refresh_from_db()
        assert reception.outcome == ""
        assert not Event.objects.filter(code="triage").exists()


def test_a_second_answer_follows_the_first(cast):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker, consent=said("unclear")))
        actions.record_answer(case, by=cast.worker, said=said(confirmed_on=LATER))
        assert [c.answer for c in Consent.objects.order_by("created_at")] == ["unclear", "agree"]


def test_only_those_who_work_on_the_case_keep_an_answer(cast):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
    with acting_as(cast.stranger), transaction.atomic():
        with pytest.raises(Forbidden) as refused:
            actions.record_answer(case, by=cast.stranger, said=said())
        assert refused.value.codes == ["reads_only"]


def test_a_consent_can_not_be_taken_back_twice(cast):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
        consent = Consent.objects.get()
        actions.withdraw_answer(case, consent, by=cast.worker, on=LATER, note="やめたい")
        consent.refresh_from_db()
        assert consent.withdrawn_on == LATER
        with pytest.raises(Forbidden) as refused:
            actions.withdraw_answer(case, consent, by=cast.worker, on=LATER, note="もう一度")
        assert refused.value.codes == ["withdrawn"]

"""The whole way with coordination itself: a plan judged, decided, evaluated, and the case closed by the meeting."""

# ruff: noqa: F811 - fixtures of coordination are imported by name

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, Stage, Task
from kasane.conferences import actions, panels, queries
from kasane.conferences.models import AgendaItem, Meeting, Outcome
from kasane.conferences.pages import meeting_page
from kasane.coordination.choices import Conclusion, Occasion, PlanState
from kasane.coordination.tests.conftest import applied, assessed, final, path  # noqa: F401
from kasane.disclosure.models import Consent
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import withdraw_answer


def sit(town, cast, case, timing) -> AgendaItem:
    """Convenes, puts the case, opens the meeting with everybody there; answers the item to be judged."""
    meeting = town.convene(members=[cast.decider, cast.participation, cast.disability])
    with acting_as(cast.coordinator):
        actions.add_item(
            meeting, by=cast.coordinator, on=today(), function="multi_tier", case=case, timing=timing
        )
        actions.begin(meeting, by=cast.coordinator)
        sitting = Meeting.objects.select_related("body", "host").get(pk=meeting.pk)
        present = [member.id for member in queries.members_of(sitting)]
        actions.mark_attendance(sitting, by=cast.coordinator, present=present)
        return AgendaItem.objects.select_related("meeting__body", "body").get(meeting=sitting)


def test_without_an_application_there_is_no_item(town, cast, path):
    meeting = town.convene()
    with acting_as(cast.coordinator):
        with pytest.raises(Forbidden) as refused:
            actions.add_item(
                meeting,
                by=cast.coordinator,
                on=today(),
                function="multi_tier",
                case=path.case,
                timing=Timing.PLAN,
            )
        assert refused.value.codes[0] == "no_consent"
        assert AgendaItem.objects.count() == 0


def test_a_submitted_plan_is_offered_put_and_judged(town, cast, assessed):
    plan = assessed.make()
    assessed.submit(plan)
    with acting_as(cast.coordinator):
        steps = panels.next_steps(assessed.case, by=cast.coordinator, consents=[])
        assert [step.url_name for step in steps] == ["conferences:add_item"]
    meeting = town.convene()
    with acting_as(cast.coordinator):
        coming = Meeting.objects.select_related("body").get(pk=meeting.pk)
        (due,) = meeting_page(coming, cast.coordinator).due
        assert (due.facts.subject_id, due.facts.ready, due.who) == (plan.id, True, "田中 和子さん世帯")
    item = sit(town, cast, assessed.case, Timing.PLAN)
    with acting_as(cast.coordinator):
        judged = actions.judge(
            item, by=cast.coordinator, on=today(), judgement=Outcome.APPROPRIATE, opinion="よい"
        )
        assert judged.judgement == "appropriate"
    assert assessed.fresh(plan).state == PlanState.AGREED


def test_the_material_holds_the_plan_as_the_ledger_lets_it_be_seen(town, cast, assessed, client):
    assessed.submit(assessed.make())
    item = sit(town, cast, assessed.case, Timing.PLAN)
    client.force_login(cast.participation.user)
    client.post(f"/conferences/{item.meeting_id}/confidentiality/", {"agreed": "1"})
    page = client.get(f"/conferences/items/{item.id}/").content.decode()
    assert "田中 和子" in page
    assert "二人でこの家で暮らしたい" in page
    client.force_login(cast.stranger.user)
    assert client.get(f"/conferences/items/{item.id}/").status_code == 404


def test_the_meeting_closes_the_case_and_names_who_leads_afterwards(town, cast, assessed):
    plan = assessed.make()
    assessed.submit(plan)
    item = sit(town, cast, assessed.case, Timing.PLAN)
    with acting_as(cast.coordinator):
        actions.judge(item, by=cast.coordinator, on=today(), judgement=Outcome.APPROPRIATE)
    assessed.decide(plan)
    assessed.rate(Occasion.PLAN)
    assessed.evaluate(plan)
    assessed.rate(Occasion.CLOSURE, date(2025, 11, 1), asking=4)
    item = sit(town, cast, assessed.case, Timing.CLOSURE)
    follow_up = today() + timedelta(days=90)
    with acting_as(cast.coordinator):
        assert actions.allowed_outcomes(item) == [Outcome.CLOSE, Outcome.CONTINUE]
        closed = actions.judge(
            item,
            by=cast.coordinator,
            on=today(),
            judgement=Outcome.CLOSE,
            lead_agency=cast.disability.agency,
            follow_up_on=follow_up,
            follow_up_by=cast.disability.agency,
            follow_up_how="訪問",
        )
        assert closed.lead_agency == cast.disability.agency
        assert Case.objects.get(pk=assessed.case.pk).stage == Stage.CLOSED
    with acting_as(cast.disability):
        assert Task.objects.get(kind="follow_up", done_on__isnull=True).due_on == follow_up


def test_the_meeting_page_with_what_waits_stays_within_its_queries(
    town,
    cast,
    assessed,
    client,
    django_assert_max_num_queries,
):
    assessed.submit(assessed.make())
    meeting = town.convene(members=[cast.decider, cast.participation])
    client.force_login(cast.coordinator.user)
    with django_assert_max_num_queries(32):
        page = client.get(f"/conferences/{meeting.id}/")
    assert len(page.context["page"].due) == 1


class TestAnEndWithoutConsent:
    """The person withdrew: 支援会議 judges the end, by who still works on the case (R-COOR-09)."""

    @pytest.fixture
    def waiting(self, final, cast):
        path, plan = final
        path.rate(Occasion.PLAN)
        path.rate(Occasion.CLOSURE)
        desk = cast.worker
        path.evaluate(plan, Conclusion.CLOSE, lead_agency_after=desk.agency, follow_up_agency=desk.agency)
        return path

    def withdraw(self, path, cast):
        with acting_as(cast.worker):
            for consent in Consent.objects.filter(case_id=path.case.id):
                case = Case.objects.get(pk=path.case.id)
                withdraw_answer(case, consent, by=cast.worker, on=today(), note="本人の申し出")
        return path.reload()

    def put(self, town, cast, case, **values):
        meeting = town.convene("shien", members=[cast.worker, cast.decider])
        with acting_as(cast.worker):
            return actions.add_item(
                meeting, by=cast.worker, on=today(), function="support_conference", case=case, **values
            )

    def test_while_consent_stands_it_is_sent_to_the_other_conference(self, town, cast, waiting):
        with pytest.raises(Forbidden) as refused:
            self.put(town, cast, waiting.case, timing=Timing.CLOSURE)
        assert refused.value.codes == ["consented_end"]

    def test_a_plan_is_never_judged_there(self, town, cast, waiting):
        self.withdraw(waiting, cast)
        with pytest.raises(Forbidden) as refused:
            self.put(town, cast, waiting.case, timing=Timing.REPLAN)
        assert refused.value.codes == ["plan_needs_consent"]

    def test_without_consent_it_is_judged_and_the_case_closes(self, town, cast, waiting):
        self.withdraw(waiting, cast)
        item = self.put(town, cast, waiting.case, timing=Timing.CLOSURE)
        host = town.cast.coordinator
        with acting_as(host):
            actions.begin(Meeting.objects.get(pk=item.meeting_id), by=host)
            sitting = Meeting.objects.select_related("body", "host").get(pk=item.meeting_id)
            present = [member.id for member in queries.members_of(sitting)]
            actions.mark_attendance(sitting, by=host, present=present)
        with acting_as(cast.worker):
            row = AgendaItem.objects.select_related("meeting__body", "body").get(pk=item.pk)
            assert actions.may_judge(row, cast.worker)
            actions.judge(row, by=cast.worker, on=today(), judgement=Outcome.CLOSE)
            assert Case.objects.get(pk=waiting.case.pk).stage == Stage.CLOSED

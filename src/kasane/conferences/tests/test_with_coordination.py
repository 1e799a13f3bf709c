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
from kasane.coordination.menus import actions as menus
from kasane.coordination.models import MenuJudgement, MenuPlan
from kasane.coordination.tests.conftest import applied, assessed, final, path  # noqa: F401
from kasane.coordination.tests.test_menus import FULL
from kasane.disclosure.models import Consent
from kasane.disclosure.viewer import acting_as
from kasane.intake.actions import withdraw_answer

OUTREACH, PARTICIPATION = FULL["outreach"], FULL["participation"]


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
    with django_assert_max_num_queries(33):
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


class TestAnOwnPlanOfOutreach:
    """2-5② before consent: only an item of 支援会議 judges it, at each of the four timings (R-CONF-03, R-CONF-04)."""

    @pytest.fixture
    def waiting(self, path, cast):
        with acting_as(cast.worker):
            menu = menus.begin(
                path.case, "outreach", by=cast.worker, on=today(), answers=OUTREACH, evaluate_on=today()
            )
            return menus.submit(menu, by=cast.worker, on=today())

    def put(self, town, cast, menu, **values):
        meeting = town.convene("shien", members=[cast.worker, cast.decider])
        values = {"function": "support_conference", "subject_id": menu.id} | values
        with acting_as(cast.worker):
            case = Case.objects.get(pk=menu.case_id)
            return actions.add_item(meeting, by=cast.worker, on=today(), case=case, **values)

    def test_the_page_puts_it_and_the_item_judges_it(self, town, cast, waiting, sign_in):
        meeting = town.convene("shien", members=[cast.worker, cast.decider])
        client = sign_in(cast.worker)
        put = f"/conferences/cases/{waiting.case_id}/add/support-conference/?subject={waiting.id}"
        assert put in client.get(f"/coordination/menus/{waiting.id}/").content.decode()
        assert "アウトリーチ等プラン(初回)" in client.get(put).content.decode()
        typed = {"meeting": meeting.id, "subject": waiting.id, "minutes": "15"}
        assert client.post(put, typed).status_code == 302
        with acting_as(cast.worker):
            item = AgendaItem.objects.get(case_id=waiting.case_id)
            assert (item.subject_id, item.timing) == (waiting.id, Timing.PLAN)
        host = cast.coordinator
        with acting_as(host):
            actions.begin(Meeting.objects.get(pk=meeting.pk), by=host)
            sitting = Meeting.objects.select_related("body", "host").get(pk=meeting.pk)
            present = [member.id for member in queries.members_of(sitting)]
            actions.mark_attendance(sitting, by=host, present=present)
        client.post(f"/conferences/{meeting.id}/confidentiality/", {"agreed": "1"})
        page = client.get(f"/conferences/items/{item.id}/").content.decode()
        assert f"/coordination/menus/{waiting.id}/" in page
        judged = {"judgement": "appropriate", "opinion": "保健師から訪ねる"}
        assert client.post(f"/conferences/items/{item.id}/judge/", judged).status_code == 302
        with acting_as(cast.worker):
            said = MenuJudgement.objects.get(menu=waiting)
            assert (said.meeting_id, said.table) == (meeting.id, "support_conference")
            assert MenuPlan.objects.get(pk=waiting.pk).state == "running"

    def test_the_other_conference_does_not_have_it(self, town, cast, waiting):
        with pytest.raises(Forbidden) as refused:
            self.put(town, cast, waiting, function="multi_tier")
        assert "other_function" in refused.value.codes

    def test_it_is_put_once(self, town, cast, waiting):
        self.put(town, cast, waiting)
        with pytest.raises(Forbidden) as refused:
            self.put(town, cast, waiting)
        assert refused.value.codes == ["twice"]

    def test_what_does_not_wait_is_not_put(self, town, cast, waiting):
        with acting_as(cast.worker):
            menus.take_back(waiting, by=cast.worker, on=today())
        with pytest.raises(Forbidden) as refused:
            self.put(town, cast, waiting)
        assert refused.value.codes == ["nothing_waits"]


def test_an_own_plan_under_consent_is_offered_to_the_multi_tier_conference(town, cast, final):
    path, _ = final
    by = cast.participation
    with acting_as(by):
        menu = menus.begin(
            path.case, "participation", by=by, on=today(), answers=PARTICIPATION, evaluate_on=today()
        )
        menus.submit(menu, by=by, on=today())
    meeting = town.convene(members=[cast.decider, by])
    with acting_as(cast.coordinator):
        coming = Meeting.objects.select_related("body", "host").get(pk=meeting.pk)
        (due,) = meeting_page(coming, cast.coordinator).due
        assert (due.facts.subject_id, due.function, due.facts.ready) == (menu.id, "multi_tier", True)
        actions.add_item(
            coming, by=cast.coordinator, on=today(), function="multi_tier", case=path.case, subject_id=menu.id
        )
        assert meeting_page(coming, cast.coordinator).due == []

"""When a course ends, nothing of it waits for a meeting any more (R-CONF-04, R-COOR-02, R-COOR-06)."""

# ruff: noqa: F811 - fixtures of coordination are imported by name

from __future__ import annotations

import pytest

from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.cases import api as cases
from kasane.cases.models import Case, Event, Task
from kasane.conferences import actions, queries
from kasane.conferences.actions.withdrawing import withdraw
from kasane.conferences.models import AgendaItem, Meeting, Outcome, Talk
from kasane.conferences.pages import meeting_page
from kasane.conferences.tests.conftest import acknowledge
from kasane.coordination.actions import end_by_screening, take_back_plan
from kasane.coordination.choices import Conclusion, Course, Occasion, Screening
from kasane.coordination.tests.conftest import applied, assessed, final, path  # noqa: F401
from kasane.disclosure.viewer import acting_as


@pytest.fixture
def listed(town, cast, assessed):
    """A plan that waits for its meeting, on the agenda; its maker then took it back."""
    plan = assessed.submit(assessed.make())
    meeting = town.convene(members=[cast.decider, cast.stranger])
    with acting_as(cast.coordinator):
        put = {"by": cast.coordinator, "on": today(), "function": "multi_tier", "case": assessed.case}
        item = actions.add_item(meeting, timing=Timing.PLAN, **put)
        take_back_plan(plan, by=cast.coordinator, on=today())
    return assessed, meeting, item


def end(way, cast):
    way.assess(screening=Screening.BROKEN_OFF, version=1)
    with acting_as(cast.coordinator):
        end_by_screening(
            way.case, by=cast.coordinator, on=today(), told="市外に転出", course=Course.COORDINATION,
            way="broken_off",
        )  # fmt: skip


def test_the_item_is_withdrawn_with_the_reason_and_stays_on_the_agenda(listed, cast, sign_in):
    way, meeting, item = listed
    end(way, cast)
    with acting_as(cast.coordinator):
        row = AgendaItem.objects.get(pk=item.pk)
        assert (row.is_settled, row.withdrawn) == (True, "多機関協働を終えたため、取り下げました")
        assert Event.objects.filter(code="conference_item_removed").count() == 1
        assert actions.allowed_outcomes(row) == []
        page = meeting_page(
            Meeting.objects.select_related("body", "host").get(pk=meeting.pk), cast.coordinator
        )
        assert (page.unfinished, page.planned_minutes) == ([], 0)
    shown = sign_in(cast.coordinator).get(f"/conferences/{meeting.id}/").content.decode()
    assert "取り下げ" in shown


def test_the_members_lose_the_case_at_once(listed, cast):
    way, meeting, _ = listed
    with acting_as(cast.stranger):
        actions.acknowledge(queries.membership(meeting.id, cast.stranger), by=cast.stranger)
        assert Case.objects.filter(pk=way.case.id).exists()
    end(way, cast)
    with acting_as(cast.stranger):
        assert not Case.objects.filter(pk=way.case.id).exists()


def test_nobody_is_left_with_a_task(listed, cast):
    way, _, _ = listed
    end(way, cast)
    for who in (cast.coordinator, cast.decider, cast.worker):
        with acting_as(who):
            assert not Task.objects.filter(case_id=way.case.id, done_on__isnull=True).exists()


def test_another_item_of_the_case_goes_with_the_case_that_closes(town, final, cast):
    """A 支援会議 had it on its agenda too, when 重層的支援会議 closes the case."""
    way, plan = final
    way.rate(Occasion.PLAN)
    way.rate(Occasion.CLOSURE)
    way.evaluate(plan, Conclusion.CLOSE)
    beside = town.convene("shien", by=cast.decider, members=[cast.worker])
    meeting = town.convene(members=[cast.decider])
    with acting_as(cast.coordinator):
        put = {"by": cast.coordinator, "on": today(), "case": way.case}
        other = actions.add_item(beside, function="support_conference", title="見守り", **put)
        item = actions.add_item(meeting, function="multi_tier", timing=Timing.CLOSURE, **put)
        actions.begin(meeting, by=cast.coordinator)
        sitting = Meeting.objects.select_related("body", "host").get(pk=meeting.pk)
        present = {member.id for member in queries.members_of(sitting)}
        actions.mark_attendance(sitting, by=cast.coordinator, present=present)
        row = AgendaItem.objects.select_related("meeting__body", "body").get(pk=item.pk)
        actions.judge(row, by=cast.coordinator, on=today(), judgement=Outcome.CLOSE, opinion="よい")
    with acting_as(cast.worker):
        found = {one.id: one for one in AgendaItem.objects.filter(case_id=way.case.id)}
        assert found[other.id].withdrawn == "会議で終結と判断したため、取り下げました"
        assert (found[item.id].withdrawn, found[item.id].judgement) == ("", "close")


def test_what_has_been_talked_about_keeps_its_minutes(listed, cast):
    way, meeting, item = listed
    with acting_as(cast.coordinator):
        Talk.objects.create(item=item, meeting=meeting, case=way.case, text="転出を見送る")
        withdraw(way.case.id, None, by=cast.coordinator, on=today(), reason="終えたため")
        row = AgendaItem.objects.get(pk=item.pk)
        assert (row.is_settled, row.withdrawn) == (True, "")


def test_what_belongs_to_the_other_course_goes_on(listed, cast):
    way, _, item = listed
    with acting_as(cast.coordinator):
        assert withdraw(way.case.id, set(), by=cast.coordinator, on=today(), reason="終えたため") == []
        assert not AgendaItem.objects.get(pk=item.pk).is_settled


@pytest.fixture
def waiting(town, case, cast):
    """受付 asked a 支援会議 of another agency for its case, before any coordination."""
    meeting = town.convene("tsunagaru", by=cast.decider, members=[cast.disability])
    with acting_as(cast.worker):
        put = {"by": cast.worker, "on": today(), "function": "support_conference", "title": "見守り"}
        return meeting, actions.add_item(meeting, case=case, **put)


def close_at_reception(case, by):
    with acting_as(by):
        cases.close(case, by=by, on=today(), closed_as=cases.ClosedAs.INFORMATION)


def test_a_case_closed_at_reception_waits_for_no_meeting(waiting, case, cast):
    """R-INT-03, R-CONF-04"""
    meeting, item = waiting
    with acting_as(cast.disability):
        assert Case.objects.filter(pk=case.id).exists()
    close_at_reception(case, cast.worker)
    with acting_as(cast.worker):
        row = AgendaItem.objects.get(pk=item.pk)
        assert (row.is_settled, row.withdrawn) == (True, "情報提供で終了としたため、取り下げました")
    with acting_as(cast.disability):
        assert not Case.objects.filter(pk=case.id).exists()


def test_what_a_meeting_talked_about_keeps_its_minutes_when_one_who_was_not_there_closes(waiting, case, cast):
    meeting, item = waiting
    with acting_as(cast.disability):
        Talk.objects.create(item=item, meeting=meeting, case=case, text="見守りを続ける")
    close_at_reception(case, cast.worker)
    with acting_as(cast.worker):
        row = AgendaItem.objects.get(pk=item.pk)
        assert (row.is_settled, row.withdrawn) == (True, "")


def test_a_member_who_does_not_host_closes_the_case_of_which_others_were_called(town, case, cast):
    meeting = town.convene("tsunagaru", by=cast.decider, members=[cast.worker])
    with acting_as(cast.worker):
        put = {"by": cast.worker, "on": today(), "function": "support_conference", "title": "見守り"}
        item = actions.add_item(meeting, case=case, **put)
    with acting_as(cast.decider):
        actions.invite(meeting, by=cast.decider, on=today(), posts=[cast.stranger.post], items=[item.id])
    acknowledge(meeting, cast.stranger)
    close_at_reception(case, cast.worker)
    with acting_as(cast.stranger):
        assert not Case.objects.filter(pk=case.id).exists()

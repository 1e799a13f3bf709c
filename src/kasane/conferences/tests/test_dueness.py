"""What is due comes by itself and is ticked into the agenda (R-CONF-04, R-CONF-06)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, Task, TaskKind
from kasane.conferences import actions as conferences
from kasane.conferences.decisions import actions as decisions
from kasane.conferences.dueness import actions, rules
from kasane.conferences.dueness.queries import proposals
from kasane.conferences.dueness.rules import Source
from kasane.conferences.models import AgendaItem
from kasane.disclosure.viewer import acting_as


@pytest.mark.parametrize(
    ("kind", "source", "expected"),
    [
        ("conference", "reception", Source.BROUGHT),
        ("conference", "referral_alert", Source.BROUGHT),
        ("conference", "meeting_decision", Source.DECIDED),
        ("monitoring", "plan", Source.MONITORING),
        ("follow_up", "evaluation", Source.FOLLOW_UP),
        ("follow_up", "referral", None),
        ("contact", "record", None),
    ],
)
def test_what_a_task_brings_to_the_table(kind, source, expected):
    assert rules.source_of(kind, source) == expected


@pytest.mark.parametrize(
    ("functions", "expected"),
    [
        (["support_conference"], "support_conference"),
        (["multi_tier", "support_conference"], "support_conference"),
        (["multi_tier"], ""),
        (["liaison"], ""),
    ],
)
def test_a_case_that_is_only_looked_at_again_goes_to_the_support_conference(functions, expected):
    assert rules.function_for(functions) == expected


def waits(case, agency, kind=TaskKind.MONITORING, source="plan", days=0):
    Task.objects.create(
        case=case, agency=agency, kind=kind, source=source, what="する", due_on=today() + timedelta(days=days),
        since=today(),
    )  # fmt: skip


def found(meeting, by):
    with acting_as(by):
        return [(one.source, one.who) for one in proposals(meeting, by)]


@pytest.fixture
def meeting(town):
    return town.convene("tsunagaru")


def test_what_is_due_by_the_day_of_the_meeting_is_proposed_to_its_host(meeting, consented, cast):
    with acting_as(cast.coordinator):
        waits(consented, cast.coordinator.agency, days=3)

    assert found(meeting, cast.coordinator) == [(Source.MONITORING, "山形 正樹さん世帯")]
    assert found(meeting, cast.worker) == []


def test_what_is_due_later_is_not(meeting, consented, cast):
    with acting_as(cast.coordinator):
        waits(consented, cast.coordinator.agency, days=60)
    assert found(meeting, cast.coordinator) == []


def test_a_case_comes_once_for_its_gravest_reason(meeting, consented, cast):
    with acting_as(cast.coordinator):
        waits(consented, cast.coordinator.agency)
        waits(consented, cast.coordinator.agency, TaskKind.CONFERENCE, "reception")
    assert [source for source, _ in found(meeting, cast.coordinator)] == [Source.BROUGHT]


def test_an_open_decision_on_a_case_is_proposed_for_the_next_meeting(meeting, consented, cast):
    with acting_as(cast.coordinator):
        waits(consented, cast.coordinator.agency, TaskKind.CONFERENCE, decisions.SOURCE)
    assert [source for source, _ in found(meeting, cast.coordinator)] == [Source.DECIDED]


def test_a_closed_case_comes_up_to_be_followed_up_alone(meeting, consented, cast):
    with acting_as(cast.coordinator):
        waits(consented, cast.coordinator.agency)
    with acting_as(cast.worker):
        Case.objects.filter(pk=consented.pk).update(stage="closed", closed_on=today(), closed_as="closed")
    assert found(meeting, cast.coordinator) == []
    with acting_as(cast.coordinator):
        waits(consented, cast.coordinator.agency, TaskKind.FOLLOW_UP, "evaluation")
    assert [source for source, _ in found(meeting, cast.coordinator)] == [Source.FOLLOW_UP]


def test_a_silent_case_of_the_own_agency_is_proposed(meeting, consented, cast):
    with acting_as(cast.worker):
        old = Case.objects.get(pk=consented.pk).touched_at - timedelta(days=90)
        Case.objects.filter(pk=consented.pk).update(
            responsible_agency=cast.coordinator.agency, touched_at=old
        )
    assert [source for source, _ in found(meeting, cast.coordinator)] == [Source.SILENT]


def test_no_case_is_proposed_that_the_host_does_not_see(meeting, case, cast):
    with acting_as(cast.worker):
        waits(case, cast.worker.agency)
    assert found(meeting, cast.coordinator) == []


def ticked(meeting, by, *keys, timed=()):
    with acting_as(by):
        return actions.put(meeting, by=by, on=today(), keys=set(keys), timed=timed)


def test_what_is_ticked_stands_on_the_agenda_without_a_name_and_is_proposed_no_more(meeting, consented, cast):
    with acting_as(cast.coordinator):
        waits(consented, cast.coordinator.agency)
    made, refused = ticked(meeting, cast.coordinator, f"monitoring:{consented.id}")

    assert [(one.title, one.function) for one in made] == [("モニタリングの確認", "support_conference")]
    assert refused == []
    assert found(meeting, cast.coordinator) == []


def test_what_waits_at_one_of_the_four_timings_is_ticked_too_and_refusals_stay_behind(
    meeting, consented, cast, desk
):
    desk.ready(consented)
    made, _ = ticked(meeting, cast.coordinator, timed=[(consented.id, "plan", "multi_tier")])
    assert [(one.timing, one.function) for one in made] == [("plan", "multi_tier")]

    made, refused = ticked(meeting, cast.coordinator, timed=[(consented.id, "plan", "multi_tier")])
    assert made == []
    assert [one.code for one in refused] == ["twice"]


def test_without_consent_a_timing_does_not_get_onto_the_agenda_by_a_tick(meeting, consented, cast, desk):
    desk.ready(consented, consented=False)
    made, refused = ticked(meeting, cast.coordinator, timed=[(consented.id, "plan", "multi_tier")])
    assert made == []
    assert [one.requirement for one in refused] == ["R-CONF-03"]


def test_nothing_ticked_and_others_than_the_host_are_refused(meeting, consented, cast):
    with pytest.raises(Forbidden):
        ticked(meeting, cast.coordinator)
    with pytest.raises(Forbidden):
        ticked(meeting, cast.worker, f"monitoring:{consented.id}")


def test_on_the_page_what_is_due_is_ticked_and_the_clock_runs(meeting, consented, cast, sign_in, desk):
    with acting_as(cast.coordinator):
        waits(consented, cast.coordinator.agency)
    client = sign_in(cast.coordinator)
    page = client.get(f"/conferences/{meeting.id}/").content.decode()
    assert "見直しておきたいケース" in page
    assert "モニタリングの確認" in page

    done = client.post(f"/conferences/{meeting.id}/due/", {"due": f"monitoring:{consented.id}"})

    assert done.status_code == 302
    page = client.get(f"/conferences/{meeting.id}/").content.decode()
    assert "13:30–13:45" in page
    assert "資料 1件中0件" in page
    assert client.post(f"/conferences/{meeting.id}/due/", {"timed": "x:y:z"}).status_code == 409


def test_a_body_of_the_four_timings_alone_says_why_nothing_can_be_ticked(
    town, consented, cast, sign_in, desk
):
    meeting = town.convene("sasaeai")
    with acting_as(cast.coordinator):
        waits(consented, cast.coordinator.agency)
    page = sign_in(cast.coordinator).get(f"/conferences/{meeting.id}/").content.decode()
    assert "この会議では、プラン・再プラン・終結・中断の時期のケースだけを議題にできます。" in page
    assert 'name="due"' not in page


def test_the_person_is_marked_and_what_to_take_care_of_is_for_the_host(town, cast, sign_in):
    meeting = town.convene(members=[cast.decider])
    with acting_as(cast.coordinator):
        from kasane.conferences.forms import guests_from

        conferences.invite(
            meeting, by=cast.coordinator, on=today(), guests=guests_from("山形 正樹、本人、30分で休む")
        )
    page = sign_in(cast.coordinator).get(f"/conferences/{meeting.id}/").content.decode()
    assert "30分で休む" in page
    other = sign_in(cast.decider).get(f"/conferences/{meeting.id}/").content.decode()
    assert "30分で休む" not in other
    assert AgendaItem.objects.count() == 0

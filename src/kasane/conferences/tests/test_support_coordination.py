"""支援調整会議: convened by the desk of 自立相談支援, over its own plans (実施要綱 別記1の4の5, R-SELF-01)."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.conferences import actions, queries, rules
from kasane.conferences.models import AgendaItem, Body, Function, Outcome
from kasane.conferences.tests.conftest import TOWN, acknowledge, soon
from kasane.coordination.choices import PlanState, Service
from kasane.coordination.tests.self_reliance import begin, deliver_self_reliance
from kasane.disclosure.viewer import acting_as
from kasane.profiles.vocabulary import BodyFunction

SUPPORT_COORDINATION = Function.SUPPORT_COORDINATION


def codes(obstacles) -> list[str]:
    return [obstacle.code for obstacle in obstacles]


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def refused(act, *args, **values) -> list[str]:
    with pytest.raises(Forbidden) as found:
        act(*args, **values)
    return codes(found.value.obstacles)


@pytest.fixture
def way(town, cast):
    """A case of 自立相談支援 whose plan has been handed in."""
    deliver_self_reliance(cast)
    way = begin(cast)
    way.apply()
    way.assess()
    return way


@pytest.fixture
def body(way):
    with acting_as(way.desk):
        return actions.own_body(by=way.desk)


def convene(way, body, *members):
    with acting_as(way.desk):
        meeting = actions.convene(
            body, by=way.desk, on=today(), starts_at=soon(), posts=[member.post for member in members]
        )
    acknowledge(meeting, way.desk, *members)
    return meeting


def put(way, meeting, function=SUPPORT_COORDINATION, **values):
    with acting_as(way.desk):
        return actions.add_item(
            meeting, by=way.desk, on=today(), function=function, case=way.case, timing=Timing.PLAN, **values
        )


def sit(way, meeting, *present):
    with acting_as(way.desk):
        meeting = actions.begin(meeting, by=way.desk)
        users = {actor.user.id for actor in present}
        members = [m.id for m in queries.members_of(meeting) if m.user_id in users]
        actions.mark_attendance(meeting, by=way.desk, present=members)


def judge(way, item):
    with acting_as(way.desk):
        row = AgendaItem.objects.select_related("meeting__body", "meeting__host").get(pk=item.id)
        return actions.judge(row, by=way.desk, on=today(), judgement=Outcome.APPROPRIATE, opinion="適切")


def test_the_profile_may_name_it():
    assert BodyFunction.SUPPORT_COORDINATION.value == SUPPORT_COORDINATION.value


def test_the_desk_sets_up_its_own_once(way, body):
    assert body.host == way.desk.agency
    with acting_as(way.desk):
        assert refused(actions.own_body, by=way.desk) == ["body_exists"]


def test_others_do_not_set_it_up(way):
    with acting_as(way.cast.stranger):
        assert refused(actions.own_body, by=way.cast.stranger) == ["not_self_reliance_agency"]


def test_a_town_without_the_program_has_none(town, cast):
    with acting_as(cast.participation):
        assert refused(actions.own_body, by=cast.participation) == ["course_not_offered"]


def test_reading_the_profile_again_leaves_it_in_use(body):
    actions.install_bodies(TOWN)
    assert Body.objects.get(pk=body.pk).is_active


def test_a_strange_agency_can_not_convene_it(way, body):
    stranger = way.cast.disability
    with acting_as(stranger):
        found = refused(actions.convene, body, by=stranger, on=today(), starts_at=soon())
    assert found == ["host_convenes"]


def test_its_plan_is_an_item_with_the_four_purposes(way, body):
    way.submit(way.make())
    item = put(way, convene(way, body))
    assert item.title == "自立相談支援プラン(初回)"
    assert any("適切性の協議" in point for point in item.agenda_points)


def test_a_plan_not_handed_in_is_no_item(way, body):
    way.make()
    assert refused(put, way, convene(way, body)) == ["not_submitted"]


def test_without_consent_there_is_no_item(way, body):
    from kasane.disclosure.api import consents_of, withdraw_consent

    way.submit(way.make())
    meeting = convene(way, body)
    with acting_as(way.desk):
        withdraw_consent(consents_of(way.case.id)[0], on=today(), note="")
    assert "no_consent" in refused(put, way, meeting)


def test_its_plan_does_not_go_to_the_other_conference(way, town):
    way.submit(way.make())
    meeting = town.convene("sasaeai")
    with acting_as(way.desk):
        coming = next(one for one in queries.coming_for_cases(since=soon(-1)) if one.id == meeting.id)
    assert "no_plan" in refused(put, way, coming, function=Function.MULTI_TIER)


def test_nobody_judges_the_plan_alone(way, body):
    plan = way.submit(way.make())
    meeting = convene(way, body, way.cast.decider)
    item = put(way, meeting)
    sit(way, meeting, way.desk)
    assert refused(judge, way, item) == ["nobody_else"]
    assert way.fresh(plan).state == PlanState.SUBMITTED


def test_the_judgement_leads_to_the_decision(way, body):
    plan = way.submit(way.make())
    meeting = convene(way, body, way.cast.decider)
    item = put(way, meeting)
    sit(way, meeting, way.desk, way.cast.decider)
    judge(way, item)
    assert way.fresh(plan).state == PlanState.AGREED


def test_a_plan_without_decided_services_is_final_with_it(way, body):
    plan = way.submit(way.make(Service.LOAN))
    meeting = convene(way, body, way.cast.disability)
    item = put(way, meeting)
    sit(way, meeting, way.desk, way.cast.disability)
    judge(way, item)
    assert way.fresh(plan).state == PlanState.FINAL


def test_members_see_the_case_for_the_time_of_the_meeting(way, body):
    from kasane.cases.models import Case

    way.submit(way.make())
    meeting = convene(way, body, way.cast.disability)
    item = put(way, meeting)
    with acting_as(way.cast.disability):
        assert Case.objects.filter(pk=way.case.pk).exists()
    with acting_as(way.desk):
        row = AgendaItem.objects.select_related("meeting").get(pk=item.pk)
        actions.remove_item(row, by=way.desk, on=today())
    with acting_as(way.cast.disability):
        assert not Case.objects.filter(pk=way.case.pk).exists()


def test_a_body_of_both_kinds_splits_its_time(way, body, sign_in):
    Body.objects.filter(pk=body.pk).update(functions=["support_coordination", "multi_tier"])
    body.refresh_from_db()
    way.submit(way.make())
    meeting = convene(way, body)
    put(way, meeting, minutes=20)
    with acting_as(way.desk):
        assert "coordinator_convenes" in refused(put, way, meeting, function=Function.MULTI_TIER)
        AgendaItem.objects.create(
            meeting=meeting, body=body, meeting_label="", held_at=meeting.starts_at, function="multi_tier", minutes=40, order=2,
            title="次回の予定", brought_by=way.desk.agency,
        )  # fmt: skip
    shown = text_of(sign_in(way.desk).get(reverse("conferences:meeting", args=[meeting.id])))
    assert "支援調整会議 20分・重層的支援会議 40分" in shown, shown[shown.index("議題") :]


def test_the_whole_way_on_screen(way, sign_in):
    plan = way.submit(way.make())
    client = sign_in(way.desk)
    chosen = text_of(client.get(reverse("conferences:new"), {"case": str(way.case.id)}))
    assert "支援調整会議をつくる" in chosen
    answer = client.post(reverse("conferences:own_body"), {"case": str(way.case.id)}, follow=True)
    assert "支援調整会議をつくりました" in text_of(answer)
    body = Body.objects.get(functions=["support_coordination"])
    meeting = convene(way, body, way.cast.decider)
    page = client.get(reverse("conferences:meeting", args=[meeting.id])).content.decode()
    assert reverse("conferences:add_item_coordination", args=[way.case.id]) in page
    form = text_of(client.get(reverse("conferences:add_item_coordination", args=[way.case.id])))
    assert "支援調整会議にかける" in form
    client.post(
        reverse("conferences:add_item_coordination", args=[way.case.id]),
        {"meeting": str(meeting.id), "timing": "plan", "minutes": "15"},
    )
    with acting_as(way.desk):
        item = AgendaItem.objects.get(meeting=meeting)
    shown = text_of(client.get(reverse("conferences:item", args=[item.id])))
    assert "社会資源の充足状況" in shown
    assert item.subject_id == plan.id


def test_a_second_press_finds_the_body_there(way, body, sign_in):
    assert sign_in(way.desk).post(reverse("conferences:own_body")).status_code == 409


def test_the_convener_rule_knows_the_desk():
    desk = rules.Convener(False, False, False, runs_self_reliance=True)
    assert not rules.function_obstacles("support_coordination", desk)
    assert codes(rules.function_obstacles("multi_tier", desk)) == ["coordinator_convenes"]

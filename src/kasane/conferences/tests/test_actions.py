"""Meetings from the calling to the minutes, and what each step does to the rights on a case."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, AgencyKind, Post, Role, User
from kasane.base.choices import Timing
from kasane.base.dates import today
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case, Event
from kasane.conferences import actions, queries
from kasane.conferences.models import AgendaItem, Answer, Meeting, Member, Outcome, Talk
from kasane.conferences.tests.conftest import TOWN, acknowledge, soon
from kasane.disclosure import api as disclosure
from kasane.disclosure.models import Evidence
from kasane.disclosure.viewer import acting_as


def sees(actor, case) -> bool:
    with acting_as(actor):
        return Case.objects.filter(pk=case.pk).exists()


def put(meeting, case, *, by, function="multi_tier", timing=Timing.PLAN):
    with acting_as(by):
        return actions.add_item(
            meeting, by=by, on=today(), function=function, case=case,
            timing=timing if function == "multi_tier" else None, title="世帯の支援について" if not timing else "",
        )  # fmt: skip


def test_bodies_are_installed_once_and_again(town):
    again = actions.install_bodies(TOWN)
    assert [body.pk for body in again] == [body.pk for body in town.bodies.values()]
    sasaeai = town.bodies["sasaeai"]
    assert sasaeai.agendas["plan"]["items"] == ["本人の目標", "役割分担の確認"]
    assert set(sasaeai.standing_agencies) == {
        town.cast.coordinator.agency.id, town.cast.decider.agency.id, town.cast.participation.agency.id,
    }  # fmt: skip
    assert [body.key for body in queries.bodies()] == ["shien", "sasaeai", "honbu", "tsunagaru"]
    assert town.bodies["honbu"].schedule == "年1回・随時"


def test_meetings_of_a_body_are_numbered_within_the_fiscal_year(town):
    first, second = town.convene(), town.convene()
    assert (first.number, second.number) == (1, 2)
    assert town.convene("shien").number == 1
    assert first.label.startswith("みんなで支え愛会議 R")
    assert first.label.endswith("第1回")


def test_the_convener_is_a_member(town, cast):
    meeting = town.convene(members=[cast.decider, cast.coordinator])
    with acting_as(cast.coordinator):
        assert [(m.name, m.answer) for m in queries.members_of(meeting)] == [
            ("重層 明", "attends"),
            ("福祉 決子", "waiting"),
        ]


def test_an_agency_that_may_not_convene_saves_nothing(town, cast):
    with pytest.raises(Forbidden) as refused:
        town.convene("sasaeai", by=cast.participation)
    assert refused.value.codes == ["coordinator_convenes"]
    with pytest.raises(Forbidden) as refused:
        town.convene("shien", by=cast.participation)
    assert refused.value.codes == ["municipality_convenes"]
    with acting_as(cast.participation):
        assert Meeting.objects.count() == 0


def test_members_and_host_see_a_meeting_and_strangers_do_not(town, cast):
    meeting = town.convene(members=[cast.decider], guests=[actions.Guest("山田 民生", "民生委員")])
    for actor, expected in ((cast.coordinator, 1), (cast.decider, 1), (cast.manager, 0), (cast.stranger, 0)):
        with acting_as(actor):
            assert Meeting.objects.filter(pk=meeting.pk).count() == expected
            assert Member.objects.count() == 3 * expected


def test_an_item_without_consent_is_refused_and_nothing_is_saved(town, cast, consented, desk):
    meeting = town.convene(members=[cast.decider, cast.participation])
    desk.ready(consented, consented=False, ready=False)
    with pytest.raises(Forbidden) as refused:
        put(meeting, consented, by=cast.coordinator)
    assert refused.value.codes == ["no_consent"]
    with acting_as(cast.coordinator):
        assert AgendaItem.objects.count() == 0
        assert not Evidence.objects.filter(source="meeting").exists()
        assert not Event.objects.filter(code="conference_item").exists()
    assert not sees(cast.participation, consented)


def test_members_see_the_case_from_the_agenda_on(town, cast, consented, desk):
    desk.ready(consented)
    meeting = town.convene(members=[cast.decider, cast.participation])
    assert not sees(cast.participation, consented)
    item = put(meeting, consented, by=cast.coordinator)
    assert (item.title, item.order, item.timing) == ("プラン(初回)", 1, "plan")
    assert sees(cast.participation, consented)
    assert sees(cast.decider, consented)
    assert not sees(cast.manager, consented)
    assert not sees(cast.stranger, consented)
    with acting_as(cast.coordinator):
        row = Evidence.objects.get(source="meeting", user=cast.participation.user)
        assert row.source_id == meeting.id
        assert row.valid_until == meeting.day + timedelta(days=15)


def test_who_is_invited_later_sees_the_case_too_and_who_is_removed_loses_it(town, cast, consented, desk):
    desk.ready(consented)
    meeting = town.convene()
    put(meeting, consented, by=cast.coordinator)
    with acting_as(cast.coordinator):
        (member,) = actions.invite(meeting, by=cast.coordinator, on=today(), posts=[cast.participation.post])
    assert not sees(cast.participation, consented), "the duty of secrecy stands before it"
    acknowledge(meeting, cast.participation)
    assert sees(cast.participation, consented)
    with acting_as(cast.coordinator):
        actions.remove_member(member, by=cast.coordinator, on=today())
    assert not sees(cast.participation, consented)
    with acting_as(cast.participation):
        assert Meeting.objects.count() == 0
        assert AgendaItem.objects.count() == 0
    with acting_as(cast.coordinator):
        actions.invite(meeting, by=cast.coordinator, on=today(), posts=[cast.participation.post])
    acknowledge(meeting, cast.participation)
    assert sees(cast.participation, consented)


def test_a_case_without_consent_goes_to_a_support_conference_by_the_agency_that_has_it(town, cast, case):
    meeting = town.convene("shien", members=[cast.decider, cast.disability])
    with acting_as(cast.worker):
        assert Meeting.objects.count() == 0
        (coming,) = queries.coming_for_cases(since=meeting.starts_at - timedelta(hours=1))
    put(coming, case, by=cast.worker, function="support_conference", timing=None)
    for actor in (cast.coordinator, cast.decider, cast.disability):
        assert sees(actor, case)
    assert not sees(cast.participation, case)
    assert not sees(cast.stranger, case)


def test_what_was_put_before_a_member_acknowledged_opens_with_that(town, cast, consented, desk):
    desk.ready(consented)
    meeting = town.convene(members=[cast.participation], acknowledged=False)
    put(meeting, consented, by=cast.coordinator)
    assert not sees(cast.participation, consented)
    with acting_as(cast.participation):
        assert AgendaItem.objects.count() == 0
        assert queries.hidden_items(meeting.id) == 1
    acknowledge(meeting, cast.participation)
    assert sees(cast.participation, consented)
    with acting_as(cast.coordinator):
        disclosure.reconcile(consented.id)
    assert sees(cast.participation, consented), "deriving anew says the same"


def test_a_member_from_among_the_residents_sees_the_material_alone(town, cast, case):
    Agency.objects.filter(pk=cast.disability.agency.pk).update(kind=AgencyKind.RESIDENT)
    meeting = town.convene("shien", members=[cast.disability], acknowledged=False)
    acknowledge(meeting, cast.coordinator)
    with acting_as(cast.worker):
        (coming,) = queries.coming_for_cases(since=meeting.starts_at)
    put(coming, case, by=cast.worker, function="support_conference", timing=None)
    with acting_as(cast.disability):
        assert AgendaItem.objects.count() == 0, "the duty of secrecy stands before it"
    acknowledge(meeting, cast.disability)
    assert not sees(cast.disability, case)
    with acting_as(cast.disability):
        assert AgendaItem.objects.count() == 1


def newcomer_at(agency) -> Actor:
    user = User.objects.create_user(login="newcomer", name="重層 新人")
    return Actor(user, Post.objects.create(user=user, agency=agency, role=Role.WORKER, starts_on=today()))


def test_only_someone_who_sees_the_items_changes_the_members(town, cast, case):
    meeting = town.convene("shien")
    with acting_as(cast.worker):
        (coming,) = queries.coming_for_cases(since=meeting.starts_at)
    put(coming, case, by=cast.worker, function="support_conference", timing=None)
    newcomer = newcomer_at(cast.coordinator.agency)
    with acting_as(newcomer), pytest.raises(Forbidden) as refused:
        actions.invite(meeting, by=newcomer, on=today(), posts=[cast.disability.post])
    assert refused.value.codes == ["hidden_items"]
    with acting_as(cast.coordinator):
        actions.invite(meeting, by=cast.coordinator, on=today(), posts=[cast.disability.post])
    acknowledge(meeting, cast.disability)
    assert sees(cast.disability, case)


def test_a_stranger_can_neither_invite_himself_nor_put_a_case(town, cast, consented, desk):
    meeting = town.convene()
    with acting_as(cast.stranger):
        with pytest.raises(Forbidden):
            actions.invite(meeting, by=cast.stranger, on=today(), posts=[cast.stranger.post])
        desk.ready(consented)
        with pytest.raises(Forbidden) as refused:
            actions.add_item(
                meeting,
                by=cast.stranger,
                on=today(),
                function="multi_tier",
                case=consented,
                timing=Timing.PLAN,
            )
        assert "reads_only" in refused.value.codes


def test_a_new_day_moves_the_end_of_the_rights(town, cast, consented, desk):
    desk.ready(consented)
    meeting = town.convene(members=[cast.participation])
    item = put(meeting, consented, by=cast.coordinator)
    with acting_as(cast.coordinator):
        moved = actions.reschedule(
            meeting, by=cast.coordinator, on=today(), version=1, starts_at=soon(20), place="第2会議室"
        )
        row = Evidence.objects.get(source="meeting", user=cast.participation.user)
        assert row.valid_until == moved.day + timedelta(days=15)
        item.refresh_from_db()
        assert item.held_at == moved.starts_at
        with pytest.raises(StaleEdit):
            actions.reschedule(meeting, by=cast.coordinator, on=today(), version=1, place="第3会議室")
    assert sees(cast.participation, consented)


def test_a_cancelled_meeting_closes_the_cases_and_the_item_may_be_put_elsewhere(town, cast, consented, desk):
    desk.ready(consented)
    meeting = town.convene(members=[cast.participation])
    put(meeting, consented, by=cast.coordinator)
    other = town.convene()
    with pytest.raises(Forbidden) as refused:
        put(other, consented, by=cast.coordinator)
    assert refused.value.codes == ["twice"]
    with acting_as(cast.coordinator):
        actions.cancel(meeting, by=cast.coordinator, on=today(), reason="大雨のため")
    assert not sees(cast.participation, consented)
    put(other, consented, by=cast.coordinator)


def test_an_item_taken_off_the_agenda_closes_its_case(town, cast, consented, desk):
    desk.ready(consented)
    meeting = town.convene(members=[cast.participation])
    item = put(meeting, consented, by=cast.coordinator)
    with acting_as(cast.coordinator):
        actions.remove_item(item, by=cast.coordinator, on=today())
    assert not sees(cast.participation, consented)


def test_the_agenda_is_put_in_order(town, cast):
    meeting = town.convene()
    with acting_as(cast.coordinator):
        one, two, three = [
            actions.add_item(meeting, by=cast.coordinator, on=today(), function="multi_tier", title=title)
            for title in ("報告", "社会資源", "次回")
        ]
        actions.move_item(three, by=cast.coordinator, up=True)
        actions.move_item(one, by=cast.coordinator, up=True)
        assert [item.title for item in queries.agenda(meeting)] == ["報告", "次回", "社会資源"]
        actions.set_minutes(two, by=cast.coordinator, minutes=25)
        assert [item.minutes for item in queries.agenda(meeting)] == [15, 15, 25]


def test_members_answer_and_acknowledge_for_themselves(town, cast):
    meeting = town.convene(members=[cast.decider, cast.participation])
    with acting_as(cast.decider):
        own = queries.membership(meeting.id, cast.decider)
        other = queries.membership(meeting.id, cast.participation)
        assert actions.answer(own, by=cast.decider, reply=Answer.ONLINE).answer == "online"
        assert actions.acknowledge(own, by=cast.decider).acknowledged_at is not None
        with pytest.raises(Forbidden):
            actions.answer(other, by=cast.decider, reply=Answer.ABSENT)
        with pytest.raises(Forbidden):
            actions.acknowledge(other, by=cast.decider)


@pytest.fixture
def sitting(town, cast, consented, desk):
    """A meeting that has begun, with the municipality there and one plan on the agenda."""
    desk.ready(consented)
    meeting = town.convene(members=[cast.decider, cast.participation])
    put(meeting, consented, by=cast.coordinator)
    with acting_as(cast.coordinator):
        meeting = actions.begin(meeting, by=cast.coordinator)
        meeting.body = town.bodies["sasaeai"]
        present = [member.id for member in queries.members_of(meeting)]
        actions.mark_attendance(meeting, by=cast.coordinator, present=present)
    return meeting


def item_of(meeting):
    return AgendaItem.objects.select_related("meeting", "body").get(meeting=meeting)


def test_a_judgement_is_kept_and_told_to_coordination(sitting, cast, desk):
    with acting_as(cast.coordinator):
        item = actions.judge(
            item_of(sitting), by=cast.coordinator, on=today(), judgement=Outcome.APPROPRIATE, opinion="よい"
        )
        assert (item.judgement, item.judged_on, item.is_settled) == ("appropriate", today(), True)
        (told,) = desk.recorded
        assert (told["judgement"], told["meeting_id"], told["subject_id"]) == (
            "appropriate",
            sitting.id,
            item.subject_id,
        )
        with pytest.raises(Forbidden) as refused:
            actions.judge(item_of(sitting), by=cast.coordinator, on=today(), judgement=Outcome.REVISE)
        assert refused.value.codes == ["judged"]


def test_no_judgement_without_the_municipality(sitting, cast, desk):
    with acting_as(cast.coordinator):
        present = [m.id for m in queries.members_of(sitting) if m.user_id != cast.decider.user.id]
        actions.mark_attendance(sitting, by=cast.coordinator, present=present)
        with pytest.raises(Forbidden) as refused:
            actions.judge(item_of(sitting), by=cast.coordinator, on=today(), judgement=Outcome.APPROPRIATE)
        assert refused.value.codes == ["no_municipality"]
        assert item_of(sitting).judgement == ""
    assert desk.recorded == []


def test_what_coordination_refuses_is_not_kept(sitting, cast, monkeypatch):
    from kasane.base.obstacles import Obstacle
    from kasane.coordination import api as coordination

    def refuse(**_values):
        raise Forbidden([Obstacle("no_evaluation", "評価シートがありません。", "R-COOR-08")])

    monkeypatch.setattr(coordination, "record_judgement", refuse)
    with acting_as(cast.coordinator):
        with pytest.raises(Forbidden):
            actions.judge(item_of(sitting), by=cast.coordinator, on=today(), judgement=Outcome.APPROPRIATE)
        assert item_of(sitting).judgement == ""


def test_a_member_of_another_agency_does_not_write(sitting, cast):
    with acting_as(cast.decider):
        item = item_of(sitting)
        for act in (
            lambda: actions.judge(item, by=cast.decider, on=today(), judgement=Outcome.APPROPRIATE),
            lambda: actions.write_talk(item, by=cast.decider, version=0, text="x"),
            lambda: actions.finish(sitting, by=cast.decider, on=today()),
            lambda: actions.mark_attendance(sitting, by=cast.decider, present=[]),
        ):
            with pytest.raises(Forbidden) as refused:
                act()
            assert set(refused.value.codes) <= {"not_host", "not_minute_taker"}


def test_minutes_are_for_members_and_two_writers_do_not_overwrite_each_other(sitting, cast, consented):
    with acting_as(cast.coordinator):
        item = item_of(sitting)
        opinions = {str(cast.decider.agency.id): "よい", str(cast.worker.agency.id): ""}
        talk = actions.write_talk(item, by=cast.coordinator, version=0, text="話した", opinions=opinions)
        assert talk.opinions == {str(cast.decider.agency.id): "よい"}
        with pytest.raises(StaleEdit):
            actions.write_talk(item, by=cast.coordinator, version=0, text="別の人")
        actions.write_talk(item, by=cast.coordinator, version=talk.version, text="直した")
    with acting_as(cast.decider):
        assert Talk.objects.get().text == "直した"
    with acting_as(cast.worker):
        assert AgendaItem.objects.filter(case=consented).count() == 1
        assert Talk.objects.count() == 0


def test_a_finished_meeting_takes_no_more_items_and_settles_its_own(sitting, cast, consented):
    with acting_as(cast.coordinator):
        finished = actions.finish(sitting, by=cast.coordinator, on=today(), summary="終了")
        assert (finished.state, finished.finished_on) == ("finished", today())
        assert queries.on_open_agendas(consented.id) == []
        assert Event.objects.filter(code="conference_held").count() == 1
        finished.body = sitting.body
        with pytest.raises(Forbidden) as refused:
            actions.add_item(finished, by=cast.coordinator, on=today(), function="multi_tier", title="追加")
        assert refused.value.codes == ["meeting_over"]


def test_a_past_meeting_opens_nothing_today(town, cast, consented, desk):
    desk.ready(consented)
    long_ago = soon(-60)
    meeting = town.convene(members=[cast.participation], starts_at=long_ago)
    with acting_as(cast.coordinator):
        actions.add_item(
            meeting, by=cast.coordinator, on=meeting.day - timedelta(days=7), function="multi_tier",
            case=consented, timing=Timing.PLAN,
        )  # fmt: skip
    assert not sees(cast.participation, consented)

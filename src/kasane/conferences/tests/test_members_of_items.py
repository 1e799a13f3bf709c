"""ケースごとの構成員: called to single items, they see and hear nothing of the others (R-CONF-05, R-CONF-06, R-DIS-02)."""

from __future__ import annotations

import pytest

from kasane.agencies.models import OutgoingMail
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case
from kasane.conferences import actions, queries
from kasane.conferences.live.actions import writing_obstacles
from kasane.conferences.models import AgendaItem, Meeting, Talk
from kasane.conferences.notice import actions as notice
from kasane.conferences.projector.page import in_the_room
from kasane.conferences.tests.conftest import acknowledge
from kasane.disclosure.models import Evidence
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person


@pytest.fixture
def meeting(town, cast):
    return town.convene("tsunagaru", by=cast.decider, members=[cast.worker])


@pytest.fixture
def other_case(cast):
    from kasane.cases import api as cases

    with acting_as(cast.worker):
        found = cases.open_case(by=cast.worker, on=today())
        add_person(found.id, by=cast.worker, family_name="浜田", given_name="節子", is_subject=True)
        return found


@pytest.fixture
def items(meeting, case, other_case, cast):
    """A general item and two cases of the worker's desk."""
    put = {"on": today(), "function": "support_conference"}
    with acting_as(cast.decider):
        general = actions.add_item(meeting, by=cast.decider, title="見守りの体制", **put)
    with acting_as(cast.worker):
        first = actions.add_item(meeting, by=cast.worker, case=case, title="一件目", **put)
        second = actions.add_item(meeting, by=cast.worker, case=other_case, title="二件目", **put)
    return general, first, second


def called(meeting, cast, *items, who=None):
    """The one who is called to these items alone, seated and acknowledged."""
    who = who or cast.disability
    with acting_as(cast.decider):
        (member,) = actions.invite(
            meeting, by=cast.decider, on=today(), posts=[who.post], items=[item.id for item in items]
        )
    acknowledge(meeting, who)
    return member


def test_a_case_opens_for_the_item_one_is_called_to_and_no_other(meeting, items, case, other_case, cast):
    _, first, _ = items
    called(meeting, cast, first)
    with acting_as(cast.disability):
        assert set(Case.objects.values_list("id", flat=True)) == {case.id}
        assert [item.id for item in queries.agenda(Meeting.objects.get(pk=meeting.pk))] == [first.id]


def test_who_is_called_to_the_whole_meeting_sees_all_of_it(meeting, items, cast):
    with acting_as(cast.decider):
        actions.invite(meeting, by=cast.decider, on=today(), posts=[cast.disability.post])
    acknowledge(meeting, cast.disability)
    with acting_as(cast.disability):
        assert len(queries.agenda(Meeting.objects.get(pk=meeting.pk))) == 3


def test_a_case_put_later_does_not_open_for_them(meeting, items, cast):
    from kasane.cases import api as cases

    called(meeting, cast, items[1])
    with acting_as(cast.worker):
        third = cases.open_case(by=cast.worker, on=today())
        actions.add_item(
            meeting, by=cast.worker, on=today(), function="support_conference", case=third, title="三件目"
        )
    with acting_as(cast.disability):
        assert not Case.objects.filter(pk=third.pk).exists()


def test_what_was_said_is_read_item_by_item(meeting, items, cast):
    """Also by one who works on the case of the other item: what was said is for those who sat there (R-DIS-02)."""
    general, first, second = items
    called(meeting, cast, first, who=cast.colleague)
    with acting_as(cast.decider):
        actions.begin(meeting, by=cast.decider)
        for item in queries.agenda(Meeting.objects.select_related("body", "host").get(pk=meeting.pk)):
            actions.write_talk(item, by=cast.decider, version=0, text=f"{item.title}の話")
    with acting_as(cast.colleague):
        assert Case.objects.count() == 2
        assert [talk.text for talk in Talk.objects.all()] == ["一件目の話"]
        assert [one.label for one in queries.unread_minutes(second.case_id)] == [meeting.label]
        assert queries.unread_minutes(first.case_id) == []
    with acting_as(cast.worker):
        assert Talk.objects.count() == 3
    with acting_as(cast.stranger):
        assert not Talk.objects.exists()


def test_minutes_are_taken_of_the_own_items_alone(meeting, items, cast):
    _, first, second = items
    member = called(meeting, cast, first, who=cast.colleague)
    with acting_as(cast.decider):
        actions.begin(meeting, by=cast.decider)
        member.takes_minutes = True
        member.save(update_fields=["takes_minutes"])
    with acting_as(cast.colleague):
        own, other = AgendaItem.objects.select_related("meeting").filter(pk__in=[first.pk, second.pk])
        assert writing_obstacles(own, cast.colleague) == []
        assert writing_obstacles(other, cast.colleague) != []


def test_calling_somebody_to_another_item_closes_the_first_case(meeting, items, case, other_case, cast):
    _, first, second = items
    member = called(meeting, cast, first)
    with acting_as(cast.decider):
        actions.call_to(member, by=cast.decider, on=today(), items=[second.id])
    with acting_as(cast.disability):
        assert set(Case.objects.values_list("id", flat=True)) == {other_case.id}


def test_calling_somebody_to_the_whole_meeting_opens_every_case(meeting, items, cast):
    member = called(meeting, cast, items[1])
    with acting_as(cast.decider):
        actions.call_to(member, by=cast.decider, on=today(), items=None)
    with acting_as(cast.disability):
        assert Case.objects.count() == 2
        assert AgendaItem.objects.count() == 3


def test_an_item_that_is_taken_off_takes_its_case_along(meeting, items, cast):
    _, first, _ = items
    member = called(meeting, cast, first)
    with acting_as(cast.decider):
        actions.remove_item(
            AgendaItem.objects.select_related("meeting").get(pk=first.pk), by=cast.decider, on=today()
        )
        member.refresh_from_db()
        assert member.items == []
    with acting_as(cast.disability):
        assert not Case.objects.exists()
        assert not AgendaItem.objects.exists()


def test_from_among_the_residents_nobody_gets_a_case_by_being_called(meeting, items, cast):
    with acting_as(cast.decider):
        agency = cast.disability.agency
        type(agency).objects.filter(pk=agency.pk).update(kind="resident")
        agency.kind = cast.disability.post.agency.kind = "resident"
        called_to = called(meeting, cast, items[1])
        assert called_to.items == [items[1].id]
        assert not Evidence.objects.filter(user=cast.disability.user, source="meeting").exists()
    with acting_as(cast.disability):
        assert [item.title for item in AgendaItem.objects.all()] == ["一件目"]


def test_only_the_host_calls_and_the_convener_stays(meeting, items, cast):
    member = called(meeting, cast, items[1])
    with acting_as(cast.disability), pytest.raises(Forbidden):
        actions.call_to(member, by=cast.disability, on=today(), items=None)
    with acting_as(cast.decider):
        host = queries.membership(meeting.id, cast.decider)
        with pytest.raises(Forbidden) as refused:
            actions.call_to(host, by=cast.decider, on=today(), items=[items[1].id])
        assert refused.value.codes == ["convener_stays"]
        with pytest.raises(Forbidden) as refused:
            actions.call_to(member, by=cast.decider, on=today(), items=[])
        assert refused.value.codes == ["no_item"]


def test_the_wall_waits_for_nobody_who_is_called_to_another_item(meeting, items, cast):
    _, first, second = items
    member = called(meeting, cast, first)
    with acting_as(cast.decider):
        everybody = queries.members_of(meeting)
        next(one for one in everybody if one.user_id == cast.decider.user.id).attended = True
        asked = next(one for one in everybody if one.id == member.id)
        assert asked in in_the_room(everybody, first.id)
        assert asked not in in_the_room(everybody, second.id)
        asked.attended = True
        assert asked in in_the_room(everybody, second.id)


def test_the_notice_tells_place_and_time_and_no_word_of_the_case(meeting, items, cast):
    called(meeting, cast, items[1])
    with acting_as(cast.decider):
        notice.tell(meeting, by=cast.decider)
        texts = {mail.user_id: mail.text for mail in OutgoingMail.objects.filter(about=meeting.id)}
    assert "お越しいただく議題　2番目の議題(13:45ごろ)" in texts[cast.disability.user.id]
    assert "お越しいただく議題" not in texts[cast.worker.user.id]
    assert "山形" not in texts[cast.disability.user.id] and "一件目" not in texts[cast.disability.user.id]


class TestPages:
    def test_the_host_calls_somebody_by_the_page(self, meeting, items, cast, sign_in):
        member = called(meeting, cast, items[1])
        client = sign_in(cast.decider)
        page = client.get(f"/conferences/{meeting.id}/").content.decode()
        assert "この議題に来る人" in page and f"/conferences/members/{member.id}/items/" in page
        address = f"/conferences/members/{member.id}/items/"
        assert "二件目" in client.get(address).content.decode()
        assert client.post(address, {"items": [str(items[2].id)]}).status_code == 302
        with acting_as(cast.decider):
            assert queries.membership(meeting.id, cast.disability).items == [items[2].id]

    def test_who_is_called_reads_which_items_and_when(self, meeting, items, cast, sign_in):
        called(meeting, cast, items[1])
        page = sign_in(cast.disability).get(f"/conferences/{meeting.id}/").content.decode()
        assert "2番目の議題(13:45ごろ)" in page
        assert "二件目" not in page and "見守りの体制" not in page

    def test_a_stranger_does_not_find_the_page(self, meeting, items, cast, sign_in):
        member = called(meeting, cast, items[1])
        assert sign_in(cast.stranger).get(f"/conferences/members/{member.id}/items/").status_code == 404

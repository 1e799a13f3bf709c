"""Pages of the conferences: who gets which, what forbidden buttons say, what is printed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kasane.base.choices import Timing
from kasane.base.dates import today, wareki
from kasane.conferences import actions, queries
from kasane.conferences.models import AgendaItem, Meeting, Member, Talk
from kasane.conferences.tests.conftest import acknowledge, soon
from kasane.disclosure import api as disclosure
from kasane.disclosure.queries import readings_of
from kasane.disclosure.viewer import acting_as


def enter(actor) -> Client:
    client = Client()
    client.force_login(actor.user)
    return client


def url(name, *args):
    return reverse(f"conferences:{name}", args=args)


@pytest.fixture
def planned(town, cast, consented, desk):
    """A meeting to come with a decider and a worker of 参加支援, and one plan on its agenda."""
    return _planned(town, cast, consented, desk, acknowledged=True)


@pytest.fixture
def unread(town, cast, consented, desk):
    """The same meeting, before anybody has confirmed the duty of secrecy."""
    return _planned(town, cast, consented, desk, acknowledged=False)


def _planned(town, cast, consented, desk, *, acknowledged):
    desk.ready(consented)
    meeting = town.convene(members=[cast.decider, cast.participation], acknowledged=acknowledged)
    with acting_as(cast.coordinator):
        actions.add_item(
            meeting,
            by=cast.coordinator,
            on=today(),
            function="multi_tier",
            case=consented,
            timing=Timing.PLAN,
        )
    return meeting


def item_of(meeting, actor) -> AgendaItem:
    with acting_as(actor):
        return AgendaItem.objects.select_related("body").get(meeting=meeting)


def held(meeting, cast):
    with acting_as(cast.coordinator):
        actions.begin(meeting, by=cast.coordinator)
        fresh = Meeting.objects.get(pk=meeting.pk)
        present = [member.id for member in queries.members_of(fresh)]
        actions.mark_attendance(fresh, by=cast.coordinator, present=present)


def test_the_empty_list_says_what_to_do(town, cast):
    page = enter(cast.coordinator).get(url("list"))
    assert "これからの会議はありません" in page.content.decode()
    page = enter(cast.coordinator).get(url("list"), {"when": "held"})
    assert "終わった会議はまだありません" in page.content.decode()


def test_the_list_shows_the_meetings_of_host_and_members_only(planned, cast):
    for actor, expected in ((cast.coordinator, True), (cast.participation, True), (cast.stranger, False)):
        assert (planned.label in enter(actor).get(url("list")).content.decode()) is expected


def test_strangers_get_404_everywhere(planned, cast, consented):
    client = enter(cast.stranger)
    item = item_of(planned, cast.coordinator)
    with acting_as(cast.coordinator):
        member = queries.members_of(planned)[1]
    for name, subject in (
        ("meeting", planned), ("edit", planned), ("cancel", planned), ("notice", planned), ("calendar", planned),
        ("confidentiality", planned), ("minutes", planned), ("invite", planned), ("finish", planned),
        ("item", item), ("talk", item), ("add_item", consented), ("add_item_support", consented),
    ):  # fmt: skip
        assert client.get(url(name, subject.id)).status_code == 404, name
    for name, subject in (
        ("begin", planned), ("attendance", planned), ("add_general", planned), ("answer", member),
        ("remove_member", member), ("judge", item), ("assign", item), ("move", item), ("item_length", item),
        ("remove_item", item),
    ):  # fmt: skip
        assert client.post(url(name, subject.id)).status_code == 404, name


def test_a_meeting_is_convened_with_the_usual_people_preselected(town, cast):
    client = enter(cast.coordinator)
    assert "みんなで支え愛会議" in client.get(url("new")).content.decode()
    body = town.bodies["sasaeai"]
    page = client.get(url("new") + f"?body={body.id}")
    form = page.context["form"]
    assert {str(cast.decider.post.id), str(cast.coordinator.post.id), str(cast.participation.post.id)} == set(
        form.initial["members"]
    )
    posted = {
        "starts_at_day": wareki(today() + timedelta(days=3)), "starts_at_time": "10:00", "length": "60",
        "place": "中央公民館", "members": [str(cast.decider.post.id)], "guests": "山田 民子、民生委員\n\n佐藤 近所",
    }  # fmt: skip
    done = client.post(url("new") + f"?body={body.id}", posted)
    with acting_as(cast.coordinator):
        meeting = Meeting.objects.get()
        assert done.url == url("meeting", meeting.id)
        assert [m.name for m in queries.members_of(meeting)] == [
            "重層 明",
            "福祉 決子",
            "山田 民子",
            "佐藤 近所",
        ]
        assert Member.objects.get(guest_name="山田 民子").guest_role == "民生委員"


def test_a_meeting_needs_a_place_or_an_address(town, cast):
    body = town.bodies["sasaeai"]
    posted = {"starts_at_day": "令和9年1月10日", "starts_at_time": "10:00", "length": "60"}
    page = enter(cast.coordinator).post(url("new") + f"?body={body.id}", posted)
    assert page.status_code == 422
    assert "場所か、オンラインの接続先を入れてください" in page.content.decode()


def test_an_agency_that_may_not_convene_is_told_why(town, cast):
    body = town.bodies["sasaeai"]
    page = enter(cast.participation).get(url("new") + f"?body={body.id}")
    assert page.status_code == 200
    assert "R-CONF-02" in page.content.decode()


def test_the_coordinator_is_offered_what_waits_and_puts_it_with_one_press(town, cast, consented, desk):
    desk.ready(consented)
    meeting = town.convene(members=[cast.decider])
    client = enter(cast.coordinator)
    page = client.get(url("meeting", meeting.id)).content.decode()
    assert "会議を待っているもの" in page
    assert "山形 正樹さん世帯" in page
    posted = {"meeting": str(meeting.id), "timing": "plan", "minutes": "15"}
    done = client.post(url("add_item", consented.id), posted)
    assert done.url == url("meeting", meeting.id) + "#agenda"
    assert "会議を待っているもの" not in client.get(url("meeting", meeting.id)).content.decode()
    assert item_of(meeting, cast.decider).title == "プラン(初回)"


def test_a_plan_without_consent_is_shown_with_the_way_on_and_nothing_is_saved(town, cast, consented, desk):
    desk.ready(consented, consented=False, ready=False)
    meeting = town.convene()
    client = enter(cast.coordinator)
    posted = {"meeting": str(meeting.id), "timing": "plan", "minutes": "15"}
    page = client.post(url("add_item", consented.id), posted)
    assert page.status_code == 409
    assert "本人の同意(申込票 2-2)がありません" in page.content.decode()
    assert url("add_item_support", consented.id) in page.content.decode()
    with acting_as(cast.coordinator):
        assert AgendaItem.objects.count() == 0


def test_a_case_without_consent_is_brought_by_its_agency(town, cast, case):
    meeting = town.convene("shien", members=[cast.disability])
    client = enter(cast.worker)
    page = client.get(url("add_item_support", case.id)).content.decode()
    assert meeting.label in page
    posted = {
        "meeting": str(meeting.id),
        "minutes": "20",
        "title": "家に閉じこもる人の支援",
        "purpose": "どう関わるか",
    }
    done = client.post(url("add_item_support", case.id), posted)
    assert done.url == reverse("case_tab", args=[case.id, "meetings"])
    assert item_of(meeting, cast.disability).function == "support_conference"


def test_a_member_confirms_secrecy_before_the_material_opens(unread, cast, consented):
    planned = unread
    item = item_of(planned, cast.coordinator)
    client = enter(cast.participation)
    before = client.get(url("meeting", planned.id)).content.decode()
    assert "山形" not in before and "守秘義務を確かめてください" in before
    assert "ひらいていない個別のケース1件" in before
    assert client.get(url("item", item.id)).status_code == 404
    page = client.get(url("confidentiality", planned.id))
    assert "重層的支援会議で知ったこと" in page.content.decode()
    assert client.get(url("minutes", planned.id)).status_code == 302
    unticked = client.post(url("confidentiality", planned.id), {"next": url("item", item.id)})
    assert unticked.status_code == 422
    done = client.post(url("confidentiality", planned.id), {"next": url("item", item.id), "agreed": "1"})
    assert done.url == url("item", item.id)
    shown = client.get(done.url)
    assert "山形 正樹" in shown.content.decode()
    assert "本人の目標" in shown.content.decode()


def test_the_support_conference_names_the_law(town, cast, case):
    meeting = town.convene("shien", members=[cast.disability])
    page = enter(cast.disability).get(url("confidentiality", meeting.id)).content.decode()
    assert "第106条の6第5項" in page
    assert enter(cast.coordinator).get(url("confidentiality", meeting.id)).status_code == 200


def test_an_address_elsewhere_is_not_followed_after_confirming(planned, cast):
    posted = {"next": "https://example.com/", "agreed": "1"}
    done = enter(cast.participation).post(url("confidentiality", planned.id), posted)
    assert done.url == url("meeting", planned.id)


def test_a_removed_member_gets_404(planned, cast):
    client = enter(cast.participation)
    item = item_of(planned, cast.participation)
    with acting_as(cast.coordinator):
        member = queries.membership(planned.id, cast.participation)
    removed = enter(cast.coordinator).post(url("remove_member", member.id))
    assert removed.url == url("meeting", planned.id)
    assert client.get(url("meeting", planned.id)).status_code == 404
    assert client.get(url("item", item.id)).status_code == 404


def test_whoever_sees_the_case_anyway_confirms_secrecy_too(unread, cast):
    item = item_of(unread, cast.coordinator)
    asked = enter(cast.coordinator).get(url("item", item.id))
    assert asked.url.startswith(url("confidentiality", unread.id))


def test_opening_an_item_is_logged_as_a_reading(unread, cast, consented):
    planned = unread
    item = item_of(planned, cast.coordinator)
    client = enter(cast.participation)
    client.get(url("item", item.id))
    with acting_as(cast.coordinator):
        assert readings_of(consented.id) == []
    client.post(url("confidentiality", planned.id), {"agreed": "1"})
    client.get(url("item", item.id))
    with acting_as(cast.coordinator):
        (reading,) = readings_of(consented.id)
    assert (reading.who, reading.subject, reading.basis) == ("社協 参子", "会議の議題の閲覧", ["本人の同意"])


def test_a_meeting_called_for_a_case_leads_on_to_its_agenda(town, cast, consented, desk):
    desk.ready(consented, agencies={cast.disability.agency.id})
    client = enter(cast.coordinator)
    address = url("new") + f"?body={town.bodies['sasaeai'].id}&case={consented.id}"
    assert str(cast.disability.post.id) in client.get(address).context["form"].initial["members"]
    posted = {
        "starts_at_day": wareki(today()), "starts_at_time": "10:00", "length": "60", "place": "役場",
    }  # fmt: skip
    done = client.post(address, posted)
    assert done.url.startswith(url("add_item", consented.id) + "?meeting=")
    assert client.get(url("new") + "?case=x").status_code == 200


def test_a_member_outside_the_consent_is_pointed_out(town, cast, consented, desk):
    with acting_as(cast.coordinator):
        disclosure.record_consent(
            consented.id, by=cast.coordinator, level="application", answer="agree", confirmed_on=today(),
            excluded=[cast.disability.agency.id],
        )  # fmt: skip
    desk.ready(consented)
    meeting = town.convene(members=[cast.decider, cast.disability])
    with acting_as(cast.coordinator):
        actions.add_item(
            meeting,
            by=cast.coordinator,
            on=today(),
            function="multi_tier",
            case=consented,
            timing=Timing.PLAN,
        )
    client = enter(cast.coordinator)
    client.post(url("confidentiality", meeting.id), {"agreed": "1"})
    page = client.get(url("item", item_of(meeting, cast.coordinator).id))
    assert page.context["page"].uncovered == ["基幹 直人"]
    assert "同意の範囲に入っていません" in page.content.decode()
    with acting_as(cast.disability):
        assert AgendaItem.objects.count() == 0


def test_members_answer_and_the_host_answers_for_those_who_called(planned, cast):
    with acting_as(cast.coordinator):
        decider = queries.membership(planned.id, cast.decider)
        participation = queries.membership(planned.id, cast.participation)
    enter(cast.decider).post(url("answer", decider.id), {"reply": "online"})
    enter(cast.coordinator).post(url("answer", participation.id), {"reply": "absent"})
    other = enter(cast.decider).post(url("answer", participation.id), {"reply": "attends"})
    assert other.status_code == 409
    with acting_as(cast.coordinator):
        assert queries.membership(planned.id, cast.decider).answer == "online"
        assert queries.membership(planned.id, cast.participation).answer == "absent"


def test_the_agenda_is_ordered_by_buttons(planned, cast):
    client = enter(cast.coordinator)
    client.post(
        url("add_general", planned.id), {"title": "社会資源", "function": "multi_tier", "minutes": "10"}
    )
    with acting_as(cast.coordinator):
        resources = AgendaItem.objects.get(title="社会資源")
    moved = client.post(url("move", resources.id), {"to": "up"})
    assert moved.url.endswith("#agenda")
    client.post(url("item_length", resources.id), {"minutes": "25"})
    client.post(url("item_length", resources.id), {"minutes": "たくさん"})
    with acting_as(cast.coordinator):
        assert [(i.title, i.minutes) for i in queries.agenda(planned)] == [
            ("社会資源", 25),
            ("プラン(初回)", 15),
        ]
    assert enter(cast.decider).post(url("move", resources.id), {"to": "up"}).status_code == 409


def test_the_notice_and_the_calendar_name_nobody(planned, cast, consented):
    client = enter(cast.decider)
    notice = client.get(url("notice", planned.id)).content.decode()
    assert "個別のケースの検討(重層的支援会議) 1件" in notice
    calendar = client.get(url("calendar", planned.id))
    assert calendar["Content-Type"].startswith("text/calendar")
    for paper in (notice, calendar.content.decode()):
        assert "山形" not in paper
        assert consented.label not in paper


def test_the_course_of_a_meeting_on_screen(planned, cast, desk):
    client = enter(cast.coordinator)
    begun = client.post(url("begin", planned.id))
    assert begun.url == url("meeting", planned.id)
    item = item_of(planned, cast.coordinator)
    client.post(url("confidentiality", planned.id), {"agreed": "1"})

    early = client.post(url("judge", item.id), {"judgement": "appropriate"})
    assert early.status_code == 409
    assert "市町村" in early.content.decode()
    with acting_as(cast.coordinator):
        present = [str(member.id) for member in queries.members_of(planned)]
    client.post(url("attendance", planned.id), {"present": present})

    opinion = f"opinion_{cast.decider.agency.id.hex}"
    page = client.get(url("item", item.id)).content.decode()
    assert opinion in page
    assert "修正して再提出" in page
    said = client.post(
        url("talk", item.id),
        {"version": "0", "words": "役割を確かめた", "decision": "月1回訪問", opinion: "よい"},
    )
    assert said.url == url("item", item.id)
    assert client.post(url("judge", item.id), {}).status_code == 422
    judged = client.post(url("judge", item.id), {"judgement": "appropriate", "opinion": "よい"})
    assert judged.url == url("item", item.id)
    assert desk.recorded[0]["opinion"] == "よい"
    task = {"agency": str(cast.coordinator.agency.id), "what": "見学に同行", "due_on": "令和9年1月10日"}
    assert client.post(url("assign", item.id), task).url == url("item", item.id)
    assert client.post(url("assign", item.id), {}).status_code == 422

    checked = client.get(url("finish", planned.id)).content.decode()
    assert "すべての議題に記録があります" in checked
    with acting_as(cast.coordinator):
        version = Meeting.objects.get(pk=planned.pk).version
    done = client.post(url("finish", planned.id), {"summary": "次回は来月", "version": str(version)})
    assert done.url == url("minutes", planned.id)
    minutes = client.get(done.url).content.decode()
    for words in ("役割を確かめた", "月1回訪問", "適切", "見学に同行", "次回は来月", "決定事項・役割分担表"):
        assert words in minutes
    assert "終わった会議" in client.get(url("list")).content.decode()
    assert planned.label in client.get(url("list"), {"when": "held"}).content.decode()


def test_two_who_write_the_minutes_see_both_versions(planned, cast):
    held(planned, cast)
    client = enter(cast.coordinator)
    item = item_of(planned, cast.coordinator)
    client.post(url("confidentiality", planned.id), {"agreed": "1"})
    client.post(url("talk", item.id), {"version": "0", "words": "先に書いた"})
    second = client.post(url("talk", item.id), {"version": "0", "words": "あとから書いた"})
    assert second.status_code == 409
    page = second.content.decode()
    assert "先に書いた" in page
    assert "あとから書いた" in page
    with acting_as(cast.coordinator):
        assert Talk.objects.get().text == "先に書いた"


def test_closing_asks_for_the_time_after(town, cast, consented, desk):
    desk.ready(consented, Timing.CLOSURE, title="終結")
    meeting = town.convene(members=[cast.decider])
    with acting_as(cast.coordinator):
        actions.add_item(
            meeting,
            by=cast.coordinator,
            on=today(),
            function="multi_tier",
            case=consented,
            timing=Timing.CLOSURE,
        )
    held(meeting, cast)
    client = enter(cast.coordinator)
    item = item_of(meeting, cast.coordinator)
    client.post(url("confidentiality", meeting.id), {"agreed": "1"})
    page = client.get(url("item", item.id)).content.decode()
    assert "終結後の主担当機関" in page
    assert "フォローアップの方法" in page
    posted = {
        "judgement": "close", "lead_agency": str(cast.worker.agency.id), "follow_up_on": "令和9年3月1日",
        "follow_up_by": str(cast.worker.agency.id), "follow_up_how": "電話",
    }  # fmt: skip
    assert client.post(url("judge", item.id), posted).status_code == 302
    (told,) = desk.recorded
    assert (told["lead_agency"], told["follow_up_how"]) == (cast.worker.agency, "電話")


def test_another_day_and_cancelling_on_screen(planned, cast):
    client = enter(cast.coordinator)
    posted = {
        "version": "1", "starts_at_day": wareki(soon(10).date()), "starts_at_time": "15:00", "length": "90", "place": "役場",
    }  # fmt: skip
    assert client.post(url("edit", planned.id), posted).status_code == 302
    assert client.post(url("edit", planned.id), posted).status_code == 409
    assert enter(cast.decider).post(url("edit", planned.id), {**posted, "version": "2"}).status_code == 409
    assert client.post(url("cancel", planned.id), {"reason": "大雨"}).status_code == 302
    assert "中止" in client.get(url("list"), {"when": "held"}).content.decode()
    assert enter(cast.participation).get(url("meeting", planned.id)).status_code == 200


def test_someone_is_invited_on_screen(planned, cast):
    client = enter(cast.coordinator)
    assert client.post(url("invite", planned.id), {}).status_code == 422
    posted = {"members": [str(cast.disability.post.id)], "guests": "医師 一郎、主治医"}
    assert client.post(url("invite", planned.id), posted).status_code == 302
    with acting_as(cast.disability):
        assert queries.membership(planned.id, cast.disability) is not None
    acknowledge(planned, cast.disability)
    with acting_as(cast.disability):
        assert AgendaItem.objects.count() == 1


def test_the_case_page_shows_its_meetings_to_the_team(planned, cast, consented):
    from kasane.conferences import panels

    with acting_as(cast.worker):
        (panel,) = panels.meetings(consented, by=cast.worker)
        (item,) = panel.context["items"]
        assert item.meeting_label == planned.label
        steps = panels.next_steps(consented, by=cast.worker, consents=[])
        assert [step.url_name for step in steps] == ["conferences:item"]
    page = enter(cast.worker).get(url("item", item.id))
    assert page.status_code == 200
    assert "山形 正樹" in page.content.decode()


def test_without_consent_the_next_step_is_a_support_conference(case, cast):
    from kasane.conferences import panels

    with acting_as(cast.worker):
        steps = panels.next_steps(case, by=cast.worker, consents=[])
        assert [step.url_name for step in steps] == ["conferences:add_item_support"]


def test_the_list_asks_the_database_no_more_for_more_meetings(town, cast, django_assert_max_num_queries):
    for _ in range(3):
        town.convene(members=[cast.decider])
    client = enter(cast.coordinator)
    with django_assert_max_num_queries(10):
        client.get(url("list"))
    for _ in range(8):
        town.convene(members=[cast.decider, cast.participation])
    with django_assert_max_num_queries(10):
        assert len(client.get(url("list")).context["meetings"]) == 11


def test_the_meeting_page_asks_the_database_no_more_for_more_items(
    planned, town, cast, desk, django_assert_max_num_queries
):
    client = enter(cast.coordinator)
    client.post(url("confidentiality", planned.id), {"agreed": "1"})
    with django_assert_max_num_queries(24):
        client.get(url("meeting", planned.id))
    with acting_as(cast.coordinator):
        for number in range(12):
            actions.add_item(
                planned, by=cast.coordinator, on=today(), function="multi_tier", title=f"議題{number}"
            )
        actions.invite(
            planned, by=cast.coordinator, on=today(), posts=[cast.disability.post, cast.worker.post]
        )
    with django_assert_max_num_queries(22):
        assert len(client.get(url("meeting", planned.id)).context["page"].items) == 13


def test_who_has_not_confirmed_secrecy_is_named_at_the_attendance(cast, unread):
    held(unread, cast)
    page = enter(cast.coordinator).get(url("meeting", unread.id)).content.decode()
    assert "守秘義務をまだ確かめていない人がいます" in page
    acknowledge(unread, cast.coordinator, cast.decider, cast.participation)
    page = enter(cast.coordinator).get(url("meeting", unread.id)).content.decode()
    assert "守秘義務をまだ確かめていない人がいます" not in page


def test_a_task_that_is_being_typed_stays_while_the_judgement_is_refused(planned, cast):
    client = enter(cast.coordinator)
    client.post(url("begin", planned.id))
    item = item_of(planned, cast.coordinator)
    client.post(url("confidentiality", planned.id), {"agreed": "1"})
    beside = f"meeting-item-task/{item.id}?what=%E8%A6%8B%E5%AD%A6%E3%81%AB%E5%90%8C%E8%A1%8C"
    refused = client.post(url("judge", item.id), {"judgement": "", "opinion": "途中の意見", "beside": beside})
    html = refused.content.decode()
    assert refused.status_code == 422
    assert "見学に同行" in html and "途中の意見" in html
    assert "途中の意見" in client.get(url("item", item.id)).content.decode()

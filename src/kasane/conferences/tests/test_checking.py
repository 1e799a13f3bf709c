"""Who was there, papers that came back, minutes that are checked, and when all that closes (R-CONF-06, R-DIS-02)."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from kasane.base.dates import today
from kasane.base.ids import new_id
from kasane.base.obstacles import Forbidden
from kasane.conferences import actions, api
from kasane.conferences.checking import actions as checking
from kasane.conferences.checking.actions import Presence
from kasane.conferences.models import Meeting, Member, MinutesCheck, TalkLine
from kasane.conferences.tests.test_live import item_of, place, sitting, typed, write
from kasane.disclosure.viewer import acting_as

__all__ = ["sitting"]


def press(meeting, actor, whom, presence, at=None) -> Member:
    with acting_as(actor):
        checking.mark_presence(place(meeting, whom), by=actor, presence=presence, at=at)
        return place(meeting, whom)


def finish(meeting, cast, **values) -> Meeting:
    with acting_as(cast.coordinator):
        for actor in (cast.participation, cast.worker):
            checking.mark_presence(place(meeting, actor), by=cast.coordinator, presence=Presence.HERE)
        row = Meeting.objects.get(pk=meeting.pk)
        actions.finish(row, by=cast.coordinator, on=today(), summary="次回は来月", **values)
        return Meeting.objects.select_related("body").get(pk=meeting.pk)


def test_one_press_says_who_came_late_and_who_left(sitting, cast):
    at = datetime(2026, 5, 1, 13, 42, 30, tzinfo=ZoneInfo("Asia/Tokyo"))
    late = press(sitting, cast.coordinator, cast.worker, Presence.LATE, at)
    assert (late.attended, f"{late.arrived_at:%H:%M}", late.left_at) == (True, "13:42", None)
    left = press(sitting, cast.coordinator, cast.worker, Presence.LEFT, at + timedelta(minutes=30))
    assert (f"{left.arrived_at:%H:%M}", f"{left.left_at:%H:%M}") == ("13:42", "14:12")
    back = press(sitting, cast.coordinator, cast.worker, Presence.LATE, at + timedelta(minutes=50))
    assert (f"{back.arrived_at:%H:%M}", back.left_at) == ("14:32", None), "back in the room, and at the wall"
    gone = press(sitting, cast.coordinator, cast.worker, Presence.ABSENT)
    assert (gone.attended, gone.arrived_at, gone.left_at) == (False, None, None)


def test_the_host_alone_takes_the_attendance(sitting, cast):
    with pytest.raises(Forbidden) as refused:
        press(sitting, cast.participation, cast.worker, Presence.HERE)
    assert refused.value.codes == ["not_host"]


def test_the_paper_of_a_guest_comes_back_and_staff_confirm_on_the_screen(sitting, cast, sign_in):
    with acting_as(cast.coordinator):
        guest = Member.objects.create(meeting=sitting, guest_name="隣の人", guest_role="近所の方")
    address = reverse("conferences:meeting", args=[sitting.id])
    client = sign_in(cast.coordinator)
    assert "隣の人" in client.get(reverse("conferences:secrecy_sheet", args=[sitting.id])).content.decode()
    assert "まだ確かめていない人がいます: 隣の人" in client.get(address).content.decode()
    client.post(reverse("conferences:secrecy_paper", args=[guest.id]))
    assert "まだ確かめていない人がいます" not in client.get(address).content.decode()
    with acting_as(cast.coordinator), pytest.raises(Forbidden) as refused:
        checking.receive_paper(place(sitting, cast.worker), by=cast.coordinator, on=today())
    assert refused.value.codes == ["has_account"]


def test_the_sheet_without_guests_says_so(sitting, cast, sign_in):
    page = sign_in(cast.coordinator).get(reverse("conferences:secrecy_sheet", args=[sitting.id]))
    assert "紙で確かめる参加者はいません" in page.content.decode()


def test_members_who_were_there_are_asked_once_and_answer_with_a_remark(sitting, cast, sign_in):
    write(sitting, cast.coordinator, typed("灯油がない"))
    done = finish(sitting, cast)
    with acting_as(cast.coordinator):
        assert checking.ask_to_check(done, by=cast.coordinator, on=today()) == 2
        assert checking.ask_to_check(done, by=cast.coordinator, on=today()) == 0
    client = sign_in(cast.worker)
    assert "会議録の確認を頼まれています" in client.get("/").content.decode()
    with acting_as(cast.worker):
        item = item_of(done)
    address = reverse("conferences:check_minutes", args=[done.id])
    client.post(address, {"item": str(item.id), "remark": "灯油ではなく電気"})
    assert "会議録の確認を頼まれています" not in client.get("/").content.decode()
    page = sign_in(cast.coordinator).get(reverse("conferences:minutes", args=[done.id])).content.decode()
    assert "灯油ではなく電気" in page and "灯油がない" in page
    with acting_as(cast.coordinator):
        assert api.minutes_head(done).checked == [f"{cast.worker.agency.name} {cast.worker.user.name}"]
        assert api.minutes_rows(done)[0].said == "灯油がない"


def test_minutes_that_change_are_checked_anew(sitting, cast):
    line = new_id()
    write(sitting, cast.coordinator, typed("灯油がない", line=line))
    done = finish(sitting, cast)
    with acting_as(cast.coordinator):
        checking.ask_to_check(done, by=cast.coordinator, on=today())

    def check():
        with acting_as(cast.worker):
            checking.check(done, by=cast.worker, on=today())

    def checked():
        with acting_as(cast.coordinator):
            return MinutesCheck.objects.filter(checked_on__isnull=False).count()

    check()
    write(done, cast.coordinator, typed("灯油がない", line=line, turn=2, base=1))
    assert checked() == 1, "the same words are the same minutes"
    write(done, cast.coordinator, typed("電気がない", turn=3))
    assert checked() == 0
    check()
    with acting_as(cast.coordinator):
        item = item_of(done, "次回の日")
        actions.write_talk(item, by=cast.coordinator, version=0, text="来月")
    assert checked() == 0


def test_who_was_not_asked_checks_nothing_and_nobody_before_the_end(sitting, cast):
    with acting_as(cast.worker), pytest.raises(Forbidden) as refused:
        checking.check(sitting, by=cast.worker, on=today())
    assert "not_finished" in refused.value.codes
    done = finish(sitting, cast)
    with acting_as(cast.worker), pytest.raises(Forbidden) as refused:
        checking.check(done, by=cast.worker, on=today())
    assert refused.value.codes == ["not_asked"]


def test_a_remark_is_no_line_of_the_minutes_and_a_stranger_reads_none(sitting, cast):
    done = finish(sitting, cast)
    with acting_as(cast.coordinator):
        checking.ask_to_check(done, by=cast.coordinator, on=today())
    with acting_as(cast.worker):
        checking.check(done, by=cast.worker, on=today(), item=item_of(done), remark="抜けています")
    write(done, cast.coordinator, typed("加えた行"))
    with acting_as(cast.coordinator):
        assert api.minutes_rows(done)[0].said == "加えた行"
    with acting_as(cast.stranger):
        assert not TalkLine.objects.exists()
        assert not MinutesCheck.objects.exists()


def test_the_papers_close_for_members_and_stay_with_the_host(sitting, cast, sign_in):
    done = finish(sitting, cast)
    address = reverse("conferences:meeting", args=[done.id])
    assert "次回は来月" in sign_in(cast.worker).get(address).content.decode()
    with acting_as(cast.coordinator):
        Meeting.objects.filter(pk=done.pk).update(material_until=today())
    page = sign_in(cast.worker).get(address).content.decode()
    assert "に閉じました" in page and "次回は来月" not in page
    minutes = sign_in(cast.worker).get(reverse("conferences:minutes", args=[done.id])).content.decode()
    assert "に閉じました" in minutes and "次回は来月" not in minutes
    assert "次回は来月" in sign_in(cast.coordinator).get(address).content.decode()


def test_the_minutes_tell_when_it_began_and_ended_and_who_wrote(sitting, cast, sign_in):
    day = datetime(2026, 5, 1, tzinfo=ZoneInfo("Asia/Tokyo"))
    done = finish(
        sitting, cast, began_at=day.replace(hour=13, minute=30), ended_at=day.replace(hour=14, minute=40)
    )
    page = sign_in(cast.coordinator).get(reverse("conferences:minutes", args=[done.id])).content.decode()
    assert "開始 13:30・終了 14:40" in page
    assert f"{cast.participation.agency.name} {cast.participation.user.name}" in page
    with acting_as(cast.coordinator):
        head = api.minutes_head(done)
    assert (head.began, head.ended) == ("13:30", "14:40")
    assert head.minute_takers == [f"{cast.participation.agency.name} {cast.participation.user.name}"]


def test_a_meeting_does_not_end_before_it_began(sitting, cast, sign_in):
    address = reverse("conferences:finish", args=[sitting.id])
    page = sign_in(cast.coordinator).post(address, {"began": "14:00", "ended": "13:00", "summary": ""})
    assert page.status_code == 422

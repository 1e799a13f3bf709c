"""On the wall stands only what everybody in the room may see (R-DIS-01, R-DIS-02, R-DIS-03, R-CONF-06)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kasane.base.dates import today
from kasane.base.kinds import ALL_KINDS, DataKind
from kasane.conferences import actions
from kasane.conferences.checking import actions as checking
from kasane.conferences.checking.actions import Presence
from kasane.conferences.models import AgendaItem, Member
from kasane.conferences.projector.rules import Present, covers, wall
from kasane.conferences.tests.test_live import item_of, place, sitting, typed, write
from kasane.disclosure.queries import readings_of
from kasane.disclosure.viewer import acting_as

__all__ = ["sitting"]

BASIC, LIFE, TAX = (
    int(DataKind.BASIC),
    int(DataKind.BASIC | DataKind.LIFE),
    int(DataKind.BASIC | DataKind.TAX),
)
FULL = Present(int(ALL_KINDS), acknowledged=True)
GUEST = Present(0, acknowledged=True, is_guest=True)


def shown(present, *, function="multi_tier", kinds=BASIC, has_case=True):
    return wall(has_case=has_case, function=function, kinds=kinds, present=present)


def test_nothing_of_a_case_before_attendance_is_taken():
    assert not shown([]).shows_item
    assert "出席" in shown([]).why_not


def test_a_general_item_is_for_everybody():
    assert shown([], has_case=False).shows_item
    assert shown([GUEST], has_case=False).shows_item


def test_the_smallest_common_right_decides():
    seen = shown([FULL, Present(LIFE, acknowledged=True)])
    assert (seen.shows_item, seen.kinds) == (True, LIFE)
    assert covers(seen, LIFE) and not covers(seen, TAX)


@pytest.mark.parametrize(
    "present",
    [
        [FULL, Present(0, acknowledged=True)],
        [FULL, Present(int(DataKind.LIFE), acknowledged=True)],
        [FULL, Present(int(ALL_KINDS), acknowledged=False)],
        [FULL, Present(0, acknowledged=False, is_guest=True)],
        [FULL, GUEST],
    ],
)
def test_one_who_may_not_see_it_takes_it_off_the_wall(present):
    seen = shown(present)
    assert not seen.shows_item and seen.why_not
    assert not covers(seen, BASIC)


def test_guests_see_what_a_support_conference_puts_on_its_table_without_tax():
    seen = shown([FULL, GUEST], function="support_conference")
    assert seen.shows_item and seen.kinds == 0
    assert covers(seen, LIFE) and not covers(seen, TAX)
    some = shown([FULL, Present(BASIC, acknowledged=True), GUEST], function="support_conference")
    assert covers(some, BASIC) and not covers(some, LIFE), "staff who may not see it are still there"
    assert not shown([FULL, GUEST], function="support_conference", kinds=TAX).shows_item


@pytest.fixture
def on_the_wall(sitting, cast, sign_in):
    write(sitting, cast.coordinator, typed("近所で見守る", field="decision"), typed("ここだけの話", turn=2))

    def open_wall(actor=cast.coordinator, title="世帯のこと"):
        with acting_as(cast.coordinator):
            address = reverse("conferences:wall", args=[item_of(sitting, title).id])
        return sign_in(actor).get(address)

    return open_wall


def attend(meeting, cast, *actors):
    with acting_as(cast.coordinator):
        for actor in actors:
            checking.mark_presence(place(meeting, actor), by=cast.coordinator, presence=Presence.HERE)


def test_the_safe_wall_names_nobody(on_the_wall):
    page = on_the_wall().content.decode()
    assert "個別のケース" in page and "出席をまだ記録していない" in page
    assert "山形" not in page and "世帯のこと" not in page and "近所で見守る" not in page


def test_the_wall_shows_what_all_present_may_see_and_no_talk(on_the_wall, sitting, cast):
    attend(sitting, cast, cast.coordinator, cast.participation, cast.worker)
    page = on_the_wall().content.decode()
    assert "山形" in page and "近所で見守る" in page
    assert "ここだけの話" not in page
    assert "<textarea" not in page and "<form" not in page


def test_who_is_not_marked_yet_is_taken_to_be_there_unless_they_declined(on_the_wall, sitting, cast):
    attend(sitting, cast, cast.coordinator)
    with acting_as(cast.coordinator):
        Member.objects.create(meeting=sitting, guest_name="隣の人")
    page = on_the_wall().content.decode()
    assert "守秘義務" in page and "山形" not in page
    with acting_as(cast.coordinator):
        Member.objects.filter(meeting=sitting, guest_name="隣の人").update(answer="absent")
    assert "山形" in on_the_wall().content.decode()


def test_a_guest_in_the_room_takes_the_names_off_the_wall(on_the_wall, sitting, cast):
    attend(sitting, cast, cast.coordinator)
    with acting_as(cast.coordinator):
        guest = Member.objects.create(meeting=sitting, guest_name="隣の人", attended=True)
    assert "守秘義務" in on_the_wall().content.decode()
    with acting_as(cast.coordinator):
        guest.meeting = sitting
        checking.receive_paper(guest, by=cast.coordinator, on=today())
    page = on_the_wall().content.decode()
    assert "世帯のこと" in page and "山形" not in page


def test_a_stranger_gets_no_wall_and_a_reading_is_logged(on_the_wall, sitting, cast):
    assert on_the_wall(cast.stranger).status_code == 404
    on_the_wall()
    with acting_as(cast.worker):
        case_id = AgendaItem.objects.get(title="世帯のこと").case_id
        assert "会議での投影" in {one.subject for one in readings_of(case_id, most=50)}


def test_the_wall_leads_on_to_the_next_item(on_the_wall):
    assert "次の議題 →" in on_the_wall().content.decode()
    assert "← 前の議題" in on_the_wall(title="次回の日").content.decode()


def test_the_wall_asks_the_database_a_fixed_number_of_times(
    sitting, cast, sign_in, django_assert_max_num_queries
):
    attend(sitting, cast, cast.coordinator, cast.participation, cast.worker)
    with acting_as(cast.coordinator):
        for number in range(8):
            actions.add_item(
                sitting, by=cast.coordinator, on=today(), function="support_conference", title=f"{number}"
            )
        address = reverse("conferences:wall", args=[item_of(sitting).id])
    client = sign_in(cast.coordinator)
    with django_assert_max_num_queries(24):
        client.get(address)

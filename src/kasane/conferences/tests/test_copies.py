"""Numbered copies: each number once, noted when they come back, for the agency that called the meeting (R-CONF-06)."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from kasane.base.ids import new_id
from kasane.base.obstacles import Forbidden
from kasane.conferences import queries
from kasane.conferences.copies import actions
from kasane.conferences.copies.queries import outstanding
from kasane.conferences.models import CopyState, Meeting, SheetCopy
from kasane.conferences.tests.test_views import planned  # noqa: F401
from kasane.disclosure.viewer import acting_as


def give(meeting, cast, *, batch=None, by=None):
    by = by or cast.coordinator
    with acting_as(by):
        made = [(member, ["議題1 会議資料・2-4"]) for member in queries.members_of(meeting)]
        return actions.number_copies(meeting, by=by, at=timezone.now(), batch=batch or new_id(), made=made)


def note(meeting, by, numbers, state=CopyState.RETURNED):
    with acting_as(by):
        return actions.note_copies(meeting, by=by, at=timezone.now(), numbers=numbers, state=state)


@pytest.fixture
def given(planned, cast):  # noqa: F811
    give(planned, cast)
    return planned


def address(name, meeting):
    return reverse(f"conferences:{name}", args=[meeting.id])


def test_no_number_is_given_twice(given, cast):
    more = give(given, cast)
    assert [one.number for one in more] == [4, 5, 6]
    with acting_as(cast.coordinator), pytest.raises(IntegrityError), transaction.atomic():
        SheetCopy.objects.filter(number=5).update(number=1)


def test_one_page_makes_once(planned, cast):  # noqa: F811
    batch = new_id()
    give(planned, cast, batch=batch)
    with pytest.raises(Forbidden) as refused:
        give(planned, cast, batch=batch)
    assert refused.value.codes == ["made_already"]


def test_members_neither_make_nor_note_nor_see_copies(given, cast, sign_in):
    with pytest.raises(Forbidden) as refused:
        give(given, cast, by=cast.participation)
    assert refused.value.codes == ["not_host"]
    with pytest.raises(Forbidden):
        note(given, cast.participation, [1])
    with acting_as(cast.participation):
        assert not SheetCopy.objects.exists()
    assert (
        "招集した機関の職員です" in sign_in(cast.participation).get(address("copies", given)).content.decode()
    )


def test_a_stranger_finds_nothing(given, cast, sign_in):
    client = sign_in(cast.stranger)
    assert client.get(address("copies", given)).status_code == 404
    assert client.post(address("note_copies", given), {"numbers": "1"}).status_code == 404
    assert client.post(address("destroy_copies", given)).status_code == 404
    with acting_as(cast.stranger):
        assert not SheetCopy.objects.exists()


def test_a_number_and_enter_tick_a_copy_off(given, cast, sign_in):
    client = sign_in(cast.coordinator)
    page = client.post(address("note_copies", given), {"numbers": "1-2"}, follow=True).content.decode()
    assert "資料番号 1、2 を「返った」にしました" in page and "返っていない資料 1部" in page
    assert (
        "もう記録してあります"
        in client.post(address("note_copies", given), {"numbers": "1"}, follow=True).content.decode()
    )
    with acting_as(cast.coordinator):
        row = SheetCopy.objects.get(number=1)
        assert row.noted_by == cast.coordinator.user and row.noted_at
        assert outstanding(given) == 1


def test_a_number_there_is_not_is_refused(given, cast, sign_in):
    answer = sign_in(cast.coordinator).post(address("note_copies", given), {"numbers": "9"})
    assert answer.status_code == 409 and "資料番号 9 の資料はありません" in answer.content.decode()


def test_a_lost_copy_stays_outstanding_and_says_whom_to_tell(given, cast, sign_in):
    note(given, cast.coordinator, [3], CopyState.LOST)
    with acting_as(cast.coordinator):
        assert outstanding(given) == 3
    assert "個人情報の担当" in sign_in(cast.coordinator).get(address("copies", given)).content.decode()


def test_what_came_back_is_destroyed_and_then_stays_as_it_is(given, cast, sign_in):
    note(given, cast.coordinator, [1])
    note(given, cast.coordinator, [2], CopyState.UNUSED)
    page = sign_in(cast.coordinator).post(address("destroy_copies", given), follow=True).content.decode()
    assert "2部を廃棄したことを記録しました" in page
    assert note(given, cast.coordinator, [1], CopyState.OUT) == []


def test_copies_that_are_out_do_not_keep_a_meeting_from_its_end(given, cast, sign_in):
    client = sign_in(cast.coordinator)
    client.post(reverse("conferences:begin", args=[given.id]))
    assert "返っていない資料が3部" in client.get(address("finish", given)).content.decode()
    page = client.get(address("meeting", given)).content.decode()
    assert "返っていない資料 3部" in page
    with acting_as(cast.coordinator):
        version = Meeting.objects.get(pk=given.pk).version
    client.post(address("finish", given), {"summary": "", "version": version, "began_at": "", "ended_at": ""})
    with acting_as(cast.coordinator):
        assert outstanding(given) == 3, "they can still be ticked off afterwards"


def test_the_empty_page_says_what_to_do(planned, cast, sign_in):  # noqa: F811
    assert "会議資料一式を作る" in sign_in(cast.coordinator).get(address("copies", planned)).content.decode()


def test_the_page_asks_no_more_for_more(given, cast, sign_in, django_assert_max_num_queries):
    client = sign_in(cast.coordinator)
    give(given, cast)
    give(given, cast)
    with django_assert_max_num_queries(10):
        client.get(address("copies", given))

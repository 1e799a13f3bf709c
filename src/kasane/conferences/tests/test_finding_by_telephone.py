"""日程調整 with those who telephone and those without an account; who wrote it down is kept (R-CONF-06)."""

from __future__ import annotations

import pytest

from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.conferences.finding import actions
from kasane.conferences.models import DatePoll, Mark, Member, PollDay, PollSeat
from kasane.conferences.tests.conftest import soon
from kasane.disclosure.viewer import acting_as


def ask(town, cast, **values):
    by = cast.coordinator
    with acting_as(by):
        return actions.ask(
            town.bodies["sasaeai"], by=by, on=today(), days=[soon(9), soon(10)], posts=[cast.decider.post],
            answer_until=today(), length=60, **values,
        )  # fmt: skip


@pytest.fixture
def poll(town, cast):
    return ask(town, cast, standings=["民生委員(北地区)"])


@pytest.fixture
def guest(poll, cast):
    with acting_as(cast.coordinator):
        return PollSeat.objects.select_related("poll").get(user__isnull=True)


def all_days(poll, mark=Mark.YES):
    return {day.id: mark for day in PollDay.objects.filter(poll=poll)}


def test_the_host_writes_down_what_was_told_and_stands_beside_it(poll, guest, cast):
    with acting_as(cast.coordinator):
        told = actions.answer(guest, by=cast.coordinator, marks=all_days(poll))
    assert (told.answered_by, told.was_told) == (cast.coordinator.user, True)


def test_an_answer_of_ones_own_was_told_by_nobody(poll, cast):
    with acting_as(cast.decider):
        own = PollSeat.objects.select_related("poll").get(user=cast.decider.user)
        assert not actions.answer(own, by=cast.decider, marks=all_days(poll)).was_told


def test_another_member_writes_nobody_elses_answer(poll, guest, cast):
    with acting_as(cast.decider), pytest.raises(Forbidden) as refused:
        actions.answer(guest, by=cast.decider, marks=all_days(poll))
    assert refused.value.codes == ["other_seat"]


def test_nobody_is_asked_by_name(town, cast):
    with pytest.raises(Forbidden) as refused:
        ask(town, cast, standings=["山田 民子さん 0858-12-3456"])
    assert "names_somebody" in refused.value.codes
    assert not DatePoll.objects.exists()


def test_who_has_no_account_becomes_a_guest_who_comes(poll, guest, cast):
    with acting_as(cast.coordinator):
        actions.answer(guest, by=cast.coordinator, marks=all_days(poll))
        day = PollDay.objects.filter(poll=poll).first()
        meeting = actions.fix(poll, day, by=cast.coordinator, on=today(), place="役場")
        seat = Member.objects.get(meeting=meeting, user__isnull=True)
    assert (seat.guest_name, seat.answer) == ("民生委員(北地区)", "attends")


def test_reminding_passes_over_who_has_no_mail(poll, cast):
    with acting_as(cast.coordinator):
        assert actions.remind(poll, by=cast.coordinator) == 1


def test_the_page_takes_the_answer_of_one_who_telephoned(poll, guest, cast, sign_in):
    client = sign_in(cast.coordinator)
    page = f"/conferences/days/{poll.id}/"
    assert "さんから聞いた返事" not in client.get(page).content.decode()
    assert "民生委員(北地区)さんから聞いた返事" in client.get(f"{page}?seat={guest.id}").content.decode()
    typed = {"seat": str(guest.id), **{day.hex: "maybe" for day in all_days(poll)}}
    assert client.post(f"{page}answer/", typed).status_code == 302
    assert "重層 明が聞いて入れました" in client.get(page).content.decode()
    assert "電話で聞いた返事を入れる" not in sign_in(cast.decider).get(page).content.decode()

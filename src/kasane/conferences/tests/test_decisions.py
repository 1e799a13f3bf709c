"""What was decided is followed until it has a result (R-CONF-06)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from kasane.base.dates import today
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Task
from kasane.conferences import actions
from kasane.conferences.decisions import queries
from kasane.conferences.models import MeetingDecision
from kasane.conferences.tests.conftest import soon
from kasane.conferences.tests.test_live import item_of, sitting
from kasane.disclosure.viewer import acting_as

__all__ = ["sitting"]

DUE = timedelta(days=14)


def decide(meeting, actor, *, title="世帯のこと", agency=None, **values) -> MeetingDecision:
    with acting_as(actor):
        return actions.decide(
            item_of(meeting, title),
            by=actor,
            on=today(),
            agency=agency or actor.agency,
            what=values.pop("what", "見学に同行"),
            due_on=values.pop("due_on", today() + DUE),
            **values,
        )


def answer(decision, actor, **values) -> MeetingDecision:
    with acting_as(actor):
        return actions.answer_decision(
            MeetingDecision.objects.get(pk=decision.pk), by=actor, on=today(),
            **{"state": "done", "result": "見学しました", **values},
        )  # fmt: skip


def test_a_decision_about_a_case_waits_on_the_desk_of_the_agency_and_person(sitting, cast):
    made = decide(sitting, cast.coordinator, agency=cast.worker.agency, user=cast.worker.user)
    with acting_as(cast.worker):
        task = Task.objects.get(source="meeting_decision", source_id=made.id)
        assert (task.agency, task.assignee, task.due_on) == (
            cast.worker.agency,
            cast.worker.user,
            made.due_on,
        )


def test_a_result_ends_the_task(sitting, cast):
    made = decide(sitting, cast.coordinator, agency=cast.worker.agency)
    answer(made, cast.worker)
    with acting_as(cast.worker):
        assert Task.objects.get(source_id=made.id).done_on == today()
        row = MeetingDecision.objects.get()
        assert (row.state, row.result, row.answered_by) == ("done", "見学しました", cast.worker.user)


def test_what_goes_on_gets_another_day_and_keeps_what_was_said(sitting, cast):
    made = decide(sitting, cast.coordinator, agency=cast.worker.agency)
    later = today() + timedelta(days=40)
    answer(made, cast.worker, state="open", result="日が合わない", due_on=later)
    answer(made, cast.worker)
    with acting_as(cast.worker):
        assert MeetingDecision.objects.get().result == "日が合わない\n見学しました"
        assert Task.objects.get(source_id=made.id).due_on == later


def test_a_decision_without_a_case_waits_on_the_desk_too(sitting, cast, sign_in):
    made = decide(sitting, cast.coordinator, title="次回の日", agency=cast.stranger.agency, due_on=today())
    page = sign_in(cast.stranger).get("/").content.decode()
    assert "見学に同行" in page and reverse("conferences:decision", args=[made.id]) in page
    assert "見学に同行" not in sign_in(cast.disability).get("/").content.decode()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"result": " "}, "no_result"),
        ({"state": "open"}, "no_day"),
        ({"state": "open", "due_on": today() - timedelta(1)}, "no_day"),
    ],
)
def test_an_answer_needs_words_and_what_goes_on_a_day(sitting, cast, values, expected):
    made = decide(sitting, cast.coordinator, agency=cast.worker.agency)
    with pytest.raises(Forbidden) as refused:
        answer(made, cast.worker, **values)
    assert refused.value.codes == [expected]


def test_another_agency_does_not_answer_and_the_host_does(sitting, cast):
    made = decide(sitting, cast.coordinator, title="次回の日", agency=cast.worker.agency)
    with pytest.raises(Forbidden) as refused:
        answer(made, cast.participation)
    assert refused.value.codes == ["other_agency"]
    assert answer(made, cast.coordinator, result="電話で聞いた").state == "done"


def test_an_answer_is_given_once(sitting, cast):
    made = decide(sitting, cast.coordinator, agency=cast.worker.agency)
    answer(made, cast.worker)
    with pytest.raises(Forbidden) as refused:
        answer(made, cast.worker)
    assert refused.value.codes == ["answered"]


def test_two_who_answer_at_once_see_both(sitting, cast):
    made = decide(sitting, cast.coordinator, agency=cast.worker.agency)
    later = today() + timedelta(days=40)
    answer(made, cast.worker, state="open", result="まだ", due_on=later)
    with pytest.raises(StaleEdit):
        answer(made, cast.worker, version=made.version)


def test_who_takes_no_minutes_decides_nothing(sitting, cast):
    with pytest.raises(Forbidden) as refused:
        decide(sitting, cast.worker)
    assert refused.value.codes == ["not_minute_taker"]


def test_an_agency_that_loses_the_case_before_it_is_due_is_given_no_decision(sitting, cast):
    with pytest.raises(Forbidden) as refused:
        decide(sitting, cast.coordinator, agency=cast.stranger.agency)
    assert refused.value.codes == ["loses_case"]
    later = sitting.material_until
    with pytest.raises(Forbidden) as refused:
        decide(sitting, cast.coordinator, agency=cast.participation.agency, due_on=later)
    assert refused.value.codes == ["loses_case"]
    decide(sitting, cast.coordinator, agency=cast.participation.agency, due_on=later - timedelta(days=1))
    decide(sitting, cast.coordinator, agency=cast.worker.agency, due_on=later)
    decide(sitting, cast.coordinator, title="次回の日", agency=cast.stranger.agency, due_on=later)


@pytest.mark.parametrize("title", ["世帯のこと", "次回の日"])
def test_the_database_lets_the_agency_and_the_host_answer_and_nobody_move_a_decision(sitting, cast, title):
    made = decide(sitting, cast.coordinator, title=title, agency=cast.worker.agency)

    def change(actor, **values):
        with acting_as(actor), transaction.atomic():
            return MeetingDecision.objects.filter(pk=made.pk).update(**values)

    with pytest.raises(DatabaseError, match="not yours to answer"):
        change(cast.participation, result="見ただけ")
    for moved in ({"agency": cast.participation.agency}, {"item": item_elsewhere(sitting, cast, title)}):
        with pytest.raises(DatabaseError, match="stays with its item"):
            change(cast.worker, **moved)
    assert change(cast.worker, result="行った") == 1
    assert change(cast.coordinator, result="電話で聞いた") == 1


def item_elsewhere(meeting, cast, title):
    with acting_as(cast.coordinator):
        return item_of(meeting, "次回の日" if title == "世帯のこと" else "世帯のこと")


def test_a_stranger_sees_no_decision_of_others(sitting, cast, sign_in):
    made = decide(sitting, cast.coordinator, agency=cast.worker.agency)
    decide(sitting, cast.coordinator, title="次回の日")
    with acting_as(cast.stranger):
        assert not MeetingDecision.objects.exists()
    assert sign_in(cast.stranger).get(reverse("conferences:decision", args=[made.id])).status_code == 404


def test_the_next_meeting_of_the_body_goes_through_what_is_open(sitting, cast, town, sign_in):
    decide(sitting, cast.coordinator, title="次回の日", what="会場をさがす")
    following = town.convene("shien", members=[cast.disability], starts_at=soon(30))
    page = sign_in(cast.disability).get(reverse("conferences:meeting", args=[following.id])).content.decode()
    assert "前回までの決定事項" in page and "会場をさがす" in page
    other = town.convene("tsunagaru", members=[cast.disability])
    page = sign_in(cast.disability).get(reverse("conferences:meeting", args=[other.id])).content.decode()
    assert "会場をさがす" not in page


def test_the_list_of_a_body_begins_with_what_is_overdue(sitting, cast, sign_in):
    decide(sitting, cast.coordinator, title="次回の日", what="あとのこと")
    decide(sitting, cast.coordinator, title="次回の日", what="遅れたこと", due_on=today() - timedelta(3))
    with acting_as(cast.coordinator):
        assert [row.what for row in queries.of_body(sitting.body, answered=False)] == [
            "遅れたこと",
            "あとのこと",
        ]
    address = reverse("conferences:decisions", args=[sitting.body_id])
    page = sign_in(cast.coordinator).get(address).content.decode()
    assert "期日をすぎたものが1件" in page
    assert "待っている決定事項はありません" in sign_in(cast.stranger).get(address).content.decode()


def test_the_list_of_a_body_asks_no_more_for_more(sitting, cast, sign_in, django_assert_max_num_queries):
    for number in range(20):
        decide(sitting, cast.coordinator, title="次回の日", what=f"{number}")
    client = sign_in(cast.coordinator)
    with django_assert_max_num_queries(10):
        client.get(reverse("conferences:decisions", args=[sitting.body_id]))


def test_a_result_is_written_on_screen(sitting, cast, sign_in):
    made = decide(sitting, cast.coordinator, agency=cast.worker.agency)
    client = sign_in(cast.worker)
    address = reverse("conferences:decision", args=[made.id])
    assert "見学に同行" in client.get(address).content.decode()
    assert client.post(address, {"state": "done", "result": "", "version": 1}).status_code == 422
    assert client.post(address, {"state": "done", "result": "行った", "version": 1}).status_code == 302
    assert "行った" in client.get(address).content.decode()

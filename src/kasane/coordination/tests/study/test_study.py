"""研修・勉強会・事例検討: planned, invited, attended, evaluated, and no names in them (R-COOR-13)."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from kasane.base.models import StaleEdit
from kasane.coordination.models import StudySession
from kasane.coordination.study import actions, rules
from kasane.coordination.tests.test_plan_actions import forbidden
from kasane.disclosure.viewer import acting_as

READY = {
    "is_host": True,
    "state": "planned",
    "invited": 2,
    "texts": ["80代の母と50代の子の世帯"],
    "confirmed": False,
}
HELD = {"is_host": True, "state": "planned", "attended": 3, "summary": "学んだ"}
RATED = {"is_invited": True, "state": "held", "rating": 4}
ANSWERED = {"is_invited": True, "state": "planned", "answer": "attends"}
TOLD = {"is_host": True, "state": "planned", "people": 2}
CALLED_OFF = {"is_host": True, "state": "planned", "reason": "大雪"}


@pytest.mark.parametrize(
    ("rule", "ready", "values", "expected"),
    [
        (rules.write_obstacles, READY, {}, []),
        (rules.write_obstacles, READY, {"is_host": False}, ["not_host"]),
        (rules.write_obstacles, READY, {"state": "held"}, ["wrong_state"]),
        (rules.write_obstacles, READY, {"invited": 0}, ["nobody_invited"]),
        (rules.write_obstacles, READY, {"texts": ["田中さんの世帯"]}, ["names_in_it"]),
        (rules.write_obstacles, READY, {"texts": ["0868-66-0000 に電話"]}, ["names_in_it"]),
        (rules.write_obstacles, READY, {"texts": ["田中さんの世帯"], "confirmed": True}, []),
        (rules.hold_obstacles, HELD, {}, []),
        (rules.hold_obstacles, HELD, {"attended": 0}, ["nobody_came"]),
        (rules.hold_obstacles, HELD, {"summary": " "}, ["no_summary"]),
        (rules.hold_obstacles, HELD, {"state": "cancelled"}, ["wrong_state"]),
        (rules.rate_obstacles, RATED, {}, []),
        (rules.rate_obstacles, RATED, {"is_invited": False}, ["not_invited"]),
        (rules.rate_obstacles, RATED, {"state": "planned"}, ["not_held"]),
        (rules.rate_obstacles, RATED, {"rating": None}, ["no_rating"]),
        (rules.answer_obstacles, ANSWERED, {}, []),
        (rules.answer_obstacles, ANSWERED, {"is_invited": False}, ["not_invited"]),
        (rules.answer_obstacles, ANSWERED, {"state": "held"}, ["wrong_state"]),
        (rules.answer_obstacles, ANSWERED, {"answer": "waiting"}, ["no_answer"]),
        (rules.tell_obstacles, TOLD, {}, []),
        (rules.tell_obstacles, TOLD, {"is_host": False}, ["not_host"]),
        (rules.tell_obstacles, TOLD, {"state": "cancelled"}, ["wrong_state"]),
        (rules.tell_obstacles, TOLD, {"people": 0}, ["nobody"]),
        (rules.cancel_obstacles, CALLED_OFF, {}, []),
        (rules.cancel_obstacles, CALLED_OFF, {"reason": ""}, ["no_reason"]),
    ],
)
def test_each_thing_missing_is_told_by_its_own_name(rule, ready, values, expected):
    assert [one.code for one in rule(**(ready | values))] == expected


@pytest.fixture
def planned(cast):
    with acting_as(cast.coordinator):
        return actions.write(
            None, by=cast.coordinator, kind="case_study", title="8050世帯の支援", starts_at=timezone.now(),
            material="80代の母と50代の子。子は長くこもっている。", invited=[cast.worker.agency, cast.disability.agency],
        )  # fmt: skip


def test_it_is_planned_held_and_rated(planned, cast):
    with acting_as(cast.coordinator):
        first = planned.invitations.get(agency=cast.worker.agency)
        actions.hold(planned, by=cast.coordinator, attended={first.id: 4}, summary="早くつながることが大事")
    planned.refresh_from_db()
    with acting_as(cast.worker):
        actions.rate(planned, by=cast.worker, rating=4, comment="次は連携の仕方を")
    assert planned.state == "held"
    assert sorted(one.attended for one in planned.invitations.all()) == [0, 4]


def test_what_seems_to_name_somebody_is_not_kept(planned, cast):
    with acting_as(cast.coordinator):
        forbidden(
            lambda: actions.write(
                planned, by=cast.coordinator, invited=[cast.worker.agency], material="田中さんの母", title="x"
            ),
            "names_in_it",
        )
    planned.refresh_from_db()
    assert "田中" not in planned.material


def test_another_agency_changes_nothing(planned, cast):
    with acting_as(cast.worker):
        forbidden(
            lambda: actions.write(planned, by=cast.worker, invited=[cast.worker.agency], title="x"),
            "not_host",
        )
        forbidden(lambda: actions.cancel(planned, by=cast.worker, reason="x"), "not_host")


def test_who_is_not_invited_does_not_rate(planned, cast):
    with acting_as(cast.stranger):
        forbidden(lambda: actions.rate(planned, by=cast.stranger, rating=3), "not_invited", "not_held")


def test_two_people_at_once_lose_nothing(planned, cast):
    with acting_as(cast.coordinator), pytest.raises(StaleEdit):
        actions.write(
            planned, by=cast.coordinator, version=99, invited=[cast.worker.agency], title="x", aim="", material=""
        )  # fmt: skip


def test_the_pages_from_plan_to_answer(cast, sign_in):
    client = sign_in(cast.coordinator)
    assert "まだ計画がありません" in client.get(reverse("coordination:studies")).content.decode()
    typed = {
        "kind": "training", "title": "記録の書き方", "starts_at_day": "R8.1.20", "starts_at_time": "13:30", "length": "90",
        "invited": [str(cast.worker.agency.id)], "material": "田中さんの例",
    }  # fmt: skip
    refused = client.post(reverse("coordination:study_new"), typed)
    assert refused.status_code == 409 and "名前のような言葉" in refused.content.decode()
    made = client.post(reverse("coordination:study_new"), typed | {"material": "ある世帯の例"})
    session = StudySession.objects.get()
    assert made["Location"] == reverse("coordination:study", args=[session.id])
    page = client.get(made["Location"]).content.decode()
    assert "開催を記録する" in page and cast.worker.agency.name in page
    came = {f"attended_{session.invitations.get().id}": "5", "summary": "短く書く"}
    assert client.post(reverse("coordination:study_held", args=[session.id]), came).status_code == 302
    client = sign_in(cast.worker)
    answer = {"rating": "3", "comment": "よかった"}
    assert client.post(reverse("coordination:study_rate", args=[session.id]), answer).status_code == 302
    listed = client.get(reverse("coordination:studies")).content.decode()
    assert "5人" in listed and "3.0 / 4" in listed


def test_the_list_takes_the_same_queries_for_one_and_for_many(
    planned, cast, sign_in, django_assert_max_num_queries
):
    client = sign_in(cast.coordinator)
    with django_assert_max_num_queries(8):
        client.get(reverse("coordination:studies"))


def test_who_administers_accounts_sees_none_of_it(planned, cast, sign_in):
    client = sign_in(cast.administrator)
    assert client.get(reverse("coordination:studies")).status_code == 404
    assert client.get(reverse("coordination:study", args=[planned.id])).status_code == 404

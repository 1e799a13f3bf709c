"""Passing a case to the prefecture's 自立相談支援 where the town has no 福祉事務所 (R-INT-08)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction
from django.urls import reverse

from kasane.agencies import profile
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Task, Telling
from kasane.disclosure.viewer import acting_as
from kasane.intake.models import PrefectureHandOver
from kasane.intake.prefecture import actions, rules
from kasane.intake.prefecture.queries import offers_prefecture
from kasane.intake.tests.factories import DAY, LATER, case_of, receive, said
from kasane.intake.tests.test_rules import codes

PASSED = {
    "on": LATER,
    "recipient": "岡山県 自立相談支援機関",
    "way": "phone",
    "content": "家賃を滞納し、仕事を探している。",
    "ask": "家計の見直しを手伝ってほしい。",
    "kinds": 1 | 8 | 16,
    "follow_up_on": date(2025, 4, 22),
    "recommended_by": "包括 花子",
    "wish": "話を聞いてみたい",
    "goes_along": True,
}


def poor(actor, **values):
    return receive(actor, topics=["rent", "debt"], main_topic="rent", **values)


@pytest.fixture
def passed(cast) -> PrefectureHandOver:
    with acting_as(cast.worker):
        return actions.pass_on(case_of(poor(cast.worker)), by=cast.worker, **PASSED)


def test_passing_tells_outside_on_consent_and_sets_the_day_to_ask(cast, passed):
    with acting_as(cast.worker):
        telling = Telling.objects.get()
        assert (telling.recipient, telling.purpose) == (PASSED["recipient"], "other_support")
        assert telling.consent_id is not None
        assert passed.telling == telling
        task = Task.objects.get()
        assert (task.kind, task.source, task.due_on) == ("follow_up", "prefecture", PASSED["follow_up_on"])


@pytest.mark.parametrize("answer", ["disagree", "unclear"])
def test_without_consent_nothing_is_passed(cast, answer):
    with acting_as(cast.worker):
        case = case_of(poor(cast.worker, consent=said(answer)))
        with pytest.raises(Forbidden) as refused, transaction.atomic():
            actions.pass_on(case, by=cast.worker, **PASSED)
        assert refused.value.codes == ["no_consent"]
        assert not PrefectureHandOver.objects.exists()
        assert not Telling.objects.exists()
        assert not Task.objects.exists()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"has_welfare_office": True}, "own_office"),
        ({"is_open": False}, "closed"),
        ({"writes": False}, "reads_only"),
        ({"recommended_by": " "}, "recommended_by"),
        ({"on": LATER, "follow_up_on": DAY}, "follow_up"),
    ],
)
def test_what_forbids_passing(change, code):
    sound = {"has_welfare_office": False, "is_open": True, "writes": True}
    assert codes(rules.passing_obstacles(**sound)) == []
    assert codes(rules.passing_obstacles(**{**sound, **change})) == [code]


def test_a_town_with_an_office_offers_no_passing(cast, monkeypatch):
    with acting_as(cast.worker):
        row = poor(cast.worker)
        assert offers_prefecture(row)
        town = profile.current()
        other = replace(town, town=replace(town.town, has_welfare_office=True))
        monkeypatch.setattr(profile, "current", lambda: other)
        assert not offers_prefecture(row)


def test_whether_they_arrived_is_asked_until_it_is_known(cast, passed):
    with acting_as(cast.worker):
        late = date(2025, 4, 22)
        with pytest.raises(Forbidden) as refused, transaction.atomic():
            actions.keep_arrival(passed, by=cast.worker, version=1, on=late, arrival="not_yet", result="留守")
        assert refused.value.codes == ["next_on"]
        row = actions.keep_arrival(
            passed,
            by=cast.worker,
            version=1,
            on=late,
            arrival="not_yet",
            result="留守",
            next_on=date(2025, 5, 1),
        )
        assert [task.due_on for task in Task.objects.filter(done_on=None)] == [date(2025, 5, 1)]
        row = actions.keep_arrival(
            row, by=cast.worker, version=2, on=date(2025, 5, 1), arrival="reached", result="面談した"
        )
        assert (row.arrival, row.result) == ("reached", "面談した")
        assert not Task.objects.filter(done_on=None).exists()
        with pytest.raises(Forbidden) as refused, transaction.atomic():
            actions.keep_arrival(row, by=cast.worker, version=3, on=late, arrival="reached", result="x")
        assert refused.value.codes == ["done"]


def test_strangers_see_nothing_of_it(cast, sign_in, passed):
    for actor in (cast.stranger, cast.coordinator, cast.administrator, None):
        with acting_as(actor):
            assert not PrefectureHandOver.objects.exists()
    for url in (
        reverse("intake:prefecture", args=[passed.id]),
        reverse("intake:prefecture_new", args=[passed.case_id]),
        reverse("sheets:prefecture", args=[passed.id]),
    ):
        assert sign_in(cast.stranger).get(url).status_code == 404


def test_the_pages_lead_from_the_case_to_letter_and_result(cast, sign_in, passed):
    client = sign_in(cast.worker)
    page = client.get(reverse("intake:prefecture_new", args=[passed.case_id])).content.decode()
    assert "岡山県 自立相談支援機関" in page
    letter = client.get(reverse("sheets:prefecture", args=[passed.id]))
    assert letter.content[:5] == b"%PDF-"
    assert reverse("intake:prefecture", args=[passed.id]) in client.get(reverse("home")).content.decode()
    url = reverse("intake:prefecture", args=[passed.id])
    kept = {"version": "1", "arrival": "reached", "result": "県の相談員と会った", "on": "今日"}
    assert client.post(url, kept).status_code == 302
    words = client.get(url).content.decode()
    assert "県の相談員と会った" in words
    assert "結果を残す" not in words


def test_before_a_word_is_written_the_page_says_what_is_missing(cast, sign_in):
    with acting_as(cast.worker):
        case = case_of(poor(cast.worker, consent=said("disagree")))
    words = sign_in(cast.worker).get(reverse("intake:prefecture_new", args=[case.id])).content.decode()
    assert "まだ引き継げません" in words
    assert reverse("intake:consent", args=[case.id]) in words

"""Numbers of cases per agency and worker, for those who support the supporters (R-COOR-12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from kasane.agencies import profile
from kasane.base.dates import today
from kasane.cases import actions as cases
from kasane.coordination.load.queries import loads
from kasane.disclosure.viewer import acting_as

DAY = date(2025, 5, 1)


@pytest.fixture
def busy(cast, monkeypatch):
    """包括 花子 leads three cases, こども課 one; more than two are too many."""
    for actor, number in ((cast.worker, 3), (cast.stranger, 1)):
        with acting_as(actor):
            made = [cases.open_case(by=actor, on=DAY) for _ in range(number)]
            cases.add_task(
                made[0].id, agency=actor.agency, kind="contact", what="電話", due_on=today() - timedelta(days=1),
                since=DAY,
            )  # fmt: skip
    town = profile.current()
    strict = replace(town, rules=replace(town.rules, load_per_worker=2, load_per_agency=2))
    monkeypatch.setattr(profile, "current", lambda: strict)


def seen(by):
    with acting_as(by):
        return {row.name: row for row in loads()}


def test_the_coordinator_sees_who_carries_too_much(busy, cast):
    found = seen(cast.coordinator)
    mine = found[cast.worker.agency.name]
    assert (mine.led, mine.worked, mine.late, mine.over) == (3, 3, 1, True)
    assert [(one.name, one.led, one.over) for one in mine.workers] == [("包括 花子", 3, True)]
    assert not found[cast.stranger.agency.name].over


def test_a_manager_sees_the_numbers_of_all_and_the_names_of_the_own_agency(busy, cast):
    with acting_as(cast.manager):
        cases.open_case(by=cast.manager, on=DAY)
    found = seen(cast.manager)
    assert found[cast.worker.agency.name].led == 3
    assert found[cast.worker.agency.name].workers == []
    assert [one.name for one in found[cast.manager.agency.name].workers] == [cast.manager.user.name]


@pytest.mark.parametrize("who", ["worker", "stranger", "participation", "administrator"])
def test_nobody_else_learns_anything(busy, cast, sign_in, who):
    by = getattr(cast, who)
    assert seen(by) == {}
    assert sign_in(by).get(reverse("coordination:load")).status_code == 404


def test_the_page_takes_one_query_for_all_numbers(busy, cast, sign_in, django_assert_max_num_queries):
    client = sign_in(cast.coordinator)
    with django_assert_max_num_queries(8):
        page = client.get(reverse("coordination:load")).content.decode()
    assert "3件 多め" in page and "包括 花子" in page


def test_the_coordinators_home_tells_of_too_much(busy, cast, sign_in):
    page = sign_in(cast.coordinator).get(reverse("home")).content.decode()
    assert "受け持ちが多い職員が1人、機関が1か所あります" in page


def test_another_home_does_not(busy, cast, sign_in):
    assert "受け持ちが多い" not in sign_in(cast.worker).get(reverse("home")).content.decode()


def test_every_home_leads_to_the_lists_nobody_finds_otherwise(cast, sign_in):
    page = sign_in(cast.worker).get(reverse("home")).content.decode()
    for name in ("coordination:early", "coordination:request_inbox", "conferences:shortages"):
        assert f'href="{reverse(name)}"' in page


def test_what_runs_before_its_decision_is_told_to_the_coordinator(assessed, cast, sign_in):
    """R-COOR-05: with the number, and only while nobody has decided."""
    assert "決定の前に動いている支援が" not in sign_in(cast.coordinator).get(reverse("home")).content.decode()
    assessed.make(early_start=True, early_started_on=DAY, early_start_reason="食べていない")
    assert (
        "決定の前に動いている支援が1件あります"
        in sign_in(cast.coordinator).get(reverse("home")).content.decode()
    )
    assert "決定の前に動いている支援が1件" not in sign_in(cast.stranger).get(reverse("home")).content.decode()

"""緊急とされた相談: the newest on 今日やること, all of them on a page of their own (R-INT-09)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kasane.base.dates import today
from kasane.cases import actions as cases
from kasane.cases.exceptional.page import NEWS_ON_HOME
from kasane.disclosure.viewer import acting_as


@pytest.fixture
def urgent(cast):
    with acting_as(cast.worker):
        return [
            cases.open_case(by=cast.worker, on=today(), is_urgent=True, urgent_note="自殺をほのめかす")
            for _ in range(NEWS_ON_HOME + 2)
        ]


def test_the_home_page_shows_the_newest_and_the_way_to_all(cast, urgent, sign_in):
    page = sign_in(cast.coordinator).get("/").content.decode()
    assert sum(case.label in page for case in urgent) == NEWS_ON_HOME
    assert f"この7日に{len(urgent)}件" in page
    assert reverse("cases:urgent_cases") in page


def test_few_need_no_other_page(cast, sign_in):
    with acting_as(cast.worker):
        case = cases.open_case(by=cast.worker, on=today(), is_urgent=True)
    page = sign_in(cast.coordinator).get("/").content.decode()
    assert case.label in page
    assert reverse("cases:urgent_cases") not in page


@pytest.mark.parametrize("who", ["coordinator", "manager", "decider"])
def test_the_list_names_the_agency_to_be_asked_and_nothing_of_the_case(cast, urgent, who, sign_in):
    page = sign_in(getattr(cast, who)).get(reverse("cases:urgent_cases")).content.decode()
    assert all(case.label in page for case in urgent)
    assert cast.worker.agency.name in page
    assert "自殺" not in page
    assert str(urgent[0].id) not in page


@pytest.mark.parametrize("who", ["worker", "stranger", "administrator"])
def test_the_list_is_not_there_for_others(cast, urgent, who, sign_in):
    assert sign_in(getattr(cast, who)).get(reverse("cases:urgent_cases")).status_code == 404


def test_an_empty_list_says_so_and_a_wrong_number_of_days_is_seven(cast, sign_in):
    client = sign_in(cast.coordinator)
    page = client.get(reverse("cases:urgent_cases"), {"days": "x"}).content.decode()
    assert "この7日" in page
    assert "ありません" in page


def test_the_list_asks_the_database_a_bounded_number_of_times(
    cast, urgent, sign_in, django_assert_max_num_queries
):
    client = sign_in(cast.coordinator)
    client.get(reverse("cases:urgent_cases"))
    with django_assert_max_num_queries(9):
        client.get(reverse("cases:urgent_cases"))

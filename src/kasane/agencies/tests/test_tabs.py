"""The screens of 体制・計画 in groups, as far as one's post opens them."""

from __future__ import annotations

import pytest

from kasane.agencies.tabs import structure_tabs

NAMES = [
    "agencies:structure", "agencies:sites", "agencies:areas", "agencies:staff", "agencies:coordinators",
    "numbers", "report_counts", "pattern_numbers", "reading_oversight",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_each_screen_stands_in_its_group_and_is_marked_there(cast, name):
    tabs = structure_tabs(name, cast.manager)
    assert [group["label"] for group in tabs.groups] == ["体制と場所", "人", "件数と点検"]
    assert sum(bool(group["active"]) for group in tabs.groups) == 1
    assert sum(bool(page["active"]) for page in tabs.pages) == 1


def labels(actor, name="numbers"):
    return [page["label"] for page in structure_tabs(name, actor).pages]


def test_the_town_s_numbers_are_offered_to_those_who_answer_for_the_work(cast):
    assert labels(cast.manager) == ["相談の件数", "件数の報告", "世帯の課題の組み合わせ", "気になる閲覧"]
    assert labels(cast.coordinator) == ["相談の件数", "件数の報告", "世帯の課題の組み合わせ"]
    assert labels(cast.worker) == ["相談の件数", "世帯の課題の組み合わせ"]


def test_a_group_leads_to_the_first_screen_one_may_open(cast):
    groups = structure_tabs("agencies:structure", cast.administrator).groups
    assert [group["url"] for group in groups] == [
        "/structure/",
        "/structure/staff/",
        "/structure/patterns/",
    ]


def test_the_page_marks_the_group_and_the_screen(cast, sign_in):
    page = sign_in(cast.manager).get("/structure/numbers/").content.decode()
    assert page.count('aria-current="true"') == 1
    assert 'aria-current="page" data-tab-key="1"' in page
    assert 'data-tab-key="5"' not in page

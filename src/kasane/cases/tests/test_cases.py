"""The course of a case, its records and drafts."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from kasane.base.choices import ContactMethod
from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases import actions, rules
from kasane.cases.models import Stage, Task, TaskKind
from kasane.cases.queries import CaseFilter, case_page
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person


@pytest.fixture
def case(cast):
    with acting_as(cast.worker):
        case = actions.open_case(by=cast.worker, on=date(2025, 5, 1))
        add_person(case.id, by=cast.worker, family_name="田中", given_name="和子", is_subject=True)
        return case


def record(case, by, **values):
    defaults = {"at": timezone.now(), "method": ContactMethod.PHONE, "content": "電話で様子を聞いた。"}
    return actions.write_record(case, by=by, **(defaults | values))


ALLOWED = {(a, b) for a, nexts in rules.NEXT_STAGES.items() for b in nexts} | {(s, s) for s in Stage.values}


@pytest.mark.parametrize("present", Stage.values)
@pytest.mark.parametrize("wanted", Stage.values)
def test_a_stage_follows_only_where_the_course_allows_it(present, wanted):
    codes = [obstacle.code for obstacle in rules.stage_obstacles(present, wanted)]
    assert codes == ([] if (present, wanted) in ALLOWED else ["stage_order"])


def test_from_every_stage_the_course_can_end():
    assert all("closed" in nexts for stage, nexts in rules.NEXT_STAGES.items() if stage != "closed")


def test_case_numbers_run_within_the_fiscal_year(cast):
    with acting_as(cast.worker):
        labels = [actions.open_case(by=cast.worker, on=day).label for day in
                  (date(2025, 3, 31), date(2025, 4, 1), date(2026, 3, 31))]  # fmt: skip
    assert labels == ["R6-0001", "R7-0001", "R7-0002"]


def test_the_list_of_a_page_takes_a_fixed_number_of_queries(cast, django_assert_max_num_queries):
    with acting_as(cast.worker):
        for _ in range(12):
            made = actions.open_case(by=cast.worker, on=date(2025, 5, 1))
            add_person(made.id, by=cast.worker, family_name="山田", is_subject=True)
        with django_assert_max_num_queries(4):
            page = case_page(cast.worker, CaseFilter())
        assert [len(c.household) for c in page.cases] == [1] * 12


@pytest.mark.parametrize(
    ("is_open", "writable", "kinds", "codes"),
    [
        (True, 31, 17, []),
        (True, 17, 17, []),
        (True, 17, 19, ["kinds_not_shared"]),
        (True, 0, 17, ["reads_only"]),
        (False, 31, 17, ["closed"]),
        (False, 0, 17, ["closed", "reads_only"]),
    ],
)
def test_who_may_write_what_into_which_case(is_open, writable, kinds, codes):
    found = rules.write_obstacles(is_open=is_open, writable=writable, kinds=kinds)
    assert [obstacle.code for obstacle in found] == codes


def test_pages_follow_each_other_without_gap_or_repeat(cast, monkeypatch):
    monkeypatch.setattr("kasane.cases.queries.PAGE", 3)
    monkeypatch.setattr("kasane.cases.queries.FIRST_STEP", 2)
    with acting_as(cast.worker):
        made = [actions.open_case(by=cast.worker, on=date(2025, 5, 1)).id for _ in range(8)]
        seen, before = [], None
        while True:
            page = case_page(cast.worker, CaseFilter(before=before))
            seen += [case.id for case in page.cases]
            before = page.next_before
            if before is None:
                break
    assert seen == sorted(made, reverse=True)


def test_a_rare_filter_looks_through_all_the_viewers_cases(cast, monkeypatch):
    monkeypatch.setattr("kasane.cases.queries.FIRST_STEP", 2)
    with acting_as(cast.worker):
        urgent = actions.open_case(by=cast.worker, on=date(2025, 5, 1), is_urgent=True)
        for _ in range(9):
            actions.open_case(by=cast.worker, on=date(2025, 5, 1))
        assert case_page(cast.worker, CaseFilter(urgent=True)).cases == [urgent]


def test_another_agency_of_the_case_does_not_tick_our_task_off(case, cast, sign_in):
    with acting_as(cast.worker):
        task = actions.add_task(
            case.id,
            agency=cast.disability.agency,
            kind=TaskKind.OTHER,
            what="電話",
            due_on=today(),
            since=today(),
        )
        with pytest.raises(Forbidden) as refused:
            actions.complete_task(task, by=cast.worker)
        assert refused.value.codes == ["not_ours"]
    page = sign_in(cast.worker).post(f"/cases/tasks/{task.id}/done/", follow=True).content.decode()
    assert "済みにできるのは" in page
    with acting_as(cast.worker):
        assert Task.objects.get(pk=task.pk).done_on is None

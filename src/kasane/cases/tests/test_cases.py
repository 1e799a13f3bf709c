"""The course of a case, its records and drafts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from kasane.base.choices import ContactMethod
from kasane.base.dates import today
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.cases import actions, drafts, rules
from kasane.cases.models import Case, ClosedAs, Draft, Stage, SupportRecord, Task, TaskKind
from kasane.cases.numbers import parse_label
from kasane.cases.queries import CaseFilter, case_page, silent_cases, tasks_of_agency
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


@pytest.mark.parametrize(
    ("text", "found"), [("R7-0012", (2025, 12)), ("ｒ７－１２", (2025, 12)), ("田中", None)]
)
def test_a_case_number_is_read_in_any_width(text, found):
    assert parse_label(text) == found


def test_a_jump_over_stages_is_forbidden_and_saves_nothing(case, cast):
    with acting_as(cast.worker):
        with pytest.raises(Forbidden) as refused:
            actions.advance(case, Stage.SUPPORT, by=cast.worker)
        assert refused.value.codes == ["stage_order"]
        assert Case.objects.get().stage == Stage.RECEPTION


def test_closing_ends_its_tasks_but_not_the_follow_up(case, cast):
    with acting_as(cast.worker):
        for kind in (TaskKind.CONTACT, TaskKind.FOLLOW_UP):
            actions.add_task(
                case.id, agency=cast.worker.agency, kind=kind, what="電話", due_on=today(), since=today()
            )
        actions.close(case, by=cast.worker, on=today(), closed_as=ClosedAs.INFORMATION)
        assert [task.kind for task in Task.objects.filter(done_on__isnull=True)] == [TaskKind.FOLLOW_UP]


def test_the_next_date_of_a_record_waits_on_the_home_page(case, cast):
    with acting_as(cast.worker):
        record(case, cast.worker, next_step="訪問", next_on=today() + timedelta(days=2))
        due = tasks_of_agency(cast.worker, until=today() + timedelta(days=7), waiting=False)
        assert [(task.what, task.kind) for task in due] == [("訪問", TaskKind.CONTACT)]


def test_a_closed_case_takes_no_record(case, cast):
    with acting_as(cast.worker):
        closed = actions.close(case, by=cast.worker, on=today(), closed_as=ClosedAs.INFORMATION)
        with pytest.raises(Forbidden) as refused:
            record(closed, cast.worker)
        assert refused.value.codes == ["closed"]
        assert SupportRecord.objects.count() == 0


def test_only_the_writing_agency_corrects_a_record():
    assert rules.correct_obstacles(same_agency=True) == []
    assert [o.code for o in rules.correct_obstacles(same_agency=False)] == ["other_agency"]


def test_who_saves_second_is_told_of_the_first(case, cast):
    with acting_as(cast.worker):
        written = record(case, cast.worker)
        actions.change_record(written, by=cast.worker, version=1, content="先に直した")
        with pytest.raises(StaleEdit) as stale:
            actions.change_record(written, by=cast.worker, version=1, content="あとから直した")
        assert stale.value.current.content == "先に直した"


def test_a_draft_is_seen_by_the_one_who_types_only(case, cast):
    with acting_as(cast.worker):
        drafts.keep("record", case.id, QueryDict("content=途中&kinds=2&kinds=4"), by=cast.worker)
        kept = drafts.find("record", case.id, by=cast.worker)
        assert drafts.typed(kept).getlist("kinds") == ["2", "4"]
    with acting_as(cast.colleague):
        assert Draft.objects.count() == 0


def test_silent_cases_are_those_without_record_or_step(case, cast):
    with acting_as(cast.worker):
        day = date(2025, 8, 1)
        assert list(silent_cases(cast.worker, on=day, days=30)) == [case]
        record(case, cast.worker, at=timezone.make_aware(timezone.datetime(2025, 7, 20, 10)))
        assert list(silent_cases(cast.worker, on=day, days=30)) == []


@pytest.mark.parametrize(
    ("text", "found"), [("田中", 1), ("和子", 1), ("田中 和子", 1), ("R7-0001", 1), ("佐藤", 0)]
)
def test_the_list_is_searched_by_name_and_number(case, cast, text, found):
    with acting_as(cast.worker):
        assert len(case_page(cast.worker, CaseFilter(text=text)).cases) == found


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

"""The registers on the case page and on 今日やること."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kasane.base.dates import today
from kasane.cases import api as cases
from kasane.cases.models import Task, TaskKind
from kasane.disclosure.viewer import acting_as
from kasane.intake.registers.actions import may_write
from kasane.intake.registers.queries import kept_of
from kasane.intake.tests.factories import case_of, receive
from kasane.intake.tests.registers import registers_of


@pytest.fixture
def case(cast):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
        registers_of(case, by=cast.worker)
        return case


def test_one_question_names_all_that_stands_in_the_registers(cast, case, django_assert_num_queries):
    with acting_as(cast.worker), django_assert_num_queries(1):
        lines = kept_of(case.id).lines
    assert {line.title for line in lines} == {
        "権利擁護 成年後見(市町村長申立て)",
        "妊産婦等の支援台帳",
        "住居確保給付金",
    }


def test_the_papers_of_the_case_lead_to_its_registers_within_the_bound(
    cast, sign_in, case, django_assert_max_num_queries
):
    client = sign_in(cast.worker)
    with django_assert_max_num_queries(18):
        page = client.get(reverse("case_tab", args=[case.id, "documents"])).content.decode()
    for words in ("市町村長申立て", "受給中", "台帳にのっている", "権利擁護の道すじを始める"):
        assert words in page


def test_a_stranger_is_told_of_no_register(cast, case):
    with acting_as(cast.stranger):
        assert kept_of(case.id).lines == []


def test_each_thing_that_waits_leads_to_its_page(cast, sign_in, case):
    page = sign_in(cast.worker).get(reverse("home")).content.decode()
    assert "/intake/maternity/talks/" not in page  # twelve weeks ahead: not of this week
    with acting_as(cast.worker):
        from kasane.cases.models import Task

        Task.objects.filter(source="maternity_talk").update(due_on="2025-01-01")
    page = sign_in(cast.worker).get(reverse("home")).content.decode()
    address = page.split('href="/intake/maternity/talks/')[1].split('"')[0]
    answer = sign_in(cast.worker).get(f"/intake/maternity/talks/{address}", follow=True)
    assert answer.status_code == 200
    assert sign_in(cast.stranger).get(f"/intake/maternity/talks/{address}").status_code == 404


def test_what_has_begun_goes_on_to_its_end_when_the_case_is_closed_before(cast, case):
    """R-INT-11, R-INT-12: no closing leaves a route or a benefit that nobody can carry on."""
    with acting_as(cast.worker):
        waiting = Task.objects.filter(case=case, done_on=None, kind=TaskKind.REGISTER).count()
        closed = cases.close(case, by=cast.worker, on=today(), closed_as=cases.ClosedAs.OTHER_SYSTEM)
        assert (
            waiting
            and Task.objects.filter(case=case, done_on=None, kind=TaskKind.REGISTER).count() == waiting
        )
        assert may_write(closed, by=cast.worker, kinds=1) == []
        assert [one.code for one in may_write(closed, by=cast.worker, kinds=1, begins=True)] == ["closed"]

"""Each agency tells of its own lines before the monitoring (R-COOR-07)."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from kasane.base.dates import today
from kasane.cases.models import Task
from kasane.coordination import actions as coordination
from kasane.coordination.choices import AfterMonitoring, Progress
from kasane.coordination.models import ProgressReport
from kasane.coordination.progress import actions, rules
from kasane.coordination.progress.queries import asked_lines, fresh_reports
from kasane.coordination.rules import Standing
from kasane.coordination.tests.conftest import DAY
from kasane.coordination.tests.test_plan_actions import forbidden, sees
from kasane.disclosure.viewer import acting_as

READY = {"plan_state": "final", "own_items": 2, "told": 1, "others": 0}


@pytest.mark.parametrize(
    ("standing", "values", "expected"),
    [
        ({}, {}, []),
        ({"is_coordinator": False}, {}, []),
        ({"is_open": False}, {}, ["closed"]),
        ({"kinds": 0}, {}, ["reads_only"]),
        ({"kinds": 1}, {}, ["kinds_not_shared"]),
        ({}, {"plan_state": "submitted"}, ["not_final"]),
        ({}, {"own_items": 0}, ["no_own_items"]),
        ({}, {"told": 0}, ["nothing_told"]),
        ({}, {"others": 1}, ["not_own_items"]),
    ],
)
def test_each_thing_missing_forbids_the_report_by_its_own_name(standing, values, expected):
    found = rules.report_obstacles(Standing(uuid4(), **standing), **(READY | values))
    assert [one.code for one in found] == expected


@pytest.mark.parametrize(("ahead", "told_in"), [(60, 53), (7, 0), (3, 0)])
def test_the_agencies_tell_a_week_before_the_monitoring_and_never_before_they_are_asked(ahead, told_in):
    assert rules.told_by(DAY + timedelta(days=ahead), on=DAY) == DAY + timedelta(days=told_in)


def own(plan, by):
    with acting_as(by):
        return actions.own_items(plan, by=by)


def tell(plan, by, how=Progress.SLOW, *, items=None, note="送迎が決まらない"):
    with acting_as(by):
        chosen = items if items is not None else actions.own_items(plan, by=by)
        return actions.report(plan, by=by, on=today(), progress={item.id: (how, note) for item in chosen})


def asked(plan, by):
    with acting_as(by):
        rows = Task.objects.filter(source="progress", source_id=plan.id, done_on=None)
        return {(task.agency.key, task.due_on) for task in rows.select_related("agency")}


def test_with_the_plan_each_agency_but_the_one_that_monitors_is_asked(final, cast):
    _, plan = final
    assert asked(plan, cast.coordinator) == {("shakyo", date(2025, 7, 25)), ("kikan", date(2025, 7, 25))}


def test_a_report_ends_the_task_of_its_agency_alone(final, cast):
    _, plan = final
    tell(plan, cast.participation)
    assert {key for key, _ in asked(plan, cast.coordinator)} == {"kikan"}
    assert sees(cast.coordinator, ProgressReport, progress=Progress.SLOW) == 1


def test_nobody_tells_of_the_lines_of_another(final, cast):
    _, plan = final
    forbidden(lambda: tell(plan, cast.participation, items=own(plan, cast.disability)), "not_own_items")
    assert sees(cast.coordinator, ProgressReport) == 0


def test_the_database_keeps_nothing_in_the_name_of_another_agency(final, cast):
    _, plan = final
    [item] = own(plan, cast.disability)
    with acting_as(cast.participation), pytest.raises(DatabaseError), transaction.atomic():
        ProgressReport.objects.create(
            case=plan.case, plan=plan, item=item, agency=cast.disability.agency, author=cast.participation.user,
            reported_on=DAY, progress="done",
        )  # fmt: skip


def test_an_agency_without_lines_has_nothing_to_tell(final, cast):
    _, plan = final
    forbidden(lambda: tell(plan, cast.worker), "no_own_items")


def test_a_stranger_sees_nothing_of_it(final, cast):
    _, plan = final
    tell(plan, cast.participation)
    assert sees(cast.stranger, ProgressReport) == 0
    with acting_as(cast.stranger):
        assert asked_lines(by=cast.stranger) == []


def monitor(plan, by):
    with acting_as(by):
        told = fresh_reports([plan.id])
        progress = {
            i.id: (told[i.id].progress if i.id in told else "as_planned", "") for i in plan.items.all()
        }
        next_on = today() + timedelta(days=30)
        coordination.monitor(
            plan, by=by, on=today(), progress=progress, after=AfterMonitoring.KEEP, next_on=next_on
        )


def test_with_the_monitoring_all_is_asked_anew(final, cast):
    _, plan = final
    tell(plan, cast.participation)
    monitor(plan, cast.coordinator)
    due = today() + timedelta(days=23)
    assert asked(plan, cast.coordinator) == {("shakyo", due), ("kikan", due)}


def test_the_list_shows_each_line_and_how_late_it_is(final, cast, sign_in):
    _, plan = final
    client = sign_in(cast.coordinator)
    page = client.get(reverse("coordination:progress_asked")).content.decode()
    assert "知らせがありません" in page and cast.disability.agency.name in page
    tell(plan, cast.participation)
    tell(plan, cast.disability)
    page = client.get(reverse("coordination:progress_asked")).content.decode()
    assert "待っている知らせはありません" in page


def test_the_list_takes_the_same_queries_for_one_and_for_many(
    final, cast, sign_in, django_assert_max_num_queries
):
    client = sign_in(cast.coordinator)
    with django_assert_max_num_queries(11):
        client.get(reverse("coordination:progress_asked"))


def test_the_form_shows_own_lines_alone_and_keeps_a_press(final, cast, sign_in):
    _, plan = final
    client = sign_in(cast.participation)
    url = reverse("coordination:progress", args=[plan.id])
    [item] = own(plan, cast.participation)
    [other] = own(plan, cast.disability)
    page = client.get(url).content.decode()
    assert f"progress_{item.id}" in page and f"progress_{other.id}" not in page
    assert (
        client.post(url, {f"progress_{item.id}": "done", f"note_{item.id}": "通い始めた"}).status_code == 302
    )
    assert sees(cast.coordinator, ProgressReport, note="通い始めた") == 1


def test_the_monitoring_opens_with_what_was_told(final, cast, sign_in):
    _, plan = final
    tell(plan, cast.participation, note="バスの時間が合わない")
    page = sign_in(cast.coordinator).get(reverse("coordination:monitoring", args=[plan.id])).content.decode()
    assert "バスの時間が合わない" in page and "から知らせがありました" in page


def test_home_leads_the_agency_to_its_lines(final, cast, sign_in):
    _, plan = final
    page = sign_in(cast.participation).get(reverse("home")).content.decode()
    assert reverse("coordination:progress", args=[plan.id]) in page
    assert cast.participation.agency.name in page


def test_a_stranger_finds_no_such_page(final, cast, sign_in):
    _, plan = final
    assert sign_in(cast.stranger).get(reverse("coordination:progress", args=[plan.id])).status_code == 404

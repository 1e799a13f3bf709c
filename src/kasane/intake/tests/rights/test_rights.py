"""権利擁護の道すじ: what a desk does on a route, and what the rules forbid (R-INT-11)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Event, Task
from kasane.disclosure.viewer import acting_as
from kasane.intake.models import RightsRoute, RightsStep
from kasane.intake.rights import actions, rules
from kasane.intake.rights.routes import ROUTES
from kasane.intake.tests.factories import case_of, receive, said
from kasane.people.queries import subject_of

SOON = today() + timedelta(days=7)


@pytest.fixture
def case(cast):
    with acting_as(cast.worker):
        return case_of(receive(cast.worker))


@pytest.fixture
def act(cast):
    with acting_as(cast.worker):
        yield cast.worker


def start(case, by, kind="mayor_petition", **values):
    values = {"reason": "通帳の管理ができず、親族もいない。", "on": today(), **values}
    return actions.start(case, by=by, person=subject_of(case.id), kind=kind, **values)


def do(route, code, by):
    step = route.steps.get(code=code)
    return actions.keep_step(
        step, by=by, version=step.version, planned_on=None, done_on=today(), done_by="包括 花子", note=""
    )


def do_all(route, by, *, but=()):
    for step in ROUTES[route.kind].steps:
        if step.must and step.code not in but:
            do(route, step.code, by)


@pytest.mark.parametrize("kind", list(ROUTES))
def test_each_route_begins_with_its_own_steps_in_their_order(act, case, kind):
    route = start(case, act, kind)
    assert [step.code for step in route.steps.all()] == [step.code for step in ROUTES[kind].steps]


def test_a_route_stands_in_the_course_of_the_case(act, case):
    start(case, act)
    assert Event.objects.filter(case=case, code="rights_started").count() == 1


def test_two_routes_of_different_kinds_run_side_by_side(act, case):
    start(case, act)
    start(case, act, "consumer")
    assert RightsRoute.objects.filter(case=case).count() == 2


def test_the_same_route_does_not_begin_twice(act, case):
    start(case, act)
    with pytest.raises(Forbidden) as refused:
        start(case, act)
    assert refused.value.codes == ["already_open"]


def test_the_mayor_does_not_file_where_a_relative_does(act, case):
    with pytest.raises(Forbidden) as refused:
        start(case, act, relatives="willing")
    assert refused.value.codes == ["family_can"]


def test_the_family_does_not_file_where_there_is_none(act, case):
    with pytest.raises(Forbidden) as refused:
        start(case, act, "family_petition", relatives="none")
    assert refused.value.codes == ["no_petitioner"]


def test_a_planned_day_comes_onto_the_home_page_and_goes_with_the_step(act, case):
    step = start(case, act).steps.get(code="confirm")
    kept = actions.keep_step(
        step, by=act, version=step.version, planned_on=SOON, done_on=None, done_by="", note=""
    )
    task = Task.objects.get(source_id=step.id, done_on__isnull=True)
    assert task.due_on == SOON
    actions.keep_step(
        step, by=act, version=kept.version, planned_on=SOON, done_on=today(), done_by="包括 花子", note=""
    )
    assert not Task.objects.filter(source_id=step.id, done_on__isnull=True).exists()


def test_a_mandatory_step_can_not_be_skipped(act, case):
    route = start(case, act, "daily_support")
    with pytest.raises(Forbidden) as refused:
        do(route, "contract", act)
    assert refused.value.codes == ["skips"]


def test_a_step_that_is_needed_only_sometimes_is_skipped(act, case):
    route = start(case, act, "daily_support")
    for code in ("explain", "consult", "visit", "plan"):
        do(route, code, act)
    assert RightsStep.objects.filter(route=route, done_on__isnull=False).count() == 4


def test_a_step_says_who_took_it(act, case):
    step = start(case, act, "consumer").steps.get(code="facts")
    with pytest.raises(Forbidden) as refused:
        actions.keep_step(
            step, by=act, version=step.version, planned_on=None, done_on=today(), done_by=" ", note=""
        )
    assert refused.value.codes == ["nobody"]


def test_a_step_is_not_done_tomorrow(act, case):
    step = start(case, act, "consumer").steps.get(code="facts")
    with pytest.raises(Forbidden) as refused:
        actions.keep_step(
            step, by=act, version=step.version, planned_on=None, done_on=SOON, done_by="包括", note=""
        )
    assert refused.value.codes == ["not_yet"]


def test_without_relatives_the_route_goes_over_to_the_mayor(act, case):
    family = start(case, act, "family_petition")
    mayor = actions.branch(family, by=act, on=today(), relatives="unwilling", note="長女に電話で確かめた")
    family.refresh_from_db()
    assert (mayor.kind, mayor.follows, family.result) == ("mayor_petition", family, "switched")


def test_after_filing_the_family_s_route_does_not_go_over(act, case):
    family = start(case, act, "family_petition")
    for code in ("explain", "medical", "papers", "petition"):
        do(family, code, act)
    with pytest.raises(Forbidden) as refused:
        actions.branch(family, by=act, on=today(), relatives="none", note="")
    assert refused.value.codes == ["already_filed"]


def report(route, cast, **values):
    return actions.report(
        route,
        by=cast.worker,
        division=values.pop("division", cast.decider.agency),
        on=today(),
        note="判断能力が落ち、支払いが止まっている。",
        answer_by=SOON,
        **values,
    )


def test_a_report_gives_the_division_the_case_and_something_to_do(cast, act, case):
    route = start(case, act)
    do(route, "confirm", act)
    report(route, cast)
    with acting_as(cast.decider):
        assert RightsRoute.objects.get().reported_to == cast.decider.agency
        assert Task.objects.get(source_id=route.id).agency == cast.decider.agency


def test_the_division_then_writes_the_steps_that_are_its_own(cast, act, case):
    route = start(case, act)
    do(route, "confirm", act)
    report(route, cast)
    with acting_as(cast.decider):
        assert do(route, "kin", cast.decider).done_on == today()


def test_without_consent_a_report_is_refused_and_says_where_to_mend_it(cast):
    with acting_as(cast.worker):
        route = start(case_of(receive(cast.worker, consent=said("disagree"))), cast.worker)
        do(route, "confirm", cast.worker)
        with pytest.raises(Forbidden) as refused:
            report(route, cast)
    assert refused.value.codes == ["not_let_know"]
    assert refused.value.obstacles[0].links[0].url


def test_a_report_goes_to_the_town_alone(cast, act, case):
    route = start(case, act)
    do(route, "confirm", act)
    with pytest.raises(Forbidden) as refused:
        report(route, cast, division=cast.participation.agency)
    assert refused.value.codes == ["not_the_town"]


def test_a_report_is_not_ticked_off_by_hand(act, case):
    route = start(case, act, "placement")
    do(route, "check", act)
    with pytest.raises(Forbidden) as refused:
        do(route, "report", act)
    assert refused.value.codes == ["report_first"]


def finish(route, by, **values):
    values = {"result": "ruled", "note": "", "guardian_name": "司法書士 林", "follow_up_on": SOON, **values}
    return actions.finish(route, by=by, on=today(), **values)


def test_a_ruling_names_the_guardian_and_the_day_to_ask_again(act, case):
    route = start(case, act, "family_petition")
    do_all(route, act)
    with pytest.raises(Forbidden) as refused:
        finish(route, act, guardian_name="", follow_up_on=None)
    assert set(refused.value.codes) == {"no_guardian", "no_follow_up"}
    assert finish(route, act).result == "ruled"
    assert Task.objects.get(source_id=route.id, done_on__isnull=True).kind == "follow_up"


def test_a_success_waits_for_the_mandatory_steps(act, case):
    route = start(case, act, "consumer")
    with pytest.raises(Forbidden) as refused:
        finish(route, act, result="recovered")
    assert refused.value.codes == ["steps_left"]


def test_whoever_stops_a_route_says_why(act, case):
    route = start(case, act, "consumer")
    with pytest.raises(Forbidden) as refused:
        finish(route, act, result="stopped", follow_up_on=None)
    assert refused.value.codes == ["no_note"]
    assert finish(route, act, result="stopped", note="本人が望まない", follow_up_on=None).ended_on == today()


def test_a_result_of_another_route_is_none(act, case):
    with pytest.raises(Forbidden) as refused:
        finish(start(case, act, "consumer"), act, result="ruled")
    assert refused.value.codes == ["other_result"]


def test_the_follow_up_is_written_once(act, case):
    route = finish(start(case, act, "consumer"), act, result="stopped", note="本人が望まない")
    actions.follow_up(route, by=act, on=today(), note="落ち着いている")
    assert not Task.objects.filter(source_id=route.id, done_on__isnull=True).exists()
    with pytest.raises(Forbidden) as refused:
        actions.follow_up(route, by=act, on=today(), note="落ち着いている")
    assert refused.value.codes == ["followed_up"]


def test_a_finished_step_stays_while_a_later_one_is_done():
    found = rules.step_obstacles(
        ROUTES["consumer"],
        "facts",
        is_open=True,
        done={"facts": today(), "advice": today()},
        done_on=None,
        done_by="",
        started_on=today(),
        today=today(),
    )
    assert [one.code for one in found] == ["later_done"]


def test_a_stranger_sees_no_route(cast, case):
    with acting_as(cast.worker):
        start(case, cast.worker)
    with acting_as(cast.stranger):
        assert (RightsRoute.objects.count(), RightsStep.objects.count()) == (0, 0)


def test_a_stranger_gets_404(cast, sign_in, case):
    with acting_as(cast.worker):
        route = start(case, cast.worker)
    client = sign_in(cast.stranger)
    for name in ("route", "change", "branch", "report", "finish", "follow_up"):
        assert client.get(reverse(f"intake:rights_{name}", args=[route.id])).status_code == 404


@pytest.mark.parametrize("many", [1, 6])
def test_the_list_asks_no_more_for_more_routes(cast, sign_in, django_assert_max_num_queries, many):
    with acting_as(cast.worker):
        for _ in range(many):
            start(case_of(receive(cast.worker)), cast.worker)
    client = sign_in(cast.worker)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("intake:rights"))
    assert page.content.decode().count("山形 ハル") == many


def test_a_route_is_begun_and_read_on_screen(cast, sign_in, case):
    with acting_as(cast.worker):
        person = subject_of(case.id)
    answer = sign_in(cast.worker).post(
        reverse("intake:rights_new", args=[case.id]),
        {"person": person.id, "kind": "consumer", "reason": "屋根の修理", "relatives": "unknown", "on": "今日", "kinds": ["16"]},
        follow=True,
    )  # fmt: skip
    assert "消費生活センターに相談する" in answer.content.decode()


@pytest.mark.parametrize("name", ["change", "branch", "report", "finish"])
def test_every_form_of_a_route_opens(cast, sign_in, case, name):
    with acting_as(cast.worker):
        route = start(case, cast.worker, "family_petition")
    assert sign_in(cast.worker).get(reverse(f"intake:rights_{name}", args=[route.id])).status_code == 200

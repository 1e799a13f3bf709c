"""Issues, goals and lines of a plan that name each other, and the role table (R-COOR-04)."""

from __future__ import annotations

from datetime import date

import pytest

from kasane.base.obstacles import Forbidden
from kasane.coordination import actions, rules
from kasane.coordination.api import role_rows
from kasane.coordination.lines import GoalLine, ItemLine
from kasane.coordination.linking import issue_words, linked
from kasane.coordination.models import Plan, PlanGoal, PlanItem
from kasane.coordination.queries import plan_in_full
from kasane.coordination.roles import is_overdue
from kasane.coordination.tests.conftest import DAY
from kasane.coordination.tests.test_views import plan_post, seen, text_of, url
from kasane.disclosure.viewer import acting_as


def with_issues(path):
    """The son's isolation and the mother's illness are named in 2-3."""
    mother, son = path.people
    with acting_as(path.cast.coordinator):
        actions.save_issues(
            path.case, {mother.id: ["illness"], son.id: ["isolation"]}, by=path.cast.coordinator, on=DAY
        )
        return issue_words(path.case.id)


@pytest.mark.parametrize(
    ("typed", "ids", "words"),
    [
        ("", 0, ""),
        ("1", 1, ""),
        ("1、2", 2, ""),
        ("本人: 病気", 1, ""),
        ("1、近所とのつきあい", 1, "近所とのつきあい"),
        ("9", 0, "9"),
    ],
)
def test_issues_are_named_by_number_or_in_words(assessed, typed, ids, words):
    known = with_issues(assessed)
    found, left = linked(typed, known)
    assert (len(found), left) == (ids, words)


@pytest.mark.parametrize(
    ("goals", "line", "wanted"),
    [
        (2, (2, None, None), []),
        (2, (0, None, None), []),
        (2, (3, None, None), ["no_such_goal"]),
        (0, (1, None, None), ["no_such_goal"]),
        (2, (-1, None, None), ["no_such_goal"]),
        (1, (1, date(2025, 6, 1), date(2025, 6, 1)), []),
        (1, (1, date(2025, 6, 2), date(2025, 6, 1)), ["item_ends_before_start"]),
    ],
)
def test_a_line_names_a_goal_that_is_there_and_ends_after_it_begins(goals, line, wanted):
    assert [one.code for one in rules.lines_obstacles(goals, [line])] == wanted


class TestSaving:
    def line(self, path, **values):
        agency = path.cast.participation.agency
        return ItemLine("居場所に通う", agency, **({"staff": path.cast.participation.user.name} | values))

    def test_goal_issue_person_and_days_are_kept(self, assessed, cast):
        known = with_issues(assessed)
        goal = GoalLine("月に1回外に出る", issue_ids=tuple(known)[:1])
        line = self.line(assessed, service="participation", goal=1, until_on=date(2025, 8, 31))
        assessed.make(goals=[goal], items=[line])
        (item,), (saved,) = seen(cast.coordinator, PlanItem), seen(cast.coordinator, PlanGoal)
        assert (item.goal_id, item.until_on) == (saved.id, date(2025, 8, 31))
        assert item.user_id == cast.participation.user.id
        assert saved.issue_ids == list(known)[:1]

    def test_a_name_nobody_has_stays_a_name(self, assessed, cast):
        assessed.make(items=[self.line(assessed, service="participation", staff="どこかの人")])
        (item,) = seen(cast.coordinator, PlanItem)
        assert (item.user_id, item.staff) == (None, "どこかの人")

    def test_a_goal_that_is_not_there_saves_nothing(self, assessed, cast):
        with pytest.raises(Forbidden):
            assessed.make(items=[self.line(assessed, goal=3)])
        assert seen(cast.coordinator, Plan) == []

    def test_a_new_version_carries_it_all_over(self, final, cast):
        path, plan = final
        with acting_as(cast.coordinator):
            PlanItem.objects.filter(plan=plan, order=1).update(
                goal=PlanGoal.objects.get(plan=plan, order=2), until_on=date(2025, 8, 1)
            )
            new = actions.replan(plan, by=cast.coordinator, on=DAY)
            item = PlanItem.objects.select_related("goal").get(plan=new, order=1)
        assert (item.goal.plan_id, item.goal.order, item.until_on) == (new.id, 2, date(2025, 8, 1))

    def test_the_form_takes_numbers(self, assessed, cast, sign_in):
        known = with_issues(assessed)
        changes = {
            "goals-0-issue": "2、役割がない",
            "items-0-goal": "1",
            "items-0-from_on": "R7.6.1",
            "items-0-until_on": "R7.8.31",
        }
        client = sign_in(cast.coordinator)
        assert (
            client.post(url("plan_new", assessed.case.id), plan_post(assessed, **changes)).status_code == 302
        )
        (plan,) = seen(cast.coordinator, Plan)
        (goal,) = seen(cast.coordinator, PlanGoal)
        assert (goal.issue_ids, goal.issue) == ([list(known)[1]], "役割がない")
        page = text_of(client.get(url("plan", plan.id)))
        assert "こたえる課題: 長男: 社会的孤立" in page and "短期目標1: 月に1回外に出る" in page
        assert "役割分担表" in page
        form = client.get(url("plan_edit", plan.id)).context
        assert form["items"].forms[0]["goal"].value() == 1
        assert "役割がない" in form["goals"].forms[0]["issue"].value()

    def test_the_number_of_a_row_that_goes_is_told(self, assessed, cast, sign_in):
        changes = {
            "goals-0-DELETE": "on",
            "goals-1-text": "電話に出る",
            "items-0-goal": "1",
            "items-1-goal": "2",
        }
        answer = sign_in(cast.coordinator).post(
            url("plan_new", assessed.case.id), plan_post(assessed, **changes)
        )
        assert answer.status_code == 409
        assert [one.code for one in answer.context["obstacles"]] == ["no_such_goal"]

    def test_an_issue_the_viewer_may_not_see_is_not_named(self, path, cast, sign_in):
        path.apply(kinds=int(1 | 16))
        path.assess()
        mother, _ = path.people
        with acting_as(cast.worker):
            actions.save_issues(path.case, {mother.id: ["illness"]}, by=cast.worker, on=DAY)
            (hidden,) = issue_words(path.case.id)
        plan = path.make(goals=[GoalLine("通院する", issue_ids=(hidden,))])
        client = sign_in(cast.coordinator)
        assert "病気" not in text_of(client.get(url("plan", plan.id)))
        changed = plan_post(path, version="1", **{"goals-0-unseen": str(hidden)})
        assert client.post(url("plan_edit", plan.id), changed).status_code == 302
        assert [goal.issue_ids for goal in seen(cast.coordinator, PlanGoal)] == [[hidden]]


class TestRoleTable:
    def test_by_agency_the_lead_first(self, final, cast):
        path, plan = final
        with acting_as(cast.coordinator):
            rows = role_rows(plan_in_full().get(pk=plan.pk))
        assert [row.agency for row in rows] == [
            cast.disability.agency.name, cast.participation.agency.name,
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("state", "until", "done", "wanted"),
        [
            ("final", date(2025, 5, 31), False, True),
            ("final", date(2025, 6, 1), False, False),
            ("final", None, False, False),
            ("final", date(2025, 5, 31), True, False),
            ("draft", date(2025, 5, 31), False, False),
        ],
    )
    def test_a_line_is_overdue_after_its_last_day(self, state, until, done, wanted):
        plan, item = Plan(state=state), PlanItem(until_on=until)
        assert is_overdue(plan, item, on=date(2025, 6, 1), done=done) is wanted


def test_strangers_get_no_role_table(final, cast, sign_in):
    _, plan = final
    assert sign_in(cast.stranger).get(url("plan", plan.id)).status_code == 404

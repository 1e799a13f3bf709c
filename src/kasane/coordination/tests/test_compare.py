"""What changed between two versions, and who may compare them (R-COOR-07)."""

from __future__ import annotations

import pytest

from kasane.coordination import actions
from kasane.coordination.compare.rules import Change, Entry, PlanText, changes_between, pieces_of
from kasane.coordination.models import Plan, PlanItem
from kasane.coordination.tests.conftest import DAY
from kasane.coordination.tests.test_views import text_of, url
from kasane.disclosure.viewer import acting_as


def version(*items, goals=(), **fields):
    return PlanText("初回", tuple(fields.items()), tuple(Entry(goal) for goal in goals), tuple(items))


def line(support, **values):
    return Entry(support, (("支援内容", support), *values.items()))


def changed(before, after):
    return [(row.title, row.change.value) for row in changes_between(before, after).items]


class TestRules:
    def test_the_same_plan_has_no_changes(self):
        same = version(line("通院に付きそう", 頻度="週1回"), goals=["外に出る"], 長期目標="暮らす")
        assert changes_between(same, same).count == 0

    @pytest.mark.parametrize(
        ("before", "after", "wanted"),
        [
            ([], [line("訪問")], [("訪問", "added")]),
            ([line("訪問")], [], [("訪問", "removed")]),
            ([line("訪問", 頻度="週1回")], [line("訪問", 頻度="月1回")], [("訪問", "changed")]),
            (
                [line("週に一度、自宅を訪問する")],
                [line("週に二度、自宅を訪問する")],
                [("週に二度、自宅を訪問する", "changed")],
            ),
            ([line("自宅を訪問する")], [line("家計簿をつける")], [("家計簿をつける", "added"), ("自宅を訪問する", "removed")]),
            ([line("甲"), line("乙")], [line("乙"), line("甲")], [("乙", "same"), ("甲", "same")]),
            (
                [line("訪問", 頻度="週1回"), line("訪問", 頻度="月1回")],
                [line("訪問", 頻度="月1回")],
                [("訪問", "same"), ("訪問", "removed")],
            ),
        ],
    )  # fmt: skip
    def test_lines_are_paired_and_named(self, before, after, wanted):
        assert changed(version(*before), version(*after)) == wanted

    @pytest.mark.parametrize(
        ("before", "after", "wanted"),
        [("", "a", Change.ADDED), ("a", "", Change.REMOVED), ("a", "b", Change.CHANGED), ("a", "a", Change.SAME)],
    )  # fmt: skip
    def test_fields_say_what_became_of_them(self, before, after, wanted):
        (row,) = changes_between(version(長期目標=before), version(長期目標=after)).fields
        assert row.change == wanted

    def test_the_changed_clause_is_marked(self):
        left, right = pieces_of("父の死後、家にいる。", "父の死後、外に出る。")
        assert [(one.text, one.differs) for one in left] == [("父の死後、", False), ("家にいる。", True)]
        assert [one.text for one in right if one.differs] == ["外に出る。"]


@pytest.fixture
def replanned(final):
    """A second version in which the first line comes weekly."""
    path, plan = final
    coordinator = path.cast.coordinator
    with acting_as(coordinator):
        new = actions.replan(plan, by=coordinator, on=DAY)
        PlanItem.objects.filter(plan=new, order=1).update(frequency="週1回")
        Plan.objects.filter(pk=new.pk).update(long_goal="町で役割をもつ")
    return path, plan, new


class TestPages:
    def test_a_new_version_says_what_changed(self, replanned, cast, sign_in):
        _, _, new = replanned
        page = text_of(sign_in(cast.coordinator).get(url("plan", new.id)))
        assert "前の版から変わったところ" in page
        assert "頻度: (なし) → 週1回" in page and "変更 長期目標" in page

    def test_the_first_version_has_nothing_to_compare(self, final, cast, sign_in):
        _, plan = final
        client = sign_in(cast.coordinator)
        assert "前の版から変わったところ" not in text_of(client.get(url("plan", plan.id)))
        assert "くらべる版がまだありません" in text_of(client.get(url("plan_compare", plan.id)))

    @pytest.mark.parametrize("asked", ["", "old", "new"])
    def test_two_versions_stand_side_by_side(self, replanned, cast, sign_in, asked):
        _, plan, new = replanned
        shown = plan if asked == "new" else new
        other = {"": "", "old": f"?with={plan.id}", "new": f"?with={new.id}"}[asked]
        page = sign_in(cast.coordinator).get(url("plan_compare", shown.id) + other)
        assert [row.word for row in page.context["changes"].items] == ["変更", "同じ"]
        assert page.context["earlier"].id == plan.id

    @pytest.mark.parametrize("asked", ["x", "00000000-0000-0000-0000-000000000000"])
    def test_what_is_no_version_is_not_found(self, replanned, cast, sign_in, asked):
        _, _, new = replanned
        page = sign_in(cast.coordinator).get(url("plan_compare", new.id) + f"?with={asked}")
        assert page.status_code == 404

    def test_strangers_do_not_compare(self, replanned, cast, sign_in):
        _, _, new = replanned
        assert sign_in(cast.stranger).get(url("plan_compare", new.id)).status_code == 404

    def test_queries_stay_few(self, replanned, cast, sign_in, django_assert_max_num_queries):
        _, _, new = replanned
        client = sign_in(cast.coordinator)
        with django_assert_max_num_queries(24):
            client.get(url("plan_compare", new.id))

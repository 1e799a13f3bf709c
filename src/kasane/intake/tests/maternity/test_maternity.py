"""妊産婦等の支援台帳 and サポートプラン: what the desk does, who sees it, what the rules forbid (R-INT-12)."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.urls import reverse
from openpyxl import load_workbook

from kasane.agencies.models import Delivery, Work
from kasane.base.dates import today
from kasane.base.kinds import DataKind
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Task
from kasane.disclosure.viewer import acting_as
from kasane.intake.maternity import actions, rules
from kasane.intake.models import MaternityEntry, MaternityNeed, MaternityTalk, SupportPlan
from kasane.intake.tests.factories import case_of, make_centre, receive, refer, said
from kasane.people.queries import subject_of

DUE = today() + timedelta(weeks=20)


def make_case(by, **values):
    return case_of(receive(by, **values))


@pytest.fixture
def act(cast):
    with acting_as(cast.worker):
        yield cast.worker


def enter(case, by, **values):
    values = {"due_on": DUE, "notified_on": today(), "notified_weeks": 20, "need": "usual", **values}
    return actions.enter(
        case, by=by, person=subject_of(case.id), on=today(), need_reason="届出のときの話から", **values
    )


def waiting(case):
    return {
        task.what.split("(")[1].split(")")[0] for task in Task.objects.filter(case=case, done_on__isnull=True)
    }


def test_the_talks_are_due_by_the_day_of_birth_expected():
    found = rules.expected_talks(due_on=date(2025, 10, 8), notified_on=date(2025, 3, 1), born_on=None)
    assert found == {
        "notice": date(2025, 3, 1),
        "eight_months": date(2025, 7, 16),
        "after_birth": date(2025, 11, 5),
    }


def test_the_eighth_month_begins_with_week_twenty_eight():
    due = date(2025, 10, 8)
    assert (
        rules.weeks_on(due, rules.expected_talks(due_on=due, notified_on=None, born_on=None)["eight_months"])
        == 28
    )


def test_an_entry_puts_its_talks_onto_the_home_page(act):
    case = make_case(act)
    enter(case, act)
    assert waiting(case) == {"妊娠届出のとき", "妊娠8か月のころ", "出産のあと"}


def test_a_talk_that_was_held_waits_no_longer(act):
    case = make_case(act)
    entry = enter(case, act)
    actions.talk(entry, by=act, stage="notice", on=today(), note="つわりが強い。母が手伝う。")
    assert waiting(case) == {"妊娠8か月のころ", "出産のあと"}


def test_a_talk_of_a_stage_is_held_once(act):
    entry = enter(make_case(act), act)
    actions.talk(entry, by=act, stage="notice", on=today(), note="話した")
    with pytest.raises(Forbidden) as refused:
        actions.talk(entry, by=act, stage="notice", on=today(), note="話した")
    assert refused.value.codes == ["held"]


def test_between_the_stages_one_may_talk_as_often_as_wanted(act):
    entry = enter(make_case(act), act)
    for _ in range(2):
        actions.talk(entry, by=act, stage="other", on=today(), note="電話で話した")
    assert entry.talks.filter(stage="other").count() == 2


def test_after_the_birth_only_the_talk_after_it_waits(act):
    case = make_case(act)
    entry = enter(case, act, due_on=today() + timedelta(weeks=1), notified_weeks=39)
    actions.birth(entry, by=act, born_on=today(), birth_note="39週、女児", postpartum_note="")
    talk = MaternityTalk.objects.get(entry=entry, stage="after_birth")
    assert (waiting(case), talk.expected_on) == ({"出産のあと"}, today() + rules.AFTER_BIRTH)


def test_another_expected_day_moves_the_talks(act):
    entry = enter(make_case(act), act)
    later = DUE + timedelta(weeks=1)
    kept = {
        "notified_on": today(),
        "notified_weeks": 19,
        "parity": "first",
        "situations": [],
        "situation_note": "",
    }
    actions.change(entry, by=act, version=entry.version, due_on=later, **kept)
    assert entry.talks.get(stage="eight_months").expected_on == later - rules.EIGHTH_MONTH


def test_what_the_desk_thought_before_stays(act):
    entry = enter(make_case(act), act)
    actions.weigh(entry, by=act, on=today(), need="intensive", reason="眠れず、涙が出る")
    entry.refresh_from_db()
    assert entry.need == "intensive"
    assert [one.need for one in MaternityNeed.objects.filter(entry=entry)] == ["intensive", "usual"]


def test_a_new_view_is_not_older_than_the_last(act):
    entry = enter(make_case(act), act)
    with pytest.raises(Forbidden) as refused:
        actions.weigh(entry, by=act, on=today() - timedelta(days=3), need="continued", reason="前の話")
    assert refused.value.codes == ["wrong_order"]


def test_one_pregnancy_stands_in_the_ledger_once(act):
    case = make_case(act)
    enter(case, act)
    with pytest.raises(Forbidden) as refused:
        enter(case, act)
    assert refused.value.codes == ["already_in"]


def test_weeks_that_do_not_fit_the_expected_day_are_refused(act):
    with pytest.raises(Forbidden) as refused:
        enter(make_case(act), act, notified_weeks=8)
    assert refused.value.codes == ["weeks_differ"]


def make_desk(agency):
    delivery = Delivery.objects.create(
        key="boshi", works=[Work.CONSULTATION.value], fields=["child"], program="user_support_maternal",
        name="利用者支援事業(母子保健型)", modes=["direct"],
    )  # fmt: skip
    delivery.agencies.add(agency)


def test_where_the_town_has_a_desk_only_it_keeps_the_ledger(cast, act):
    make_desk(cast.stranger.agency)
    with pytest.raises(Forbidden) as refused:
        enter(make_case(act), act)
    assert refused.value.codes == ["not_the_desk"]
    assert cast.stranger.agency.name in refused.value.obstacles[0].sentence


def test_the_desk_itself_enters(cast):
    make_desk(cast.stranger.agency)
    with acting_as(cast.stranger):
        assert enter(make_case(cast.stranger), cast.stranger).agency == cast.stranger.agency


def plan(entry, by, **values):
    values = {
        "made_on": today(), "wishes": "母乳で育てたい", "issues": "夜がこわい", "goals": "眠れる夜を作る",
        "with_person": True, "without_reason": "", "review_on": today() + timedelta(days=30),
        "items": [{"what": "産後ケアを使う", "who": "助産師", "when": "退院後"}], **values,
    }  # fmt: skip
    return actions.make_plan(entry, by=by, **values)


def test_a_second_plan_is_a_new_version_and_leaves_the_first(act):
    case = make_case(act)
    entry = enter(case, act)
    first, second = plan(entry, act), plan(entry, act, goals="週に一度は外に出る")
    first.refresh_from_db()
    assert (first.number, first.goals, second.number) == (1, "眠れる夜を作る", 2)
    assert Task.objects.filter(case=case, source="support_plan", done_on__isnull=True).count() == 1


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"with_person": False}, "made_alone"),
        ({"items": []}, "no_items"),
        ({"review_on": today()}, "review_before"),
    ],
)
def test_a_plan_that_lacks_something_is_refused(act, values, code):
    with pytest.raises(Forbidden) as refused:
        plan(enter(make_case(act), act), act, **values)
    assert refused.value.codes == [code]
    assert not SupportPlan.objects.exists()


def test_the_copy_is_handed_once(act):
    made = plan(enter(make_case(act), act), act)
    assert actions.hand_copy(made, by=act, on=today()).handed_on == today()
    with pytest.raises(Forbidden) as refused:
        actions.hand_copy(made, by=act, on=today())
    assert refused.value.codes == ["handed"]


def test_nobody_drops_out_of_the_ledger_without_a_word(act):
    case = make_case(act)
    entry = enter(case, act)
    with pytest.raises(Forbidden) as refused:
        actions.end(entry, by=act, on=today(), ended_as="moved", note="")
    assert refused.value.codes == ["no_note"]
    actions.end(entry, by=act, on=today(), ended_as="moved", note="転出先の保健師に電話した")
    assert not Task.objects.filter(case=case, source="maternity_talk", done_on__isnull=True).exists()


def test_late_notice_is_pointed_out():
    assert rules.concerns([], notified_weeks=24) == ["妊娠24週の届出です。"]
    assert rules.concerns(["young", "mind"], notified_weeks=9) != []
    assert rules.concerns(["siblings"], notified_weeks=9) == []


def test_a_stranger_sees_nothing_of_the_ledger(cast):
    with acting_as(cast.worker):
        plan(enter(make_case(cast.worker), cast.worker), cast.worker)
    with acting_as(cast.stranger):
        counts = [
            model.objects.count() for model in (MaternityEntry, MaternityNeed, MaternityTalk, SupportPlan)
        ]
    assert counts == [0, 0, 0, 0]


@pytest.mark.parametrize(("health", "seen"), [(0, 0), (int(DataKind.HEALTH), 1)])
def test_who_was_not_let_know_of_health_does_not_see_the_entry(cast, health, seen):
    make_centre(cast.coordinator.agency)
    kinds = int(DataKind.BASIC | DataKind.LIFE) | health
    with acting_as(cast.worker):
        case = make_case(cast.worker, consent=said(kinds=kinds))
        enter(case, cast.worker)
        refer(case, by=cast.worker, to=cast.coordinator.agency, kinds=int(DataKind.BASIC))
    with acting_as(cast.coordinator):
        assert MaternityEntry.objects.filter(case=case).count() == seen


@pytest.mark.parametrize("many", [1, 7])
def test_the_ledger_asks_no_more_for_more_people(cast, sign_in, django_assert_max_num_queries, many):
    with acting_as(cast.worker):
        for at in range(many):
            enter(make_case(cast.worker), cast.worker, due_on=DUE + timedelta(days=at))
    client = sign_in(cast.worker)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("intake:maternity"))
    assert page.content.decode().count("山形 ハル") == many


def test_the_ledger_is_narrowed_by_need_and_sorted_by_due_day(cast, sign_in):
    with acting_as(cast.worker):
        enter(make_case(cast.worker), cast.worker, need="intensive")
        enter(make_case(cast.worker), cast.worker, due_on=DUE - timedelta(weeks=2), notified_weeks=22)
    client = sign_in(cast.worker)
    every = client.get(reverse("intake:maternity")).context["page"].rows
    assert [row.due_on for row in every] == [DUE - timedelta(weeks=2), DUE]
    only = client.get(reverse("intake:maternity") + "?need=intensive").context["page"].rows
    assert [row.need for row in only] == ["intensive"]


def test_the_ledger_as_a_file_is_logged_in_each_case(cast, sign_in):
    with acting_as(cast.worker):
        case = make_case(cast.worker)
        enter(case, cast.worker, situation_note="=1+1")
    answer = sign_in(cast.worker).get(reverse("intake:maternity_export"))
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet["B3"].value == "山形 ハル"
    assert sheet["I3"].data_type == "s"
    with acting_as(cast.worker), connection.cursor() as cursor:
        cursor.execute("SELECT act, subject FROM disclosure_readings_of(%s, 1)", [case.id])
        assert cursor.fetchone() == ("export", "妊産婦等の支援台帳(Excel)")


@pytest.mark.parametrize("name", ["maternity_entry", "maternity_change", "maternity_need", "maternity_talk", "maternity_birth", "support_plan_new", "maternity_end"])  # fmt: skip
def test_every_page_of_an_entry_opens_for_the_desk_and_not_for_a_stranger(cast, sign_in, name):
    with acting_as(cast.worker):
        entry = enter(make_case(cast.worker), cast.worker)
        plan(entry, cast.worker)
    address = reverse(f"intake:{name}", args=[entry.id])
    assert sign_in(cast.worker).get(address).status_code == 200
    assert sign_in(cast.stranger).get(address).status_code == 404


def test_a_plan_is_written_on_screen(cast, sign_in):
    with acting_as(cast.worker):
        entry = enter(make_case(cast.worker), cast.worker)
    answer = sign_in(cast.worker).post(
        reverse("intake:support_plan_new", args=[entry.id]),
        {
            "wishes": "母乳で", "issues": "夜がこわい", "goals": "眠る", "with_person": "on", "made_on": "今日",
            "review_on": (today() + timedelta(days=30)).isoformat(), "items-TOTAL_FORMS": "1",
            "items-INITIAL_FORMS": "0", "items-0-what": "産後ケア", "items-0-who": "助産師", "items-0-when": "退院後",
        },
        follow=True,
    )  # fmt: skip
    assert "第1版" in answer.content.decode()
    assert "産後ケア" in answer.content.decode()

"""住居確保給付金の転居費用補助: its own conditions, papers and course (R-SELF-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.urls import reverse

from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Task
from kasane.disclosure.viewer import acting_as
from kasane.intake.housing import actions, moving, rules
from kasane.intake.models import HousingBenefit, HousingSubsidy
from kasane.intake.registers.queries import kept_of
from kasane.intake.tests.factories import case_of, receive
from kasane.people.queries import subject_of
from kasane.profiles.model import HousingStandard

STANDARD = HousingStandard(2, 100_000, 40_000, 500_000, date(2020, 4, 1), "町の基準表(例)", 120_000)
ASKED: dict[str, Any] = {
    "ground": "member_died", "lost_on": today() - timedelta(days=90), "household_size": 2, "rent": 45_000,
    "income": 80_000, "savings": 120_000, "was_earner": True, "other_aid": False, "counsel": "needed",
    "counselled_on": today() - timedelta(days=5), "counselled_by": "社協", "moving_to": "美咲町原田2",
    "leaves_town": False, "new_rent": 30_000, "moving_cost": 110_000, "papers": list(actions.MOVING_PAPERS), "note": "",
}  # fmt: skip
MOVE = moving.Move("needed", today(), "美咲町原田2", False, 30_000, 110_000)
FACTS = rules.Facts(
    "member_died", date(2025, 4, 20), today(), 2, 45_000, 80_000, 120_000, True, False, (), ()
)


def tone(label, *, move=MOVE, standard=STANDARD, **values):
    found = moving.checks(replace(FACTS, lost_on=today() - timedelta(days=90), **values), move, standard)
    return next(one.tone for one in found if one.label == label)


@pytest.fixture
def act(cast):
    with acting_as(cast.worker):
        yield cast.worker


def apply(by, case=None, **values):
    case = case or case_of(receive(by))
    return actions.receive(
        case, by=by, person=subject_of(case.id), received_on=today(), subsidy=HousingSubsidy.MOVING,
        **{**ASKED, **values},
    )  # fmt: skip


def sent(by, **values):
    return actions.send(apply(by, **values), by=by, on=today(), sent_to="岡山県の福祉事務所")


def granted(by):
    return actions.decide_move(sent(by), by=by, granted=True, decided_on=today(), amount=110_000)


def refused(act, *args, **values):
    with pytest.raises(Forbidden) as found:
        act(*args, **values)
    return found.value.codes


def test_within_all_conditions_the_first_look_is_good():
    labels = ("収入の減少", "収入", "預貯金", "家計改善支援", "家賃の変わり方", "転居費用", "ほかの給付")
    assert {tone(label) for label in labels} == {"ok"}


@pytest.mark.parametrize(
    ("lost_on", "last"),
    [
        (date(2025, 4, 1), date(2027, 4, 30)),
        (date(2025, 4, 30), date(2027, 4, 30)),
        (date(2024, 2, 29), date(2026, 2, 28)),
    ],
)
def test_two_years_are_counted_by_months(lost_on, last):
    assert moving.last_month(lost_on) == last


def test_the_look_says_when_the_two_years_are_over():
    last = moving.last_month(FACTS.lost_on)
    for day, expected in ((last, "ok"), (last + timedelta(days=1), "over")):
        assert moving.checks(replace(FACTS, received_on=day), MOVE, STANDARD)[0].tone == expected


@pytest.mark.parametrize(
    ("counsel", "expected"),
    [("needed", "ok"), ("running", "unknown"), ("", "unknown"), ("not_needed", "over")],
)
def test_the_look_asks_for_the_judgement_of_the_household_s_counsel(counsel, expected):
    assert tone("家計改善支援", move=replace(MOVE, counsel=counsel)) == expected


@pytest.mark.parametrize(
    ("cost", "leaves_town", "cap", "expected"),
    [
        (120_000, False, 120_000, "ok"),
        (120_001, False, 120_000, "over"),
        (1, True, 120_000, "unknown"),
        (1, False, None, "unknown"),
        (None, False, 120_000, "unknown"),
    ],
)
def test_the_cap_is_the_town_s_and_for_other_towns_unknown(cost, leaves_town, cap, expected):
    standard = replace(STANDARD, moving_cap=cap)
    assert (
        tone("転居費用", move=replace(MOVE, cost=cost, leaves_town=leaves_town), standard=standard)
        == expected
    )


@pytest.mark.parametrize(("new_rent", "expected"), [(44_999, "ok"), (45_000, "over"), (None, "unknown")])
def test_a_rent_that_does_not_fall_is_looked_at(new_rent, expected):
    assert tone("家賃の変わり方", move=replace(MOVE, new_rent=new_rent)) == expected


def test_the_death_of_a_member_is_a_ground_of_moving_alone(act):
    assert apply(act).ground == "member_died"
    case = case_of(receive(act))
    codes = refused(
        actions.receive, case, by=act, person=subject_of(case.id), received_on=today(),
        ground="member_died", household_size=1, rent=1,
    )  # fmt: skip
    assert codes == ["other_ground"]


def test_both_kinds_may_run_side_by_side_but_each_once(act):
    case = case_of(receive(act))
    apply(act, case)
    values = {"ground": "left_work", "household_size": 2, "rent": 45_000}
    actions.receive(case, by=act, person=subject_of(case.id), received_on=today(), **values)
    assert refused(apply, act, case) == ["already_open"]


def test_nothing_is_sent_before_the_move_was_judged_to_be_needed(act):
    row = apply(act, counsel="running", counselled_on=None)
    assert refused(actions.send, row, by=act, on=today(), sent_to="県") == ["move_not_judged"]
    row.refresh_from_db()
    assert row.state == "received"


def test_what_is_missing_is_named(act):
    row = apply(act, papers=["application"], moving_to=" ", moving_cost=None, income=None)
    with pytest.raises(Forbidden) as found:
        actions.send(row, by=act, on=today(), sent_to="県")
    assert found.value.codes == ["papers_missing", "figures_missing", "no_destination", "no_cost"]
    assert "転居費用の見積書" in found.value.obstacles[0].sentence
    assert "求職申込み" not in found.value.obstacles[0].sentence


def test_the_judgement_has_its_day(act):
    assert refused(apply, act, counselled_on=None) == ["no_day_of_counsel"]
    with pytest.raises(IntegrityError):
        HousingBenefit.objects.filter(pk=apply(act).pk).update(counselled_on=None)


def test_what_is_learned_later_is_written_in(act):
    row = apply(act, counsel="", counselled_on=None, moving_cost=None)
    changed = actions.change(row, by=act, version=row.version, **ASKED)
    assert actions.send(changed, by=act, on=today(), sent_to="県").state == "sent"


def test_a_grant_is_an_amount_paid_once_and_a_day_to_ask_about_the_move(act):
    row = granted(act)
    assert (row.state_label, row.moving_amount, row.terms.count()) == ("支給が決まった", 110_000, 0)
    [task] = Task.objects.filter(case=row.case, done_on__isnull=True, source="housing_benefit")
    assert "転居費用" in task.what and task.due_on == today() + timedelta(days=30)


@pytest.mark.parametrize(
    ("values", "code"), [({"granted": True}, "no_amount"), ({"granted": False}, "no_reason")]
)
def test_a_decision_says_what_it_has_to(act, values, code):
    assert refused(actions.decide_move, sent(act), by=act, decided_on=today(), **values) == [code]


def test_each_kind_is_decided_in_its_own_way(act):
    codes = refused(actions.decide, sent(act), by=act, granted=True, decided_on=today(), starts_on=today())
    assert codes == ["other_subsidy"]
    rent = actions.receive(
        case := case_of(receive(act)), by=act, person=subject_of(case.id), received_on=today(),
        ground="left_work", household_size=1, rent=1,
    )  # fmt: skip
    assert "other_subsidy" in refused(
        actions.decide_move, rent, by=act, granted=True, decided_on=today(), amount=1
    )


def test_it_has_no_time_to_extend_or_to_interrupt(act):
    row = granted(act)
    assert "other_subsidy" in refused(actions.extend, row, by=act, decided_on=today(), note="まだ")
    assert "other_subsidy" in refused(actions.pause, row, by=act, on=today(), reason="入院")


def test_it_ends_with_the_move(act):
    row = granted(act)
    assert refused(actions.end, row, by=act, on=today(), ended_as="work", note="") == ["other_end"]
    ended = actions.end(row, by=act, on=today(), ended_as="moved", note="原田に移った")
    assert (ended.state, Task.objects.filter(case=row.case, done_on__isnull=True, source="housing_benefit").exists()) == ("ended", False)  # fmt: skip


def test_the_case_page_and_the_list_tell_the_kinds_apart(cast, sign_in):
    with acting_as(cast.worker):
        row = granted(cast.worker)
        [line] = kept_of(row.case_id).lines
    assert (line.title, line.state) == ("住居確保給付金(転居費用)", "支給が決まった")
    words = sign_in(cast.worker).get(reverse("intake:housing")).content.decode()
    assert "転居費用補助" in words and "110,000円" in words


@pytest.mark.parametrize("name", ["benefit", "change", "send", "decide", "talk", "end", "withdraw", "extend"])
def test_every_page_opens_for_the_desk_and_not_for_a_stranger(cast, sign_in, name):
    with acting_as(cast.worker):
        row = granted(cast.worker)
    address = reverse(f"intake:housing_{name}", args=[row.id])
    assert sign_in(cast.worker).get(address).status_code == 200
    assert sign_in(cast.stranger).get(address).status_code == 404


def test_an_application_is_typed_on_its_own_page(cast, sign_in):
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
        person = subject_of(case.id)
    address = reverse("intake:housing_new_moving", args=[case.id])
    client = sign_in(cast.worker)
    page = client.get(address).content.decode()
    assert "世帯の人が亡くなった" in page and "敷金、前家賃" in page and "求職活動等" not in page
    typed = {"person": person.id, "received_on": "今日", "ground": "member_died", "household_size": "2",
             "rent": "45,000円", "moving_cost": "98,000"}  # fmt: skip
    assert client.post(address, typed).status_code == 302
    with acting_as(cast.worker):
        row = HousingBenefit.objects.get()
    assert (row.subsidy, row.rent, row.moving_cost) == ("moving", 45_000, 98_000)


def test_a_stranger_sees_nothing_of_it(cast):
    with acting_as(cast.worker):
        granted(cast.worker)
    with acting_as(cast.stranger):
        assert HousingBenefit.objects.count() == 0

"""住居確保給付金: from the application to the end, and what the rules forbid (R-SELF-01)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from kasane.agencies.models import Delivery, Municipality, Work
from kasane.base.dates import add_months, today
from kasane.base.kinds import DataKind
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Task
from kasane.disclosure.viewer import acting_as
from kasane.intake.housing import actions, rules
from kasane.intake.housing.queries import authority
from kasane.intake.models import HousingBenefit, HousingTalk, HousingTerm
from kasane.intake.tests.factories import case_of, make_centre, receive, refer, said
from kasane.people.queries import subject_of
from kasane.profiles.model import HousingStandard

STANDARD = HousingStandard(2, 100_000, 40_000, 500_000, date(2020, 4, 1), "町の基準表(例)")
ASKED: dict[str, Any] = {
    "ground": "left_work", "lost_on": today() - timedelta(days=90), "household_size": 2, "rent": 45_000,
    "income": 80_000, "savings": 120_000, "was_earner": True, "other_aid": False,
    "seeking": ["employment_office"], "papers": list(actions.PAPERS), "note": "",
}  # fmt: skip


def facts(**values):
    kept = {name: value for name, value in ASKED.items() if name != "note"}
    return rules.Facts(**{**kept, "received_on": today(), **values})


def make_case(by, **values):
    return case_of(receive(by, **values))


@pytest.fixture
def act(cast):
    with acting_as(cast.worker):
        yield cast.worker


def apply(case, by, **values):
    return actions.receive(
        case, by=by, person=subject_of(case.id), received_on=today(), **{**ASKED, **values}
    )


def sent(by, **values):
    return actions.send(apply(make_case(by), by, **values), by=by, on=today(), sent_to="岡山県の福祉事務所")


def granted(by, **values):
    return actions.decide(sent(by), by=by, granted=True, decided_on=today(), starts_on=today(), **values)


def waiting(row):
    return set(Task.objects.filter(case=row.case, done_on__isnull=True).values_list("source", "due_on"))


def tones(found):
    return {one.label: one.tone for one in found}


def test_within_the_town_s_amounts_the_first_look_is_good():
    found = tones(rules.checks(facts(), STANDARD))
    assert (found["収入"], found["預貯金"], found["離職・減収"]) == ("ok", "ok", "ok")


def test_the_rent_counts_up_to_its_cap():
    assert rules.income_limit(STANDARD, 45_000) == 140_000
    assert tones(rules.checks(facts(income=140_001), STANDARD))["収入"] == "over"


def test_without_registered_amounts_the_look_says_so():
    found = {one.label: one for one in rules.checks(facts(), None)}
    assert found["収入"].tone == found["預貯金"].tone == "unknown"
    assert "市町村の基準額が未登録です" in found["収入"].words


def test_the_amounts_of_the_day_and_the_household_are_taken():
    newer = HousingStandard(2, 110_000, 40_000, 500_000, date(2026, 4, 1), "新しい表")
    other = HousingStandard(3, 1, 1, 1, date(2020, 4, 1), "三人")
    known = [STANDARD, newer, other]
    assert rules.standard_for(known, size=2, on=date(2026, 3, 31)) is STANDARD
    assert rules.standard_for(known, size=2, on=date(2026, 4, 1)) is newer
    assert rules.standard_for(known, size=4, on=date(2026, 4, 1)) is None


def test_two_years_after_the_work_was_left_the_look_says_so():
    limit = add_months(today(), -24)
    assert tones(rules.checks(facts(lost_on=limit), STANDARD))["離職・減収"] == "ok"
    assert tones(rules.checks(facts(lost_on=limit - timedelta(days=1)), STANDARD))["離職・減収"] == "over"


@pytest.mark.parametrize(
    ("start", "last"),
    [(date(2025, 4, 1), date(2025, 6, 30)), (date(2025, 11, 30), date(2026, 2, 28))],
)
def test_a_term_is_three_months(start, last):
    assert rules.last_day(start) == last


def test_an_application_puts_the_papers_onto_the_home_page(act):
    row = apply(make_case(act), act)
    assert waiting(row) == {("housing_benefit", today() + timedelta(days=actions.SEND_DAYS))}


def test_a_household_has_one_open_application(act):
    case = make_case(act)
    apply(case, act)
    with pytest.raises(Forbidden) as refused:
        apply(case, act)
    assert refused.value.codes == ["already_open"]


def test_what_is_missing_is_named_and_nothing_is_sent(act):
    row = apply(make_case(act), act, papers=["application"], income=None)
    with pytest.raises(Forbidden) as refused:
        actions.send(row, by=act, on=today(), sent_to="県")
    assert refused.value.codes == ["papers_missing", "figures_missing"]
    assert "賃貸借契約書の写し" in refused.value.obstacles[0].sentence
    row.refresh_from_db()
    assert row.state == "received"


def test_papers_that_come_later_are_ticked(act):
    row = apply(make_case(act), act, papers=[])
    changed = actions.change(row, by=act, version=row.version, **ASKED)
    assert actions.send(changed, by=act, on=today(), sent_to="県").state == "sent"


def test_nothing_is_corrected_after_sending(act):
    row = sent(act)
    with pytest.raises(Forbidden) as refused:
        actions.change(row, by=act, version=row.version, **ASKED)
    assert refused.value.codes == ["other_state"]


def test_where_the_town_has_no_welfare_office_the_prefecture_decides(cast):
    Municipality.objects.update(prefecture="岡山県", has_welfare_office=False)
    assert authority() == "岡山県の福祉事務所"
    Municipality.objects.update(has_welfare_office=True)
    assert authority() == "美咲町福祉事務所"


def test_a_grant_gives_three_months_a_talk_and_a_look_before_the_end(act):
    row = granted(act)
    term = HousingTerm.objects.get(benefit=row)
    assert term.ends_on == rules.last_day(today())
    assert waiting(row) == {
        ("housing_benefit", today() + timedelta(days=30)),
        ("housing_term", term.ends_on - timedelta(days=30)),
    }


def test_a_refusal_has_its_reason_and_ends_it(act):
    row = sent(act)
    with pytest.raises(Forbidden) as refused:
        actions.decide(row, by=act, granted=False, decided_on=today())
    assert refused.value.codes == ["no_reason"]
    done = actions.decide(row, by=act, granted=False, decided_on=today(), note="預貯金が上限をこえる")
    assert (done.state, waiting(done)) == ("refused", set())


def test_nothing_is_decided_before_it_was_sent(act):
    row = apply(make_case(act), act)
    with pytest.raises(Forbidden) as refused:
        actions.decide(row, by=act, granted=True, decided_on=today(), starts_on=today())
    assert refused.value.codes == ["other_state"]


def test_it_goes_on_twice_and_not_a_third_time(act):
    row = granted(act)
    for _ in range(2):
        term = actions.extend(row, by=act, decided_on=today(), note="月に二度応募している")
    assert (term.number, term.label) == (3, "延長 2回目")
    assert [one.starts_on for one in row.terms.all()][1:] == [
        one.ends_on + timedelta(days=1) for one in row.terms.all()
    ][:-1]
    with pytest.raises(Forbidden) as refused:
        actions.extend(row, by=act, decided_on=today(), note="まだ決まらない")
    assert refused.value.codes == ["no_more"]


def test_a_talk_sets_the_next_one(act):
    row = granted(act)
    actions.talk(row, by=act, on=today(), result="active", note="", next_on=today() + timedelta(days=14))
    assert ("housing_benefit", today() + timedelta(days=14)) in waiting(row)


def test_an_interruption_stops_the_clock_until_it_goes_on(act):
    row = actions.pause(granted(act), by=act, on=today(), reason="骨折して入院した")
    assert waiting(row) == {("housing_benefit", today() + timedelta(days=30))}
    later = rules.last_day(today()) + timedelta(days=40)
    row = actions.resume(row, by=act, on=today(), ends_on=later)
    assert (row.state, row.terms.get().ends_on) == ("granted", later)


def test_the_last_day_does_not_come_earlier_by_an_interruption(act):
    row = actions.pause(granted(act), by=act, on=today(), reason="入院")
    with pytest.raises(Forbidden) as refused:
        actions.resume(row, by=act, on=today(), ends_on=today())
    assert refused.value.codes == ["wrong_order"]


def test_after_the_end_nothing_waits(act):
    row = actions.end(granted(act), by=act, on=today(), ended_as="work", note="")
    assert (row.state, waiting(row)) == ("ended", set())


def test_an_end_for_want_of_seeking_is_explained(act):
    with pytest.raises(Forbidden) as refused:
        actions.end(granted(act), by=act, on=today(), ended_as="no_seeking", note="")
    assert refused.value.codes == ["no_note"]


def test_an_application_is_taken_back_before_it_is_decided(act):
    assert actions.withdraw(sent(act), by=act, on=today(), note="親族の家に移る").state == "withdrawn"
    with pytest.raises(Forbidden) as refused:
        actions.withdraw(granted(act), by=act, on=today(), note="やめる")
    assert refused.value.codes == ["other_state"]


def test_where_the_town_has_its_own_desk_only_it_takes_in(cast, act):
    delivery = Delivery.objects.create(
        key="jiritsu", works=[Work.CONSULTATION.value], fields=["hardship"], program="self_reliance",
        name="自立相談支援事業", modes=["entrusted"],
    )  # fmt: skip
    delivery.agencies.add(cast.participation.agency)
    with pytest.raises(Forbidden) as refused:
        apply(make_case(act), act)
    assert refused.value.codes == ["not_the_desk"]


def test_a_stranger_sees_nothing_of_it(cast):
    with acting_as(cast.worker):
        row = granted(cast.worker)
        actions.talk(row, by=cast.worker, on=today(), result="active", note="", next_on=None)
    with acting_as(cast.stranger):
        assert [one.objects.count() for one in (HousingBenefit, HousingTerm, HousingTalk)] == [0, 0, 0]


@pytest.mark.parametrize(("economy", "seen"), [(0, 0), (int(DataKind.ECONOMY), 1)])
def test_who_was_not_let_know_of_money_does_not_see_it(cast, economy, seen):
    make_centre(cast.coordinator.agency)
    with acting_as(cast.worker):
        case = make_case(cast.worker, consent=said(kinds=int(DataKind.BASIC | DataKind.LIFE) | economy))
        apply(case, cast.worker)
        refer(case, by=cast.worker, to=cast.coordinator.agency, kinds=int(DataKind.BASIC))
    with acting_as(cast.coordinator):
        assert HousingBenefit.objects.filter(case=case).count() == seen


@pytest.mark.parametrize("many", [1, 6])
def test_the_list_asks_no_more_for_more_applications(cast, sign_in, django_assert_max_num_queries, many):
    with acting_as(cast.worker):
        for _ in range(many):
            apply(make_case(cast.worker), cast.worker)
    client = sign_in(cast.worker)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("intake:housing"))
    assert page.content.decode().count("山形 ハル") == many


@pytest.mark.parametrize("name", ["benefit", "change", "send", "decide", "talk", "extend", "pause", "resume", "end", "withdraw"])  # fmt: skip
def test_every_page_opens_for_the_desk_and_not_for_a_stranger(cast, sign_in, name):
    with acting_as(cast.worker):
        row = granted(cast.worker)
    address = reverse(f"intake:housing_{name}", args=[row.id])
    assert sign_in(cast.worker).get(address).status_code == 200
    assert sign_in(cast.stranger).get(address).status_code == 404


def test_amounts_are_typed_as_people_type_them(cast, sign_in):
    with acting_as(cast.worker):
        case = make_case(cast.worker)
        person = subject_of(case.id)
    sign_in(cast.worker).post(
        reverse("intake:housing_new", args=[case.id]),
        {"person": person.id, "received_on": "今日", "ground": "left_work", "household_size": "2", "rent": "45,000円", "papers": ["application"]},
    )  # fmt: skip
    with acting_as(cast.worker):
        assert HousingBenefit.objects.get().rent == 45_000

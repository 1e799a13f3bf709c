"""Recording a household: who may, what is written on the course, and what goes to 今日やること (R-PEO-01)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kasane.base.dates import today
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.cases.household import actions
from kasane.cases.models import Case, ClosedAs, Event, Task, TaskKind
from kasane.disclosure import api as disclosure
from kasane.disclosure.viewer import acting_as
from kasane.people.models import Person, PersonState, Tie
from kasane.people.queries import household, household_on, ties_on

LAST_MONTH = today() - timedelta(days=30)


def events(case):
    return [(event.code, event.title) for event in Event.objects.filter(case=case)]


def tasks(case):
    return list(Task.objects.filter(case=case, source=actions.SOURCE, done_on__isnull=True))


def test_somebody_joins_from_a_day_on(home, cast):
    """R-PEO-01."""
    with acting_as(cast.worker):
        actions.join(
            home.case, by=cast.worker, joined_on=LAST_MONTH, family_name="田中", given_name="友子",
            relation="長男の妻",
        )  # fmt: skip
        on = [s.given_name for s in household_on(home.case.id, LAST_MONTH)]
        before = [s.given_name for s in household_on(home.case.id, LAST_MONTH - timedelta(days=1))]
        assert ("person_joined", "長男の妻 友子さんを世帯の人に加えた") in events(home.case)
    assert "友子" in on
    assert "友子" not in before


def test_a_change_leaves_the_days_before_as_they_were(home, cast):
    """R-PEO-01."""
    with acting_as(cast.worker):
        actions.change(
            home.case, home.son, by=cast.worker, version=1, since=LAST_MONTH, reason="work",
            values={"occupation": "清掃の仕事"},
        )  # fmt: skip
        now = {s.given_name: s.occupation for s in household_on(home.case.id, today())}
        before = {s.given_name: s.occupation for s in household_on(home.case.id, date(2025, 6, 1))}
    assert (now["誠"], before["誠"]) == ("清掃の仕事", "無職")


def test_who_leaves_sets_going_who_takes_over(home, cast):
    """R-PEO-01: the daughter's mother keeps her key person; the son's care has to be taken over."""
    with acting_as(cast.worker):
        actions.change(
            home.case, home.son, by=cast.worker, version=1, since=LAST_MONTH, values={"standing": "left"}
        )
        found = tasks(home.case)
        assert [task.what[:24] for task in found if "世話" in task.what]
        assert not [task for task in found if "キーパーソン" in task.what]
        assert ("person_left", "長男 誠さんが世帯を離れた") in events(home.case)
        assert home.son.pk not in [person.pk for person in household(home.case.id)]
        assert {task.agency_id for task in found} == {cast.worker.agency.id}


def test_a_death_is_on_the_course_and_on_the_list_of_things_to_do(home, cast):
    """R-PEO-01, R-DIS-04: what speaks of care is for those who may see care."""
    with acting_as(cast.worker):
        actions.record_death(home.case, home.son, by=cast.worker, version=1, died_on=LAST_MONTH)
        care = [task for task in tasks(home.case) if "介護・世話" in task.what]
        assert len(care) == 1
        assert care[0].kinds & 2
        assert care[0].due_on == today() + timedelta(days=3)
        assert ("person_died", "長男 誠さんが亡くなった") in events(home.case)
        assert Person.objects.get(pk=home.son.pk).died_on == LAST_MONTH
        assert [
            s for s in household_on(home.case.id, LAST_MONTH - timedelta(days=1)) if s.given_name == "誠"
        ][0].is_alive(LAST_MONTH - timedelta(days=1))


def test_the_death_of_the_subject_stops_visits_and_asks_how_to_go_on(home, cast):
    """R-PEO-01, R-DIS-01."""
    with acting_as(cast.worker):
        cases.add_task(
            home.case.id, agency=cast.worker.agency, kind=TaskKind.CONTACT, what="訪問する",
            due_on=today(), since=today(),
        )  # fmt: skip
        found = actions.record_death(home.case, home.mother, by=cast.worker, version=1, died_on=LAST_MONTH)
        assert {one.code for one in found} == {"goes_on", "stop_contact"}
        assert not Task.objects.get(what="訪問する").done_on, "nothing is decided by itself"


def test_a_death_is_recorded_once(home, cast):
    """R-PEO-01."""
    with acting_as(cast.worker):
        actions.record_death(home.case, home.son, by=cast.worker, version=1, died_on=LAST_MONTH)
        before = len(tasks(home.case))
        with pytest.raises(Forbidden) as refused:
            actions.record_death(home.case, home.fresh(home.son), by=cast.worker, version=2, died_on=today())
        assert refused.value.codes == ["already_dead"]
        assert len(tasks(home.case)) == before


def test_a_death_taken_back_takes_back_what_it_set_going(home, cast):
    """R-PEO-01."""
    with acting_as(cast.worker):
        actions.record_death(home.case, home.son, by=cast.worker, version=1, died_on=LAST_MONTH)
        assert tasks(home.case)
        actions.correct(home.case, home.fresh(home.son), by=cast.worker, version=2, values={"died_on": None})
        assert not tasks(home.case)
        assert "person_lives" in dict(events(home.case))
        assert home.son.pk in [person.pk for person in household(home.case.id)]


def test_the_household_moves_out_of_the_town_together(home, cast):
    """R-PEO-01, R-DIS-06: they still live together, at another address; nobody is told the address by the course."""
    going = [(person, 1) for person in (home.mother, home.son, home.grandchild)]
    with acting_as(cast.worker):
        found = actions.record_moving_out(
            home.case, going, by=cast.worker, moved_on=LAST_MONTH, to="岡山県津山市", address="津山市山下1"
        )
        states = {s.given_name: s for s in household_on(home.case.id, today())}
        assert {s.standing for name, s in states.items() if name != "由美"} == {"together"}
        assert states["和子"].address == "津山市山下1"
        assert states["由美"].address == ""
        assert "ask_consent" in {one.code for one in found}
        assert not [e for e in Event.objects.filter(case=home.case) if "山下" in e.title + e.body]
        assert {s.address for s in household_on(home.case.id, date(2025, 6, 1))} == {"大字原田1", ""}


def test_one_member_moves_out_and_lives_apart(home, cast):
    """R-PEO-01."""
    with acting_as(cast.worker):
        found = actions.record_moving_out(
            home.case, [(home.son, 1)], by=cast.worker, moved_on=LAST_MONTH, to="津山市"
        )
        assert home.fresh(home.son).standing == "apart"
        assert home.fresh(home.mother).standing == "together"
        assert {one.code for one in found} == {"take_over_care"}


def test_what_already_waits_is_not_asked_for_again(home, cast):
    """R-PEO-01."""
    with acting_as(cast.worker):
        for since, standing in (
            (LAST_MONTH, "left"),
            (LAST_MONTH + timedelta(days=2), "together"),
            (today(), "left"),
        ):
            actions.change(
                home.case, home.fresh(home.son), by=cast.worker, version=None, since=since,
                values={"standing": standing},
            )  # fmt: skip
        whats = [task.what for task in tasks(home.case)]
    assert len(whats) == len(set(whats))


def test_who_saved_in_between_is_not_overwritten(home, cast):
    """R-OPS-03."""
    with acting_as(cast.worker):
        actions.change(
            home.case, home.son, by=cast.worker, version=1, since=LAST_MONTH, values={"phone": "1"}
        )
        for act in (
            lambda: actions.change(
                home.case, home.son, by=cast.worker, version=1, since=today(), values={"phone": "2"}
            ),
            lambda: actions.correct(home.case, home.son, by=cast.worker, version=1, values={"phone": "2"}),
            lambda: actions.record_death(home.case, home.son, by=cast.worker, version=1, died_on=today()),
            lambda: actions.record_moving_out(
                home.case, [(home.son, 1)], by=cast.worker, moved_on=today(), to="町"
            ),
        ):
            with pytest.raises(StaleEdit):
                act()
        assert home.fresh(home.son).phone == "1"
        assert not tasks(home.case)


def test_a_tie_changed_in_between_is_an_obstacle(home, cast):
    """R-OPS-03."""
    with acting_as(cast.worker):
        tie = Tie.objects.get(case=home.case, kind="care")
        actions.change_tie(home.case, tie, by=cast.worker, since=today(), strength="weak", note="買い物だけ")
        for act in (
            lambda: actions.change_tie(
                home.case, tie, by=cast.worker, since=today(), strength="weak", note=""
            ),
            lambda: actions.end_tie(home.case, tie, by=cast.worker, on=today()),
            lambda: actions.withdraw_tie(home.case, tie, by=cast.worker),
        ):
            with pytest.raises(Forbidden) as refused:
                act()
            assert refused.value.codes == ["tie_changed"]
        assert [t.note for t in ties_on(home.case.id, today()) if t.kind == "care"] == ["買い物だけ"]


def test_the_same_tie_is_not_recorded_twice(home, cast):
    """R-PEO-01."""
    with acting_as(cast.worker):
        with pytest.raises(Forbidden) as refused:
            actions.add_tie(home.case, home.son, by=cast.worker, kind="care", other_person=home.mother)
        assert refused.value.codes == ["tie_stands"]
        actions.add_tie(home.case, home.son, by=cast.worker, kind="care", other_label="近所の犬")
        tie = Tie.objects.get(case=home.case, kind="care", other_person=home.mother)
        actions.end_tie(home.case, tie, by=cast.worker, on=today() - timedelta(days=1))
        actions.add_tie(
            home.case, home.son, by=cast.worker, kind="care", other_person=home.mother, since=today()
        )


ACTS = {
    "join": lambda home, by: actions.join(home.case, by=by, joined_on=None, relation="父"),
    "change": lambda home, by: actions.change(
        home.case, home.son, by=by, version=None, since=today(), values={"phone": "1"}
    ),
    "correct": lambda home, by: actions.correct(
        home.case, home.son, by=by, version=None, values={"phone": "1"}
    ),
    "died": lambda home, by: actions.record_death(home.case, home.son, by=by, version=None, died_on=today()),
    "moved": lambda home, by: actions.record_moving_out(
        home.case, [(home.son, None)], by=by, moved_on=today(), to="津山市"
    ),
    "tie": lambda home, by: actions.add_tie(
        home.case, home.son, by=by, kind="key_person", other_person=home.mother
    ),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_nothing_is_written_in_a_closed_case(home, cast, act):
    """R-COOR-10."""
    with acting_as(cast.worker):
        cases.close(home.case, by=cast.worker, on=today(), closed_as=ClosedAs.INFORMATION)
        home.case = Case.objects.get()
        before = (
            PersonState.objects.count(),
            Tie.objects.count(),
            Event.objects.count(),
            Task.objects.count(),
        )
        with pytest.raises(Forbidden) as refused:
            act(home, cast.worker)
        assert "closed" in refused.value.codes
        assert before == (
            PersonState.objects.count(), Tie.objects.count(), Event.objects.count(), Task.objects.count(),
        )  # fmt: skip


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_who_does_not_work_on_the_case_writes_nothing(home, cast, act):
    """R-DIS-01."""
    with acting_as(cast.stranger):
        with pytest.raises(Forbidden) as refused:
            act(home, cast.stranger)
        assert refused.value.codes == ["reads_only"]


def test_a_tie_of_care_is_not_written_by_who_may_not_know_of_care(home, cast):
    """R-DIS-04: an agency that works with 基本情報 alone."""
    with acting_as(cast.worker):
        disclosure.record_consent(
            home.case.id, by=cast.worker, level="reception", answer="agree", confirmed_on=today()
        )
        disclosure.add_evidence(
            home.case.id,
            [
                disclosure.New(
                    disclosure.EvidenceType.TEAM, cast.participation.agency.id, "業務", "test", kinds=1
                )
            ],
            on=today(),
        )
    with acting_as(cast.participation):
        with pytest.raises(Forbidden) as refused:
            actions.add_tie(home.case, home.son, by=cast.participation, kind="care", other_label="祖父")
        assert refused.value.codes == ["kinds_not_shared"]
        assert not Tie.objects.filter(kind="care").exists(), "and does not see those there are"
        actions.add_tie(
            home.case, home.son, by=cast.participation, kind="key_person", other_person=home.mother
        )

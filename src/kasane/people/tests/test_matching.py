"""The same person met by several agencies is found to be one, decided by a coordinator, and undone (R-PEO-02)."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.disclosure.viewer import acting_as
from kasane.people import matching
from kasane.people.actions import add_person, change_person, correct_person, decide_pair, propose_pair
from kasane.people.models import Pair, PairState, Person, SamePerson

DAY = date(2025, 5, 1)
KAZUKO = {
    "family_name": "渡邊", "given_name": "和子", "family_kana": "わたなべ", "given_kana": "かずこ", "sex": "female",
    "birth_date": date(1944, 3, 1), "phone": "0868-12-3456", "address": "美咲町原田1丁目2-3",
}  # fmt: skip
AS_OTHERS_WROTE = KAZUKO | {
    "family_name": "渡辺",
    "family_kana": "ワタナベ",
    "address": "大字原田一丁目2番3号",
}
STATEMENT = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["same", "different", "open"])), max_size=8)


def known_at(actor, **values):
    """A person in a case of the actor's own agency."""
    with acting_as(actor):
        case = cases.open_case(by=actor, on=DAY)
        return add_person(case.id, by=actor, is_subject=True, **values)


@pytest.fixture
def two(cast):
    """One person known at hokatsu and at kikan, which know nothing of each other."""
    return known_at(cast.worker, **KAZUKO), known_at(cast.disability, **AS_OTHERS_WROTE)


def open_pair(cast):
    with acting_as(cast.coordinator):
        return matching.pairs("open")[0]


def test_what_a_worker_may_see_appears_while_typing(cast, two):
    with acting_as(cast.worker):
        found = matching.likely(
            {
                "family_name": "渡部",
                "given_name": "和子",
                "birth_date": date(1944, 3, 1),
                "phone": "0868123456",
            }
        )
        assert [one.person.pk for one in found] == [two[0].pk]
        assert found[0].score.probability > 0.9
        assert "生年月日" in {reason.field for reason in found[0].agreeing}


def test_what_they_may_not_see_is_signalled_to_the_coordinator_only(cast, two):
    with acting_as(cast.worker):
        assert two[1].pk not in {one.person.pk for one in matching.likely(AS_OTHERS_WROTE)}
        assert matching.pairs("open") == [] and matching.pairs_waiting() == 0
        assert not Pair.objects.exists()
    for viewer in (cast.disability, cast.manager, cast.administrator, cast.stranger, None):
        with acting_as(viewer):
            assert matching.pairs("open") == [] and not Pair.objects.exists()
    with acting_as(cast.coordinator):
        assert matching.pairs_waiting() == 1
        found = matching.pairs("open")[0]
        assert {side.person.pk for side in found.sides} == {two[0].pk, two[1].pk}
        assert found.score.probability > 0.95


def test_a_stranger_sees_no_compared_column(cast, two):
    with acting_as(cast.stranger), connection.cursor() as cursor:
        for table in (
            "people_matchkey",
            "people_personkey",
            "people_personstate",
            "people_pair",
            "people_sameperson",
        ):
            cursor.execute(f"SELECT count(*) FROM {table}")
            assert cursor.fetchone()[0] == 0, table


@pytest.mark.parametrize(
    "statement",
    ["SELECT people_match_keys()", "SELECT people_propose_batch('[]')", "DELETE FROM people_pair"],
)
def test_the_web_role_can_not_read_all_or_change_pairs(cast, two, statement):
    with acting_as(cast.coordinator), pytest.raises(ProgrammingError, match="permission denied"):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_nobody_proposes_for_a_person_they_do_not_see(cast, two):
    with acting_as(cast.stranger), connection.cursor() as cursor:
        cursor.execute("SELECT people_propose(%s, -100)", [two[0].pk])
    with acting_as(cast.coordinator):
        assert matching.pairs_waiting() == 1


@pytest.mark.parametrize(
    "other",
    [
        {"given_name": "和美", "given_kana": "かずみ"},
        {"given_name": "和夫", "given_kana": "かずお", "sex": "male", "birth_date": date(1941, 7, 2)},
        {"given_name": "正和", "given_kana": "まさかず", "sex": "male", "birth_date": date(1970, 3, 1)},
        {"birth_date": date(1961, 11, 20), "phone": "", "address": "美咲町原田1丁目5-1"},
    ],
    ids=["twin", "husband", "son", "namesake in one block"],
)
def test_family_and_namesakes_are_not_proposed(cast, other):
    known_at(cast.worker, **KAZUKO)
    known_at(cast.disability, **KAZUKO | other)
    with acting_as(cast.coordinator):
        assert matching.pairs("open") == []


@pytest.mark.parametrize(
    "other",
    [
        {"family_name": "木下", "family_kana": "きのした", "address": "", "phone": "0868-12-3456"},
        {"birth_date": date(2007, 3, 1)},
        {"address": "津山市山下1-1", "phone": ""},
        {"family_name": "", "given_name": "", "family_kana": "ﾜﾀﾅﾍﾞ", "given_kana": "ｶｽﾞｺ"},
    ],
    ids=["married", "era mistaken", "moved", "kana only"],
)
def test_the_same_person_is_proposed_however_written(cast, other):
    known_at(cast.worker, **KAZUKO)
    known_at(cast.disability, **KAZUKO | other)
    with acting_as(cast.coordinator):
        assert len(matching.pairs("open")) == 1


def test_a_proposal_follows_what_is_known(cast, two):
    with acting_as(cast.disability):
        correct_person(
            two[1], by=cast.disability, birth_date=date(1970, 10, 10), given_name="春江", given_kana="はるえ"
        )
    with acting_as(cast.coordinator):
        assert matching.pairs("open") == []


def test_a_merge_tells_nobody_of_a_case_they_do_not_see(cast, two):
    pair = open_pair(cast)
    with acting_as(cast.coordinator):
        decide_pair(pair, by=cast.coordinator, decision="same", reason="住民票で確かめた")
    with acting_as(cast.worker):
        assert matching.same_elsewhere(two[0].case_id) == []
        assert SamePerson.objects.count() == 1
    with acting_as(cast.coordinator):
        decided = matching.pairs("same")[0]
        assert decided.joined and decided.decided_by == cast.coordinator.user.name


def test_who_sees_both_cases_is_led_from_one_to_the_other(cast):
    one, other = known_at(cast.worker, **KAZUKO), known_at(cast.colleague, **AS_OTHERS_WROTE)
    with acting_as(cast.coordinator):
        decide_pair(
            matching.pairs("open")[0], by=cast.coordinator, decision="same", reason="同じ機関の二重の受付"
        )
    with acting_as(cast.worker):
        assert [person.pk for person in matching.same_elsewhere(one.case_id)] == [other.pk]


def test_comparing_tells_neither_case_of_the_other(cast, two):
    pair = open_pair(cast)
    with acting_as(cast.coordinator):
        assert matching.pair(pair.id) is not None
    from kasane.disclosure.queries import readings_of

    for actor, person in ((cast.worker, two[0]), (cast.disability, two[1])):
        with acting_as(actor):  # it stands in the log, and does not tell the one of the other
            told = {reading.subject for reading in readings_of(person.case_id)}
            assert not told & {"名寄せの確認", "名寄せの一覧"}


@pytest.mark.parametrize("who", ["worker", "disability", "manager", "stranger"])
def test_only_a_coordinator_decides(cast, two, who):
    pair = open_pair(cast)
    actor = getattr(cast, who)
    with acting_as(actor), pytest.raises(Forbidden) as forbidden:
        decide_pair(pair, by=actor, decision="same", reason="同じ人だと思う")
    assert "not_coordinator" in forbidden.value.codes
    with acting_as(actor), connection.cursor() as cursor:
        cursor.execute("SELECT people_decide(%s, 'same', 'x', NULL)", [pair.id])
        assert cursor.fetchone()[0] == "refused"


def test_a_decision_needs_a_reason(cast, two):
    pair = open_pair(cast)
    with acting_as(cast.coordinator), pytest.raises(Forbidden) as forbidden:
        decide_pair(pair, by=cast.coordinator, decision="same", reason=" ")
    assert forbidden.value.codes == ["no_reason"]


def test_a_merge_may_not_join_people_found_to_be_different(cast):
    for actor in (cast.worker, cast.disability, cast.participation):
        known_at(actor, **KAZUKO)
    with acting_as(cast.coordinator):
        first, second, third = matching.pairs("open")
        decide_pair(first, by=cast.coordinator, decision="different", reason="本人に聞いた")
        decide_pair(second, by=cast.coordinator, decision="same", reason="住民票")
        with pytest.raises(Forbidden) as forbidden:
            decide_pair(third, by=cast.coordinator, decision="same", reason="住民票")
        assert forbidden.value.codes == ["contradiction"]


def rows(model):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT t::text FROM {model._meta.db_table} t ORDER BY 1")
        return cursor.fetchall()


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STATEMENT)
def test_a_merge_undone_gives_back_the_same_rows(cast, steps):
    """Whatever was decided and taken back again in any order: persons, histories and links are as before."""
    with transaction.atomic():
        people = [known_at(actor, **KAZUKO) for actor in (cast.worker, cast.disability, cast.participation)]
        before = []
        for actor in (cast.worker, cast.disability, cast.participation):
            with acting_as(actor):
                before.append([rows(Person), rows(SamePerson)])
        with acting_as(cast.coordinator):
            found = matching.pairs("open")
            for number, decision in steps:
                try:
                    decide_pair(
                        matching.pair(found[number].id),
                        by=cast.coordinator,
                        decision=decision,
                        reason="確かめた",
                    )
                except Forbidden:
                    continue
            joined = {pair.id for pair in matching.pairs(None) if pair.joined}
            same = [pair for pair in matching.pairs(None) if pair.state == PairState.SAME]
            assert joined == (
                set() if not same else {p.id for p in same} if len(same) == 1 else {p.id for p in found}
            )
            for pair in same:
                decide_pair(pair, by=cast.coordinator, decision="open", reason="取り消す")
        after = []
        for actor in (cast.worker, cast.disability, cast.participation):
            with acting_as(actor):
                after.append([rows(Person), rows(SamePerson)])
        assert after == before and len(people) == 3
        transaction.set_rollback(True)


def test_people_joined_by_others_can_not_be_parted_by_one_word(cast):
    for actor in (cast.worker, cast.disability, cast.participation):
        known_at(actor, **KAZUKO)
    with acting_as(cast.coordinator):
        first, second, third = matching.pairs("open")
        for pair in (first, second):
            decide_pair(pair, by=cast.coordinator, decision="same", reason="住民票")
        with pytest.raises(Forbidden) as forbidden:
            decide_pair(third, by=cast.coordinator, decision="different", reason="別人")
        assert forbidden.value.codes == ["joined_by_others"]
        assert matching.pair(third.id).joined


def test_who_decides_second_is_told_of_the_first(cast, two):
    seen = open_pair(cast)
    with acting_as(cast.coordinator):
        decide_pair(seen, by=cast.coordinator, decision="different", reason="本人に聞いた")
        with pytest.raises(Forbidden) as forbidden:
            decide_pair(seen, by=cast.coordinator, decision="same", reason="住民票")
        assert forbidden.value.codes == ["moved_on"]
        assert matching.pair(seen.id).reason == "本人に聞いた"


def test_saving_a_person_again_keeps_the_open_pair(cast, two):
    before = open_pair(cast).id
    with acting_as(cast.worker):
        correct_person(two[0], by=cast.worker, occupation="無職")
    assert open_pair(cast).id == before


def test_a_worker_tells_of_a_pair_they_see(cast):
    one, other = known_at(cast.worker, family_name="田中"), known_at(cast.worker, family_name="田仲")
    with acting_as(cast.worker):
        propose_pair(one, other.pk, by=cast.worker, reason="本人が旧姓で相談していた")
    with acting_as(cast.coordinator):
        assert [pair.reason for pair in matching.pairs("open")] == ["本人が旧姓で相談していた"]
    with acting_as(cast.stranger), pytest.raises(Forbidden) as forbidden:
        propose_pair(one, other.pk, by=cast.stranger, reason="")
    assert forbidden.value.codes == ["not_seen"]


def test_a_changed_name_keeps_the_proposal_possible(cast):
    person = known_at(cast.worker, **KAZUKO)
    with acting_as(cast.worker):
        change_person(
            person, by=cast.worker, since=DAY, reason="marriage", family_name="木下", family_kana="きのした"
        )
    known_at(cast.disability, **KAZUKO)
    with acting_as(cast.coordinator):
        assert len(matching.pairs("open")) == 1


def test_checking_on_entry_takes_two_queries(cast, two, django_assert_num_queries):
    with acting_as(cast.worker), django_assert_num_queries(2):
        matching.likely(KAZUKO)

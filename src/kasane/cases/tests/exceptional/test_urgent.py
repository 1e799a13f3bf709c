"""緊急の閲覧: opens at once, for one person, for days; loud, logged, and no way to fish (R-DIS-05, R-INT-09)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from kasane.agencies import profile
from kasane.agencies.models import AgencyKind
from kasane.base.dates import today
from kasane.base.kinds import DataKind
from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.cases.exceptional import actions
from kasane.cases.exceptional.queries import urgent_news, urgent_tries
from kasane.cases.models import Case, SupportRecord
from kasane.cases.tests.exceptional.conftest import BORN, REASON
from kasane.disclosure.access import open_case, writable_kinds
from kasane.disclosure.api import facts_of, reconcile, statements_of
from kasane.disclosure.models import Grant, LegalException
from kasane.disclosure.queries import readings_of
from kasane.disclosure.rules import derive_grants, may_see
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person, protect_contact
from kasane.people.models import Person

DAYS = profile.current().rules.urgent_days


def opens(case, by) -> bool:
    with acting_as(by):
        return Case.objects.filter(pk=case.pk).exists()


def test_the_exact_name_and_birth_date_open_the_case_at_once(case, cast, knock):
    assert not opens(case, cast.stranger)
    assert knock().cases == [case.id]
    assert opens(case, cast.stranger)


@pytest.mark.parametrize("name", ["田中和子", "田中 和子", "タナカ カズコ", "たなかかずこ"])
def test_the_name_may_be_written_as_people_write_it(case, knock, name):
    assert knock(name=name).cases == [case.id]


@pytest.mark.parametrize(
    "wrong",
    [
        {"born": BORN + timedelta(days=1)},
        {"born": None},
        {"name": "田中"},
        {"name": "田"},
        {"name": "中和"},
        {"name": "田中 和"},
        {"name": " "},
        {"name": "和子"},
    ],
)
def test_what_is_not_exact_opens_nothing(case, cast, knock, wrong):
    assert knock(**wrong).refused == "not_found"
    assert not opens(case, cast.stranger)


@pytest.mark.parametrize("name", ["田中", "たなか", "田中 和子"])
def test_a_case_number_with_a_name_in_it_opens_the_case(case, knock, name):
    assert knock(born=None, name=name, label=(case.year, case.number)).cases == [case.id]


@pytest.mark.parametrize(("name", "more"), [("山田", 0), ("和子", 0), ("", 0), ("田中", 1)])
def test_a_case_number_alone_opens_nothing(case, cast, knock, name, more):
    assert knock(born=None, name=name, label=(case.year, case.number + more)).refused == "not_found"
    assert not opens(case, cast.stranger)


def test_whoever_has_left_the_household_does_not_open_it(case, cast, knock):
    with acting_as(cast.worker):
        add_person(
            case.id, by=cast.worker, family_name="田中", given_name="元夫", standing="left",
            birth_date=date(1940, 1, 1),
        )  # fmt: skip
    assert knock(name="田中 元夫", born=date(1940, 1, 1)).refused == "not_found"


def test_a_member_of_the_household_opens_it(case, cast, knock):
    with acting_as(cast.worker):
        add_person(case.id, by=cast.worker, family_name="田中", given_name="誠", birth_date=date(1970, 6, 3))
    assert knock(name="田中 誠", born=date(1970, 6, 3)).cases == [case.id]


@pytest.mark.parametrize(
    ("wrong", "code"), [({"reason": "緊急のため。"}, "reason"), ({"danger": "curious"}, "danger")]
)
def test_without_a_reason_or_a_danger_nothing_is_tried(case, cast, knock, wrong, code):
    with pytest.raises(Forbidden) as refused:
        knock(**wrong)
    assert refused.value.codes == [code]
    assert not opens(case, cast.stranger)


@pytest.mark.parametrize("why", [None, "", "緊急", "あ　い　う　え　お　か　き　く"])
def test_the_database_itself_wants_a_reason(case, cast, why):
    with acting_as(cast.stranger), connection.cursor() as cursor:
        cursor.execute(
            "SELECT outcome FROM cases_open_urgently('田中和子', '', %s, NULL, NULL, 'law', 'x', %s, 3)",
            [BORN, why],
        )
        assert cursor.fetchall() == [("no_reason",)]


@pytest.mark.parametrize("ground", ["children", "public_task", "anything", ""])
def test_the_database_itself_knows_which_grounds_are_urgent(case, cast, ground):
    with acting_as(cast.stranger), connection.cursor() as cursor:
        cursor.execute(
            "SELECT outcome FROM cases_open_urgently('田中和子', '', %s, NULL, NULL, %s, 'x', %s, 3)",
            [BORN, ground, REASON],
        )
        assert cursor.fetchall() == [("no_reason",)]


def test_the_database_never_opens_for_more_than_a_week(case, cast):
    with acting_as(cast.stranger), connection.cursor() as cursor:
        cursor.execute(
            "SELECT outcome FROM cases_open_urgently('田中和子', '', %s, NULL, NULL, 'law', 'x', %s, 9999)",
            [BORN, REASON],
        )
        assert cursor.fetchall() == [("opened",)]
        assert LegalException.objects.get().valid_until == today() + timedelta(days=7)


def test_the_sixth_try_within_a_day_is_refused_even_with_the_right_name(case, cast, knock):
    for _ in range(5):
        assert knock(name="田中 花子").refused == "not_found"
    assert knock().refused == "too_many"
    assert not opens(case, cast.stranger)


def test_the_tries_of_one_do_not_count_for_another(case, cast, knock):
    for _ in range(6):
        knock(name="田中 花子")
    assert knock(by=cast.disability).cases == [case.id]


def test_tries_in_vain_are_seen_by_the_manager_without_the_name_that_was_typed(case, cast, knock):
    for _ in range(6):
        knock(name="田中 花子")
    with acting_as(cast.manager):
        seen = {(one.who, one.outcome, one.times) for one in urgent_tries(days=30)}
    assert seen == {("笑顔 他人", "見つからなかった", 5), ("笑顔 他人", "回数をこえた", 1)}
    for other in (cast.stranger, cast.coordinator, cast.worker):
        with acting_as(other):
            assert urgent_tries(days=30) == []


@pytest.mark.parametrize("who", ["administrator", "nobody"])
def test_without_a_post_on_cases_the_door_stays_shut(case, cast, who):
    actor = None if who == "nobody" else cast.administrator
    with acting_as(actor):
        answer = actions.open_urgently(
            by=cast.administrator, danger="life", reason=REASON, name="田中 和子", born=BORN
        )
    assert answer.refused == "no_post"
    with acting_as(cast.manager):
        assert not LegalException.objects.exists()


def test_residents_see_only_the_material_of_their_meeting(case, cast, knock):
    """R-DIS-10: by rule and by the database."""
    agency = cast.stranger.agency
    agency.kind = AgencyKind.RESIDENT
    with pytest.raises(Forbidden) as refused:
        knock()
    assert refused.value.codes == ["resident"]
    agency.save()
    agency.kind = AgencyKind.DIVISION
    assert knock().refused == "no_post"


def test_it_is_one_persons_and_only_to_read(case, cast, urgent):
    with acting_as(cast.stranger):
        right = Grant.objects.get(case_id=case.id, basis="urgent")
        assert (right.user_id, right.agency_id, right.writes) == (cast.stranger.user.id, None, False)
        assert writable_kinds(case.id, by=cast.stranger) == 0
        with pytest.raises(Forbidden):
            cases.write_record(case, by=cast.stranger, at=urgent.created_at, method="phone", content="x")


def test_tax_information_stays_shut(case, cast, urgent):
    with acting_as(cast.worker):
        for kinds in (17, int(DataKind.TAX | DataKind.BASIC)):
            cases.write_record(
                case, by=cast.worker, at=urgent.created_at, method="phone", content="x", kinds=kinds
            )
    with acting_as(cast.stranger):
        assert [row.kinds for row in SupportRecord.objects.all()] == [17]


def test_a_protected_address_stays_hidden(case, cast, knock):
    with acting_as(cast.worker):
        protect_contact(
            Person.objects.get(), by=cast.worker, staff=[cast.worker.user.id], reason="DV等支援措置",
            since=today(),
        )  # fmt: skip
    knock()
    with acting_as(cast.stranger):
        assert Person.objects.get().address == ""


def test_it_ends_by_itself_after_the_days_of_the_profile(case, cast, urgent):
    with acting_as(cast.stranger):
        right = Grant.objects.get(case_id=case.id, basis="urgent")
        assert (right.valid.lower, right.valid.upper) == (today(), today() + timedelta(days=DAYS))
        rows = derive_grants(facts_of(case.id), statements_of(case.id))
    seen = [
        may_see(
            rows, agency_id=cast.stranger.agency.id, user_id=cast.stranger.user.id, kinds=1,
            day=today() + timedelta(days=days),
        )
        for days in (0, DAYS - 1, DAYS)
    ]  # fmt: skip
    assert seen == [True, True, False]


def test_deriving_the_rights_anew_leaves_it_as_it_is(case, cast, urgent):
    with acting_as(cast.worker):
        reconcile(case.id)
    assert opens(case, cast.stranger)


def test_every_reading_is_logged_with_the_basis(case, cast, urgent):
    with acting_as(cast.stranger):
        open_case(case.id, by=cast.stranger, purpose="ケース画面(経過)")
    with acting_as(cast.worker):
        last = readings_of(case.id)[0]
    assert (last.who, last.basis) == ("笑顔 他人", ["緊急の閲覧"])


def test_who_sees_everything_anyway_opens_nothing_new(case, cast, knock):
    assert knock(by=cast.worker).cases == [case.id]
    assert knock().cases == [case.id]
    assert knock().cases == [case.id]
    with acting_as(cast.manager):
        assert LegalException.objects.count() == 1


def test_an_improper_verdict_ends_it_at_once_and_keeps_it_shut_for_that_person(case, cast, knock, urgent):
    with acting_as(cast.manager):
        actions.review(urgent, by=cast.manager, verdict="improper", note="危険の知らせはなかった。")
    assert not opens(case, cast.stranger)
    assert knock().refused == "improper"
    assert not opens(case, cast.stranger)
    assert knock(by=cast.disability).cases == [case.id]


def test_a_proper_verdict_leaves_it_open_to_its_end(case, cast, urgent):
    with acting_as(cast.coordinator):
        actions.review(urgent, by=cast.coordinator, verdict="proper", note="通報の直後だった。")
    assert opens(case, cast.stranger)


@pytest.mark.parametrize("who", ["stranger", "manager", "coordinator", "worker"])
def test_the_viewer_the_overseers_and_the_team_may_end_it(case, cast, urgent, who):
    actor = getattr(cast, who)
    with acting_as(actor):
        actions.end(urgent, by=actor)
    assert not opens(case, cast.stranger)


def test_what_was_ended_can_not_be_opened_again_by_changing_the_row(case, cast, urgent):
    with acting_as(cast.stranger):
        actions.end(urgent, by=cast.stranger)
    for change in ({"ended_on": None}, {"ended_on": today() + timedelta(days=1)}):
        with acting_as(cast.stranger), pytest.raises(ProgrammingError), transaction.atomic():
            LegalException.objects.filter(pk=urgent.pk).update(**change)
    assert not opens(case, cast.stranger)


def test_the_viewer_can_not_lengthen_it(case, cast, urgent):
    with acting_as(cast.stranger), pytest.raises(ProgrammingError), transaction.atomic():
        LegalException.objects.filter(pk=urgent.pk).update(valid_until=today() + timedelta(days=300))


def test_an_urgent_row_comes_in_through_the_door_alone(case, cast):
    with acting_as(cast.worker), pytest.raises(ProgrammingError), transaction.atomic():
        LegalException.objects.create(
            case_id=case.id, state="urgent", ground="life", reason=REASON, agency=cast.stranger.agency,
            user=cast.stranger.user, valid_from=today(), valid_until=today() + timedelta(days=3),
            requested_by=cast.worker.user, requesting_agency=cast.worker.agency,
        )  # fmt: skip


def test_the_viewer_says_what_they_did_and_nobody_else(case, cast, urgent):
    with acting_as(cast.stranger):
        actions.tell_outcome(urgent, by=cast.stranger, outcome="救急を呼んだ。")
    with acting_as(cast.manager):
        with pytest.raises(Forbidden):
            actions.tell_outcome(urgent, by=cast.manager, outcome="x")
        with pytest.raises(ProgrammingError), transaction.atomic():
            LegalException.objects.filter(pk=urgent.pk).update(outcome="x")
        assert LegalException.objects.get().outcome == "救急を呼んだ。"


def test_nobody_reviews_their_own_view_not_even_a_manager(case, cast, knock):
    knock(by=cast.manager)
    with acting_as(cast.manager):
        row = LegalException.objects.get()
        with pytest.raises(Forbidden) as refused:
            actions.review(row, by=cast.manager, verdict="proper", note="よい。")
        assert refused.value.codes == ["own"]


def test_a_case_marked_as_urgent_is_told_by_its_number_alone(cast):
    """R-INT-09."""
    with acting_as(cast.worker):
        case = cases.open_case(by=cast.worker, on=today(), is_urgent=True, urgent_note="自殺をほのめかす")
        cases.open_case(by=cast.worker, on=today())
    for officer in (cast.coordinator, cast.manager, cast.decider):
        with acting_as(officer):
            (told,) = urgent_news(days=7)
        assert (told.case_id, told.number, told.agency) == (None, case.label, cast.worker.agency.name)
    for other in (cast.stranger, cast.worker):
        with acting_as(other):
            assert urgent_news(days=7) == []


def test_a_closed_case_is_no_news(cast):
    with acting_as(cast.worker):
        case = cases.open_case(by=cast.worker, on=today(), is_urgent=True)
        cases.close(case, by=cast.worker, on=today(), closed_as="information")
    with acting_as(cast.coordinator):
        assert urgent_news(days=7) == []

"""法令に基づく例外: asked for with a reason, decided by another, ended, looked at afterwards (R-DIS-05)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import IntegrityError, ProgrammingError

from kasane.base.dates import today
from kasane.base.kinds import DataKind
from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.cases.exceptional import actions
from kasane.cases.exceptional.queries import labels, part
from kasane.cases.models import Case, Event, SupportRecord
from kasane.disclosure.models import Grant, LegalException
from kasane.disclosure.viewer import acting_as

YESTERDAY = today() - timedelta(days=1)


@pytest.fixture
def decide(cast):
    def make(row, by=None, **values):
        by = by or cast.manager
        with acting_as(by):
            return actions.decide(row, by=by, **({"approves": True} | values))

    return make


@pytest.fixture
def over(case, cast):
    """An exception that was approved and has ended yesterday."""
    with acting_as(cast.worker):
        row = LegalException.objects.create(
            case_id=case.id, ground="law", law="児童福祉法第25条の3", reason="親が同意を拒んでいる。",
            agency=cast.stranger.agency, valid_from=today() - timedelta(days=9), valid_until=YESTERDAY,
            requested_by=cast.worker.user, requesting_agency=cast.worker.agency,
        )  # fmt: skip
    with acting_as(cast.manager):
        LegalException.objects.filter(pk=row.pk).update(
            state="approved", decided_by=cast.manager.user, decided_on=YESTERDAY
        )
        return LegalException.objects.get(pk=row.pk)


def opens(case, by) -> bool:
    with acting_as(by):
        return Case.objects.filter(pk=case.pk).exists()


def test_nothing_opens_before_it_is_approved(case, cast, ask, decide):
    row = ask()
    assert not opens(case, cast.stranger)
    decide(row)
    assert opens(case, cast.stranger)


def test_what_was_asked_for_stands_on_the_course_of_the_case(case, cast, ask):
    ask()
    with acting_as(cast.worker):
        assert "こども笑顔課" in Event.objects.get(code="exception_asked").body


def test_one_person_of_an_agency_may_be_named(case, cast, ask, decide):
    decide(ask(user=cast.stranger.user))
    with acting_as(cast.stranger):
        assert Grant.objects.get(basis="exception").agency_id is None
    assert opens(case, cast.stranger)


def test_only_the_kinds_that_were_asked_for_open(case, cast, ask, decide):
    with acting_as(cast.worker):
        for kinds in (1, 3):
            cases.write_record(
                case, by=cast.worker, at=case.touched_at, method="phone", content="x", kinds=kinds
            )
    decide(ask(kinds=int(DataKind.BASIC)))
    with acting_as(cast.stranger):
        assert [row.kinds for row in SupportRecord.objects.all()] == [1]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"law": ""}, "law"),
        ({"reason": "必要"}, "reason"),
        ({"valid_until": None}, "end"),
        ({"valid_until": today() + timedelta(days=365)}, "end_far"),
        ({"kinds": 33}, "tax"),
    ],
)
def test_what_the_rules_forbid_is_not_even_kept(case, cast, ask, values, code):
    with pytest.raises(Forbidden) as refused:
        ask(**values)
    assert refused.value.codes == [code]
    with acting_as(cast.manager):
        assert not LegalException.objects.exists()


def test_who_sees_it_anyway_needs_no_exception(cast, ask):
    with pytest.raises(Forbidden) as refused:
        ask(agency=cast.worker.agency)
    assert refused.value.codes == ["already"]


def test_the_same_is_not_asked_for_twice(ask):
    ask()
    with pytest.raises(Forbidden) as refused:
        ask()
    assert refused.value.codes == ["waiting"]


def test_a_closed_case_is_not_opened_to_more(case, cast, ask):
    with acting_as(cast.worker):
        cases.close(case, by=cast.worker, on=today(), closed_as="information")
        case.refresh_from_db()
    with pytest.raises(Forbidden) as refused:
        ask()
    assert refused.value.codes == ["closed"]


def test_who_only_reads_does_not_ask(case, cast, ask, knock):
    knock()
    with pytest.raises(Forbidden) as refused:
        ask(by=cast.stranger, agency=cast.disability.agency)
    assert "reads_only" in refused.value.codes


@pytest.mark.parametrize("who", ["manager", "decider"])
def test_managers_and_deciders_of_the_municipality_decide(case, cast, ask, decide, who):
    decide(ask(), by=getattr(cast, who))
    assert opens(case, cast.stranger)


@pytest.mark.parametrize("who", ["worker", "colleague"])
def test_nobody_else_decides_by_rule_and_by_database(case, cast, ask, decide, who):
    row, actor = ask(), getattr(cast, who)
    with pytest.raises(Forbidden) as refused:
        decide(row, by=actor)
    assert "not_decider" in refused.value.codes
    with acting_as(actor), pytest.raises(ProgrammingError), transaction.atomic():
        LegalException.objects.filter(pk=row.pk).update(state="approved", decided_by=actor.user)
    assert not opens(case, cast.stranger)


def test_a_manager_does_not_approve_their_own_request_by_rule_and_by_database(cast, decide):
    with acting_as(cast.manager):
        own = cases.open_case(by=cast.manager, on=today())
        row = actions.ask(
            own, by=cast.manager, ground="life", law="", reason="本人の意識がなく、同意を聞くことができない。",
            agency=cast.stranger.agency, user=None, kinds=1, valid_from=today(),
            valid_until=today() + timedelta(days=3),
        )  # fmt: skip
    with pytest.raises(Forbidden) as refused:
        decide(row, by=cast.manager)
    assert refused.value.codes == ["own"]
    with acting_as(cast.manager), pytest.raises(IntegrityError), transaction.atomic():
        LegalException.objects.filter(pk=row.pk).update(state="approved", decided_by=cast.manager.user)
    decide(row, by=cast.decider)
    assert opens(own, cast.stranger)


def test_a_manager_does_not_approve_what_opens_to_themselves(case, cast, ask, decide):
    row = ask(agency=cast.manager.agency, user=cast.manager.user)
    with pytest.raises(Forbidden):
        decide(row, by=cast.manager)
    with acting_as(cast.manager), pytest.raises(ProgrammingError), transaction.atomic():
        LegalException.objects.filter(pk=row.pk).update(state="approved", decided_by=cast.manager.user)
    assert not opens(case, cast.manager)


def test_a_refusal_has_its_reason_and_opens_nothing(case, cast, ask, decide):
    row = ask()
    with pytest.raises(Forbidden):
        decide(row, approves=False)
    decide(row, approves=False, note="同意を得られるはずです。")
    assert not opens(case, cast.stranger)
    with acting_as(cast.manager), pytest.raises(ProgrammingError), transaction.atomic():
        LegalException.objects.filter(pk=row.pk).update(state="approved")


def test_one_that_has_ended_opens_nothing(case, cast, over):
    assert not opens(case, cast.stranger)


@pytest.mark.parametrize("who", ["worker", "manager"])
def test_the_team_and_the_manager_end_it_early(case, cast, ask, decide, who):
    row, actor = decide(ask()), getattr(cast, who)
    with acting_as(actor):
        actions.end(row, by=actor)
    assert not opens(case, cast.stranger)


def test_whom_it_is_shown_to_does_not_end_what_is_their_agencys(case, cast, ask, decide):
    row = decide(ask())
    with acting_as(cast.stranger):
        with pytest.raises(Forbidden):
            actions.end(row, by=cast.stranger)
        with pytest.raises(ProgrammingError), transaction.atomic():
            LegalException.objects.filter(pk=row.pk).update(ended_on=today())


def test_it_is_looked_at_when_it_is_over(cast, over):
    with acting_as(cast.decider):
        row = actions.review(over, by=cast.decider, verdict="proper", note="必要な期間だけだった。")
    assert (row.review, row.reviewed_on) == ("proper", today())


def test_it_is_not_looked_at_before_it_is_over_by_rule_and_by_database(cast, ask, decide):
    row = decide(ask())
    with acting_as(cast.decider):
        with pytest.raises(Forbidden) as refused:
            actions.review(row, by=cast.decider, verdict="proper", note="よい。")
        assert refused.value.codes == ["not_over"]
        with pytest.raises(ProgrammingError), transaction.atomic():
            LegalException.objects.filter(pk=row.pk).update(review="proper", reviewed_by=cast.decider.user)


def test_a_verdict_stays(cast, over):
    with acting_as(cast.decider):
        actions.review(over, by=cast.decider, verdict="improper", note="長すぎた。")
        with pytest.raises(ProgrammingError), transaction.atomic():
            LegalException.objects.filter(pk=over.pk).update(review="proper")


def test_who_asked_does_not_look_at_it_afterwards(cast, over):
    with acting_as(cast.worker):
        with pytest.raises(Forbidden) as refused:
            actions.review(over, by=cast.worker, verdict="proper", note="よい。")
        assert refused.value.codes == ["not_overseer", "own"]
        with pytest.raises(ProgrammingError), transaction.atomic():
            LegalException.objects.filter(pk=over.pk).update(review="proper", reviewed_by=cast.worker.user)


def test_a_stranger_sees_no_exception_and_no_case_number(case, cast, ask):
    row = ask()
    for other in (cast.stranger, cast.disability, cast.coordinator, None):
        with acting_as(other):
            assert not LegalException.objects.exists()
            assert labels([row.id]) == {}


def test_the_deciding_learn_the_number_and_not_the_case(case, cast, ask):
    row = ask()
    with acting_as(cast.decider):
        assert labels([row.id])[row.id].number == case.label
        assert not labels([row.id])[row.id].seen
    assert not opens(case, cast.decider)


def test_the_list_has_a_part_for_each_state(case, cast, ask, decide, over, knock):
    waiting, going = ask(), decide(ask(user=cast.stranger.user))
    knock(by=cast.disability)
    with acting_as(cast.manager):
        urgent = LegalException.objects.get(state="urgent")
        found = {
            name: {row.id for row in part(name, by=cast.manager)}
            for name in ("decide", "review", "open", "past")
        }
    assert found == {
        "decide": {waiting.id},
        "review": {over.id, urgent.id},
        "open": {going.id, urgent.id},
        "past": set(),
    }

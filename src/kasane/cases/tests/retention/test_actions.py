"""Holding, proposing, approving: who may, what forbids it, and that a refusal writes nothing (R-DIS-07)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError

from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.cases import actions as cases
from kasane.cases.models import Stage
from kasane.cases.retention import actions
from kasane.cases.retention.queries import Files, batches, keeping
from kasane.disclosure.access import open_case
from kasane.disclosure.models import BatchState, DisposalBatch, DisposalItem, HoldReason, RetentionHold
from kasane.disclosure.viewer import acting_as
from kasane.portal.watch import watched

NOTE = "開示請求の答申を待つ"


def file_of(case):
    return Files(cases=(case.id,))[:][0]


def hold(case, by, **values):
    values = {"reason": HoldReason.REQUEST, "note": NOTE} | values
    return actions.place_hold(file_of(case), by=by, **values)


def test_the_list_tells_number_days_and_agency_and_no_more(cast, due, fresh):
    with acting_as(cast.manager):
        row = Files()[0:1][0]
        assert (row.number, row.kept_from, row.closed_on, row.due_on) == (
            due.label, date(2019, 4, 1), date(2019, 6, 3), date(2024, 6, 4),
        )  # fmt: skip
        assert row.agency == cast.worker.agency.name
        assert len(Files()) == 2 and len(Files(before=today() + timedelta(days=1))) == 1
        assert "玖珂" not in repr(row)


def test_who_does_not_decide_about_files_finds_none(cast, due):
    for viewer in (cast.worker, cast.participation, cast.stranger, cast.administrator, None):
        with acting_as(viewer):
            assert len(Files()) == 0
    with acting_as(cast.coordinator):
        assert len(Files()) == 1
        assert watched(cast.coordinator)[0] == [], "a coordinator looks at the list, and is not called to it"
    with acting_as(cast.decider):
        assert [row["what"] for row in watched(cast.decider)[0]] == [
            "保存期間が満了したケースが1件あります。"
        ]


def test_reopening_takes_a_file_off_the_list(cast, due):
    with acting_as(cast.worker):
        cases.advance(due, Stage.RECEPTION, by=cast.worker)
    with acting_as(cast.manager):
        assert len(Files()) == 0


def test_a_held_file_can_not_be_proposed_until_the_hold_is_lifted(cast, due):
    with acting_as(cast.manager):
        placed = hold(due, cast.manager)
        with pytest.raises(Forbidden) as refused:
            actions.propose([due.id], by=cast.manager)
        assert refused.value.codes == ["held"]
        with pytest.raises(Forbidden) as refused:
            hold(due, cast.manager)
        assert refused.value.codes == ["held"]
        actions.lift_hold(placed, by=cast.manager, note="答申が出た")
        assert actions.propose([due.id], by=cast.manager).state == BatchState.PROPOSED


def test_those_who_see_the_case_see_that_it_is_held_and_not_why(cast, due):
    with acting_as(cast.manager):
        hold(due, cast.manager)
    with acting_as(cast.worker):
        told = keeping(open_case(due.id, by=cast.worker, purpose="ケース画面"))
        assert told.is_held and told.is_due and told.kept_until == date(2024, 6, 3)
        assert not RetentionHold.objects.exists()


@pytest.mark.parametrize("who", ["worker", "coordinator", "stranger", "administrator"])
def test_nobody_else_holds_or_proposes(cast, due, who):
    by = getattr(cast, who)
    with acting_as(cast.manager):
        file = file_of(due)
    with acting_as(by):
        with pytest.raises(Forbidden) as refused:
            actions.place_hold(file, by=by, reason=HoldReason.AUDIT, note=NOTE)
        assert "not_a_keeper" in refused.value.codes
        with pytest.raises(Forbidden):
            actions.propose([due.id], by=by)
    with acting_as(cast.manager):
        assert not RetentionHold.objects.exists() and not DisposalBatch.objects.exists()


def test_what_is_not_due_and_what_is_proposed_already_is_named(cast, due, fresh):
    with acting_as(cast.manager):
        actions.propose([due.id], by=cast.manager)
        with pytest.raises(Forbidden) as refused:
            actions.propose([due.id, fresh.id], by=cast.manager)
        assert sorted(refused.value.codes) == ["in_batch", "not_due"]
        assert fresh.label in str(refused.value)
        with pytest.raises(Forbidden):
            actions.propose([], by=cast.manager)


def test_one_proposes_and_another_approves(cast, due):
    with acting_as(cast.manager):
        batch = actions.propose([due.id], by=cast.manager, note="満了")
        with pytest.raises(Forbidden) as refused:
            actions.approve(batch, by=cast.manager)
        assert refused.value.codes == ["own_proposal"]
    with acting_as(cast.decider):
        decided = actions.approve(batch, by=cast.decider)
        assert (decided.state, decided.decided_by) == (BatchState.APPROVED, cast.decider.user)
        with pytest.raises(Forbidden) as refused:
            actions.refuse(decided, by=cast.decider, note="やはり")
        assert refused.value.codes == ["decided"]
        assert [row.waiting for row in batches()] == [1]


def test_a_refusal_needs_its_reason_and_frees_the_files(cast, due):
    with acting_as(cast.manager):
        batch = actions.propose([due.id], by=cast.manager)
    with acting_as(cast.decider):
        with pytest.raises(Forbidden) as refused:
            actions.refuse(batch, by=cast.decider, note=" ")
        assert refused.value.codes == ["no_reason"]
        actions.refuse(batch, by=cast.decider, note="監査が近い")
    with acting_as(cast.manager):
        assert actions.propose([due.id], by=cast.manager).number == batch.number + 1


def test_only_the_proposer_withdraws(cast, due):
    with acting_as(cast.manager):
        batch = actions.propose([due.id], by=cast.manager)
    with acting_as(cast.decider), pytest.raises(Forbidden) as refused:
        actions.withdraw(batch, by=cast.decider)
    assert refused.value.codes == ["not_the_proposer"]
    with acting_as(cast.manager):
        assert actions.withdraw(batch, by=cast.manager).state == BatchState.WITHDRAWN


def test_the_database_itself_refuses_one_person_as_two(cast, due):
    with acting_as(cast.manager):
        batch = actions.propose([due.id], by=cast.manager)
        with pytest.raises(IntegrityError, match="disposal_by_two_people"), transaction.atomic():
            DisposalBatch.objects.filter(pk=batch.pk).update(
                state="approved", decided_by=cast.manager.user, decided_at=batch.proposed_at
            )
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            DisposalBatch.objects.filter(pk=batch.pk).update(
                state="approved", decided_by=cast.decider.user, decided_at=batch.proposed_at
            )


@pytest.mark.parametrize(
    "change",
    [
        "proposed_by_id = %(decider)s",
        "proposed_at = proposed_at - interval '1 day'",
        "years = 1",
        "from_fiscal_year_end = NOT from_fiscal_year_end",
        "method = '書庫に残す'",
        "executed_by_id = %(manager)s",
    ],
)
def test_one_person_can_not_approve_by_changing_what_was_proposed(cast, due, change):
    with acting_as(cast.manager):
        batch = actions.propose([due.id], by=cast.manager)
        people = {"decider": cast.decider.user.id, "manager": cast.manager.user.id, "batch": batch.id}
    decided = "state = 'approved', decided_at = now(), decided_by_id = %(manager)s"
    for actor, decider in ((cast.manager, "manager"), (cast.decider, "decider")):
        statement = f"UPDATE disclosure_disposalbatch SET {decided}, {change} WHERE id = %(batch)s"
        with acting_as(actor), pytest.raises(ProgrammingError, match="does not change"), transaction.atomic():
            connection.cursor().execute(statement, people | {"manager": people[decider]})


def test_an_approval_is_not_taken_back_nor_given_twice(cast, due):
    with acting_as(cast.manager):
        batch = actions.propose([due.id], by=cast.manager)
    with acting_as(cast.decider):
        actions.approve(batch, by=cast.decider)
        for state in ("approved", "refused"):
            with pytest.raises(ProgrammingError, match="does not become"), transaction.atomic():
                DisposalBatch.objects.filter(pk=batch.pk).update(state=state, decided_by=cast.decider.user)
    with acting_as(cast.manager):
        assert actions.withdraw(batch, by=cast.manager).decided_by == cast.decider.user


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT disclosure_dispose_case(%(batch)s, %(case)s, 'R8-廃1', 5, false)",
        "SELECT disclosure_dispose_again(%(case)s, 'R1-0001', '2026-01-01', 'R8-廃1')",
        "SELECT disclosure_erase(%(case)s, 'R1-0001', '2026-01-01', 'R8-廃1')",
        "INSERT INTO disclosure_disposal VALUES (%(case)s, 'R1-0001', '2026-01-01', 'R8-廃1')",
        "SELECT disclosure_forget_drafts(now())",
        "UPDATE disclosure_logentry SET before = NULL",
        "DELETE FROM disclosure_disposalitem",
    ],
)
def test_the_web_role_can_not_dispose(cast, due, statement):
    with acting_as(cast.manager):
        batch = actions.propose([due.id], by=cast.manager)
        assert DisposalItem.objects.count() == 1
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(statement, {"batch": batch.id, "case": due.id})

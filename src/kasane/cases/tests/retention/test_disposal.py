"""The disposal itself, as the operator's connection does it: what the database refuses, what drops out, what goes."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.db import connections, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from kasane.agencies.models import Agency, AgencyKind, Post, Role, User
from kasane.base.dates import at_noon, today
from kasane.base.ids import new_id
from kasane.cases import drafts
from kasane.cases.models import Case, Draft, Event
from kasane.cases.retention import disposal
from kasane.cases.retention.disposal import OWNER, CanNot
from kasane.disclosure.models import Disposal, DisposalBatch, DisposalItem, LogEntry, RetentionHold
from kasane.people.models import Pattern, Person

pytestmark = pytest.mark.django_db(databases=["default", "owner"])
OPENED, CLOSED = date(2019, 4, 1), date(2020, 3, 2)


@pytest.fixture
def office():
    """A division with a manager and a decider, written by the owner, in whose transaction all of this happens."""
    agency = Agency.objects.using(OWNER).create(key="gone", name="廃棄の課", kind=AgencyKind.DIVISION)
    people = {}
    for role in (Role.MANAGER, Role.DECIDER, Role.WORKER):
        user = User(login=f"gone-{role}", name=str(role))
        user.save(using=OWNER)
        Post.objects.using(OWNER).create(user=user, agency=agency, role=role, starts_on=OPENED)
        people[str(role)] = user
    return SimpleNamespace(agency=agency, **people)


@pytest.fixture
def definer():
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SET LOCAL ROLE kasane_definer")
        yield cursor
        cursor.execute("RESET ROLE")


def file(office, *, number: int, closed_on: date | None = CLOSED) -> Case:
    row = Case.objects.using(OWNER).create(
        year=2019, number=number, opened_on=OPENED, responsible_agency=office.agency, touched_at=at_noon(OPENED),
        closed_on=closed_on, stage="closed" if closed_on else "support", closed_as="closed" if closed_on else "",
    )  # fmt: skip
    Person.objects.using(OWNER).create(case=row, family_name="玖珂", given_name="名無", is_subject=True)
    Event.objects.using(OWNER).create(case=row, at=at_noon(OPENED), code="x", title="玖珂さんの相談")
    return row


def batch_of(office, *files, proposed_by=None, decided_by=None, state="approved", years=5) -> DisposalBatch:
    batch = DisposalBatch.objects.using(OWNER).create(
        year=2026, number=DisposalBatch.objects.using(OWNER).count() + 1, years=years, method="消去", state=state,
        proposed_by=proposed_by or office.manager, proposed_at=timezone.now(),
        decided_by=decided_by or office.decider, decided_at=timezone.now(),
    )  # fmt: skip
    for row in files:
        DisposalItem.objects.using(OWNER).create(
            batch=batch, case_id=row.id, case_number=row.label, closed_on=CLOSED, due_on=date(2025, 3, 3)
        )
    return batch


def dispose(cursor, batch, row, *, years=5, fiscal=False):
    cursor.execute(
        "SELECT disclosure_dispose_case(%s, %s, %s, %s, %s)", [batch.id, row.id, batch.label, years, fiscal]
    )
    return cursor.fetchone()[0]


def test_a_file_goes_with_all_its_rows_and_another_stays(office, definer):
    gone, stays = file(office, number=1), file(office, number=2)
    Draft.objects.using(OWNER).create(
        user=office.worker, agency=office.agency, form="record", subject_id=str(gone.id), data={}
    )
    batch = batch_of(office, gone)
    touched = dispose(definer, batch, gone)
    assert {"cases_case", "people_person", "cases_event", "cases_draft", "disclosure_logentry"} <= set(
        touched
    )
    assert [row.pk for row in Case.objects.using(OWNER).all()] == [stays.pk]
    assert Person.objects.using(OWNER).count() == Event.objects.using(OWNER).count() == 1
    assert not Draft.objects.using(OWNER).exists()
    assert Disposal.objects.using(OWNER).get().case_number == gone.label
    told = LogEntry.objects.using(OWNER).filter(case_id=gone.id)
    assert not told.exclude(act="dispose").exclude(before=None, after=None, subject="").exists()
    assert LogEntry.objects.using(OWNER).filter(case_id=stays.id, after__isnull=False).exists()


@pytest.mark.parametrize(
    ("proposer", "decider", "state"),
    [
        ("manager", "worker", "approved"),
        ("worker", "decider", "approved"),
        ("manager", "decider", "proposed"),
    ],
    ids=["approved by a worker", "proposed by a worker", "not approved"],
)
def test_nothing_goes_without_two_people_who_decide(office, definer, proposer, decider, state):
    row = file(office, number=1)
    batch = batch_of(
        office, row, proposed_by=getattr(office, proposer), decided_by=getattr(office, decider), state=state
    )
    with pytest.raises(ProgrammingError, match="two people"), transaction.atomic(using=OWNER):
        dispose(definer, batch, row)
    assert Case.objects.using(OWNER).filter(pk=row.pk).exists()


@pytest.mark.parametrize(("years", "fiscal"), [(6, False), (5, True), (None, False)])
def test_nothing_goes_by_a_batch_that_keeps_it_for_a_shorter_time_than_the_town(
    office, definer, years, fiscal
):
    row = file(office, number=1)
    batch = batch_of(office, row)
    with pytest.raises(ProgrammingError, match="shorter time"), transaction.atomic(using=OWNER):
        dispose(definer, batch, row, years=years, fiscal=fiscal)
    assert dispose(definer, batch, row, years=4), "the town has shortened its time since"


def test_the_operator_is_told_that_a_batch_keeps_its_files_for_a_shorter_time(office, definer):
    batch = batch_of(office, file(office, number=1), years=4)
    with pytest.raises(CanNot, match="いまの設定より短い"):
        disposal.dispose(batch.label, by=office.manager)


def test_nothing_goes_that_is_not_in_the_batch(office, definer):
    row, other = file(office, number=1), file(office, number=2)
    batch = batch_of(office, row)
    with pytest.raises(ProgrammingError, match="not a file of this batch"), transaction.atomic(using=OWNER):
        dispose(definer, batch, other)


def _hold(office, row, **values):
    RetentionHold.objects.using(OWNER).create(
        case_id=row.id, reason="audit", note="監査", placed_on=today(), placed_by=office.manager, **values
    )


def _reopen(office, row):
    Case.objects.using(OWNER).filter(pk=row.pk).update(stage="reception", closed_on=None, closed_as="")


def _close_anew(office, row):
    Case.objects.using(OWNER).filter(pk=row.pk).update(closed_on=today())


@pytest.mark.parametrize(
    ("happens", "reason"), [(_hold, "held"), (_reopen, "reopened"), (_close_anew, "not_due")]
)
def test_what_is_held_or_reopened_after_the_approval_drops_out(office, definer, happens, reason):
    row = file(office, number=1)
    batch = batch_of(office, row)
    happens(office, row)
    assert dispose(definer, batch, row) is None
    assert Case.objects.using(OWNER).filter(pk=row.pk).exists()
    assert DisposalItem.objects.using(OWNER).get().dropped_for == reason


def test_a_hold_that_ended_or_was_lifted_holds_no_more(office, definer):
    row = file(office, number=1)
    batch = batch_of(office, row)
    _hold(office, row, until=today() - timedelta(days=1))
    _hold(office, row, lifted_on=today(), lifted_by=office.decider)
    assert dispose(definer, batch, row)


def test_a_restored_file_goes_again_without_a_batch_and_once(office, definer):
    row = file(office, number=1)
    values = [row.id, row.label, date(2026, 5, 1), "R8-廃1"]
    definer.execute("SELECT disclosure_dispose_again(%s, %s, %s, %s)", values)
    assert definer.fetchone()[0]
    definer.execute("SELECT disclosure_dispose_again(%s, %s, %s, %s)", values)
    assert definer.fetchone()[0] is None
    assert not Case.objects.using(OWNER).exists()


def draft(office, subject, *, saved_on, **data) -> Draft:
    row = Draft.objects.using(OWNER).create(
        user=office.worker, agency=office.agency, form="record", subject_id=str(subject), data=data
    )
    Draft.objects.using(OWNER).filter(pk=row.pk).update(saved_at=at_noon(saved_on))
    return row


def left() -> set:
    return set(Draft.objects.using(OWNER).values_list("pk", flat=True))


def test_drafts_of_another_case_stay_however_old(office, definer):
    gone, stays = file(office, number=1), file(office, number=2)
    draft(office, gone.id, saved_on=today())
    draft(office, "one", saved_on=today(), about=[str(gone.id)])
    kept = draft(office, stays.id, saved_on=OPENED), draft(office, "two", saved_on=OPENED)
    assert dispose(definer, batch_of(office, gone), gone)
    assert left() == {row.pk for row in kept}


def test_a_draft_of_no_case_is_forgotten_after_a_year(office, definer):
    row = file(office, number=1)
    event = Event.objects.using(OWNER).get(case=row)
    old = today() - drafts.KEPT - timedelta(days=1)
    for subject in ("new", "", new_id()):
        draft(office, subject, saved_on=old)
    young = draft(office, "younger", saved_on=today() - drafts.KEPT + timedelta(days=1))
    of_case = [draft(office, subject, saved_on=old) for subject in (row.id, event.id)]
    assert drafts.forget_old() == 3
    definer.execute("SET LOCAL ROLE kasane_definer")  # the command gave it back
    assert left() == {young.pk, *(one.pk for one in of_case)}


@pytest.fixture
def undone(office, definer, settings, tmp_path):
    """A case that was removed with its rows, as by the undoing of an import, and its entries in the log."""
    settings.VAR = tmp_path
    row = file(office, number=1)
    for table, column in (("people_person", "case_id"), ("cases_event", "case_id"), ("cases_case", "id")):
        definer.execute(f"DELETE FROM {table} WHERE {column} = %s", [row.id])
    definer.execute("SET CONSTRAINTS ALL IMMEDIATE")
    definer.execute("SET CONSTRAINTS ALL DEFERRED")
    return row


def names_in_log(definer) -> int:
    definer.execute("SET LOCAL ROLE kasane_definer")  # the command gave it back
    definer.execute(
        "SELECT count(*) FROM disclosure_logentry l WHERE concat(l.before, l.after) LIKE %s", ["%玖珂%"]
    )
    return definer.fetchone()[0]


def test_the_log_of_an_undone_import_is_emptied_when_its_time_is_up(office, definer, undone):
    stays = file(office, number=2)
    told = names_in_log(definer)
    due = today() + timedelta(days=5 * 366)
    assert not disposal.dispose_of_undone(on=today() + timedelta(days=5 * 365 - 1)).disposed
    assert names_in_log(definer) == told
    done = disposal.dispose_of_undone(on=due)
    assert done.disposed == [undone.label]
    assert "disclosure_logentry" in done.tables
    assert names_in_log(definer) == 2, "what is told of the other case"
    assert Case.objects.using(OWNER).get().pk == stays.pk
    assert [line.case_id for line in disposal.register().lines()] == [undone.id]
    definer.execute("SET CONSTRAINTS ALL IMMEDIATE")
    definer.execute("SELECT disclosure_first_break()")
    assert definer.fetchone() == (None,)
    assert not disposal.dispose_of_undone(on=due).disposed


def test_yearly_figures_do_not_shrink(office, definer):
    """The counts of households with a pattern, as they stand on 世帯の課題の組み合わせ."""
    rows = [file(office, number=number) for number in range(1, 6)]
    for row in rows:
        Pattern.objects.using(OWNER).create(
            case=row,
            code="8050",
            certainty="certain",
            since=date(2019, 6, 1),
            until=CLOSED,
            checked_on=CLOSED,
        )
    definer.execute("SELECT set_config('kasane.user_id', %s, true)", [str(office.manager.id)])

    def figures():
        definer.execute("SELECT * FROM people_pattern_counts(2019, 3)")
        return sorted(definer.fetchall(), key=str)

    before = figures()
    assert [(row[1], row[3], row[4]) for row in before if row[1] == "total"] == [("total", 5, 5)]
    batch = batch_of(office, *rows[:4])
    for row in rows[:4]:
        assert dispose(definer, batch, row)
    assert figures() == before

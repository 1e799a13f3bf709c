"""What a disposal reaches, what it leaves, and that the log still tells when it was tampered with (R-DIS-07)."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import connections, models, transaction
from django.db.utils import InternalError, ProgrammingError

from kasane.disclosure.tests.test_row_level_security import NOT_ABOUT_PERSONS, tables

pytestmark = pytest.mark.django_db(databases=["default", "owner"])

OUTLIVE = {
    "disclosure_logentry": "emptied, not removed",
    "disclosure_disposal": "the register itself: names nobody",
    "disclosure_pastcount": "counts alone",
    "disclosure_disposalbatch": "who proposed and approved: names nobody who was helped",
    "disclosure_oversightcheck": "that somebody has looked at the readings of a colleague",
    "intake_deskactivity": "work beside cases: names nobody who was helped",
    "intake_outpostday": "days and places: names nobody who was helped",
    "intake_shortconsultation": "counted lines that name nobody",
    "portal_heldcounts": "counts alone",
    "portal_publishedcounts": "counts alone",
    "cases_draft": "found by what is typed in it",
    "cases_phrase": "words of a desk for any case; never about a person",
    "conferences_meeting": "the meeting; what is said of a case stands in its items",
    "conferences_member": "who sits in a meeting",
    "conferences_sheetcopy": "that a numbered copy was made and came back; it names items by number",
    "conferences_minutescheck": "that a member has checked the minutes; it holds no words",
    "intake_doorcount": "counts by a keyed hash, gone the next day",
    "intake_doormessage": "emptied 90 days after its end (intake_empty_door_messages)",
    "intake_doorstep": "as intake_doormessage",
    "imports_import": "that an import was made; its rows go",
    "imports_mapping": "headings of a ledger",
    "imports_skippedrows": "thrown away after a month",
    "imports_upload": "thrown away after a month",
    "imports_uploadedsheet": "thrown away after a month",
}
"""Protected tables of which no row hangs on a case, each with what becomes of it."""


@pytest.fixture
def owner():
    """The owner as `kasane_definer`, in the test's own transaction."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SET LOCAL ROLE kasane_definer")
        yield cursor
        cursor.execute("RESET ROLE")


def reached(cursor) -> set[str]:
    """Tables that name a case, and all that hang on them by foreign keys."""
    cursor.execute("SELECT place::text FROM disclosure_case_columns()")
    found = {row[0] for row in cursor.fetchall()}
    cursor.execute("SELECT place::text, target::text FROM disclosure_references()")
    references = cursor.fetchall()
    while more := {place for place, target in references if target in found} - found:
        found |= more
    return found


def test_every_table_is_reached_or_known_to_outlive_a_case(owner):
    """A new table that hangs on a case is reached by itself; one that does not has to be thought about."""
    left = set(tables()) - reached(owner) - set(NOT_ABOUT_PERSONS)
    assert left == set(OUTLIVE)


def test_what_is_reached_holds_every_table_with_a_case_or_a_person(owner):
    owner.execute(
        "SELECT DISTINCT table_name FROM information_schema.columns WHERE table_schema = 'public'"
        " AND (column_name ~ 'case.*_id$' OR column_name ~ 'person.*_id$')"
    )
    named = {row[0] for row in owner.fetchall()}
    assert named - reached(owner) == {"disclosure_logentry", "disclosure_disposal"}


def test_a_table_made_later_is_reached_however_it_names_the_case(owner):
    owner.execute("RESET ROLE")
    owner.execute("CREATE TABLE later_note (id uuid PRIMARY KEY, about_case_id uuid)")
    owner.execute("CREATE TABLE later_file (id uuid PRIMARY KEY, file uuid REFERENCES cases_case)")
    owner.execute("CREATE TABLE later_page (id uuid PRIMARY KEY, of uuid REFERENCES later_file)")
    assert {"later_note", "later_file", "later_page"} <= reached(owner)


def test_no_model_keeps_files_beside_the_database():
    """Files of a case would have to go with it; there are none yet."""
    found = [f"{m._meta.label}.{f.name}" for m in apps.get_models() for f in m._meta.get_fields()
             if isinstance(f, models.FileField)]  # fmt: skip
    assert found == []


# The log ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def case_id(owner) -> str:
    """A case with three entries in the log, sealed; as the database's own functions write them."""
    owner.execute("SELECT uuidv7()")
    made = owner.fetchone()[0]
    for act in ("insert", "update", "read"):
        entry(owner, made, act, '{"family_name": "玖珂"}' if act != "read" else None)
    seal(owner)
    return made


def entry(owner, case, act, after):
    owner.execute(
        "INSERT INTO disclosure_logentry (at, case_id, act, subject, row_id, basis, after)"
        " VALUES (now(), %s, %s, 'people_person', '1', '', %s) RETURNING id",
        [case, act, after],
    )
    return owner.fetchone()[0]


def seal(owner):
    owner.execute("SET CONSTRAINTS ALL IMMEDIATE")
    owner.execute("SET CONSTRAINTS ALL DEFERRED")


@contextmanager
def refused(words):
    with pytest.raises((ProgrammingError, InternalError), match=words), transaction.atomic(using="owner"):
        yield


def first_break(owner):
    owner.execute("SELECT disclosure_first_break()")
    return owner.fetchone()[0]


def erase(owner, case):
    owner.execute("SELECT disclosure_erase(%s, 'R1-0001', '2026-05-01', 'R8-廃1')", [case])
    seal(owner)


def test_the_emptied_log_holds_together_and_tells_nothing(owner, case_id):
    erase(owner, case_id)
    assert first_break(owner) is None
    owner.execute(
        "SELECT act, subject, row_id, before, after, disposed_for IS NOT NULL FROM disclosure_logentry"
        " WHERE case_id = %s ORDER BY id", [case_id],
    )  # fmt: skip
    rows = owner.fetchall()
    assert [row[0] for row in rows] == ["insert", "update", "read", "dispose"]
    assert all(row[1:] == ("", "", None, None, True) for row in rows[:3])


def test_an_entry_emptied_without_a_disposal_is_refused(owner, case_id):
    with refused("append-only"):
        owner.execute(
            "UPDATE disclosure_logentry l SET disposed_for = %s, subject = '',"
            " row_id = '', before = NULL, after = NULL WHERE case_id = %s", [case_id, case_id],
        )  # fmt: skip


def test_after_a_disposal_nothing_else_of_an_entry_can_be_changed(owner, case_id):
    erase(owner, case_id)
    with refused("permission denied|append-only"):
        owner.execute("UPDATE disclosure_logentry SET subject = 'x' WHERE case_id = %s", [case_id])


@pytest.fixture
def attacker(owner):
    """Whoever has taken the triggers off the log."""
    owner.execute("RESET ROLE")
    for table in ("disclosure_logentry", "disclosure_disposal"):
        owner.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER append_only")
    return owner


EMPTIED = (
    "UPDATE disclosure_logentry l SET disposed_for = %s, subject = '',"
    " row_id = '', before = NULL, after = NULL WHERE id = %s"
)


def test_an_entry_emptied_by_force_breaks_the_chain(attacker, case_id):
    attacker.execute("SELECT min(id) FROM disclosure_logentry WHERE case_id = %s", [case_id])
    first = attacker.fetchone()[0]
    attacker.execute(EMPTIED, [case_id, first])
    assert first_break(attacker) == first


def test_another_cases_entry_emptied_under_cover_of_a_disposal_breaks_the_chain(attacker, case_id):
    attacker.execute("SET LOCAL ROLE kasane_definer")
    attacker.execute("SELECT uuidv7()")
    other = entry(attacker, attacker.fetchone()[0], "update", '{"family_name": "残"}')
    seal(attacker)
    erase(attacker, case_id)
    assert first_break(attacker) is None
    attacker.execute("RESET ROLE")
    attacker.execute(EMPTIED, [case_id, other])
    assert first_break(attacker) == other


@pytest.mark.parametrize(
    "change", ["after = '{}'", "act = 'read'", "disposed_for = NULL", "row_id = 'x'", "at = now() - interval '1 day'"]
)  # fmt: skip
def test_an_emptied_entry_that_is_changed_breaks_the_chain(attacker, case_id, change):
    attacker.execute("SET LOCAL ROLE kasane_definer")
    erase(attacker, case_id)
    attacker.execute("RESET ROLE")
    attacker.execute("SELECT min(id) FROM disclosure_logentry WHERE case_id = %s", [case_id])
    first = attacker.fetchone()[0]
    attacker.execute(f"UPDATE disclosure_logentry SET {change} WHERE id = %s", [first])
    assert first_break(attacker) == first


def test_the_register_only_grows(owner, case_id):
    erase(owner, case_id)
    for statement in ("UPDATE disclosure_disposal SET batch = ''", "DELETE FROM disclosure_disposal"):
        with refused("permission denied|append-only"):
            owner.execute(statement)


def test_counts_of_a_file_stay(owner, case_id):
    owner.execute("SELECT proname FROM pg_proc WHERE proname LIKE '%%\\_counts\\_of\\_case' ORDER BY 1")
    assert [row[0] for row in owner.fetchall()] == [
        "cases_alarm_counts_of_case", "cases_counts_of_case", "intake_counts_of_case", "people_counts_of_case",
    ]  # fmt: skip

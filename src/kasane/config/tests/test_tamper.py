"""Whatever a superuser does to the log, `audit verify` finds it and names the first link that broke (R-DIS-08)."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

import psycopg
import pytest

from kasane.config.anchors import keep_anchor, present_anchor, read_anchors, verify_log
from kasane.config.testing import DATABASE, SERVER
from kasane.disclosure.chain import BreakKind
from kasane.disclosure.retention.register import NAME, Line, Register

CASE = "0198a000-0000-7000-8000-000000000001"
ENTRIES = 12
RESEAL = """
DO $$
DECLARE l disclosure_logentry; number bigint := {before}; previous bytea := {previous};
BEGIN
    DELETE FROM disclosure_seal WHERE id > {before};
    FOR l IN SELECT * FROM disclosure_logentry e WHERE NOT EXISTS (SELECT 1 FROM disclosure_seal s WHERE s.entry_id = e.id) ORDER BY e.id LOOP
        number := number + 1;
        previous := sha256(previous || disclosure_own(number, disclosure_head(l), disclosure_content(l)));
        INSERT INTO disclosure_seal (id, entry_id, content, own, digest)
        VALUES (number, l.id, disclosure_content(l), disclosure_own(number, disclosure_head(l), disclosure_content(l)), previous);
    END LOOP;
END $$
"""


class Attacker:
    """A superuser of the database, with the log's own triggers out of the way. `e(5)` is the fifth entry."""

    def __init__(self, connection):
        self.connection = connection
        self.ids = [
            row[0]
            for row in connection.execute("SELECT entry_id FROM disclosure_seal ORDER BY id").fetchall()
        ]

    def e(self, place):
        return self.ids[place - 1]

    def do(self, statement, *values):
        self.connection.execute(statement, values)


@pytest.fixture
def superuser(django_db_setup):
    """Everything happens in one transaction, which is rolled back at the end."""
    with psycopg.connect(SERVER.url("postgres", DATABASE)) as connection:
        for place in range(1, ENTRIES + 1):
            _log(connection, f"{place}")
        connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        yield connection
        connection.rollback()


def _log(connection, subject):
    connection.execute(
        "INSERT INTO disclosure_logentry (at, user_id, agency_id, case_id, act, subject, row_id, basis, before, after)"
        " VALUES (now(), gen_random_uuid(), gen_random_uuid(), %s, 'update', %s, 'row', 'own_work', %s, %s)",
        [CASE, subject, '{"name": "前"}', '{"name": "後"}'],
    )


@pytest.fixture
def attacker(superuser):
    found = Attacker(superuser)
    superuser.execute("SET LOCAL session_replication_role = replica")
    return found


def test_a_log_that_nobody_touched_is_whole(superuser):
    verdict = verify_log(superuser, [present_anchor(superuser)])
    assert verdict.broken is None
    assert verdict.links == ENTRIES


@pytest.mark.parametrize(
    ("column", "value"),
    [("at", "now() - interval '1 day'"), ("user_id", "gen_random_uuid()"), ("user_id", "NULL"),
     ("agency_id", "gen_random_uuid()"), ("case_id", "gen_random_uuid()"), ("act", "'read'"), ("subject", "'x'"),
     ("row_id", "'x'"), ("basis", "'consent'"), ("before", "'{}'"), ("before", "NULL"), ("after", "'{\"name\": \"偽\"}'"),
     ("after", "NULL"), ("id", "id + 100000")],
)  # fmt: skip
def test_a_changed_column_is_found(attacker, superuser, column, value):
    attacker.do(f"UPDATE disclosure_logentry SET {column} = {value} WHERE id = %s", attacker.e(5))
    broken = verify_log(superuser, []).broken
    assert (broken.kind, broken.number, broken.entry_id) == (BreakKind.CHANGED, 5, attacker.e(5))


def emptied(a):
    """As a disposal empties an entry, but nobody disposed of the file."""
    a.do(
        "UPDATE disclosure_logentry SET subject = '', row_id = '', before = NULL, after = NULL WHERE id = %s",
        a.e(5),
    )


def test_an_entry_emptied_without_a_disposal_is_found(attacker, superuser):
    emptied(attacker)
    broken = verify_log(superuser, []).broken
    assert (broken.kind, broken.number) == (BreakKind.CHANGED, 5)
    assert "廃棄の記録はありません" in broken.sentence


OTHER = "0198a000-0000-7000-8000-000000000002"
NUMBER, BATCH = "R1-0001", "R8-廃1"


def dispose(superuser, case_id, *, elsewhere=(), is_kept=True):
    """A disposal as the database writes it; `is_kept`: with its row in the register of the database."""
    superuser.execute("SET LOCAL session_replication_role = origin")
    if is_kept:
        superuser.execute(
            "INSERT INTO disclosure_disposal (case_id, case_number, disposed_on, batch) VALUES (%s, %s, '2026-05-01', %s)",
            [case_id, NUMBER, BATCH],
        )
    superuser.execute(
        "INSERT INTO disclosure_logentry (at, case_id, act, subject, row_id, basis, after)"
        " VALUES (clock_timestamp(), %s, 'dispose', '廃棄', %s, '', %s)",
        [case_id, BATCH, json.dumps({"number": NUMBER, "batch": BATCH, "elsewhere": list(elsewhere)})],
    )
    superuser.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.fixture
def book(tmp_path):
    """A register file that knows of the disposal of CASE."""
    made = Register(tmp_path / NAME)
    made.append([Line(UUID(CASE), NUMBER, date(2026, 5, 1), BATCH)])
    return made


def test_an_entry_emptied_by_a_disposal_that_is_itself_in_the_chain_is_whole(attacker, superuser, book):
    emptied(attacker)
    dispose(superuser, CASE)
    verdict = verify_log(superuser, [], register=book)
    assert (verdict.broken, verdict.blanked) == (None, 1)


def test_a_disposal_of_another_case_covers_nothing(attacker, superuser):
    emptied(attacker)
    dispose(superuser, OTHER)
    assert verify_log(superuser, []).broken.number == 5


def test_a_disposal_lets_nothing_be_rewritten(attacker, superuser):
    attacker.do("UPDATE disclosure_logentry SET after = '{}' WHERE id = %s", attacker.e(5))
    dispose(superuser, CASE)
    assert verify_log(superuser, []).broken.number == 5


def test_an_entry_of_two_cases_is_emptied_with_the_other(attacker, superuser):
    emptied(attacker)
    dispose(superuser, OTHER, elsewhere=[attacker.e(5)])
    assert verify_log(superuser, []).broken is None


def test_a_disposal_that_no_row_bears_out_covers_nothing(attacker, superuser):
    emptied(attacker)
    dispose(superuser, OTHER, elsewhere=[attacker.e(5)], is_kept=False)
    assert verify_log(superuser, []).broken.number == 5


def test_a_disposal_that_no_row_bears_out_is_found_though_nothing_was_emptied(superuser):
    dispose(superuser, OTHER, is_kept=False)
    assert verify_log(superuser, []).broken.kind == BreakKind.UNFOUNDED


def test_a_disposal_with_a_forged_row_is_found_by_the_register_file(attacker, superuser, book):
    emptied(attacker)
    dispose(superuser, OTHER, elsewhere=[attacker.e(5)])
    assert verify_log(superuser, [], register=book).broken.number == 5


def test_a_disposal_that_the_register_file_does_not_know_is_named(superuser, book):
    dispose(superuser, OTHER)
    broken = verify_log(superuser, [], register=book).broken
    assert broken.kind == BreakKind.UNFOUNDED
    assert "廃棄簿のファイル" in broken.sentence


@pytest.mark.parametrize("entry", [(CASE, "read"), (None, "read")])
def test_a_reading_is_never_emptied_with_another(superuser, entry):
    superuser.execute(
        "INSERT INTO disclosure_logentry (at, case_id, act, subject, row_id, basis) VALUES (now(), %s, %s, 'x', '', '')",
        entry,
    )
    superuser.execute("SET CONSTRAINTS ALL IMMEDIATE")
    found = Attacker(superuser)
    superuser.execute("SET LOCAL session_replication_role = replica")
    found.do("UPDATE disclosure_logentry SET subject = '' WHERE id = %s", found.ids[-1])
    dispose(superuser, OTHER, elsewhere=[found.ids[-1]])
    assert verify_log(superuser, []).broken.entry_id == found.ids[-1]


@pytest.mark.parametrize(
    "at", ["2020-01-01", "now() - interval '61 minutes'", "now() + interval '2 hours'", "infinity"]
)
def test_an_entry_written_with_another_time_is_found(superuser, at):
    value = at if at.startswith("now") else f"'{at}'"
    superuser.execute(
        f"INSERT INTO disclosure_logentry (at, act, subject, row_id, basis) VALUES ({value}, 'read', 'x', '', '')"
    )
    superuser.execute("SET CONSTRAINTS ALL IMMEDIATE")
    broken = verify_log(superuser, []).broken
    assert (broken.kind, broken.number) == (BreakKind.ADDED, ENTRIES + 1)


def test_an_entry_that_waited_for_its_commit_is_none_of_those(superuser):
    superuser.execute(
        "INSERT INTO disclosure_logentry (at, act, subject, row_id, basis)"
        " VALUES (now() - interval '59 minutes', 'read', 'x', '', '')"
    )
    superuser.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert verify_log(superuser, []).broken is None


def removed_entry(a):
    a.do("DELETE FROM disclosure_logentry WHERE id = %s", a.e(5))


def removed_with_its_seal(a):
    removed_entry(a)
    a.do("DELETE FROM disclosure_seal WHERE id = 5")


def removed_and_numbers_closed_up(a):
    removed_with_its_seal(a)
    a.do("UPDATE disclosure_seal SET id = id + 1000 WHERE id > 5")
    a.do("UPDATE disclosure_seal SET id = id - 1001 WHERE id > 1000")


def removed_from_the_beginning(a):
    a.do("DELETE FROM disclosure_logentry WHERE id <= %s", a.e(5))
    a.do("DELETE FROM disclosure_seal WHERE id <= 5")


def inserted_without_a_seal(a):
    a.do("UPDATE disclosure_logentry SET id = id + 1000000 WHERE id > %s", a.e(5))
    a.do("UPDATE disclosure_seal SET entry_id = entry_id + 1000000 WHERE id > 5")
    _log(a.connection, "作りもの")


def inserted_at_the_end_without_a_seal(a):
    _log(a.connection, "作りもの")


def inserted_with_a_forged_seal(a):
    a.do("UPDATE disclosure_seal SET id = id + 1000 WHERE id > 5")
    a.do("UPDATE disclosure_seal SET id = id - 999 WHERE id > 1000")
    _log(a.connection, "作りもの")
    a.do(
        "INSERT INTO disclosure_seal (id, entry_id, content, own, digest)"
        " SELECT 6, l.id, disclosure_content(l), disclosure_own(6, disclosure_head(l), disclosure_content(l)),"
        " sha256((SELECT digest FROM disclosure_seal WHERE id = 5) || disclosure_own(6, disclosure_head(l), disclosure_content(l)))"
        " FROM disclosure_logentry l ORDER BY l.id DESC LIMIT 1"
    )


def seal_removed(a):
    a.do("DELETE FROM disclosure_seal WHERE id = 5")


def digest_overwritten(a):
    a.do("UPDATE disclosure_seal SET digest = sha256('x') WHERE id = 5")


def last_digest_overwritten(a):
    a.do("UPDATE disclosure_seal SET digest = sha256('x') WHERE id = 12")


def own_overwritten(a):
    a.do("UPDATE disclosure_seal SET own = sha256('x') WHERE id = 5")


def content_overwritten(a):
    a.do("UPDATE disclosure_seal SET content = sha256('x') WHERE id = 5")


def seal_points_elsewhere(a):
    a.do("UPDATE disclosure_seal SET entry_id = 99999999 WHERE id = 5")


def seals_swapped(a):
    a.do("UPDATE disclosure_seal SET id = 1005 WHERE id = 5")
    a.do("UPDATE disclosure_seal SET id = 5 WHERE id = 6")
    a.do("UPDATE disclosure_seal SET id = 6 WHERE id = 1005")


def numbers_pushed_on(a):
    a.do("UPDATE disclosure_seal SET id = id + 1000")


def changed_and_its_seal_forged(a):
    a.do("UPDATE disclosure_logentry SET subject = '偽' WHERE id = %s", a.e(5))
    a.do(
        "UPDATE disclosure_seal s SET own = disclosure_own(5, disclosure_head(l), disclosure_content(l)), digest ="
        " sha256((SELECT digest FROM disclosure_seal WHERE id = 4) || disclosure_own(5, disclosure_head(l), disclosure_content(l)))"
        " FROM disclosure_logentry l WHERE s.id = 5 AND l.id = s.entry_id"
    )


@pytest.mark.parametrize(
    ("deed", "kind", "number"),
    [(removed_entry, BreakKind.REMOVED, 5), (removed_with_its_seal, BreakKind.REMOVED, 5),
     (removed_and_numbers_closed_up, BreakKind.REMOVED, 5), (removed_from_the_beginning, BreakKind.REMOVED, 1),
     (inserted_without_a_seal, BreakKind.ADDED, None), (inserted_at_the_end_without_a_seal, BreakKind.ADDED, None),
     (inserted_with_a_forged_seal, BreakKind.ADDED, 6), (seal_removed, BreakKind.RESEALED, 5),
     (digest_overwritten, BreakKind.RESEALED, 5), (last_digest_overwritten, BreakKind.RESEALED, 12),
     (own_overwritten, BreakKind.RESEALED, 5), (content_overwritten, BreakKind.RESEALED, 5),
     (seal_points_elsewhere, BreakKind.RESEALED, 5), (seals_swapped, BreakKind.REMOVED, 5),
     (numbers_pushed_on, BreakKind.REMOVED, 1), (changed_and_its_seal_forged, BreakKind.RESEALED, 5)],
)  # fmt: skip
def test_each_kind_of_manipulation_is_found_at_its_first_link(attacker, superuser, deed, kind, number):
    deed(attacker)
    broken = verify_log(superuser, []).broken
    assert (broken.kind, broken.number) == (kind, number), broken.sentence


def newest_cut_off_with_their_seals(a):
    a.do("DELETE FROM disclosure_logentry WHERE id > %s", a.e(7))
    a.do("DELETE FROM disclosure_seal WHERE id > 7")


def everything_cut_off(a):
    a.do("TRUNCATE disclosure_logentry, disclosure_seal")


def newest_cut_off_and_others_written(a):
    newest_cut_off_with_their_seals(a)
    a.do("SET LOCAL session_replication_role = origin")
    for place in range(ENTRIES):
        _log(a.connection, f"作りもの {place}")
    a.do("SET CONSTRAINTS ALL IMMEDIATE")


def changed_and_everything_sealed_anew(a):
    a.do("UPDATE disclosure_logentry SET subject = '偽' WHERE id = %s", a.e(5))
    a.do(RESEAL.format(before=0, previous="''::bytea"))


def removed_and_everything_sealed_anew(a):
    a.do("DELETE FROM disclosure_logentry WHERE id = %s", a.e(5))
    a.do(RESEAL.format(before=0, previous="''::bytea"))


@pytest.mark.parametrize(
    ("deed", "kind", "number"),
    [(newest_cut_off_with_their_seals, BreakKind.CUT, 8), (everything_cut_off, BreakKind.CUT, 1),
     (newest_cut_off_and_others_written, BreakKind.RESEALED, 1),
     (changed_and_everything_sealed_anew, BreakKind.RESEALED, 1), (removed_and_everything_sealed_anew, BreakKind.CUT, 12)],
)  # fmt: skip
def test_what_the_tables_can_not_tell_is_told_by_an_anchor(attacker, superuser, deed, kind, number):
    anchor = present_anchor(superuser)
    deed(attacker)
    assert verify_log(superuser, []).broken is None, "the two tables agree with each other"
    broken = verify_log(superuser, [anchor]).broken
    assert (broken.kind, broken.number) == (kind, number), broken.sentence


def test_two_anchors_narrow_down_where_it_was_sealed_anew(superuser):
    early = present_anchor(superuser)
    _log(superuser, "あと")
    superuser.execute("SET CONSTRAINTS ALL IMMEDIATE")
    late = present_anchor(superuser)
    superuser.execute("SET LOCAL session_replication_role = replica")
    superuser.execute("UPDATE disclosure_logentry SET subject = '偽' WHERE subject = 'あと'")
    superuser.execute(
        RESEAL.format(before=ENTRIES, previous=f"(SELECT digest FROM disclosure_seal WHERE id = {ENTRIES})")
    )
    broken = verify_log(superuser, [early, late]).broken
    assert (broken.kind, broken.number) == (BreakKind.RESEALED, ENTRIES + 1)


def test_triggers_that_were_switched_off_are_found(superuser):
    superuser.execute("ALTER TABLE cases_supportrecord DISABLE TRIGGER record_change")
    broken = verify_log(superuser, []).broken
    assert broken.kind == BreakKind.STOPPED
    assert "cases_supportrecord" in broken.sentence


@pytest.mark.parametrize(
    ("deed", "named"),
    [("DROP TRIGGER record_change ON cases_supportrecord", "cases_supportrecord"),
     ("DROP TRIGGER hide_protected ON cases_supportrecord", "cases_supportrecord"),
     ("DROP TRIGGER seal ON disclosure_logentry", "disclosure_logentry"),
     ("DROP TRIGGER append_only ON disclosure_seal", "disclosure_seal"),
     ("DROP TRIGGER append_only ON disclosure_disposal", "disclosure_disposal"),
     ("DROP TRIGGER record_change ON people_person; CREATE TRIGGER record_change AFTER DELETE ON people_person"
      " FOR EACH ROW EXECUTE FUNCTION disclosure_record_change('case_id')", "people_person"),
     ("CREATE TRIGGER z BEFORE INSERT ON disclosure_logentry FOR EACH ROW EXECUTE FUNCTION"
      " suppress_redundant_updates_trigger()", "disclosure_logentry"),
     ("CREATE RULE z AS ON INSERT TO disclosure_logentry DO INSTEAD NOTHING", "disclosure_logentry"),
     ("CREATE OR REPLACE FUNCTION disclosure_only_emptied() RETURNS trigger LANGUAGE plpgsql AS"
      " $$ BEGIN RETURN NEW; END $$", "disclosure_only_emptied"),
     ("ALTER FUNCTION disclosure_record_change() SECURITY INVOKER", "disclosure_record_change"),
     ("DROP FUNCTION disclosure_log_file(text, text)", "disclosure_log_file")],
)  # fmt: skip
def test_a_guard_that_was_dropped_or_replaced_is_found(superuser, deed, named):
    superuser.execute(deed)
    broken = verify_log(superuser, []).broken
    assert broken.kind == BreakKind.STOPPED
    assert named in broken.sentence


def test_the_owner_of_the_tables_can_not_empty_the_log():
    with (
        psycopg.connect(SERVER.url("kasane_owner", DATABASE)) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege, match="append-only"),
    ):
        connection.execute("TRUNCATE disclosure_seal")


def test_anchors_are_kept_line_by_line_for_their_owner_alone(superuser, tmp_path):
    path = tmp_path / "anchors" / "kasane.txt"
    first = present_anchor(superuser)
    keep_anchor(path, first)
    keep_anchor(path, first)
    _log(superuser, "あと")
    superuser.execute("SET CONSTRAINTS ALL IMMEDIATE")
    keep_anchor(path, present_anchor(superuser))
    assert [anchor.number for anchor in read_anchors(path)] == [ENTRIES, ENTRIES + 1]
    assert path.stat().st_mode & 0o777 == 0o600

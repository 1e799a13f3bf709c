"""Hides protected words in every table that holds texts about a case (R-DIS-09).

The trigger is set by what the database holds, after every migration: a new table can not be forgotten.
"""

from __future__ import annotations

from typing import Any

from django.db import connections
from psycopg import sql

TRIGGER = "hide_protected"

NOT_HIDDEN = {
    "disclosure_logentry": "append-only; masked when read (people_masked_change)",
    "disclosure_disposal": "append-only; numbers and days",
    "disclosure_disposalbatch": "numbers, days and the words of those who decide; of many cases",
    "disclosure_pastcount": "counts",
    "portal_heldcounts": "counts",
    "portal_publishedcounts": "counts",
    "intake_deskactivity": "counted work of a desk, of no case",
    "intake_outpostday": "days of a desk, of no case",
    "intake_shortconsultation": "counted lines of a desk, of no case",
    "disclosure_oversightcheck": "about readings of staff",
    "people_protectedcontact": "seen by the named staff alone",
    "people_protectedpassage": "seen by the named staff alone",
    "people_protectedword": "seen by nobody",
    "people_protectionhandover": "seen by coordinators and those who agree; written by functions",
    "cases_draft": "for its writer alone; hidden once when a person is protected (people_hide_case)",
    "cases_phrase": "words of a desk for any case; never about a person",
    "conferences_sheetcopy": "item numbers and codes of sheets",
    "conferences_member": "staff and guests of a meeting, who are no persons of a case",
    "intake_doorcount": "counts",
    "intake_doormessage": "of no case yet; seen by the desk that has it alone, and emptied",
    "intake_doorstep": "as intake_doormessage",
    "imports_import": "names of files",
    "imports_mapping": "headings",
    "imports_skippedrows": "for the importer alone, who has the file itself",
    "imports_upload": "for the importer alone, who has the file itself",
    "imports_uploadedsheet": "for the importer alone, who has the file itself",
}
"""Tables under row-level security with texts that stay as they are, and why."""

ELSEWHERE = {
    "cases_case": ("SELECT ($1 ->> 'id')::uuid", "t.id = $1"),
    "conferences_meeting": (
        "SELECT i.case_id FROM conferences_agendaitem i"
        " WHERE i.meeting_id = ($1 ->> 'id')::uuid AND i.case_id IS NOT NULL",
        "t.id IN (SELECT i.meeting_id FROM conferences_agendaitem i WHERE i.case_id = $1)",
    ),
    "people_pair": (
        "SELECT ($1 ->> 'case_a_id')::uuid UNION SELECT ($1 ->> 'case_b_id')::uuid",
        "$1 IN (t.case_a_id, t.case_b_id)",
    ),
}
"""Tables without `case_id`: how the cases of a row are found, and how the rows (`t`) of a case."""

_NAMES = {"family_name", "given_name", "family_kana", "given_kana"}
_COMPARED = {"address", "town", "phones", "address_key", "town_key", "mobile", "landline", "blocks"}
_KEYS = ("people_personkey", "people_matchkey")


def _holds_words(table: str, column: str) -> bool:
    """Names stay as they are; of the folded forms, those of addresses and numbers are hidden."""
    if table in _KEYS:
        return column in _COMPARED
    return not (table in ("people_person", "people_personstate") and column in _NAMES)


_COLUMNS = """
    SELECT c.table_name, bool_or(c.column_name = 'case_id'),
        array_agg(c.column_name || COALESCE(':' || c.character_maximum_length, '') ORDER BY c.ordinal_position)
            FILTER (WHERE c.is_generated = 'NEVER' AND (c.data_type IN ('text', 'character varying', 'jsonb')
                OR c.udt_name IN ('_text', '_varchar')))
    FROM information_schema.columns c
    JOIN pg_class t ON t.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
    WHERE c.table_schema = 'public' AND t.relkind = 'r' AND t.relrowsecurity
    GROUP BY 1 ORDER BY 1
"""


def tables_with_texts(using: str) -> dict[str, tuple[bool, list[str]]]:
    """Each protected table with texts: whether it has a `case_id`, and its text columns."""
    with connections[using].cursor() as cursor:
        cursor.execute(_COLUMNS)
        return {name: (has_case, columns) for name, has_case, columns in cursor.fetchall() if columns}


def hide_everywhere(*, using: str, **_: Any) -> None:
    """Sets the trigger on every such table; for `post_migrate`."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT to_regprocedure('people_hide_row()')")
        if cursor.fetchone()[0] is None:
            return
        for table, (has_case, columns) in tables_with_texts(using).items():
            if table in NOT_HIDDEN or not (has_case or table in ELSEWHERE):
                continue
            kept = [one for one in columns if _holds_words(table, one.split(":")[0])]
            found = ELSEWHERE.get(table, ("", ""))
            cursor.execute(
                sql.SQL(
                    "CREATE OR REPLACE TRIGGER {} BEFORE INSERT OR UPDATE ON {} FOR EACH ROW"
                    " EXECUTE FUNCTION people_hide_row({})"
                )
                .format(
                    sql.Identifier(TRIGGER),
                    sql.Identifier(table),
                    sql.SQL(", ").join(map(sql.Literal, (*found, *kept))),
                )
                .as_string()
            )

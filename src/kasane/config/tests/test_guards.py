"""The list of what guards the log is that of a fresh database (R-DIS-08)."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

import psycopg

from kasane.config.testing import DATABASE, SERVER
from kasane.disclosure import guards


def test_the_list_of_guards_is_what_the_migrations_make(django_db_setup):
    """After a change of triggers or of the log's functions: run this once with KASANE_WRITE_GUARDS=1."""
    with psycopg.connect(SERVER.url("postgres", DATABASE)) as connection:
        found = guards.present(connection, only_watched=True)
    if os.environ.get("KASANE_WRITE_GUARDS"):
        text = json.dumps(asdict(found), indent=1, sort_keys=True) + "\n"
        (Path(guards.__file__).parent / "guards.json").write_text(text, encoding="utf-8")
    assert guards.expected() == found


def test_the_list_watches_what_keeps_and_hides():
    wanted = guards.expected()
    assert {
        "cases_supportrecord.record_change", "cases_supportrecord.hide_protected", "disclosure_logentry.seal",
        "disclosure_logentry.append_only", "disclosure_seal.append_only", "disclosure_disposal.append_only",
        "disclosure_logentry.never_emptied", "disclosure_logentry.skip_disposed",
    } <= wanted.triggers.keys()  # fmt: skip
    assert {
        "disclosure_seal_entry()", "disclosure_record_change()", "disclosure_only_emptied()", "people_hide_row()",
        "disclosure_content(disclosure_logentry)", "kasane_user()",
    } <= wanted.functions.keys()  # fmt: skip

"""What keeps the log: triggers and functions of the database, held against a list in the program (R-DIS-08).

The list, `guards.json`, is what a fresh database holds; `test_guards` asserts it, and writes it anew with
`KASANE_WRITE_GUARDS=1` after a change of the SQL.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from psycopg import Cursor

from kasane.disclosure.chain import Break, BreakKind

OF_THE_LOG = frozenset({"disclosure_logentry", "disclosure_seal", "disclosure_disposal"})
"""Tables that bear no trigger and no rule but ours."""

_TRIGGERS = """
SELECT c.relname || '.' || t.tgname, md5(pg_get_triggerdef(t.oid, true))
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND c.relnamespace = 'public'::regnamespace
"""
_FUNCTIONS = """
SELECT p.oid::regprocedure::text, md5(concat_ws(' ', p.prosrc, p.prosecdef::text, p.proconfig::text))
FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
"""
_WATCHED = """ AND (
    p.prosrc ~ 'disclosure_(logentry|seal|append_only|only_emptied)'
    OR p.proname IN ('disclosure_head', 'disclosure_content', 'disclosure_own', 'kasane_user', 'kasane_agency')
    OR EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgfoid = p.oid AND NOT t.tgisinternal))
"""
_LEFT_ASIDE = """
SELECT c.relname FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND (
    EXISTS (SELECT 1 FROM pg_rewrite r WHERE r.ev_class = c.oid)
    OR EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgenabled <> 'O'))
"""


@dataclass(frozen=True, slots=True)
class Guards:
    """Digests of what each trigger (`table.name`) and each function is."""

    triggers: Mapping[str, str]
    functions: Mapping[str, str]


def expected() -> Guards:
    """What a database of this version holds."""
    text = resources.files("kasane.disclosure").joinpath("guards.json").read_text(encoding="utf-8")
    return Guards(**json.loads(text))


def present(connection: Any, *, only_watched: bool = False) -> Guards:
    """What this database holds; of functions all, or those the log rests on."""
    with Cursor(connection) as cursor:
        triggers = dict(cursor.execute(_TRIGGERS).fetchall())
        functions = dict(cursor.execute(_FUNCTIONS + (_WATCHED if only_watched else "")).fetchall())
    return Guards(triggers, functions)


def read_stopped(connection: Any) -> Break | None:
    """A trigger that is off, gone, another one, or too many on the log; a function that was replaced: what happens
    there is kept no more, or not as it was.
    """
    wanted, found = expected(), present(connection)
    with Cursor(connection) as cursor:
        tables = {name for (name,) in cursor.execute(_LEFT_ASIDE).fetchall()}
    tables |= {_table(name) for name in _lost(wanted.triggers, found.triggers)}
    tables |= {_table(name) for name in found.triggers.keys() - wanted.triggers.keys()} & OF_THE_LOG
    if tables:
        words = f"表 {'、'.join(sorted(tables))} で、変更を記録する(または守る)しかけが止められているか、外されています。"
        return Break(BreakKind.STOPPED, None, None, words)
    replaced = _lost(wanted.functions, found.functions)
    if replaced:
        words = f"記録を守る関数 {'、'.join(sorted(replaced))} が差し替えられているか、外されています。"
        return Break(BreakKind.STOPPED, None, None, words)
    return None


def _lost(wanted: Mapping[str, str], found: Mapping[str, str]) -> set[str]:
    return {name for name, digest in wanted.items() if found.get(name) != digest}


def _table(name: str) -> str:
    return name.split(".")[0]

"""Row-level security for a table with personal data, to be put into the migration that makes the table.

    operations = [migrations.CreateModel(...), *protect("cases_supportrecord")]

`protect` forces row-level security, lets `kasane_app` see a row only when the viewer's grants cover every kind
of data in it, and writes each change to the log.
"""

from __future__ import annotations

from importlib import resources
from typing import Literal

from django.db import migrations

Writer = Literal["worker", "viewer"]

SOME_KIND = "{}_some_kind"
"""Name of the constraint that a row about a case names its kinds of data."""


def protect(
    table: str,
    *,
    case: str = "case_id",
    kinds: str = "kinds",
    writer: Writer = "worker",
    nullable: bool = False,
    logged: bool = True,
) -> list[migrations.RunSQL]:
    """Policies for `table`.

    `case` and `kinds` are SQL expressions over its columns. `writer` says who may write: those who work on the
    case, or everybody who sees it (a referral is answered by an agency that does not work on the case yet).
    With `nullable`, rows without a case (a meeting's general item) are for every signed-in viewer. Derived rows,
    whose source is logged, need no log of their own (`logged=False`).
    """
    see = _covered(table, case, kinds, writes=False)
    write = _covered(table, case, kinds, writes=writer == "worker")
    if nullable:
        open_row = f"({table}.{case} IS NULL AND (SELECT kasane_user()) IS NOT NULL)"
        see, write = f"{open_row} OR ({see})", f"{open_row} OR ({write})"
    forced = _forced(table, see=see, write=write, case=case if logged else None)
    return [*forced, *_with_some_kind(table, kinds)] if kinds.isidentifier() else forced


def protect_own(table: str, *, user: str = "user_id") -> list[migrations.RunSQL]:
    """Policies for a table whose rows belong to one signed-in person alone (drafts)."""
    mine = f"{table}.{user} = (SELECT kasane_user())"
    return _forced(table, see=mine, write=mine, case=None)


def protect_desk(table: str, *, agency: str = "agency_id", user: str = "user_id") -> list[migrations.RunSQL]:
    """Policies for what staff keep for their own desk: a row is its agency's, with a user that person's alone."""
    ours = (
        f"{table}.{agency} = (SELECT kasane_agency())"
        f" AND ({table}.{user} IS NULL OR {table}.{user} = (SELECT kasane_user()))"
    )
    return _forced(table, see=ours, write=ours, case=None)


def protect_for(
    table: str, *, see: str, write: str = "false", case: str | None = None
) -> list[migrations.RunSQL]:
    """Policies for a table that only those see for whom the SQL condition `see` holds. Functions write it, and those
    for whom `write` holds.
    """
    return _forced(table, see=f"(SELECT {see})", write=f"(SELECT {write})", case=case)


def protect_by(table: str, *, see: str, adds: str, case: str | None) -> list[migrations.RunSQL]:
    """Policies for a table with conditions of its own: who sees a row, and how a new one must be (SQL over its columns).

    Who sees it may change it, as far as triggers of the table let them; nobody removes it.
    """
    return _forced(table, see=see, write=see, adds=adds, removes="false", case=case)


def protect_named(table: str, *, staff: str = "staff", case: str = "case_id") -> list[migrations.RunSQL]:
    """Policies for a table whose rows are for the staff named in them, as long as they see the case (R-DIS-09)."""
    named = f"(SELECT kasane_user()) = ANY({table}.{staff}) AND disclosure_sees({table}.{case})"
    return _forced(table, see=named, write=named, case=case)


def _with_some_kind(table: str, kinds: str) -> list[migrations.RunSQL]:
    """A row that named no kind of data would be covered by any rights, and by none: so there is no such row."""
    check = f"ALTER TABLE {table} ADD CONSTRAINT {SOME_KIND.format(table)} CHECK ({kinds} > 0)"
    return [migrations.RunSQL(check, migrations.RunSQL.noop)]


def _covered(table: str, case: str, kinds: str, *, writes: bool) -> str:
    """No kind is left uncovered. Written as `< 1`: of `= 0` the planner would expect one row in two hundred to
    pass, and read whole tables for the first page of a list.
    """
    column = f"{table}.{kinds}" if kinds.isidentifier() else kinds
    return (
        f"({column} & ~COALESCE((SELECT bit_or(g.kinds) FROM disclosure_grant g WHERE g.case_id = {table}.{case}"
        f" AND g.valid @> kasane_today(){' AND g.writes' if writes else ''})::int, 0)) < 1"
    )


def covered(table: str, *, case: str = "case_id", kinds: str = "1") -> str:
    """The SQL condition that the viewer sees data of these kinds in the row's case, as a part of other conditions."""
    return _covered(table, case, kinds, writes=False)


def _forced(
    table: str, *, see: str, write: str, case: str | None, adds: str | None = None, removes: str | None = None
) -> list[migrations.RunSQL]:
    statements = [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY viewer_sees ON {table} FOR SELECT TO kasane_app USING ({see})",
        f"CREATE POLICY viewer_adds ON {table} FOR INSERT TO kasane_app WITH CHECK ({adds or write})",
        f"CREATE POLICY viewer_changes ON {table} FOR UPDATE TO kasane_app USING ({see}) WITH CHECK ({write})",
        f"CREATE POLICY viewer_removes ON {table} FOR DELETE TO kasane_app USING ({removes or write})",
        f"CREATE POLICY definer ON {table} TO kasane_definer USING (true) WITH CHECK (true)",
    ]
    if case is not None:
        statements.append(
            f"CREATE TRIGGER record_change AFTER INSERT OR UPDATE OR DELETE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION disclosure_record_change('{case}')"
        )
    return [migrations.RunSQL(statement, migrations.RunSQL.noop) for statement in statements]


def statements_of(module: str, name: str) -> list[migrations.RunSQL]:
    """The SQL file `name` of the app `module` (its import path), as one migration step."""
    text = resources.files(module).joinpath(name).read_text(encoding="utf-8")
    return [migrations.RunSQL(text, migrations.RunSQL.noop)]

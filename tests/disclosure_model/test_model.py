"""For every table and every viewer: what row-level security returns is what the pure rules allow (R-DIS-01 … R-DIS-10).

`KASANE_MODEL_DECISIONS=1000000 ./kasane test tests/disclosure_model` goes on until so many decisions are compared.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, currently_in_test_context, given, note, settings
from hypothesis import strategies as st

from kasane.disclosure import rules
from kasane.disclosure.viewer import acting_as

from .doors import COMPARED, NOT_COMPARED, callable_doors, compare_doors
from .filling import fill
from .law import CASE_TABLES, Law, missing_rules
from .laying import Laying
from .looking import (
    LOOK,
    MOST,
    TRIES,
    Count,
    Disagreement,
    all_rows,
    compare_reading,
    compare_writing,
    rights_in_words,
)
from .session import DEFINER, OWNER, as_role, one_session, rows
from .town import Town, make_town
from .world import Told, World, told, worlds

pytestmark = pytest.mark.long

LEAST = 10_000
WANTED = int(os.environ.get("KASANE_MODEL_DECISIONS", "0"))
WORLDS = 30


@dataclass(frozen=True)
class Ground:
    """What all worlds stand on: the town, and three cases with rows in every protected table."""

    town: Town
    cases: dict[int, UUID]


@pytest.fixture(scope="module")
def ground(django_db_setup, django_db_blocker) -> Iterator[Ground]:
    with django_db_blocker.unblock(), one_session():
        with as_role(DEFINER):
            today = rows("SELECT kasane_today()")[0][0]
        with as_role(OWNER):
            town = make_town(today)
        missing = missing_rules()
        assert not missing, (
            f"no rule says who sees {', '.join(missing)}: add it to RULES in tests/disclosure_model/law.py"
        )
        with as_role(DEFINER):
            cases = fill(town)
        rows(TRIES)
        rows(LOOK.format(all_rows()))
        yield Ground(town, cases)


@contextmanager
def laid(ground: Ground, world: World) -> Iterator[Law]:
    """The world lies in the database within this block, and is gone afterwards."""
    with transaction.atomic():
        Laying(ground.town, ground.cases, world).lay()
        with as_role(DEFINER):
            law = Law(ground.town, ground.cases)
        yield law
        transaction.set_rollback(True)


def judge(ground: Ground, world: World, count: Count, *, reading_alone: bool = False) -> None:
    """Compares every decision of one world; raises Disagreement, in words."""
    with laid(ground, world) as law:
        found = compare_reading(law, count)
        if not reading_alone:
            found += compare_writing(law, world.writer, count)
            found += compare_doors(law, count)
        count.worlds += 1
        if found:
            message = f"{world}\n\nThe rules derive:\n{rights_in_words(law)}\n\nBut:\n" + "\n".join(
                found[:MOST]
            )
            if currently_in_test_context():
                note(message)
            raise Disagreement(message)


def test_the_session_looks_as_the_web_role(ground):
    assert rows("SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user") == [
        ("kasane_app", False, False)
    ]


def test_everybody_writes_as_far_as_the_rules_let_them(ground):
    """In the random worlds one of them tries; here everybody does, where agency F works on one case."""
    with laid(ground, SHARED) as law:
        assert [one for name in law.town.viewers for one in compare_writing(law, name, Count())] == []


def test_sql_shows_what_the_rules_allow(ground, capsys):
    count = Count()
    judge(ground, World(), count)
    examples = max(WORLDS, -(-WANTED // count.reads))

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    @given(worlds())
    def in_every_world(world: World) -> None:
        judge(ground, world, count)

    in_every_world()
    with capsys.disabled():
        print(f"\n{count}")
    assert count.reads >= max(LEAST, WANTED)
    assert all(count.tables.values())


def test_no_table_takes_a_row_that_names_no_kind_of_data(ground):
    taken = []
    for table in CASE_TABLES:
        with as_role(DEFINER), contextlib.suppress(IntegrityError), transaction.atomic():
            rows(f"UPDATE {table} SET kinds = 0")
            taken.append(table)
    assert taken == []


def test_every_function_that_reads_across_cases_is_compared_or_explained(ground):
    unknown = callable_doors() - {*COMPARED, *NOT_COMPARED}
    assert not unknown, f"compare these in tests/disclosure_model/doors.py, or say why not: {sorted(unknown)}"
    assert {*COMPARED, *NOT_COMPARED} - callable_doors() == set()


def test_the_list_of_pairs_is_logged_as_a_reading_of_every_case_on_it(ground):
    """People of two cases are shown side by side: whose list it was must be found later (R-DIS-08)."""
    with laid(ground, World()) as law:
        coordinator, worker = law.town.actors["c1"], law.town.actors["a1"]
        listed = law.tables["people_pair"]
        for actor in (coordinator, worker):
            with acting_as(actor):
                rows("SELECT id FROM people_pairs(NULL, NULL, NULL, NULL, 1000)")
        with as_role(DEFINER):
            logged = rows("SELECT user_id, case_id, subject FROM disclosure_logentry WHERE act = 'compare'")
    cases = {one for pair in listed for one in (pair["case_a_id"], pair["case_b_id"])}
    assert cases
    assert sorted(logged) == sorted((coordinator.user.id, case_id, "名寄せの一覧") for case_id in cases)


SHARED = World((Told(1, "own_work", "F", "f1", 3, -40, None, None),))
"""Agency F works on case 1 and may know 基本情報 and 健康 alone."""


@contextmanager
def broken(*statements: str) -> Iterator[None]:
    """Within this block the schema says something else."""
    with transaction.atomic():
        with as_role(OWNER):
            for statement in statements:
                rows(statement)
        yield
        transaction.set_rollback(True)


def test_a_policy_that_lets_all_see_is_found(ground):
    with (
        broken("ALTER POLICY viewer_sees ON cases_task USING (true)"),
        pytest.raises(Disagreement, match="cases_task .*is shown by SQL, the rule forbids it"),
    ):
        judge(ground, World(), Count())


def test_a_policy_that_lets_nobody_see_is_found(ground):
    with (
        broken("ALTER POLICY viewer_sees ON people_tie USING (false)"),
        pytest.raises(Disagreement, match="k1 and a row of people_tie .*: the rule allows it, SQL does not"),
    ):
        judge(ground, World(), Count())


def test_a_policy_that_forgets_the_kinds_of_data_is_found(ground):
    with (
        broken("ALTER POLICY viewer_sees ON people_person USING (disclosure_sees(case_id))"),
        pytest.raises(
            Disagreement, match="f1 and a row of people_person .case 1, BASIC.TAX.: is shown by SQL"
        ),
    ):
        judge(ground, SHARED, Count())


def test_a_policy_that_lets_readers_write_is_found(ground):
    reader = World((Told(1, "support_conference", "F", "f1", 31, -40, None, -40),), writer="f1")
    judge(ground, reader, Count())
    with (
        broken(
            "ALTER POLICY viewer_changes ON coordination_plan WITH CHECK (true)",
            "ALTER POLICY viewer_removes ON coordination_plan USING (true)",
        ),
        pytest.raises(Disagreement, match="f1 and a row of coordination_plan .*may be removed by SQL"),
    ):
        judge(ground, reader, Count())


def test_a_function_that_forgets_the_ledger_is_found(ground):
    with (
        broken(
            f"SET LOCAL ROLE {DEFINER}",
            "CREATE OR REPLACE FUNCTION disclosure_grants_of(wanted_case uuid) RETURNS SETOF disclosure_grant"
            " LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS"
            " 'SELECT g.* FROM disclosure_grant g WHERE g.case_id = wanted_case'",
        ),
        pytest.raises(
            Disagreement, match=r"nobody learns .* by disclosure_grants_of\(\), the rule forbids it"
        ),
    ):
        judge(ground, World(), Count())


def test_a_rule_that_forgets_the_kinds_of_data_is_found(ground, monkeypatch):
    as_it_is = rules.may_see
    monkeypatch.setattr(rules, "may_see", lambda grants, **asked: as_it_is(grants, **(asked | {"kinds": 1})))
    with pytest.raises(Disagreement, match="f1 and a row of .*TAX.*: the rule allows it, SQL does not"):
        judge(ground, SHARED, Count())


def test_a_table_without_a_rule_is_named(ground):
    with broken(
        "CREATE TABLE people_gossip (id uuid PRIMARY KEY)",
        "ALTER TABLE people_gossip ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
    ):
        assert missing_rules() == ["people_gossip"]


def test_a_failure_shrinks_to_what_matters(ground):
    slots = [st.none() | told(1, "F")] * 4
    small = st.tuples(*slots).map(lambda told: World(tuple(one for one in told if one is not None)))

    @settings(
        max_examples=20,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(small)
    def in_every_world(world: World) -> None:
        judge(ground, world, Count(), reading_alone=True)

    with (
        broken("ALTER POLICY viewer_sees ON people_person USING (disclosure_sees(case_id))"),
        pytest.raises(Disagreement) as caught,
    ):
        in_every_world()
    told_of = str(caught.value).split("The rules derive:")[0]
    assert "1. case 1: own_work of agency F" in told_of
    assert "2. " not in told_of

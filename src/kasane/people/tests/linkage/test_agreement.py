"""Python, PostgreSQL and DuckDB give one pair one weight and one set of levels (R-PEO-02)."""

from __future__ import annotations

from itertools import combinations
from random import Random

import psycopg
import pytest
from bench._spoil import records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasane.config.testing import SERVER
from kasane.people.linkage import COMPARISONS, Record, near_sql, postgres_sql, score
from kasane.people.linkage.batch import find_pairs, load, open_database
from kasane.people.linkage.conditions import one_slip
from kasane.people.linkage.record import COLUMNS
from kasane.people.linkage.scoring import level_numbers
from kasane.people.linkage.sql import level_case

KANA = st.text(alphabet="アカガサタナハマヤラワンキクケコジズ", max_size=7)


@pytest.fixture(scope="module")
def postgres():
    """The functions as a migration would make them, in a transaction that is rolled back."""
    with psycopg.connect(SERVER.url("postgres", "postgres")) as connection:
        connection.execute("CREATE SCHEMA linkage_agreement")
        connection.execute("SET search_path = linkage_agreement")
        connection.execute(near_sql())
        connection.execute(postgres_sql())
        yield connection
        connection.rollback()


@pytest.fixture(scope="module")
def duck():
    connection = open_database()
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def spoilt():
    """Records of one generated town, true pairs and others that look alike."""
    rows, who = records(1500, seed=77, again=0.5)
    people = [Record.of(**row) for row in rows]
    pairs = [
        (a, b)
        for a, b in combinations(people, 2)
        if who[a.id] == who[b.id]
        or (a.address_key and a.address_key == b.address_key)
        or a.name_key == b.name_key != ""
    ]
    chance = Random(5)
    pairs += [tuple(chance.sample(people, 2)) for _ in range(2000)]
    assert len(pairs) > 3000
    return pairs


def in_postgres(connection, pairs):
    row = "ROW(" + ", ".join(f"%s::{kind}" for _, kind in COLUMNS) + ")::people_match_key"
    with connection.cursor() as cursor:
        for left, right in pairs:
            cursor.execute(
                f"SELECT weight, levels FROM people_match_weight({row}, {row})",
                [*left.key, *right.key],
            )
            weight, levels = cursor.fetchone()
            yield weight, tuple(levels)


def test_the_three_agree_on_spoilt_pairs(postgres, duck, spoilt):
    cases = ", ".join(level_case(comparison) for comparison in COMPARISONS)
    people = {record.id: record for pair in spoilt for record in pair}
    load(duck, list(people.values()))
    duck.execute("CREATE OR REPLACE TABLE pairs (n INTEGER, a VARCHAR, b VARCHAR)")
    duck.executemany(
        "INSERT INTO pairs VALUES (?, ?, ?)", [(n, a.id, b.id) for n, (a, b) in enumerate(spoilt)]
    )
    rows = duck.execute(
        f"SELECT {cases} FROM pairs p JOIN records l ON l.id = p.a JOIN records r ON r.id = p.b ORDER BY p.n"
    ).fetchall()
    for (left, right), from_duck, (weight, levels) in zip(
        spoilt, rows, in_postgres(postgres, spoilt), strict=True
    ):
        here = level_numbers(left, right)
        assert here == levels == from_duck, (left, right)
        assert score(left, right).weight == pytest.approx(weight, abs=1e-9)
    met = {(place, number) for row in rows for place, number in enumerate(row)}
    assert len(met) > 35, "the pairs must reach most levels for the comparison to mean anything"


def test_splink_finds_what_python_weighs(spoilt):
    people = list({record.id: record for pair in spoilt for record in pair}.values())
    by_id = {record.id: record for record in people}
    found = list(find_pairs(people, least=0.01))
    assert len(found) > 300
    for pair in found:
        here = score(by_id[pair.left], by_id[pair.right])
        assert pair.levels == level_numbers(by_id[pair.left], by_id[pair.right])
        assert pair.weight == pytest.approx(here.weight, abs=1e-6)


def test_the_order_of_the_two_does_not_matter(spoilt):
    for left, right in spoilt:
        assert level_numbers(left, right) == level_numbers(right, left)


@given(KANA, KANA)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
def test_near_is_the_same_everywhere(postgres, duck, a, b):
    here = one_slip(a, b)
    assert postgres.execute("SELECT kasane_near(%s, %s)", [a, b]).fetchone()[0] == here
    assert duck.execute("SELECT kasane_near(?::VARCHAR, ?::VARCHAR)", [a, b]).fetchone()[0] == here


@given(st.text(alphabet="アカサタ019", min_size=3, max_size=6), st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
def test_near_is_the_same_everywhere_for_texts_a_slip_apart(postgres, duck, a, data):
    at = data.draw(st.integers(0, len(a) - 1))
    kind = data.draw(st.sampled_from(["change", "drop", "add", "swap"]))
    letter = data.draw(st.sampled_from("アカマ09"))
    b = {
        "change": a[:at] + letter + a[at + 1 :],
        "drop": a[:at] + a[at + 1 :],
        "add": a[:at] + letter + a[at:],
        "swap": a[:at] + a[at : at + 2][::-1] + a[at + 2 :],
    }[kind]
    here = one_slip(a, b)
    assert postgres.execute("SELECT kasane_near(%s, %s)", [a, b]).fetchone()[0] == here
    assert duck.execute("SELECT kasane_near(?::VARCHAR, ?::VARCHAR)", [a, b]).fetchone()[0] == here
    if min(len(a), len(b)) > 3:
        assert here


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        ("カズコ", "カスコ", True),
        ("カズコ", "ズカコ", True),
        ("カズコ", "カコズ", True),
        ("カズコ", "カズヨコ", True),
        ("ケンイチ", "ケンジ", False),
        ("ユキ", "ユミ", False),
        ("カズコ", "カズコ", True),
        ("タカハシ", "タカシハ", True),
        ("タカハシ", "タハカハシ", True),
        ("", "", False),
    ],
)
def test_near_is_one_slip_in_three_letters_or_more(a, b, near):
    assert one_slip(a, b) is near

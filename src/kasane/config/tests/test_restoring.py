"""A restored database takes the place of the present one, or nothing happens (R-DIS-07)."""

from __future__ import annotations

import psycopg
import pytest

from kasane.config.anchors import keep_anchor, put_aside, read_anchors
from kasane.config.restoring import DatabaseUsed, drop, exists, put_in_place
from kasane.config.testing import SERVER
from kasane.disclosure.chain import parse_anchor

NAME, BESIDE, BEFORE = "restoring_test", "restoring_test_restoring", "restoring_test_before"
URL = SERVER.url("postgres", "postgres")


def make(name, says):
    drop(URL, name)
    with psycopg.connect(URL, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    with psycopg.connect(SERVER.url("postgres", name)) as connection:
        connection.execute(f"CREATE TABLE {says} (id int)")


def says(name):
    with psycopg.connect(SERVER.url("postgres", name)) as connection:
        return connection.execute(
            "SELECT relname FROM pg_class WHERE relname IN ('present', 'restored')"
        ).fetchone()[0]


@pytest.fixture
def two():
    make(NAME, "present")
    make(BESIDE, "restored")
    yield
    for name in (NAME, BESIDE, BEFORE):
        drop(URL, name)


def test_the_restored_database_takes_the_place_and_the_other_goes(two):
    put_in_place(URL, BESIDE, NAME, BEFORE)
    assert says(NAME) == "restored"
    assert not exists(URL, BESIDE)
    assert not exists(URL, BEFORE)


@pytest.mark.parametrize("used", [NAME, BESIDE])
def test_when_one_of_them_is_in_use_both_stay_what_they_were(two, used):
    with psycopg.connect(SERVER.url("postgres", used)), pytest.raises(DatabaseUsed):
        put_in_place(URL, BESIDE, NAME, BEFORE)
    assert says(NAME) == "present"
    assert says(BESIDE) == "restored"


def test_when_there_was_none_the_restored_one_takes_the_name(two):
    drop(URL, NAME)
    put_in_place(URL, BESIDE, NAME, BEFORE)
    assert says(NAME) == "restored"


def test_anchors_beyond_the_restored_end_are_put_aside_for_their_owner_alone(tmp_path):
    path = tmp_path / "kasane.txt"
    for number in (3, 5, 8):
        keep_anchor(path, parse_anchor(f"{number} 2026-01-01T00:00:00Z {'a' * 64}"))
    aside = put_aside(path, 5)
    assert [anchor.number for anchor in read_anchors(path)] == [3, 5]
    assert [anchor.number for anchor in read_anchors(aside)] == [8]
    assert path.stat().st_mode & 0o777 == aside.stat().st_mode & 0o777 == 0o600
    assert put_aside(path, 5) is None

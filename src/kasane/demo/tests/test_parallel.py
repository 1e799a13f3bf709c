"""Many households are shared among processes; what was cut off is made anew."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from kasane.config import embedded
from kasane.config.commands.demo import DATABASE, UNFINISHED
from kasane.config.testing import product_environment
from kasane.demo.parallel import WORTH_IT, processes_for, shares

pytestmark = pytest.mark.long


def test_each_household_is_in_one_share_and_the_told_ones_stay_together():
    found = shares(100, 3, together=15)
    assert sorted(place for one in found for place in one) == list(range(100))
    assert set(range(15)) <= set(found[0])
    assert max(map(len, found)) - min(map(len, found)) <= 1


def test_fewer_households_than_are_told_make_one_full_share():
    assert shares(5, 2, together=15) == [[0, 1, 2, 3, 4], []]


def test_a_few_households_are_loaded_by_one_process():
    assert processes_for(WORTH_IT - 1) == 1


@pytest.fixture
def var(tmp_path: Path):
    yield tmp_path / "var"
    embedded.start(tmp_path / "var").stop()


LOAD_ONLY = """
import sys
from kasane.config import cli
from kasane.config.commands import demo
demo.serve = lambda *_, **__: None
sys.exit(cli.main(sys.argv[1:]))
"""


def load(var: Path) -> str:
    """What `demo` says up to the moment where it would serve."""
    environment = product_environment(var)
    command = [sys.executable, "-W", "ignore", "-c", LOAD_ONLY, "demo", "--households", str(WORTH_IT)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def count(var: Path, query: str) -> int:
    with psycopg.connect(embedded.start(var).url("postgres", DATABASE)) as connection:
        return connection.execute(query).fetchone()[0]


def test_a_town_that_was_cut_off_is_made_anew_by_several_processes(var: Path):
    server = embedded.start(var)
    embedded.prepare(server, DATABASE)
    with psycopg.connect(server.url("kasane_owner", DATABASE)) as connection:
        connection.execute("CREATE TABLE half_done (id int)")
    (var / UNFINISHED).touch()
    said = load(var)
    assert "はじめから作り直します" in said
    assert f"{WORTH_IT} 世帯" in said
    assert not (var / UNFINISHED).exists()
    assert count(var, "SELECT count(*) FROM pg_class WHERE relname = 'half_done'") == 0
    assert count(var, "SELECT count(DISTINCT case_id) FROM intake_reception") >= WORTH_IT
    assert "前に作ったもの" in load(var)

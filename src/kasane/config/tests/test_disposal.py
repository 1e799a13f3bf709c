"""A file that was disposed of is in no dump any more, and no restored backup brings it back (R-DIS-07)."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from kasane.config import embedded
from kasane.config.dump import dump
from kasane.config.environment import ROOT
from kasane.config.testing import product_environment
from kasane.config.tests.disposal_world import DATABASE, KEPT, NAMES

pytestmark = pytest.mark.long


@dataclass
class Town:
    """A server of its own, and the command line in front of it."""

    var: Path
    server: embedded.Server

    def run(self, *arguments: str, module: str = "kasane.config.cli", fails: bool = False) -> str:
        environment = product_environment(self.var, DJANGO_SETTINGS_MODULE="kasane.config.settings")
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", module, *arguments],
            env=environment, cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert bool(done.returncode) is fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    def world(self, step: str) -> None:
        self.run(step, module="kasane.config.tests.disposal_world")

    def text(self) -> str:
        """The whole database as plain SQL."""
        path = self.var / "dump.sql"
        dump(self.server.url("postgres", DATABASE), path, "--format=plain")
        return path.read_text(encoding="utf-8")

    def ask(self, statement: str) -> list[tuple]:
        with psycopg.connect(self.server.url("postgres", DATABASE), autocommit=True) as connection:
            return connection.execute(statement).fetchall()

    def files_holding(self, name: str) -> list[str]:
        """The files of the server in which a name stands, as they lie on the disk: tables, indexes, journal, log."""
        with psycopg.connect(self.server.url("postgres", DATABASE), autocommit=True) as connection:
            connection.execute("CHECKPOINT")
        wanted = name.encode()
        found = self.server.data.rglob("*")
        return [str(path) for path in found if path.is_file() and wanted in path.read_bytes()]


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """A town in which one file was proposed, approved and disposed of; `before.backup` is from before."""
    var = tmp_path_factory.mktemp("disposal") / "var"
    server = embedded.start(var)
    made = Town(var, server)
    try:
        made.world("make")
        made.run("backup", str(var / "before.backup"))
        yield made
    finally:
        server.stop()


def present(text: str, names=NAMES) -> list[str]:
    return [name for name in names if name in text]


def test_disposal_and_restore(town):
    """One course, in the order of the years; each step is told by its assertions."""
    before = town.text()
    assert present(before) == list(NAMES), "the world tells each name somewhere"
    records = "SELECT count(*) FROM cases_case"
    assert town.ask(records) == [(2,)]

    # Where nothing was ever disposed of there is no register, but one has to say so.
    restoring = ("restore", str(town.var / "before.backup"), "--yes")
    assert "--no-register-ever" in town.run(*restoring, fails=True)
    town.run(*restoring, "--no-register-ever")
    assert town.ask(records) == [(2,)]

    # Nothing goes without two people.
    town.run("dispose", "--batch", "R8-廃1", "--by", "administrator", fails=True)
    town.world("approve")
    listed = town.run("dispose", "--list")
    label = listed.split()[0]
    assert "決裁済み" in listed

    # A rehearsal changes nothing.
    assert "1 件を廃棄できます" in town.run(
        "dispose", "--batch", label, "--simulate", "--by", "administrator"
    )
    assert present(town.text()) == list(NAMES)
    assert not (town.var / "disposal-register.jsonl").exists()

    # The disposal: no name in the dump nor in any file of the database; the other file is whole.
    assert "1 件を廃棄しました" in town.run("dispose", "--batch", label, "--by", "administrator")
    after = town.text()
    assert present(after) == []
    assert present(after, KEPT) == list(KEPT)
    assert town.ask(records) == [(1,)]
    assert "つながっています" in town.run("audit", "verify")
    assert {name: town.files_holding(name) for name in NAMES} == dict.fromkeys(NAMES, [])

    # The log holds together, from inside and from outside; the register names nobody, the counts stay.
    assert town.ask("SELECT disclosure_first_break()") == [(None,)]
    assert town.ask("SELECT count(*) FROM disclosure_disposal") == [(1,)]
    assert present((town.var / "disposal-register.jsonl").read_text(), (*NAMES, *KEPT)) == []
    assert ("opened", 2019, 1) in town.ask("SELECT measure, year, count FROM disclosure_pastcount")
    assert town.ask("SELECT state FROM disclosure_disposalbatch") == [("executed",)]

    # The night finds nothing more to forget.
    told = town.run("patterns")
    assert "下書き" not in told
    assert "取り消した" not in told

    # Without the register, or with one whose end was cut off, no backup comes back.
    book = town.var / "disposal-register.jsonl"
    book.rename(town.var / "away.jsonl")
    assert "--no-register-ever" in town.run(*restoring, fails=True)
    assert "にない廃棄が 1 件" in town.run(*restoring, "--no-register-ever", fails=True)
    book.touch()
    assert "にない廃棄が 1 件" in town.run(*restoring, fails=True)
    assert present(town.text()) == []
    (town.var / "away.jsonl").replace(book)

    # An older backup comes back without the file.
    town.run("restore", str(town.var / "before.backup"), fails=True)
    gone_on = town.ask("SELECT max(id) FROM disclosure_seal")[0][0]
    told = town.run("restore", str(town.var / "before.backup"), "--yes")
    assert "戻ってきた 1 件" in told
    restored = town.text()
    assert present(restored) == []
    assert present(restored, KEPT) == list(KEPT)
    assert {name: town.files_holding(name) for name in NAMES} == dict.fromkeys(NAMES, [])
    assert town.ask("SELECT disclosure_first_break()") == [(None,)]

    # The log tells that it was restored; what was kept of the other course is put aside, and all is well again.
    told = town.ask("SELECT after FROM disclosure_logentry WHERE act = 'restore'")[0][0]
    assert told["restored"] < told["before"] == gone_on
    assert "つながっています" in town.run("audit", "verify")
    [aside] = (town.var / "anchors").glob("kasane.before-restore-*.txt")
    assert str(gone_on) in aside.read_text()
    assert town.ask("SELECT datname::text FROM pg_database WHERE datname LIKE 'kasane_%'") == []

    # A backup that is not what its anchors say does not come back.
    anchors = town.var / "anchors" / "kasane.txt"
    kept = anchors.read_text()
    anchors.write_text(f"1 2026-01-01T00:00:00Z {'a' * 64}\n")
    assert "控えと違います" in town.run(*restoring, fails=True)
    anchors.write_text(kept)

    # A register that was lost is written anew from the database, for who says so.
    book.unlink()
    assert "--register-lost" in town.run("restore", "--register-only", fails=True)
    town.run("restore", "--register-only", "--register-lost")
    assert "R1-0002" in book.read_text()

    # Who restored with other tools has the anchors put aside too.
    anchors.write_text(f"{kept}999999 2026-01-01T00:00:00Z {'a' * 64}\n")
    assert "末尾の切り取り" in town.run("audit", "verify", fails=True)
    town.run("restore", "--register-only")
    assert "つながっています" in town.run("audit", "verify")

    # And a register that was tampered with stops the restoring.
    book.write_text(book.read_text().replace("R1-0002", "R1-0009"))
    assert "つながりません" in town.run("restore", str(town.var / "before.backup"), "--yes", fails=True)
    assert present(town.text()) == []

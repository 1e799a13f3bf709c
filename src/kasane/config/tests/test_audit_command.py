"""./kasane audit: what the operator sees, and how the command ends (R-DIS-08)."""

from __future__ import annotations

import argparse
from contextlib import contextmanager

import pytest

from kasane.config.commands import audit


@pytest.fixture
def run(settings, monkeypatch, tmp_path, django_db_setup):
    """`run("verify", …)` against the test database, anchors in a folder of their own."""
    from kasane.config import environment

    @contextmanager
    def running(name, *, migrate):
        yield

    kept = environment.read()
    monkeypatch.setattr(audit, "database", running)
    monkeypatch.setattr(
        environment, "read", lambda: environment.Environment(**vars(kept) | {"var": tmp_path})
    )

    def call(*arguments):
        parser = argparse.ArgumentParser()
        audit.add_arguments(parser)
        return audit.run(parser.parse_args(arguments))

    return call


@pytest.mark.django_db(databases=["owner"])
def test_a_whole_log_ends_well(run, capsys):
    assert run("verify") == 0
    assert "つながっています" in capsys.readouterr().out


@pytest.mark.django_db(databases=["owner"])
def test_an_anchor_beyond_the_end_ends_badly_and_says_why(run, capsys):
    assert run("verify", "--anchor", f"999999 2026-01-01T00:00:00Z {'a' * 64}") == 1
    assert "末尾の切り取り" in capsys.readouterr().out


@pytest.mark.django_db(databases=["owner"])
def test_an_anchor_that_can_not_be_read_is_no_break(run, capsys):
    assert run("verify", "--anchor", "12 きのう abc") == 2
    assert run("verify", "--anchors", "/nonexistent") == 2
    assert "控えが読めません" in capsys.readouterr().err


@pytest.mark.django_db(databases=["owner"])
def test_anchor_tells_when_there_is_nothing_yet(run, capsys):
    assert run("anchor") == 0
    assert capsys.readouterr().out


@pytest.mark.django_db(databases=["owner"])
def test_a_database_that_is_not_of_this_version_is_not_judged(run, capsys):
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'portal'")
    assert run("verify") == 2
    assert "この版になっていません" in capsys.readouterr().err


@pytest.mark.django_db(databases=["owner"])
def test_a_register_file_that_was_tampered_with_ends_badly(run, capsys, tmp_path):
    (tmp_path / "disposal-register.jsonl").write_text("x\n")
    assert run("verify") == 1
    assert "廃棄簿が壊れているか" in capsys.readouterr().err

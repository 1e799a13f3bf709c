"""The embedded server trusts nobody, keeps its passwords to itself, and comes back with its data."""

from __future__ import annotations

import stat

import psycopg
import pytest

from kasane.config import embedded


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    var = tmp_path_factory.mktemp("var") / "own"
    started = embedded.start(var)
    embedded.prepare(started, "kasane")
    yield var, started
    started.stop()


def test_no_local_user_is_trusted(server):
    _, running = server
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgresql://postgres@/kasane?host={running.socket_dir}")
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgresql://kasane_app:wrong@/kasane?host={running.socket_dir}")


def test_passwords_are_readable_by_their_owner_only(server):
    var, _ = server
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (var / "passwords").iterdir()}
    assert modes == dict.fromkeys(("postgres", "kasane_owner", "kasane_app"), 0o600)


def test_it_listens_on_no_address_and_keeps_what_is_committed(server):
    _, running = server
    with psycopg.connect(running.url("postgres", "kasane")) as connection:
        settings = dict(
            connection.execute(
                "SELECT name, setting FROM pg_settings"
                " WHERE name IN ('listen_addresses', 'fsync', 'synchronous_commit', 'data_checksums')"
            ).fetchall()
        )
    assert settings == {
        "listen_addresses": "",
        "fsync": "on",
        "synchronous_commit": "on",
        "data_checksums": "on",
    }


def test_a_second_start_finds_the_running_server_and_its_data(server):
    var, running = server
    assert embedded.is_running(var)
    assert embedded.start(var).passwords == running.passwords


def test_the_web_role_can_not_make_tables(server):
    _, running = server
    with (
        psycopg.connect(running.url("kasane_app", "kasane")) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("CREATE TABLE own (id int)")

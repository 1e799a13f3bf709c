"""The process that sends mail is started again when it ends, and ends with the product (R-INT-09)."""

from __future__ import annotations

import os
import sys

import pytest

from kasane.agencies.mail.sender import running


@pytest.fixture(autouse=True)
def mail_is_set_up(settings):
    settings.MAIL_IS_SET_UP = True


@pytest.fixture
def door(tmp_path):
    """A pipe with a name: reading it waits for the next sender that says its number there."""
    path = tmp_path / "door"
    os.mkfifo(path)
    return path


def says_and(door, then: str) -> tuple[str, ...]:
    return (sys.executable, "-c", f"import os, sys; open({str(door)!r}, 'w').write(str(os.getpid())); {then}")


def test_a_sender_that_ends_is_followed_by_another(door):
    once = f"sys.exit(1) if not os.path.exists('{door}.again') and not open('{door}.again', 'w').close() else sys.stdin.read()"
    with running(says_and(door, once), pause=0.01):
        first, second = door.read_text(), door.read_text()
        assert first and second and first != second


def test_a_sender_that_is_killed_is_followed_by_another(door):
    with running(says_and(door, "sys.stdin.read()"), pause=0.01) as keeper:
        first = int(door.read_text())
        os.kill(first, 9)
        assert int(door.read_text()) != first
        assert keeper.child.poll() is None


def test_it_ends_with_the_block(door):
    with running(says_and(door, "sys.stdin.read()"), pause=60) as keeper:
        door.read_text()
    assert keeper.child.returncode == 0
    assert not keeper.is_alive()


def test_what_can_not_be_started_holds_up_nothing(tmp_path):
    with running([str(tmp_path / "nothing")], pause=60) as keeper:
        pass
    assert not keeper.is_alive()


def test_without_a_server_there_is_no_sender(settings):
    settings.MAIL_IS_SET_UP = False
    with running() as keeper:
        assert keeper is None

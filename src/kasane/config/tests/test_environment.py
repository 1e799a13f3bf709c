"""Settings from the environment: each missing or wrong value is named."""

from __future__ import annotations

import pytest

from kasane.config import environment


@pytest.fixture(autouse=True)
def no_settings(monkeypatch):
    for name in ("DATABASE_URL", "OWNER_DATABASE_URL", "SECRET_KEY", "THREADS", "HTTPS"):
        monkeypatch.delenv(f"KASANE_{name}", raising=False)


def test_nothing_needs_to_be_set_for_the_embedded_server():
    assert environment.read().database_url == ""


def test_every_wrong_value_is_named_at_once(monkeypatch):
    monkeypatch.setenv("KASANE_THREADS", "many")
    monkeypatch.setenv("KASANE_HTTPS", "perhaps")
    monkeypatch.setenv("KASANE_SECRET_KEY", "short")
    with pytest.raises(environment.WrongSettings) as wrong:
        environment.read()
    for name in ("KASANE_THREADS", "KASANE_HTTPS", "KASANE_SECRET_KEY"):
        assert name in str(wrong.value)


def test_an_external_database_needs_both_roles_and_a_key(monkeypatch):
    monkeypatch.setenv("KASANE_DATABASE_URL", "postgresql://kasane_app@db/kasane")
    with pytest.raises(environment.WrongSettings) as wrong:
        environment.read()
    assert "KASANE_OWNER_DATABASE_URL" in str(wrong.value)
    assert "KASANE_SECRET_KEY" in str(wrong.value)

"""Fixtures for every test: the schema made by its owner, the tests run as the web role, each in a transaction."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# How fast a machine makes examples says nothing about the product.
settings.register_profile("kasane", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kasane")


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> None:
    """Instead of Django's own test database: the schema is made by the owner, the tests run as the web role."""
    from kasane.config.schema import bring_up
    from kasane.config.testing import DATABASE, SERVER

    with django_db_blocker.unblock():
        bring_up(SERVER, DATABASE)


@pytest.fixture(autouse=True)
def plain_static_files(settings: Any) -> None:
    """Templates name static files without a manifest, which only a deployment collects."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(db: None) -> Any:
    """Agencies and people: who took the case, who coordinates, who decides, who has nothing to do with it."""
    from kasane.config.cast import make_cast

    return make_cast()


@pytest.fixture
def sign_in(client: Any) -> Any:
    """`sign_in(actor)` answers a test client signed in as that person."""

    def enter(actor: Any) -> Any:
        client.force_login(actor.user)
        return client

    return enter

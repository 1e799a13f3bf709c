"""An empty database with the product's structure, made anew for a benchmark."""

from __future__ import annotations

import os
from typing import Any


def fresh(server: Any, database: str) -> None:
    """Drops and makes `database`, and leaves Django ready on it as the web role and the owner."""
    import psycopg
    from django.core.management import call_command

    from kasane.config import embedded

    with psycopg.connect(server.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")
    embedded.prepare(server, database)
    os.environ["KASANE_EMBEDDED_APP_URL"] = server.url("kasane_app", database)
    os.environ["KASANE_EMBEDDED_OWNER_URL"] = server.url("kasane_owner", database)
    import django

    django.setup()
    call_command("migrate", database="owner", verbosity=0)


def ready_for_pages() -> None:
    """Settings with which the product answers requests that come from no browser."""
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["*"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

"""A real server on a real database of its own, and a real Chromium in front of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.desk import PATIENCE, Desk
from tests.site import Site, free_port
from tests.steps import Course
from tests.walk import walk

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first that is there. The headless shell comes first: the others draw a whole window, tabs and all, for each desk."""
expect.set_options(timeout=PATIENCE)
OpenDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo with its twelve hand-written stories, for the whole session."""
    running = Site(
        tmp_path_factory.mktemp("site") / "var", free_port(), households=12, settings={"KASANE_DOOR": "1"}
    )
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert path, "Chromium が要ります (.ci/run は Debian の chromium-headless-shell を入れます)"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def desk(chromium: Browser, site: Site) -> Iterator[OpenDesk]:
    """`desk("login")` answers that worker's browser; at the end all are closed and none may have had a fault."""
    open_desks: list[Desk] = []

    def sit_down(login: str, **options: Any) -> Desk:
        open_desks.append(Desk(chromium, site.url, login, **options))
        return open_desks[-1]

    yield sit_down
    for one in open_desks:
        one.close()
    faults = [fault for one in open_desks for fault in one.faults]
    assert not faults, "\n".join(faults)


@pytest.fixture(scope="session")
def walked(chromium: Browser, site: Site) -> Iterator[tuple[Course, dict[str, Desk]]]:
    """The household that went the whole path, and the desks of those who took it there. Walked once."""
    desks: dict[str, Desk] = {}

    def sit(login: str) -> Desk:
        if login not in desks:
            desks[login] = Desk(chromium, site.url, login)
        return desks[login]

    try:
        yield walk(sit), desks
    finally:
        for one in desks.values():
            one.close()

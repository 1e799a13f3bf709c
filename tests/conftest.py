"""A real server on a real database of its own, and a real Chromium in front of it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PASSWORD = "kasane-demo-2025"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Site:
    """`./kasane demo` as a process: its address, and ways to kill it and start it again."""

    var: Path
    port: int
    households: int
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-W", "ignore", "-m", "kasane.config.cli", "demo", "--workers", "1"]
        command += ["--bind", f"127.0.0.1:{self.port}", "--households", str(self.households)]
        environment = {
            k: v for k, v in os.environ.items() if not k.startswith(("KASANE_", "PYTEST", "DJANGO_"))
        }
        environment |= {"KASANE_VAR": str(self.var), "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
        log = (self.var.parent / "server.log").open("ab")
        self.process = subprocess.Popen(
            command, env=environment, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
        )
        self._wait_until_it_answers()

    def _wait_until_it_answers(self, seconds: float = 120) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process and self.process.poll() is not None:
                raise RuntimeError((self.var.parent / "server.log").read_text()[-4000:])
            try:
                with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise RuntimeError("the server did not answer in time")

    def kill(self) -> None:
        """SIGKILL to the whole web process group, as a power cut would end it; the database is left as it is."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=60)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo with its twelve hand-written stories, for the whole session."""
    running = Site(tmp_path_factory.mktemp("site") / "var", free_port(), households=12)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "Chromium が要ります (.ci/run は Debian の chromium を入れます)"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


class Desk:
    """One signed-in worker in a browser of their own."""

    def __init__(self, browser: Browser, site: Site, login: str) -> None:
        self.site = site
        self.context: BrowserContext = browser.new_context(
            base_url=site.url,
            locale="ja-JP",
            timezone_id="Asia/Tokyo",
            viewport={"width": 1366, "height": 768},
        )
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", lambda m: self.faults.append(m.text) if m.type == "error" else None)
        self.page.goto("/accounts/login/")
        self.page.get_by_label("ログインID").fill(login)
        self.page.get_by_label("パスワード", exact=True).fill(PASSWORD)
        self.page.locator("form").filter(has=self.page.get_by_label("ログインID")).get_by_role(
            "button"
        ).first.click()
        self.page.wait_for_url("**/")

    def close(self) -> None:
        self.context.close()


@pytest.fixture
def desk(chromium: Browser, site: Site) -> Iterator[object]:
    """`desk("login")` answers that worker's browser; all are closed afterwards."""
    open_desks: list[Desk] = []

    def sit_down(login: str) -> Desk:
        open_desks.append(Desk(chromium, site, login))
        return open_desks[-1]

    yield sit_down
    for one in open_desks:
        one.close()

"""`./kasane demo` as a process of its own: its address, and ways to kill it and start it again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from kasane.config.testing import product_environment

ROOT = Path(__file__).resolve().parents[1]


@dataclass
class Site:
    """The demo with its own database, on a free port."""

    var: Path
    port: int
    households: int
    settings: dict[str, str] = field(default_factory=dict)
    """Further KASANE_ variables."""
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-W", "ignore", "-m", "kasane.config.cli", "demo", "--workers", "1"]
        command += ["--bind", f"127.0.0.1:{self.port}", "--households", str(self.households)]
        environment = product_environment(self.var, PYTHONUNBUFFERED="1", **self.settings)
        log = (self.var.parent / "server.log").open("ab")
        self.process = subprocess.Popen(
            command, env=environment, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
        )
        self._wait_until_it_answers()

    def _wait_until_it_answers(self, seconds: float = 240) -> None:
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

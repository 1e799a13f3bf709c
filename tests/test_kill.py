"""Nothing acknowledged is lost when the server dies while forms are being saved (R-OPS-03)."""

from __future__ import annotations

import http.client
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

import pytest

from tests.desk import Desk
from tests.site import Site
from tests.steps import day

pytestmark = pytest.mark.browser

ROUNDS = 3
WRITERS = 3
ENOUGH = 60
"""Records acknowledged in one round before the server is killed; well under the 200 that a timeline shows."""
PATIENCE = 30.0
DRAFTS = {"records/new/": ("record", "content"), "consent/": ("consent", "consent_note")}
"""Forms that are being typed: part of the address, name of the draft, the field."""


@dataclass
class Client:
    """One browser's connection, without the browser: its cookies, and what the server acknowledged."""

    url: str
    cookies: dict[str, str]
    acknowledged: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    surprises: list[str] = field(default_factory=list)

    def post(
        self, connection: http.client.HTTPConnection, path: str, values: dict[str, str]
    ) -> tuple[int, str]:
        token = next(value for name, value in self.cookies.items() if name.endswith("csrftoken"))
        connection.request(
            "POST",
            path,
            urlencode(values),
            {
                "Content-Type": "application/x-www-form-urlencoded",
                "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
                "X-CSRFToken": token,
                "Referer": self.url,
            },
        )
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.getheader("Location", "")

    def save_until_the_server_dies(
        self, name: str, path: str, field_name: str, good: tuple[int, str]
    ) -> None:
        """Posts one numbered text after another; keeps those that were answered as saved."""
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=20)
        try:
            for number in range(10_000):
                words = f"{name}の{number:04d}番"
                self.sent.append(words)
                answer = self.post(connection, path, {**RECORD, field_name: words})
                if answer != good:
                    self.surprises.append(f"{answer}")
                    return
                self.acknowledged.append(words)
        except (OSError, http.client.HTTPException):
            return
        finally:
            connection.close()


RECORD = {"at_day": day(), "at_time": "10:00", "method": "phone", "kinds": "16"}


@pytest.fixture
def case(desk) -> str:
    """An open case of 地域包括支援センター, by its address."""
    worker: Desk = desk("houkatsu1")
    worker.open("/cases/?scope=mine")
    link = worker.page.locator("main table tbody th a").first
    return link.get_attribute("href") or ""


def test_every_acknowledged_save_survives_a_killed_server(site: Site, desk, case: str):
    writer, typist = desk("houkatsu1"), desk("houkatsu2")
    kept = 0
    for turn in range(ROUNDS):
        records = [client(writer, site) for _ in range(WRITERS)]
        drafts = {end: client(typist, site) for end in DRAFTS}
        run(site, case, turn, records, drafts)
        site.start()
        assert not [words for one in (*records, *drafts.values()) for words in one.surprises]
        timeline = writer.context.request.get(f"{case}?kind=records").text()
        for one in records:
            assert one.acknowledged
            assert [words for words in one.acknowledged if words not in timeline] == []
        for end, one in drafts.items():
            assert one.acknowledged
            page = typist.context.request.get(form_of(case, end)).text()
            assert any(words in page for words in one.sent[len(one.acknowledged) - 1 :]), end
        saved = [len(one.acknowledged) for one in (*records, *drafts.values())]
        kept += sum(saved)
        print(
            f"round {turn + 1}: {sum(saved[:WRITERS])} records and {sum(saved[WRITERS:])} drafts, none lost"
        )
    print(f"{kept} acknowledged saves, {ROUNDS} kills, 0 lost")


def run(site: Site, case: str, turn: int, records: list[Client], drafts: dict[str, Client]) -> None:
    """All save at once; in the midst of it the server is killed."""
    threads = [
        threading.Thread(
            target=one.save_until_the_server_dies,
            args=(f"{turn}回目{place}人目", f"{case}records/new/", "content", (302, case)),
        )
        for place, one in enumerate(records)
    ] + [
        threading.Thread(
            target=one.save_until_the_server_dies,
            args=(f"{turn}回目下書き", draft_of(case, end), DRAFTS[end][1], (200, "")),
        )
        for end, one in drafts.items()
    ]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and not all(one.acknowledged for one in drafts.values()):
        time.sleep(0.01)
    while time.monotonic() < deadline and sum(len(one.acknowledged) for one in records) < ENOUGH:
        time.sleep(0.01)
    site.kill()
    for thread in threads:
        thread.join()


def client(worker: Desk, site: Site) -> Client:
    return Client(site.url, {one["name"]: one["value"] for one in worker.context.cookies()})


def form_of(case: str, end: str) -> str:
    return f"{case}{end}" if end.startswith("records") else f"{case.replace('/cases/', '/intake/')}{end}"


def draft_of(case: str, end: str) -> str:
    return f"/cases/drafts/{DRAFTS[end][0]}/{case.removeprefix('/cases/')}"

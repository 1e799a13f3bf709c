"""A worker at a desk: a browser signed in as one demo account, and the few things a hand does in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, expect

PASSWORD = "kasane-demo-2025"
PATIENCE = 20_000
"""Milliseconds a hand waits for a page: a machine that does other work too is slow, not wrong."""
OFFICE = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
DROPS_DRAFT = "下書きを捨てて"
STEPS_MAY_ANSWER = (404, 409, 422)
"""What a page may answer when something is refused, missing or to be mended."""


class Desk:
    """One signed-in worker. `faults` gathers what no page may do: script errors, CSP violations, broken parts."""

    def __init__(
        self, browser: Browser, url: str, login: str, *, viewport: Mapping[str, int] = OFFICE
    ) -> None:
        self.login = login
        self.site_url = url
        self.context: BrowserContext = browser.new_context(
            base_url=url, locale="ja-JP", timezone_id="Asia/Tokyo", viewport=dict(viewport)
        )
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self._fault(str(error)))
        self.page.on("console", self._console)
        self.page.on("response", self._response)
        self.page.goto("/accounts/login/")
        self.write(login=login, password=PASSWORD)
        self.page.get_by_role("button", name="サインイン", exact=True).click()
        self.page.wait_for_url(lambda address: "/accounts/login" not in address)

    def close(self) -> None:
        self.context.close()

    def open(self, path: str) -> int:
        """Goes to an address as if typed into the address bar; answers the status."""
        answer = self.page.goto(path)
        assert answer is not None
        return answer.status

    def open_blank(self, path: str) -> None:
        """Opens a form as nobody has typed into it yet: an own draft, of an earlier test perhaps, is thrown away."""
        self.open(path)
        if self.page.get_by_role("button", name=DROPS_DRAFT).count():
            self.press(DROPS_DRAFT)

    def write(self, within: str = "body", **values: str) -> None:
        """Types into the fields of these names."""
        for name, value in values.items():
            self.page.locator(within).locator(f'[name="{name}"]').first.fill(value)

    def tick(self, name: str, *values: str) -> None:
        """Presses chips, radio buttons or boxes of this name; one that a draft has pressed already stays as it is."""
        for value in values:
            box = f'input[name="{name}"][value="{value}"]'
            if not self.page.locator(box).first.is_checked():
                self.page.locator(f"label:has({box})").first.click()
            expect(self.page.locator(box).first).to_be_checked()

    def pick(self, name: str, label: str) -> None:
        """Chooses one line of a drop-down list."""
        self.page.locator(f'select[name="{name}"]').select_option(label=label)

    def unfold(self, key: str) -> None:
        """Opens a folded section of a long form."""
        section = self.page.locator(f"#sec-{key}")
        if section.get_attribute("open") is None:
            section.locator("summary").first.click()

    def press(self, words: str) -> None:
        """Presses the button with these words, in the page's own part, and waits for the page it leads to."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=words).first.click()

    def follow(self, words: str) -> None:
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=words).first.click()

    def reads(self, *words: str | re.Pattern[str]) -> None:
        """The page's own part says these words."""
        for one in words:
            expect(self.page.locator("main")).to_contain_text(one)

    def is_blocked(self, *words: str) -> None:
        """The page shows the obstacles with these words, each with its requirement."""
        obstacles = self.page.locator("main .obstacle")
        for one in words:
            expect(obstacles.filter(has_text=one).first).to_be_visible()
        expect(obstacles.first.locator(".obstacle__cite")).to_contain_text("R-")

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    def _console(self, message: ConsoleMessage) -> None:
        """What the page asks for by itself (the red count) is cut off when the worker goes on; that is no fault."""
        cut_off = message.text.startswith(("htmx:afterRequest", "htmx:sendError"))
        if message.type == "error" and not cut_off and "Failed to load resource" not in message.text:
            self._fault(message.text)

    def _response(self, answer: Response) -> None:
        if answer.status < 400:
            return
        is_page = answer.request.is_navigation_request()
        if not is_page or answer.status not in STEPS_MAY_ANSWER:
            self._fault(f"{answer.status} {answer.url}")

    def _fault(self, words: str) -> None:
        self.faults.append(f"{self.login} {self.page.url}: {words}")

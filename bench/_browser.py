"""A browser without a screen: cookies, tokens, forms as they stand on the page, redirects, one kept connection.

What it asks for and how long each answer took is kept in `asked`.
"""

from __future__ import annotations

import html
import http.client
import re
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

Pairs = list[tuple[str, str]]
Transport = Callable[[str, str, bytes | None, dict[str, str]], "Answer"]
IDLE_SECONDS = 20.0
"""A connection unused for longer is opened anew, before the server closes it (it keeps them for 30 seconds)."""

_TAG = re.compile(r"<(input|select|option|/select|textarea)\b([^>]*)>([^<]*)")
_PART = re.compile(r'([\w-]+)(?:="([^"]*)")?')
_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)


@dataclass(frozen=True)
class Answer:
    """What came back for one request."""

    status: int
    headers: Mapping[str, str]
    cookies: list[str]
    body: bytes


@dataclass(frozen=True)
class Asked:
    """One request: what it was for, how it was answered, how long that took."""

    name: str
    status: int
    seconds: float
    aside: bool
    """Asked for by the page itself: nobody waits for it."""


@dataclass
class Form:
    """A form as it was sent to the browser: where it goes, and what pressing its button would send."""

    action: str
    draft: str
    values: Pairs

    def filled(self, typed: Mapping[str, object]) -> Pairs:
        """The values with what was typed in their place; a list for boxes ticked, None for what is cleared."""
        kept = [(name, value) for name, value in self.values if name not in typed]
        for name, value in typed.items():
            several = value if isinstance(value, (list, tuple)) else [] if value is None else [value]
            kept += [(name, str(one)) for one in several]
        return kept


class Surprise(Exception):
    """The server answered something that nobody at a desk should see."""


@dataclass
class Browser:
    """One person's browser. Raises Surprise for an answer that no page expects, OSError for none at all."""

    send: Transport
    origin: str
    cookies: dict[str, str] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    path: str = "/"
    page: str = ""
    status: int = 0

    def get(self, name: str, path: str) -> str:
        """Opens a page and answers its text."""
        self._open(name, "GET", path, None)
        return self.page

    def file(self, name: str, path: str, *, begins: bytes) -> None:
        """Opens a file beside the page."""
        answer = self._ask(name, "GET", path, None)
        if answer.status != 200 or not answer.body.startswith(begins):
            raise Surprise(f"{name} {path}: {answer.status}")

    def press(self, name: str, values: Pairs, *, action: str, may: Iterable[int] = ()) -> bool:
        """Presses a form's button and goes where that leads. False for a refusal that `may` come."""
        self._open(name, "POST", action, values, may={*may})
        return self.status == 200

    def aside(self, name: str, path: str, values: Pairs | None = None) -> None:
        """What the page asks for by itself: drafts while typing, hints, the red count."""
        answer = self._ask(name, "GET" if values is None else "POST", path, values, aside=True)
        if answer.status >= 400:
            raise Surprise(f"{name} {path}: {answer.status}")

    def form(self, holding: str) -> Form:
        """The form on the page that has a field of this name."""
        for attributes, inside in _FORM.findall(self.page):
            if f'name="{holding}"' in inside:
                told = _attributes(attributes)
                return Form(told.get("action") or self.path, told.get("data-draft-url", ""), values(inside))
        raise Surprise(f"{self.path}: no form with {holding}")

    def _open(
        self, name: str, method: str, path: str, values: Pairs | None, *, may: set[int] = frozenset()
    ) -> None:
        answer = self._ask(name, method, path, values)
        while answer.status in (301, 302, 303):
            path = answer.headers["location"]
            name = f"{name} →" if not name.endswith("→") else name
            answer = self._ask(name, "GET", path, None)
        self.path, self.status = urlsplit(path).path, answer.status
        self.page = answer.body.decode()
        if answer.status != 200 and answer.status not in may:
            raise Surprise(f"{name} {path}: {answer.status} {_told(self.page)}")

    def _ask(self, name: str, method: str, path: str, values: Pairs | None, *, aside: bool = False) -> Answer:
        headers = {
            "Cookie": "; ".join(f"{key}={value}" for key, value in self.cookies.items()),
            "Referer": f"{self.origin}{self.path}",
            "Accept-Encoding": "gzip",
        }
        body = None
        if values is not None:
            body = urlencode(values).encode()
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = self.origin
            if aside:
                headers["X-CSRFToken"] = next(v for k, v in self.cookies.items() if k.endswith("csrftoken"))
        start = time.perf_counter()
        answer = self.send(method, path, body, headers)
        self.asked.append(Asked(name, answer.status, time.perf_counter() - start, aside))
        for one in answer.cookies:
            self.cookies |= {key: morsel.value for key, morsel in SimpleCookie(one).items()}
        return answer


class Line:
    """One kept HTTP connection to the server, from an address of its own, as the computers of an office have."""

    def __init__(self, port: int, place: int) -> None:
        self.port, self.source = port, (f"127.0.{1 + place // 250}.{1 + place % 250}", 0)
        self.connection: http.client.HTTPConnection | None = None
        self.used = 0.0

    def __call__(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        if self.connection is None or time.monotonic() - self.used > IDLE_SECONDS:
            self.close()
            self.connection = http.client.HTTPConnection(
                "127.0.0.1", self.port, timeout=60, source_address=self.source
            )
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        self.used = time.monotonic()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, told, answer.headers.get_all("Set-Cookie") or [], content)

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
        self.connection = None


def values(inside: str) -> Pairs:
    """What pressing the button would send of the fields between a form's tags, as they came."""
    found: Pairs = []
    chosen: list[str] | None = None
    first: str | None = None
    select = ""
    for tag, attributes, words in _TAG.findall(inside):
        told = _attributes(attributes)
        name = told.get("name", "")
        if tag == "select":
            select, first, chosen = name, None, []
        elif tag == "option" and chosen is not None:
            first = told.get("value", words) if first is None else first
            if "selected" in told:
                chosen.append(told.get("value", words))
        elif tag == "/select" and chosen is not None:
            found += [(select, one) for one in chosen or [first or ""]]
            chosen = None
        elif tag == "textarea" and name:
            found.append((name, html.unescape(words).removeprefix("\n")))
        elif tag == "input" and name and _goes_along(told):
            ticked = told.get("type") in ("checkbox", "radio")
            found.append((name, told.get("value", "on" if ticked else "")))
    return found


def _goes_along(told: Mapping[str, str]) -> bool:
    if "disabled" in told or told.get("type") in ("submit", "button", "file"):
        return False
    return told.get("type") not in ("checkbox", "radio") or "checked" in told


def _attributes(words: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in _PART.findall(words)}


def _told(page: str) -> str:
    """What an error page says, in one line."""
    main = page.partition("<main")[2] or page
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())[:300]

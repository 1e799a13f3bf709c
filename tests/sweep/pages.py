"""What an answer says, in whatever form it comes, and the forms and links in a page."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from email.header import decode_header, make_header
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from urllib.parse import unquote

from django.contrib.messages import get_messages
from django.utils import timezone
from openpyxl import load_workbook

from kasane.sheets.tests.reading import printed

_LINK = re.compile(r"""=["'](/[^"'\s<>]*)["']""")
_KEPT = {"csrfmiddlewaretoken"}


def told(answer: Any) -> str:
    """Everything an answer tells: status line excepted, headers, messages, and the text of whatever it holds."""
    headers = "\n".join(f"{name}: {_header(value)}" for name, value in answer.headers.items())
    cookies = answer.cookies.output()
    spoken = "\n".join(str(message) for message in get_messages(answer.wsgi_request))
    return "\n".join((headers, cookies, spoken, body(answer)))


def _header(value: str) -> str:
    """A header as a browser reads it: percent signs and MIME words decoded."""
    return unquote(str(make_header(decode_header(value))))


def body(answer: Any) -> str:
    """The text of an answer: a page, JSON, a PDF, a workbook, a calendar, a list of values."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    kind = answer.headers.get("Content-Type", "")
    if content.startswith(b"%PDF"):
        return printed(content)
    if content.startswith(b"PK"):
        return _workbook(content)
    text = content.decode("utf-8", "replace")
    if "json" in kind and text:
        return json.dumps(json.loads(text), ensure_ascii=False)
    if "calendar" in kind:
        return text.replace("\r\n ", "")
    return html.unescape(text)


def _workbook(content: bytes) -> str:
    book = load_workbook(BytesIO(content), read_only=True)
    return "\n".join(
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell
    )


def links(page: str) -> list[str]:
    """Every address a page names, in whichever attribute."""
    return [html.unescape(found) for found in _LINK.findall(page) if not found.startswith("//")]


@dataclass
class Form:
    """A form of a page, filled as a browser would send it; what is empty and asked for gets a plausible word."""

    method: str
    action: str
    values: dict[str, list[str]] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.forms: list[Form] = []
        self.inside: Form | None = None
        self.buttons: list[Form] = []
        self.area: str = ""
        self.select: str = ""
        self.options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if target := given.get("hx-post"):
            extra = json.loads(given.get("hx-vals") or "{}")
            values = {**(self.inside.values if self.inside else {}), **{k: [v] for k, v in extra.items()}}
            self.forms.append(Form("post", target, values))
        if tag == "form":
            self.inside = Form(given.get("method", "get").lower(), given.get("action") or self.address)
            self.forms.append(self.inside)
        elif self.inside is not None and given.get("name") not in (None, *_KEPT):
            self._field(tag, given)
        if tag == "option" and self.select and "disabled" not in given:
            self.options.append((given.get("value", ""), "selected" in given))

    def _field(self, tag: str, given: dict[str, str]) -> None:
        assert self.inside is not None
        name, value, kind = given["name"], given.get("value", ""), given.get("type", "text")
        if tag == "textarea":
            self.area = name
            self.inside.values.setdefault(name, [""])
        elif tag == "select":
            self.select, self.options = name, []
        elif tag == "button" or kind == "submit":
            self.buttons.append(
                Form(self.inside.method, given.get("formaction") or self.inside.action, {name: [value]})
            )
        elif kind in ("checkbox", "radio"):
            if "checked" in given:
                chosen = self.inside.values.get(name, []) if kind == "checkbox" else []
                self.inside.values[name] = [*chosen, value]
            else:
                self.inside.values.setdefault(name, [value])
        elif tag == "input" and kind != "file":
            self.inside.values[name] = [value or _plausible(name, kind)]

    def handle_data(self, data: str) -> None:
        if self.area and self.inside is not None:
            self.inside.values[self.area] = [data.strip() or "ためしに書いたこと"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.inside is not None:
            # A browser sends the one button that was pressed: each of them is a form of its own.
            self.forms += [Form(b.method, b.action, {**self.inside.values, **b.values}) for b in self.buttons]
            self.inside, self.buttons = None, []
        elif tag == "textarea":
            if self.inside is not None and self.area:
                self.inside.values[self.area] = [self.inside.values[self.area][0] or "ためしに書いたこと"]
            self.area = ""
        elif tag == "select" and self.inside is not None and self.select:
            chosen = [value for value, selected in self.options if selected and value]
            some = [value for value, _ in self.options if value]
            self.inside.values[self.select] = (chosen or some)[:1]
            self.select = ""


def _plausible(name: str, kind: str) -> str:
    if kind == "date" or name.endswith(("_on", "_day", "since", "birth_date")):
        return timezone.localdate().isoformat()
    if kind == "number":
        return "1"
    return "13:30" if kind == "time" else ""


def forms(page: str, *, address: str) -> list[Form]:
    """The forms of a page, and the requests its parts send by themselves."""
    reader = _Reader(address)
    reader.feed(page)
    return reader.forms

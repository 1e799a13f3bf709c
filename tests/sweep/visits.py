"""Asking for addresses: first by those who may, to learn what there is; then by those who may not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, urlencode

from django.db import transaction
from django.urls import Resolver404, resolve

from tests.sweep import pages
from tests.sweep.addresses import Address, Values
from tests.sweep.facts import UUID_TEXT as _UUID
from tests.sweep.pages import Form
from tests.sweep.rows import LOG, rows, writes
from tests.sweep.world import Viewer, World

SENT = 3
"""So many forms of different shape are sent to one line of the URL table."""
TRIED = 6
"""So many ways to fill an address are tried by each insider."""
FOUND = 3
"""So many of the addresses insiders found on one line of the URL table are asked for."""
THOROUGH = ("nobody", "stranger")
"""Those who had a right once, or have another one, ask for all of their own case, and of what is foreign to every stranger
for one of each."""

OPENED = 2
"""So often the insiders open one line of the URL table with the same words in it."""


@dataclass
class Known:
    """What insiders found: which addresses show facts, and the links and forms on their pages."""

    shows: set[str] = field(default_factory=set)
    answers: dict[str, set[int]] = field(default_factory=dict)
    paths: dict[str, dict[str, None]] = field(default_factory=dict)
    forms: dict[str, list[Form]] = field(default_factory=dict)
    opened: Counter[tuple[str, ...]] = field(default_factory=Counter)


@contextmanager
def undone() -> Iterator[None]:
    """What one request wrote is gone before the next."""
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


def ask(viewer: Viewer, method: str, path: str, data: Any = None) -> Any:
    """One request, from the same cookies each time; the answer stays, what it wrote does not."""
    with undone():
        return _ask(viewer, method, path, data)


def _ask(viewer: Viewer, method: str, path: str, data: Any = None) -> Any:
    kept = viewer.client.cookies.output(header="", sep=";")
    call = getattr(viewer.client, method.lower())
    try:
        return call(path, data) if data is not None else call(path)
    finally:
        viewer.client.cookies.clear()
        viewer.client.cookies.load(kept)


def look_around(world: World, addresses: list[Address], values: Values) -> Known:
    """Insiders follow every link from their desk, then ask for what no link led to."""
    known = Known()
    for insider in world.insiders:
        _follow(insider, known, values, [f"/cases/{insider.target}/", "/"], world)
    for address in addresses:
        if not known.answers.get(address.name, set()) & {200, 302}:
            _try(world, address, known, values)
    return known


def _follow(insider: Viewer, known: Known, values: Values, start: list[str], world: World) -> None:
    waiting, seen = list(start), set(start)
    near = {
        str(target) for target in (*world.targets, world.own_case, *(one.target for one in world.insiders))
    }
    while waiting:
        path = waiting.pop(0)
        name = values.learn(path)
        if not name or name == "account_logout":
            continue
        match = resolve(path.partition("?")[0])
        case = str(match.kwargs.get("case_id", ""))
        words = tuple(str(v) for k, v in match.kwargs.items() if not k.endswith("_id"))
        kind = (name, *words, *sorted(part.partition("=")[0] for part in path.partition("?")[2].split("&")))
        if (case and case not in near) or known.opened[kind] >= OPENED or len(known.paths.get(name, ())) > 30:
            continue
        known.opened[kind] += 1
        for found in _open(insider, name, path, known):
            if found not in seen:
                seen.add(found)
                waiting.append(found)


def _open(insider: Viewer, name: str, path: str, known: Known) -> list[str]:
    """Asks for a page, keeps what it shows, and answers its links."""
    answer = ask(insider, "GET", path)
    known.answers.setdefault(name, set()).add(answer.status_code)
    known.paths.setdefault(name, {})[path] = None
    if answer.status_code != 200:
        return [answer.headers["Location"]] if answer.status_code == 302 else []
    text = pages.told(answer)
    if shown(insider, text, path):
        known.shows.add(name)
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return []
    page = answer.content.decode()
    for form in pages.forms(page, address=path):
        try:
            target = resolve(form.action.partition("?")[0]).view_name
        except Resolver404:
            continue
        known.forms.setdefault(target, []).append(form)
    return pages.links(page)


def shown(insider: Viewer, text: str, path: str) -> bool:
    """Whether an insider's page says something that a stranger's may not."""
    return bool(insider.open_facts.in_(text, asked=path))


def _try(world: World, address: Address, known: Known, values: Values) -> None:
    """Asks insiders for an address that no link led to, until one of them finds something there."""
    for insider in world.insiders:
        for path in values.paths(address, insider.target)[:TRIED]:
            _open(insider, address.name, path, known)
            if known.answers[address.name] & {200, 302, 405}:
                return


@dataclass(frozen=True)
class Leak:
    """A fact that somebody learnt, or a fault, and by which request."""

    who: str
    method: str
    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.who}: {self.method} {self.path} → {self.what}"


class Asking:
    """Everything one viewer without a right asks for, and what went wrong."""

    def __init__(self, viewer: Viewer, world: World) -> None:
        self.viewer, self.world = viewer, world
        self.leaks: list[Leak] = []
        self.asked = 0
        self.before = self._sealed_rows()

    def get(self, path: str, *, method: str = "GET") -> Any:
        answer = ask(self.viewer, method, path)
        self._judge(method, path, answer, said=unquote(path))
        return answer

    def post(self, path: str, data: dict[str, Any]) -> Any:
        """A request that may write: nothing of what is sealed may be different after it."""
        with undone():
            start = writes()
            answer = _ask(self.viewer, "POST", path, data)
            self._judge("POST", path, answer, said=f"{unquote(path)} {data}")
            if writes() != start and (changed := self._changed()):
                self._leak("POST", path, f"changed {changed}")
        return answer

    def is_foreign(self, path: str) -> bool:
        """Whether an address is not of a case that this person may see."""
        return not self.viewer.own_ids & set(_UUID.findall(path))

    def _judge(self, method: str, path: str, answer: Any, *, said: str) -> None:
        self.asked += 1
        if answer.status_code >= 500:
            self._leak(method, path, f"status {answer.status_code}")
        if self.viewer.actor is None and not _is_open(path) and answer.status_code not in (302, 404, 405):
            self._leak(method, path, f"status {answer.status_code} without signing in")
        found = self.viewer.sealed.in_(pages.told(answer), asked=said)
        if found:
            self._leak(method, path, "、".join(sorted(found)[:3]))

    def _leak(self, method: str, path: str, what: str) -> None:
        self.leaks.append(Leak(self.viewer.who, method, path, what))

    def _sealed_rows(self) -> dict[tuple[str, str], str]:
        return {
            (row.table, row.id): repr(row.content)
            for row in rows()
            if row.table != LOG
            and row.cases & self.viewer.sealed_cases
            and not row.cases - self.viewer.sealed_cases
        }

    def _changed(self) -> str:
        after = self._sealed_rows()
        different = {
            key for key in self.before.keys() | after.keys() if self.before.get(key) != after.get(key)
        }
        return "、".join(sorted({table for table, _ in different}))


def _is_open(path: str) -> bool:
    return path.startswith(("/accounts/", "/door/", "/healthz", "/static/"))


def sweep(viewer: Viewer, world: World, addresses: Iterable[Address], values: Values, known: Known) -> Asking:
    """Asks for every address as this viewer."""
    asking = Asking(viewer, world)
    for address in addresses:
        if viewer.who == "stranger, closed case" and not address.ids:
            continue  # the same person has asked for it already
        _pages(asking, address, values, known)
        _writing(asking, address, values, known)
    return asking


def _pages(asking: Asking, address: Address, values: Values, known: Known) -> None:
    viewer = asking.viewer
    target = values.paths(address, viewer.target)
    found = [path for path in known.paths.get(address.name, ()) if asking.is_foreign(path)]
    paths = dict.fromkeys([*target, *found[: FOUND if viewer.who in THOROUGH else 1]])
    if viewer.who == "stranger" and len(address.ids) > 1:
        paths |= dict.fromkeys(values.paths(address, asking.world.own_case, ids_of=viewer.target))
    answers = {path: asking.get(path).status_code for path in paths}
    for path in list(paths)[:1] if viewer.who in THOROUGH else ():
        asking.get(path, method="HEAD")
    if "case_id" in address.ids:
        usual = {asking.get(path).status_code for path in values.unknown(address)}
        for path in target:
            if answers[path] not in usual:
                asking._leak("GET", path, f"status {answers[path]} tells that the case is there, not {usual}")
    if not address.ids and paths:
        words = dict.fromkeys(("q", "name", "family_name", "text"), asking.world.name)
        asking.get(f"{next(iter(paths))}?{urlencode(words)}")


def _writing(asking: Asking, address: Address, values: Values, known: Known) -> None:
    paths = values.paths(address, asking.viewer.target)[:1]
    for path in paths:
        if asking.post(path, {}).status_code == 405:
            return
    forms = [form for form in known.forms.get(address.name, ()) if asking.is_foreign(form.action)]
    for form in _different(forms)[: SENT if asking.viewer.who in THOROUGH else 1]:
        if form.method == "post":
            reached = [form.action, *paths]
            if asking.viewer.who == "stranger":
                reached += values.paths(address, asking.world.own_case)[:1]
            for path in dict.fromkeys(reached):
                asking.post(path, form.values)
        else:
            asking.get(f"{form.action.partition('?')[0]}?{urlencode(form.values, doseq=True)}")


def _different(forms: Iterable[Form]) -> list[Form]:
    """One form of each shape: what its fields are called."""
    return list({(form.method, *sorted(form.values)): form for form in forms}.values())

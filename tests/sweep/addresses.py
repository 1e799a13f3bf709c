"""Every address the product answers, read from the URL table, and values for what stands in them."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, Resolver404, get_resolver, resolve, reverse
from django.urls.resolvers import RegexPattern, RoutePattern, URLPattern, URLResolver

from tests.sweep.rows import Row

EXAMPLES: dict[str, list[str]] = {
    "uidb36": ["1"],
    "key": ["abc-123", "set-password"],
    "language": ["easy", "vi"],
    "number": ["1"],
    "paper": ["notice", "minutes"],
    "token": ["of-nobody"],
    "name": ["decide", "end", "outcome", "review", "acknowledge", "step", "again", "read"],
}
"""Words for parts of an address that no page names and no row fills, by the name of the part."""

ROWS_TRIED = 2
WORDS_TRIED = 8


@dataclass(frozen=True)
class Address:
    """One line of the URL table: its route, its full name, and the parts to be filled with their kind."""

    route: str
    name: str
    parts: tuple[tuple[str, str], ...]
    app: str

    def path(self, values: dict[str, Any]) -> str:
        """Raises NoReverseMatch when the values do not fit the route."""
        return reverse(self.name, kwargs=values)

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(part for part, kind in self.parts if kind == "UUIDConverter")

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(part for part, kind in self.parts if kind != "UUIDConverter")


def every_address(urlconf: str | None = None) -> list[Address]:
    """All of them, includes followed. Raises ValueError for an address without a name, which nothing can link to."""
    return list(_walk(get_resolver(urlconf).url_patterns, "", (), ()))


def _walk(
    patterns: Iterable[Any], route: str, names: tuple[str, ...], parts: tuple[tuple[str, str], ...]
) -> Iterator[Address]:
    for one in patterns:
        here, more = route + str(one.pattern), parts + _parts(one.pattern)
        if isinstance(one, URLResolver):
            inside = (*names, one.namespace) if one.namespace else names
            yield from _walk(one.url_patterns, here, inside, more)
        elif isinstance(one, URLPattern):
            if not one.name:
                raise ValueError(f"{here} has no name. Give its path() one, so that it can be asked for.")
            view = getattr(one.callback, "view_class", one.callback)
            yield Address(here, ":".join((*names, one.name)), more, view.__module__.split(".")[1])


def _parts(pattern: Any) -> tuple[tuple[str, str], ...]:
    if isinstance(pattern, RoutePattern):
        return tuple((name, type(kind).__name__) for name, kind in pattern.converters.items())
    if isinstance(pattern, RegexPattern):
        return tuple((name, "regex") for name in pattern.regex.groupindex)
    return ()


class Values:
    """Finds values for the parts of addresses: rows of a case by the name of the part, words from the links of pages."""

    def __init__(self, every: list[Row], plain: list[Row]) -> None:
        self.every, self.plain = every, plain
        self._found: dict[tuple[str, str, UUID], list[str]] = {}
        self.met: dict[str, dict[tuple[str, ...], None]] = {}
        """By the name of an address, the words met in links to it."""

    def learn(self, path: str) -> str:
        """Takes the words out of a link; answers the route it leads to, or nothing."""
        try:
            match = resolve(path.partition("?")[0])
        except Resolver404:
            return ""
        words = tuple(str(value) for value in match.kwargs.values() if not isinstance(value, UUID))
        self.met.setdefault(match.view_name, {})[words] = None
        return match.view_name

    def paths(self, address: Address, case_id: UUID, *, ids_of: UUID | None = None) -> list[str]:
        """The address filled for a case; with `ids_of` all but the case itself come from another one's rows.

        Empty when a part can not be filled.
        """
        choices = [self._ids(address, part, case_id, ids_of or case_id) for part in address.ids]
        found: dict[str, None] = {}
        for ids in itertools.islice(itertools.zip_longest(*choices), 40) if choices else [()]:
            for words in self._words(address):
                values = dict(zip(address.ids, self._filled(ids, choices), strict=True)) | words
                try:
                    found[address.path(values)] = None
                except NoReverseMatch:
                    continue
        return list(found)

    def unknown(self, address: Address) -> list[str]:
        """The address filled with ids that are nobody's: what a sealed case must look like."""
        found = []
        for words in self._words(address)[:2]:
            try:
                found.append(address.path({part: uuid.uuid4() for part in address.ids} | words))
            except NoReverseMatch:
                continue
        return found

    def _filled(self, ids: tuple[Any, ...], choices: list[list[str]]) -> list[str]:
        return [one or (choice[0] if choice else "") for one, choice in zip(ids, choices, strict=True)]

    def _ids(self, address: Address, part: str, case_id: UUID, other: UUID) -> list[str]:
        if part == "case_id":
            return [str(case_id)]
        stem = part.removesuffix("_id").replace("_", "")
        if (found := self._found.get((stem, address.app, other))) is None:
            found = self._found[stem, address.app, other] = self._search(stem, address.app, other)
        return found

    def _search(self, stem: str, app: str, other: UUID) -> list[str]:
        mine = [row for row in self.every if str(other) in row.cases] or self.every
        named = self._of(mine, stem, app) or self._of(self.every + self.plain, stem, app)
        return named or self._one_of_each(mine)

    def _of(self, among: list[Row], stem: str, app: str) -> list[str]:
        """Rows of the table that the part names, by its end or else its beginning; of the address's own app when there
        are several such tables."""
        tables: dict[str, list[str]] = {}
        for row in among:
            if row.id:
                tables.setdefault(row.table, []).append(row.id)
        named = {t: ids for t, ids in tables.items() if t.endswith(stem)} or {
            t: ids for t, ids in tables.items() if t.partition("_")[2].startswith(stem)
        }
        own = {t: ids for t, ids in named.items() if t.startswith(app)} or named
        own = {t: ids for t, ids in own.items() if t.partition("_")[2] == stem} or own
        return [
            one for ids in own.values() for one in (ids if len(ids) <= ROWS_TRIED else ids[:: len(ids) - 1])
        ]

    def _one_of_each(self, among: list[Row]) -> list[str]:
        """No table is named like the part: one row of every table is tried."""
        return list({row.table: row.id for row in among if row.id}.values())

    def _words(self, address: Address) -> list[dict[str, Any]]:
        if not address.words:
            return [{}]
        met = [words for words in self.met.get(address.name, ()) if len(words) == len(address.words)]
        if not met:
            met = list(itertools.product(*(EXAMPLES.get(part, ()) for part in address.words)))
        return [dict(zip(address.words, words, strict=True)) for words in met[:WORDS_TRIED]]

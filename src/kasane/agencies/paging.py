"""Pages and filters of the lists: what is shown, what narrows it, how to take a filter off again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PER_PAGE = 50


@dataclass(frozen=True)
class ListPage:
    """One page of a list and the ways to its neighbours, with the filters kept."""

    rows: list[Any]
    total: int
    note: str
    prev_url: str
    next_url: str


def page_of(
    request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], *, unit: str, per_page: int = PER_PAGE
) -> ListPage:
    """The page the address asks for; the nearest one when it asks for what is not there. Two queries."""
    paginator = Paginator(rows, per_page)
    page = paginator.get_page(request.GET.get("page"))
    first, last = page.start_index(), page.end_index()
    return ListPage(
        rows=list(page.object_list),
        total=paginator.count,
        note=f"{paginator.count}{unit}のうち {first}〜{last}{unit}目" if paginator.num_pages > 1 else "",
        prev_url=_with(request, "page", str(page.number - 1)) if page.has_previous() else "",
        next_url=_with(request, "page", str(page.number + 1)) if page.has_next() else "",
    )


class FilterForm(forms.Form):
    """Filters sent by GET. What can not be read is left out, and said so."""

    def wanted(self) -> dict[str, Any]:
        """The filters that were given and understood."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}

    def applied(self, request: HttpRequest) -> list[dict[str, str]]:
        """The filters in words, each with the address that takes it off."""
        return [
            {
                "label": f"{self.fields[name].label}: {self._in_words(name, value)}",
                "remove_url": _without(request, name),
            }
            for name, value in self.wanted().items()
        ]

    def _in_words(self, name: str, value: Any) -> str:
        choices = dict(getattr(self.fields[name], "choices", ()))
        return str(choices.get(value, value))


def _with(request: HttpRequest, name: str, value: str) -> str:
    query = request.GET.copy()
    query[name] = value
    return f"?{query.urlencode()}"


def _without(request: HttpRequest, name: str) -> str:
    query = request.GET.copy()
    query.pop(name, None)
    query.pop("page", None)
    return f"?{query.urlencode()}"

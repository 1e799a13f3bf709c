"""Forms as they are typed."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict


def typed(**values: str) -> Any:
    data = QueryDict(mutable=True)
    data.update(values)
    return data

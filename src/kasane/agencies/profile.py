"""The town profile this deployment runs with (KASANE_PROFILE)."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings

from kasane.profiles import Profile, load


@lru_cache(maxsize=1)
def current() -> Profile:
    """The profile, read once. Raises ProfileError, naming every fault, when the file is wrong."""
    return load(settings.PROFILE)

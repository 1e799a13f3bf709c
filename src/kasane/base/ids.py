"""Identifiers: UUIDv7, so that the order of keys is the order of time."""

import uuid

from uuid_utils import compat


def new_id() -> uuid.UUID:
    """A new UUIDv7 as the standard library's UUID."""
    return compat.uuid7()

"""The screens of the import: thin; they parse, act or query, and render."""

from kasane.imports.views.course import check, columns, discard, new
from kasane.imports.views.past import index, result, skipped, throw_away, undo

__all__ = [
    "check",
    "columns",
    "discard",
    "index",
    "new",
    "result",
    "skipped",
    "throw_away",
    "undo",
]

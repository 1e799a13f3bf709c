"""What a worker does with a ledger: upload, map its columns, take it in, undo it. One function per act (R-OPS-02)."""

from kasane.imports.actions.bring_in import bring_in, undo
from kasane.imports.actions.prepare import choose_table, discard, map_columns, throw_away_skipped, upload

__all__ = [
    "bring_in",
    "choose_table",
    "discard",
    "map_columns",
    "throw_away_skipped",
    "undo",
    "upload",
]

"""The law of importing a ledger, over plain values: columns, cells, rows, households, and what may be undone (R-OPS-02)."""

from kasane.imports.rules.columns import guess_columns, guess_header, headings_key, mapping_obstacles
from kasane.imports.rules.fields import FIELDS, GROUPS, Field
from kasane.imports.rules.households import Checked, Planned, check
from kasane.imports.rules.shapes import Fault, Ground, Notice, gather
from kasane.imports.rules.steps import ImportFacts, UndoFacts, import_obstacles, undo_obstacles

__all__ = [
    "FIELDS",
    "GROUPS",
    "Checked",
    "Fault",
    "Field",
    "Ground",
    "ImportFacts",
    "Notice",
    "Planned",
    "UndoFacts",
    "check",
    "gather",
    "guess_columns",
    "guess_header",
    "headings_key",
    "import_obstacles",
    "mapping_obstacles",
    "undo_obstacles",
]

"""Row-level security of meetings: who hosts or is a member sees them (R-CONF-06, R-DIS-02)."""

from __future__ import annotations

from pathlib import Path

from django.db import migrations


def statements() -> list[migrations.RunSQL]:
    """`policies.sql` as one migration step, after `disclosure.policies.protect` of the tables about cases."""
    text = (Path(__file__).parent / "policies.sql").read_text(encoding="utf-8")
    return [migrations.RunSQL(text, migrations.RunSQL.noop)]

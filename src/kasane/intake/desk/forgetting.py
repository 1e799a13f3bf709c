"""What the registers of the desks say of persons who became no case goes after a time (R-DIS-07). For the nightly command."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connections

from kasane.agencies import profile
from kasane.disclosure.definer import OWNER, as_definer
from kasane.intake.desk import rules

TABLES = {"intake_phonecall", "intake_volunteerreport"}
"""Where emptied lines leave old words behind until the tables are rewritten."""


def forget(*, on: date) -> int:
    """Empties old calls and reports, also those nobody ever dealt with; how many. The lines stay, to be counted."""
    calls_before = on - timedelta(days=rules.CALLS_KEPT_DAYS)
    reports_before = on - timedelta(days=rules.REPORTS_KEPT_DAYS)
    undone_before = on - timedelta(days=profile.current().rules.undone_days)
    with as_definer(), connections[OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT intake_forget_desk(%s, %s) + intake_forget_undone(%s)",
            [calls_before, reports_before, undone_before],
        )
        emptied = int(cursor.fetchone()[0])
        cursor.execute("SELECT intake_drop_emptied_drafts()")
        return emptied

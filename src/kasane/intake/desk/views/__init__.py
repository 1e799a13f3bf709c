"""The screens of the desk's registers."""

from kasane.intake.desk.views.activities import (
    activities,
    activity,
    activity_strike,
    activity_sums,
    activity_workbook,
)
from kasane.intake.desk.views.calls import call, call_back, calls
from kasane.intake.desk.views.caseload import caseload
from kasane.intake.desk.views.extra import extra
from kasane.intake.desk.views.outposts import (
    outpost,
    outpost_begin,
    outpost_edit,
    outpost_strike,
    outpost_tie,
    outposts,
)
from kasane.intake.desk.views.overdue import overdue
from kasane.intake.desk.views.reports import report, report_begin, report_edit, report_new, reports
from kasane.intake.desk.views.shorts import short, short_begin, short_strike, shorts

__all__ = [
    "activities",
    "activity",
    "activity_strike",
    "activity_sums",
    "activity_workbook",
    "call",
    "call_back",
    "calls",
    "caseload",
    "extra",
    "outpost",
    "outpost_begin",
    "outpost_edit",
    "outpost_strike",
    "outpost_tie",
    "outposts",
    "overdue",
    "report",
    "report_begin",
    "report_edit",
    "report_new",
    "reports",
    "short",
    "short_begin",
    "short_strike",
    "shorts",
]

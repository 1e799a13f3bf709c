"""What others may ask of the conferences."""

from kasane.conferences.actions.install import install_bodies
from kasane.conferences.finding.queries import waiting_rows
from kasane.conferences.homerows import home_rows
from kasane.conferences.queries import coming_meetings, items_of_case
from kasane.conferences.rows import decision_rows, minutes_head, minutes_rows, shortages

__all__ = [
    "coming_meetings",
    "decision_rows",
    "home_rows",
    "install_bodies",
    "items_of_case",
    "minutes_head",
    "minutes_rows",
    "shortages",
    "waiting_rows",
]

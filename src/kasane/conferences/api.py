"""What others may ask of the conferences."""

from kasane.conferences.actions.install import install_bodies
from kasane.conferences.finding.queries import waiting_rows
from kasane.conferences.queries import coming_meetings, items_of_case

__all__ = ["coming_meetings", "install_bodies", "items_of_case", "waiting_rows"]

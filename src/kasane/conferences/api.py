"""What others may ask of the conferences."""

from kasane.conferences.actions.install import install_bodies
from kasane.conferences.decisions.views import home_rows as decision_home_rows
from kasane.conferences.queries import coming_meetings, items_of_case

__all__ = ["coming_meetings", "decision_home_rows", "install_bodies", "items_of_case"]

"""What the other works may ask of coordination: what a conference judges, and what follows from its judgement."""

from kasane.coordination.actions.conference import record_judgement
from kasane.coordination.choices import Course, Judgement
from kasane.coordination.early import EarlyStart, early_starts
from kasane.coordination.ending import plans_ending
from kasane.coordination.facts import (
    ConferenceFacts,
    conference_facts,
    due_for_conference,
    menu_facts,
    service_plans_due,
)
from kasane.coordination.menus.queries import is_menu, menus_of
from kasane.coordination.menus.sheets import words_of as menu_words
from kasane.coordination.queries import decides_on, issue_codes, self_reliance_agencies
from kasane.coordination.requests.home import home_rows as request_rows
from kasane.coordination.roles import RoleRow, role_rows
from kasane.coordination.rules.conference import judgements_for
from kasane.coordination.rules.course import AGENDA
from kasane.coordination.running import add_item_url
from kasane.coordination.sheet23 import SheetSection, sheet_sections
from kasane.coordination.signing.queries import signature_svg
from kasane.coordination.study.queries import study_events

__all__ = [
    "AGENDA",
    "ConferenceFacts",
    "Course",
    "EarlyStart",
    "Judgement",
    "SheetSection",
    "RoleRow",
    "add_item_url",
    "conference_facts",
    "decides_on",
    "due_for_conference",
    "early_starts",
    "issue_codes",
    "is_menu",
    "judgements_for",
    "plans_ending",
    "record_judgement",
    "request_rows",
    "self_reliance_agencies",
    "sheet_sections",
    "signature_svg",
    "study_events",
    "menu_facts",
    "menu_words",
    "menus_of",
    "record_judgement",
    "role_rows",
    "self_reliance_agencies",
    "service_plans_due",
]

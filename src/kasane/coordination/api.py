"""What the other works may ask of coordination: what a conference judges, and what follows from its judgement."""

from kasane.coordination.actions.conference import record_judgement
from kasane.coordination.choices import Course, Judgement
from kasane.coordination.facts import ConferenceFacts, conference_facts, due_for_conference
from kasane.coordination.queries import decides_on, issue_codes, self_reliance_agencies
from kasane.coordination.roles import RoleRow, role_rows
from kasane.coordination.rules.conference import judgements_for
from kasane.coordination.rules.course import AGENDA
from kasane.coordination.running import add_item_url

__all__ = [
    "AGENDA",
    "ConferenceFacts",
    "Course",
    "Judgement",
    "RoleRow",
    "add_item_url",
    "conference_facts",
    "decides_on",
    "due_for_conference",
    "issue_codes",
    "judgements_for",
    "record_judgement",
    "role_rows",
    "self_reliance_agencies",
]

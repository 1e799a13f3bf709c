"""What the other works may ask of coordination: what a conference judges, and what follows from its judgement."""

from kasane.coordination.actions.conference import record_judgement
from kasane.coordination.choices import Judgement
from kasane.coordination.facts import ConferenceFacts, conference_facts, due_for_conference
from kasane.coordination.rules.conference import judgements_for

__all__ = [
    "ConferenceFacts",
    "Judgement",
    "conference_facts",
    "due_for_conference",
    "judgements_for",
    "record_judgement",
]

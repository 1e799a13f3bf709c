"""受付シート that were begun and not saved: each has its own place, so that the next call opens an empty one (R-INT-01)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.dates import today, wareki_time
from kasane.cases.models import Draft

FORM, PLAIN = "reception", "new"
MOST = 5
"""So many are offered; the oldest of more are on the page of the newer ones no more, and wait a year (`drafts.forget_old`)."""
_OWN = re.compile(r"new-[0-9a-f]{32}")
_TELLING = ("family_name", "given_name", "consulter_name", "overview")
_LETTERS = 20


def fresh() -> str:
    """The name of the draft of one more sheet."""
    return f"{PLAIN}-{uuid4().hex}"


def is_new(subject: str) -> bool:
    """Whether a draft is of a sheet begun from nothing, not from a message, a report or a short consultation."""
    return subject == PLAIN or bool(_OWN.fullmatch(subject))


@dataclass(frozen=True)
class Begun:
    """One sheet to go on with."""

    subject: str
    words: str

    @property
    def url(self) -> str:
        new = reverse("intake:new")
        return new if self.subject == PLAIN else f"{new}?sheet={self.subject}"


def unfinished(by: Actor, *, besides: str = "") -> list[Begun]:
    """The actor's own, the latest first. One query."""
    rows = Draft.objects.filter(user=by.user, agency=by.agency, form=FORM, subject_id__startswith=PLAIN)
    found = [
        row for row in rows.exclude(subject_id=besides).order_by("-saved_at")[:MOST] if is_new(row.subject_id)
    ]
    return [Begun(row.subject_id, _words(row)) for row in found]


def _words(row: Draft) -> str:
    """「10:40、山田 花子、足が痛くて」: when, and what tells it from another."""
    at = timezone.localtime(row.saved_at)
    when = f"{at:%H:%M}" if at.date() == today() else wareki_time(row.saved_at)
    typed = {name: " ".join("".join(row.data.get(name, [])[:1]).split()) for name in _TELLING}
    name = " ".join(filter(None, (typed["family_name"], typed["given_name"]))) or typed["consulter_name"]
    overview = typed["overview"]
    talk = f"{overview[:_LETTERS]}…" if len(overview) > _LETTERS else overview
    return "、".join(filter(None, (when, name, talk)))

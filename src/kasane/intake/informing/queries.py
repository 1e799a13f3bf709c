"""What was told, and what this desk often tells (R-INT-03, R-INT-08)."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Max

from kasane.agencies.actors import Actor
from kasane.agencies.queries import active_agencies
from kasane.intake.informing.things import PAPERS, PLACES, SYSTEMS
from kasane.intake.models import InformationGiven, Matter

OWN_WORDS = 6
RECENT = 60
LONGEST = 40
IN_CASES = 2
"""What stands in one case alone may be that case's: it is offered to nobody else (R-DIS-01)."""


def information_of(case_id: UUID) -> list[InformationGiven]:
    """Everything that was told in a case, as far as the viewer sees its kinds. One query."""
    return list(InformationGiven.objects.filter(case_id=case_id).select_related("agency", "given_by"))


def assistance_told(case_id: UUID) -> bool:
    """Whether it is written down that the person was told of 生活保護."""
    return InformationGiven.objects.filter(case_id=case_id, matter=Matter.ASSISTANCE).exists()


def offered(by: Actor) -> list[tuple[str, list[tuple[str, str]]]]:
    """What to choose from: systems, the town's own places, papers, and what this desk wrote by hand lately. Two queries."""
    town = [name for name in active_agencies().exclude(pk=by.agency.id).values_list("name", flat=True)]
    written = (
        InformationGiven.objects.filter(agency=by.agency, matter=Matter.GENERAL)
        .exclude(note="")
        .order_by()
        .values("note")
        .annotate(cases=Count("case", distinct=True), latest=Max("on"))
        .filter(cases__gte=IN_CASES)
        .order_by("-latest")
        .values_list("note", flat=True)[:RECENT]
    )
    short = [note.strip() for note in written if len(note.strip()) <= LONGEST and "\n" not in note.strip()]
    own = list(dict.fromkeys(short))[:OWN_WORDS]
    groups = {
        "この窓口でよく伝えること": own,
        "制度": SYSTEMS,
        "窓口": [*PLACES, *town],
        "渡したもの": PAPERS,
    }
    taken: set[str] = set()
    found = []
    for title, words in groups.items():
        fresh = [word for word in dict.fromkeys(words) if word not in taken]
        taken.update(fresh)
        if fresh:
            found.append((title, [(word, word) for word in fresh]))
    return found

"""The coordinators of the field by kind, and whether the town has those it asks for (R-DEL-06)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q

from kasane.agencies.areas.queries import second_layer
from kasane.agencies.models import CoordinatorKind, Post, Role
from kasane.agencies.people import staff
from kasane.agencies.queries import deliveries_in_force
from kasane.agencies.staff import rules


@dataclass(frozen=True)
class KindOfCoordinator:
    """One of the six kinds with who holds it today."""

    kind: CoordinatorKind
    asked: rules.Asked
    posts: list[Post]
    is_lacking: bool


def coordinators() -> list[KindOfCoordinator]:
    """The six kinds in the order of the catalogue. A post in the role of 推進員 counts as one."""
    held: dict[str, list[Post]] = defaultdict(list)
    for post in staff().filter(~Q(coordinator_kind="") | Q(role=Role.COORDINATOR)):
        held[post.coordinator_kind or CoordinatorKind.INTEGRATION].append(post)
    plan = list(deliveries_in_force().values_list("program", "works"))
    asked = rules.asked_coordinators(
        programs={program for program, _ in plan},
        works={work for _, works in plan for work in works},
        has_second_layer=len(second_layer()) > 1,
    )
    missing = rules.lacking(asked, held=set(held))
    return [
        KindOfCoordinator(CoordinatorKind(one.kind), one, held[one.kind], one.kind in missing)
        for one in asked
    ]

"""The agencies of the model and everybody who may look: one for each way of standing to a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, AgencyKind, Contract, Delivery, Municipality, Post, Role, User
from kasane.agencies.rules import coordinates, decides, manages
from kasane.conferences.models import Body
from kasane.disclosure.readers import Viewer

KINDS = {
    "K": AgencyKind.DIVISION,
    "A": AgencyKind.ENTRUSTED,
    "B": AgencyKind.ENTRUSTED,
    "C": AgencyKind.CENTRE,
    "D": AgencyKind.DIVISION,
    "E": AgencyKind.RESIDENT,
    "F": AgencyKind.PARTNER,
}
"""K keeps the ledger of every case, so that there is always somebody who may tell it something."""

ALWAYS = (-2000, None)
POSTS: dict[str, list[tuple[str, Role, tuple[int, int | None]]]] = {
    "k1": [("K", Role.WORKER, ALWAYS)],
    "a1": [("A", Role.WORKER, ALWAYS)],
    "a2": [("A", Role.WORKER, ALWAYS), ("B", Role.WORKER, ALWAYS)],
    "b1": [("B", Role.MANAGER, ALWAYS)],
    "c1": [("C", Role.COORDINATOR, ALWAYS)],
    "c3": [("C", Role.MANAGER, ALWAYS)],
    "c2": [("C", Role.WORKER, ALWAYS), ("C", Role.COORDINATOR, (-2000, -1))],
    "d1": [("D", Role.DECIDER, ALWAYS)],
    "d2": [("D", Role.MANAGER, (-10, 0))],
    "d3": [("D", Role.WORKER, ALWAYS), ("D", Role.MANAGER, (1, None))],
    "e1": [("E", Role.WORKER, ALWAYS)],
    "e2": [("E", Role.WORKER, ALWAYS)],
    "f1": [("F", Role.WORKER, ALWAYS)],
    "adm": [("D", Role.ADMINISTRATOR, ALWAYS)],
}
"""Who works where, from which day until which, counted from today. The first post of an agency is the one acted for."""


@dataclass(frozen=True)
class Town:
    """What a world is laid upon. `actors` holds everybody once per agency: "a2" at A, "a2@B" at B, "nobody"."""

    today: date
    agencies: dict[str, Agency]
    users: dict[str, User]
    actors: dict[str, Actor | None]
    viewers: dict[str, Viewer]
    contracts: dict[str, Contract]
    body: Body

    def day(self, offset: int | None) -> date | None:
        return None if offset is None else self.today + timedelta(days=offset)


def make_town(today: date) -> Town:
    """Made by the definer, once for all worlds."""
    Municipality.objects.update_or_create(
        id=1,
        defaults={
            "profile_key": "misaki",
            "name": "美咲町",
            "has_welfare_office": False,
            "profile_digest": "",
        },
    )
    agencies = {
        key: Agency.objects.create(key=f"model-{key}", name=f"機関{key}", kind=kind)
        for key, kind in KINDS.items()
    }
    users = {name: User.objects.create(login=f"model-{name}", name=name, password="!") for name in POSTS}
    actors: dict[str, Actor | None] = {"nobody": None}
    viewers = {"nobody": Viewer()}
    for name, held in POSTS.items():
        for key in dict.fromkeys(key for key, _, _ in held):
            posts = [
                Post.objects.create(
                    user=users[name],
                    agency=agencies[key],
                    role=role,
                    starts_on=today + timedelta(days=since),
                    ends_on=None if until is None else today + timedelta(days=until),
                )
                for at, role, (since, until) in held
                if at == key
            ]
            as_named = name if key == held[0][0] else f"{name}@{key}"
            actors[as_named] = Actor(users[name], posts[0])
            viewers[as_named] = _viewer(posts, today)
    return Town(today, agencies, users, actors, viewers, _contracts(agencies, today), _body(agencies))


def _viewer(posts: list[Post], day: date) -> Viewer:
    post = posts[0]
    if not post.sees_cases:
        return Viewer()
    return Viewer(
        user_id=post.user_id,
        agency_id=post.agency_id,
        coordinates=coordinates(posts, day=day),
        decides=decides(posts, is_municipality=post.agency.is_municipality, day=day),
        manages=manages(posts, day=day),
    )


def _contracts(agencies: dict[str, Agency], today: date) -> dict[str, Contract]:
    delivery = Delivery.objects.create(
        key="model", works=[5], fields=[], program="coordination", name="多機関協働事業", modes=[]
    )
    delivery.divisions.add(agencies["D"])
    delivery.agencies.add(agencies["C"])
    return {
        key: Contract.objects.create(
            delivery=delivery, agency=agencies[key], starts_on=today - timedelta(days=1000)
        )
        for key in ("A", "B")
    }


def _body(agencies: dict[str, Agency]) -> Body:
    return Body.objects.create(
        key="model",
        name="会議",
        functions=["support_conference", "multi_tier", "liaison"],
        host=agencies["C"],
    )

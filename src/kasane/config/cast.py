"""The permanent cast of the tests: one person for each way of standing to a case (STYLE: the cast).

`cast` makes agencies and people; tests open cases with the product's own actions.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, AgencyKind, Municipality, Post, Role, User
from kasane.disclosure.viewer import acting_as

PASSWORD = "kasane-demo-2025"
POSTED_ON = date(2020, 4, 1)

AGENCIES = (
    ("hokatsu", "美咲町地域包括支援センター", AgencyKind.ENTRUSTED),
    ("juso", "重層支援センター", AgencyKind.CENTRE),
    ("shakyo", "社会福祉法人美咲町社会福祉協議会", AgencyKind.ENTRUSTED),
    ("kikan", "津山地域障害者基幹相談支援センター", AgencyKind.ENTRUSTED),
    ("fukushi", "福祉しあわせ課", AgencyKind.DIVISION),
    ("egao", "こども笑顔課", AgencyKind.DIVISION),
)
PEOPLE = (
    ("worker", "包括 花子", "hokatsu", Role.WORKER),
    ("colleague", "包括 次郎", "hokatsu", Role.WORKER),
    ("coordinator", "重層 明", "juso", Role.COORDINATOR),
    ("participation", "社協 参子", "shakyo", Role.WORKER),
    ("disability", "基幹 直人", "kikan", Role.WORKER),
    ("decider", "福祉 決子", "fukushi", Role.DECIDER),
    ("manager", "福祉 長", "fukushi", Role.MANAGER),
    ("stranger", "笑顔 他人", "egao", Role.WORKER),
    ("administrator", "管理 守", "fukushi", Role.ADMINISTRATOR),
)


@dataclass(frozen=True)
class Cast:
    """hokatsu took the consultation; juso is 重層支援センター; the stranger works at an uninvolved agency."""

    worker: Actor
    colleague: Actor
    coordinator: Actor
    participation: Actor
    disability: Actor
    decider: Actor
    manager: Actor
    stranger: Actor
    administrator: Actor

    def __iter__(self) -> Iterator[Actor]:
        return iter(vars(self).values())

    @staticmethod
    def acting(actor: Actor | None) -> AbstractContextManager[None]:
        return acting_as(actor)


def make_cast() -> Cast:
    """The agencies of 美咲町 that the path needs, and their people."""
    Municipality.objects.update_or_create(
        id=1,
        defaults={
            "profile_key": "misaki",
            "name": "美咲町",
            "has_welfare_office": False,
            "profile_digest": "",
        },
    )
    agency = _agencies()
    users = [User(login=login, name=name, password=make_password(PASSWORD)) for login, name, *_ in PEOPLE]
    User.objects.bulk_create(users)
    posts = [
        Post(user=user, agency=agency[key], role=role, starts_on=POSTED_ON)
        for user, (_, _, key, role) in zip(users, PEOPLE, strict=True)
    ]
    Post.objects.bulk_create(posts)
    return Cast(**{post.user.login: Actor(user=post.user, post=post) for post in posts})


def _agencies() -> dict[str, Agency]:
    """By key; those that a demo has made already stay as they are."""
    Agency.objects.bulk_create(
        [Agency(key=key, name=name, kind=kind) for key, name, kind in AGENCIES], ignore_conflicts=True
    )
    return {one.key: one for one in Agency.objects.filter(key__in=[key for key, *_ in AGENCIES])}


def _actor(login: str, name: str, agency: Agency, role: Role) -> Actor:
    user = User.objects.create_user(login=login, name=name, password=PASSWORD)
    return Actor(
        user=user, post=Post.objects.create(user=user, agency=agency, role=role, starts_on=POSTED_ON)
    )

"""Brings the made-up households into the database by the product's own actions.

What the product refuses is refused here too: the demo can not hold a course that the law forbids. All steps of
all households run in the order of their days, so that meetings treat several households and numbers follow time.
Many households are shared among processes (`parallel`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from kasane.agencies.actions import install_profile
from kasane.agencies.models import Municipality, User
from kasane.agencies.profile import current
from kasane.agencies.sites.actions import sites_from_plan
from kasane.base.dates import today
from kasane.conferences.actions import install_bodies
from kasane.demo import parallel
from kasane.demo.accounts import ACCOUNTS, PASSWORD, make_accounts
from kasane.demo.again import meet_again
from kasane.demo.contracts import make_contracts
from kasane.demo.course import File, steps_of
from kasane.demo.desks import ROUND
from kasane.demo.generate import households as generated
from kasane.demo.model import DemoHousehold
from kasane.demo.stories import stories
from kasane.demo.town import Town

TOLD = 15
"""The written stories and a few more: among them some are met again by a second agency. A town of that size has its
desks at work too (`desks`); the stories alone are for who follows the long courses.
"""

__all__ = ["ACCOUNTS", "PASSWORD", "ensure", "is_loaded"]


@dataclass(order=True)
class Step:
    """One act on one household's course; `rank` orders acts of the same day."""

    on: date
    rank: int
    place: int
    act: Callable[[], None] = field(compare=False)


def ensure(*, households: int) -> str:
    """Loads structure, accounts and `households` households (the written stories first) once; says what is there."""
    if is_loaded():
        return f"{Municipality.objects.get().name}(前に作ったもの)"
    if (processes := parallel.processes_for(households)) > 1:
        with transaction.atomic():
            found()
        parallel.load(parallel.shares(households, processes, together=TOLD))
    else:
        with transaction.atomic():
            run(found(), enumerate(first(households)))
    return f"{Municipality.objects.get().name}、{households} 世帯"


def is_loaded() -> bool:
    """Whether the made-up office is there already, or was begun."""
    return User.objects.filter(login=ACCOUNTS[0].login).exists()


def found() -> Town:
    """The town with its structure, its accounts and its contracts, before anybody comes."""
    profile = current()
    install_profile(profile)
    install_bodies(profile)
    town = Town(make_accounts())
    make_contracts(town.decider)
    sites_from_plan(by=town.decider)
    return town


def first(count: int, *, on: date | None = None) -> Iterator[DemoHousehold]:
    """The twelve stories, then generated households, `count` in all."""
    day = on or today()
    told = stories(day)[:count]
    yield from told
    if count > len(told):
        yield from generated(count - len(told), today=day)


def run(
    town: Town,
    households: Iterable[tuple[int, DemoHousehold]],
    *,
    each: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> int:
    """Runs all steps in the order of their days, each within `each()`; answers how many households there are.

    A household comes with its place in the whole town.
    """
    steps: list[Step] = []
    count = 0
    told: list[File] = []
    for place, household in households:
        file = File(town, household)
        if place < TOLD:
            told.append(file)
        steps.extend(Step(on, rank, place, act) for on, rank, act in steps_of(file))
        count += 1
    for step in sorted(steps):
        with each():
            town.finish_meetings_before(step.on)
            step.act()
    with each():
        town.finish_meetings_before(today())
        meet_again(town, told)
    for desks in ROUND if len(told) == TOLD else ():
        with each():
            desks(town)
    return count

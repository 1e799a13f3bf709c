"""No address tells a fact to those who have no right on a case (R-DIS-01, R-DIS-02, R-DIS-08).

Driven by the URL table and by the database: a new address, table or column is covered without being listed. What
insiders find on their pages (links, forms, values) is asked for again by nobody, a stranger, a member after
withdrawal, a conference member after closing, an excluded agency and an administrator.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings

from kasane.config.testing import DATABASE, SERVER
from kasane.disclosure.models import Consent
from kasane.disclosure.viewer import acting_as
from tests.sweep.addresses import Address, Values, every_address
from tests.sweep.rows import plain_rows, seeing_all
from tests.sweep.visits import Known, look_around, sweep
from tests.sweep.world import CONFERENCE, WITHDRAWN, Viewer, World, made

pytestmark = pytest.mark.long

STRANGERS = (
    "nobody",
    "stranger",
    "stranger, closed case",
    "member after withdrawal",
    "conference member after closing",
    "excluded agency",
    "administrator",
)
OF_NOBODY = {"user_id", "agency_id", "post_id", "contract_id", "phrase_id"}
"""Parts of an address that stand for staff and structure."""
BY_NUMBER = {"cases:retention_hold", "cases:retention_lift", "cases:retention_batch", "sheets:disposal"}
"""Pages about files that tell numbers and days by design, to whoever may open them (R-DIS-07)."""
FOR_INSIDERS = 2 / 3
"""At least this share of the pages about a case shows a fact to those who may see it."""


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    logging.disable(logging.ERROR)
    with django_db_blocker.unblock(), seeing_all(SERVER.url("postgres", DATABASE)), made() as built:
        yield built
    logging.disable(logging.NOTSET)


@pytest.fixture(scope="module")
def addresses(world: World) -> list[Address]:
    return every_address()


@pytest.fixture(scope="module")
def values(world: World) -> Values:
    return Values(world.rows, plain_rows())


@pytest.fixture(scope="module")
def known(world: World, addresses: list[Address], values: Values) -> Known:
    return look_around(world, addresses, values)


@pytest.fixture
def viewer(world: World, request: pytest.FixtureRequest) -> Viewer:
    return next(one for one in world.strangers if one.who == request.param)


@pytest.mark.parametrize("viewer", STRANGERS, indirect=True)
def test_no_address_tells_a_fact(
    viewer: Viewer, world: World, addresses: list[Address], values: Values, known: Known
) -> None:
    found = sweep(viewer, world, addresses, values, known).leaks
    assert not found, "\n" + "\n".join(str(leak) for leak in found[:40])


@pytest.mark.parametrize("viewer", STRANGERS, indirect=True)
def test_those_who_ask_have_no_right_on_their_case_and_there_is_much_to_learn(viewer: Viewer) -> None:
    assert str(viewer.target) in viewer.sealed_cases
    assert len(viewer.sealed.pieces) > 3000 and len(viewer.sealed.short) > 30 and len(viewer.sealed.ids) > 300


def test_one_who_asks_after_withdrawal_had_the_case_by_consent_until_today(world: World) -> None:
    viewer = next(one for one in world.strangers if one.who == "member after withdrawal")
    with acting_as(world.people["kosodate"][0]):
        ended = Consent.objects.filter(case_id=world.cases[WITHDRAWN], withdrawn_on__isnull=False)
        assert {consent.id for consent in ended}
    assert _evidence(world, viewer, "agency_id", "team")


def test_one_who_asks_after_closing_was_called_to_the_conference(world: World) -> None:
    viewer = next(one for one in world.strangers if one.who == "conference member after closing")
    assert viewer.target == world.cases[CONFERENCE]
    assert _evidence(world, viewer, "user_id", "support_conference")


def test_every_address_can_be_asked_for(addresses: list[Address], values: Values, world: World) -> None:
    empty = [one.route for one in addresses if not values.paths(one, world.strangers[0].target)]
    assert not empty, (
        f"No values are known for {empty}. Name a uuid part after its table (record_id), link to the address from a "
        "page an insider opens, or add a word for the part to EXAMPLES in tests/sweep/addresses.py."
    )


def test_pages_about_a_case_show_facts_to_those_who_may_see_them(
    addresses: list[Address], known: Known
) -> None:
    pages = [one for one in addresses if one.ids and 200 in known.answers.get(one.name, ())]
    about = [one for one in pages if not OF_NOBODY & set(one.ids) and one.name not in BY_NUMBER]
    silent = [one.name for one in about if one.name not in known.shows]
    assert len(about) > 40
    assert len(silent) <= len(about) * (1 - FOR_INSIDERS), silent


def test_every_address_of_a_case_was_found_by_an_insider(addresses: list[Address], known: Known) -> None:
    """An address that answers 404 to all proves nothing when it answers 404 to a stranger."""
    lost = [one.route for one in addresses if one.ids and not known.answers.get(one.name, {404}) - {404}]
    assert not lost, f"No row of the world fits {lost}: let tests/sweep/world.py make one."


@pytest.mark.parametrize("viewer", ["stranger"], indirect=True)
def test_a_new_address_that_leaks_is_found_without_being_listed(
    viewer: Viewer, world: World, addresses: list[Address], values: Values
) -> None:
    with override_settings(ROOT_URLCONF="tests.sweep.leaking"):
        new = [one for one in every_address() if one not in addresses]
        asking = sweep(viewer, world, new, values, Known())
        told = {leak.path.split("/")[2] for leak in asking.leaks if not leak.what.startswith("status")}
        betrayed = {leak.path.split("/")[2] for leak in asking.leaks if leak.what.startswith("status 403")}
    assert told == {"page", "json", "header"}
    assert betrayed == {"status"}


def _evidence(world: World, viewer: Viewer, who: str, kind: str) -> list[Any]:
    """Facts in the ledger's book by which this viewer, or their agency, once saw their case."""
    assert viewer.actor is not None
    me = {"agency_id": str(viewer.actor.agency.id), "user_id": str(viewer.actor.user.id)}[who]
    every = [row.content for row in world.rows if row.table == "disclosure_evidence"]
    mine = [row for row in every if row["case_id"] == str(viewer.target) and row["type"] == kind]
    return [row for row in mine if row[who] == me]

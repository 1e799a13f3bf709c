"""A profile put into the tables: whole, twice the same, and nothing lost that others stand on (R-DEL-01, 05)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.apps import apps

from kasane.agencies import profile as town_profile
from kasane.agencies import queries
from kasane.agencies.actions import install_profile
from kasane.agencies.models import Agency, Area, Delivery, Municipality, Post, Role, User
from kasane.profiles import Profile, load
from kasane.profiles.vocabulary import Mode, Work

pytestmark = pytest.mark.django_db


def everything() -> dict[str, list[dict[str, Any]]]:
    """All rows of the structure with all their values, times of writing among them."""
    names = ("Municipality", "Area", "Agency", "Delivery", "DeliveryAgency", "DeliveryDivision")
    models = [apps.get_model("agencies", name) for name in names]
    models += [Agency.areas.through, Delivery.areas.through]
    return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in models}


@pytest.fixture
def misaki() -> Profile:
    profile = load("misaki")
    install_profile(profile)
    return profile


def test_the_town_is_there_with_all_it_names(misaki: Profile) -> None:
    town = Municipality.objects.get()

    assert (town.name, town.profile_key, town.has_welfare_office) == ("美咲町", "misaki", False)
    assert Area.objects.filter(kind="自治会", parent__level=0).count() == 81
    assert Agency.objects.count() == len(misaki.agencies)
    assert Delivery.objects.count() == len(misaki.deliveries) == 13


def test_every_delivery_keeps_what_the_plan_says(misaki: Profile) -> None:
    for told in misaki.deliveries:
        row = Delivery.objects.get(key=told.key)
        assert row.name == told.name
        assert row.legal_basis == (told.legal_basis or "")
        assert row.sites == told.sites
        assert row.target == (told.target or "")
        assert row.duty_lead == (told.duty_lead or "")
        assert row.field_text == (told.field_text or "")
        assert row.site_type == (told.site_type or "")
        assert (tuple(row.works), tuple(row.fields)) == (told.works, told.fields)
        assert (tuple(row.modes), tuple(row.duties)) == (told.modes, told.duties)
        assert tuple(row.examples) == told.examples
        assert [link.agency.key for link in row.agency_links.all()] == list(told.agencies)
        assert [link.agency.key for link in row.division_links.all()] == list(told.divisions)
        assert [area.key for area in row.areas.all()] == list(told.areas)


def test_a_second_run_changes_nothing(misaki: Profile) -> None:
    before = everything()

    install_profile(load("misaki"))

    assert everything() == before


def test_a_changed_profile_changes_what_it_changes_and_keeps_identities(misaki: Profile) -> None:
    before = {row.key: row.pk for row in Delivery.objects.all()}
    first, *rest = misaki.deliveries
    changed = replace(first, sites=2, agencies=(rest[0].agencies[0], *first.agencies))

    install_profile(replace(misaki, deliveries=(changed, *rest)))

    row = Delivery.objects.get(key=first.key)
    assert {one.key: one.pk for one in Delivery.objects.all()} == before
    assert row.sites == 2
    assert [link.agency.key for link in row.agency_links.all()] == list(changed.agencies)


def test_what_is_no_longer_named_is_switched_off_and_stays(misaki: Profile) -> None:
    agency = Agency.objects.get(key=misaki.agencies[-1].key)
    user = User.objects.create_user(login="user", name="職員")
    post = Post.objects.create(user=user, agency=agency, role=Role.WORKER, starts_on=date(2020, 4, 1))
    deliveries = tuple(row for row in misaki.deliveries if agency.key not in row.agencies)
    smaller = replace(misaki, agencies=misaki.agencies[:-1], deliveries=deliveries, areas=misaki.areas[:-1])

    install_profile(smaller)

    agency.refresh_from_db()
    assert not agency.is_active
    assert Post.objects.get() == post
    assert queries.current_posts(user) == []
    assert not Area.objects.get(key=misaki.areas[-1].key).is_active
    assert queries.deliveries_in_force().count() == len(deliveries)
    assert Delivery.objects.filter(is_active=False, agencies=agency).exists()


def test_what_is_named_again_is_switched_on_again(misaki: Profile) -> None:
    before = everything()
    install_profile(replace(misaki, deliveries=misaki.deliveries[1:]))

    install_profile(misaki)

    assert {row["key"]: row["is_active"] for row in everything()["Delivery"]} == {
        row["key"]: True for row in before["Delivery"]
    }


def test_one_program_may_carry_two_works_run_in_two_modes(misaki: Profile) -> None:
    first, *rest = misaki.deliveries
    pair = (rest[0].agencies[0], rest[1].agencies[0])
    own = replace(
        first,
        works=(Work.PARTICIPATION, Work.OUTREACH),
        agencies=pair,
        modes=(Mode.DIRECT, Mode.ENTRUSTED),
        agency_modes={pair[0]: Mode.ENTRUSTED, pair[1]: Mode.DIRECT},
        divisions=misaki.deliveries[0].divisions + rest[1].divisions,
    )

    install_profile(replace(misaki, deliveries=(own, *rest)))

    row = Delivery.objects.get(key=first.key)
    assert row.works == [2, 4]
    assert [(link.agency.key, link.mode) for link in row.agency_links.all()] == [
        (pair[0], "委託"),
        (pair[1], "直営"),
    ]
    assert [link.agency.key for link in row.division_links.all()] == list(own.divisions)


def test_the_division_of_coordination_decides(misaki: Profile) -> None:
    (told,) = [row for row in misaki.deliveries if Work.COORDINATION in row.works]

    division = queries.deciding_division()

    assert division is not None
    assert division.key == told.divisions[0]


def test_the_centre_is_the_one_the_town_names(misaki: Profile) -> None:
    center = queries.center_agency()

    assert center is not None
    assert center.key == town_profile.current().rules.center


def test_the_agencies_of_a_work_come_once_and_only_while_they_deliver(misaki: Profile) -> None:
    told = [row for row in misaki.deliveries if Work.COMMUNITY in row.works]

    found = [agency.key for agency in queries.agencies_of_work(Work.COMMUNITY)]

    assert sorted(found) == sorted({key for row in told for key in row.agencies})
    Delivery.objects.update(is_active=False)
    assert queries.agencies_of_work(Work.COMMUNITY) == []
    assert queries.deciding_division() is None

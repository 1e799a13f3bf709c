"""The pages of 提供体制, agency and staff: all facts of the plan, gaps with their law, no query per row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from kasane.agencies import structure
from kasane.agencies.actions import install_profile
from kasane.agencies.models import Agency, CoordinatorKind, Delivery, Municipality, Post, Role, User
from kasane.profiles import Profile, load
from kasane.profiles.vocabulary import ProgramCode

SignIn = Callable[[Any], Client]


@pytest.fixture
def misaki(cast: Any) -> Profile:
    profile = load("misaki")
    install_profile(profile)
    return profile


@pytest.fixture
def desk(cast: Any, sign_in: SignIn) -> Client:
    return sign_in(cast.worker)


def page(client: Client, name: str, query: str = "", **arguments: Any) -> str:
    response = client.get(reverse(f"agencies:{name}", kwargs=arguments) + query)
    assert response.status_code == 200
    return response.content.decode()


def queries(client: Client, name: str, query: str = "", **arguments: Any) -> int:
    with CaptureQueriesContext(connection) as caught:
        page(client, name, query, **arguments)
    return len(caught)


def crowd(agency: Agency, number: int) -> None:
    """People at one agency, each with a second post elsewhere now and then."""
    password = make_password("x")
    users = [User(login=f"p{agency.key}{n}", name=f"職員 {n}", password=password) for n in range(number)]
    User.objects.bulk_create(users)
    other = Agency.objects.filter(is_active=True).exclude(pk=agency.pk).first()
    posts = [Post(user=user, agency=agency, role=Role.WORKER, starts_on=date(2024, 4, 1)) for user in users]
    posts += [
        Post(user=user, agency=other, role=Role.WORKER, starts_on=date(2024, 4, 1)) for user in users[::3]
    ]
    Post.objects.bulk_create(posts)


def test_every_delivery_stands_on_the_page_with_its_facts(misaki: Profile, desk: Client) -> None:
    html = page(desk, "structure")

    for told in misaki.deliveries:
        agencies = [misaki.agency(key) for key in told.agencies]
        divisions = [misaki.agency(key) for key in told.divisions]
        row = html[html.index(f'<tr id="{told.key}">') :]
        row = row[: row.index("</tr>")]
        facts = [
            told.name,
            told.legal_basis,
            f"{told.sites}か所",
            "・".join(told.modes),
            told.target,
            told.field_text or misaki.words.field(told.fields[0]),
            told.duty_lead,
            *told.duties,
            *told.examples,
            *(misaki.area(key).name for key in told.areas),
            *(one.name for one in agencies + divisions),
            told.site_type.label if told.site_type else None,
            told.note,
        ]
        assert [fact for fact in facts if fact and escape(fact) not in row] == []


def test_a_town_with_all_programs_is_told_so(misaki: Profile, desk: Client) -> None:
    html = page(desk, "structure")

    assert "法律が求めている事業は、すべてそろっています。" in html
    assert "書き足りないところ" not in html


def test_a_town_lacking_a_program_sees_the_gap_with_its_law(misaki: Profile, desk: Client) -> None:
    Delivery.objects.filter(program=ProgramCode.LIVING_SUPPORT).update(is_active=False)

    html = page(desk, "structure")

    assert "足りない事業が1つあります" in html
    assert "③地域づくり事業に「生活支援体制整備事業」がありません。" in html
    assert "介護保険法第115条の45第2項第5号" in html
    assert "すべてそろっています" not in html


def test_the_gap_does_not_go_away_when_the_list_is_narrowed(misaki: Profile, desk: Client) -> None:
    Delivery.objects.filter(program=ProgramCode.LIVING_SUPPORT).update(is_active=False)

    assert "足りない事業が1つあります" in page(desk, "structure", "?work=1")


def test_a_town_that_opens_a_welfare_office_lacks_self_reliance_support(
    misaki: Profile, desk: Client
) -> None:
    Municipality.objects.update(has_welfare_office=True)

    assert "「自立相談支援事業」がありません" in page(desk, "structure")


def test_a_row_says_what_it_lacks(misaki: Profile, desk: Client) -> None:
    row = Delivery.objects.get(key=misaki.deliveries[0].key)
    row.target, row.site_type = "", "local"
    row.save()

    html = page(desk, "structure")

    assert "書き足りないところのある事業が1つあります。" in html
    assert "支援対象者を書いてください。" in html
    assert "地域型の拠点です。支える基本型か統合型の拠点を選んでください。" in html


@pytest.mark.django_db
def test_a_local_site_backed_by_a_basic_one_lacks_nothing() -> None:
    profile = load("misaki")
    install_profile(profile)
    row, backing = Delivery.objects.order_by("order")[:2]
    row.site_type, row.backed_by = "local", backing
    row.save()

    (found,) = [one for one in structure.read_rows() if one.delivery == row]

    assert found.obstacles == []


@pytest.mark.parametrize(
    ("programs", "codes"),
    [(("disability_consultation",), []), (("own",), ["single_program"]), ((), ["single_program"])],
)
@pytest.mark.django_db
def test_an_integrated_site_is_one_whose_agency_holds_several_programs(
    programs: tuple[str, ...], codes: list[str]
) -> None:
    install_profile(load("misaki"))
    row = Delivery.objects.get(program="support_center")
    row.site_type = "integrated"
    row.save()
    agency = row.agencies.get()
    for program in programs:
        other = Delivery.objects.create(
            key="other", works=[1], fields=["disability"], program=program, name="別の相談"
        )
        other.agencies.add(agency)

    (found,) = [one for one in structure.read_rows() if one.delivery == row]

    assert [obstacle.code for obstacle in found.obstacles] == codes


def test_a_program_of_two_works_stands_under_both(misaki: Profile, desk: Client) -> None:
    row = Delivery.objects.get(program="participation")
    row.works = [2, 4]
    row.save()

    html = page(desk, "structure")

    assert html.count(f'<span class="deliveries__name">{row.name}</span>') == 2
    assert html.count(f'<tr id="{row.key}">') == 1
    assert "②④をあわせて行う" in html


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("?work=2", {"participation"}, {"support_center", "outreach"}),
        ("?field=disability", {"disability_consultation", "activity_center"}, {"support_center"}),
        ("?work=1&field=care", {"support_center"}, {"preventive_activity", "disability_consultation"}),
    ],
)
def test_the_list_is_narrowed(
    misaki: Profile, desk: Client, query: str, shown: set[str], hidden: set[str]
) -> None:
    html = page(desk, "structure", query)

    keys = {row.program: row.key for row in Delivery.objects.all()}
    assert all(f'<tr id="{keys[one]}">' in html for one in shown)
    assert not any(f'<tr id="{keys[one]}">' in html for one in hidden)


def test_the_list_is_narrowed_to_what_an_agency_does_or_oversees(misaki: Profile, desk: Client) -> None:
    (told,) = [row for row in misaki.deliveries if row.program == ProgramCode.OUTREACH]
    agency = Agency.objects.get(key=told.agencies[0])

    html = page(desk, "structure", f"?agency={agency.pk}")

    for row in misaki.deliveries:
        assert (f'<tr id="{row.key}">' in html) is (told.agencies[0] in row.agencies + row.divisions)


@pytest.mark.parametrize("query", ["?work=9", "?work=x", "?agency=nobody", "?field=' OR 1"])
def test_a_filter_that_can_not_be_read_is_left_out_and_said_so(
    misaki: Profile, desk: Client, query: str
) -> None:
    html = page(desk, "structure", query)

    assert "読めない条件がありました" in html
    assert html.count('<tr id="') == len(misaki.deliveries)


def test_nothing_found_offers_the_way_back(misaki: Profile, desk: Client) -> None:
    html = page(desk, "structure", "?work=2&field=care")

    assert "この条件にあう事業はありません。" in html
    assert "しぼりこみをすべて外す" in html


def test_a_town_without_a_profile_is_told_what_to_do(desk: Client) -> None:
    assert "提供体制がまだ入っていません。" in page(desk, "structure")


def test_the_cost_of_the_structure_does_not_grow_with_its_rows(misaki: Profile, desk: Client) -> None:
    few = queries(desk, "structure")
    for number in range(40):
        row = Delivery.objects.create(
            key=f"more{number}", works=[3], fields=["cross"], program="own", name="n"
        )
        row.agencies.add(Agency.objects.get(key=misaki.agencies[0].key))
        row.divisions.add(Agency.objects.get(key=misaki.agencies[1].key))

    assert queries(desk, "structure") == few <= 12


def test_the_agency_page_says_what_it_does_and_who_works_there(
    misaki: Profile, desk: Client, cast: Any
) -> None:
    (told,) = [row for row in misaki.deliveries if row.program == ProgramCode.PARTICIPATION]
    agency = Agency.objects.get(key=told.agencies[0])
    agency.phone = "0868-00-0000"
    agency.save()
    Post.objects.create(
        user=cast.participation.user,
        agency=agency,
        role=Role.WORKER,
        starts_on=date(2025, 4, 1),
        coordinator_kind=CoordinatorKind.COMMUNITY_WELFARE,
        qualification="社会福祉士",
    )

    html = page(desk, "agency", agency_id=agency.pk)

    assert [
        row.name for row in misaki.deliveries if told.agencies[0] in row.agencies and row.name not in html
    ] == []
    assert all(words in html for words in ("tel:0868-00-0000", "地域福祉コーディネーター", "社会福祉士"))
    assert cast.participation.user.name in html


def test_an_agency_that_does_not_exist_is_not_found(misaki: Profile, desk: Client) -> None:
    assert desk.get(reverse("agencies:agency", args=[uuid4()])).status_code == 404


def test_the_staff_list_comes_in_pages_without_a_query_per_row(misaki: Profile, desk: Client) -> None:
    agency = Agency.objects.get(key=misaki.agencies[0].key)
    crowd(agency, 5)
    few = queries(desk, "staff")
    crowd(Agency.objects.get(key=misaki.agencies[2].key), 500)

    assert queries(desk, "staff") == few <= 11
    assert "次へ" in page(desk, "staff")
    assert "前へ" in page(desk, "staff", "?page=3")
    assert page(desk, "staff", "?page=9999").count("<tr>") > 1
    assert "ほかに1つの配置" in page(desk, "staff")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=橋田", {"橋田 恵"}),
        ("?q=はしだ", {"橋田 恵"}),
        ("?q=社会福祉士", {"橋田 恵", "杉原 健"}),
        ("?role=coordinator", {"杉原 健"}),
        ("?coordinator=living_first", {"橋田 恵"}),
        ("?coordinator=any", {"橋田 恵"}),
        ("?role=coordinator&coordinator=any", set()),
    ],
)
def test_staff_are_found_by_name_role_and_kind(
    misaki: Profile, desk: Client, query: str, found: set[str]
) -> None:
    agency = Agency.objects.get(key=misaki.agencies[0].key)
    for login, name, kana, role, kind in (
        ("h", "橋田 恵", "はしだ めぐみ", Role.WORKER, CoordinatorKind.LIVING_FIRST),
        ("s", "杉原 健", "すぎはら けん", Role.COORDINATOR, ""),
    ):
        user = User.objects.create_user(login=login, name=name, kana=kana)
        Post.objects.create(
            user=user, agency=agency, role=role, coordinator_kind=kind, qualification="社会福祉士",
            starts_on=date(2025, 4, 1),
        )  # fmt: skip

    html = page(desk, "staff", f"{query}&agency={agency.pk}")

    assert {name for name in ("橋田 恵", "杉原 健") if name in html} == found
    assert ("この条件にあう人は見つかりませんでした。" in html) is (not found)


def test_who_left_is_not_on_the_staff_list(misaki: Profile, desk: Client) -> None:
    agency = Agency.objects.get(key=misaki.agencies[0].key)
    for name, active, ends_on in (
        ("いる人", True, None),
        ("異動した人", True, date(2021, 3, 31)),
        ("やめた人", False, None),
    ):
        user = User.objects.create_user(login=name, name=name, is_active=active)
        Post.objects.create(
            user=user, agency=agency, role=Role.WORKER, starts_on=date(2020, 4, 1), ends_on=ends_on
        )

    html = page(desk, "staff")

    assert "いる人" in html
    assert "異動した人" not in html
    assert "やめた人" not in html


def test_a_person_without_a_post_is_refused(misaki: Profile, client: Client) -> None:
    client.force_login(User.objects.create_user(login="nobody", name="配置 なし", password="x"))

    for name in ("structure", "staff"):
        assert client.get(reverse(f"agencies:{name}")).status_code == 403

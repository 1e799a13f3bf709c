"""拠点, 圏域, coordinators and the staff file as pages: who keeps them, what they say, how many queries (R-DEL-04–06)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from kasane.agencies.actions import install_profile
from kasane.agencies.actors import Actor
from kasane.agencies.models import (
    AccountChange,
    Agency,
    Area,
    CoordinatorKind,
    Delivery,
    Post,
    Role,
    Site,
    Training,
    User,
)
from kasane.agencies.sites.actions import add_site, change_site, sites_from_plan
from kasane.agencies.sites.queries import read_sites
from kasane.agencies.sites.staffing import State
from kasane.agencies.staff.actions import add_training, remove_training
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden
from kasane.profiles import load

SignIn = Callable[[Any], Client]
SINCE = date(2025, 4, 1)


@pytest.fixture
def town(cast: Any) -> Any:
    install_profile(load("misaki"))
    Agency.objects.update(is_active=True)  # the cast's own agencies, which the profile does not name
    return cast


@pytest.fixture
def centre(town: Any) -> Agency:
    return Agency.objects.get(key="hokatsu")


@pytest.fixture
def site(town: Any, centre: Agency) -> Site:
    return add_site(
        by=town.manager,
        name="包括本所",
        agency=centre,
        site_type="basic",
        elders=4000,
        starts_on=SINCE,
        deliveries=[Delivery.objects.get(key="chiiki-hokatsu")],
        areas=[Area.objects.get(key="zeniki")],
    )


def person(login: str, agency: Agency, *qualifications: str, **facts: Any) -> Post:
    user = User.objects.create(login=login, name=f"職員 {login}", password="!")
    values = {"role": Role.WORKER, "starts_on": SINCE, "is_dedicated": True} | facts
    return Post.objects.create(user=user, agency=agency, qualifications=list(qualifications), **values)


def staffed(agency: Agency) -> None:
    Post.objects.filter(agency=agency).delete()
    for number, one in enumerate(("health_nurse", "social_worker", "lead_care_manager")):
        person(f"three{number}", agency, one)


def page(client: Client, name: str, query: str = "", **arguments: Any) -> str:
    answer = client.get(reverse(f"agencies:{name}", kwargs=arguments) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def queries(client: Client, name: str, **arguments: Any) -> int:
    with CaptureQueriesContext(connection) as caught:
        page(client, name, **arguments)
    return len(caught)


def test_a_site_with_its_three_professions_is_met_and_one_less_is_not(town, site):
    staffed(site.agency)
    assert read_sites()[0].state is State.MET
    Post.objects.filter(agency=site.agency, qualifications=["health_nurse"]).delete()
    assert read_sites()[0].state is State.NOT_MET


def test_somebody_who_has_left_or_is_closed_does_not_count(town, site):
    staffed(site.agency)
    Post.objects.filter(qualifications=["health_nurse"]).update(ends_on=date(2025, 4, 2))
    assert read_sites()[0].state is State.NOT_MET
    Post.objects.filter(qualifications=["health_nurse"]).update(ends_on=None)
    User.objects.filter(posts__qualifications=["social_worker"]).update(is_active=False)
    assert read_sites()[0].state is State.NOT_MET


def test_with_a_second_site_of_the_agency_people_have_to_be_placed(town, site):
    staffed(site.agency)
    second = add_site(
        by=town.decider, name="出張所", agency=site.agency, site_type="local", backed_by=site, starts_on=SINCE
    )
    states = {row.site.name: row.state for row in read_sites()}
    assert states == {"包括本所": State.UNKNOWN, "出張所": State.UNKNOWN}
    Post.objects.filter(agency=site.agency).update(site=site)
    assert {row.state for row in read_sites()} == {State.MET}
    Post.objects.filter(qualifications=["health_nurse"]).update(site=second)
    assert {row.state for row in read_sites()} == {State.NOT_MET}


def test_the_plan_s_sites_are_made_once(town):
    made = sites_from_plan(by=town.decider)
    assert {one.agency.key for one in made} == {
        "hokatsu",
        "tsuyama-kikan",
        "kosodate-sedai",
        "kodomo-katei",
        "juso-center",
    }
    assert all(one.areas.count() == 1 and one.deliveries.count() == 1 for one in made)
    assert sites_from_plan(by=town.decider) == []


@pytest.mark.parametrize("who", ["worker", "coordinator", "stranger", "administrator"])
def test_others_than_the_town_s_deciders_keep_no_sites(town, site, who, sign_in):
    actor: Actor = getattr(town, who)
    with pytest.raises(Forbidden) as refused:
        change_site(site, by=actor, version=site.version, name="ほか")
    assert "not_keeper" in refused.value.codes
    with pytest.raises(Forbidden):
        sites_from_plan(by=actor)
    client = sign_in(actor)
    assert "拠点を直す" not in page(client, "site", site_id=site.pk)
    answer = client.post(reverse("agencies:sites_from_plan"))
    assert answer.status_code == 409
    assert Site.objects.count() == 1


def test_a_refused_site_is_not_saved(town, centre):
    with pytest.raises(Forbidden) as refused:
        add_site(by=town.manager, name="地域", agency=centre, site_type="local", starts_on=SINCE)
    assert refused.value.codes == ["no_backing"]
    with pytest.raises(Forbidden) as refused:
        add_site(
            by=town.manager, name="よそ", agency=centre, site_type="basic", starts_on=SINCE,
            deliveries=[Delivery.objects.get(key="shogai-sodan")],
        )  # fmt: skip
    assert refused.value.codes == ["not_delivered"]
    assert not Site.objects.exists()


def test_two_who_change_a_site_at_once_are_told(town, site):
    facts = {"deliveries": list(site.deliveries.all())}
    change_site(site, by=town.manager, version=site.version, elders=5000, **facts)
    with pytest.raises(StaleEdit):
        change_site(site, by=town.decider, version=site.version, elders=6000, **facts)


def test_the_manager_enters_a_site_on_the_screen(town, sign_in, centre):
    client = sign_in(town.manager)
    values = {
        "name": "包括本所", "agency": centre.pk, "site_type": "basic", "starts_on": "令和7年4月1日",
        "deliveries": [Delivery.objects.get(key="chiiki-hokatsu").pk],
        "areas": [Area.objects.get(key="zeniki").pk], "elders": "4000",
    }  # fmt: skip
    answer = client.post(reverse("agencies:site_new"), values)
    site = Site.objects.get()
    assert answer.url == reverse("agencies:site", args=[site.pk])
    text = page(client, "site", site_id=site.pk)
    assert "保健師（準ずる者を含む）" in text and "第140条の66" in text and "満たしていません" in text
    values |= {"version": site.version, "site_type": "integrated"}
    refused = client.post(reverse("agencies:site_edit", args=[site.pk]), values)
    assert refused.status_code == 409 and "二つ以上の事業" in refused.content.decode()


def test_the_list_says_how_many_lack_somebody_and_narrows(town, site, sign_in):
    client = sign_in(town.worker)
    text = page(client, "sites")
    assert "満たしていない拠点が" in text or "確かめられない拠点が" in text
    assert "包括本所" in page(client, "sites", "?type=basic&q=包括")
    assert "この条件にあう拠点はありません" in page(client, "sites", "?type=local")


def test_an_empty_town_is_told_what_to_do(town, sign_in):
    assert "実施計画から拠点を作る" in page(sign_in(town.manager), "sites")
    assert "管理職か決裁者が" in page(sign_in(town.worker), "sites")


def test_the_pages_do_not_ask_more_for_more_sites_and_people(town, sign_in):
    client = sign_in(town.worker)
    sites_from_plan(by=town.decider)
    first = Site.objects.first()
    names = {"sites": {}, "areas": {}, "coordinators": {}, "staff": {}, "site": {"site_id": first.pk}}
    before = {name: queries(client, name, **arguments) for name, arguments in names.items()}
    for number, agency in enumerate(
        Agency.objects.filter(key__in=["hokatsu", "juso-center", "tsuyama-kikan"])
    ):
        for nth in range(5):
            post = person(f"m{number}{nth}", agency, "social_worker", coordinator_kind="living_second")
            Training.objects.create(user=post.user, course="multi_tier", done_on=SINCE)
        add_site(
            by=town.decider, name=f"分室 {number}", agency=agency, site_type="local", backed_by=first, starts_on=SINCE,
            areas=list(Area.objects.all()[:9]),
        )  # fmt: skip
    after = {name: queries(client, name, **arguments) for name, arguments in names.items()}
    # the first people of a kind bring at most two more: their site's areas, their agency's areas
    assert all(after[name] <= before[name] + 2 for name in names), (before, after)
    assert max(after.values()) <= 20, after


def test_the_81_districts_come_in_pages_and_are_found_by_name(town, sign_in):
    client = sign_in(town.worker)
    text = page(client, "areas")
    assert "82" in text and "1〜50" in text and "どの圏域にも、受け持つ拠点があります" in text
    assert "自治会72" in page(client, "areas", "?page=2")
    found = page(client, "areas", "?q=自治会72")
    assert "自治会72" in found and "自治会71<" not in found
    assert "この条件にあう圏域はありません" in page(client, "areas", "?q=どこでもない")


def six_areas(keys: int) -> list[Area]:
    town = Area.objects.get(key="zeniki")
    Area.objects.filter(kind="自治会").update(is_active=False)
    return [
        Area.objects.create(
            key=f"k{n}", name=f"第{n}圏域", kind="日常生活圏域", level=1, parent=town, order=n
        )
        for n in range(1, keys + 1)
    ]


def test_an_area_without_a_centre_is_shown_and_one_centre_may_cover_two(town, sign_in, site):
    areas = six_areas(3)
    Delivery.objects.filter(works__contains=[1]).exclude(key="chiiki-hokatsu").update(is_active=False)
    site.areas.set(areas[:2])
    client = sign_in(town.worker)
    text = page(client, "areas")
    assert "受け持つ拠点のない圏域が1あります" in text and "2圏域" in text
    gaps = page(client, "areas", "?state=gap")
    assert "第3圏域" in gaps and "第1圏域</th>" not in gaps
    site.areas.set(areas)
    assert "どの圏域にも、受け持つ拠点があります" in page(client, "areas")


def test_coordinators_are_listed_by_kind_and_the_missing_first_layer_is_said(town, sign_in, centre):
    client = sign_in(town.worker)
    text = page(client, "coordinators")
    assert all(kind.label in text for kind in CoordinatorKind)
    assert "生活支援コーディネーター（第1層）がいません" in text
    assert "相談支援包括化推進員がいません" not in text
    person("first", centre, coordinator_kind="living_first")
    text = page(client, "coordinators")
    assert "職員 first" in text and "第1層）がいません" not in text


def test_posts_that_ended_stay_to_be_read(town, sign_in, centre):
    person("gone", centre, ends_on=date(2025, 5, 1))
    client = sign_in(town.worker)
    assert "職員 gone" not in page(client, "staff")
    assert "職員 gone" in page(client, "staff", "?when=past")
    assert "職員 gone" in page(client, "staff", "?when=all")


def test_the_staff_file_has_the_rows_of_the_screen_and_no_formula(town, sign_in, centre):
    post = person("excel", centre, "social_worker", title="=1+1")
    Training.objects.create(user=post.user, course="multi_tier", done_on=SINCE)
    answer = sign_in(town.worker).get(reverse("agencies:staff_file") + "?q=excel")
    assert answer.status_code == 200
    sheet = load_workbook(BytesIO(answer.content)).active
    heading, line = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    told = dict(zip(heading, line, strict=True))
    assert (told["氏名"], told["資格"], told["職名"]) == ("職員 excel", "社会福祉士", "=1+1")
    assert "重層的支援体制整備事業の研修" in told["研修"]
    assert {cell.data_type for row in sheet.iter_rows(min_row=3) for cell in row if cell.value} == {"s"}


def test_only_an_administrator_enters_training_and_it_is_recorded(town, centre, sign_in):
    user = town.worker.user
    with pytest.raises(Forbidden):
        add_training(user, by=town.manager, course="multi_tier", done_on=SINCE)
    client = sign_in(town.administrator)
    url = reverse("agencies:training_new", args=[user.pk])
    assert client.post(url, {"course": "multi_tier", "done_on": "令和7年4月1日"}).status_code == 302
    training = Training.objects.get()
    assert "重層的支援体制整備事業の研修" in page(client, "account", user_id=user.pk)
    with pytest.raises(Forbidden):
        remove_training(training, by=town.worker)
    assert client.post(reverse("agencies:training_remove", args=[training.pk])).status_code == 302
    assert not Training.objects.exists()
    assert set(AccountChange.objects.values_list("what", flat=True)) >= {"training_added", "training_removed"}


def test_the_post_form_takes_closed_lists_and_words_and_no_foreign_site(town, site, sign_in):
    client = sign_in(town.administrator)
    user = town.worker.user
    values = {
        "agency": site.agency_id, "role": "coordinator", "starts_on": "令和7年4月1日", "site": site.pk,
        "qualifications": ["social_worker", "mental_health"], "qualification": "手話通訳士",
        "jobs": ["supporter"], "is_dedicated": "on",
    }  # fmt: skip
    url = reverse("agencies:post_new", args=[user.pk])
    assert client.post(url, values).status_code == 302
    post = Post.objects.get(user=user, role="coordinator")
    assert post.qualification_words == "社会福祉士・精神保健福祉士・手話通訳士"
    change = AccountChange.objects.get(what="post_added")
    assert {"label": "資格", "before": "", "after": "社会福祉士・精神保健福祉士"} in change.details
    other = Agency.objects.get(key="juso-center")
    refused = client.post(url, values | {"agency": other.pk})
    assert refused.status_code == 409 and "ほかの機関のもの" in refused.content.decode()

"""The administrator's desk: everybody else is refused everywhere; what the pages do and say (R-DIS-01, R-DEL-06)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kasane.agencies import actions, urls
from kasane.agencies.models import AccountChange, Post, Role, Training, User

SignIn = Callable[[Any], Client]

DESK = sorted(pattern.name for pattern in urls.urlpatterns if str(pattern.pattern).startswith("admin-desk/"))


def address(name: str, cast: Any) -> str:
    pattern = next(one for one in urls.urlpatterns if one.name == name)
    ids = {"user_id": cast.stranger.user.pk, "post_id": cast.stranger.post.pk}
    if name == "training_remove":
        done = Training.objects.create(user=cast.stranger.user, name="初任者研修", done_on=date(2025, 4, 1))
        ids["training_id"] = done.pk
    wanted = {key: value for key, value in ids.items() if key in pattern.pattern.converters}
    return reverse(f"agencies:{name}", kwargs=wanted)


@pytest.fixture
def desk(cast: Any, sign_in: SignIn) -> Client:
    return sign_in(cast.administrator)


def test_the_desk_has_these_pages() -> None:
    assert DESK == [
        "account",
        "account_close",
        "account_edit",
        "account_factor",
        "account_new",
        "account_password",
        "account_reopen",
        "accounts",
        "changes",
        "post_edit",
        "post_end",
        "post_new",
        "training_new",
        "training_remove",
    ]


@pytest.mark.parametrize("who", ["worker", "coordinator", "decider", "manager", "stranger"])
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", DESK)
def test_nobody_but_the_administrator_opens_any_of_them(
    cast: Any, sign_in: SignIn, name: str, method: str, who: str
) -> None:
    response = getattr(sign_in(getattr(cast, who)), method)(address(name, cast))

    assert response.status_code == 403
    assert "この画面は使えません" in response.content.decode()
    assert not AccountChange.objects.exists()


@pytest.mark.parametrize("name", DESK)
def test_a_visitor_is_asked_to_sign_in(cast: Any, client: Client, name: str) -> None:
    response = client.get(address(name, cast))

    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("name", DESK)
def test_the_administrator_opens_all_of_them(cast: Any, desk: Client, name: str) -> None:
    assert desk.get(address(name, cast)).status_code == 200


def test_a_new_account_is_made_and_its_password_shown_once(desk: Client) -> None:
    response = desk.post(
        reverse("agencies:account_new"), {"name": "保健 花子", "login": "Hoken1", "kana": "ほけん はなこ"}
    )

    user = User.objects.get(login="hoken1")
    html = response.content.decode()
    shown = re.search(r"(?<=>)[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}(?=<)", html)
    assert shown is not None
    assert user.check_password(shown[0])
    assert "no-store" in response["Cache-Control"]
    assert shown[0] not in desk.get(reverse("agencies:account", args=[user.pk])).content.decode()


def test_what_was_typed_stays_when_the_rule_refuses(cast: Any, desk: Client) -> None:
    response = desk.post(reverse("agencies:account_new"), {"name": "保健 花子", "login": "worker"})

    html = response.content.decode()
    assert response.status_code == 409
    assert "ログインID「worker」は、ほかの人が使っています。" in html
    assert "保健 花子" in html


def test_a_form_with_a_gap_comes_back_with_the_field_marked(desk: Client) -> None:
    response = desk.post(reverse("agencies:account_new"), {"name": "", "login": "abc"})

    assert response.status_code == 422
    assert 'aria-invalid="true"' in response.content.decode()


def test_dates_of_a_post_are_taken_in_the_japanese_calendar(cast: Any, desk: Client) -> None:
    response = desk.post(
        reverse("agencies:post_new", args=[cast.stranger.user.pk]),
        {
            "agency": str(cast.worker.agency.pk),
            "role": "worker",
            "starts_on": "令和7年4月1日",
            "ends_on": "R8.3.31",
            "coordinator_kind": "living_second",
            "is_dedicated": "on",
        },
    )

    assert response.status_code == 302
    post = Post.objects.get(user=cast.stranger.user, agency=cast.worker.agency)
    assert (post.starts_on, post.ends_on) == (date(2025, 4, 1), date(2026, 3, 31))
    assert (post.is_full_time, post.is_dedicated, post.coordinator_kind) == (False, True, "living_second")


def test_a_post_is_ended_on_the_day_that_was_typed(cast: Any, desk: Client) -> None:
    desk.post(reverse("agencies:post_end", args=[cast.stranger.post.pk]), {"on": "令和7年3月31日"})

    cast.stranger.post.refresh_from_db()
    assert cast.stranger.post.ends_on == date(2025, 3, 31)


def test_two_administrators_at_once_see_both_versions(cast: Any, desk: Client) -> None:
    user = cast.stranger.user
    actions.change_account(user, by=cast.administrator, version=1, login=user.login, name="先に 保存")
    address = reverse("agencies:account_edit", args=[user.pk])

    response = desk.post(address, {"name": "後で 保存", "login": "stranger", "version": "1"})

    html = response.content.decode()
    assert response.status_code == 409
    assert "先に 保存" in html
    assert "後で 保存" in html
    assert 'name="version" value="2"' in html
    desk.post(address, {"name": "後で 保存", "login": "stranger", "version": "2"})
    user.refresh_from_db()
    assert user.name == "後で 保存"


def test_a_conflict_on_a_post_shows_words_not_codes(cast: Any, desk: Client) -> None:
    post = cast.stranger.post
    actions.change_post(post, by=cast.administrator, version=1, coordinator_kind="multi_agency")

    response = desk.post(
        reverse("agencies:post_edit", args=[post.pk]),
        {
            "agency": str(post.agency_id),
            "role": "manager",
            "starts_on": "2020-04-01",
            "is_full_time": "on",
            "version": "1",
        },
    )

    html = response.content.decode()
    conflict = html[html.index('class="conflict"') :]
    conflict = conflict[: conflict.index("</table>")]
    assert response.status_code == 409
    assert all(words in conflict for words in ("管理職", "相談支援員", "多機関協働コーディネーター"))
    assert "multi_agency" not in conflict


def test_the_page_before_closing_ones_own_account_shows_why_not(cast: Any, desk: Client) -> None:
    address = reverse("agencies:account_close", args=[cast.administrator.user.pk])

    html = desk.get(address).content.decode()

    assert "自分のアカウントは止められません。" in html
    assert "システム管理者がだれもいなくなります。" in html
    assert desk.post(address).status_code == 409
    assert User.objects.get(pk=cast.administrator.user.pk).is_active


def test_who_is_closed_is_out_at_once(cast: Any, client: Client) -> None:
    theirs, mine = Client(), Client()
    theirs.force_login(cast.stranger.user)
    mine.force_login(cast.administrator.user)
    assert theirs.get(reverse("agencies:structure")).status_code == 200

    mine.post(reverse("agencies:account_close", args=[cast.stranger.user.pk]), {"note": "退職"})

    assert theirs.get(reverse("agencies:structure")).status_code == 302


def test_a_second_factor_is_not_taken_off_without_a_note(cast: Any, desk: Client) -> None:
    user = cast.stranger.user
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    address = reverse("agencies:account_factor", args=[user.pk])

    assert desk.post(address, {"note": ""}).status_code == 409
    assert Authenticator.objects.filter(user=user).exists()

    assert desk.post(address, {"note": "窓口で会って確かめた"}).status_code == 302
    assert not Authenticator.objects.filter(user=user).exists()


def test_the_record_names_who_did_what_to_whom(cast: Any, desk: Client) -> None:
    actions.close_account(cast.stranger.user, by=cast.administrator, note="3月末で退職")

    html = desk.get(reverse("agencies:changes")).content.decode()

    assert all(words in html for words in ("アカウントを止めた", "笑顔 他人さん", "管理 守", "3月末で退職"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?state=closed", {"止めた人"}),
        ("?state=no_post", {"配置のない人"}),
        ("?q=haichi", {"配置のない人"}),
        ("?role=decider", {"福祉 決子"}),
        ("?q=誰でもない", set()),
    ],
)
def test_accounts_are_found_by_name_role_and_state(
    cast: Any, desk: Client, query: str, found: set[str]
) -> None:
    User.objects.create_user(login="tometa", name="止めた人", is_active=False)
    User.objects.create_user(login="haichi", name="配置のない人")

    html = desk.get(reverse("agencies:accounts") + query).content.decode()

    assert {name for name in ("止めた人", "配置のない人", "福祉 決子") if name in html} == found
    assert ("この条件にあうアカウントはありません。" in html) is (not found)


@pytest.mark.parametrize("name", ["accounts", "changes"])
def test_the_lists_cost_the_same_however_many_rows(cast: Any, desk: Client, name: str) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert desk.get(reverse(f"agencies:{name}")).status_code == 200
        return len(caught)

    actions.create_account(by=cast.administrator, login="first", name="一人目")
    few = cost()
    for number in range(60):
        user, _ = actions.create_account(by=cast.administrator, login=f"more{number}", name="職員")
        actions.add_post(
            user,
            by=cast.administrator,
            agency=cast.worker.agency,
            role=Role.WORKER,
            starts_on=date(2025, 4, 1),
        )

    assert cost() == few <= 11


def test_with_a_temporary_password_one_first_chooses_ones_own(cast: Any, client: Client) -> None:
    password = actions.set_password(cast.worker.user, by=cast.administrator)
    assert client.login(username="worker", password=password)
    change = reverse("account_change_password")

    assert client.get(reverse("agencies:structure"))["Location"] == change
    own = "mizu-to-midori-2025"
    client.post(change, {"oldpassword": password, "password1": own, "password2": own})

    assert not User.objects.get(pk=cast.worker.user.pk).password_is_temporary
    assert client.get(reverse("agencies:structure")).status_code == 200

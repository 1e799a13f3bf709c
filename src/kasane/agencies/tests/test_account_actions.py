"""Acts on accounts and posts: what they write, what they refuse, and that a refusal writes nothing (R-DEL-06)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.db.utils import ProgrammingError

from kasane.agencies import actions
from kasane.agencies.models import AccountAct, AccountChange, CoordinatorKind, Post, Role, User
from kasane.agencies.queries import current_posts
from kasane.base.dates import today
from kasane.base.models import StaleEdit
from kasane.base.obstacles import Forbidden

APRIL = date(2025, 4, 1)


def last() -> AccountChange:
    return AccountChange.objects.latest("id")


def lines(change: AccountChange) -> dict[str, tuple[str, str]]:
    return {line["label"]: (line["before"], line["after"]) for line in change.details}


@pytest.fixture
def second(cast: Any) -> Post:
    """A second administrator."""
    user = User.objects.create_user(login="second", name="管理 次郎", password="x")
    return Post.objects.create(
        user=user, agency=cast.decider.agency, role=Role.ADMINISTRATOR, starts_on=date(2020, 4, 1)
    )


def test_a_new_account_can_sign_in_with_the_password_that_was_told(cast: Any) -> None:
    user, password = actions.create_account(by=cast.administrator, login=" Hanako.K ", name="保健 花子")

    user.refresh_from_db()
    assert user.login == "hanako.k"
    assert user.check_password(password)
    assert user.password_is_temporary
    assert current_posts(user) == []
    assert (last().what, last().by, last().subject) == (AccountAct.CREATED, cast.administrator.user, user)
    assert password not in str(last().details)


def test_two_accounts_can_not_share_a_login_in_any_case(cast: Any) -> None:
    User.objects.create_user(login="Kensyu", name="研修 生")

    with pytest.raises(Forbidden) as refused:
        actions.create_account(by=cast.administrator, login="kensyu", name="別 人")

    assert refused.value.codes == ["login_taken"]


def test_a_changed_account_leaves_what_it_was(cast: Any) -> None:
    user = cast.worker.user

    actions.change_account(
        user, by=cast.administrator, version=user.version, login=user.login, name="新姓 花子"
    )

    user.refresh_from_db()
    assert (user.name, user.version) == ("新姓 花子", 2)
    assert lines(last()) == {"氏名": ("包括 花子", "新姓 花子")}


def test_saving_without_a_change_leaves_no_trace(cast: Any) -> None:
    user = cast.worker.user

    actions.change_account(user, by=cast.administrator, version=1, login=user.login, name=user.name)

    user.refresh_from_db()
    assert user.version == 1
    assert not AccountChange.objects.exists()


def test_the_slower_of_two_administrators_is_told(cast: Any) -> None:
    user = cast.worker.user
    actions.change_account(user, by=cast.administrator, version=1, login=user.login, name="先")

    with pytest.raises(StaleEdit):
        actions.change_account(user, by=cast.administrator, version=1, login=user.login, name="後")

    user.refresh_from_db()
    assert user.name == "先"


def test_a_closed_account_has_no_posts_and_opens_again_with_a_new_password(cast: Any) -> None:
    user = cast.worker.user
    actions.close_account(user, by=cast.administrator, note="3月末で退職")
    user.refresh_from_db()
    assert not user.is_active
    assert current_posts(user) == []
    assert (last().what, last().note) == (AccountAct.CLOSED, "3月末で退職")

    password = actions.reopen_account(user, by=cast.administrator)

    user.refresh_from_db()
    assert user.is_active
    assert user.check_password(password)
    assert len(current_posts(user)) == 1


def test_the_last_administrator_stays(cast: Any, second: Post) -> None:
    actions.close_account(second.user, by=cast.administrator)

    with pytest.raises(Forbidden) as refused:
        actions.end_post(cast.administrator.post, by=cast.administrator, on=today())

    assert refused.value.codes == ["last_administrator"]
    cast.administrator.post.refresh_from_db()
    assert cast.administrator.post.ends_on is None


def test_with_a_second_administrator_the_first_may_end(cast: Any, second: Post) -> None:
    actions.end_post(cast.administrator.post, by=cast.administrator, on=today())

    cast.administrator.post.refresh_from_db()
    assert cast.administrator.post.ends_on == today()


def test_a_second_administrator_who_ends_sooner_does_not_count(cast: Any, second: Post) -> None:
    actions.end_post(second, by=cast.administrator, on=today() + timedelta(days=3))

    with pytest.raises(Forbidden) as refused:
        actions.end_post(cast.administrator.post, by=cast.administrator, on=today() + timedelta(days=10))

    assert refused.value.codes == ["last_administrator"]


@pytest.mark.parametrize(
    "change",
    [
        {"role": Role.MANAGER},
        {"ends_on": date(2099, 3, 31)},
        {"starts_on": date(2099, 4, 1)},
    ],
)
def test_the_last_administrator_can_not_be_changed_into_none(cast: Any, change: dict[str, Any]) -> None:
    post = cast.administrator.post

    with pytest.raises(Forbidden) as refused:
        actions.change_post(post, by=cast.administrator, version=post.version, **change)

    assert refused.value.codes == ["last_administrator"]
    assert Post.objects.get(pk=post.pk).role == Role.ADMINISTRATOR


def test_other_facts_of_the_last_administrator_can_be_changed(cast: Any) -> None:
    post = cast.administrator.post

    actions.change_post(post, by=cast.administrator, version=1, title="情報係長")

    assert lines(last()) == {"職名": ("", "情報係長")}


def test_a_temporary_password_replaces_the_old_one(cast: Any) -> None:
    password = actions.set_password(cast.worker.user, by=cast.administrator)

    user = User.objects.get(pk=cast.worker.user.pk)
    assert user.check_password(password)
    assert not user.check_password("kasane-demo-2025")
    assert user.password_is_temporary
    assert last().what == AccountAct.PASSWORD
    assert last().details == []


def test_a_lost_second_factor_is_taken_off_with_its_note(cast: Any) -> None:
    user = cast.worker.user
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={})
    Authenticator.objects.create(user=user, type=Authenticator.Type.RECOVERY_CODES, data={})

    actions.remove_second_factor(user, by=cast.administrator, note="電話機を替えた。窓口で確かめた。")

    assert not Authenticator.objects.filter(user=user).exists()
    assert (last().what, last().note) == (AccountAct.SECOND_FACTOR, "電話機を替えた。窓口で確かめた。")


def test_a_post_keeps_all_that_is_known_about_staff(cast: Any) -> None:
    post = actions.add_post(
        cast.worker.user,
        by=cast.administrator,
        agency=cast.participation.agency,
        role=Role.WORKER,
        starts_on=APRIL,
        ends_on=date(2026, 3, 31),
        title="係長",
        coordinator_kind=CoordinatorKind.LIVING_SECOND,
        qualification="社会福祉士",
        training="生活支援コーディネーター研修",
        is_full_time=False,
        is_dedicated=True,
        concurrent="地域福祉係と兼務",
    )

    post.refresh_from_db()
    assert post.get_coordinator_kind_display() == "生活支援コーディネーター（第2層）"
    assert lines(last())["配置の終わり"] == ("", "令和8年3月31日")
    assert lines(last())["専任"] == ("", "はい")


def test_the_same_post_is_not_given_twice_at_a_time(cast: Any) -> None:
    with pytest.raises(Forbidden) as refused:
        actions.add_post(
            cast.worker.user,
            by=cast.administrator,
            agency=cast.worker.agency,
            role=Role.WORKER,
            starts_on=today(),
        )

    assert refused.value.codes == ["same_post"]
    assert cast.worker.user.posts.count() == 1


def test_an_ended_post_is_held_to_the_end_of_its_day(cast: Any) -> None:
    actions.end_post(cast.worker.post, by=cast.administrator, on=today())
    assert len(current_posts(cast.worker.user)) == 1

    actions.change_post(
        cast.worker.post, by=cast.administrator, version=2, ends_on=today() - timedelta(days=1)
    )
    assert current_posts(cast.worker.user) == []


ACTS: dict[str, Callable[[Any, Any], Any]] = {
    "create": lambda cast, by: actions.create_account(by=by, login="newone", name="新人"),
    "change": lambda cast, by: actions.change_account(
        cast.stranger.user, by=by, version=1, login="stranger", name="別名"
    ),
    "close": lambda cast, by: actions.close_account(cast.stranger.user, by=by),
    "password": lambda cast, by: actions.set_password(cast.stranger.user, by=by),
    "factor": lambda cast, by: actions.remove_second_factor(cast.stranger.user, by=by, note="電話機を替えた"),
    "add post": lambda cast, by: actions.add_post(
        cast.stranger.user, by=by, agency=cast.worker.agency, role=Role.ADMINISTRATOR, starts_on=APRIL
    ),
    "change post": lambda cast, by: actions.change_post(cast.stranger.post, by=by, version=1, title="長"),
    "end post": lambda cast, by: actions.end_post(cast.stranger.post, by=by, on=today()),
}


@pytest.mark.parametrize("who", ["worker", "coordinator", "decider", "manager", "stranger"])
@pytest.mark.parametrize("act", ACTS)
def test_nobody_but_an_administrator_acts_on_accounts(cast: Any, act: str, who: str) -> None:
    users = list(User.objects.order_by("pk").values())
    posts = list(Post.objects.order_by("pk").values())

    with pytest.raises(Forbidden) as refused:
        ACTS[act](cast, getattr(cast, who))

    assert "not_administrator" in refused.value.codes
    assert list(User.objects.order_by("pk").values()) == users
    assert list(Post.objects.order_by("pk").values()) == posts
    assert not AccountChange.objects.exists()


def test_nobody_but_an_administrator_opens_an_account_again(cast: Any) -> None:
    actions.close_account(cast.stranger.user, by=cast.administrator)

    with pytest.raises(Forbidden) as refused:
        actions.reopen_account(cast.stranger.user, by=cast.manager)

    assert refused.value.codes == ["not_administrator"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE agencies_accountchange SET note = 'x'",
        "DELETE FROM agencies_accountchange",
        "TRUNCATE agencies_accountchange",
    ],
)
def test_the_web_role_can_not_change_the_record_of_changes(cast: Any, statement: str) -> None:
    actions.set_password(cast.worker.user, by=cast.administrator)

    with pytest.raises(ProgrammingError, match="permission denied"), connection.cursor() as cursor:
        cursor.execute(statement)

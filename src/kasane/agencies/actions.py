"""What an administrator does to accounts and posts, and the installing of a town profile.

Each act asks its rule, writes, and leaves a line in AccountChange (R-DIS-08). Nothing here touches a case.
"""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from kasane.agencies import account_rules as rules
from kasane.agencies.account_rules import Term
from kasane.agencies.actors import Actor
from kasane.agencies.changes import differences, record, snapshot
from kasane.agencies.installation import install_profile
from kasane.agencies.models import AccountAct, Agency, Municipality, Post, Role, User
from kasane.agencies.queries import administrator_on
from kasane.base.dates import today
from kasane.base.obstacles import Obstacle, require

__all__ = [
    "add_post",
    "change_account",
    "change_post",
    "close_account",
    "closing_obstacles",
    "create_account",
    "end_post",
    "install_profile",
    "password_obstacles",
    "remove_second_factor",
    "reopen_account",
    "reopening_obstacles",
    "second_factor_obstacles",
    "set_password",
]

ACCOUNT_ITEMS = ("login", "name", "kana", "email")
POST_ITEMS = (
    "agency",
    "role",
    "site",
    "coordinator_kind",
    "title",
    "jobs",
    "qualifications",
    "qualification",
    "training",
    "is_full_time",
    "is_dedicated",
    "concurrent",
    "is_urgent_officer",
    "starts_on",
    "ends_on",
)
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and figures that nobody mistakes for one another when they are told or written by hand."""


@transaction.atomic
def create_account(*, by: Actor, login: str, name: str, kana: str = "", email: str = "") -> tuple[User, str]:
    """A new account, and the temporary password to be told by hand. It can do nothing until it has a post."""
    user = User(**_account_values(login, name, kana, email), password_is_temporary=True)
    require([*_by_administrator(by), *_account_faults(user)])
    password = _give_temporary_password(user)
    user.save(force_insert=True)
    record(AccountAct.CREATED, user, by=by, lines=differences({}, snapshot(user, ACCOUNT_ITEMS)))
    return user, password


@transaction.atomic
def change_account(
    user: User, *, by: Actor, version: int | None, login: str, name: str, kana: str = "", email: str = ""
) -> User:
    """Mends the name, login or mail of an account. Raises StaleEdit when somebody else was faster."""
    row = User.lock(user.pk, version=version)
    before = snapshot(row, ACCOUNT_ITEMS)
    for key, value in _account_values(login, name, kana, email).items():
        setattr(row, key, value)
    require([*_by_administrator(by), *_account_faults(row)])
    if lines := differences(before, snapshot(row, ACCOUNT_ITEMS)):
        row.save_next()
        record(AccountAct.CHANGED, row, by=by, lines=lines)
    return row


@transaction.atomic
def close_account(user: User, *, by: Actor, note: str = "") -> User:
    """The person can not sign in any more, from this moment on. Posts and everything written stay."""
    _one_at_a_time()
    row = User.lock(user.pk, version=None)
    require(closing_obstacles(row, by=by))
    row.is_active = False
    row.save_next()
    record(AccountAct.CLOSED, row, by=by, note=note.strip())
    return row


@transaction.atomic
def reopen_account(user: User, *, by: Actor) -> str:
    """A closed account can be used again, with the temporary password that is answered."""
    row = User.lock(user.pk, version=None)
    require(reopening_obstacles(row, by=by))
    row.is_active = True
    password = _give_temporary_password(row)
    row.save_next()
    record(AccountAct.REOPENED, row, by=by)
    return password


@transaction.atomic
def set_password(user: User, *, by: Actor) -> str:
    """A temporary password for somebody who forgot theirs, answered once, to be told by hand.

    Sessions that are open under the old one end.
    """
    row = User.lock(user.pk, version=None)
    require(password_obstacles(row, by=by))
    password = _give_temporary_password(row)
    row.save_next()
    record(AccountAct.PASSWORD, row, by=by)
    return password


@transaction.atomic
def remove_second_factor(user: User, *, by: Actor, note: str) -> None:
    """Takes off a second factor that was lost; the note says why and how the person was recognised."""
    row = User.lock(user.pk, version=None)
    require(second_factor_obstacles(row, by=by, note=note))
    Authenticator.objects.filter(user=row).delete()
    record(AccountAct.SECOND_FACTOR, row, by=by, note=note.strip())


@transaction.atomic
def add_post(user: User, *, by: Actor, agency: Agency, role: str, starts_on: date, **facts: Any) -> Post:
    """Places a person in an agency (R-DEL-06). `facts`: the other fields of Post, `ends_on` among them."""
    post = Post(user=user, agency=agency, role=role, starts_on=starts_on, **facts)
    require([*_by_administrator(by), *_post_faults(post)])
    post.save(force_insert=True)
    lines = differences({}, snapshot(post, POST_ITEMS))
    record(AccountAct.POST_ADDED, user, by=by, lines=lines)
    return post


@transaction.atomic
def change_post(post: Post, *, by: Actor, version: int | None, **facts: Any) -> Post:
    """Mends a post. Raises StaleEdit when somebody else was faster."""
    _one_at_a_time()
    row = Post.lock(post.pk, version=version)
    before, was = snapshot(row, POST_ITEMS), _administrator_term(row)
    for key, value in facts.items():
        setattr(row, key, value)
    faults = _post_faults(row, leaves_administrator=_leaves_administrator(row, was))
    require([*_by_administrator(by), *faults])
    if lines := differences(before, snapshot(row, POST_ITEMS)):
        row.save_next()
        record(AccountAct.POST_CHANGED, row.user, by=by, note=f"{row.agency} {row.role_label}", lines=lines)
    return row


@transaction.atomic
def end_post(post: Post, *, by: Actor, on: date) -> Post:
    """The post is held until the end of the day `on`."""
    _one_at_a_time()
    row = Post.lock(post.pk, version=None)
    before, was, ended_on = snapshot(row, POST_ITEMS), _administrator_term(row), row.ends_on
    row.ends_on = on
    obstacles = rules.ending_obstacles(
        starts_on=row.starts_on,
        ends_on=ended_on,
        on=on,
        leaves_administrator=_leaves_administrator(row, was),
    )
    require([*_by_administrator(by), *obstacles])
    row.save_next()
    lines = differences(before, snapshot(row, POST_ITEMS))
    record(AccountAct.POST_ENDED, row.user, by=by, note=f"{row.agency} {row.role_label}", lines=lines)
    return row


def closing_obstacles(user: User, *, by: Actor) -> list[Obstacle]:
    """What stands in the way of closing this account now, for the screen and the act alike."""
    others = administrator_on(today(), except_user=user)
    obstacles = rules.closing_obstacles(
        is_oneself=user == by.user,
        is_active=user.is_active,
        leaves_administrator=others or not administrator_on(today(), only_user=user),
    )
    return [*_by_administrator(by), *obstacles]


def reopening_obstacles(user: User, *, by: Actor) -> list[Obstacle]:
    """What stands in the way of opening this account again."""
    return [*_by_administrator(by), *rules.reopening_obstacles(is_active=user.is_active)]


def password_obstacles(user: User, *, by: Actor) -> list[Obstacle]:
    """What stands in the way of a temporary password."""
    obstacles = rules.password_obstacles(is_oneself=user == by.user, is_active=user.is_active)
    return [*_by_administrator(by), *obstacles]


def second_factor_obstacles(user: User, *, by: Actor, note: str) -> list[Obstacle]:
    """What stands in the way of taking off the second factor."""
    obstacles = rules.second_factor_obstacles(
        is_oneself=user == by.user,
        has_factor=Authenticator.objects.filter(user=user).exists(),
        note=note,
    )
    return [*_by_administrator(by), *obstacles]


def _by_administrator(by: Actor) -> list[Obstacle]:
    return rules.administrator_obstacles(is_administrator=by.is_administrator)


def _one_at_a_time() -> None:
    """Two administrators who take the role from each other at once must not both succeed."""
    Municipality.objects.select_for_update().filter(id=1).first()


def _account_values(login: str, name: str, kana: str, email: str) -> dict[str, str]:
    return {
        "login": login.strip().lower(),
        "name": name.strip(),
        "kana": kana.strip(),
        "email": email.strip(),
    }


def _account_faults(user: User) -> list[Obstacle]:
    taken = User.objects.filter(login__iexact=user.login).exclude(pk=user.pk).exists()
    return rules.account_obstacles(login=user.login, name=user.name, login_is_taken=taken)


def _post_faults(post: Post, *, leaves_administrator: bool = True) -> list[Obstacle]:
    same = Post.objects.filter(user=post.user, agency=post.agency, role=post.role).exclude(pk=post.pk)
    return rules.post_obstacles(
        term=Term(post.starts_on, post.ends_on),
        agency_is_active=post.agency.is_active,
        user_is_active=post.user.is_active,
        same_posts=[Term(other.starts_on, other.ends_on) for other in same],
        is_administrator_role=post.role == Role.ADMINISTRATOR,
        has_coordinator_kind=bool(post.coordinator_kind),
        site_is_of_agency=post.site is None or post.site.agency_id == post.agency_id,
        leaves_administrator=leaves_administrator,
    )


def _administrator_term(post: Post) -> Term | None:
    """The days on which this post makes somebody an administrator."""
    if post.role != Role.ADMINISTRATOR or not post.user.is_active:
        return None
    return Term(post.starts_on, post.ends_on)


def _leaves_administrator(post: Post, was: Term | None) -> bool:
    """Whether there is an administrator today and on the day after the post's new end, where there was one before."""
    if was is None:
        return True
    now = _administrator_term(post)
    days = {today()}
    if now is not None and now.ends_on is not None:
        days.add(now.ends_on + timedelta(days=1))
    lost = [day for day in days if was.holds(day) and not (now is not None and now.holds(day))]
    return all(administrator_on(day, except_post=post) for day in lost)


def _give_temporary_password(user: User) -> str:
    """Three groups of four that are easy to say; no letters that look alike."""
    while True:
        groups = ["".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3)]
        password = "-".join(groups)
        try:
            validate_password(password, user)
        except ValidationError:
            continue
        user.set_password(password)
        user.password_is_temporary = True
        return password

"""Lists of staff and of accounts for the screens: filtered, in pages, without a query per row (R-DEL-06)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.aggregates import Count
from django.db.models.functions import Coalesce

from kasane.agencies.models import AccountChange, Agency, Post, Qualification, User
from kasane.agencies.queries import held_on
from kasane.base.dates import today


def staff(
    *, q: str = "", agency: str = "", role: str = "", coordinator: str = "", when: str = ""
) -> QuerySet[Post]:
    """The posts held today, or at another time, with the number of the person's other posts today as `other_posts`.

    Two queries for a page: the posts, and the 研修 of their people.
    """
    posts = _posts(when).prefetch_related("user__trainings")
    if agency:
        posts = posts.filter(agency_id=agency)
    if role:
        posts = posts.filter(role=role)
    if coordinator == "any":
        posts = posts.exclude(coordinator_kind="")
    elif coordinator:
        posts = posts.filter(coordinator_kind=coordinator)
    for part in q.split():
        posts = posts.filter(
            Q(user__name__icontains=part)
            | Q(user__kana__icontains=part)
            | Q(qualification__icontains=part)
            | Q(qualifications__overlap=_named(part))
            | Q(title__icontains=part)
        )
    return posts.order_by("agency__order", "agency__name", "user__kana", "user__login", "starts_on")


def _named(part: str) -> list[str]:
    return [one.value for one in Qualification if part in one.label]


def present_posts() -> QuerySet[Post]:
    """Posts held today by people whose account is in use, with person, agency and site."""
    return _with_others().filter(held_on(today()), user__is_active=True, agency__is_active=True)


def _posts(when: str) -> QuerySet[Post]:
    """What has ended stays to be read, of closed accounts and agencies too."""
    if when == "past":
        return _with_others().filter(ends_on__lt=today())
    if when == "coming":
        return _with_others().filter(starts_on__gt=today(), user__is_active=True)
    return _with_others() if when == "all" else present_posts()


def _with_others() -> QuerySet[Post]:
    others = (
        Post.objects.filter(held_on(today()), user=OuterRef("user"), agency__is_active=True)
        .exclude(pk=OuterRef("pk"))
        .order_by()
        .values("user")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return Post.objects.select_related("user", "agency", "site").annotate(
        other_posts=Coalesce(Subquery(others, output_field=IntegerField()), 0)
    )


def accounts(*, q: str = "", agency: str = "", role: str = "", state: str = "") -> QuerySet[User]:
    """Accounts with `has_factor` and today's posts as `posts_today`; two queries for a page."""
    users = User.objects.annotate(
        has_factor=Exists(Authenticator.objects.filter(user=OuterRef("pk"))),
        has_post=Exists(Post.objects.filter(held_on(today()), user=OuterRef("pk"), agency__is_active=True)),
    )
    for part in q.split():
        users = users.filter(Q(name__icontains=part) | Q(kana__icontains=part) | Q(login__icontains=part))
    held: dict[str, Any] = {**({"agency_id": agency} if agency else {}), **({"role": role} if role else {})}
    if held:
        users = users.filter(Exists(Post.objects.filter(held_on(today()), user=OuterRef("pk"), **held)))
    if state in STATES:
        users = users.filter(**STATES[state])
    posts = Post.objects.filter(held_on(today()), agency__is_active=True).select_related("agency")
    return users.prefetch_related(
        Prefetch("posts", posts.order_by("starts_on"), to_attr="posts_today")
    ).order_by(F("is_active").desc(), "kana", "login")


STATES: dict[str, dict[str, bool]] = {
    "active": {"is_active": True},
    "closed": {"is_active": False},
    "no_post": {"is_active": True, "has_post": False},
    "no_factor": {"is_active": True, "has_factor": False},
    "never": {"is_active": True, "last_login__isnull": True},
    "temporary": {"is_active": True, "password_is_temporary": True},
}


def changes(subject: User | None = None) -> QuerySet[AccountChange]:
    """What was done to accounts, newest first."""
    rows = AccountChange.objects.select_related("by", "subject")
    return rows if subject is None else rows.filter(subject=subject)


def agency_choices() -> list[tuple[str, str]]:
    """Agencies in use, for a filter; one query."""
    return [(str(pk), name) for pk, name in Agency.objects.filter(is_active=True).values_list("pk", "name")]


def grouped_posts(posts: Sequence[Post]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Staff as chips, agency by agency."""
    return [
        (
            agency,
            [(str(post.id), f"{post.user.name}({post.title or post.get_role_display()})") for post in people],
        )
        for agency, people in groupby(posts, key=lambda post: post.agency.name)
    ]

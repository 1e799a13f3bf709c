"""What screens read of the delivery structure. None of it is about a person who is helped."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kasane.agencies.models import Agency, Post, User
from kasane.base.dates import today


def current_posts(user: User) -> list[Post]:
    """The posts `user` holds today, each with its agency; empty for a closed account."""
    if not user.is_active:
        return []
    day = today()
    return list(
        Post.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), user=user, starts_on__lte=day)
        .filter(agency__is_active=True)
        .select_related("agency")
        .order_by("starts_on", "id")
    )


def active_agencies() -> QuerySet[Agency]:
    return Agency.objects.filter(is_active=True)


def staff_of(agency_ids: list[object]) -> QuerySet[Post]:
    """Present posts in these agencies, with person and agency, for choosing a worker or a member."""
    day = today()
    return (
        Post.objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=day), agency__in=agency_ids, starts_on__lte=day
        )
        .filter(user__is_active=True)
        .select_related("user", "agency")
    )

"""What screens and other apps read of the delivery structure. None of it is about a person who is helped."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from kasane.agencies import profile
from kasane.agencies.models import Agency, Contract, Delivery, DeliveryDivision, Post, Role, User, Work
from kasane.base.dates import today


def current_posts(user: User) -> list[Post]:
    """The posts `user` holds today, each with its agency and, as `programs`, what that delivers; empty for a closed account.

    One query.
    """
    if not user.is_active:
        return []
    programs = (
        deliveries_in_force().filter(agencies=OuterRef("agency")).order_by().values("program").distinct()
    )
    return list(
        Post.objects.filter(held_on(today()), user=user, agency__is_active=True)
        .select_related("agency")
        .annotate(programs=ArraySubquery(programs))
        .order_by("starts_on", "id")
    )


def programs_of(agency: Agency) -> set[str]:
    """The programs an agency delivers today (R-DEL-02). One query."""
    return set(deliveries_in_force().filter(agencies=agency).values_list("program", flat=True))


def held_on(day: date) -> Q:
    """The posts that are held on a day."""
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def active_agencies() -> QuerySet[Agency]:
    return Agency.objects.filter(is_active=True)


def contract_for(agency_id: object, *, on: date) -> Contract | None:
    """The contract under which an agency takes a consultation that day; None for its own work (R-DIS-01).

    One for 包括的相談支援 counts before the others, then the order of the plan.
    """
    standing = (
        Contract.objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=on), agency=agency_id, starts_on__lte=on
        )
        .select_related("delivery")
        .order_by("delivery__order", "starts_on")
    )
    return min(standing, key=lambda contract: Work.CONSULTATION not in contract.delivery.works, default=None)


def has_contracts(agency_id: object) -> bool:
    """Whether the town has ever entrusted something to an agency."""
    return Contract.objects.filter(agency=agency_id).exists()


def contracts_between(pairs: Collection[tuple[object, object]]) -> QuerySet[Contract]:
    """The contracts of these (delivery, agency) pairs, the earliest first."""
    wanted = Q()
    for delivery_id, agency_id in pairs:
        wanted |= Q(delivery=delivery_id, agency=agency_id)
    return Contract.objects.filter(wanted).order_by("starts_on", "id")


def staff_of(agency_ids: Collection[object]) -> QuerySet[Post]:
    """Present posts in these agencies, with person and agency, for choosing a worker or a member."""
    return Post.objects.filter(held_on(today()), agency__in=agency_ids, user__is_active=True).select_related(
        "user", "agency"
    )


def staff_to_invite() -> QuerySet[Post]:
    """Everybody in active agencies who may see cases, agency by agency."""
    agencies = list(active_agencies().values_list("id", flat=True))
    return (
        staff_of(agencies)
        .exclude(role=Role.ADMINISTRATOR)
        .order_by("agency__order", "agency__name", "starts_on", "id")
    )


def deliveries_in_force() -> QuerySet[Delivery]:
    """What the town delivers now; what the profile no longer names is left out."""
    return Delivery.objects.filter(is_active=True)


def deciding_division() -> Agency | None:
    """The division that decides on support: the first 所管課 of the ⑤ delivery (R-COOR-06)."""
    link = (
        DeliveryDivision.objects.filter(
            delivery__is_active=True, delivery__works__contains=[Work.COORDINATION.value]
        )
        .filter(agency__is_active=True)
        .select_related("agency")
        .order_by("delivery__order", "order")
        .first()
    )
    return link.agency if link else None


def center_agency() -> Agency | None:
    """Where consultations go whose destination is unclear, and where ⑤ is worked (R-INT-06)."""
    return active_agencies().filter(key=profile.current().rules.center).first()


def agencies_of_work(work: int) -> list[Agency]:
    """The agencies that do one of the five works, each once, in the order of the structure."""
    return list(
        active_agencies()
        .filter(deliveries__in=deliveries_in_force().filter(works__contains=[int(work)]))
        .distinct()
        .order_by("order", "name")
    )


def administrator_on(
    day: date,
    *,
    except_user: User | None = None,
    except_post: Post | None = None,
    only_user: User | None = None,
) -> bool:
    """Whether somebody (else) can manage accounts on a day."""
    posts = Post.objects.filter(
        held_on(day), role=Role.ADMINISTRATOR, user__is_active=True, agency__is_active=True
    )
    if except_user is not None:
        posts = posts.exclude(user=except_user)
    if except_post is not None:
        posts = posts.exclude(pk=except_post.pk)
    if only_user is not None:
        posts = posts.filter(user=only_user)
    return posts.exists()

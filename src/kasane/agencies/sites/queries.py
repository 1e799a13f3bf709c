"""Sites with their check, as the screens show them (R-DEL-04). The number of queries does not grow with the sites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from kasane.agencies.models import Area, Delivery, Mode, Post, ProgramCode, Site, SiteType, Training, Work
from kasane.agencies.queries import deliveries_in_force, held_on
from kasane.agencies.sites.staffing import Check, Member, State, checks, overall
from kasane.agencies.sites.standards import Standard, standard_of
from kasane.base.dates import today


@dataclass(frozen=True)
class SiteRow:
    """A site with what it holds and how its staffing stands."""

    site: Site
    deliveries: list[Delivery]
    areas: list[Area]
    staff: list[Post]
    checks: list[Check]
    backing_state: State | None

    @property
    def state(self) -> State:
        """A 地域型 site stands as the site that backs it: the standards are met there."""
        own = [check.state for check in self.checks]
        if self.backing_state is not None:
            return self.backing_state
        return overall(own) if own else State.MET

    @property
    def area_words(self) -> str:
        return "・".join(area.name for area in self.areas)

    @property
    def backing_sentence(self) -> str:
        """Why a 地域型 site stands as it does."""
        return {
            None: "",
            State.MET: "支える拠点は、受け持つ事業の配置の定めを満たしています。",
            State.NOT_MET: "支える拠点が、配置の定めを満たしていません。",
            State.UNKNOWN: "支える拠点が定めを満たしているか、まだ確かめられません。",
        }[self.backing_state]


def open_on() -> Q:
    return Q(starts_on__lte=today()) & (Q(ends_on__isnull=True) | Q(ends_on__gte=today()))


def consultations() -> QuerySet[Delivery]:
    """What a site may hold: the deliveries of ① in force."""
    return deliveries_in_force().filter(works__contains=[Work.CONSULTATION.value])


def read_sites(sites: QuerySet[Site] | None = None) -> list[SiteRow]:
    """Sites with deliveries, areas, staff and check."""
    wanted = Site.objects.filter(open_on()) if sites is None else sites
    found = list(
        wanted.select_related("agency", "backed_by", "backed_by__agency").prefetch_related(
            "deliveries__agency_links", "areas"
        )
    )
    backing = {site.backed_by_id for site in found if site.backed_by_id} - {site.id for site in found}
    others = (
        list(
            Site.objects.filter(pk__in=backing)
            .select_related("agency")
            .prefetch_related("deliveries__agency_links")
        )
        if backing
        else []
    )
    crew = _Crew([*found, *others])
    states = {site.id: _own_checks(site, crew) for site in [*found, *others]}
    return [
        SiteRow(
            site=site,
            deliveries=list(site.deliveries.all()),
            areas=list(site.areas.all()),
            staff=crew.posts_of(site),
            checks=[] if site.site_type == SiteType.LOCAL else states[site.id],
            backing_state=_backing_state(states[site.backed_by_id]) if site.backed_by_id else None,
        )
        for site in found
    ]


def _backing_state(found: list[Check]) -> State:
    return overall([check.state for check in found])


def _own_checks(site: Site, crew: _Crew) -> list[Check]:
    standards = [one for delivery in site.deliveries.all() for one in _standards(site, delivery)]
    return checks(standards, crew.members_of(site))


def _standards(site: Site, delivery: Delivery) -> list[Standard]:
    programs = [delivery.program]
    if delivery.program == ProgramCode.USER_SUPPORT and site.user_support_types:
        programs = list(site.user_support_types)
    direct = _is_direct(site, delivery)
    found = (standard_of(program, elders=site.elders, is_direct=direct) for program in programs)
    return [one for one in found if one is not None]


def _is_direct(site: Site, delivery: Delivery) -> bool:
    own = next((link.mode for link in delivery.agency_links.all() if link.agency_id == site.agency_id), "")
    return ([own] if own else delivery.modes) == [Mode.DIRECT]


class _Crew:
    """Who works at which of these sites today, read in three queries."""

    def __init__(self, sites: Iterable[Site]) -> None:
        agencies = {site.agency_id for site in sites}
        users = Post.objects.filter(held_on(today()), agency__in=agencies).values("user")
        self.posts: dict[UUID, list[Post]] = defaultdict(list)
        for post in (
            Post.objects.filter(held_on(today()), user__in=users, user__is_active=True)
            .select_related("user", "agency")
            .order_by("user__kana", "user__login", "starts_on")
        ):
            self.posts[post.user_id].append(post)
        self.courses: dict[UUID, set[str]] = defaultdict(set)
        for training in Training.objects.filter(user__in=self.posts, done_on__lte=today()):
            self.courses[training.user_id].add(training.course)
        self.number: dict[UUID, int] = defaultdict(int)
        for agency_id in Site.objects.filter(open_on(), agency__in=agencies).values_list("agency", flat=True):
            self.number[agency_id] += 1

    def posts_of(self, site: Site) -> list[Post]:
        """The posts at a site: those that name it, and those of its agency that name none."""
        return [post for posts in self.posts.values() for post in posts if self._is_at(post, site)]

    def members_of(self, site: Site) -> list[Member]:
        return [
            self._member([post for post in posts if self._is_at(post, site)], posts, site)
            for posts in self.posts.values()
            if any(self._is_at(post, site) for post in posts)
        ]

    def _is_at(self, post: Post, site: Site) -> bool:
        if post.site_id is not None:
            return post.site_id == site.id
        return post.agency_id == site.agency_id and post.sees_cases

    def _member(self, here: list[Post], all_posts: list[Post], site: Site) -> Member:
        return Member(
            name=here[0].user.name,
            qualifications=frozenset(one for post in here for one in post.qualifications),
            jobs=frozenset(one for post in here for one in post.jobs),
            courses=frozenset(self.courses[here[0].user_id]),
            full_time=any(post.is_full_time for post in here),
            dedicated=any(post.is_dedicated for post in here),
            elsewhere=any(not self._is_at(post, site) for post in all_posts),
            has_words=any(post.qualification for post in here),
            is_placed=self.number[site.agency_id] <= 1 or any(post.site_id == site.id for post in here),
        )

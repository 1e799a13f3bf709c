"""Who acts: a person, at the post they act for now."""

from __future__ import annotations

from dataclasses import dataclass

from kasane.agencies import queries, rules
from kasane.agencies.models import Agency, Post, Role, User


@dataclass(frozen=True)
class Actor:
    """The `by=` of every action: the account and the post (agency and role) it acts for."""

    user: User
    post: Post

    @property
    def agency(self) -> Agency:
        return self.post.agency

    @property
    def role(self) -> Role:
        return Role(self.post.role)

    @property
    def programs(self) -> frozenset[str]:
        """What the agency delivers (R-DEL-02): known with the posts of a request, asked for once elsewhere."""
        if not hasattr(self.post, "programs"):
            self.post.programs = list(queries.programs_of(self.agency))
        return frozenset(self.post.programs)

    @property
    def is_coordinator(self) -> bool:
        return self.role == Role.COORDINATOR

    @property
    def is_decider(self) -> bool:
        return self.role == Role.DECIDER

    @property
    def decides_for_town(self) -> bool:
        """Manager or decider of the municipality (R-DIS-05, R-DIS-07)."""
        return rules.decides_for_town(self.role, is_municipality=self.agency.is_municipality)

    @property
    def looks_after_disclosure(self) -> bool:
        """Who decides for the town, and coordinators (R-DIS-05)."""
        return rules.looks_after_disclosure(self.role, is_municipality=self.agency.is_municipality)

    @property
    def is_administrator(self) -> bool:
        return self.role == Role.ADMINISTRATOR

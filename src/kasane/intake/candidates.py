"""The case as a candidate for 多機関協働, from what intake knows of it (R-INT-10)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kasane.agencies import profile
from kasane.coordination.api import issue_codes
from kasane.intake import queries, rules
from kasane.intake.models import Reception, Referral, ReferralState


def counts_fields() -> bool:
    """Whether the town makes a case a candidate by the number of its fields."""
    return profile.current().rules.field_threshold is not None


def candidate_of(
    case_id: UUID, sheet: Reception | None, referrals: Sequence[Referral]
) -> rules.Candidate | None:
    """Counted from the topics of the 受付シート, the issues of the アセスメント and the fields of the agencies at work.

    None in towns without the rule, and no query; two in others.
    """
    town = profile.current().rules
    if town.field_threshold is None or sheet is None:
        return None
    taken = {
        row.receiver_id for row in referrals if row.state in (ReferralState.ACCEPTED, ReferralState.JOINT)
    }
    at_work = {sheet.agency_id, *sheet.involved, *taken}
    agencies = {
        field: [agency.name for agency in found if agency.id in at_work]
        for field, found in queries.agencies_by_field().items()
    }
    return rules.candidate(
        threshold=town.field_threshold,
        town_fields=town.fields,
        topics=sheet.topics,
        issues=issue_codes(case_id),
        agencies={field: names for field, names in agencies.items() if names},
    )

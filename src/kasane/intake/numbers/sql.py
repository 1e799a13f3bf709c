"""What is counted of a 受付シート, once for an agency's own numbers and for the closed ones of the town.

Expressions over `intake_reception r`; those of the person need SUBJECT joined.
"""

from __future__ import annotations

from kasane.base.choices import ContactMethod
from kasane.intake.models import ReferralKind, ReferralState
from kasane.intake.rules.referral import URGENT_ANSWER_WITHIN_DAYS

CONTACTS = (
    ContactMethod.PHONE,
    ContactMethod.VISIT,
    ContactMethod.INTERVIEW,
    ContactMethod.MAIL,
    ContactMethod.LETTER,
)
"""Ways by which somebody of the household is reached; talks among workers are no contact."""

SUBJECT = "LEFT JOIN people_person s ON s.case_id = r.case_id AND s.is_subject"

AGE = (
    "COALESCE(extract(year FROM age(r.received_on, s.birth_date))::integer, s.stated_age"
    " + COALESCE((r.received_on - s.stated_age_on) / 365, 0))"
)

FIRST_CONTACT = (
    "(SELECT min((c.at AT TIME ZONE 'Asia/Tokyo')::date) - r.received_on FROM cases_supportrecord c"
    " WHERE c.case_id = r.case_id AND (c.at AT TIME ZONE 'Asia/Tokyo')::date >= r.received_on"
    f" AND c.method = ANY ('{{{','.join(CONTACTS)}}}'))"
)
"""Days from the reception to the first record of a contact; null while there is none."""

HOPS = (
    "(SELECT count(*) FROM intake_referral h WHERE h.case_id = r.case_id AND h.sent_on >= r.received_on"
    f" AND h.kind = '{ReferralKind.REFER}' AND h.state <> '{ReferralState.WITHDRAWN}')"
)
"""How often the case was passed on since; going back and what was withdrawn are no hops."""

ANSWERED = (
    f"r.kind = '{ReferralKind.REFER}' AND r.answered_on IS NOT NULL AND r.state IN"
    f" ('{ReferralState.ACCEPTED}', '{ReferralState.JOINT}', '{ReferralState.RETURNED}')"
)
"""The つなぎ (`intake_referral r`) that somebody has answered; going back is no つなぎ."""

ANSWER_IN_TIME = (
    "CASE WHEN r.is_urgent THEN 'urgent/' ELSE 'other/' END || CASE WHEN r.answered_on <= r.sent_on +"
    f" CASE WHEN r.is_urgent THEN {URGENT_ANSWER_WITHIN_DAYS} ELSE {{days}} END THEN 'in_time' ELSE 'late' END"
)
"""Whether it was urgent, and answered in time: as `answer_due` of the rules says, within {days} (R-INT-05)."""

"""Words of the first consultation (2-1-1) and of the referral (2-1-2).

{c} is the consulter, {w} who speaks, {v} what is said, {元} and {先} the agencies that pass on and take over.
"""

from kasane.demo.texts import Bank, bank, banks, load

_FILE = "phrases/intake"

ANONYMOUS = bank(_FILE, "anonymous")
FAMILY_WORRIES = bank(_FILE, "family_worries")
SPOKE = bank(_FILE, "spoke")
SEEN = bank(_FILE, "seen")
CLOSINGS = bank(_FILE, "closings")
CLOSINGS_FACE = bank(_FILE, "closings_face")
CLOSINGS_OTHER = bank(_FILE, "closings_other")
INFO_CONTEXTS = bank(_FILE, "info_contexts")
INFO_ASKS: tuple[Bank, ...] = tuple(tuple(row) for row in load(_FILE)["info_asks"])
URGENT = bank(_FILE, "urgent")
TRIAGE_OWN = bank(_FILE, "triage_own")
TRIAGE_REFER = bank(_FILE, "triage_refer")
TRIAGE_AGENCY = bank(_FILE, "triage_agency")
TRIAGE_CONFERENCE = bank(_FILE, "triage_conference")
TRIAGE_OUTREACH = bank(_FILE, "triage_outreach")
CONSENT_FACE: str = load(_FILE)["consent_face"]
CONSENT_PHONE: str = load(_FILE)["consent_phone"]
CONSENT_VISIT: str = load(_FILE)["consent_visit"]
CONSENT_WITH_FAMILY: str = load(_FILE)["consent_with_family"]
CONSENT_NO_HOW = bank(_FILE, "consent_no_how")
REFERRAL_REASONS = bank(_FILE, "referral_reasons")
HISTORY = bank(_FILE, "history")
HISTORY_SHORT = bank(_FILE, "history_short")
EXPLAINED_WHAT = bank(_FILE, "explained_what")
REFERRAL_WISHES = bank(_FILE, "referral_wishes")
CARE = bank(_FILE, "care")
ANSWERS_ACCEPT = bank(_FILE, "answers_accept")
ANSWERS_JOINT = bank(_FILE, "answers_joint")
ANSWERS_OTHER = bank(_FILE, "answers_other")
ANSWERS_RETURN = bank(_FILE, "answers_return")
FOLLOW_UPS = bank(_FILE, "follow_ups")
OPENINGS = banks(_FILE, "openings")
TRIAGE_INFORMED: str = load(_FILE)["triage_informed"]
CONSENT_NOT_NEEDED: str = load(_FILE)["consent_not_needed"]
CONSENT_NOT_YET: str = load(_FILE)["consent_not_yet"]
SIGNED_CHILD: str = load(_FILE)["signed_child"]
SIGNED_READING: str = load(_FILE)["signed_reading"]
SIGNED_OLD = bank(_FILE, "signed_old")

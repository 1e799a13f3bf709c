"""What `[paper]` of a profile may name: the kinds of paper and their items (R-DEL-05).

The sheets ask for the town's words by these keys; `kasane.sheets` tests that none is missing here.
"""

from __future__ import annotations

import difflib
import re

ITEMS: dict[str, frozenset[str]] = {
    "application": frozenset(
        (
            "address agencies_excluded agrees_to_sharing applied_on applies birth birth_date case_number "
            "drawn email explained_by family_kana family_name given_kana given_name kana left_out "
            "main_topic mobile name note phone phone_home phone_mobile received_on receiver request "
            "rules_explained sex shared_kinds sharing_scope signature signature_reason signed_name "
            "stated_age topics visitor_name visitor_phone visitor_relation wishes witness"
        ).split()
    ),
    "assessment": frozenset(
        (
            "apart arrears arrears_note benefits care_level carer certificates children debts debts_note "
            "family_state family_wishes gathered_on grade history household_income household_money "
            "housing housing_note income insurance marriage medical_aid neighbours public_assistance "
            "qualifications referrer route schooling screening since source_note sources state state_note "
            "strengths summary tax_arrears tax_note taxation together treatment wishes working"
        ).split()
    ),
    "connectedness": frozenset(
        "asking motivation note occasion participation rated_on relations self_esteem with_person".split()
    ),
    "evaluation": frozenset(
        (
            "achievement_long attempt_records author changes changes_note conclusion conference_on "
            "conference_opinions contact_attempts contact_lost_on evaluated_on follow_up_agency "
            "follow_up_by follow_up_how follow_up_on follow_up_staff judgement lead_agency_after "
            "person_name person_wish plan remaining_issues result_long staff_opinion"
        ).split()
    ),
    "intake": frozenset(
        (
            "address agencies_involved agency area birth birth_date channel channel_note consent "
            "consent_agencies consent_answer consent_excluded consent_explained_by consent_given_by "
            "consent_how consent_kinds consent_method consent_note consent_on consent_purposes "
            "consent_scope consent_tie consent_until consulter_contact consulter_is consulter_kana "
            "consulter_name consulter_tie family_kana family_name given_kana given_name household "
            "household_note involved involved_note is_anonymous is_of_household is_urgent kana kinds "
            "lives_together main_topic mobile name occupation outline overview phone received_by "
            "received_on receiver relation relation_detail response response_reason sex stated_age topics "
            "urgency urgency_detail urgent_note"
        ).split()
    ),
    "outreach_plan": frozenset(
        (
            "agreement approach arranging author case_number confirmed emergency evaluate_on key_person "
            "kinds known made_on noticed person_name reaching round started_on"
        ).split()
    ),
    "participation_plan": frozenset(
        (
            "author case_number evaluate_on frequency host_support kinds made_on menu person_name round "
            "settling staff started_on steps ties wish"
        ).split()
    ),
    "plan": frozenset(
        (
            "agency approval author by_when case_number conference_members conference_on "
            "conference_opinions decided_on decision early_start early_start_detail early_start_reason "
            "early_started_on ends_on frequency from_on goal issue issues judgement kinds lead_agency "
            "lead_staff long_goal made_on next_evaluation next_monitoring next_monitoring_on outreach "
            "outreach_reason own_effort participation participation_reason period person_agreed_on "
            "person_name round service short_goal signature signature_note signed_name staff starts_on "
            "support text until_on uses_outreach uses_participation wish wishes written_on"
        ).split()
    ),
    "records": frozenset("at content counterpart kinds method minutes next_on next_step place".split()),
    "referral": frozenset(
        (
            "accompaniment also also_to answer answer_note answered_by answered_on arranges_meeting "
            "attachment_note attachments care care_note course explained_by explained_on explained_what "
            "follow_up_on follow_up_result followed_up_on household is_urgent kinds note on person reason "
            "received_on receiver requests result sender sent_by sent_on talk talk_note talk_on talk_with "
            "urgency wish"
        ).split()
    ),
}
"""The items of the sheets of the field, as the paper and the workbook of each call them."""
KINDS = frozenset(ITEMS) | frozenset(
    "agenda decisions disposal household material minutes notice prefecture register roster".split()
)
"""Every paper that has a name of its own; those without items above are worded by their usual words alone."""
TITLE = "title"
_KEY = re.compile(r"[a-z][a-z0-9_]*")


def unknown(name: str, *, words: bool) -> str:
    """Why a paper has no such item, empty where it has: `plan.wish`, and with `words` `plan.title` and the usual words of
    the paper (`minutes.欠席`), which are not listed."""
    kind, _, item = name.partition(".")
    if kind not in KINDS:
        return f"知らない帳票です。{_near(kind, KINDS) or '「帳票.項目」の形で、帳票は ' + '・'.join(sorted(KINDS)) + ' から書いてください。'}"
    if words and (item == TITLE or (item.strip() and not _KEY.fullmatch(item))):
        return ""
    known = ITEMS.get(kind, frozenset())
    return "" if item in known else f"この帳票に、この項目はありません。{_near(item, known)}"


def _near(name: str, known: frozenset[str]) -> str:
    found = difflib.get_close_matches(name, sorted(known), n=1)
    return f"「{found[0]}」ではありませんか。" if found else ""

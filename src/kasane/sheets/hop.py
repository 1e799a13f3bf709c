"""つなぐシート (別紙2-1-2) of one つなぎ, from what the viewer may see of it, and the blank sheet (R-INT-04)."""

from __future__ import annotations

from kasane.base.dates import today, wareki
from kasane.cases.models import Case
from kasane.intake.models import Accompaniment, Attachment, Referral, RequestKind
from kasane.people.queries import household
from kasane.sheets.document import Sheet
from kasane.sheets.filling.common import town
from kasane.sheets.paper.referral import ReferralData, ReferralOptions, referral_2_1_2

OPTIONS = ReferralOptions(
    requests=tuple(RequestKind.choices),
    accompaniments=tuple(Accompaniment.choices),
    attachments=tuple(Attachment.choices),
    answers=(("accepted", "受ける"), ("joint", "共に支援"), ("returned", "戻す")),
    urgency=(("yes", "あり"), ("no", "なし")),
)


def referral_sheet(case: Case, row: Referral) -> Sheet:
    """Both sides of the sheet as they stand."""
    people = household(case.id)
    subject = next((person for person in people if person.is_subject), None)
    others = Referral.objects.filter(case_id=case.id, group=row.group).exclude(pk=row.pk)
    also = others.select_related("receiver") if row.group else []
    talk = f"{wareki(row.talk_on)} {row.talk_with}\n{row.talk_note}" if row.talk_note else None
    care = "\n".join(
        filter(None, ["三者で会う面談の場を設ける" if row.arranges_meeting else "", row.care_note])
    )
    data = ReferralData(
        options=OPTIONS,
        case_number=case.label,
        sent_on=wareki(row.sent_on),
        sender=row.sender.name,
        sent_by=row.sent_by.name,
        receiver=row.receiver.name,
        also_to="、".join(one.receiver.name for one in also),
        person=subject.name if subject else None,
        household="・".join(f"{one.relation} {one.name}" for one in people if not one.is_subject),
        urgency="yes" if row.is_urgent else "no",
        requests=frozenset(row.requests),
        course=row.course,
        reason=row.reason,
        explained_by=row.explained_by,
        explained_on=wareki(row.explained_on),
        explained_what=row.explained_what,
        wish=row.wish,
        accompaniment=row.accompaniment,
        care=care,
        attachments=frozenset(row.attachments),
        attachment_note=row.attachment_note,
        received_on=wareki(row.received_on),
        answered_by=row.answered_by.name if row.answered_by else None,
        answer=row.state if row.is_answered else None,
        answered_on=wareki(row.answered_on),
        answer_note=row.answer_note,
        talk=talk,
        follow_up_on=wareki(row.follow_up_on),
        followed_up_on=wareki(row.followed_up_on),
        follow_up_result=row.follow_up_result,
    )
    title = "つなぎもどし" if row.is_hand_back else ""
    return referral_2_1_2(data, town(), printed_on=wareki(today()), title=title)


def blank_referral_sheet() -> Sheet:
    """The empty sheet, for any division or agency that writes by hand."""
    return referral_2_1_2(ReferralData(options=OPTIONS), town())

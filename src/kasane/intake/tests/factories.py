"""A household to arrange tests with: the mother is 82, the son 54, and nobody has called for years."""

from __future__ import annotations

from datetime import date
from typing import Any

from kasane.agencies.actors import Actor
from kasane.agencies.models import Agency, Delivery, Mode, Work
from kasane.base.kinds import SHAREABLE_KINDS
from kasane.cases.models import Case
from kasane.intake import actions
from kasane.intake.actions import Said
from kasane.intake.models import Reception, Referral

DAY = date(2025, 4, 3)
LATER = date(2025, 4, 8)


def said(answer: str = "agree", **values: Any) -> Said:
    kept = {"confirmed_on": DAY, "method": "oral", "explained_by": "包括 花子", **values}
    return Said(answer=answer, **kept)


def receive(by: Actor, *, consent: Said | None = None, **sheet: Any) -> Reception:
    """A reception at the actor's desk; the person agrees to sharing unless said otherwise."""
    return actions.receive(
        by=by,
        sheet={
            "received_on": DAY,
            "channel": "phone",
            "consulter_is": "family",
            "consulter_tie": "長女",
            "overview": "母の介護のことで電話。兄が部屋から出てこない。",
            "topics": ["care", "withdrawal"],
            "main_topic": "care",
            **sheet,
        },
        subject={"family_name": "山形", "given_name": "ハル", "stated_age": 82, "address": "打穴中1"},
        household=[{"family_name": "山形", "given_name": "正樹", "relation": "長男", "stated_age": 54}],
        consent=consent or said(),
    )


def case_of(reception: Reception) -> Case:
    return Case.objects.get(pk=reception.case_id)


SHEET: dict[str, Any] = {
    "on": LATER,
    "requests": ["consultation", "roles"],
    "reason": "介護だけでは解けず、長男の支援先がない。",
    "explained_by": "包括 花子",
    "explained_what": "重層支援センターが相談に加わること",
    "explained_on": DAY,
}


def refer(case: Case, *, by: Actor, to: Agency, **values: Any) -> Referral:
    return actions.refer(case, by=by, receiver=to, **{**SHEET, **values})


def make_centre(agency: Agency) -> None:
    """Gives the agency ⑤ 多機関協働."""
    delivery = Delivery.objects.create(
        key="takikan",
        works=[Work.COORDINATION],
        fields=["分野横断"],
        program="coordination",
        name="多機関協働事業",
        modes=[Mode.DIRECT],
    )
    delivery.agencies.add(agency)


ALL = int(SHAREABLE_KINDS)

"""What reception and つなぎ show on the case page, and the next step they offer."""

from __future__ import annotations

from collections.abc import Sequence

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.cases.models import Case, ClosedAs, Stage
from kasane.cases.panels import NextStep, Panel, once
from kasane.disclosure.api import said
from kasane.disclosure.models import Consent
from kasane.intake import queries, rules
from kasane.intake.candidates import candidate_of, counts_fields
from kasane.intake.desk.queries import extra_items
from kasane.intake.hops.words import legs
from kasane.intake.models import Outcome, Reception, Referral, ReferralState
from kasane.intake.registers.queries import kept_of


def next_steps(case: Case, *, by: Actor, consents: Sequence[Consent]) -> list[NextStep]:
    """The acts of this work that come next for the viewer. Two queries."""
    referrals = _referrals(case)
    sheet = _sheet(case, by)
    steps = [step for step in (_referral_step(row, by) for row in referrals) if step is not None]
    if not case.is_open:
        return [*steps, *_after_closure(case, referrals, by)]
    word = said(consents, on=today())
    if sheet is not None and sheet.viewer_writes and case.stage == Stage.RECEPTION:
        steps.extend(_reception_steps(case, sheet.outcome, word, referrals))
    if word != "agree" and (sheet is None or sheet.viewer_writes):
        steps.append(
            NextStep(
                "情報共有への同意を確認する",
                "intake:consent",
                {"case_id": case.id},
                lead="同意があると、ほかの機関といっしょに考えられます。",
            )
        )
    return steps


def course(case: Case, *, by: Actor) -> list[Panel]:
    """経過 tab: the hops of the case, and whether it is a candidate for 多機関協働 where the town counts fields (R-INT-10)."""
    rows = _referrals(case)
    counts = case.is_open and counts_fields()
    found = candidate_of(case.id, _sheet(case, by), rows) if counts else None
    panels = (
        [Panel("多機関協働の候補", "intake/reception/candidate.html", {"candidate": found})] if found else []
    )
    if rows:
        context = {"case": case, "legs": legs(rows, on=today())}
        panels.append(Panel("つなぎの道すじ", "intake/hops/panel.html", context))
    return panels


def documents(case: Case, *, by: Actor) -> list[Panel]:
    """書類 tab: the 受付シート, each つなぐシート and each letter to the prefecture the viewer may see, the desk's own items,
    and what stands in the registers. Three queries.
    """
    sheet, rows, kept = _sheet(case, by), _referrals(case), kept_of(case.id)
    registers = Panel(
        "制度の道すじと台帳", "intake/registers/panel.html", {"case": case, "lines": kept.lines}
    )
    if sheet is None and not rows:
        return [registers]
    papers = Panel(
        "受付とつなぎの書類", "intake/panel_documents.html", {"case": case, "sheet": sheet, "referrals": rows}
    )
    asks = sheet is not None and sheet.viewer_writes and bool(extra_items(by))
    extra = Panel(
        "窓口の項目", "intake/desk/panel_extra.html", {"case": case, "answers": kept.answers, "asks": asks}
    )
    return [papers, *([extra] if kept.answers or asks else []), registers]


def _referrals(case: Case) -> list[Referral]:
    return once(case, "referrals", lambda: queries.referrals_of(case.id))


def _sheet(case: Case, by: Actor) -> Reception | None:
    return once(case, "reception", lambda: queries.reception_for_steps(case.id, by=by))


def _referral_step(row: Referral, by: Actor) -> NextStep | None:
    """What a hop asks of the viewer: an answer, patience, or a new decision after a return."""
    where = {"referral_id": row.id}
    if row.state == ReferralState.SENT and row.receiver_id == by.agency.id:
        return NextStep(
            f"{row.get_kind_display()}に返事をする",
            "intake:referral",
            where,
            lead=f"{row.sender}から。受ける・共に支援する・戻す、のどれかで答えます。",
            is_main=True,
        )
    if row.sender_id != by.agency.id:
        return None
    if row.state == ReferralState.SENT:
        return NextStep(
            f"{row.receiver}の返事を待っています",
            "intake:referral",
            where,
            lead="急ぐときは電話で伝えてください。",
        )
    if row.state == ReferralState.RETURNED and row.followed_up_on is None:
        return NextStep(
            f"{row.receiver}から戻されたつなぎの、次の手を決める", "intake:referral", where, is_main=True
        )
    return None


def _reception_steps(case: Case, outcome: str, word: str, referrals: Sequence[Referral]) -> list[NextStep]:
    if not outcome:
        return [
            NextStep(
                "これからの対応を決める",
                "intake:triage",
                {"case_id": case.id},
                lead="自分の機関で支援するか、つなぐか、支援会議で扱うかを、理由とともに残します。",
                is_main=True,
            )
        ]
    sent = any(row.state != ReferralState.WITHDRAWN for row in referrals)
    waits_for_sheet = outcome in rules.NEEDS_CONSENT and not sent
    step = NextStep(
        "つなぐシートを書く" if waits_for_sheet else "ほかの機関につなぐ",
        "intake:refer",
        {"case_id": case.id},
        obstacles=rules.start_obstacles(
            case_id=str(case.id),
            is_open=case.is_open,
            writes=True,
            consent_answer=word,
            to_coordination=outcome == Outcome.COORDINATION,
        ),
        is_main=waits_for_sheet,
    )
    return [step]


def _after_closure(case: Case, referrals: Sequence[Referral], by: Actor) -> list[NextStep]:
    """つなぎもどし, once, by the agency that was responsible until the end (R-COOR-11)."""
    done = any(
        row.is_hand_back and row.state not in (ReferralState.RETURNED, ReferralState.WITHDRAWN)
        for row in referrals
    )
    if done or case.closed_as != ClosedAs.CLOSED or case.responsible_agency_id != by.agency.id:
        return []
    return [
        NextStep(
            "つなぎもどしをする",
            "intake:hand_back",
            {"case_id": case.id},
            lead="これからの主担当機関に、終結までの経過を引き継ぎます。",
            is_main=True,
        )
    ]

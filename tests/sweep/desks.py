"""What the desks of ① keep: registers, calls, reports, steps around a つなぎ, a plan of 自立相談支援 (R-INT, R-SELF-01)."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from uuid import UUID

from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.agencies.models import Delivery
from kasane.base.dates import today
from kasane.base.kinds import DataKind
from kasane.cases import drafts
from kasane.cases.models import Case
from kasane.coordination.tests.self_reliance import begin
from kasane.disclosure.viewer import acting_as
from kasane.intake.desk import actions as desk
from kasane.intake.door.queries import waiting_messages
from kasane.intake.hops import actions as hops
from kasane.intake.hops.queries import watched_hops
from kasane.intake.models import DeskActivity, HopAct, OutpostDay, Reception, Referral, ShortConsultation
from kasane.intake.tests.factories import SHEET, refer
from kasane.intake.tests.registers import registers_of
from kasane.profiles.model import ExtraItem
from tests.sweep.typed import typed

DOCTOR = ExtraItem("family-doctor", "support_center", "主治医", "text", (), DataKind.HEALTH, False, None)


def work_at_the_desks(case_id: UUID, family_id: UUID, people: dict[str, list[Actor]]) -> UUID:
    """Work on this case and on one of a family, and beside them a case of 自立相談支援; answers that one."""
    worker, coordinator, family = people["shakyo"][0], people["juso"][0], people["kosodate"][0]
    with acting_as(family):
        registers_of(Case.objects.get(pk=family_id), by=family)
    with acting_as(worker):
        _registers(Case.objects.get(pk=case_id), worker)
        _beside_cases(worker)
    _around_a_hop(case_id, worker, coordinator, people["kenko"][0])
    _begun_at_the_door(coordinator)
    return _self_reliance(people)


def _registers(case: Case, by: Actor) -> None:
    """Calls and answers that belong to the case, and the day outside on which it came."""
    desk.take_call(
        by=by, at=timezone.now(), direction="in", party="鵜飼橋の金物屋", number="0868-77-1201", case=case,
        content="鵜飼橋の金物屋が、本人に届け物をしたと電話してきた", call_back_until=today(),
    )  # fmt: skip
    desk.keep_extra(case, by=by, items=[DOCTOR], answers={DOCTOR.key: "鵜飼橋の内科の先生"}, version=0)
    sheet = Reception.objects.filter(case=case).order_by("id")[0]
    day = desk.add_line(OutpostDay, by=by, on=sheet.received_on, place="鵜飼橋の集会所")
    desk.tie_reception(day, sheet, by=by)


def _beside_cases(by: Actor) -> None:
    """Of no case: for this desk alone."""
    desk.add_line(
        ShortConsultation, by=by, on=today(), channel="phone", topics=["care"], consulter_is="family",
        outcome="informed", memo="鵜飼橋から乗るバスの時刻のこと",
    )  # fmt: skip
    desk.add_line(
        DeskActivity,
        by=by,
        on=today(),
        kind="training",
        what="鵜飼橋の自治会での講座",
        minutes=90,
        participants=12,
    )
    desk.take_call(
        by=by, at=timezone.now(), direction="out", party="鵜飼橋の床屋の主人", number="0868-77-1202",
        content="鵜飼橋の床屋に来る人のことで話した",
    )  # fmt: skip
    report = desk.take_report(
        by=by, on=today(), reporter_role="commissioner", reporter_name="鵜飼橋の民生委員", about="鵜飼橋の角の家の人",
        address="鵜飼橋のたもとの平屋", noticed="鵜飼橋の角の家に新聞がたまっている",
    )  # fmt: skip
    desk.ask_to_watch(report, by=by, words="鵜飼橋を通るときに見てもらう", until=today() + timedelta(days=7))


def _around_a_hop(case_id: UUID, worker: Actor, coordinator: Actor, receiver: Actor) -> None:
    """A つなぎ to which nobody answers: a question, going along, the coordinator's step, and a word on it."""
    with acting_as(worker):
        hop = refer(
            Case.objects.get(pk=case_id), by=worker, to=receiver.agency,
            **{**SHEET, "on": today() - timedelta(days=20), "reason": "鵜飼橋の家に保健師の訪問を頼みたい"},
        )  # fmt: skip
        hops.comment(hop, by=worker, on=today(), text="鵜飼橋の家はいつ訪ねられますか", asks=True)
        hops.plan_visit(
            hop,
            by=worker,
            on=today() + timedelta(days=3),
            place="鵜飼橋の診療所の前",
            sender_goes="鵜飼橋の係の者",
            receiver_goes="鵜飼橋の保健師",
        )
    with acting_as(coordinator):
        [alert] = [one.alert for one in watched_hops() if one.alert.hop.id == hop.pk]
        hops.take_step(
            alert, by=coordinator, on=today(), act=HopAct.ASKED, note="鵜飼橋の家のことを急いでほしい",
            quiet_until=today() + timedelta(days=7),
        )  # fmt: skip
    with acting_as(receiver):
        hops.comment(
            Referral.objects.get(pk=hop.pk), by=receiver, on=today(), text="鵜飼橋には木曜に行けます"
        )


def _begun_at_the_door(reader: Actor) -> None:
    """A reception begun from what a resident left, not saved yet."""
    with acting_as(reader):
        [message] = waiting_messages(reader)
        drafts.keep("reception", message.pk, typed(overview="鵜飼橋の母の介護で、夜に眠れないと"), by=reader)


def _self_reliance(people: dict[str, list[Actor]]) -> UUID:
    """A case that its own desk leads by its own plan, waiting for its 支援調整会議."""
    cast = SimpleNamespace(
        participation=people["shakyo"][0], coordinator=people["juso"][0], decider=people["fukushi"][0]
    )
    delivery = Delivery.objects.create(
        key="jiritsu", works=[1], fields=["hardship"], program="self_reliance", name="自立相談支援事業"
    )
    delivery.agencies.add(cast.participation.agency)
    delivery.divisions.add(cast.decider.agency)
    way = begin(cast)
    way.apply()
    way.assess()
    way.submit(way.make(issues="鵜飼橋の工場をやめさせられた"))
    return UUID(str(way.case.pk))

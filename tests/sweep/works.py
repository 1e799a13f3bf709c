"""What ⑤ 多機関協働 and its meetings keep: an asked agency's answer, 2-5②, a study, days to choose from, a decision (R-COOR, R-CONF)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from kasane.agencies.actors import Actor
from kasane.base.dates import today
from kasane.base.kinds import DataKind
from kasane.cases.models import Case
from kasane.conferences import actions as conferences
from kasane.conferences.finding.actions import ask as ask_for_days
from kasane.conferences.models import Body, Function
from kasane.coordination.choices import PartSection
from kasane.coordination.menus import actions as menus
from kasane.coordination.menus.choices import MenuSheet
from kasane.coordination.requests import actions as requests
from kasane.coordination.study import actions as studies
from kasane.disclosure.viewer import acting_as

LATER = timedelta(days=14)


def work_together(case_id: UUID, people: dict[str, list[Actor]]) -> None:
    """Work on this case, and beside it what is of no case."""
    coordinator, worker, asked = people["juso"][0], people["shakyo"][0], people["kosodate"][0]
    _asked(case_id, coordinator, asked)
    _outreach(case_id, worker)
    _studied(coordinator, worker)
    body = Body.objects.filter(
        host=coordinator.agency, functions__contains=[Function.SUPPORT_CONFERENCE]
    ).first()
    assert body is not None
    with acting_as(coordinator):
        ask_for_days(
            body, by=coordinator, on=today(), days=[timezone.now() + LATER + timedelta(days=n) for n in (0, 1)],
            posts=[coordinator.post, worker.post], answer_until=today() + timedelta(days=7), length=60,
        )  # fmt: skip
    _decided(case_id, body, coordinator, worker)


def _asked(case_id: UUID, coordinator: Actor, asked: Actor) -> None:
    """情報提供依頼 to an agency beside the case, answered (R-COOR-03)."""
    with acting_as(coordinator):
        [request] = requests.ask(
            Case.objects.get(pk=case_id), by=coordinator, to=[asked.agency], on=today(), due_on=today() + LATER,
            reason="鵜飼橋の保育園に孫が通っていたころを知りたい", sections=[PartSection.FAMILY],
        )  # fmt: skip
    with acting_as(asked):
        told = requests.Told(PartSection.FAMILY, {"together": "鵜飼橋の孫と三人だった"}, known_on=today())
        requests.answer(request, [told], by=asked, on=today())


def _outreach(case_id: UUID, worker: Actor) -> None:
    """2-5② of the agency that the plan names (R-COOR-05)."""
    with acting_as(worker):
        menus.begin(
            Case.objects.get(pk=case_id), MenuSheet.OUTREACH, by=worker, on=today(),
            answers={"noticed": "鵜飼橋の商店から", "known": "鵜飼橋の材木置き場によくいる"},
            evaluate_on=today() + timedelta(days=90), kinds=int(DataKind.BASIC | DataKind.LIFE),
        )  # fmt: skip


def _studied(host: Actor, invited: Actor) -> None:
    with acting_as(host):
        studies.write(
            None, by=host, kind="case_study", title="片付けをめぐる世帯の支援", starts_at=timezone.now() + LATER,
            material="一人で暮らす人の家に物がたまる。", invited=[invited.agency],
        )  # fmt: skip


def _decided(case_id: UUID, body: Body, host: Actor, worker: Actor) -> None:
    """A 支援会議 that is being held, and who does what until when (R-CONF-06)."""
    with acting_as(host):
        meeting = conferences.convene(
            body, by=host, on=today(), starts_at=timezone.now(), posts=[worker.post]
        )
        item = conferences.add_item(
            meeting, by=host, on=today(), function=Function.SUPPORT_CONFERENCE,
            case=Case.objects.get(pk=case_id), purpose="鵜飼橋の家の片付けの順",
        )  # fmt: skip
        conferences.begin(meeting, by=host)
        item.refresh_from_db()
        conferences.decide(
            item, by=host, on=today(), agency=worker.agency, what="鵜飼橋の材木屋に置き場をたずねる",
            due_on=today() + LATER,
        )  # fmt: skip

"""Lays a world into the database by the product's own api and actions, each under somebody who may do it.

What an action forbids does not happen in that world: the event is let go, and the rules judge what is there.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import singledispatchmethod
from uuid import UUID

from django.db import ProgrammingError, transaction
from django.utils import timezone
from psycopg.types.range import DateRange

from kasane.agencies.actors import Actor
from kasane.agencies.models import Contract
from kasane.base.ids import new_id
from kasane.base.obstacles import Forbidden
from kasane.cases.models import Case
from kasane.conferences import actions, queries, rights
from kasane.conferences.models import (
    AgendaItem,
    Meeting,
    MeetingDecision,
    Member,
    MinutesCheck,
    SheetCopy,
    Talk,
    TalkLine,
)
from kasane.disclosure import api
from kasane.disclosure.access import log_reading
from kasane.disclosure.models import Evidence, Grant, LegalException
from kasane.disclosure.viewer import acting_as
from kasane.people.models import ProtectedContact

from .session import DEFINER, as_role
from .town import Town
from .world import Acknowledged, Convened, Ended, Event, Excepted, Item, Named, Said, Termed, Told, World

KEEPER = "k1"
SOURCE = "model"


class Laying:
    """One world being laid, event by event."""

    def __init__(self, town: Town, cases: dict[int, UUID], world: World) -> None:
        self.town = town
        self.cases = cases
        self.world = world
        self.sources = {number: new_id() for number in cases}

    def lay(self) -> None:
        keeper = self.actor(KEEPER)
        with acting_as(keeper):
            for case_id in self.cases.values():
                self.open_ledger(case_id)
                log_reading(case_id, SOURCE)
        for event in self.world.events:
            try:
                with transaction.atomic():
                    self.do(event)
            except Forbidden:
                continue

    def open_ledger(self, case_id: UUID) -> None:
        """The case stands already, so its ledger is opened past the policy; the product derives it."""
        since, keeper = self.town.today - timedelta(days=500), self.actor(KEEPER)
        with as_role(DEFINER):
            fact = Evidence.objects.create(
                case_id=case_id,
                type="own_work",
                agency_id=keeper.agency.id,
                valid_from=since,
                source="reception",
                note="受付",
            )
            Grant.objects.create(
                case_id=case_id,
                agency_id=keeper.agency.id,
                kinds=1,
                writes=True,
                valid=DateRange(since, None),
                basis="own_work",
                evidence_id=fact.id,
            )
        api.reconcile(case_id)

    @singledispatchmethod
    def do(self, event: Event) -> None:
        raise TypeError(event)

    @do.register
    def _(self, event: Told) -> None:
        personal = event.type in ("multi_tier", "support_conference")
        new = api.New(
            api.EvidenceType(event.type),
            self.agency_id(event.agency),
            "関わりのわけ",
            SOURCE,
            source_id=self.sources[event.case],
            user_id=self.town.users[event.user].id if personal else None,
            kinds=event.kinds,
            valid_from=self.day(event.since),
            valid_until=self.day(event.until),
            contract=self.contract(event.agency) if event.type == "entrusted" else None,
            acknowledged_on=self.day(event.acknowledged) if personal else None,
        )
        case_id = self.cases[event.case]
        if event.type in ("own_work", "entrusted"):
            self.take_in(case_id, new)
            return
        with self.keeping():
            api.add_evidence(case_id, [new], on=self.town.today)

    def take_in(self, case_id: UUID, new: api.New) -> None:
        """Such work comes with the opening of a case alone: laid past the policy, derived by the product."""
        with self.keeping():
            with as_role(DEFINER):
                Evidence.objects.create(
                    case_id=case_id,
                    type=new.type,
                    agency_id=new.agency_id,
                    kinds=new.kinds,
                    valid_from=new.valid_from or self.town.today,
                    valid_until=new.valid_until,
                    source=new.source,
                    source_id=new.source_id,
                    note=new.note,
                    contract=new.contract,
                )
            api.reconcile(case_id)

    @do.register
    def _(self, event: Ended) -> None:
        with self.keeping():
            api.end_evidence(
                self.cases[event.case],
                on=self.sure_day(event.on),
                source=SOURCE,
                only_agencies=[self.agency_id(event.agency)],
                at_once=event.at_once,
            )

    @do.register
    def _(self, event: Said) -> None:
        with self.keeping():
            consent = api.record_consent(
                self.cases[event.case],
                by=self.actor(KEEPER),
                level=api.ConsentLevel(event.level),
                answer=event.answer,
                confirmed_on=self.sure_day(event.on),
                agencies=None if event.agencies is None else [self.agency_id(a) for a in event.agencies],
                excluded=[self.agency_id(a) for a in event.excluded],
                kinds=event.kinds,
                purposes=event.purposes,
                valid_until=self.day(event.until),
            )
            if event.withdrawn is not None:
                api.withdraw_consent(consent, on=self.sure_day(event.withdrawn), note="撤回")

    @do.register
    def _(self, event: Termed) -> None:
        last = None if event.length is None else self.day(event.since + event.length)
        with self.keeping():
            row = self.contract(event.agency)
            row.starts_on, row.ends_on = self.sure_day(event.since), last
            row.save()

    @do.register
    def _(self, event: Acknowledged) -> None:
        with acting_as(self.actor(event.user)):
            api.acknowledge(self.sources[event.case])

    @do.register
    def _(self, event: Excepted) -> None:
        by, user = self.actor(event.by), self.town.users[event.user] if event.user else None
        urgent = event.decision == "urgent"
        row = LegalException(
            case_id=self.cases[event.case],
            state="urgent" if urgent else "requested",
            ground="life",
            reason="命に関わるため",
            agency_id=self.agency_id(event.agency),
            user=by.user if urgent else user,
            kinds=event.kinds,
            valid_from=self.sure_day(event.since),
            valid_until=self.sure_day(event.since + event.length),
            requested_by=by.user,
            requesting_agency=by.agency,
        )
        if urgent:
            with as_role(DEFINER):
                row.save(force_insert=True)
        elif not self.allowed(by, lambda: row.save(force_insert=True)):
            return
        if event.decision in ("approved", "refused"):
            decider = self.actor(event.decider)
            self.allowed(decider, lambda: self.change(row, state=event.decision, decided_by=decider.user))
        if event.ended is not None:
            self.allowed(by, lambda: self.change(row, ended_on=self.day(event.ended)))

    @do.register
    def _(self, event: Convened) -> None:
        host = self.actor(event.host)
        with acting_as(host):
            meeting = actions.convene(
                self.town.body,
                by=host,
                on=self.town.today,
                starts_at=self.hour(event.day),
                posts=[self.actor(name).post for name in event.members],
            )
        for item in event.items:
            self.put(meeting, host, item)
        with acting_as(host):
            first = [item.id for item in queries.agenda(meeting)][:1]
            self.unless_forbidden(
                lambda: actions.invite(
                    meeting,
                    by=host,
                    on=self.town.today,
                    posts=[self.actor(n).post for n in event.invited],
                    items=first if event.narrow else None,
                )
            )
        for name in event.acknowledging:
            actor = self.actor(name)
            with acting_as(actor):
                member = queries.membership(meeting.id, actor)
                if member is not None:
                    actions.acknowledge(member, by=actor)
        with acting_as(host):
            for member in Member.objects.filter(
                meeting=meeting, user__in=[self.town.users[name] for name in event.removed]
            ).select_related("meeting"):
                self.unless_forbidden(lambda m=member: actions.remove_member(m, by=host, on=self.town.today))
            if event.cancelled:
                self.unless_forbidden(
                    lambda: actions.cancel(meeting, by=host, on=self.town.today, reason="中止")
                )

    @do.register
    def _(self, event: Named) -> None:
        with as_role(DEFINER):
            ProtectedContact.objects.filter(case_id=self.cases[event.case]).update(
                staff=[self.town.users[name].id for name in event.staff]
            )

    def put(self, meeting: Meeting, host: Actor, item: Item) -> None:
        """An item by the action; one for 重層的支援会議 as that action lays it, without the plan it asks for."""
        keeper = self.actor(KEEPER)
        case = Case(pk=self.cases[item.case]) if item.case else None
        if case is None or item.function == "support_conference":
            by = keeper if case else host
            with acting_as(by):
                row = self.unless_forbidden(
                    lambda: actions.add_item(
                        meeting, by=by, on=self.town.today, function=item.function, case=case, title="議題"
                    )
                )
        else:
            row = AgendaItem(
                meeting=meeting,
                body=meeting.body,
                meeting_label=meeting.label,
                held_at=meeting.starts_at,
                case=case,
                function=item.function,
                title="議題",
                brought_by=keeper.agency,
            )
            with as_role(DEFINER):
                row.save(force_insert=True)
            with self.keeping():
                rights.open_case_to(
                    queries.people_by_meeting(meeting.id),
                    case_id=case.pk,
                    function=item.function,
                    meeting=meeting,
                    on=self.town.today,
                )
        if row is None:
            return
        with as_role(DEFINER):
            AgendaItem.objects.filter(pk=row.pk).update(kinds=item.kinds)
            if item.talk is not None:
                said = {"item": row, "meeting": meeting, "case": case, "kinds": item.talk}
                Talk.objects.create(**said, text="話したこと")
                TalkLine.objects.create(**said, field="text", position=1.0, text="話したこと", seq=1)
                MeetingDecision.objects.create(
                    **said, body=meeting.body, what="訪ねる", agency=host.agency, due_on=self.town.today,
                    decided_on=self.town.today,
                )  # fmt: skip
                for place in Member.objects.filter(meeting=meeting, minutes_check__isnull=True)[:1]:
                    MinutesCheck.objects.create(meeting=meeting, member=place, asked_on=self.town.today)
                    many = SheetCopy.objects.filter(meeting=meeting).count()
                    SheetCopy.objects.create(
                        meeting=meeting, member=place, batch=new_id(), made_at=timezone.now(),
                        made_by=host.user, number=many + 1, contents=["議題1 会議資料"],
                    )  # fmt: skip

    def allowed(self, by: Actor, act) -> bool:
        """Does it as that person; whether the database let them is what the world then is."""
        try:
            with transaction.atomic(), acting_as(by):
                act()
        except ProgrammingError as error:
            if "row-level security" in str(error) or "not yours" in str(error) or "not changed" in str(error):
                return False
            raise
        return True

    @staticmethod
    def change(row: LegalException, **values: object) -> None:
        LegalException.objects.filter(pk=row.pk).update(**values)

    @staticmethod
    def unless_forbidden(act):
        try:
            with transaction.atomic():
                return act()
        except Forbidden:
            return None

    def keeping(self):
        return acting_as(self.actor(KEEPER))

    def actor(self, name: str) -> Actor:
        actor = self.town.actors[name]
        assert actor is not None, name
        return actor

    def agency_id(self, key: str) -> UUID:
        return self.town.agencies[key].id

    def contract(self, key: str) -> Contract:
        return Contract.objects.get(pk=self.town.contracts[key].pk)

    def day(self, offset: int | None):
        return None if offset is None else self.sure_day(offset)

    def sure_day(self, offset: int):
        return self.town.today + timedelta(days=offset + self.world.shift)

    def hour(self, offset: int) -> datetime:
        return datetime.combine(self.sure_day(offset), time(5), tzinfo=UTC)

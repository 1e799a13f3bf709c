"""A town with twelve households, taken through the product's own acts, and those who have no right on one of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone

from kasane.agencies.actions import install_profile
from kasane.agencies.actors import Actor
from kasane.agencies.models import Post, User
from kasane.agencies.profile import current
from kasane.agencies.sites.actions import sites_from_plan
from kasane.base.dates import today
from kasane.cases import drafts
from kasane.cases.alarm import actions as alarm
from kasane.cases.models import Case
from kasane.cases.telling.actions import tell
from kasane.cases.writing.actions import add_phrase
from kasane.conferences.actions import acknowledge, install_bodies
from kasane.conferences.models import Member
from kasane.demo.accounts import make_accounts
from kasane.demo.again import meet_again
from kasane.demo.contracts import make_contracts
from kasane.demo.course import File, steps_of
from kasane.demo.stories import stories
from kasane.demo.town import Town
from kasane.disclosure.access import writable_kinds
from kasane.disclosure.models import Consent, DisposalBatch, HoldReason, LegalException, RetentionHold
from kasane.disclosure.viewer import acting_as
from kasane.imports import actions as imports
from kasane.imports.tests.ledgers import HEADINGS, ROWS, csv_bytes
from kasane.intake import actions as intake
from kasane.intake.door import actions as door
from kasane.intake.door.queries import waiting_messages
from kasane.intake.informing.actions import Given, keep_information
from kasane.intake.models import Matter
from kasane.intake.prefecture.actions import pass_on
from kasane.intake.tests.factories import receive
from kasane.people.actions import decide_pair, protect_contact
from kasane.people.actions.pattern import answer
from kasane.people.matching import pairs
from kasane.people.models import Pattern, Person
from kasane.people.queries import subject_of
from tests.sweep.desks import work_at_the_desks
from tests.sweep.facts import Facts, Reader
from tests.sweep.rows import Row, carried_out, plain_rows, rows
from tests.sweep.typed import typed
from tests.sweep.works import work_together

LEFT_OUT = ["A-9", "4/1", "名無 しの", "", "", "", "", "", "", "年のない日の釣り場の話", ""]
_PLAIN_FILES = "django.contrib.staticfiles.storage.StaticFilesStorage"
_FAST = "django.contrib.auth.hashers.MD5PasswordHasher"
WHOLE_COURSE, WITHDRAWN, MONITORED, CONFERENCE = "s01", "s02", "s04", "s10"
SELF_RELIANCE = "self_reliance"
"""A case beside the stories, led by the desk of 自立相談支援 (R-SELF-01)."""


UNHELD = "unheld"
"""A case that nobody of its responsible agency can work on (R-INT-05)."""


@dataclass
class Viewer:
    """Somebody who asks for addresses, and the case they must learn nothing of."""

    who: str
    actor: Actor | None
    target: UUID
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))
    sealed: Facts = field(default_factory=Facts)
    sealed_cases: frozenset[str] = frozenset()
    open_facts: Facts = field(default_factory=Facts)
    own_ids: frozenset[str] = frozenset()
    """Ids of the rows of cases this person may see."""


@dataclass
class World:
    """The people of the town, its cases by the key of their story, and all protected rows."""

    people: dict[str, list[Actor]]
    cases: dict[str, UUID]
    own_case: UUID
    """A case of the stranger's own, from which a stranger may reach for rows of another."""
    rows: list[Row]
    strangers: list[Viewer]
    insiders: list[Viewer]

    name: str = ""
    """A family name to search by."""

    @property
    def targets(self) -> list[UUID]:
        return list(dict.fromkeys(viewer.target for viewer in self.strangers))


@contextmanager
def made() -> Iterator[World]:
    """The world inside a transaction that is undone at the end."""
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": _PLAIN_FILES}}
    with override_settings(STORAGES=storages, PASSWORD_HASHERS=[_FAST]), transaction.atomic():
        try:
            yield _build()
        finally:
            transaction.set_rollback(True)


def _build() -> World:
    install_profile(current())
    install_bodies(current())
    people = make_accounts()
    town = Town(people)
    make_contracts(town.decider)
    files = [File(town, home) for home in stories(today())]
    steps = [(on, rank, place, act) for place, file in enumerate(files) for on, rank, act in steps_of(file)]
    for on, _, _, act in sorted(steps, key=lambda step: step[:3]):
        town.finish_meetings_before(on)
        act()
    town.finish_meetings_before(today())
    meet_again(town, files)
    cases = {file.home.key: file.case.id for file in files if file.case is not None}
    own_case = _further(people, cases)
    every = rows()
    world = World(people, cases, own_case, every, [], [])
    world.name = next(file.home.subject.family for file in files if file.home.key == MONITORED)
    reader = Reader(every, plain_rows())
    world.strangers = [_sealed(one, every, reader) for one in _strangers(people, cases)]
    world.insiders = [_sealed(one, every, reader) for one in _insiders(people, cases)]
    return world


def _strangers(people: dict[str, list[Actor]], cases: dict[str, UUID]) -> list[Viewer]:
    """Those the issue names, each with a case they have no right on today."""
    administrator = next(actor for actor in people["fukushi"] if actor.is_administrator)
    stranger = people["egao"][0]
    return [
        Viewer("nobody", None, cases[MONITORED]),
        Viewer("stranger", stranger, cases[MONITORED]),
        Viewer("stranger, closed case", stranger, cases[WHOLE_COURSE]),
        Viewer("member after withdrawal", people["hokatsu"][0], cases[WITHDRAWN]),
        Viewer("conference member after closing", people["next"][0], cases[CONFERENCE]),
        Viewer("excluded agency", people["kyoiku"][0], cases[WHOLE_COURSE]),
        Viewer("administrator", administrator, cases[MONITORED]),
    ]


def _insiders(people: dict[str, list[Actor]], cases: dict[str, UUID]) -> list[Viewer]:
    """Those whose right to see shows that there was something to see."""
    everywhere = cases[MONITORED]
    return [
        Viewer("coordinator", people["juso"][0], everywhere),
        Viewer("worker", people["shakyo"][0], everywhere),
        Viewer("worker of 自立相談支援", people["shakyo"][0], cases[SELF_RELIANCE]),
        Viewer("worker of the withdrawn case", people["kosodate"][0], cases[WITHDRAWN]),
        Viewer("worker of the closed case", people["hokatsu"][0], cases[WHOLE_COURSE]),
        Viewer("decider", people["fukushi"][0], everywhere),
        Viewer("manager", people["fukushi"][1], everywhere),
        Viewer("manager and a closed file", people["fukushi"][1], cases[WHOLE_COURSE]),
        Viewer("manager and a case nobody holds", people["fukushi"][1], cases[UNHELD]),
        Viewer("administrator", people["fukushi"][2], everywhere),
    ]


def _further(people: dict[str, list[Actor]], cases: dict[str, UUID]) -> UUID:
    """What the stories do not tell: a draft, imports, an answered pattern, a decided pair, a protected address."""
    worker, coordinator, stranger = people["shakyo"][0], people["juso"][0], people["egao"][0]
    with acting_as(worker):
        _write_on(cases[MONITORED], by=worker)
        _import(by=worker)
    with acting_as(coordinator):
        found = pairs("open")
        decide_pair(found[0], by=coordinator, decision="same", reason="生年月日と電話が同じと聞いたため")
    with acting_as(people["kosodate"][0]):
        _withdraw(cases[WITHDRAWN], by=people["kosodate"][0])
    with acting_as(stranger):
        own = receive(stranger)
        intake.decide(own, by=stranger, on=own.received_on, outcome="own", reason="続けて話を聞く")
    for member in (coordinator, worker, people["next"][0]):
        _acknowledge(member)
    _without_consent(cases[MONITORED], people)
    _alarm(cases[MONITORED], people)
    _kept_and_disposed(cases, people)
    _at_the_door(coordinator)
    cases[UNHELD] = _unheld(people["hoken"][0])
    sites_from_plan(by=people["fukushi"][0])
    cases[SELF_RELIANCE] = work_at_the_desks(cases[MONITORED], cases[WITHDRAWN], people)
    work_together(cases[MONITORED], people)
    _left_alone(people["shakyo"][1], besides=cases[MONITORED])
    return UUID(str(own.case_id))


def _unheld(last: Actor) -> UUID:
    """A case whose only worker has left the desk since (R-INT-05)."""
    with acting_as(last):
        case_id = receive(last).case_id
    Post.objects.filter(agency=last.agency).update(ends_on=today() - timedelta(days=1))
    return UUID(str(case_id))


def _without_consent(case_id: UUID, people: dict[str, list[Actor]]) -> None:
    """Something told outside, and an exception that is asked for (R-DIS-05, R-DIS-06)."""
    worker = people["shakyo"][0]
    with acting_as(worker):
        tell(
            Case.objects.get(pk=case_id), by=worker, on=today(), purpose="medical", kinds=1, way="phone",
            recipient="鵜飼橋病院の相談室", content="鵜飼橋の親類が薬を管理していることを伝えた",
        )  # fmt: skip
        pass_on(
            Case.objects.get(pk=case_id), by=worker, on=today(), recipient="岡山県の自立相談支援", way="phone", kinds=1,
            content="鵜飼橋の親類からの仕送りが止まったこと", ask="鵜飼橋での家計の相談", recommended_by=worker.user.name,
            follow_up_on=today(),
        )  # fmt: skip
        told = Given(on=today(), told_to="self", things=("鵜飼橋の法律相談",))
        keep_information(Case.objects.get(pk=case_id), by=worker, given=told, matter=Matter.GENERAL, kinds=1)
        LegalException.objects.create(
            case_id=case_id, ground="life", reason="鵜飼橋の親類から、けがをしたとの知らせがあったため",
            agency=people["kenko"][0].agency, valid_from=today(), valid_until=today() + timedelta(days=3),
            requested_by=worker.user, requesting_agency=worker.agency,
        )  # fmt: skip


def _alarm(case_id: UUID, people: dict[str, list[Actor]]) -> None:
    """緊急の知らせ that somebody has taken, with what was done (R-INT-09)."""
    worker, decider = people["shakyo"][0], people["fukushi"][0]
    with acting_as(worker):
        raised = alarm.raise_alarm(
            Case.objects.get(pk=case_id), by=worker, danger="elder", place="鵜飼橋の親類の家",
            facts="鵜飼橋の親類が、本人の腕にあざがあると知らせてきた。", done="鵜飼橋の親類に、110番の仕方を話した",
        )  # fmt: skip
    with acting_as(decider):
        alarm.acknowledge(raised, by=decider, who="鵜飼橋に近い保健師", next_step="鵜飼橋の親類の家を訪ねる")
        alarm.add_step(raised, by=decider, what="facts", content="鵜飼橋の親類に会った", at=timezone.now())


def _kept_and_disposed(cases: dict[str, UUID], people: dict[str, list[Actor]]) -> None:
    """A held file, a proposed disposal, and one that was carried out (R-DIS-07)."""
    decider, manager = people["fukushi"][:2]
    with acting_as(manager):
        RetentionHold.objects.create(
            case_id=cases[WHOLE_COURSE], reason=HoldReason.LITIGATION, note="鵜飼橋の訴訟のため", placed_on=today(),
            placed_by=manager.user,
        )  # fmt: skip
        for number in (1, 2):
            batch = DisposalBatch.objects.create(
                year=2026, number=number, years=5, method="消去", proposed_by=manager.user, proposed_at=timezone.now()
            )  # fmt: skip
    carried_out(batch.id, decider.user.id)


def _at_the_door(reader: Actor) -> None:
    """Somebody without a case asks to be contacted, and has been called in vain."""
    door.leave(
        sender="203.0.113.7", agency_id=reader.agency.id, language="vi", topic="care", called="鵜飼橋のホア",
        phone="090-5550-1177", words="鵜飼橋の母の介護を相談したい",
    )  # fmt: skip
    with acting_as(reader):
        [message] = waiting_messages(reader)
        door.note_try(message, by=reader, reached=False, note="鵜飼橋の番号は留守番電話")


def _left_alone(by: Actor, *, besides: UUID) -> None:
    """A protected person whose only named staff has left (R-DIS-09)."""
    with acting_as(by):
        for person in Person.objects.filter(is_subject=True).exclude(case_id=besides).exclude(address=""):
            if writable_kinds(person.case_id, by=by):
                protect_contact(person, by=by, staff=[by.user.id], reason="支援措置", since=today())
                break
    User.objects.filter(pk=by.user.pk).update(is_active=False)


def _acknowledge(by: Actor) -> None:
    """The member has read the duty of confidentiality of every meeting they were called to (R-DIS-02)."""
    with acting_as(by):
        for member in Member.objects.filter(
            user=by.user, removed_on__isnull=True, acknowledged_at__isnull=True
        ):
            acknowledge(member, by=by)


def _write_on(case_id: UUID, *, by: Actor) -> None:
    subject = subject_of(case_id)
    assert subject is not None
    drafts.keep("record", case_id, typed(content="書きかけの記録に鵜飼橋の釣り場の話"), by=by)
    add_phrase(
        by=by, use="record", own=False, name="鵜飼橋の定型句", code="", text="鵜飼橋まで見回りに行った。"
    )
    pattern = Pattern.objects.filter(case_id=case_id, until__isnull=True).first()
    if pattern is not None:
        answer(pattern, by=by, why="鵜飼橋の親類が毎日来ていて、あてはまらない", is_open=True)
    other = Person.objects.filter(case_id=case_id, is_subject=False).exclude(address="").first() or subject
    protect_contact(other, by=by, staff=[by.user.id], reason="支援措置の決定、鵜飼橋署の相談", since=today())


def _import(*, by: Actor) -> None:
    """Three households of a ledger, one row left out, and a second ledger still lying there."""
    first = imports.upload(by=by, content=csv_bytes([HEADINGS, *ROWS, LEFT_OUT]), name="鵜飼橋の相談台帳.csv")
    imports.map_columns(first, by=by, columns=first.columns)
    imports.bring_in(first, by=by, skips=True)
    waiting = [
        [
            "B-1",
            "R6.7.1",
            "待田 待子",
            "マチダ マチコ",
            "",
            "",
            "",
            "",
            "",
            "取り込みを待つ台帳の釣り場の相談",
            "",
        ]
    ]
    second = imports.upload(by=by, content=csv_bytes([HEADINGS, *waiting]), name="待つ台帳.csv")
    imports.map_columns(second, by=by, columns=second.columns)


def _withdraw(case_id: UUID, *, by: Actor) -> None:
    case = Case.objects.get(pk=case_id)
    for consent in Consent.objects.filter(case_id=case_id, answer="agree", withdrawn_on__isnull=True):
        intake.withdraw_answer(
            case, consent, by=by, on=today(), note="鵜飼橋の窓口で、もう伝えないでほしいと"
        )


def _sealed(viewer: Viewer, every: list[Row], reader: Reader) -> Viewer:
    """Signs the viewer in, and finds by the ledger what they must not learn."""
    if viewer.actor is not None:
        viewer.client.force_login(viewer.actor.user)
    right = _rights(viewer.actor, every)
    known = {case for row in every for case in row.cases}
    viewer.sealed_cases = frozenset(known - right)
    meetings = _meetings(viewer.actor, every)
    hidden = [row for row in every if not _may_know(row, viewer.actor, right, meetings)]
    seen = [row for row in every if _may_know(row, viewer.actor, right, meetings)]
    viewer.own_ids = frozenset(row.id for row in every if row.cases & right)
    viewer.open_facts = reader.of(seen)
    viewer.sealed = reader.of(hidden) - viewer.open_facts
    return viewer


def _rights(actor: Actor | None, every: list[Row]) -> set[str]:
    """The cases on which the ledger gives this person, or their agency, a right today."""
    if actor is None or not actor.post.sees_cases:
        return set()
    who = {str(actor.user.id), str(actor.agency.id)}
    grants = [row.content for row in every if row.table == "disclosure_grant"]
    mine = [row for row in grants if {row["agency_id"], row["user_id"]} & who]
    return {row["case_id"] for row in mine if _holds(row["valid"], today())}


def _holds(valid: str, day: date) -> bool:
    if valid == "empty":
        return False
    start, end = valid.strip("[)").split(",")
    return date.fromisoformat(start) <= day and (not end or day < date.fromisoformat(end))


def _may_know(row: Row, actor: Actor | None, right: set[str], meetings: set[str]) -> bool:
    """Whether a row is none of the facts to be kept from this person.

    Rows without a case are their owner's, their agency's, or of a meeting to which they were called.
    """
    if row.cases:
        return bool(row.cases & right)
    if actor is None:
        return False
    content = row.content
    if row.table == "conferences_meeting" or content.get("meeting_id"):
        return (row.id if row.table == "conferences_meeting" else content["meeting_id"]) in meetings
    for name, mine in (("user_id", actor.user.id), ("agency_id", actor.agency.id)):
        if content.get(name):
            return str(content[name]) == str(mine)
    return True


def _meetings(actor: Actor | None, every: list[Row]) -> set[str]:
    """The meetings of the own agency, and those to which one was called (R-CONF-06)."""
    if actor is None:
        return set()
    own = {row.id for row in every if row.content.get("host_id") == str(actor.agency.id)}
    called = [row.content for row in every if row.table == "conferences_member"]
    return own | {one["meeting_id"] for one in called if one["user_id"] == str(actor.user.id)}

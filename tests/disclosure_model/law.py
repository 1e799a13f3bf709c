"""What the pure rules allow in the world that lies there: which rule each protected table follows.

A new table without a rule here fails the model test with its name. One protected by `disclosure.policies.protect`
follows `of_case()`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kasane.agencies.models import Agency, AgencyKind
from kasane.conferences import rules as conferences
from kasane.coordination.requests import rules as requests
from kasane.disclosure import api, readers
from kasane.disclosure import rules as disclosure
from kasane.disclosure.models import LegalException
from kasane.disclosure.readers import Exceptional, Viewer
from kasane.disclosure.rules import GrantRow
from kasane.intake.hops import rules as hops
from kasane.people import rules as people

from .filling import Row, protected_tables
from .session import readable
from .town import Town

Judge = Callable[["Law", Viewer, Row], bool]


@dataclass(frozen=True)
class Rule:
    """Who sees a row, who may change it as it stands, who may remove it."""

    sees: Judge
    changes: Judge
    removes: Judge


def kept(rule: Rule) -> Rule:
    """Proof: nobody takes it out (R-DIS-01)."""
    return replace(rule, removes=never)


def never(law: Law, viewer: Viewer, row: Row) -> bool:
    """Written by functions alone."""
    return False


def of_case(
    *, case: str = "case_id", kinds: str | int = "kinds", writer: str = "worker", changes: Judge | None = None
) -> Rule:
    """`policies.protect`: seen when every kind is covered, written by those who work on the case or by all who see it."""

    def covered(law: Law, viewer: Viewer, row: Row, *, writing: bool) -> bool:
        wanted = kinds if isinstance(kinds, int) else row[kinds]
        return law.covers(viewer, row[case], wanted, writing=writing)

    def sees(law: Law, viewer: Viewer, row: Row) -> bool:
        return covered(law, viewer, row, writing=False)

    def writes(law: Law, viewer: Viewer, row: Row) -> bool:
        return sees(law, viewer, row) and covered(law, viewer, row, writing=writer == "worker")

    return Rule(sees, changes or writes, writes)


def all_alike(judge: Judge) -> Rule:
    return Rule(judge, judge, judge)


def reading(judge: Judge) -> Rule:
    return Rule(judge, never, never)


def own(law: Law, viewer: Viewer, row: Row) -> bool:
    return readers.is_own(row["user_id"], viewer)


def of_agency(law: Law, viewer: Viewer, row: Row) -> bool:
    return readers.of_own_agency(row["agency_id"], viewer)


def told_by_own_agency(law: Law, viewer: Viewer, row: Row) -> bool:
    """進みぐあい is written by the agency that tells it, as one that works on the case (R-COOR-07)."""
    return of_agency(law, viewer, row) and law.covers(viewer, row["case_id"], row["kinds"], writing=True)


def step_of_message(law: Law, viewer: Viewer, row: Row) -> bool:
    messages = {one["id"]: one for one in law.tables["intake_doormessage"]}
    return of_agency(law, viewer, messages[row["message_id"]])


def at_desk(law: Law, viewer: Viewer, row: Row) -> bool:
    """A desk's own line; one about a case only for who sees the case."""
    sees_case = row["case_id"] is None or law.covers(viewer, row["case_id"], 1)
    return readers.of_own_desk(row["agency_id"], viewer, sees_case=sees_case)


def own_right(law: Law, viewer: Viewer, row: Row) -> bool:
    return readers.is_own_right(row["agency_id"], row["user_id"], viewer)


def exception(law: Law, viewer: Viewer, row: Row) -> bool:
    return readers.sees_exception(
        viewer,
        requested_by=row["requested_by_id"],
        user_id=row["user_id"],
        urgent=row["state"] == "urgent",
        sees_case=law.covers(viewer, row["case_id"], 1),
    )


def alarm(law: Law, viewer: Viewer, row: Row) -> bool:
    """By the alarm as it stands: in an entry of the log the times of a row are text."""
    now = timezone.now()
    (present,) = (one for one in law.tables["cases_alarm"] if str(one["id"]) == str(row["id"]))
    answers = [one for one in law.tables["cases_alarmtold"] if one["alarm_id"] == present["id"]]
    return readers.sees_alarm(
        viewer,
        told=any((one["user_id"], one["agency_id"]) == (viewer.user_id, viewer.agency_id) for one in answers),
        fresh=present["ended_at"] is None or present["ended_at"] > now - timedelta(days=30),
        sees_case=law.covers(viewer, present["case_id"], present["kinds"]),
    )


def of_alarm(law: Law, viewer: Viewer, row: Row) -> bool:
    return alarm(law, viewer, {"id": row["alarm_id"]})


def named_contact(law: Law, viewer: Viewer, row: Row) -> bool:
    return people.sees_protected_contact(
        row["staff"], user_id=viewer.user_id, sees_case=law.covers(viewer, row["case_id"], 1)
    )


def hop_step(law: Law, viewer: Viewer, row: Row) -> bool:
    return hops.sees_step(
        coordinates=viewer.coordinates, covers=law.covers(viewer, row["case_id"], row["kinds"])
    )


def pair(law: Law, viewer: Viewer, row: Row) -> bool:
    return people.sees_pair(coordinates=viewer.coordinates)


def looks_after_files(law: Law, viewer: Viewer, row: Row) -> bool:
    return readers.looks_after_files(viewer)


def keeps_files(law: Law, viewer: Viewer, row: Row) -> bool:
    return readers.keeps_files(viewer)


def oversees_reading(law: Law, viewer: Viewer, row: Row) -> bool:
    return readers.oversees_reading(viewer)


def counts(law: Law, viewer: Viewer, row: Row) -> bool:
    return readers.reads_counts(viewer)


def handover(law: Law, viewer: Viewer, row: Row) -> bool:
    responsible = {one["id"]: one["responsible_agency_id"] for one in law.tables["cases_case"]}
    return people.sees_handover(
        coordinates=viewer.coordinates,
        decides=viewer.decides,
        manages=viewer.manages,
        is_responsible=viewer.agency_id is not None and responsible[row["case_id"]] == viewer.agency_id,
    )


def passage(law: Law, viewer: Viewer, row: Row) -> bool:
    contacts = {contact["person_id"]: contact for contact in law.tables["people_protectedcontact"]}
    sources = [one for one in law.tables[row["table_name"]] if one["id"] == row["row_id"]]
    return people.sees_protected_passage(
        named_for_all=all(
            person in contacts and named_contact(law, viewer, contacts[person]) for person in row["persons"]
        ),
        reads_source=any(RULES[row["table_name"]].sees(law, viewer, one) for one in sources),
    )


def meeting(law: Law, viewer: Viewer, row: Row) -> bool:
    return law.sees_meeting(viewer, row["id"])


def meeting_of_own_agency(law: Law, viewer: Viewer, row: Row) -> bool:
    return viewer.agency_id == row["host_id"]


def place(law: Law, viewer: Viewer, row: Row) -> bool:
    return law.sees_meeting(viewer, row["meeting_id"])


def place_changes(law: Law, viewer: Viewer, row: Row) -> bool:
    sitting = law.sittings[row["meeting_id"]]
    return conferences.changes_place(
        sitting, law.seat_of(row), user_id=viewer.user_id, agency_id=viewer.agency_id
    )


def item(law: Law, viewer: Viewer, row: Row) -> bool:
    return conferences.sees_item(
        has_case=row["case_id"] is not None,
        function=row["function"],
        kinds=row["kinds"],
        sees_case=law.covers(viewer, row["case_id"], row["kinds"]),
        sits_at=law.sits_at(viewer, row["meeting_id"], row["id"]),
        shows_material=law.shows_material(viewer, row["meeting_id"]),
    )


def item_changes(law: Law, viewer: Viewer, row: Row) -> bool:
    if row["case_id"] is None:
        return law.sits_at(viewer, row["meeting_id"], row["id"])
    return law.covers(viewer, row["case_id"], row["kinds"])


def talk(law: Law, viewer: Viewer, row: Row) -> bool:
    return conferences.sees_talk(
        has_case=row["case_id"] is not None,
        kinds=row["kinds"],
        sees_case=law.covers(viewer, row["case_id"], row["kinds"]),
        sits_at=law.sits_at(viewer, row["meeting_id"], row["item_id"]),
        sees_item=item(law, viewer, law.items[row["item_id"]]),
        shows_material=law.shows_material(viewer, row["meeting_id"]),
        hears=law.hears(viewer, row["meeting_id"]),
    )


def talk_changes(law: Law, viewer: Viewer, row: Row) -> bool:
    sits = law.sits_at(viewer, row["meeting_id"], row["item_id"])
    if row["case_id"] is None:
        return sits and law.hears(viewer, row["meeting_id"])
    return sits and item_changes(law, viewer, row)


def request_sees(law: Law, viewer: Viewer, row: Row) -> bool:
    return of_case().sees(law, viewer, row) or asked_of(law, viewer, row, row["kinds"])


def reply_sees(law: Law, viewer: Viewer, row: Row) -> bool:
    asked = asked_of(law, viewer, law.requests[row["request_id"]], row["kinds"])
    return of_case().sees(law, viewer, row) or (asked and of_agency(law, viewer, row))


def answer_sees(law: Law, viewer: Viewer, row: Row) -> bool:
    asked = asked_of(law, viewer, law.requests[row["request_id"]], row["kinds"])
    return of_case().sees(law, viewer, row) or asked


def asked_of(law: Law, viewer: Viewer, request: Row, kinds: int) -> bool:
    return requests.is_asked(
        is_receiver=viewer.agency_id is not None and request["receiver_id"] == viewer.agency_id,
        request_kinds=request["kinds"],
        kinds=kinds,
        shared=law.shared(request["case_id"], viewer.agency_id),
    )


def beside(sees: Judge) -> Rule:
    """A table of the case that somebody else may look at too."""
    return Rule(sees, of_case().changes, of_case().removes)


def decided(law: Law, viewer: Viewer, row: Row) -> bool:
    """A decision without a case is for its meeting, for the agency that has to do it, and for the next meeting (R-CONF-06)."""
    if row["case_id"] is not None:
        return law.covers(viewer, row["case_id"], row["kinds"])
    return (
        of_agency(law, viewer, row)
        or law.sits_at(viewer, row["meeting_id"], row["item_id"])
        or law.sits_in(viewer, row["body_id"])
    )


def of_the_host(law: Law, viewer: Viewer, row: Row) -> bool:
    """The numbered copies are for the agency that called the meeting (R-CONF-06)."""
    return viewer.agency_id is not None and law.sittings[row["meeting_id"]].host_id == viewer.agency_id


def decided_changes(law: Law, viewer: Viewer, row: Row) -> bool:
    """Who has to do it answers it, or the agency that called the meeting."""
    return decided(law, viewer, row) and (of_agency(law, viewer, row) or of_the_host(law, viewer, row))


def decided_removes(law: Law, viewer: Viewer, row: Row) -> bool:
    return row["case_id"] is not None and law.covers(viewer, row["case_id"], row["kinds"])


def checked(law: Law, viewer: Viewer, row: Row) -> bool:
    return law.sees_meeting(viewer, row["meeting_id"])


def of_desk(law: Law, viewer: Viewer, row: Row) -> bool:
    return of_agency(law, viewer, row) and (row["user_id"] is None or own(law, viewer, row))


CASE_TABLES = """
    cases_supportrecord coordination_application coordination_assessment coordination_assessmentpart
    coordination_conferencejudgement coordination_connectedness coordination_decision
    coordination_drawnsignature coordination_evaluation
    coordination_approval coordination_approvalstep coordination_itemdecision coordination_menujudgement
    coordination_menuplan
    coordination_conferencejudgement coordination_connectedness coordination_decision coordination_evaluation
    coordination_followup coordination_goalresult coordination_monitoring coordination_monitoringitem coordination_personissue
    coordination_plan coordination_plangoal coordination_planitem intake_informationgiven
    intake_prefecturehandover intake_reception people_matchkey people_pattern
    coordination_plan coordination_plangoal coordination_planitem intake_extraanswer intake_outpostreception intake_reception people_matchkey people_pattern
    coordination_plan coordination_plangoal coordination_planitem intake_housingbenefit intake_housingterm
    intake_housingtalk intake_maternityentry intake_maternityneed intake_maternitytalk intake_reception
    intake_rightsroute intake_rightsstep intake_supportplan intake_supportplanitem people_matchkey people_pattern
    people_person people_personkey people_personstate people_tie
""".split()

RULES: dict[str, Rule] = {
    **dict.fromkeys(CASE_TABLES, of_case()),
    "coordination_progressreport": Rule(of_case().sees, told_by_own_agency, told_by_own_agency),
    "cases_case": of_case(case="id", kinds=1),
    "cases_alarm": reading(alarm),
    "cases_alarmstep": reading(of_alarm),
    "cases_alarmtold": reading(of_alarm),
    "cases_draft": all_alike(own),
    "cases_event": of_case(writer="viewer"),
    "cases_holding": reading(never),
    "cases_phrase": all_alike(of_desk),
    "cases_task": of_case(writer="viewer"),
    "cases_telling": of_case(),
    "conferences_agendaitem": Rule(item, item_changes, item_changes),
    "conferences_meeting": Rule(meeting, meeting_of_own_agency, never),
    "conferences_member": Rule(place, place_changes, never),
    "conferences_meetingdecision": Rule(decided, decided_changes, decided_removes),
    "conferences_minutescheck": Rule(checked, checked, never),
    "conferences_sheetcopy": Rule(of_the_host, of_the_host, never),
    "conferences_talk": Rule(talk, talk_changes, talk_changes),
    "coordination_informationanswer": beside(answer_sees),
    "coordination_informationreply": beside(reply_sees),
    "coordination_informationrequest": beside(request_sees),
    "conferences_talkline": Rule(talk, talk_changes, talk_changes),
    "disclosure_consent": kept(of_case(kinds=1, writer="viewer")),
    "disclosure_evidence": kept(of_case(kinds=1, writer="viewer")),
    "disclosure_grant": reading(own_right),
    "disclosure_disposal": reading(looks_after_files),
    "disclosure_disposalbatch": reading(looks_after_files),  # changed by deciding alone
    "disclosure_disposalitem": reading(looks_after_files),
    "disclosure_oversightcheck": reading(oversees_reading),
    "disclosure_pastcount": reading(never),
    "disclosure_retentionhold": Rule(looks_after_files, keeps_files, never),
    "disclosure_legalexception": Rule(exception, exception, never),
    "disclosure_logentry": reading(never),
    "imports_import": reading(of_agency),
    "imports_importedrow": of_case(changes=never),
    "imports_mapping": all_alike(of_agency),
    "imports_skippedrows": all_alike(own),
    "imports_upload": all_alike(own),
    "imports_uploadedsheet": all_alike(own),
    "intake_doorcount": reading(never),
    "intake_doormessage": reading(of_agency),  # changed in the columns of its end alone
    "intake_doorstep": reading(step_of_message),
    "intake_hopstep": reading(hop_step),
    "intake_deskactivity": kept(all_alike(of_agency)),
    "intake_outpostday": kept(all_alike(of_agency)),
    "intake_shortconsultation": kept(all_alike(of_agency)),
    "intake_phonecall": kept(all_alike(at_desk)),
    "intake_volunteerreport": kept(all_alike(at_desk)),
    "intake_referral": of_case(writer="viewer"),
    "intake_referralcomment": of_case(writer="viewer"),
    "intake_referralvisit": of_case(writer="viewer"),
    "people_pair": reading(pair),
    "people_protectedcontact": all_alike(named_contact),
    "people_protectedpassage": reading(passage),
    "people_protectedword": reading(never),
    "people_protectionhandover": reading(handover),
    "portal_heldcounts": reading(never),
    "portal_publishedcounts": reading(counts),
    "people_sameperson": reading(of_case().sees),
}
"""TABLE -> the rule it follows."""


@dataclass(frozen=True)
class Changed:
    """An entry of the log about one row: how it was before, and how it was after."""

    id: int
    case_id: UUID
    subject: str
    sides: tuple[Row, ...]

    def seen(self, law: Law, viewer: Viewer) -> bool:
        """Whether the rule of its table shows the row to the viewer, as it was and as it became."""
        if self.subject == "disclosure_legalexception" and not law.covers(viewer, self.case_id, 1):
            return False  # who decides about exceptions reads them on a page of their own, not in the history
        return all(RULES[self.subject].sees(law, viewer, side) for side in self.sides)


class Law:
    """The rules over everything that lies there, read as the definer."""

    def __init__(self, town: Town, cases: dict[int, UUID]) -> None:
        self.town = town
        self.cases = cases
        self.number_of = {case_id: number for number, case_id in cases.items()}
        self.tables = {table: _all_rows(table) for table in protected_tables() if table in RULES}
        self.grants = {case_id: self._derived(case_id) for case_id in cases.values()}
        self.changes = _changes(list(cases.values()))
        self._spoken = {case_id: api.statements_of(case_id) for case_id in cases.values()}
        self._covers: dict[tuple[Any, ...], bool] = {}

    def covers(self, viewer: Viewer, case_id: UUID | None, kinds: int, *, writing: bool = False) -> bool:
        """Whether the viewer's rights of today on a case cover these kinds (R-DIS-01, R-DIS-04)."""
        key = (viewer, case_id, kinds, writing)
        if key not in self._covers:
            self._covers[key] = disclosure.may_see(
                self.grants.get(case_id, []) if case_id else [],
                agency_id=viewer.agency_id,
                user_id=viewer.user_id,
                kinds=kinds,
                day=self.town.today,
                writing=writing,
            )
        return self._covers[key]

    def sees_meeting(self, viewer: Viewer, meeting_id: UUID) -> bool:
        return conferences.sees_meeting(
            self.sittings[meeting_id], user_id=viewer.user_id, agency_id=viewer.agency_id
        )

    def hears(self, viewer: Viewer, meeting_id: UUID) -> bool:
        return conferences.hears(
            self.sittings[meeting_id],
            user_id=viewer.user_id,
            agency_id=viewer.agency_id,
            day=self.town.today,
        )

    def sits_in(self, viewer: Viewer, body_id: UUID) -> bool:
        """Whether one sits in a coming meeting of a body, or is of the agency that called it (R-CONF-06)."""
        return any(
            row["body_id"] == body_id
            and row["state"] in ("planned", "held")
            and self.sits_at(viewer, row["id"], None)
            for row in self.tables["conferences_meeting"]
        )

    def sits_at(self, viewer: Viewer, meeting_id: UUID, item_id: UUID | None) -> bool:
        return conferences.sits_at(
            self.sittings[meeting_id], item_id, user_id=viewer.user_id, agency_id=viewer.agency_id
        )

    def shows_material(self, viewer: Viewer, meeting_id: UUID) -> bool:
        return conferences.shows_material(
            self.sittings[meeting_id],
            user_id=viewer.user_id,
            agency_id=viewer.agency_id,
            day=self.town.today,
        )

    @cached_property
    def items(self) -> dict[UUID, Row]:
        return {row["id"]: row for row in self.tables["conferences_agendaitem"]}

    @cached_property
    def requests(self) -> dict[UUID, Row]:
        return {row["id"]: row for row in self.tables["coordination_informationrequest"]}

    def shared(self, case_id: UUID, agency_id: UUID | None) -> int:
        """The kinds of data the person shares with an agency today; nothing with nobody."""
        if agency_id is None:
            return 0
        return requests.kinds_shared(self._spoken[case_id], agency_id, self.town.today)

    @cached_property
    def residents(self) -> set[UUID]:
        return set(Agency.objects.filter(kind=AgencyKind.RESIDENT).values_list("id", flat=True))

    def seat_of(self, row: Row) -> conferences.Seat:
        return conferences.Seat(
            user_id=row["user_id"],
            agency_id=row["agency_id"],
            is_resident=row["agency_id"] in self.residents,
            removed=row["removed_on"] is not None,
            acknowledged=row["acknowledged_at"] is not None,
            items=row["items"],
        )

    @cached_property
    def sittings(self) -> dict[UUID, conferences.Sitting]:
        seats = defaultdict(list)
        for row in self.tables["conferences_member"]:
            seats[row["meeting_id"]].append(self.seat_of(row))
        return {
            row["id"]: conferences.Sitting(
                row["host_id"], row["state"], row["material_until"], seats[row["id"]]
            )
            for row in self.tables["conferences_meeting"]
        }

    def _derived(self, case_id: UUID) -> list[GrantRow]:
        """By the facts and statements, and by the exceptions themselves: what a trigger made of those does not count."""
        facts = [fact for fact in api.facts_of(case_id) if fact.type not in ("exception", "urgent")]
        for one in LegalException.objects.filter(case_id=case_id):
            values = {name: getattr(one, name) for name in Exceptional.__dataclass_fields__}
            fact = readers.fact_of(Exceptional(**values))
            if fact is not None:
                facts.append(fact)
        return disclosure.derive_grants(facts, api.statements_of(case_id))


def _changes(cases: list[UUID]) -> list[Changed]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, case_id, subject, before::text, after::text FROM disclosure_logentry WHERE case_id = ANY(%s)"
            " AND act IN ('insert', 'update', 'delete') AND COALESCE(before, after) IS NOT NULL",
            [cases],
        )
        return [
            Changed(key, case_id, subject, tuple(_as_row(json.loads(side)) for side in sides if side))
            for key, case_id, subject, *sides in cursor.fetchall()
        ]


def _as_row(logged: dict[str, Any]) -> Row:
    """A logged row with its keys as keys."""
    return {name: _as_key(value) for name, value in logged.items()}


def _as_key(value: Any) -> Any:
    if isinstance(value, list):
        return [_as_key(one) for one in value]
    try:
        return UUID(value) if isinstance(value, str) and len(value) == 36 else value
    except ValueError:
        return value


def missing_rules() -> list[str]:
    return [table for table in protected_tables() if table not in RULES]


def _all_rows(table: str) -> list[Row]:
    """Of a table that the web role can not read at all, one row stands for all: it would only swell the count."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}{'' if readable(table) else ' LIMIT 1'}")
        names = [column.name for column in cursor.description]
        return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]

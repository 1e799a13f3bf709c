"""Every page and file about a case leaves who, when and on which basis in the log (R-DIS-08).

Driven by the table of addresses: a new one is covered without being listed, or fails here until it says what it hangs on.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.urls import URLPattern, get_resolver, reverse

from kasane.base.choices import ContactMethod
from kasane.base.dates import today
from kasane.cases import actions as cases
from kasane.cases.alarm.actions import raise_alarm
from kasane.cases.models import Task
from kasane.conferences import actions as conferences
from kasane.conferences.tests.conftest import Meetings, town
from kasane.coordination.choices import PartSection
from kasane.coordination.menus.actions import begin as begin_menu
from kasane.coordination.models import InformationAnswer
from kasane.coordination.requests import actions as requests
from kasane.coordination.tests.conftest import Path
from kasane.disclosure import api as disclosure
from kasane.disclosure.models import LegalException
from kasane.disclosure.queries import readings_of
from kasane.disclosure.viewer import acting_as
from kasane.intake.hops import actions as hops
from kasane.intake.prefecture.actions import pass_on
from kasane.intake.tests.factories import case_of, receive, refer
from kasane.intake.tests.registers import registers_of
from kasane.people.actions import add_tie
from kasane.people.models import Person
from kasane.portal.casepage import TABS
from kasane.sheets.fill import FILLERS

__all__ = ["town"]

ON = date(2025, 5, 1)

NOT_OF_A_CASE = {
    "activity_id", "agency_id", "batch_id", "body_id", "call_id", "contact_id", "contract_id", "day_id", "form",
    "hold_id", "import_id", "key", "language", "meeting_id", "member_id", "message_id", "number",
    "phrase_id", "pk", "post_id", "provider", "report_id", "short_id", "site_id", "slug", "study_id", "subject_id", "training_id", "uidb36",
    "poll_id", "token", "paper",
    "upload_id", "user_id",
}  # fmt: skip
"""Arguments that name nothing of one case. A meeting is of many: the pages that open its cases (会議録) log each."""

NOT_LOGGED = {
    "intake:consent_effects": "answers what is being typed on a page that was logged",
    "intake:stalled_step": "number, agencies and days alone, for coordinators who need not see the case",
    "cases:unheld_give": "number and agency alone, for who decides anew who is responsible and need not see the case",
    "conferences:live": "what is typed on the page of an item, whose opening was logged",
    "sheets:blank": "a sheet with nothing on it",
    "sheets:blank_xlsx": "a sheet with nothing on it",
    "people:pair": "logged as a comparison in both cases, which 「見た人」 does not tell (people/match.sql)",
}
"""Addresses that hang on a case and are no reading, and why."""


def addresses(resolver: Any = None, prefix: str = "") -> list[tuple[str, URLPattern]]:
    """Every named address of the product with its full name."""
    found: list[tuple[str, URLPattern]] = []
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLPattern):
            found.append((f"{prefix}{one.name}", one))
        else:
            found += addresses(one, f"{prefix}{one.namespace}:" if one.namespace else prefix)
    return found


def of_a_case() -> list[tuple[str, set[str]]]:
    """The addresses with at least one argument that names something of one case."""
    taking = [(name, set(one.pattern.converters)) for name, one in addresses()]
    return [(name, keys) for name, keys in taking if keys - NOT_OF_A_CASE]


@pytest.fixture
def world(cast, town: Meetings) -> dict[str, list[Any]]:
    """A case with one of everything, and what names it in an address."""
    centre = cast.coordinator.agency
    with acting_as(cast.worker):
        case = case_of(receive(cast.worker))
        consent = disclosure.consents_of(case.id)[0]
        referral = refer(case, by=cast.worker, to=centre)
        comment = hops.comment(referral, by=cast.worker, on=ON, text="電話しました", asks=True)
        visit = hops.plan_visit(referral, by=cast.worker, on=ON, place="役場", sender_goes="包括 花子")
        record = cases.write_record(
            case, by=cast.worker, at="2025-05-01T10:00+09:00", method=ContactMethod.PHONE, content="電話"
        )
        disclosure.add_evidence(
            case.id, [disclosure.New(disclosure.EvidenceType.TEAM, centre.id, "つなぎ", "referral")], on=ON
        )
        cases.hand_over(case, by=cast.worker, agency=centre)
        handover = pass_on(
            case, by=cast.worker, on=ON, recipient="県の窓口", way=ContactMethod.PHONE, content="家賃のこと", kinds=1,
            follow_up_on=ON, recommended_by="包括 花子", ask="家計の相談",
        )  # fmt: skip
        people = list(Person.objects.filter(case=case))
        registers = registers_of(case, by=cast.worker)
        tie = add_tie(people[0], by=cast.worker, kind="care", other_person=people[1])
    path = Path(cast, case, people)
    path.reload()
    path.apply()
    path.assess()
    plan = path.make(early_start=True, early_started_on=ON, early_start_reason="待てないため")
    with acting_as(cast.coordinator):
        menu = begin_menu(path.case, "participation", by=cast.coordinator, on=ON)
    meeting = town.convene("shien", members=[cast.coordinator, cast.decider])
    with acting_as(cast.coordinator):
        item = conferences.add_item(
            meeting,
            by=cast.coordinator,
            on=today(),
            function="support_conference",
            case=path.case,
            title="世帯について",
        )
        conferences.begin(meeting, by=cast.coordinator)
        item.meeting.refresh_from_db()
        decision = conferences.decide(
            item, by=cast.coordinator, on=today(), agency=centre, what="訪ねる", due_on=today()
        )
        task = Task.objects.filter(case=case).first()
        asked = LegalException.objects.create(
            case_id=case.id, ground="life", reason="意識がなく、救急の医師に伝えるため", agency=cast.stranger.agency,
            valid_from=today(), valid_until=today() + timedelta(days=3), requested_by=cast.coordinator.user,
            requesting_agency=cast.coordinator.agency,
        )  # fmt: skip
        alarm = raise_alarm(
            case, by=cast.coordinator, danger="life", facts="意識がなく、呼びかけに答えない。", place="自宅"
        )
    (request,), answer = asked_and_answered(path)
    return {
        "request_id": [request.pk], "answer_id": [answer.pk],
        "case_id": [case.id], "person_id": [one.pk for one in people], "consent_id": [consent.pk], "referral_id": [referral.pk],
        "comment_id": [comment.pk], "visit_id": [visit.pk],
        "handover_id": [handover.pk],
        "record_id": [record.pk], "tie_id": [tie.pk], "plan_id": [plan.pk], "row_id": [plan.pk], "menu_id": [menu.pk],
        "sheet": ["participation"], "decision_id": [decision.pk], "item_id": [item.pk], "task_id": [task.pk],
        "pattern_id": [case.pk], "pair_id": [case.pk], "section": list(PartSection.values), "code": list(FILLERS),
        "exception_id": [asked.pk], "name": ["decide", "end", "outcome", "review"],
        "alarm_id": [alarm],
        "tab": [key for key, _ in TABS],
        **registers,
    }  # fmt: skip


def asked_and_answered(path):
    """One request for information, with the answer to it."""
    asker, asked = path.cast.coordinator, path.cast.disability
    with acting_as(asker):
        rows = requests.ask(
            path.case,
            by=asker,
            to=[asked.agency],
            on=today(),
            due_on=today(),
            reason="通院",
            sections=["health"],
        )
    with acting_as(asked):
        told = requests.Told("health", {"treatment": "内科"}, known_on=today())
        requests.answer(rows[0], [told], by=asked, on=today())
    with acting_as(asker):
        return rows, InformationAnswer.objects.get()


def count(case_id, actor) -> int:
    with acting_as(actor):
        return sum(1 for one in readings_of(case_id, most=10_000) if one.who == actor.user.name)


def test_each_argument_of_an_address_is_known_here(world):
    assert {key for _, keys in of_a_case() for key in keys} - set(world) - NOT_OF_A_CASE == set()


def test_whoever_gets_a_page_or_file_of_a_case_is_in_the_log(world, cast, sign_in):
    case_id, missed, opened = world["case_id"][0], [], set()
    for name, keys in of_a_case():
        for address in _filled(name, keys, world):
            for actor in (cast.worker, cast.coordinator):
                before = count(case_id, actor)
                answer = sign_in(actor).get(address)
                if answer.status_code != 200:
                    continue
                opened.add(name)
                if count(case_id, actor) == before and name not in NOT_LOGGED:
                    missed.append(f"{name} {actor.user.name}")
    assert missed == []
    assert len(opened) > 30, sorted(opened)


def _filled(name, keys, world):
    """The address with each value of the argument that has several (tabs, sheets, sections)."""
    plain = {key: world[key][0] for key in keys if key in world}
    if keys - set(plain):
        return []
    many = next((key for key in ("tab", "code", "section") if key in keys), None)
    values = [plain | {many: one} for one in world[many]] if many else [plain]
    return [reverse(name, kwargs=one) for one in values]


def last(case_id, actor):
    with acting_as(actor), connection.cursor() as cursor:
        cursor.execute("SELECT act, subject, basis FROM disclosure_readings_of(%s, 1)", [case_id])
        return cursor.fetchone()


def test_a_pdf_is_logged_as_an_export_with_its_basis(world, cast, sign_in):
    case_id = world["case_id"][0]
    assert sign_in(cast.worker).get(reverse("sheets:pdf", args=[case_id, "2-1-1"])).status_code == 200
    assert last(case_id, cast.worker) == ("export", "帳票 2-1-1(PDF)", "own_work")


def test_a_search_hit_that_was_opened_says_so(world, cast, sign_in):
    case_id = world["case_id"][0]
    page = sign_in(cast.worker).get(
        reverse("case_page", args=[case_id]), headers={"referer": "http://testserver/search/?q=山形"}
    )
    assert page.status_code == 200
    assert last(case_id, cast.worker)[1] == "ケース画面(経過・検索から)"


def test_what_was_searched_for_is_not_kept(world, cast, sign_in):
    case_id = world["case_id"][0]
    sign_in(cast.worker).get(
        reverse("case_page", args=[case_id]), headers={"referer": "http://x/search/?q=山形"}
    )
    assert "山形" not in str(last(case_id, cast.worker))

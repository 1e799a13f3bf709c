"""No page of ① stands in anybody's way, at the office and on the road (R-OPS-01): axe, console, policy, width."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from tests.axe import no_faults_of
from tests.desk import OFFICE, PHONE, Desk
from tests.intake.test_hops import LONG_AGO, received, sent_to_both
from tests.intake.test_urgent import raised
from tests.site import Site
from tests.steps import day, last_id

pytestmark = pytest.mark.browser

DESK_TABS = (
    "/", "/intake/", "/intake/inbox/", "/intake/desk/short/", "/intake/desk/calls/", "/intake/desk/overdue/", "/intake/desk/reports/",
    "/intake/desk/reports/new/", "/intake/desk/outposts/", "/intake/desk/activities/",
    "/intake/desk/activities/sums/", "/intake/desk/caseload/", "/intake/door/",
)  # fmt: skip
REGISTERS = ("/intake/rights/", "/intake/maternity/", "/intake/housing/", "/coordination/self-reliance/")
WRITING = (
    "/cases/phrases/",
    "/cases/phrases/new/?use=record",
    "/cases/alarms/",
    "/intake/new/?channel=phone",
)
SIZES = pytest.mark.parametrize("viewport", [OFFICE, PHONE], ids=["office", "phone"])


@dataclass(frozen=True)
class Made:
    """Addresses of what the desk for the aged has at work: a case, its つなぎ, an alarm, a route, an entry."""

    case: str
    referral: str
    alarm: str
    route: str
    entry: str

    @property
    def of_case(self) -> list[str]:
        ends = (
            "", "edit/", "triage/", "consent/", "information/", "assistance/", "prefecture/", "next-date/", "extra/",
            "refer/", "hops/", "rights/new/", "maternity/new/", "housing/new/",
        )  # fmt: skip
        return [
            f"/cases/{self.case}/",
            *(
                f"/cases/{self.case}/{end}"
                for end in ("records/new/", "summary/", "documents/", "alarms/new/")
            ),
            *(f"/intake/{self.case}/{end}" for end in ends),
        ]


@pytest.fixture(scope="module")
def made(chromium: Browser, site: Site) -> Iterator[Made]:
    """One of each, made on the screens."""
    worker = Desk(chromium, site.url, "houkatsu1")
    case = received(worker, family="軸受", on=LONG_AGO)
    sent_to_both(worker, case)
    referral = worker.path
    _, alarm = raised(worker, "elder", "腕にあざがあり、長男にたたかれたと話した。", family="軸木")
    worker.open(f"/intake/{case}/rights/new/")
    worker.tick("kind", "family_petition")
    worker.write(reason="通帳と印鑑をなくした。")
    worker.press("道すじを始める")
    route = worker.path
    nurse = Desk(chromium, site.url, "kosodate1")
    of_nurse = received(nurse, family="軸原")
    nurse.open(f"/intake/{of_nurse}/maternity/new/")
    nurse.write(due_on=day(140), notified_on=day(), notified_weeks="20", need_reason="手伝う人がいない。")
    nurse.tick("need", "intensive")
    nurse.press("台帳にのせる")
    entry = nurse.path
    for one in (worker, nurse):
        one.close()
    yield Made(case, referral, alarm, route, entry)


@SIZES
@pytest.mark.parametrize("login", ["houkatsu1", "shakyo1"])
def test_the_desk_and_its_tabs(desk, made, login, viewport):
    no_faults_of(desk(login, viewport=viewport), DESK_TABS)


@SIZES
def test_registers_phrases_and_the_new_sheet(desk, made, viewport):
    no_faults_of(desk("kosodate1", viewport=viewport), (*REGISTERS, *WRITING))


@SIZES
def test_the_pages_of_a_case_at_its_desk(desk, made, viewport):
    no_faults_of(desk("houkatsu1", viewport=viewport), made.of_case)


@SIZES
def test_a_referral_at_both_ends_and_the_list_of_what_stands_still(desk, made, viewport):
    no_faults_of(desk("houkatsu1", viewport=viewport), [made.referral, f"{made.referral}visit/"])
    no_faults_of(
        desk("shakyo1", viewport=viewport), ["/intake/inbox/", made.referral, f"{made.referral}answer/"]
    )
    no_faults_of(
        desk("juso1", viewport=viewport), ["/intake/stalled/", f"/intake/stalled/{last_id(made.referral)}/"]
    )


@SIZES
def test_an_alarm_for_who_raised_it_and_who_answers_for_it(desk, made, viewport):
    no_faults_of(desk("houkatsu1", viewport=viewport), [made.alarm, "/cases/alarms/"])
    no_faults_of(desk("fukushi1", viewport=viewport), ["/", made.alarm])


@SIZES
def test_the_pages_of_the_registers(desk, made, viewport):
    no_faults_of(
        desk("houkatsu1", viewport=viewport),
        [f"{made.route}{end}" for end in ("", "change/", "report/", "finish/")],
    )
    no_faults_of(
        desk("kosodate1", viewport=viewport),
        [f"{made.entry}{end}" for end in ("", "change/", "talk/", "plan/", "birth/")],
    )

"""No page stands in anybody's way: axe, the console, the content policy, the width of a phone (R-OPS-01)."""

from __future__ import annotations

import pytest

from tests.axe import no_faults_of
from tests.desk import OFFICE, PHONE, Desk

pytestmark = pytest.mark.browser

MAIN = (
    "/", "/cases/", "/search/?q=さ", "/intake/", "/intake/inbox/", "/intake/new/", "/conferences/",
    "/conferences/?when=held", "/conferences/new/", "/structure/", "/structure/staff/", "/help/", "/accounts/2fa/",
    "/accounts/password/change/",
)  # fmt: skip
DESK_OF_THE_ADMINISTRATOR = (
    "/", "/admin-desk/", "/admin-desk/changes/", "/admin-desk/accounts/new/", "/structure/",
)  # fmt: skip
ON_THE_ROAD = (
    "/",
    "/cases/",
    "/intake/",
    "/intake/inbox/",
    "/intake/new/",
    "/conferences/",
    "/structure/",
    "/help/",
)


def first_links(worker: Desk, path: str, *beginnings: str) -> list[str]:
    """The first link on a page to an address of each of these kinds."""
    worker.open(path)
    hrefs = worker.page.locator("main a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    return [next(h for h in hrefs if h and h.startswith(start)) for start in beginnings]


@pytest.mark.parametrize("login", ["houkatsu1", "juso1", "fukushi1"])
def test_the_main_pages_stand_in_nobodys_way(desk, login):
    worker = desk(login)
    no_faults_of(worker, MAIN)


def test_the_pages_of_the_administrator_stand_in_nobodys_way(desk):
    worker = desk("kanri")
    account = first_links(worker, "/admin-desk/", "/admin-desk/accounts/0")
    no_faults_of(worker, (*DESK_OF_THE_ADMINISTRATOR, *account))


def test_every_page_of_the_path_stands_in_nobodys_way(walked, desk):
    course, _ = walked
    centre, town = desk("juso1"), desk("fukushi1")
    no_faults_of(centre, course.pages)
    no_faults_of(town, [f"/coordination/plans/{course.plan}/decision/"])


def test_the_pages_of_running_cases_stand_in_nobodys_way(walked, desk):
    """The written stories stand at all stages: their case pages and next steps."""
    centre = desk("juso1")
    centre.open("/cases/")
    cases = centre.page.locator("main table tbody th a").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    assert len(cases) >= 3
    no_faults_of(centre, cases[:4])


@pytest.mark.parametrize("login", ["houkatsu1", "juso1"])
def test_the_main_pages_fit_a_phone(desk, login):
    worker = desk(login, viewport=PHONE)
    agency = first_links(worker, "/structure/", "/structure/agencies/")
    no_faults_of(worker, (*ON_THE_ROAD, *agency))


def test_every_page_of_the_path_fits_a_phone(walked, desk):
    course, _ = walked
    worker = desk("juso1", viewport=PHONE)
    no_faults_of(worker, course.pages)


def test_the_frame_of_an_office_screen_is_used(desk):
    """The rail shows its words on an office screen and gives way to the bar below on a phone."""
    wide, narrow = desk("houkatsu1", viewport=OFFICE), desk("houkatsu1", viewport=PHONE)
    assert wide.page.locator(".rail").is_visible() and not wide.page.locator(".bottom").is_visible()
    assert narrow.page.locator(".bottom").is_visible() and not narrow.page.locator(".rail").is_visible()

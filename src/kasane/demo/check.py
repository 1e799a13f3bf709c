"""`./kasane demo --check`: every demo account asks for every main page; says what failed."""

from __future__ import annotations

import re

from django.conf import settings
from django.test import Client

from kasane.agencies.models import Role, User
from kasane.demo.accounts import ACCOUNTS, Account

UUID = "[0-9a-f]{8}-[0-9a-f-]{27}"
CASE_TABS = ("course", "plan", "household", "meetings", "documents", "sharing")
MAIN_PAGES = (
    "/",
    "/cases/",
    "/intake/",
    "/intake/inbox/",
    "/conferences/",
    "/structure/",
    "/structure/staff/",
    "/help/",
    "/search/?q=山",
    "/cases/alarms/",
    "/cases/phrases/",
    "/cases/phrases/new/",
    "/intake/new/",
    "/intake/inbox/?box=sent",
    "/intake/door/",
    "/intake/desk/short/",
    "/intake/desk/calls/",
    "/intake/desk/overdue/",
    "/intake/desk/reports/",
    "/intake/desk/reports/new/",
    "/intake/desk/outposts/",
    "/intake/desk/activities/",
    "/intake/desk/activities/sums/",
    "/intake/desk/caseload/",
    "/intake/rights/",
    "/intake/maternity/",
    "/intake/housing/",
    "/coordination/self-reliance/",
)
COORDINATION = ("/intake/stalled/",)
"""What the coordinator alone watches."""
OPENED_FROM = {
    "/cases/alarms/": "cases/alarms",
    "/cases/phrases/": "cases/phrases",
    "/intake/inbox/": "intake/referrals",
    "/intake/inbox/?box=sent": "intake/referrals",
    "/intake/door/": "intake/door",
    "/intake/desk/short/": "intake/desk/short",
    "/intake/desk/calls/": "intake/desk/calls",
    "/intake/desk/reports/": "intake/desk/reports",
    "/intake/desk/outposts/": "intake/desk/outposts",
    "/intake/desk/activities/": "intake/desk/activities",
    "/intake/rights/": "intake/rights",
    "/intake/maternity/": "intake/maternity",
    "/intake/housing/": "intake/housing",
    "/intake/stalled/": "intake/stalled",
}
"""The lists whose first row is opened as well."""
CASE_FORMS = (
    "cases/{}/records/new/",
    "cases/{}/summary/",
    "intake/{}/",
    "intake/{}/consent/",
    "intake/{}/hops/",
)


def ask_every_page() -> int:
    """Asks in this process, through the whole product; answers 1 when a page did not come."""
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    failures: list[str] = []
    asked = 0
    for account in ACCOUNTS:
        client = Client(raise_request_exception=False)
        client.force_login(User.objects.get(login=account.login))
        waiting = _addresses(client, account)
        while waiting:
            address = waiting.pop(0)
            asked += 1
            answer = client.get(address, follow=True)
            if answer.status_code not in _expected(address, account):
                failures.append(f"{account.login} {address}: {answer.status_code}")
            elif address in OPENED_FROM:
                waiting += _first_row(OPENED_FROM[address], answer.content.decode())
    for failure in failures:
        print(failure)
    print(f"{len(ACCOUNTS)} アカウントで {asked} 画面を開きました。開けなかった画面: {len(failures)}")
    return 1 if failures else 0


def _addresses(client: Client, account: Account) -> list[str]:
    """The main pages, and every tab and form of the newest case the account sees."""
    if account.role == "administrator":
        return ["/", "/admin-desk/", "/structure/", "/help/"]
    addresses = [*MAIN_PAGES, *(COORDINATION if account.role == Role.COORDINATOR else ())]
    found = re.search(rf"/cases/({UUID})/", client.get("/cases/?closed=on").content.decode())
    if found:
        addresses += [f"/cases/{found[1]}/{tab}/" for tab in CASE_TABS]
        addresses += [f"/{form.format(found[1])}" for form in CASE_FORMS]
    return [*addresses, "/admin-desk/"]


def _first_row(under: str, page: str) -> list[str]:
    found = re.search(rf"/{under}/{UUID}/", page)
    return [found[0]] if found else []


def _expected(address: str, account: Account) -> tuple[int, ...]:
    if address == "/admin-desk/" and account.role != "administrator":
        return (403,)
    return (200,)

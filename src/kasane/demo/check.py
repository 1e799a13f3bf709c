"""`./kasane demo --check`: every demo account asks for every main page; says what failed."""

from __future__ import annotations

import re

from django.conf import settings
from django.test import Client

from kasane.agencies.models import User
from kasane.demo.accounts import ACCOUNTS, Account

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
        for address in _addresses(client, account):
            asked += 1
            answer = client.get(address, follow=True)
            if answer.status_code not in _expected(address, account):
                failures.append(f"{account.login} {address}: {answer.status_code}")
    for failure in failures:
        print(failure)
    print(f"{len(ACCOUNTS)} アカウントで {asked} 画面を開きました。開けなかった画面: {len(failures)}")
    return 1 if failures else 0


def _addresses(client: Client, account: Account) -> list[str]:
    """The main pages, and every tab and form of the newest case the account sees."""
    if account.role == "administrator":
        return ["/", "/admin-desk/", "/structure/", "/help/"]
    addresses = list(MAIN_PAGES)
    found = re.search(r"/cases/([0-9a-f-]{36})/", client.get("/cases/?closed=on").content.decode())
    if found:
        addresses += [f"/cases/{found[1]}/{tab}/" for tab in CASE_TABS]
        addresses += [f"/cases/{found[1]}/records/new/", f"/intake/{found[1]}/consent/"]
    return [*addresses, "/admin-desk/"]


def _expected(address: str, account: Account) -> tuple[int, ...]:
    if address == "/admin-desk/" and account.role != "administrator":
        return (403,)
    return (200,)

"""One household through the whole path in Chromium; the uninvolved get nothing by every way in (R-DIS-01)."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import APIResponse

from tests.desk import Desk
from tests.steps import FACT, KANA, MOTHER, SON, SURNAME, TOWN, day

pytestmark = pytest.mark.browser

TOLD = (SURNAME, KANA, FACT, MOTHER)
"""What nobody outside may read anywhere."""


def test_one_household_from_the_first_consultation_to_the_closing_of_the_file(walked):
    course, desks = walked
    welfare = desks["shakyo1"]
    welfare.open(f"{course.page}course/")
    welfare.reads("要介護認定の申請に同行", "帳面つけを頼む", "猫の話", "支援決定", "終結", TOWN)
    welfare.open(f"{course.page}meetings/")
    welfare.reads("適切", "終結")
    welfare.open(f"{course.page}plan/")
    welfare.reads("週に一度、家の外に出る", "② 参加支援", "④ アウトリーチ", "つながりの推移")
    centre = desks["juso1"]
    centre.open(f"{course.page}sharing/")
    centre.reads("見られる機関と人", "永井 千春", "見た人")
    faults = [fault for desk in desks.values() for fault in desk.faults]
    assert not faults, "\n".join(faults)


def test_those_who_work_on_it_get_the_sheets_on_paper(walked):
    course, desks = walked
    for path in course.papers:
        answer = desks["juso1"].context.request.get(path)
        assert answer.status == 200, path
        assert answer.body()[:5] == b"%PDF-", path


@pytest.mark.parametrize("login", ["egao1", "kanri"])
def test_the_uninvolved_find_nothing_by_the_address_bar(walked, desk, login):
    course, _ = walked
    stranger = desk(login)
    seen = {path: stranger.context.request.get(path) for path in (*course.pages, *course.papers)}
    assert {path: answer.status for path, answer in seen.items() if answer.status != 404} == {}
    for path, answer in seen.items():
        tells_nothing(answer, path)


def test_the_uninvolved_find_nothing_by_list_and_search(walked, desk):
    course, _ = walked
    stranger = desk("egao1")
    for query in (
        "/cases/",
        "/cases/?closed=on",
        f"/search/?q={KANA}",
        f"/search/?q={SON}",
        f"/search/?q={FACT}",
        f"/search/?q={course.number}",
    ):
        answer = stranger.context.request.get(query, max_redirects=0)
        assert answer.status == 200
        words = answer.text()
        for typed in (KANA, SON, FACT):
            words = words.replace(f'value="{typed}"', "").replace(f"「{typed}」をさがした結果", "")
        assert not [one for one in (SURNAME, KANA, FACT, MOTHER, course.case) if one in words], query
    stranger.open("/cases/")
    stranger.page.locator("#search-all").fill(SURNAME)
    stranger.page.locator("#search-all").press("Enter")
    stranger.reads("見つかりませんでした")
    assert course.case not in stranger.page.content()


def test_the_uninvolved_find_nothing_on_their_own_pages(walked, desk):
    stranger = desk("egao1")
    for path in (
        "/",
        "/intake/",
        "/intake/inbox/",
        "/conferences/",
        "/conferences/?when=held",
        "/structure/",
    ):
        answer = stranger.context.request.get(path)
        assert answer.status == 200, path
        tells_nothing(answer, path)


def test_the_uninvolved_can_do_nothing_to_it(walked, desk):
    """Every act on the case answers 404, and what it would have changed stands as it was."""
    course, desks = walked
    stranger = desk("egao1")
    task = open_task(desks["shakyo1"])
    acts = {
        f"{course.page}records/new/": {"at_day": day(), "method": "phone", "content": "x"},
        f"/intake/{course.case}/triage/": {"outcome": "own", "reason": "x"},
        f"/intake/{course.case}/consent/": {"consent_answer": "disagree"},
        f"/intake/referrals/{course.referral}/answer/": {"answer": "accepted"},
        f"/intake/referrals/{course.hand_back}/take-back/": {"note": "x"},
        f"/coordination/plans/{course.plan}/submit/": {},
        f"/coordination/plans/{course.plan}/decision/": {"answer": "decide", "decided_on": day()},
        f"/coordination/cases/{course.case}/connectedness/": {"occasion": "plan"},
        f"/conferences/{course.meetings[0]}/begin/": {},
        f"/conferences/{course.meetings[0]}/confidentiality/": {"agreed": "1"},
        f"/conferences/items/{course.items[0]}/talk/": {"words": "x"},
        f"/conferences/items/{course.items[0]}/judge/": {"judgement": "close"},
        task: {"at_day": day(), "content": "x"},
    }
    for path, values in acts.items():
        answer = send(stranger, path, values)
        assert answer.status == 404, path
        tells_nothing(answer, path)
    assert open_task(desks["shakyo1"]) == task


def test_drafts_are_read_only_by_those_who_typed_them(walked, desk):
    course, desks = walked
    path = f"/cases/drafts/record/{course.case}/"
    typed = send(desks["juso1"], path, {"content": f"{FACT}の下書き"})
    assert typed.status == 200
    desks["juso1"].open(f"{course.page}records/new/")
    assert FACT in desks["juso1"].page.locator('[name="content"]').input_value()
    stranger = desk("egao1")
    assert stranger.context.request.get(path).status == 405
    tells_nothing(send(stranger, path, {"content": "x"}), path)
    assert stranger.open(f"{course.page}records/new/") == 404
    tells_nothing(stranger.context.request.get(f"{course.page}records/new/"), path)


def test_without_signing_in_there_is_only_the_door(walked, chromium, site):
    course, _ = walked
    nobody = chromium.new_context(base_url=site.url)
    for path in (*course.pages, *course.papers, "/", "/cases/", "/conferences/"):
        answer = nobody.request.get(path, max_redirects=0)
        assert answer.status == 302, path
        assert answer.headers["location"].startswith("/accounts/login/"), path
    nobody.close()


def tells_nothing(answer: APIResponse, path: str) -> None:
    """Neither name nor fact stands in what was sent."""
    sent = answer.body()
    assert not [one for one in TOLD if one.encode() in sent], path


def send(worker: Desk, path: str, values: dict[str, str]) -> APIResponse:
    """A POST as a form of the product would send it, token and all."""
    cookies = {one["name"]: one["value"] for one in worker.context.cookies()}
    token = next(value for name, value in cookies.items() if name.endswith("csrftoken"))
    headers = {"X-CSRFToken": token, "Referer": worker.site_url}
    return worker.context.request.post(path, form=values, headers=headers, max_redirects=0)


def open_task(worker: Desk) -> str:
    """The address where the follow-up on the worker's 今日やること is written."""
    worker.open("/")
    rows = worker.page.locator(".due").filter(has_text=SURNAME)
    found = re.search(
        r"/coordination/cases/[^/]+/follow-up/",
        "".join(rows.evaluate_all("all => all.map(one => one.innerHTML)")),
    )
    assert found, "no follow-up of the household is left to write"
    return found.group()

"""北栄町包括的支援会議 in Chromium: one item per function, two minute-takers at once, a line cut in between (R-CONF-05, 06)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kasane.profiles import loader
from tests.conftest import OpenDesk
from tests.desk import PHONE, Desk
from tests.site import Site, free_port
from tests.steps import day, last_id, lines_are_saved, minute_lines, type_line, write_reception

pytestmark = pytest.mark.browser

BODY = "北栄町包括的支援会議"
BOTH_FUNCTIONS = f"""
[[body]]
key = "hokatsuteki-shien"
name = "{BODY}"
functions = ["support_conference", "multi_tier"]
host = "juso-center"
convener = "北栄町"
ad_hoc = true

"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A town whose one body has both functions, set up by the product's own installer."""
    room = tmp_path_factory.mktemp("town")
    written = (Path(loader.__file__).parent / "misaki.toml").read_text(encoding="utf-8")
    before, bodies = written.split("[[body]]", 1)
    profile = room / "town.toml"
    profile.write_text(f"{before}{BOTH_FUNCTIONS}[[body]]{bodies}", encoding="utf-8")
    running = Site(room / "var", free_port(), households=12, settings={"KASANE_PROFILE": str(profile)})
    running.start()
    yield running
    running.stop()


@pytest.fixture
def desk(chromium: Browser, site: Site) -> Iterator[OpenDesk]:
    """As the `desk` of the other scenarios, in this town."""
    desks: list[Desk] = []

    def sit_down(login: str, **options: object) -> Desk:
        desks.append(Desk(chromium, site.url, login, **options))  # type: ignore[arg-type]
        return desks[-1]

    yield sit_down
    for one in desks:
        one.close()
    faults = [fault for one in desks for fault in one.faults]
    assert not faults, "\n".join(faults)


def only_members(host: Desk, *names: str) -> None:
    for chip in host.page.locator('label:has(input[name="members"])').all():
        wanted = any(name in chip.inner_text() for name in names)
        if chip.locator("input").is_checked() != wanted:
            chip.click()


def convene(host: Desk) -> str:
    """The body is called for one household without consent, and one general item stands under its other function."""
    course = write_reception(host)
    host.open(f"/conferences/new/?case={course.case}")
    host.page.locator(".choice", has_text=BODY).click()
    host.write(starts_at_day=day(), starts_at_time="13:30", place="役場 第2会議室")
    only_members(host, "橋田 恵", "岡部 和弘")
    host.press("会議をひらく")
    host.open(f"/conferences/cases/{course.case}/add/support-conference/")
    chosen = host.page.locator('label:has(input[name="meeting"])', has_text=BODY).first
    meeting = chosen.locator("input").get_attribute("value") or ""
    host.tick("meeting", meeting)
    host.write(title="世帯の見守り")
    host.press("議題に入れる")
    host.open(f"/conferences/{meeting}/")
    host.page.get_by_text("ケースのない議題を加える").click()
    host.write(title="プランの進みぐあい")
    host.page.locator('select[name="function"]').select_option("multi_tier")
    host.press("議題に加える")
    host.reads("支援会議", "重層的支援会議")
    return meeting


def confirm_secrecy(one: Desk, meeting: str) -> None:
    one.open(f"/conferences/{meeting}/confidentiality/")
    one.page.locator('[name="agreed"]').check()
    one.press("確かめて、資料をひらく")


def begin(host: Desk, taker: Desk, meeting: str) -> None:
    """Both confirm the duty of secrecy; the host names 社協's worker 記録者 and opens the meeting."""
    for one in (host, taker):
        confirm_secrecy(one, meeting)
    host.open(f"/conferences/{meeting}/")
    host.page.get_by_role("button", name="橋田 恵さんを記録者にする").click()
    host.reads("記録者")
    host.press("会議をはじめる")


def open_item(one: Desk, meeting: str, title: str) -> str:
    one.open(f"/conferences/{meeting}/")
    one.page.locator("#agenda").get_by_role("link", name=title).first.click()
    expect(one.page.locator(".live__lines").first).to_be_visible()
    return last_id(one.path)


def stands(one: Desk, *words: str, field: str = "text") -> None:
    """Each of these lines has come to this screen."""
    for word in words:
        one.page.wait_for_function(
            "([field, word]) => [...document.querySelectorAll(`[data-field='${field}'] textarea`)]"
            ".some((box) => box.value === word)",
            arg=[field, word],
        )


def test_two_write_the_minutes_of_both_functions_at_once_and_no_word_is_lost(desk, site):
    host, taker = desk("juso1"), desk("shakyo1")
    meeting = convene(host)
    begin(host, taker, meeting)
    item = open_item(host, meeting, "世帯の見守り")
    open_item(taker, meeting, "世帯の見守り")

    for number in range(3):
        type_line(host, f"灯油が切れている{number}")
        type_line(taker, f"長女が買いに行く{number}")
    said = [f"{words}{n}" for n in range(3) for words in ("灯油が切れている", "長女が買いに行く")]
    stands(host, *said)
    stands(taker, *said)

    taker.context.set_offline(True)
    type_line(taker, "つながらない間に書いた行")
    minute_lines(taker).first.fill("灯油が切れている、と本人から電話")
    expect(taker.page.locator("[data-live-status]")).to_contain_text("つながっていません")
    minute_lines(host).first.fill("灯油が切れている、と民生委員から")
    type_line(host, "その間に書いた行")
    lines_are_saved(host)
    taker.context.set_offline(False)
    both = (
        "灯油が切れている、と本人から電話", "灯油が切れている、と民生委員から", "つながらない間に書いた行", "その間に書いた行",
    )  # fmt: skip
    stands(taker, *both)
    stands(host, *both)
    expect(host.page.locator(".live__line--beside")).to_have_count(1)

    site.kill()
    type_line(host, "止まっている間に書いた行", "decision")
    expect(host.page.locator("[data-live-status]")).to_contain_text("つながっていません")
    site.start()
    lines_are_saved(host)
    stands(taker, "止まっている間に書いた行", field="decision")
    for one in (host, taker):  # a server that is not there is no fault of a page
        one.faults.clear()

    open_item(taker, meeting, "プランの進みぐあい")
    type_line(taker, "次の月に見直す")
    lines_are_saved(taker)

    host.open(f"/conferences/{meeting}/minutes/")
    host.reads(*both, *said[1:], "止まっている間に書いた行", "次の月に見直す", "〔別の記録〕")
    host.open(f"/conferences/{meeting}/finish/")
    host.press("会議を終える")
    host.reads(*both, "次の月に見直す")
    stranger = desk("egao1", viewport=PHONE)
    assert stranger.open(f"/conferences/items/{item}/live/") == 404

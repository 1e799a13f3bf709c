"""会議資料一式 in Chromium: a coordinator makes numbered copies, and ticks them off by keyboard after the meeting (R-CONF-06)."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from kasane.sheets.tests.reading import outline, printed
from tests.conftest import OpenDesk
from tests.desk import Desk
from tests.steps import day

pytestmark = pytest.mark.browser


def convene(host: Desk) -> str:
    """A meeting of the coordinator with one general item; answers its id."""
    host.open_blank("/conferences/new/")
    host.page.locator(".choice", has_text="みんなで支え愛会議").first.click()
    host.write(starts_at_day=day(), starts_at_time="13:30", place="役場 第2会議室")
    host.press("会議をひらく")
    host.page.get_by_text("ケースのない議題を加える").click()
    host.write(title="来月の研修")
    host.page.locator('select[name="function"]').select_option("multi_tier")
    host.press("議題に加える")
    return host.path.split("/")[2]


def make(host: Desk, room: Path) -> bytes:
    """Everybody's copies as one file."""
    with host.page.expect_download() as saved:
        host.page.get_by_role("button", name="資料を作る").click()
    saved.value.save_as(room / "pack.pdf")
    return (room / "pack.pdf").read_bytes()


def test_numbered_copies_are_made_and_come_back_by_keyboard(desk: OpenDesk, tmp_path: Path) -> None:
    host = desk("juso1")
    meeting = convene(host)
    host.follow("会議資料一式(番号つき)を作る")
    host.reads("来月の研修", "税の情報は、どの部にも入りません")
    many = host.page.locator('input[name="people"]:checked').count()
    assert many > 1
    pdf = make(host, tmp_path)
    assert len([title for title in outline(pdf) if title.startswith("資料番号")]) == many
    assert f"資料番号1(全{many}部)要回収" in printed(pdf) and "来月の研修" in printed(pdf)

    host.page.get_by_role("link", name="資料の回収", exact=True).first.click()
    host.reads(f"返っていない資料 {many}部")
    expect(host.page.locator("#numbers")).to_be_focused()
    for typed, left in (("1", many - 1), (f"2-{many}", 0)):
        host.page.keyboard.type(typed)
        with host.page.expect_navigation():
            host.page.keyboard.press("Enter")
        host.reads(f"返っていない資料 {left}部")
    host.reads("すべて返りました")
    host.press(f"{many}部を廃棄した")
    host.reads(f"{many}部を廃棄したことを記録しました")

    stranger = desk("egao1")
    assert stranger.open(f"/sheets/meetings/{meeting}/pack/") == 404

"""A page with several short forms loses no word of one when another is sent (R-INT-02, R-OPS-03)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.desk import Desk
from tests.steps import day

pytestmark = pytest.mark.browser


def reported(worker: Desk) -> None:
    """民生委員 told the desk of a house; the page of the report is open."""
    worker.open_blank("/intake/desk/reports/new/")
    worker.write(noticed="新聞が三日分たまっている。", about="角の家の一人暮らしの方")
    worker.tick("reporter_role", "commissioner")
    worker.press("報告を残す")


def fold_out(worker: Desk, title: str) -> None:
    worker.page.locator("details.panel", has_text=title).locator("summary").first.click()


def type_and_leave(worker: Desk, name: str, words: str) -> None:
    """Writes into a field and goes on; what was written is kept on the server then."""
    worker.write(**{name: words})
    with worker.page.expect_response(lambda answer: "/drafts/" in answer.url and answer.ok):
        worker.page.locator(f'[name="{name}"]').blur()


def test_r_int_02_what_stands_in_the_other_form_is_there_after_one_was_sent(
    desk: Callable[[str], Desk],
) -> None:
    """地域包括の職員: half of what to ask of the volunteer is typed when they decide to answer first."""
    worker = desk("houkatsu1")
    reported(worker)
    fold_out(worker, "見守りを頼む")
    worker.write(**{"watch-words": "回覧板を届けるときに声をかける"})
    fold_out(worker, "民生委員に返事をする")
    worker.write(**{"answer-told": "訪ねて話を聞きました。"})
    worker.press("返事を残す")
    worker.reads("返事を残しました", "訪ねて話を聞きました。", "の書きかけです")
    expect(worker.page.locator('[name="watch-words"]')).to_have_value("回覧板を届けるときに声をかける")
    worker.write(**{"watch-until": day(10)})
    worker.press("見守りを頼む")
    worker.reads("見守り中", "回覧板を届けるときに声をかける")


def test_r_int_01_the_phone_rings_while_a_sheet_is_being_written(desk: Callable[[str], Desk]) -> None:
    """障がいの相談員: the second call gets an empty sheet, the first waits above it with every word."""
    worker = desk("kikan1")
    worker.open("/intake/new/?channel=phone")
    type_and_leave(worker, "family_name", "先電")
    type_and_leave(worker, "overview", "一本めの電話。眠れないと言う。")
    worker.open("/intake/new/?channel=phone")
    expect(worker.page.locator('[name="overview"]')).to_have_value("")
    worker.reads("書きかけの受付があります", "先電", "一本めの電話")
    worker.follow("続きを書く")
    expect(worker.page.locator('[name="overview"]')).to_have_value("一本めの電話。眠れないと言う。")

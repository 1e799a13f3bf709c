"""A blank 受付シート taken along as Excel, filled in away from the desk, and read in as a new reception in Chromium (R-INT-01, R-OPS-02)."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.desk import Desk

pytestmark = pytest.mark.browser

TOLD = "𠮷田さんが、隣の髙邉さんの家の明かりが三日ついていないと話す。"


def row_of(page: Any, key: str) -> int:
    return next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == key)


def filled_in(blank: bytes, answers: dict[str, str]) -> bytes:
    """The blank after a visit, with one of the household."""
    book = load_workbook(BytesIO(blank))
    page = book.worksheets[0]
    for key, words in answers.items():
        page.cell(row_of(page, key), 3).value = words
    page.cell(row_of(page, "members[0]"), 2).value = "髙邉"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def read_in(worker: Desk, content: bytes) -> None:
    worker.page.locator("#excel > summary").click()
    file = {"name": "uketsuke.xlsx", "mimeType": "application/octet-stream", "buffer": content}
    worker.page.locator('#excel input[type="file"]').set_input_files(file)
    with worker.page.expect_navigation():
        worker.page.get_by_role("button", name="読み込んで見比べる").click()


def test_an_aged_care_worker_reads_in_what_was_written_on_a_visit(desk):
    """Nothing is saved before the worker has seen it beside what stands there, and a wrong day is named."""
    care = desk("houkatsu1")
    care.open_blank("/intake/new/")
    link = care.page.get_by_role("link", name="白紙のExcel").first.get_attribute("href")
    blank = care.page.request.get(care.page.url.split("/intake")[0] + str(link)).body()

    answers = {
        "overview": TOLD,
        "channel": "訪問",
        "family_name": "髙邉",
        "topics=care": "○",
        "birth_date": "いつか",
    }
    read_in(care, filled_in(blank, answers))

    care.reads("読み込めないところが2か所", "同意を選んでください", "いつか", TOLD, "まだ保存していません")
    assert care.path.startswith("/intake/new")

    care.write(birth_date="S20.4.1")
    care.tick("consent_answer", "unclear")
    care.press("受付シートを保存する")
    expect(care.page.locator("h1")).to_contain_text("これから")
    care.reads("髙邉")

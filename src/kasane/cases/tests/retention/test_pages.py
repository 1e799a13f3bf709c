"""保存期間 on screen: for whom, what it shows, and the way from the list to the decision (R-DIS-07)."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kasane.cases.retention import actions
from kasane.disclosure.models import BatchState, DisposalBatch, RetentionHold
from kasane.disclosure.viewer import acting_as

LIST = "/cases/retention/"


@pytest.fixture
def batch(cast, due):
    with acting_as(cast.manager):
        return actions.propose([due.id], by=cast.manager)


def test_the_manager_sees_the_number_and_no_name(cast, due, sign_in):
    page = sign_in(cast.manager).get(LIST).content.decode()
    assert due.label in page and "玖珂" not in page
    assert "選んだものを起案する" in page


def test_a_coordinator_looks_and_is_offered_nothing(cast, due, sign_in):
    page = sign_in(cast.coordinator).get(LIST).content.decode()
    assert due.label in page
    assert "選んだものを起案する" not in page and "保留する" not in page


@pytest.mark.parametrize("who", ["worker", "stranger", "administrator"])
def test_everybody_else_learns_of_no_list(cast, batch, due, sign_in, who):
    client = sign_in(getattr(cast, who))
    for address in (
        LIST, reverse("cases:retention_batches"), reverse("cases:retention_batch", args=[batch.id]),
        reverse("cases:retention_hold", args=[due.id]), reverse("cases:retention_propose") + f"?case={due.id}",
        reverse("sheets:disposal", args=[batch.id]),
    ):  # fmt: skip
        assert client.get(address).status_code == 404, address


def test_nothing_is_due_yet(cast, fresh, sign_in):
    client = sign_in(cast.manager)
    assert "満了したケースはありません" in client.get(LIST).content.decode()
    assert fresh.label in client.get(LIST + "?show=all").content.decode()


def test_the_list_is_narrowed_by_month_and_agency(cast, due, sign_in):
    client = sign_in(cast.manager)
    there = f"?show=due&month=2024-06&agency={cast.worker.agency.id}"
    elsewhere = f"?show=due&month=2024-06&agency={cast.stranger.agency.id}"
    assert due.label in client.get(LIST + there).content.decode()
    assert "この条件にあうケースはありません" in client.get(LIST + elsewhere).content.decode()


def test_a_file_is_held_and_released(cast, due, sign_in):
    client = sign_in(cast.manager)
    address = reverse("cases:retention_hold", args=[due.id])
    assert client.post(address, {"reason": "", "note": ""}).status_code == 422
    assert client.post(address, {"reason": "audit", "note": "会計検査", "until": ""}).status_code == 302
    with acting_as(cast.manager):
        placed = RetentionHold.objects.get()
    page = client.get(LIST + "?show=held").content.decode()
    assert "保留" in page and "監査" in page
    address = reverse("cases:retention_lift", args=[placed.id])
    assert "会計検査" in client.get(address).content.decode()
    assert client.post(address, {"note": "検査が終わった"}).status_code == 302
    assert "ここに出すケースはありません" in client.get(LIST + "?show=held").content.decode()


def test_from_the_list_to_the_decision(cast, due, sign_in):
    address = reverse("cases:retention_propose")
    client = sign_in(cast.manager)
    assert due.label in client.get(f"{address}?case={due.id}").content.decode()
    assert client.post(f"{address}?case={due.id}", {"note": "満了"}).status_code == 302
    with acting_as(cast.manager):
        batch = DisposalBatch.objects.get()
    page = reverse("cases:retention_batch", args=[batch.id])
    assert "自分では決裁できません" in client.get(page).content.decode()
    assert client.post(page, {"note": "", "act": "approve"}).status_code == 409
    client = sign_in(cast.decider)
    assert client.post(page, {"note": "", "act": "refuse"}).status_code == 409
    assert client.post(page, {"note": "", "act": "approve"}).status_code == 302
    assert "実行待ち" in client.get(page).content.decode()
    with acting_as(cast.decider):
        assert DisposalBatch.objects.get().state == BatchState.APPROVED
    assert client.get(reverse("sheets:disposal", args=[batch.id])).status_code == 404


def test_all_that_is_due_is_proposed_at_once(cast, closed, fresh, sign_in):
    for _ in range(3):
        closed()
    client = sign_in(cast.manager)
    address = reverse("cases:retention_propose") + "?show=due&all=1"
    assert "起案するケース 3件" in client.get(address).content.decode()
    assert client.post(address, {"note": ""}).status_code == 302
    with acting_as(cast.manager):
        assert DisposalBatch.objects.get().items.count() == 3


def test_more_files_cost_no_more_queries(cast, closed, sign_in):
    client = sign_in(cast.manager)

    def cost() -> int:
        client.get(LIST)
        with CaptureQueriesContext(connection) as captured:
            client.get(LIST)
        return len(captured)

    closed()
    few = cost()
    for _ in range(4):
        closed()
    assert cost() == few

"""What a meeting found missing is kept without anybody's name (R-CONF-07)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.conferences import api
from kasane.conferences.models import Shortage
from kasane.conferences.shortage import actions
from kasane.conferences.tests.test_live import sitting
from kasane.disclosure.viewer import acting_as

__all__ = ["sitting"]


def find(meeting, actor, words="夜間に通院する手段", area=""):
    with acting_as(actor):
        return actions.find(meeting, by=actor, on=today(), topic="health", words=words, area=area)


def test_the_row_names_the_body_and_the_day_and_no_item(sitting, cast):
    row = find(sitting, cast.participation, area="旭地区")
    assert (row.body, row.found_by, row.found_on) == (sitting.body, cast.participation.agency, today())
    assert not {"item", "case", "meeting"} & {field.name for field in Shortage._meta.get_fields()}


@pytest.mark.parametrize(
    "words", ["田中さんの通院", "090-1234-5678に電話", "原田1000番地の道", "昭和30年4月1日生まれの人"]
)
def test_words_that_name_somebody_are_refused(sitting, cast, words):
    with pytest.raises(Forbidden) as refused:
        find(sitting, cast.coordinator, words)
    assert refused.value.codes == ["names_somebody"]


def test_who_takes_no_minutes_writes_none(sitting, cast):
    with pytest.raises(Forbidden) as refused:
        find(sitting, cast.worker)
    assert refused.value.codes == ["not_minute_taker"]


def test_they_are_listed_for_every_office_and_handed_on(sitting, cast, sign_in):
    address = reverse("conferences:shortages")
    assert "まだありません" in sign_in(cast.stranger).get(address).content.decode()
    find(sitting, cast.coordinator)
    assert "夜間に通院する手段" in sign_in(cast.stranger).get(address).content.decode()
    assert "夜間に通院する手段" not in sign_in(cast.stranger).get(address, {"topic": "care"}).content.decode()
    assert [row.words for row in api.shortages()] == ["夜間に通院する手段"]


def test_it_is_written_on_screen(sitting, cast, sign_in):
    client = sign_in(cast.coordinator)
    address = reverse("conferences:shortage_new", args=[sitting.id])
    refused = client.post(address, {"words": "田中さんの足", "topic": "health"})
    assert refused.status_code == 409 and "田中さんの足" in refused.content.decode()
    assert client.post(address, {"words": "夜の足", "topic": "health"}).status_code == 302
    assert sign_in(cast.stranger).get(address).status_code == 404

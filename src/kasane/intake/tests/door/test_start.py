"""A reception begun from a message, and what ends with it."""

from __future__ import annotations

import pytest

from kasane.base.dates import today
from kasane.base.obstacles import Forbidden
from kasane.disclosure.viewer import acting_as
from kasane.intake.desk.home import desk_query, desk_rows
from kasane.intake.door import start
from kasane.intake.door.queries import waiting_messages


@pytest.mark.parametrize("given", [None, "", "new", "1"])
def test_what_is_no_message_begins_an_ordinary_reception(given):
    assert start.begun_from(given) is None


def test_a_saved_reception_ends_the_message(message, desks):
    with acting_as(desks.worker):
        start.received_from(start.begun_from(str(message.pk)), by=desks.worker)
        assert waiting_messages(desks.worker) == []


def test_without_a_message_nothing_ends(message, desks):
    with acting_as(desks.worker):
        start.received_from(None, by=desks.worker)
        assert len(waiting_messages(desks.worker)) == 1


def test_a_message_that_was_dealt_with_begins_no_second_reception(message, desks):
    with acting_as(desks.worker):
        start.received_from(message.pk, by=desks.worker)
        with pytest.raises(Forbidden) as refused:
            start.received_from(message.pk, by=desks.worker)
    assert refused.value.codes == ["message_gone"]


def test_a_stranger_ends_nothing(message, desks):
    with acting_as(desks.stranger), pytest.raises(Forbidden):
        start.received_from(message.pk, by=desks.stranger)
    with acting_as(desks.worker):
        assert len(waiting_messages(desks.worker)) == 1


def test_todays_row_tells_no_word_that_was_written(message, desks):
    with acting_as(desks.worker):
        [[row], _] = desk_rows(list(desk_query(desks.worker, on=today())), on=today())
    assert (row["who"], row["what"]) == ("住民の入口 1番", "連絡を待っています: 高齢・介護・ベトナム語")

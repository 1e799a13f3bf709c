"""A case of 田中 和子 at hokatsu, and the two ways to a disclosure without consent."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kasane.base.dates import today
from kasane.cases import actions as cases
from kasane.cases.exceptional import actions
from kasane.cases.models import Case
from kasane.disclosure.models import LegalException
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person

BORN = date(1943, 2, 1)
REASON = "本人が三日前から電話に出ず、隣人がうめき声を聞いたと知らせてきた。"


@pytest.fixture
def case(cast) -> Case:
    with acting_as(cast.worker):
        row = cases.open_case(by=cast.worker, on=today())
        add_person(
            row.id, by=cast.worker, family_name="田中", given_name="和子", family_kana="たなか",
            given_kana="かずこ", is_subject=True, birth_date=BORN, address="大字原田1",
        )  # fmt: skip
    return row


@pytest.fixture
def ask(case, cast):
    """The worker asks for an exception for the stranger's agency; what is given replaces the usual."""

    def make(by=None, **values) -> LegalException:
        usual = {
            "ground": "law",
            "law": "児童福祉法第25条の3",
            "reason": "要保護児童対策地域協議会への情報提供。親が同意を拒んでいる。",
            "agency": cast.stranger.agency,
            "user": None,
            "kinds": 17,
            "valid_from": today(),
            "valid_until": today() + timedelta(days=30),
        }
        by = by or cast.worker
        with acting_as(by):
            return actions.ask(case, by=by, **(usual | values))

    return make


@pytest.fixture
def knock(case, cast):
    """The stranger knocks at the urgent door; what is given replaces the usual."""

    def make(by=None, **values) -> actions.Opened:
        usual = {"danger": "elder", "reason": REASON, "name": "田中 和子", "born": BORN}
        by = by or cast.stranger
        with acting_as(by):
            return actions.open_urgently(by=by, **(usual | values))

    return make


@pytest.fixture
def urgent(knock, cast) -> LegalException:
    """The stranger's urgent view, in force."""
    assert knock().refused == ""
    with acting_as(cast.stranger):
        return LegalException.objects.get()

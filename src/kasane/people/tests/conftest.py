"""A small town of people: each in a case of hokatsu, every second one shared with 重層支援センター by consent."""

from __future__ import annotations

from datetime import date

import pytest

from kasane.cases import actions as cases
from kasane.disclosure import api as disclosure
from kasane.disclosure.viewer import acting_as
from kasane.people.actions import add_person

DAY = date(2025, 5, 1)
PEOPLE = (
    {"family_name": "渡邊", "given_name": "和子", "family_kana": "わたなべ", "given_kana": "かずこ",
     "birth_date": date(1944, 3, 1), "phone": "0868-12-3456", "address": "美咲町原田1-2"},
    {"family_name": "渡辺", "given_name": "和夫", "family_kana": "ワタナベ", "given_kana": "カズオ",
     "birth_date": date(1944, 3, 19), "mobile": "090-1111-2222", "address": "美咲町大字原田10番地"},
    {"family_name": "髙橋", "given_name": "節子", "family_kana": "たかはし", "given_kana": "せつこ", "stated_age": 81,
     "stated_age_on": DAY, "address": "美咲町打穴中"},
    {"family_name": "𠮷田", "given_name": "一", "family_kana": "よしだ", "given_kana": "はじめ",
     "birth_date": date(2000, 2, 29)},
    {"family_name": "NGUYEN", "given_name": "THI LAN", "family_kana": "グエン", "given_kana": "ティラン"},
    {"family_name": "不明"},
    {"family_name": "大野", "given_name": "優子", "family_kana": "おおの", "given_kana": "ゆうこ"},
    {"family_name": "山﨑", "given_name": "幸一郎", "family_kana": "やまざき", "given_kana": "こういちろう"},
)  # fmt: skip


@pytest.fixture
def town(cast):
    """The cast; `town.found[family + given]` is the person."""
    found = {}
    with acting_as(cast.worker):
        for place, values in enumerate(PEOPLE):
            case = cases.open_case(by=cast.worker, on=DAY)
            person = add_person(case.id, by=cast.worker, is_subject=True, **values)
            found[f"{person.family_name}{person.given_name}"] = person
            if place % 2 == 0:
                share(case, cast)
    return cast, found


def share(case, cast):
    """By consent the coordinator's agency is told."""
    new = disclosure.New(
        disclosure.EvidenceType.INVOLVED, cast.coordinator.agency.id, note="つなぎ", source="test"
    )
    disclosure.add_evidence(case.id, [new], on=DAY)
    disclosure.record_consent(
        case.id, by=cast.worker, level=disclosure.ConsentLevel.RECEPTION, answer="agree", confirmed_on=DAY
    )

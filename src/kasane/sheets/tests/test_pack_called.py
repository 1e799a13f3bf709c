"""Copies for those who are called to single items, without what was withdrawn, in the town's words (R-CONF-05, R-DEL-05)."""

# ruff: noqa: F811 - fixtures of coordination and the conferences are imported by name

from __future__ import annotations

from dataclasses import replace

import pytest

from kasane.agencies import profile
from kasane.base.dates import today
from kasane.base.kinds import SHAREABLE_KINDS
from kasane.cases.models import Case
from kasane.conferences import actions, queries
from kasane.conferences.actions.withdrawing import withdraw
from kasane.conferences.models import AgendaItem, Meeting, Member
from kasane.conferences.tests.conftest import acknowledge, case, consented, town  # noqa: F401
from kasane.coordination.menus import actions as menus
from kasane.coordination.tests.conftest import path  # noqa: F401
from kasane.coordination.tests.test_menus import FULL
from kasane.disclosure.viewer import acting_as
from kasane.profiles import load
from kasane.sheets.tests.reading import squeezed
from kasane.sheets.tests.test_pack_making import address, made, members, put

FIRST, SECOND, GENERAL = "一件目の見守り", "二件目の通院", "来月の研修"


@pytest.fixture
def laid(path, consented, town, cast):
    """A 支援会議 with a general item and two cases, called by 重層支援センター."""
    path.apply(kinds=int(SHAREABLE_KINDS))
    path.assess()
    meeting = town.convene("tsunagaru", members=[cast.worker])
    put(meeting, cast.coordinator, "support_conference", title=GENERAL)
    put(meeting, cast.worker, "support_conference", case=path.case, title=FIRST, purpose="声のかけ方")
    put(meeting, cast.worker, "support_conference", case=consented, title=SECOND, purpose="送り迎え")
    return meeting


def items_of(meeting, cast) -> list[AgendaItem]:
    with acting_as(cast.coordinator):
        return queries.agenda(Meeting.objects.select_related("body", "host").get(pk=meeting.pk))


def called(meeting, cast, who, *items) -> Member:
    with acting_as(cast.coordinator):
        row = Meeting.objects.select_related("body", "host").get(pk=meeting.pk)
        (member,) = actions.invite(
            row, by=cast.coordinator, on=today(), posts=[who.post], items=[one.id for one in items]
        )
    acknowledge(meeting, who)
    return members(meeting, cast)[member.name]


def guest(meeting, cast, *items, **values) -> Member:
    values = {"guest_name": "隣の人", "guest_role": "近所の方", "secrecy_paper_on": today()} | values
    with acting_as(cast.coordinator):
        return Member.objects.create(meeting=meeting, items=[one.id for one in items], **values)


def test_who_is_called_to_one_item_gets_this_one_alone(laid, path, consented, cast, sign_in):
    _, first, _ = items_of(laid, cast)
    one = called(laid, cast, cast.participation, first)
    (text,) = made(sign_in(cast.coordinator), laid, [one], sheets=["2-3"])
    assert FIRST in text and path.case.label in text and "田中和子" in text and "父の死後" in text
    for words in (SECOND, "送り迎え", consented.label, "山形", GENERAL, "個別のケースの検討"):
        assert words not in text
    assert text.count("ほかの議題") == 2


def test_the_other_items_keep_their_time_and_their_number(laid, cast, sign_in):
    _, _, second = items_of(laid, cast)
    one = called(laid, cast, cast.participation, second)
    (text,) = made(sign_in(cast.coordinator), laid, [one], sheets=[])
    assert "113:30-13:45ほかの議題213:45-14:00ほかの議題314:00-14:15" + SECOND in text
    assert "3" + SECOND in text, "the number of the whole agenda"


def test_who_works_on_another_case_of_the_meeting_gets_it_not_on_paper(laid, path, consented, cast, sign_in):
    """The desk of the worker knows both cases; the copy is for the item they are called to."""
    _, first, _ = items_of(laid, cast)
    one = called(laid, cast, cast.colleague, first)
    (text,) = made(sign_in(cast.coordinator), laid, [one], sheets=[])
    assert FIRST in text and SECOND not in text and "山形" not in text and consented.label not in text


def test_a_guest_who_is_called_to_one_item_gets_its_words_alone(laid, path, cast, sign_in):
    """R-DIS-10: no database stands between a guest and the paper, the rule does."""
    _, first, _ = items_of(laid, cast)
    one = guest(laid, cast, first)
    (text,) = made(sign_in(cast.coordinator), laid, [one], sheets=["2-3"])
    assert FIRST in text and "声のかけ方" in text
    for words in (SECOND, "送り迎え", GENERAL, "田中", "山形", path.case.label):
        assert words not in text


def test_a_guest_of_the_whole_meeting_gets_all_its_words(laid, cast, sign_in):
    one = guest(laid, cast)
    with acting_as(cast.coordinator):
        Member.objects.filter(pk=one.pk).update(items=None)
    (text,) = made(sign_in(cast.coordinator), laid, [one], sheets=[])
    assert FIRST in text and SECOND in text and GENERAL in text and "ほかの議題" not in text


def test_the_roster_names_nobody_who_comes_for_another_item(laid, cast, sign_in):
    """The person of another item is not the business of who is called to this one."""
    _, first, second = items_of(laid, cast)
    one = guest(laid, cast, first)
    with_me = guest(laid, cast, first, second, guest_name="民生 歩")
    guest(laid, cast, second, guest_name="山形 正樹", is_person=True)
    host = members(laid, cast)[cast.coordinator.user.name]
    whole, single = made(sign_in(cast.coordinator), laid, [host, one], sheets=[])
    assert "山形正樹" in whole
    assert "山形" not in single
    assert squeezed(with_me.name) in single and squeezed(cast.worker.user.name) in single


def test_the_page_says_what_is_left_out_and_asks_for_no_signature_that_brings_nothing(laid, cast, sign_in):
    general, *_ = items_of(laid, cast)
    guest(laid, cast, general, secrecy_paper_on=None)
    page = sign_in(cast.coordinator).get(address(laid)).content.decode()
    assert "議題 2、3: この方が呼ばれていない議題です。" in page
    assert "守秘義務をまだ確かめていない人がいます" not in page


def test_a_withdrawn_item_is_in_nobodys_copy(laid, path, cast, sign_in):
    with acting_as(cast.worker):
        withdraw(path.case.id, None, by=cast.worker, on=today(), reason="支援を終えたため")
    client = sign_in(cast.coordinator)
    host = members(laid, cast)[cast.coordinator.user.name]
    (text,) = made(client, laid, [host], sheets=["2-3"])
    assert FIRST not in text and path.case.label not in text and "取り下げ" not in text
    assert "213:45-14:00" + SECOND in text, "what follows moves up"
    page = client.get(address(laid)).content.decode()
    assert FIRST not in page and "議題 1、2" in page


def test_a_plan_of_its_own_comes_with_its_item(path, town, cast, sign_in):
    """2-5① and 2-5② stand behind one choice; the item brings the sheet it is about (R-COOR-05)."""
    with acting_as(cast.worker):
        menu = menus.begin(
            path.case, "outreach", by=cast.worker, on=today(), answers=FULL["outreach"], evaluate_on=today()
        )
        menu = menus.submit(menu, by=cast.worker, on=today())
    meeting = town.convene("shien", members=[cast.worker])
    with acting_as(cast.worker):
        row = Meeting.objects.select_related("body", "host").get(pk=meeting.pk)
        values = {"function": "support_conference", "subject_id": menu.id}
        actions.add_item(row, by=cast.worker, on=today(), case=Case.objects.get(pk=path.case.pk), **values)
    client = sign_in(cast.coordinator)
    assert "2-5 参加支援・アウトリーチ等プラン" in client.get(address(meeting)).content.decode()
    one = members(meeting, cast)[cast.worker.user.name]
    (text,) = made(client, meeting, [one], sheets=["2-5"])
    assert "アウトリーチ等プラン" in text and "10年家にいる(母)" in text and "参加支援プラン" not in text


def test_the_town_names_its_papers(laid, cast, sign_in, monkeypatch):
    """R-DEL-05"""
    hokuei = load("hokuei")
    labels = {"agenda.title": "町の次第", "agenda.議題": "話すこと", "material.title": "町の資料", "material.話し合うこと": "相談"}  # fmt: skip
    words = replace(hokuei, paper=replace(hokuei.paper, labels=labels))
    monkeypatch.setattr(profile, "current", lambda: words)
    host = members(laid, cast)[cast.coordinator.user.name]
    (text,) = made(sign_in(cast.coordinator), laid, [host], sheets=[])
    for wanted in ("北栄町", "町の次第", "話すこと", "町の資料", "相談"):
        assert wanted in text

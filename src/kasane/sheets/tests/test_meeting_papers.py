"""開催通知, 次第, 出席者名簿, 会議録, 役割分担表 as PDF and Excel (R-CONF-06, FORMS)."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from kasane.base.dates import today, wareki
from kasane.conferences import actions
from kasane.conferences.models import Meeting, MeetingDecision, Talk
from kasane.conferences.queries import agenda
from kasane.conferences.tests.conftest import *  # noqa: F403
from kasane.conferences.tests.test_views import planned, unread  # noqa: F401
from kasane.disclosure.queries import readings_of
from kasane.disclosure.viewer import acting_as
from kasane.sheets.meetings.views import NAMES
from kasane.sheets.tests.reading import printed, squeezed

SAID = "𠮷田さんの訪問は同じ人が続ける"


@pytest.fixture
def talked(planned, cast):  # noqa: F811
    """The meeting with minutes on its first item."""
    with acting_as(cast.coordinator):
        meeting = Meeting.objects.select_related("body", "host").get()
        item = agenda(meeting)[0]
        Talk.objects.create(item=item, meeting=meeting, case=item.case, text=SAID, decision="月2回訪問する")
        task = {"item": item, "meeting": meeting, "body": meeting.body, "case": item.case, "due_on": today()}
        agency, user = cast.participation.agency, cast.participation.user
        MeetingDecision.objects.create(
            what="見学に同行", agency=agency, user=user, decided_on=today(), **task
        )
        MeetingDecision.objects.create(
            what="電話で知らせる", agency=agency, decided_on=today(), state="done", result="した",
            answered_on=today(), **task,
        )  # fmt: skip
    return meeting


def get(client, name, meeting, paper):
    return client.get(reverse(f"sheets:{name}", args=[meeting.id, paper]))


@pytest.mark.parametrize("paper", list(NAMES))
def test_each_paper_is_there_as_pdf_and_as_excel(paper, talked, cast, sign_in):
    client = sign_in(cast.coordinator)
    text = printed(get(client, "meeting_pdf", talked, paper).content)
    assert NAMES[paper] in text and squeezed(talked.label) in text
    assert load_workbook(BytesIO(get(client, "meeting_xlsx", talked, paper).content)).worksheets


@pytest.mark.parametrize("paper", list(NAMES))
def test_a_stranger_gets_none(paper, talked, cast, sign_in):
    assert get(sign_in(cast.stranger), "meeting_pdf", talked, paper).status_code == 404


def test_the_notice_and_the_roster_tell_nothing_of_a_case(talked, cast, consented, sign_in):
    client = sign_in(cast.coordinator)
    for paper in ("notice", "roster"):
        text = printed(get(client, "meeting_pdf", talked, paper).content)
        assert consented.label not in text and SAID not in text


def test_the_notice_tells_who_comes_for_single_items_by_place_and_time(talked, cast, consented, sign_in):
    """R-CONF-05, R-CONF-06: as the page and the mail do."""
    with acting_as(cast.coordinator):
        (first, *_) = agenda(talked)
        actions.invite(
            talked, by=cast.coordinator, on=today(), posts=[cast.stranger.post], items=[first.id],
            guests=[actions.Guest("山形 正樹", "本人", is_person=True)],
        )  # fmt: skip
    text = printed(get(sign_in(cast.coordinator), "meeting_pdf", talked, "notice").content)
    assert squeezed(cast.stranger.user.name) in text and "ご本人:1番目の議題(" in text
    assert "正樹" not in text and first.title not in text


def test_the_minutes_say_what_was_said_and_decided(talked, cast, sign_in):
    text = printed(get(sign_in(cast.coordinator), "meeting_pdf", talked, "minutes").content)
    assert SAID in text and "月2回訪問する" in text and "取扱注意" in text


@pytest.mark.parametrize("paper", ["minutes", "decisions"])
def test_who_does_what_and_what_became_of_it_stands_on_the_paper(paper, talked, cast, sign_in):
    """R-CONF-06"""
    text = printed(get(sign_in(cast.coordinator), "meeting_pdf", talked, paper).content)
    assert "見学に同行" in text and squeezed(cast.participation.user.name) in text
    assert squeezed(f"{wareki(today())} 済み") in text


def test_the_agenda_has_the_time_of_the_clock(talked, cast, sign_in):
    text = printed(get(sign_in(cast.coordinator), "meeting_pdf", talked, "agenda").content)
    assert "時刻" in text and "-" in text


def test_whoever_has_not_confirmed_secrecy_is_led_there_first(unread, cast, sign_in):  # noqa: F811
    """R-DIS-02"""
    with acting_as(cast.coordinator):
        meeting = Meeting.objects.get()
    answer = get(sign_in(cast.participation), "meeting_pdf", meeting, "minutes")
    assert answer.status_code == 302 and "confidentiality" in answer["Location"]


def test_the_record_of_the_whole_meeting_leaves_by_paper_no_longer_than_on_screen(talked, cast, sign_in):
    """R-CONF-06"""
    with acting_as(cast.coordinator):
        Meeting.objects.filter(pk=talked.pk).update(
            state="finished", finished_on=today(), summary="全体で確かめたこと", material_until=today()
        )
    closed = printed(get(sign_in(cast.participation), "meeting_pdf", talked, "minutes").content)
    assert "全体で確かめたこと" not in closed
    kept = printed(get(sign_in(cast.coordinator), "meeting_pdf", talked, "minutes").content)
    assert "全体で確かめたこと" in kept


def test_minutes_that_leave_as_a_file_are_in_the_log_of_each_case(talked, cast, consented, sign_in):
    """R-DIS-08"""
    get(sign_in(cast.coordinator), "meeting_pdf", talked, "minutes")
    with acting_as(cast.coordinator):
        assert "会議録(PDF)" in str(readings_of(consented.id, most=10))

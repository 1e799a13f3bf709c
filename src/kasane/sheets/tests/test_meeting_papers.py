"""開催通知, 次第, 出席者名簿, 会議録, 役割分担表 as PDF and Excel (R-CONF-06, FORMS)."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from kasane.conferences.models import Meeting, Talk
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


def test_the_minutes_say_what_was_said_and_decided(talked, cast, sign_in):
    text = printed(get(sign_in(cast.coordinator), "meeting_pdf", talked, "minutes").content)
    assert SAID in text and "月2回訪問する" in text and "取扱注意" in text


def test_the_agenda_has_the_time_of_the_clock(talked, cast, sign_in):
    text = printed(get(sign_in(cast.coordinator), "meeting_pdf", talked, "agenda").content)
    assert "時刻" in text and "-" in text


def test_whoever_has_not_confirmed_secrecy_is_led_there_first(unread, cast, sign_in):  # noqa: F811
    """R-DIS-02"""
    with acting_as(cast.coordinator):
        meeting = Meeting.objects.get()
    answer = get(sign_in(cast.participation), "meeting_pdf", meeting, "minutes")
    assert answer.status_code == 302 and "confidentiality" in answer["Location"]


def test_minutes_that_leave_as_a_file_are_in_the_log_of_each_case(talked, cast, consented, sign_in):
    """R-DIS-08"""
    get(sign_in(cast.coordinator), "meeting_pdf", talked, "minutes")
    with acting_as(cast.coordinator):
        assert "会議録(PDF)" in str(readings_of(consented.id, most=10))
